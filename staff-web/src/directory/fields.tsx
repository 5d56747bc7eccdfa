import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { randomKey } from '../shared/random-key.ts'

interface Given { readonly id: string; readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly max: number; readonly fault?: string | undefined; readonly hint?: string; readonly autoFocus?: boolean }

export function Line({ id, label, value, onChange, max, fault, hint, autoFocus = false }: Given) {
  return <Field id={id} label={label} fault={fault} hint={hint}><Input id={id} value={value} maxLength={max} autoComplete="off" autoFocus={autoFocus} onChange={(event) => onChange(event.target.value)} /></Field>
}

export function Prose({ id, label, value, onChange, max, fault, hint }: Given) {
  return <Field id={id} label={label} fault={fault} hint={hint}><Input.TextArea id={id} value={value} maxLength={max} autoSize={{ minRows: 2, maxRows: 10 }} onChange={(event) => onChange(event.target.value)} /></Field>
}

/** Words, each added with Enter. */
export function Words({ id, label, value, onChange, hint, fault }: { readonly id: string; readonly label: string; readonly value: readonly string[]; readonly onChange: (value: string[]) => void; readonly hint: string; readonly fault?: string | undefined }) {
  return <Field id={id} label={label} hint={hint} fault={fault}><Select id={id} mode="tags" open={false} suffixIcon={null} value={[...value]} onChange={onChange} tokenSeparators={['，', ',', '、', '；', ';']} style={{ width: '100%' }} /></Field>
}

export interface PersonDraft { readonly key: string; readonly person: Person | null; readonly more: string }

/** Somebody of whom only id and name are known here. */
export function personDraft(personId: string, personName: string, more = ''): PersonDraft {
  return { key: personId, more, person: personOf(personId, personName) }
}

export function personOf(id: string, name: string): Person {
  return { id, name, pinyin: '', post: null, unitId: id, unitName: '', phone: null, room: null }
}

interface PeopleProps { readonly legend: string; readonly people: readonly PersonDraft[]; readonly onChange: (people: readonly PersonDraft[]) => void; readonly renderBeside?: (draft: PersonDraft, change: (more: string) => void, index: number) => ReactNode }

/** A list of people, with something beside each where a list asks for it. */
export function PeopleEditor({ legend, people, onChange, renderBeside }: PeopleProps) {
  const { t } = useTranslation('directory')
  const shared = useTranslation('shared').t
  const change = (key: string, changes: Partial<PersonDraft>) => onChange(people.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  return (
    <fieldset className="dir-fieldset">
      <legend>{legend}</legend>
      {people.map((draft, index) => (
        <div key={draft.key} className={renderBeside ? 'dir-person' : 'dir-person single'}>
          <PersonPicker value={draft.person} onChange={(person) => change(draft.key, { person })} label={t('edit.person', { number: index + 1 })} autoFocus={draft.person === null} />
          {renderBeside?.(draft, (more) => change(draft.key, { more }), index)}
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${shared('act.remove')} ${index + 1}`} onClick={() => onChange(people.filter((one) => one.key !== draft.key))} />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...people, { key: randomKey(), person: null, more: '' }])}>{t('edit.addPerson')}</Button>
    </fieldset>
  )
}
