import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { NumberInput } from '../shared/number-input.tsx'
import type { FieldProps, Limit } from './field-props.ts'

const UNITS = ['workingDays', 'naturalDays', 'workingHours', 'naturalHours', 'workingMinutes', 'naturalMinutes'] as const

/** An amount and its unit; for days also when the last day ends, for working hours what becomes of a limit that ends with a session. */
export function LimitField({ id, label, value, onChange }: Pick<FieldProps<Limit>, 'id' | 'label' | 'value' | 'onChange'>) {
  const admin = useTranslation('admin').t
  const { t } = useTranslation('policy')
  const isDays = value.unit === 'workingDays' || value.unit === 'naturalDays'
  const isWorked = value.unit === 'workingHours' || value.unit === 'workingMinutes'
  return (
    <span className="limit-field">
      <NumberInput id={id} aria-label={label} value={value.amount} min={0} {...(isDays ? { precision: 0 } : {})} onChange={(amount) => { if (amount !== null) onChange({ ...value, amount }) }} />
      <Select
        aria-label={t('unitOf', { label })} value={value.unit} popupMatchSelectWidth={false} options={UNITS.map((unit) => ({ value: unit, label: admin(`policy.units.${unit}`) }))}
        onChange={(unit) => onChange({ ...fitting(value, unit), unit })}
      />
      {isDays && (
        <Select
          aria-label={t('dayEndOf', { label })} value={value.dayEnd ?? 'business'} popupMatchSelectWidth={false}
          options={(['business', 'midnight'] as const).map((end) => ({ value: end, label: t(`dayEnd.${end}`) }))}
          onChange={(end) => { const { dayEnd: _, ...rest } = value; onChange(end === 'midnight' ? { ...rest, dayEnd: end } : rest) }}
        />
      )}
      {isWorked && (
        <Select
          aria-label={t('sessionEndOf', { label })} value={value.sessionEnd ?? 'same'} popupMatchSelectWidth={false}
          options={(['same', 'next'] as const).map((end) => ({ value: end, label: t(`sessionEnd.${end}`) }))}
          onChange={(end) => { const { sessionEnd: _, ...rest } = value; onChange(end === 'next' ? { ...rest, sessionEnd: end } : rest) }}
        />
      )}
    </span>
  )
}

/** What was said of the end of days or of sessions goes with a unit that has none. */
function fitting(value: Limit, unit: string): Limit {
  const { dayEnd, sessionEnd, ...rest } = value
  if (unit.endsWith('Days')) return dayEnd === undefined ? rest : { ...rest, dayEnd }
  return sessionEnd === undefined || unit.startsWith('natural') ? rest : { ...rest, sessionEnd }
}
