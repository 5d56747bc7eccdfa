import { beginShift, getShift } from '@daodi/contract/staff/roster/shift.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { PrintLink } from '../shared/print-link.tsx'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { TwoClocks } from '../shared/two-clocks.tsx'
import { HandOver } from './hand-over.tsx'
import { Round } from './round.tsx'
import './roster.css'
import { TaskRow } from './task-row.tsx'
import { useShiftAct } from './use-shift-act.ts'

export type ShiftPageData = z.output<typeof getShift.reply>

/** One shift from its beginning to its end: what to read, the round, what is in hand, the hand-over. */
export function ShiftPage() {
  const { t } = useTranslation('roster')
  const { shiftId = '' } = useParams()
  const { formatInstant, formatTimeRange } = useFormat()
  const shift = useQuery({ queryKey: ['roster', 'shift', shiftId], queryFn: ({ signal }) => call(getShift, { params: { shiftId }, signal }) })
  if (shift.isError && shift.data === undefined) return <PageFrame title={t('title')}><ErrorState error={shift.error} onRetry={() => void shift.refetch()} /></PageFrame>
  if (shift.data === undefined) return <PageFrame title={t('title')}><LoadingState rows={10} /></PageFrame>
  const { data } = shift
  const state = data.endedAt !== null ? t('shift.ended', { when: formatInstant(data.endedAt) }) : data.begunAt !== null ? t('shift.begun', { when: formatInstant(data.begunAt) }) : t('shift.notBegun')
  return (
    <PageFrame title={t('shift.title', { kind: data.kindName, name: data.personName })} width="wide" aside={<span className="muted num">{data.unitName} · {formatTimeRange(data.startsAt, data.endsAt)} · {state}</span>}>
      <div className="roster-bar no-print"><PrintLink to={`/print/shift/${data.id}/handOver`}>{t('shift.printHandOver')}</PrintLink><PrintLink to={`/print/shift/${data.id}/log`}>{t('shift.printLog')}</PrintLink></div>
      <div className="roster-halves">
        <div className="roster-stack">
          <Received shift={data} />
          <Unsettled shift={data} />
          <Events shift={data} />
          {data.mine && data.begunAt === null && <Begin shift={data} />}
        </div>
        <div className="roster-stack">
          <Visits shift={data} />
          <ShiftTasks shift={data} />
          <Round shift={data} />
          <HandOver shift={data} />
        </div>
      </div>
    </PageFrame>
  )
}

/** Who comes to see the unit during the shift. */
function Visits({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  if (shift.walkrounds.length === 0) return null
  return (
    <section className="card roster-pad" aria-labelledby="shift-visits">
      <h2 id="shift-visits">{t('sections.walkrounds')}</h2>
      <ul className="roster-list">{shift.walkrounds.map((one) => (
        <li key={one.id}><Link to={`/roster/walkrounds?unit=${one.unitId}`}><b>{one.title}</b></Link> <span className="num">{formatInstant(one.at)}</span> <span className="muted roster-second">{t('walk.by', { name: one.visitorName })} · {one.receiver === null ? t('walk.nobody') : t('walk.with', { name: one.receiver.name })}</span>{one.recordedAt !== null && <span className="tag ok roster-right">{t('walk.recorded')}</span>}</li>
      ))}</ul>
    </section>
  )
}

function ShiftTasks({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  if (shift.tasks.length === 0) return null
  const open = shift.tasks.filter(({ doneAt }) => doneAt === null)
  const done = shift.tasks.filter(({ doneAt }) => doneAt !== null)
  return (
    <section className="card roster-pad" aria-labelledby="shift-tasks">
      <h2 id="shift-tasks">{t('tasks.mine')} <span className={open.length > 0 ? 'tag soon' : 'tag ok'}>{open.length > 0 ? t('tasks.left', { count: open.length }) : t('tasks.allDone')}</span> <Link className="roster-right roster-plain" to={`/roster/tasks?unit=${shift.unitId}`}>{t('tasks.receive')}</Link></h2>
      {open.length > 0 && <ul className="roster-list">{open.map((task) => <TaskRow key={task.id} task={task} onShift />)}</ul>}
      {done.length > 0 && (
        <details className="roster-done">
          <summary className="muted">{t('tasks.doneCount', { count: done.length })}</summary>
          <ul className="roster-list">{done.map((task) => <TaskRow key={task.id} task={task} onShift />)}</ul>
        </details>
      )}
    </section>
  )
}

function Begin({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const begin = useShiftAct(() => call(beginShift, { params: { shiftId: shift.id }, body: {} }), t('shift.beginDone'))
  const early = Date.parse(shift.round.opensAt) > Date.now()
  return (
    <section className="card roster-pad">
      <p className="muted">{early ? t('shift.opens', { when: formatInstant(shift.round.opensAt) }) : t('shift.beginText')}</p>
      <Button type="primary" disabled={early} loading={begin.isPending} onClick={() => begin.mutate()}>{t('shift.begin')}</Button>
    </section>
  )
}

function Received({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  if (shift.received.length === 0) return null
  return (
    <section className="card roster-pad" aria-labelledby="shift-received">
      <h2 id="shift-received">{t('shift.received')}</h2>
      <ul className="roster-list">
        {shift.received.map((one) => (
          <li key={one.shiftId}>
            <Link to={`/roster/shifts/${one.shiftId}`}>{t('mine.handed', { name: one.personName, kind: one.kindName, when: formatInstant(one.writtenAt) })}</Link> {one.acceptedAt !== null && <span className="tag ok">{t('shift.signed')}</span>}
            {one.notes !== null && <p className="roster-wide roster-words">{one.notes}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Unsettled({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { formatDueInstant } = useFormat()
  return (
    <section className="card roster-pad" aria-labelledby="shift-unsettled">
      <h2 id="shift-unsettled">{t('shift.unsettled')} <span className="num faint">{shift.unsettled.length}</span></h2>
      {shift.unsettled.length === 0 && <p className="muted">{t('shift.noUnsettled')}</p>}
      <ul className="roster-list roster-long">
        {shift.unsettled.map((one) => (
          <li key={one.caseId}><Link to={`/cases/${one.caseId}`} className="clip">{one.subject}</Link> <span className="muted">{one.handlerName}</span><span className="due-clocks roster-right">{one.dueAt !== null && <span className={one.late ? 'tag late' : 'tag'}>{formatDueInstant(one.dueAt, one.dueEstimated)}</span>}<TwoClocks clocks={one.clocks} /></span></li>
        ))}
      </ul>
    </section>
  )
}

function Events({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const cases = shift.events.filter((event, index) => shift.events.findIndex((one) => one.caseId === event.caseId) === index)
  return (
    <section className="card roster-pad" aria-labelledby="shift-events">
      <h2 id="shift-events">{t('shift.events')} <span className="num faint">{shift.events.length}</span></h2>
      {cases.length === 0 && <p className="muted">{t('shift.noEvents')}</p>}
      <ul className="roster-list roster-long">
        {cases.map((event) => <li key={event.caseId}><Link to={`/cases/${event.caseId}`} className="clip">{event.subject}</Link> <span className="muted">{event.actorName ?? ''}</span> <span className="num faint roster-right">{formatInstant(event.at)}</span></li>)}
      </ul>
    </section>
  )
}
