import { createRosterFeed, endAbsence, getMyRoster, revokeRosterFeed } from '@daodi/contract/staff/roster/roster.ts'
import { listSuccessions } from '@daodi/contract/staff/successions/successions.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../shared/call.ts'
import { CopyButton } from '../shared/copy-button.tsx'
import { useFormat } from '../shared/format.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { AbsenceForm } from './absence-form.tsx'
import { Presence } from '../shared/presence.tsx'
import { useRefusalWords } from './roster-query.ts'

/** One's own shifts, hand-overs to sign for, absences and the calendar address. */
export function MyShifts() {
  const { t } = useTranslation('roster')
  const { formatInstant, formatTimeRange } = useFormat()
  const mine = useQuery({ queryKey: ['roster', 'mine'], queryFn: ({ signal }) => call(getMyRoster, { signal }) })
  const successions = useQuery({ queryKey: ['roster', 'successions'], queryFn: ({ signal }) => call(listSuccessions, { signal }) })
  if (mine.isError && mine.data === undefined) return <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />
  if (mine.data === undefined) return <LoadingState rows={8} />
  const { shifts, absences, presence, toSign, walkrounds } = mine.data
  const waiting = successions.data?.rows.length ?? 0
  return (
    <div className="roster-halves">
      <div className="roster-stack">
        {waiting > 0 && <p className="card roster-pad"><Link to="/successions">{t('mine.successions', { count: waiting })}</Link></p>}
        {toSign.length > 0 && (
          <section className="card roster-pad roster-urgent" aria-labelledby="roster-sign">
            <h2 id="roster-sign">{t('mine.toSign')}</h2>
            <ul className="roster-list">{toSign.map((one) => <li key={one.shiftId}>{t('mine.handed', { name: one.personName, kind: one.kindName, when: formatInstant(one.writtenAt) })} <Link to={`/roster/shifts/${one.shiftId}`}>{t('mine.sign')}</Link></li>)}</ul>
          </section>
        )}
        <section className="card roster-pad" aria-labelledby="roster-mine">
          <h2 id="roster-mine">{t('mine.shifts')}</h2>
          {shifts.length === 0 && <p className="muted">{t('mine.none')}</p>}
          <ul className="roster-list">
            {shifts.map((shift) => (
              <li key={shift.id}>
                <Link to={`/roster/shifts/${shift.id}`}>{shift.kindName}</Link> <span className="muted">{shift.unitName}</span>
                <span className="num roster-right">{formatTimeRange(shift.startsAt, shift.endsAt)}</span>
                {shift.begunAt !== null && <span className={shift.endedAt === null ? 'tag act' : 'tag ok'}>{shift.endedAt === null ? t('week.begun') : t('week.ended')}</span>}
              </li>
            ))}
          </ul>
        </section>
        {walkrounds.length > 0 && (
          <section className="card roster-pad" aria-labelledby="roster-visits">
            <h2 id="roster-visits">{t('sections.walkrounds')}</h2>
            <ul className="roster-list">{walkrounds.map((one) => (
              <li key={one.id}><Link to={`/roster/walkrounds?unit=${one.unitId}`}>{one.title}</Link> <span className="num">{formatInstant(one.at)}</span> <span className="muted roster-second">{one.unitName} · {t('walk.by', { name: one.visitorName })}</span></li>
            ))}</ul>
          </section>
        )}
      </div>
      <div className="roster-stack">
        <section className="card roster-pad" aria-labelledby="roster-away">
          <h2 id="roster-away">{t('mine.absences')}</h2>
          <p><span className="muted">{t('mine.presence')}</span> <Presence row={presence} /></p>
          {absences.length === 0 && <p className="muted">{t('mine.noAbsences')}</p>}
          <ul className="roster-list">{absences.map((absence) => <AbsenceLine key={absence.id} absence={absence} />)}</ul>
          <AbsenceForm />
        </section>
        <Feed exists={mine.data.feed} />
      </div>
    </div>
  )
}

type Absence = Awaited<ReturnType<typeof call<(typeof getMyRoster)['params'], (typeof getMyRoster)['query'], (typeof getMyRoster)['body'], (typeof getMyRoster)['reply'], (typeof getMyRoster)['refusals']>>>['absences'][number]

function AbsenceLine({ absence }: { absence: Absence }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useRefusalWords()
  const begun = Date.parse(absence.from) <= Date.now()
  const end = useMutation({
    mutationFn: () => call(endAbsence, { params: { absenceId: absence.id }, body: {} }),
    onSuccess: () => { message.success(t('mine.ended')) }, onError: (error) => { message.error(words(error)) },
    onSettled: () => queries.invalidateQueries({ queryKey: ['roster'] }),
  })
  return (
    <li>
      <span className="tag soon">{t(`mine.kinds.${absence.kind}`)}</span> <span className="num">{formatInstant(absence.from)} – {absence.to === null ? t('mine.open') : formatInstant(absence.to)}</span>
      {absence.deputyName !== null && <span className="muted"> {t('deputy', { name: absence.deputyName })}</span>}
      <Button size="small" className="roster-right" loading={end.isPending} onClick={() => end.mutate()}>{begun ? t('mine.back') : t('mine.cancel')}</Button>
    </li>
  )
}

function Feed({ exists }: { exists: boolean }) {
  const { t } = useTranslation('roster')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useRefusalWords()
  const [address, setAddress] = useState<string | null>(null)
  const reread = () => queries.invalidateQueries({ queryKey: ['roster', 'mine'] })
  const create = useMutation({ mutationFn: () => call(createRosterFeed, { body: {} }), onSuccess: ({ path }) => setAddress(new URL(path, window.location.origin).href), onError: (error) => { message.error(words(error)) }, onSettled: reread })
  const revoke = useMutation({ mutationFn: () => call(revokeRosterFeed, {}), onSuccess: () => { setAddress(null); message.success(t('mine.revoked')) }, onError: (error) => { message.error(words(error)) }, onSettled: reread })
  return (
    <section className="card roster-pad" aria-labelledby="roster-feed">
      <h2 id="roster-feed">{t('mine.feed')}</h2>
      <p className="muted">{t('mine.feedText')}</p>
      {address !== null && <p className="roster-address"><code>{address}</code> <CopyButton text={address} /><br /><span className="muted">{t('mine.feedOnce')}</span></p>}
      {address === null && exists && <p>{t('mine.hasFeed')}</p>}
      <div className="roster-bar">
        <Button loading={create.isPending} onClick={() => create.mutate()}>{exists ? t('mine.renewFeed') : t('mine.createFeed')}</Button>
        {exists && <Button loading={revoke.isPending} onClick={() => revoke.mutate()}>{t('mine.revokeFeed')}</Button>}
      </div>
    </section>
  )
}
