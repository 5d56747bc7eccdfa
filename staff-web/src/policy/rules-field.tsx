import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FieldProps, Limit } from './field-props.ts'
import { LimitField } from './limit-field.tsx'
import { useKeyWord } from './policy-words.ts'

interface Rule { readonly step?: string; readonly category?: string; readonly urgency?: string; readonly channel?: string; readonly limit: Limit }
const ANY = ''
const CONDITIONS = ['category', 'urgency', 'channel'] as const
type Condition = typeof CONDITIONS[number]

/** The limits by category, urgency and channel, tried from the top: of the whole, where the last one without conditions holds for everything else, or of the steps, each beside its general limit. */
export function RulesField({ id, label, node, value, onChange }: Pick<FieldProps<readonly Rule[]>, 'id' | 'label' | 'node' | 'value' | 'onChange'>) {
  const { t } = useTranslation('policy')
  const shared = useTranslation('shared').t
  const word = useKeyWord()
  const steps = (node.items?.properties?.['step']?.enum ?? []).map(String)
  const codes = (part: Condition) => (node.items?.properties?.[part]?.enum ?? []).map(String)
  const change = (index: number, rule: Rule) => onChange(value.map((one, at) => (at === index ? rule : one)))
  const move = (index: number, by: number) => {
    const moved = [...value]
    const [rule] = moved.splice(index, 1)
    if (rule !== undefined) moved.splice(index + by, 0, rule)
    onChange(moved)
  }
  const choice = (rule: Rule, index: number, part: Condition) => (
    <Select
      aria-label={`${t(`rules.${part}`)} ${index + 1}`} value={rule[part] ?? ANY} popupMatchSelectWidth={false}
      options={[{ value: ANY, label: t('rules.any') }, ...codes(part).map((code) => ({ value: code, label: (shared as (key: string) => string)(`${part}.${code}`) }))]}
      onChange={(code) => { const { [part]: _, ...rest } = rule; change(index, code === ANY ? rest : { ...rest, [part]: code }) }}
    />
  )
  const fresh = (): Rule => {
    const [category] = codes('category')
    const [step] = steps
    if (step !== undefined) return { step: steps.includes('signFor') ? 'signFor' : step, urgency: 'urgent', limit: { amount: 4, unit: 'workingHours' } }
    return { limit: { amount: 5, unit: 'workingDays' }, ...(category === undefined ? {} : { category }) }
  }
  return (
    <div className="rules-field">
      <table>
        <caption className="only-read">{label}</caption>
        <thead><tr><th>{t('rules.n')}</th>{steps.length > 0 && <th>{t('rules.step')}</th>}{CONDITIONS.map((part) => <th key={part}>{t(`rules.${part}`)}</th>)}<th>{t(steps.length > 0 ? 'rules.stepLimit' : 'rules.limit')}</th><th><span className="only-read">{t('rules.acts')}</span></th></tr></thead>
        <tbody>
          {value.map((rule, index) => (
            <tr key={index}>
              <td className="num">{index + 1}</td>
              {steps.length > 0 && <td><Select aria-label={`${t('rules.step')} ${index + 1}`} value={rule.step ?? ''} popupMatchSelectWidth={false} options={steps.map((step) => ({ value: step, label: word(step) }))} onChange={(step) => change(index, { ...rule, step })} /></td>}
              {CONDITIONS.map((part) => <td key={part}>{choice(rule, index, part)}</td>)}
              <td><LimitField id={index === 0 ? id : `${id}-${index}`} label={`${t('rules.limit')} ${index + 1}`} value={rule.limit} onChange={(limit) => change(index, { ...rule, limit: limit as Limit })} /></td>
              <td className="rules-acts">
                <Button type="text" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('rules.up', { n: index + 1 })} onClick={() => move(index, -1)} />
                <Button type="text" icon={<ArrowDownOutlined />} disabled={index === value.length - 1} aria-label={t('rules.down', { n: index + 1 })} onClick={() => move(index, 1)} />
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('rules.remove', { n: index + 1 })} onClick={() => onChange(value.filter((_, at) => at !== index))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">{t(steps.length > 0 ? 'rules.stepsHint' : 'rules.hint')}</p>
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([fresh(), ...value])}>{t('rules.add')}</Button>
    </div>
  )
}
