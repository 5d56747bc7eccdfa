import { answerBell, listBells, ringBell } from '@daodi/contract/staff/roster/shift.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { useFormat } from '../shared/format.ts'
import { hasRole, useMe } from '../shared/me.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { NewBoard } from './new-board.tsx'
import { useRefusalWords } from './roster-query.ts'
import { useShiftAct } from './use-shift-act.ts'

type Bell = z.output<typeof listBells.reply>['rows'][number]
const REREAD_MS = 3_000

/** What rings now, mine first, and what was answered in the last day. */
export function Bells() {
  const { t } = useTranslation('roster')
  const bells = useQuery({ queryKey: ['roster', 'bells'], queryFn: ({ signal }) => call(listBells, { signal }), refetchInterval: REREAD_MS })
  const me = useMe()
  const [opening, setOpening] = useState(false)
  const rows = bells.data?.rows ?? []
  const ringing = rows.filter((row) => row.answeredAt === null).toSorted((a, b) => Number(b.forMe) - Number(a.forMe))
  const answered = rows.filter((row) => row.answeredAt !== null)
  return (
    <div className="roster-halves">
      <section className="card roster-pad" aria-labelledby="bells-waiting">
        <h2 id="bells-waiting">{t('bells.waiting')} <span className="num faint">{ringing.length}</span></h2>
        {bells.isPending && <LoadingState rows={3} />}
        {bells.isError && bells.data === undefined && <ErrorState error={bells.error} onRetry={() => void bells.refetch()} />}
        {bells.data && ringing.length === 0 && <p className="muted roster-note">{t('bells.none')}</p>}
        <ul className="roster-list">{ringing.map((bell) => <Ringing key={bell.id} bell={bell} />)}</ul>
        <Ring />
        {hasRole(me, 'head', 'leader', 'administrator') && <Button onClick={() => setOpening(true)}>{t('board.create')}</Button>}
        {opening && <NewBoard onClose={() => setOpening(false)} />}
      </section>
      <section className="card roster-pad" aria-labelledby="bells-recent">
        <h2 id="bells-recent">{t('bells.recent')}</h2>
        {bells.data && answered.length === 0 && <p className="muted">{t('bells.noneRecent')}</p>}
        <ul className="roster-list">{answered.map((bell) => <Answered key={bell.id} bell={bell} />)}</ul>
      </section>
    </div>
  )
}

function Ringing({ bell }: { bell: Bell }) {
  const { t } = useTranslation('roster')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useRefusalWords()
  const answer = useMutation({
    mutationFn: () => call(answerBell, { params: { bellId: bell.id }, body: {} }), onSuccess: ({ seconds }) => { message.success(t('bells.done', { seconds })) },
    onError: (error) => { message.error(words(error)) }, onSettled: () => queries.invalidateQueries({ queryKey: ['roster', 'bells'] }),
  })
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(bell.rungAt)) / 1000))
  return (
    <li className={bell.forMe ? 'roster-ringing' : ''}>
      <b>{bell.place}</b> <span className="muted">{[bell.unitName, bell.team].filter(Boolean).join(' · ')}</span> {bell.team !== null && <span className={Date.parse(bell.openToAllAt) <= Date.now() ? 'tag late' : 'tag soon'}>{Date.parse(bell.openToAllAt) <= Date.now() ? t('bells.forAll') : t('bells.forTeam')}</span>}
      <span className="num muted">{t('bells.since', { seconds })}</span>
      <Button type={bell.forMe ? 'primary' : 'default'} className="roster-right" loading={answer.isPending} onClick={() => answer.mutate()}>{t('bells.answer')}</Button>
    </li>
  )
}

function Answered({ bell }: { bell: Bell }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  return <li><b>{bell.place}</b> <span className="muted">{bell.unitName}</span> <span className="roster-second">{t('bells.answered', { name: bell.answeredByName ?? '', seconds: bell.seconds ?? 0 })}</span><span className="num faint roster-right">{formatInstant(bell.rungAt)}</span></li>
}

/** For wards whose bells are not connected: somebody passes the call on. */
function Ring() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<{ place: string; team: string; unitId: string | null }>({ place: '', team: '', unitId: me.unit.id })
  const ring = useShiftAct(async () => {
    const reply = await call(ringBell, { body: { unitId: draft.unitId ?? '', place: cleanLine(draft.place) ?? '', team: cleanLine(draft.team) } })
    message.info(reply.called.length > 0 ? t('bells.rung', { names: reply.called.map(({ name }) => name).join('、') }) : t('bells.rungNobody'))
    setDraft({ ...draft, place: '' })
  }, t('bells.ring'))
  const ready = draft.place.trim() !== '' && draft.unitId !== null
  return (
    <form className="roster-bar roster-ring" onSubmit={(event) => { event.preventDefault(); if (ready && !ring.isPending) ring.mutate() }}>
      <Input value={draft.place} maxLength={60} placeholder={t('bells.place')} aria-label={t('bells.place')} style={{ width: 160 }} onChange={(event) => setDraft({ ...draft, place: event.target.value })} />
      <Input value={draft.team} maxLength={40} placeholder={t('bells.team')} aria-label={t('bells.team')} style={{ width: 130 }} onChange={(event) => setDraft({ ...draft, team: event.target.value })} />
      <div className="roster-unit"><UnitPicker value={draft.unitId} onChange={(unitId) => setDraft({ ...draft, unitId })} label={t('bells.unit')} /></div>
      <Button htmlType="submit" disabled={!ready} loading={ring.isPending}>{t('bells.ring')}</Button>
    </form>
  )
}
