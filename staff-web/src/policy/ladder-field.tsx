import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FieldProps, Limit, Role } from './field-props.ts'
import { LimitField } from './limit-field.tsx'
import { RolesField } from './role-field.tsx'

interface Rung { readonly after: Limit; readonly from: 'due' | 'opened'; readonly tell: readonly Role[]; readonly afterHours?: readonly Role[] }

/** The rungs from the first to the last: when, counted from where, and who is told, in office hours and outside them. */
export function LadderField({ id, label, value, onChange }: Pick<FieldProps<readonly Rung[]>, 'id' | 'label' | 'value' | 'onChange'>) {
  const { t } = useTranslation('policy')
  const admin = useTranslation('admin').t
  const shared = useTranslation('shared').t
  const replace = (index: number, changed: Rung) => onChange(value.map((rung, at) => (at === index ? changed : rung)))
  const change = (index: number, changes: Partial<Rung>) => onChange(value.map((rung, at) => (at === index ? { ...rung, ...changes } : rung)))
  return (
    <ol className="ladder-field" aria-label={label}>
      {value.map((rung, index) => (
        <li key={index}>
          <div className="ladder-when">
            <b>{t('rung', { n: index + 1 })}</b>
            <Select
              aria-label={t('fromOf', { n: index + 1 })} value={rung.from} popupMatchSelectWidth={false} onChange={(from) => change(index, { from })}
              options={(['due', 'opened'] as const).map((from) => ({ value: from, label: admin(`policy.rungFrom.${from}`) }))}
            />
            <LimitField id={`${id}-${index}-after`} label={`${label} ${t('rung', { n: index + 1 })}`} value={rung.after} onChange={(after) => change(index, { after: after as Limit })} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={`${shared('act.remove')} ${t('rung', { n: index + 1 })}`} onClick={() => onChange(value.filter((_, at) => at !== index))} />
          </div>
          <RolesField id={`${id}-${index}-tell`} label={t('tellOf', { n: index + 1 })} value={rung.tell} onChange={(tell) => change(index, { tell: tell as Role[] })} />
          <p className="faint">{t('afterHoursOf', { n: index + 1 })}</p>
          <RolesField id={`${id}-${index}-afterHours`} label={t('afterHoursOf', { n: index + 1 })} value={rung.afterHours ?? []} onChange={(roles) => replace(index, withAfterHours(rung, roles as Role[]))} />
        </li>
      ))}
      <li><Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...value, { after: nextAfter(value), from: 'due', tell: [{ of: 'handler', post: 'head' }] }])}>{t('addRung')}</Button></li>
    </ol>
  )
}

/** With nobody left the same people are told at any hour: the setting is not there then, rather than empty. */
export function withAfterHours(rung: Rung, roles: readonly Role[]): Rung {
  const { afterHours: _, ...rest } = rung
  return roles.length === 0 ? rest : { ...rest, afterHours: roles }
}

/** Later than the last one, as a ladder has to be. */
function nextAfter(rungs: readonly Rung[]): Limit {
  const last = rungs.at(-1)
  return last === undefined ? { amount: 1, unit: 'workingHours' } : { ...last.after, amount: last.after.amount + 1 }
}
