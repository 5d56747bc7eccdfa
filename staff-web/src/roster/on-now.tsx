import { getOnDuty, getPresence } from '@daodi/contract/staff/roster/roster.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { Presence } from '../shared/presence.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'

const REREAD_MS = 60_000

/** Who is on duty at this moment, and where the people of a unit are. */
export function OnNow() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const { formatInstant } = useFormat()
  const [unitId, setUnitId] = useState<string | null>(null)
  const duty = useQuery({ queryKey: ['roster', 'now', unitId], queryFn: ({ signal }) => call(getOnDuty, { query: unitId === null ? {} : { unitId }, signal }), refetchInterval: REREAD_MS })
  const presence = useQuery({ queryKey: ['roster', 'presence', unitId], queryFn: ({ signal }) => call(getPresence, { query: { unitId: unitId ?? me.unit.id }, signal }), refetchInterval: REREAD_MS })
  return (
    <>
      <div className="roster-bar"><div className="roster-unit"><UnitPicker value={unitId} onChange={setUnitId} label={t('week.unit')} allowInstitution /></div>{unitId === null && <span className="muted">{t('now.all')}</span>}</div>
      <div className="roster-halves">
        <section className="card roster-pad" aria-labelledby="roster-now">
          <h2 id="roster-now">{t('now.title')}</h2>
          {duty.isPending && <LoadingState rows={4} />}
          {duty.isError && duty.data === undefined && <ErrorState error={duty.error} onRetry={() => void duty.refetch()} />}
          {duty.data?.rows.length === 0 && <EmptyState title={t('now.empty')} text={t('now.emptyText')} />}
          <ul className="roster-list">
            {duty.data?.rows.map((row) => (
              <li key={row.shiftId}>
                <b>{row.name}</b> <span>{row.kindName}</span>{row.team !== null && <span className="tag">{row.team}</span>}
                <span className="muted roster-right num">{t('now.to', { when: formatInstant(row.endsAt) })}</span>
                <span className="muted roster-wide">{[row.unitName, row.personPost, row.room, row.phone].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className="card roster-pad" aria-labelledby="roster-presence">
          <h2 id="roster-presence">{t('now.presence')}</h2>
          {presence.isPending && <LoadingState rows={4} />}
          {presence.isError && presence.data === undefined && <ErrorState error={presence.error} onRetry={() => void presence.refetch()} />}
          <ul className="roster-list">{presence.data?.rows.map((row) => <li key={row.personId}><b>{row.name}</b> <Presence row={row} /></li>)}</ul>
        </section>
      </div>
    </>
  )
}
