import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import { type CaseView, daysLeft, isAnsweredOrOver } from './case-query.ts'

/** The time left, large, and the two clocks: the person's never starts again, the unit's says what it runs from. */
export function CaseClocks({ view, now }: { view: CaseView; now: number }) {
  const { t } = useTranslation('case')
  const { t: shared } = useTranslation('shared')
  const { formatDue, formatDueInstant, formatInstant, formatWorkingMinutes } = useFormat()
  const { clocks, promise } = view
  const ended = isAnsweredOrOver(view)
  const due = ended ? null : view.dueAt
  const late = due !== null && Date.parse(due) < now
  const left = useLeft(view, now)
  const heading = ended ? t('clocks') : due === null ? t('nothingDue') : late ? t('pastDue') : promise === null || promise.dueAt !== due ? t('untilDue') : t('untilPromise')
  return (
    <section className="card aside-card" aria-labelledby="clocks-head">
      <h2 id="clocks-head">{heading}</h2>
      {due !== null && (
        <>
          <p className={late ? 'due-large late-text' : 'due-large'} title={late ? shared('due.calendar', { text: formatDue({ dueAt: due, estimated: view.dueEstimated }, now) }) : undefined}>{left}</p>
          <p className="muted">{formatDueInstant(due, view.dueEstimated)}</p>
        </>
      )}
      {ended && <p className="due-large">{t('ended')}</p>}
      {promise?.text != null && !ended && <p className="muted">{t('promiseBy', { name: promise.byName, when: formatInstant(promise.at) })}<br />{promise.text}</p>}
      <ul className="clock-lines">
        <li>{t('requesterClock', { since: formatInstant(clocks.requester.since), time: formatWorkingMinutes(clocks.requester.workingMinutes, clocks.minutesPerWorkingDay) })}</li>
        <li>{t(`unitClock.${clocks.unit.from}`, { unit: view.handler.unitName, since: formatInstant(clocks.unit.since), time: formatWorkingMinutes(clocks.unit.workingMinutes, clocks.minutesPerWorkingDay) })}</li>
      </ul>
    </section>
  )
}

/** How long until what the case waits for is due: whole days as the lists count them, less than one in working time. */
function useLeft(view: CaseView, now: number): string {
  const { t } = useTranslation('case')
  const { formatDue, formatEstimate, formatWorkingMinutes } = useFormat()
  const { clocks, dueAt, dueEstimated } = view
  const days = daysLeft(view)
  if (dueAt === null) return ''
  // What fell due outside of working time is late by none of it yet.
  if (clocks.leftMinutes === 0 && Date.parse(dueAt) < now) return t('justPast')
  if (days === 0 && clocks.leftMinutes != null) return formatEstimate(formatWorkingMinutes(Math.abs(clocks.leftMinutes), clocks.minutesPerWorkingDay), dueEstimated)
  return formatDue({ dueAt, estimated: dueEstimated, ...(days > 0 ? { workingDaysLeft: days } : {}) }, now)
}
