import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Radio, Select, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberInput } from '../shared/number-input.tsx'
import { useCodeWord, useKeyWord } from './policy-words.ts'
import type { FieldProps, Limit, Role } from './field-props.ts'
import { LadderField } from './ladder-field.tsx'
import { LimitField } from './limit-field.tsx'
import { RoleField, RolesField } from './role-field.tsx'
import { RulesField } from './rules-field.tsx'
import { isPlain, kindOf, mayBeNull, namesOf, startingValue, withoutNull } from './settings-schema.ts'

/** One setting, by its shape. */
export function SettingField(props: FieldProps): ReactNode {
  const { node, value } = props
  const list = Array.isArray(value) ? value as readonly unknown[] : []
  switch (kindOf(node)) {
    case 'limit': return <LimitField {...props} value={isPlain(value) ? value as unknown as Limit : startingValue(node) as Limit} />
    case 'role': return <RoleField {...props} value={isPlain(value) ? value as unknown as Role : startingValue(node) as Role} />
    case 'roles': return <RolesField {...props} value={list as readonly Role[]} />
    case 'ladder': return <LadderField {...props} value={list as never} />
    case 'rules': return <RulesField {...props} value={list as never} />
    case 'choice': return <ChoiceField {...props} />
    case 'choices': return <ChoicesField {...props} value={list} />
    case 'words': return <WordsField {...props} value={list} />
    case 'weekdays': return <WeekdaysField {...props} value={list} />
    case 'yesNo': return <Switch id={props.id} checked={value === true} onChange={props.onChange} aria-label={props.label} />
    case 'number': return <NumberField {...props} />
    case 'text': return <TextField {...props} />
    case 'map': return <MapField {...props} />
    case 'group': return <PartsField {...props} />
    case 'list': return <ListField {...props} value={list} />
    case 'raw': return <RawField {...props} />
  }
}

function ChoiceField({ id, name, label, node, value, onChange }: FieldProps) {
  const word = useCodeWord()
  const codes = (withoutNull(node).enum ?? []).map(String)
  if (codes.length > 5) return <Select id={id} aria-label={label} value={String(value)} options={codes.map((code) => ({ value: code, label: word(name, code) }))} onChange={onChange} />
  return <Radio.Group id={id} aria-label={label} value={value} options={codes.map((code) => ({ value: code, label: word(name, code) }))} onChange={(event) => onChange(event.target.value)} />
}

function ChoicesField({ label, name, node, value, onChange }: FieldProps<readonly unknown[]>) {
  const word = useCodeWord()
  const codes = (withoutNull(node).items?.enum ?? []).map(String)
  return <Checkbox.Group aria-label={label} value={value.map(String)} options={codes.map((code) => ({ value: code, label: word(name, code) }))} onChange={(chosen) => onChange(codes.filter((code) => chosen.includes(code)))} />
}

function WeekdaysField({ label, value, onChange }: FieldProps<readonly unknown[]>) {
  const { t } = useTranslation('calendar')
  return <Checkbox.Group aria-label={label} value={value.map(Number)} options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: t(`weekday.d${day}` as 'weekday.d1') }))} onChange={(chosen) => onChange(chosen.toSorted((a, b) => a - b))} />
}

/** One in each line: a hundred phrases are typed, pasted and read faster that way than as a hundred labels. */
function WordsField({ id, label, value, onChange }: FieldProps<readonly unknown[]>) {
  const { t } = useTranslation('policy')
  const [text, setText] = useState(() => value.join('\n'))
  const linesOf = (written: string) => written.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const shown = linesOf(text).join('\n') === value.join('\n') ? text : value.join('\n')
  return (
    <>
      <Input.TextArea id={id} aria-label={label} value={shown} autoSize={{ minRows: 2, maxRows: 12 }} onChange={(event) => { setText(event.target.value); onChange(linesOf(event.target.value)) }} />
      <p className="faint">{t('onePerLine', { count: value.length })}</p>
    </>
  )
}

