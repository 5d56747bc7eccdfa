import { getOnDuty, getPresence } from '@daodi/contract/staff/roster/roster.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { Presence } from '../shared/presence.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { UnitPicker, useUnits } from '../shared/unit-picker.tsx'
import { useDebounced } from '../shared/use-debounced.ts'

const REREAD_MS = 60_000
const PAGE = 50
/** Reading so many pages anew by itself is cheap; whoever has leafed further reads on undisturbed. */
const REREAD_PAGES = 2

type OnDuty = z.output<typeof getOnDuty.reply>['rows'][number]
interface Group { unitId: string; unitName: string; rows: OnDuty[] }

/** Who is on duty at this moment, unit by unit and page by page, and where the people of a unit are. */
export function OnNow() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 200)
  const whole = unitId === null && q === ''
  const own = useOnDuty({ unitId: me.unit.id, q: '', enabled: whole })
  const listed = useOnDuty({ unitId, q, enabled: true })
  // The own unit stands first, so it is left out where it would come in its turn.
  const first = new Set(whole ? own.rows.map(({ shiftId }) => shiftId) : [])
  const rows = whole ? [...own.rows, ...listed.rows.filter(({ shiftId }) => !first.has(shiftId))] : listed.rows
  const { query } = listed
  return (
    <>
      <div className="roster-bar">
        <div className="roster-unit"><UnitPicker value={unitId} onChange={setUnitId} label={t('week.unit')} allowInstitution /></div>
        <div className="roster-unit"><Input type="search" value={typed} allowClear maxLength={60} placeholder={t('now.search')} aria-label={t('now.search')} onChange={(event) => setTyped(event.target.value)} /></div>
        {query.isSuccess && <span className="muted num" role="status">{unitId === null && `${t('now.all')} `}{t(query.hasNextPage ? 'now.countSoFar' : 'now.count', { count: rows.length })}</span>}
      </div>
      <div className="roster-halves">
        <Listed query={query} rows={rows} searched={q !== ''} />
        <UnitPresence unitId={unitId ?? me.unit.id} q={q.toLowerCase()} />
      </div>
    </>
  )
}

function Listed({ query, rows, searched }: { query: ReturnType<typeof useOnDuty>['query']; rows: readonly OnDuty[]; searched: boolean }) {
  const { t } = useTranslation('roster')
  const empty = query.isSuccess && rows.length === 0
  return (
    <section className="card roster-pad" aria-labelledby="roster-now">
      <h2 id="roster-now">{t('now.title')}</h2>
      {query.isPending && <LoadingState rows={4} />}
      {query.isError && query.data === undefined && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {empty && !searched && <EmptyState title={t('now.empty')} text={t('now.emptyText')} />}
      {empty && searched && <p className="muted">{t('now.notFound')}</p>}
      {grouped(rows).map((group) => <UnitOnDuty key={group.unitId} group={group} />)}
      {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('now.more')}</Button>}
    </section>
  )
}

function useOnDuty({ unitId, q, enabled }: { unitId: string | null; q: string; enabled: boolean }) {
  const query = useInfiniteQuery({
    queryKey: ['roster', 'now', unitId, q],
    queryFn: ({ pageParam, signal }) => call(getOnDuty, { query: { ...(unitId === null ? {} : { unitId }), ...(q === '' ? {} : { q }), ...(pageParam === '' ? {} : { after: pageParam }), limit: PAGE }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next, enabled,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= REREAD_PAGES ? REREAD_MS : false),
  })
  return { query, rows: query.data?.pages.flatMap((page) => page.rows) ?? [] }
}

/** Unit by unit, in the order in which they come. */
function grouped(rows: readonly OnDuty[]): Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const group = groups.get(row.unitId) ?? { unitId: row.unitId, unitName: row.unitName, rows: [] }
    group.rows.push(row)
    groups.set(row.unitId, group)
  }
  return [...groups.values()]
}

function UnitOnDuty({ group: { unitName, rows } }: { group: Group }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  return (
    <details className="roster-group" open>
      <summary><b>{unitName}</b></summary>
      <ul className="roster-list">
        {rows.map((row) => (
          <li key={row.shiftId}>
            <b>{row.name}</b> <span>{row.kindName}</span>{row.team !== null && <span className="tag">{row.team}</span>}
            <span className="muted roster-right num">{t('now.to', { when: formatInstant(row.endsAt) })}</span>
            <span className="muted roster-wide">{[row.personPost, row.room].filter(Boolean).join(' · ')}{row.phone !== null && <> · <a className="num" href={`tel:${row.phone}`}>{row.phone}</a></>}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function UnitPresence({ unitId, q }: { unitId: string; q: string }) {
  const { t } = useTranslation('roster')
  const units = useUnits().data
  const presence = useQuery({ queryKey: ['roster', 'presence', unitId], queryFn: ({ signal }) => call(getPresence, { query: { unitId }, signal }), refetchInterval: REREAD_MS })
  const all = presence.data?.rows ?? []
  const found = q === '' ? all : all.filter((row) => `${row.name}${row.post ?? ''}`.toLowerCase().includes(q))
  // Somebody is looked for in the unit only while the search finds anybody in it.
  const rows = found.length > 0 ? found : all
  return (
    <section className="card roster-pad" aria-labelledby="roster-presence">
      <h2 id="roster-presence">{t('now.presence')} <span className="muted roster-light">{units?.find(({ id }) => id === unitId)?.name}</span></h2>
      {presence.isPending && <LoadingState rows={4} />}
      {presence.isError && presence.data === undefined && <ErrorState error={presence.error} onRetry={() => void presence.refetch()} />}
      {presence.data && all.length === 0 && <p className="muted">{t('now.nobodyHere')}</p>}
      <ul className="roster-list">{rows.map((row) => <li key={row.personId}><b>{row.name}</b> {row.post !== null && <span className="muted">{row.post}</span>} <Presence row={row} /></li>)}</ul>
    </section>
  )
}
