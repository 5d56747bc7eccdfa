import { getUnitOverview } from '@daodi/contract/staff/obligations/obligations.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { call } from '../shared/call.ts'
import { onLiveChange } from '../shared/live.ts'
import { useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { ReceptionGaps } from '../shared/reception-gaps.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { DutyList } from './duty-list.tsx'
import { LoadTable } from './load-table.tsx'
import './unit.css'
import { UnitCounts } from './unit-counts.tsx'
import { UnitFigures } from './unit-figures.tsx'

const REREAD_MS = 2_000

/** A head's view of the unit: what is open, who carries how much, what waits and what is late. */
export function UnitPage() {
  const { t } = useTranslation('unit')
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const headed = me.roles.find((grant) => grant.role === 'head') ?? me.roles.find((grant) => grant.role === 'leader' || grant.role === 'supervisor')
  const unitId = search.get('unit') ?? headed?.unitId ?? null
  const choose = (next: string | null) => setSearch(next === null ? {} : { unit: next })
  return (
    <PageFrame title={t('title')} width="wide" aside={<div className="unit-choice"><UnitPicker value={unitId} onChange={choose} label={t('choose')} allowInstitution /></div>}>
      {unitId === null ? <EmptyState title={t('noUnit')} /> : <UnitBody key={unitId} unitId={unitId} />}
    </PageFrame>
  )
}

function UnitBody({ unitId }: { unitId: string }) {
  const { t } = useTranslation('unit')
  const overview = useQuery({ queryKey: ['unit-overview', unitId], queryFn: ({ signal }) => call(getUnitOverview, { params: { unitId }, signal }) })
  useReadAnew()
  if (overview.isError && overview.data === undefined) return <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />
  if (overview.data === undefined) return <LoadingState rows={10} />
  const { unit, counts, people } = overview.data
  return (
    <>
      <ReceptionGaps unitId={unit.id} />
      <UnitCounts counts={counts} unitId={unit.id} />
      <div className="unit-columns">
        <section className="card" aria-labelledby="unit-people">
          <header className="unit-head"><h2 id="unit-people">{t('people')} · {unit.name}</h2><Link to={`/cases?${new URLSearchParams({ view: 'unit', unitId }).toString()}`}>{t('toCases')}</Link></header>
          <LoadTable people={people} />
        </section>
        <div className="unit-lists">
          <DutyList unitId={unitId} which="late" counted={counts.late} title={t('lateList')} empty={t('nothingLate')} />
          <DutyList unitId={unitId} which="signFor" counted={counts.waitingToSign} title={t('toSign')} empty={t('nothingToSign')} />
        </div>
      </div>
      <UnitFigures unitId={unitId} />
    </>
  )
}

/** Whatever moves in a case may move the figures; a busy hour must not ask for them every second, so their key is none of those that each change reads anew. */
function useReadAnew(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onLiveChange(() => { timer ??= setTimeout(() => { timer = undefined; void queries.invalidateQueries({ queryKey: ['unit-overview'] }) }, REREAD_MS) })
    return () => { clearTimeout(timer); stop() }
  }, [queries])
}