function NumberField({ id, label, node, value, onChange }: FieldProps) {
  const { minimum, maximum, type } = withoutNull(node)
  return <NumberInput id={id} aria-label={label} value={typeof value === 'number' ? value : null} {...(minimum === undefined ? {} : { min: minimum })} {...(maximum === undefined || maximum > 1e9 ? {} : { max: maximum })} {...(type === 'integer' ? { precision: 0 } : {})} onChange={(number) => { if (number !== null) onChange(number) }} />
}

function TextField({ id, label, node, value, onChange }: FieldProps) {
  const nullable = mayBeNull(node)
  return <Input id={id} aria-label={label} value={typeof value === 'string' ? value : ''} maxLength={500} autoComplete="off" onChange={(event) => onChange(nullable && event.target.value === '' ? null : event.target.value)} />
}

/** A value for each name that may have one; a name without a value stays out. */
function MapField({ id, name: within, label, node, value, onChange }: FieldProps) {
  const { t } = useTranslation('policy')
  const word = useKeyWord()
  const part = withoutNull(node).additionalProperties
  const entries = isPlain(value) ? value : {}
  if (typeof part !== 'object') return <RawField id={id} name="" label={label} node={node} value={value} onChange={onChange} />
  return (
    <div className="parts-field" role="group" aria-label={label}>
      {namesOf(node).map((name) => {
        const { [name]: own, ...others } = entries
        return (
          <div key={name}>
            <Checkbox checked={own !== undefined} onChange={(event) => onChange(event.target.checked ? { ...entries, [name]: startingValue(part) } : others)}>{word(name, within)}</Checkbox>
            {own === undefined ? <span className="faint">{t('notSet')}</span> : <SettingField id={`${id}-${name}`} name={name} label={`${label} ${word(name, within)}`} node={part} value={own} onChange={(changed) => onChange({ ...entries, [name]: changed })} />}
          </div>
        )
      })}
    </div>
  )
}

function PartsField({ id, name: within, label, node, value, onChange }: FieldProps) {
  const word = useKeyWord()
  const parts = isPlain(value) ? value : {}
  return (
    <div className="parts-field" role="group" aria-label={label}>
      {Object.entries(withoutNull(node).properties ?? {}).map(([name, part]) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{word(name, within)}</label>
          <SettingField id={`${id}-${name}`} name={name} label={`${label} ${word(name, within)}`} node={part} value={parts[name]} onChange={(changed) => onChange({ ...parts, [name]: changed })} />
        </div>
      ))}
    </div>
  )
}

function ListField({ id, name, label, node, value, onChange }: FieldProps<readonly unknown[]>) {
  const shared = useTranslation('shared').t
  const { t } = useTranslation('policy')
  const item = withoutNull(node).items ?? {}
  return (
    <ol className="rows-field" aria-label={label}>
      {value.map((one, index) => (
        <li key={index}>
          <SettingField id={`${id}-${index}`} name={name} label={`${label} ${index + 1}`} node={item} value={one} onChange={(changed) => onChange(value.map((other, at) => (at === index ? changed : other)))} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${shared('act.remove')} ${label} ${index + 1}`} onClick={() => onChange(value.filter((_, at) => at !== index))} />
        </li>
      ))}
      <li><Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...value, startingValue(item)])}>{t('addOne')}</Button></li>
    </ol>
  )
}

/** As it is written; taken over as soon as it can be read. */
function RawField({ id, label, value, onChange }: FieldProps) {
  const { t } = useTranslation('policy')
  const [text, setText] = useState(() => JSON.stringify(value ?? null, null, 2))
  const [broken, setBroken] = useState(false)
  const change = (written: string) => {
    setText(written)
    try { onChange(JSON.parse(written)); setBroken(false) } catch { setBroken(true) }
  }
  return (
    <>
      <Input.TextArea id={id} aria-label={label} className="raw-text" value={text} autoSize={{ minRows: 2, maxRows: 16 }} status={broken ? 'error' : ''} onChange={(event) => change(event.target.value)} />
      {broken && <p className="field-fault" role="alert">{t('notJson')}</p>}
    </>
  )
}
