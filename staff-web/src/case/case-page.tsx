import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Baton } from '../shared/baton.tsx'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { ActBar } from './act-bar.tsx'
import { CaseAttachments } from './case-attachments.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { CaseCare, CaseLeader, CaseSheet } from './case-care.tsx'
import { CaseCourse } from './case-course.tsx'
import { CaseCooperation } from './case-cooperation.tsx'
import { CaseFinding } from './case-finding.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseObligations } from './case-obligations.tsx'
import { CasePapers } from './case-papers.tsx'
import { type CaseView, daysLeft, isAnsweredOrOver, isPaused, useCase } from './case-query.ts'
import { CaseRequester } from './case-requester.tsx'
import { CaseResult } from './case-result.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import './case.css'
import { useCaseNoticesRead } from '../shared/unread-notices.ts'
import { useReveal } from './use-reveal.ts'

export function CasePage() {
  const { t } = useTranslation('case')
  const { caseId = '' } = useParams()
  const query = useCase(caseId)
  useCaseNoticesRead(caseId)
  const title = t('title', { number: query.data?.number ?? '' })
  return (
    <PageFrame title={title} titleHidden width="normal">
      {query.data !== undefined
        // A new case begins with nothing revealed and nothing half typed.
        ? <CaseBody key={caseId} view={query.data} now={query.dataUpdatedAt} />
        : query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <LoadingState rows={14} />}
    </PageFrame>
  )
}

function CaseBody({ view, now }: { view: CaseView; now: number }) {
  const { t } = useTranslation('case')
  const reveal = useReveal(view.id)
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className="case-columns">
      <div className="case-main">
        <CaseHeader view={view} />
        <ActBar view={view} onAttach={() => field.current?.click()} onReveal={reveal.show} />
        <div className="card case-baton"><CaseBaton view={view} now={now} requesterName={reveal.shown?.name ?? view.requester?.name ?? null} /></div>
        <CaseSheet view={view} />
        <CaseResult view={view} />
        <CaseTimeline view={view} />
      </div>
      <aside className="case-aside" aria-label={t('aside')}>
        <CaseFinding view={view} />
        <CaseClocks view={view} now={now} />
        <CaseRequester view={view} reveal={reveal} />
        <CaseCare view={view} />
        <CaseLeader view={view} />
        <CaseCourse view={view} />
        <CaseObligations view={view} />
        <CaseCooperation view={view} />
        <CasePapers view={view} />
        <CaseAttachments view={view} field={field} />
        <LedgerCard view={view} />
      </aside>
    </div>
  )
}

function CaseBaton({ view, now, requesterName }: { view: CaseView; now: number; requesterName: string | null }) {
  const reopenedAt = useMemo(() => view.timeline.filter((entry) => entry.kind === 'case-reopened').map((entry) => entry.at).toSorted(), [view.timeline])
  const due = view.dueAt === null ? null : { at: view.dueAt, estimated: view.dueEstimated, promised: view.promise !== null && view.promise.dueAt === view.dueAt }
  return (
    <Baton
      legs={view.legs} firstContactName={view.firstContact.personName} requesterName={requesterName} due={due} open={!isAnsweredOrOver(view)}
      answeredAt={view.replies.findLast((reply) => reply.round === view.round)?.at ?? null} paused={isPaused(view)} reopenedAt={reopenedAt}
      minutesPerWorkingDay={view.clocks.minutesPerWorkingDay} leftMinutes={view.clocks.leftMinutes ?? null} daysLeft={daysLeft(view)} now={now}
    />
  )
}

function LedgerCard({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { ledger } = view
  return (
    <section className="card aside-card" aria-labelledby="ledger-head">
      <h2 id="ledger-head">{t('ledger')}</h2>
      <p>{t('ledgerEntries', { count: ledger.entries })} <span className={ledger.intact ? 'tag ok' : 'tag late'}>{t(ledger.intact ? 'intact' : 'broken')}</span></p>
      <p className="muted">{ledger.sealedThrough === 0 ? t('notSealed') : t('sealedThrough', { seq: ledger.sealedThrough })}</p>
      <Link to={`/cases/${view.id}/ledger`}>{t('openLedger')}</Link>
    </section>
  )
}
