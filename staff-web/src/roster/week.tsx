import { getRoster } from '@daodi/contract/staff/roster/roster.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { call } from '../shared/call.ts'
import { useKeys } from '../shared/keys.tsx'
import { useMe } from '../shared/me.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { Planner } from './planner.tsx'
import { addDays } from './planning.ts'

/** The roster of a unit's week: planned by dragging, by choosing, or by copying the week before. */
export function Week() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const unitId = search.get('unit') || me.unit.id
  const week = search.get('week')
  const roster = useQuery({
    queryKey: ['roster', 'week', unitId, week], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(getRoster, { params: { unitId }, query: week === null ? {} : { week }, signal }),
  })
  const go = (next: { unit?: string; week?: string | null }) => {
    const to = { unit: next.unit ?? unitId, week: next.week === undefined ? week : next.week }
    setSearch({ unit: to.unit, ...(to.week === null ? {} : { week: to.week }) })
  }
  const monday = roster.data?.days[0]
  const step = (days: number) => { if (monday !== undefined) go({ week: addDays(monday, days) }) }
  // While somebody is carried by keyboard the arrows go from field to field.
  const [carrying, setCarrying] = useState(false)
  useKeys([
    { key: 'ArrowLeft', label: t('keys.previous'), disabled: carrying, act: () => step(-7) },
    { key: 'ArrowRight', label: t('keys.next'), disabled: carrying, act: () => step(7) },
    { key: 't', label: t('keys.today'), disabled: carrying, act: () => go({ week: null }) },
  ])
  return (
    <>
      <div className="roster-bar">
        <div className="roster-unit"><UnitPicker value={unitId} onChange={(next) => { if (next !== null) go({ unit: next }) }} label={t('week.unit')} allowInstitution required /></div>
        <Button onClick={() => step(-7)}>{t('week.previous')}</Button>
        <Button onClick={() => go({ week: null })}>{t('week.today')}</Button>
        <Button onClick={() => step(7)}>{t('week.next')}</Button>
        {roster.data && <span className="muted num">{roster.data.days[0]} – {roster.data.days[6]?.slice(5)}</span>}
      </div>
      {roster.isError && roster.data === undefined && <ErrorState error={roster.error} onRetry={() => void roster.refetch()} />}
      {roster.isPending && <LoadingState rows={8} />}
      {roster.data && <Planner key={unitId} roster={roster.data} unitId={unitId} onCarry={setCarrying} />}
    </>
  )
}
