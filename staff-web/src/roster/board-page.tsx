import { readBoard } from '@daodi/contract/staff/roster/boards.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import type { z } from 'zod'
import { call, Refused } from '../shared/call.ts'
import { LoadingState } from '../shared/states.tsx'
import { wallText } from '../shared/wall-time.ts'
import './board.css'

type Board = z.output<typeof readBoard.reply>
type Bell = Board['ringing'][number]
const REREAD_MS = 3_000
/** So old may be what it shows before it says that it may be out of date: three readings that did not come. */
const STALE_MS = 12_000

/** For a screen on a wall: it signs in nowhere, needs no hand, and says when what it shows can no longer be trusted. */
export function BoardPage() {
  const { t } = useTranslation('roster')
  const { unitId = '' } = useParams()
  const token = useLocation().hash.slice(1)
  const board = useQuery({
    queryKey: ['board', unitId, token], queryFn: ({ signal }) => call(readBoard, { params: { unitId, token }, anonymous: true, signal: AbortSignal.any([signal, AbortSignal.timeout(STALE_MS)]) }),
    refetchInterval: REREAD_MS, refetchIntervalInBackground: true, networkMode: 'always', retry: false,
  })
  const now = useSecond()
  if (board.error instanceof Refused && (board.error.status === 404 || board.error.status === 400)) return <Ended />
  const lost = board.dataUpdatedAt > 0 ? now - board.dataUpdatedAt > STALE_MS : board.isError
  // By the server's clock: nobody sets that of a screen on a wall.
  const there = board.data ? now - board.dataUpdatedAt + Date.parse(board.data.at) : now
  return (
    <main className="board" aria-labelledby="board-title">
      <header><h1 id="board-title">{board.data?.unitName ?? t('board.title')}</h1>{board.data && <span className="num board-now">{dayAndTime(there, board.data.timeZone)}</span>}</header>
      {lost && <p className="board-lost" role="alert">{board.data ? t('board.lost', { when: dayAndTime(board.data.at, board.data.timeZone) }) : t('board.unreached')}</p>}
      {board.data === undefined && !lost && <LoadingState rows={4} />}
      {board.data && <Shown board={board.data} now={there} stale={lost} />}
    </main>
  )
}

function useSecond(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => { const timer = setInterval(() => setNow(Date.now()), 1000); return () => clearInterval(timer) }, [])
  return now
}

const dayAndTime = (at: string | number, timeZone: string): string => wallText(at, timeZone).replace('T', ' ')
const timeOf = (at: string, timeZone: string): string => wallText(at, timeZone).slice(11)

function Ended() {
  const { t } = useTranslation('roster')
  return <main className="board"><p className="board-lost" role="alert">{t('board.ended')}</p></main>
}

function Shown({ board, now, stale }: { board: Board; now: number; stale: boolean }) {
  const { t } = useTranslation('roster')
  return (
    <div className="board-parts" {...(stale ? { 'data-stale': '' } : {})}>
      <section aria-labelledby="board-ringing" aria-live="assertive">
        <h2 id="board-ringing">{t('bells.waiting')} <span className="num">{board.ringing.length}</span></h2>
        {board.ringing.length === 0 && <p className="board-quiet">{t('bells.none')}</p>}
        <ul className="board-bells">{board.ringing.map((bell) => <Ringing key={bell.id} bell={bell} now={now} />)}</ul>
      </section>
      <section aria-labelledby="board-duty">
        <h2 id="board-duty">{t('now.title')}</h2>
        {board.onDuty.length === 0 && <p className="board-quiet">{t('board.nobody')}</p>}
        <ul className="board-duty">{board.onDuty.map((one) => <li key={one.shiftId}><b>{one.name}</b> {one.main && <span className="tag ok">{t('tasks.main')}</span>} {one.team !== null && <span className="tag">{one.team}</span>} <span className="muted">{one.kindName} · <span className="num">{t('now.to', { when: timeOf(one.endsAt, board.timeZone) })}</span></span></li>)}</ul>
        {board.answered.length > 0 && <><h2>{t('board.answered')}</h2><ul className="board-duty">{board.answered.map((bell) => <li key={bell.id}><b>{bell.place}</b> <span className="muted">{t('bells.answered', { name: bell.answeredByName ?? '', seconds: bell.seconds ?? 0 })}</span></li>)}</ul></>}
      </section>
    </div>
  )
}

function Ringing({ bell, now }: { bell: Bell; now: number }) {
  const { t } = useTranslation('roster')
  const forAll = Date.parse(bell.openToAllAt) <= now
  return (
    <li {...(forAll ? { 'data-all': '' } : {})}>
      <b>{bell.place}</b> <span>{[bell.unitName, bell.team].filter(Boolean).join(' · ')}</span>
      <span className="board-wait num">{t('bells.since', { seconds: Math.max(0, Math.round((now - Date.parse(bell.rungAt)) / 1000)) })}</span><span>{t(forAll ? 'bells.forAll' : 'bells.forTeam')}</span>
    </li>
  )
}
