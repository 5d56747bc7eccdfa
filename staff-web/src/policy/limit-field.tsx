import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { NumberInput } from '../shared/number-input.tsx'
import type { FieldProps, Limit } from './field-props.ts'

const UNITS = ['workingDays', 'naturalDays', 'workingHours', 'naturalHours', 'workingMinutes', 'naturalMinutes'] as const

/** An amount and its unit; for days also when the last day ends. */
export function LimitField({ id, label, value, onChange }: Pick<FieldProps<Limit>, 'id' | 'label' | 'value' | 'onChange'>) {
  const admin = useTranslation('admin').t
  const { t } = useTranslation('policy')
  const isDays = value.unit === 'workingDays' || value.unit === 'naturalDays'
  return (
    <span className="limit-field">
      <NumberInput id={id} aria-label={label} value={value.amount} min={0} {...(isDays ? { precision: 0 } : {})} onChange={(amount) => { if (amount !== null) onChange({ ...value, amount }) }} />
      <Select
        aria-label={t('unitOf', { label })} value={value.unit} popupMatchSelectWidth={false} options={UNITS.map((unit) => ({ value: unit, label: admin(`policy.units.${unit}`) }))}
        onChange={(unit) => { const { dayEnd: _, ...rest } = value; onChange(unit === 'workingDays' || unit === 'naturalDays' ? { ...value, unit } : { ...rest, unit }) }}
      />
      {isDays && (
        <Select
          aria-label={t('dayEndOf', { label })} value={value.dayEnd ?? 'business'} popupMatchSelectWidth={false}
          options={(['business', 'midnight'] as const).map((end) => ({ value: end, label: t(`dayEnd.${end}`) }))}
          onChange={(end) => { const { dayEnd: _, ...rest } = value; onChange(end === 'midnight' ? { ...rest, dayEnd: end } : rest) }}
        />
      )}
    </span>
  )
}
