import { getOnDuty, getPresence } from '@daodi/contract/staff/roster/roster.ts'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { Presence } from '../shared/presence.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { unitMatches, UnitPicker, useUnits, type Unit } from '../shared/unit-picker.tsx'

const REREAD_MS = 60_000
/** So many are read at a glance; of more, each unit says how many it has. */
const OPEN_UNDER = 30

type OnDuty = z.output<typeof getOnDuty.reply>['rows'][number]
interface Group { unitId: string; unitName: string; rows: OnDuty[] }

/** Who is on duty at this moment, unit by unit, and where the people of a unit are. */
export function OnNow() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const units = useUnits().data
  const [unitId, setUnitId] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim().toLowerCase())
  const duty = useQuery({ queryKey: ['roster', 'now', unitId], queryFn: ({ signal }) => call(getOnDuty, { query: unitId === null ? {} : { unitId }, signal }), refetchInterval: REREAD_MS })
  const groups = useMemo(() => grouped(duty.data?.rows ?? [], q, units ?? [], me.unit.id), [duty.data, q, units, me.unit.id])
  const count = duty.data?.rows.length ?? 0
  return (
    <>
      <div className="roster-bar">
        <div className="roster-unit"><UnitPicker value={unitId} onChange={setUnitId} label={t('week.unit')} allowInstitution /></div>
        <div className="roster-unit"><Input value={typed} allowClear maxLength={40} placeholder={t('now.search')} aria-label={t('now.search')} onChange={(event) => setTyped(event.target.value)} /></div>
        {duty.data && <span className="muted num" role="status">{unitId === null && `${t('now.all')} `}{t('now.count', { count })}</span>}
      </div>
      <div className="roster-halves">
        <section className="card roster-pad" aria-labelledby="roster-now">
          <h2 id="roster-now">{t('now.title')}</h2>
          {duty.isPending && <LoadingState rows={4} />}
          {duty.isError && duty.data === undefined && <ErrorState error={duty.error} onRetry={() => void duty.refetch()} />}
          {duty.data && count === 0 && <EmptyState title={t('now.empty')} text={t('now.emptyText')} />}
          {count > 0 && groups.length === 0 && <p className="muted">{t('now.notFound')}</p>}
          {groups.map((group) => <UnitOnDuty key={`${group.unitId} ${q === ''}`} group={group} open={count <= OPEN_UNDER || group.unitId === me.unit.id || (q !== '' && groups.reduce((sum, { rows }) => sum + rows.length, 0) <= OPEN_UNDER)} />)}
        </section>
        <UnitPresence unitId={unitId ?? me.unit.id} q={q} />
      </div>
    </>
  )
}

/** The own unit first, then as the units stand; a search finds units as well as people. */
function grouped(rows: readonly OnDuty[], q: string, units: readonly Unit[], ownId: string): Group[] {
  const named = new Set(q === '' ? [] : units.filter((unit) => unitMatches(unit, q)).map(({ id }) => id))
  const groups = new Map<string, Group>()
  for (const row of rows) {
    if (q !== '' && !named.has(row.unitId) && !saysOf(row).includes(q)) continue
    const group = groups.get(row.unitId) ?? { unitId: row.unitId, unitName: row.unitName, rows: [] }
    group.rows.push(row)
    groups.set(row.unitId, group)
  }
  return [...groups.values()].toSorted((one, other) => Number(other.unitId === ownId) - Number(one.unitId === ownId))
}

const saysOf = ({ name, kindName, team, personPost, room, phone, unitName }: OnDuty): string => [name, kindName, team, personPost, room, phone, unitName].join(' ').toLowerCase()

/** Rows of a unit that is folded are not drawn. */
function UnitOnDuty({ group: { unitName, rows }, open: begins }: { group: Group; open: boolean }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const [open, setOpen] = useState(begins)
  return (
    <details className="roster-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><b>{unitName}</b> <span className="num faint">{t('now.people', { count: rows.length })}</span></summary>
      {open && (
        <ul className="roster-list">
          {rows.map((row) => (
            <li key={row.shiftId}>
              <b>{row.name}</b> <span>{row.kindName}</span>{row.team !== null && <span className="tag">{row.team}</span>}
              <span className="muted roster-right num">{t('now.to', { when: formatInstant(row.endsAt) })}</span>
              <span className="muted roster-wide">{[row.personPost, row.room].filter(Boolean).join(' · ')}{row.phone !== null && <> · <a className="num" href={`tel:${row.phone}`}>{row.phone}</a></>}</span>
            </li>
          ))}
        </ul>
      )}
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
