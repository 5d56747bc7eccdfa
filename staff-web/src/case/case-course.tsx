import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import type { CaseView } from './case-query.ts'

/** What is asked for, waited for, helped with and watched from above; nothing where there is nothing of it. */
export function CaseCourse({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const lines = useLines(view)
  if (lines.length === 0) return null
  return (
    <section className="card aside-card" aria-labelledby="course-head">
      <h2 id="course-head">{t('course.heading')}</h2>
      <ul className="course-lines">{lines.map((line) => <li key={line.key}><span>{line.head}</span>{line.words !== null && <span className="course-words">{line.words}</span>}{line.foot !== null && <span className="muted">{line.foot}</span>}</li>)}</ul>
    </section>
  )
}

interface Line { readonly key: string; readonly head: ReactNode; readonly words: string | null; readonly foot: string | null }

/** What the lines are spelled with. */
function useWords(view: CaseView) {
  const { t } = useTranslation('case')
  const { formatDueInstant, formatInstant, formatWorkingMinutes } = useFormat()
  const due = ({ dueAt, dueEstimated }: { dueAt: string | null; dueEstimated: boolean }) => (dueAt === null ? null : t('course.due', { when: formatDueInstant(dueAt, dueEstimated) }))
  const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ')
  const names = (people: readonly { personName: string }[]) => people.map((one) => one.personName).join(t('fact.separator'))
  return { t, course: view.course, minutesPerDay: view.clocks.minutesPerWorkingDay, formatDueInstant, formatInstant, formatWorkingMinutes, due, joined, names }
}
type Words = ReturnType<typeof useWords>

function useLines(view: CaseView): Line[] {
  const words = useWords(view)
  return [...timeLines(words), ...attentionLines(words), ...helpLines(words), ...endLines(words)]
}

function timeLines({ t, course, formatDueInstant, formatInstant, due, joined, names }: Words): Line[] {
  const { approval, pause } = course
  const lines: Line[] = []
  if (approval) {
    lines.push({
      key: 'approval', head: <b>{t(`course.approval.${approval.of}`, { until: approval.until === null ? '' : formatDueInstant(approval.until, approval.estimated) })}</b>, words: approval.reason,
      foot: joined(t('course.waitsFor', { names: names(approval.approvers) }), due(approval)),
    })
  }
  if (pause) {
    lines.push({ key: 'pause', head: <b>{t('course.pausedUntil', { when: formatInstant(pause.from), until: formatDueInstant(pause.until, pause.estimated) })}</b>, words: pause.reason, foot: t(`course.stops.${pause.stops}`) })
  }
  if (course.extensions > 0) {
    lines.push({ key: 'extended', head: t('course.extended', { count: course.extensions }), words: null, foot: course.originalLimitAt === null ? null : t('course.original', { when: formatDueInstant(course.originalLimitAt, course.originalLimitEstimated) }) })
  }
  return lines
}

function attentionLines({ t, course, formatDueInstant, formatInstant, due, joined }: Words): Line[] {
  const { supervision } = course
  const lines: Line[] = course.instructions.map((one) => ({ key: one.id, head: <b>{t('course.instructions')}</b>, words: one.text, foot: joined(t('course.by', { name: one.byName, when: formatInstant(one.at) }), due(one)) }))
  if (supervision) {
    lines.unshift({
      key: 'supervision', head: <b>{t('course.supervision', { level: t(`course.level.${supervision.level}`), count: supervision.feedbacks })}</b>, words: supervision.requirement,
      foot: joined(t('course.by', { name: supervision.byName, when: formatInstant(supervision.at) }), supervision.dueAt === null ? null : t('course.nextReport', { when: formatDueInstant(supervision.dueAt, supervision.dueEstimated) })),
    })
  }
  if (course.urges > 0) lines.push({ key: 'urges', head: t('course.urged', { count: course.urges }), words: null, foot: course.urgedAt === null ? null : t('course.urgedAt', { when: formatInstant(course.urgedAt) }) })
  return lines
}

function helpLines({ t, course, formatInstant, due, joined, names }: Words): Line[] {
  const { appointment } = course
  const assists: Line[] = course.assists.map((one) => ({
    key: one.id, head: <><b>{t('course.assists')}</b> {one.unitName} {one.personName} <span className={one.state === 'open' ? 'tag soon' : 'tag'}>{t(`course.assistState.${one.state}`)}</span></>,
    words: one.text ?? one.task, foot: one.state === 'open' ? due(one) : null,
  }))
  const help: Line[] = course.help.map((one) => ({ key: one.id, head: <b>{t(`course.help.${one.of}`)}</b>, words: one.text, foot: joined(names(one.to), due(one)) }))
  const visit: Line[] = appointment === null ? [] : [{
    key: 'appointment', head: <b>{t(appointment.home ? 'course.visit' : 'course.appointment')} {formatInstant(appointment.at)}</b>, words: appointment.place,
    foot: joined(appointment.whoName, appointment.moved > 0 ? t('course.moved', { count: appointment.moved }) : null),
  }]
  return [...assists, ...help, ...visit]
}

function endLines({ t, course, minutesPerDay, formatInstant, formatWorkingMinutes }: Words): Line[] {
  const { archive, contact } = course
  const lines: Line[] = []
  if (course.refusalAgreed) lines.push({ key: 'refusal', head: t('course.refusalAgreed'), words: null, foot: null })
  if (course.confirmed) lines.push({ key: 'confirmed', head: t('course.confirmed'), words: null, foot: null })
  if (archive) lines.push({ key: 'archive', head: <b>{t('course.archive')}</b>, words: archive.summary, foot: t('course.archivedAt', { when: formatInstant(archive.at) }) })
  if (contact.count > 0) lines.push({ key: 'contact', head: t('course.contact', { count: contact.count }), words: null, foot: contact.longestSilenceMinutes === 0 ? null : t('course.silence', { time: formatWorkingMinutes(contact.longestSilenceMinutes, minutesPerDay) }) })
  return lines
}

/** What everybody should see at once, beside the status. */
export function CourseTags({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { approval, pause, urges, supervision, extensions, archive } = view.course
  return (
    <>
      {pause !== null && <span className="tag">{t('course.pausedTag', { cause: t(`course.cause.${pause.cause}`) })}</span>}
      {approval !== null && <span className="tag soon">{t(`course.approvalTag.${approval.of}`)}</span>}
      {extensions > 0 && <span className="tag">{t('course.extended', { count: extensions })}</span>}
      {urges > 0 && <span className="tag soon">{t('course.urged', { count: urges })}</span>}
      {supervision !== null && <span className="tag late">{t(`course.level.${supervision.level}`)}</span>}
      {archive !== null && <span className="tag">{t('course.archive')}</span>}
    </>
  )
}
