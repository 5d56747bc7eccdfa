import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

export interface Hours { readonly days: number[]; readonly from: string; readonly to: string }
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

export function dayName(day: number, t: TFunction<'directory'>): string {
  return t(`desk.dayNames.d${day as (typeof DAYS)[number]}`)
}

/** Stretches of the week. None: as the unit works. */
export function HoursEditor({ hours, onChange }: { hours: readonly Hours[]; onChange: (hours: readonly Hours[]) => void }) {
  const { t } = useTranslation('directory')
  const shared = useTranslation('shared').t
  const change = (index: number, changes: Partial<Hours>) => onChange(hours.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  return (
    <fieldset className="dir-fieldset">
      <legend>{t('desk.hours')}</legend>
      {hours.length === 0 && <span className="muted">{t('desk.hoursUnit')}</span>}
      {hours.map((one, index) => (
        <div key={index} className="dir-hours">
          <Select mode="multiple" aria-label={`${t('desk.days')} ${index + 1}`} value={one.days} onChange={(days: number[]) => change(index, { days })} options={DAYS.map((day) => ({ value: day, label: dayName(day, t) }))} />
          <Input type="time" aria-label={`${t('desk.from')} ${index + 1}`} value={one.from} onChange={(event) => change(index, { from: event.target.value })} />
          <Input type="time" aria-label={`${t('desk.to')} ${index + 1}`} value={one.to} onChange={(event) => change(index, { to: event.target.value })} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${shared('act.remove')} ${index + 1}`} onClick={() => onChange(hours.filter((_one, at) => at !== index))} />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...hours, { days: DAYS.slice(0, 5), from: '13:30', to: '17:00' }])}>{t('desk.addHours')}</Button>
      <p className="faint">{t('desk.hoursHint')}</p>
    </fieldset>
  )
}
