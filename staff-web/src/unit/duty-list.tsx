import { listObligations, type ObligationRow } from '@daodi/contract/staff/obligations/obligations.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { DueWithClocks } from '../shared/due-tag.tsx'
import { pathOfDuty, titleOfDuty } from '../shared/duty-subject.ts'
import { useFormat } from '../shared/format.ts'
import { hasRole, type Me, useMe } from '../shared/me.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'

type Duty = z.output<typeof ObligationRow>
const PAGE = 50

/** The unit's duties that are late, or that wait for a signature; of those `counted` the ones that the reader may see. */
export function DutyList({ unitId, which, counted, title, empty }: { unitId: string; which: 'late' | 'signFor'; counted: number; title: string; empty: string }) {
  const { t } = useTranslation('unit')
  const query = useInfiniteQuery({
    queryKey: ['obligations', 'unit-list', unitId, which],
    queryFn: ({ pageParam, signal }) => call(listObligations, { query: { ...(which === 'late' ? { scope: 'late' as const } : { scope: 'unit' as const, kind: 'signFor' as const }), unitId, ...(pageParam === '' ? {} : { after: pageParam }), limit: PAGE }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="card" aria-labelledby={`unit-${which}`}>
      <header className="unit-head"><h2 id={`unit-${which}`}>{title}</h2>{rows.length > 0 && <span className={which === 'late' ? 'tag late' : 'tag soon'}>{rows.length}{query.hasNextPage ? '+' : ''}</span>}</header>
      {query.isPending && <div className="unit-pad"><LoadingState rows={3} /></div>}
      {query.isError && rows.length === 0 && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <ul className="unit-duties">{rows.map((duty) => <DutyLine key={duty.id} duty={duty} />)}</ul>
      {query.hasNextPage && <div className="unit-pad"><Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button></div>}
      {query.isSuccess && !query.hasNextPage && <WhatIsNotHere hidden={counted - rows.length} empty={rows.length === 0 ? empty : null} />}
    </section>
  )
}

/** The list ends here: nothing is in it, or not everything that is counted. */
function WhatIsNotHere({ hidden, empty }: { hidden: number; empty: string | null }) {
  const { t } = useTranslation('unit')
  const words = hidden > 0 ? t('hidden', { count: hidden }) : empty
  return words !== null && <p className="unit-pad muted">{words}</p>
}

/** What is being worked on goes to somebody else from here; where it may not, the case says why. */
function mayReassign({ kind, caseId }: Duty, me: Me): boolean {
  return kind === 'resolve' && caseId !== null && hasRole(me, 'head', 'leader')
}

function DutyLine({ duty }: { duty: Duty }) {
  const { t } = useTranslation('unit')
  const shared = useTranslation('shared').t
  const { formatInstant } = useFormat()
  const me = useMe()
  return (
    <li>
      <Link to={pathOfDuty(duty)} className="unit-duty">
        <span className="clip unit-subject">{titleOfDuty(duty)}</span>
        <DueWithClocks due={{ dueAt: duty.dueAt, estimated: duty.estimated, workingDaysLeft: duty.workingDaysLeft, lateBy: duty.lateBy }} light={duty.light} clocks={duty.case?.clocks} about={shared('due.ofDuty', { kind: shared(`obligation.${duty.kind}`) })} />
        <span className="muted clip unit-who">
          {[t('duty', { owner: duty.owner.personName ?? duty.owner.unitName, kind: shared(`obligation.${duty.kind}`) }), duty.case?.number ?? '', duty.kind === 'signFor' ? t('since', { when: formatInstant(duty.openedAt) }) : ''].filter(Boolean).join(' · ')}
        </span>
        {duty.escalatedTo.length > 0 && <span className="unit-climbed clip">{t('escalated', { names: duty.escalatedTo.map((one) => one.personName).join(' ') })}</span>}
      </Link>
      {mayReassign(duty, me) && <Link to={`/cases/${duty.caseId}?act=referCase`} className="unit-reassign" aria-label={t('reassignOf', { subject: titleOfDuty(duty) })}>{t('reassign')}</Link>}
    </li>
  )
}
