import { CloseOutlined } from '@ant-design/icons'
import { CATEGORIES, CHANNELS, OUTCOMES, STATUSES, URGENCIES } from '@daodi/contract/shared/codes.ts'
import { UNIT_PARTS } from '@daodi/contract/staff/cases/list-cases.ts'
import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shared/me.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { PersonFilter } from './person-filter.tsx'
import { useDesks } from './use-desks.ts'
import type { FilterName, Filters } from './filters.ts'

interface FilterBarProps { readonly filters: Filters; readonly chosen: number; readonly onChange: (changes: Filters) => void; readonly onClear: () => void }

export function FilterBar({ filters, chosen, onChange, onClear }: FilterBarProps) {
  const { t } = useTranslation('cases')
  const shared = useTranslation('shared').t
  const { settings, teams } = useMe()
  const { view } = filters
  const categories = CATEGORIES.filter((one) => settings.categories.includes(one))
  const channels = CHANNELS.filter((one) => settings.channels.includes(one))
  const pick = (name: FilterName, value: string | undefined) => onChange({ [name]: value })
  return (
    <div className="case-filters">
      <Codes name="status" value={filters.status} onPick={pick} options={STATUSES.map((value) => ({ value, label: shared(`status.${value}`) }))} />
      <Codes name="category" value={filters.category} onPick={pick} options={categories.map((value) => ({ value, label: shared(`category.${value}`) }))} />
      <Codes name="channel" value={filters.channel} onPick={pick} options={channels.map((value) => ({ value, label: shared(`channel.${value}`) }))} />
      <Codes name="urgency" value={filters.urgency} onPick={pick} options={URGENCIES.map((value) => ({ value, label: shared(`urgency.${value}`) }))} />
      <Codes name="open" value={filters.open} onPick={pick} options={[{ value: 'true', label: t('filters.opened') }, { value: 'false', label: t('filters.ended') }]} />
      <Codes name="outcome" value={filters.outcome} onPick={pick} options={OUTCOMES.map((value) => ({ value, label: shared(`outcome.${value}`) }))} />
      <Codes name="promise" value={filters.promise} onPick={pick} options={[{ value: 'missing', label: t('filters.promiseMissing') }]} />
      <Codes name="passing" value={filters.passing} onPick={pick} options={[{ value: 'repeated', label: t('filters.passingRepeated') }]} />
      {(view !== 'mineHandling' || filters.handlerId !== undefined) && <PersonFilter name="handlerId" value={filters.handlerId} onPick={pick} />}
      {((view !== 'mineFirst' && view !== 'following') || filters.firstContactId !== undefined) && <PersonFilter name="firstContactId" value={filters.firstContactId} onPick={pick} />}
      <div className="case-filter-unit"><UnitPicker value={filters.unitId ?? null} onChange={(unitId) => onChange({ unitId: unitId ?? undefined })} label={t('filters.unit')} allowInstitution /></div>
      {filters.unitPart !== undefined && <Codes name="unitPart" value={filters.unitPart} onPick={pick} options={UNIT_PARTS.map((value) => ({ value, label: t(`unitPart.${value}`) }))} />}
      {filters.groupId !== undefined && <Button onClick={() => pick('groupId', undefined)} aria-label={t('filters.withoutTeam')}>{teams.find(({ id }) => id === filters.groupId)?.name ?? t('filters.groupId')} <CloseOutlined /></Button>}
      <DeskFilter value={filters.deskId} onPick={pick} name="deskId" />
      <Day name="from" value={filters.from} onPick={pick} />
      <Day name="to" value={filters.to} onPick={pick} />
      {chosen > 0 && <Button type="link" onClick={onClear}>{t('clear')}</Button>}
    </div>
  )
}

interface OneFilter<Name extends FilterName> { readonly name: Name; readonly value: string | undefined; readonly onPick: (name: FilterName, value: string | undefined) => void }

function Codes({ name, value, onPick, options }: OneFilter<'status' | 'category' | 'channel' | 'urgency' | 'open' | 'outcome' | 'promise' | 'passing' | 'unitPart'> & { readonly options: readonly { value: string; label: string }[] }) {
  const { t } = useTranslation('cases')
  return (
    <Select
      aria-label={t(`filters.${name}`)} placeholder={t(`filters.${name}`)} allowClear value={value ?? null} options={[...options]} popupMatchSelectWidth={false}
      onChange={(picked: string | undefined) => onPick(name, picked)} className="case-filter"
    />
  )
}

/** Only where there are desks, or one is being looked at. */
function DeskFilter({ name, value, onPick }: OneFilter<'deskId'>) {
  const { t } = useTranslation('cases')
  const desks = useDesks()
  if (desks.length === 0 && value === undefined) return null
  return (
    <Select
      aria-label={t('filters.deskId')} placeholder={t('filters.deskId')} allowClear showSearch={{ optionFilterProp: 'label' }} value={value ?? null} popupMatchSelectWidth={false} className="case-filter"
      options={desks.map((desk) => ({ value: desk.id, label: `${desk.name} · ${desk.unitName}` }))} onChange={(picked?: string) => onPick(name, picked)}
    />
  )
}

function Day({ name, value, onPick }: OneFilter<'from' | 'to'>) {
  const { t } = useTranslation('cases')
  return (
    <DatePicker
      aria-label={t(`filters.${name}`)} placeholder={t(`filters.${name}`)} value={value === undefined ? null : dayjs(value)} className="case-filter-day"
      onChange={(day) => onPick(name, day === null ? undefined : day.format('YYYY-MM-DD'))}
    />
  )
}
