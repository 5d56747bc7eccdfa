import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmergencyButton } from '../shared/emergency-button.tsx'
import { useFormat } from '../shared/format.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { CareTags } from './case-care.tsx'
import { CourseTags } from './case-course.tsx'
import { CaseMatter } from './case-matter.tsx'
import { type CaseView, isAnsweredOrOver, isPaused } from './case-query.ts'

export function CaseHeader({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  return (
    <header className="case-header">
      <div className="case-sub muted">
        <Link to="/cases" className="case-back">{t('list')}</Link>
        <span className="num">{view.number}</span>
        <span>{shared(`channel.${view.channel}`)} · {shared(`category.${view.category}`)}</span>
        <span>{view.deskName === null ? view.registerUnitName : `${view.registerUnitName} · ${view.deskName}`}</span>
        {view.matter !== null && <CaseMatter matter={view.matter} />}
        {view.cooperation.takesEmergency && <EmergencyButton known={{ partOf: view.id }} />}
      </div>
      <h2 className="case-subject-line">{view.subject}</h2>
      <Occasion view={view} />
      <CaseTags view={view} />
      <HolderLine view={view} />
      {view.care.pair.length > 0 && <p className="case-holder"><span>{t('care.pair')} <b>{[view.firstContact, ...view.care.pair].map((one) => one.personName).join(t('fact.separator'))}</b></span></p>}
    </header>
  )
}

/** When and where it happened, and whom it concerns, as far as somebody said. */
function Occasion({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatInstant } = useFormat()
  const { place, occurredAt, involvedCount, involvedNames } = view
  const people = [involvedCount === null ? null : t('involvedCount', { count: involvedCount }), involvedNames].filter(Boolean).join(' · ')
  const said = [[t('occurredAt'), occurredAt === null ? null : formatInstant(occurredAt)], [t('place'), place], [t('involved'), people === '' ? null : people]] as const
  const shown = said.filter(([, text]) => text !== null)
  if (shown.length === 0) return null
  return <p className="case-holder case-occasion">{shown.map(([name, text]) => <span key={name}><span className="muted">{name}</span> <span>{text}</span></span>)}</p>
}

/** Who has it now, and where to find them. */
function HolderLine({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatDueInstant } = useFormat()
  if (isAnsweredOrOver(view)) return null
  const { handler, referral, ruling } = view
  const reply = view.status === 'resolved' ? view.obligations.find((duty) => duty.kind === 'reply' && duty.state === 'open') : undefined
  if (reply !== undefined) return <p className="case-holder"><span>{t('replier')} <b>{reply.owner.personName ?? reply.owner.unitName}</b> <span className="muted">{reply.owner.personName === null ? '' : reply.owner.unitName}</span></span></p>
  const where = [handler.unitName, handler.room, handler.phone].filter(Boolean).join(' · ')
  return (
    <p className="case-holder">
      <span>{t('holder')} <b>{handler.personName}</b> <span className="muted">{where}</span></span>
      {referral !== null && <span className="soon-text">{t('waitingFor', { unit: [referral.toUnitName, referral.toPersonName].filter(Boolean).join(' '), when: formatDueInstant(referral.dueAt, referral.dueEstimated) })}</span>}
      {ruling !== null && <span className="soon-text">{t('rulingBy', { names: ruling.arbiters.map((arbiter) => arbiter.personName).join(t('fact.separator')), when: formatDueInstant(ruling.dueAt, ruling.dueEstimated) })}</span>}
    </p>
  )
}

/** What was said of it when it was registered. */
function EntryTags({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  return (
    <>
      {view.urgency !== 'normal' && <span className="tag late">{shared(`urgency.${view.urgency}`)}</span>}
      {view.confidential && <span className="tag late">{t('confidential')}</span>}
      {view.priority !== null && <span className="tag soon">{[t('firstServed'), ...view.priority].join(' · ')}</span>}
      {view.afterwards && <span className="tag">{t('afterwards')}</span>}
    </>
  )
}

function CaseTags({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatInstant } = useFormat()
  const open = !isAnsweredOrOver(view)
  const missing = view.notices.at(-1)?.papers.filter((paper) => !paper.given).length ?? 0
  return (
    <div className="case-tags">
      <StatusTag status={view.status} />
      {view.round > 1 && <span className="tag">{t('round', { round: view.round })}</span>}
      <EntryTags view={view} />
      <PromiseTag view={view} />
      {view.unpromised && <span className="tag soon">{t('unpromised')}</span>}
      {view.unfollowed !== null && view.unfollowed.workingDays > 0 && <span className="tag" title={t('unfollowedSince', { when: formatInstant(view.unfollowed.since) })}>{t('unfollowed', { days: view.unfollowed.workingDays })}</span>}
      <CareTags view={view} />
      <CourseTags view={view} />
      {open && isPaused(view) && view.course.pause === null && <span className="tag">{t('paused')}</span>}
      {view.notices.length > 0 && <span className="tag">{open && missing > 0 ? t('noticeMissing', { count: missing }) : t('notice')}</span>}
      {view.returns > 0 && <span className="tag soon">{t('returned', { count: view.returns })}</span>}
    </div>
  )
}

/** Green while it can be kept, cinnabar once the time has passed. */
function PromiseTag({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatDueInstant } = useFormat()
  if (view.promise === null || isAnsweredOrOver(view)) return null
  const late = view.dueAt !== null && Date.parse(view.dueAt) < Date.now()
  return <span className={late ? 'tag late' : 'tag ok'}>{t('promised', { when: formatDueInstant(view.promise.dueAt, view.promise.estimated) })}</span>
}
