import { listCases } from '@daodi/contract/staff/cases/list-cases.ts'
import { getTeamWork } from '@daodi/contract/staff/directory/groups.ts'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { call } from '../shared/call.ts'
import { DueWithClocks } from '../shared/due-tag.tsx'
import { onLiveChange } from '../shared/live.ts'
import { useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { LoadTable } from './load-table.tsx'
import './unit.css'

const PAGE = 20
/** Time passes without an event: what was in time grows late. */
const REREAD_MS = 60_000
const GATHER_MS = 400

/** What a first-contact team carries, for whoever coordinates it: open cases, who has how much, what is late. */
export function TeamPage() {
  const { t } = useTranslation('unit')
  const me = useMe()
  const navigate = useNavigate()
  const groupId = useParams()['groupId'] ?? me.teams[0]?.id
  const choice = me.teams.length > 1 && (
    <div className="unit-choice"><Select aria-label={t('team.choose')} value={groupId ?? null} style={{ width: '100%' }} options={me.teams.map((team) => ({ value: team.id, label: team.name }))} onChange={(id: string) => void navigate(`/team/${id}`)} /></div>
  )
  return (
    <PageFrame title={me.teams.find((team) => team.id === groupId)?.name ?? t('team.title')} width="wide" aside={choice}>
      {groupId === undefined ? <EmptyState title={t('team.none')} /> : <Team key={groupId} groupId={groupId} />}
    </PageFrame>
  )
}

function Team({ groupId }: { groupId: string }) {
  const { t } = useTranslation('unit')
  useLiveTeam(groupId)
  const work = useQuery({ queryKey: ['obligations', 'team', groupId], queryFn: ({ signal }) => call(getTeamWork, { params: { groupId }, signal }), refetchInterval: REREAD_MS })
  if (work.isError && work.data === undefined) return <ErrorState error={work.error} onRetry={() => void work.refetch()} />
  if (work.data === undefined) return <LoadingState rows={10} />
  const { group, counts, people } = work.data
  const cases = (view: string, more: Record<string, string> = {}) => `/cases?${new URLSearchParams({ view, groupId, ...more }).toString()}`
  return (
    <>
      {group.mandate !== null && <p className="muted team-mandate">{group.mandate}</p>}
      <ul className="unit-counts team-counts">
        <li><Link to={cases('all', { open: 'true' })} className="card unit-count"><b data-tone="plain">{counts.open}</b><span>{t('team.counts.open')}</span></Link></li>
        <li><Link to={cases('late')} className="card unit-count"><b data-tone={counts.late > 0 ? 'late' : 'plain'}>{counts.late}</b><span>{t('team.counts.late')}</span></Link></li>
        <li><div className="card unit-count"><b data-tone={counts.waitingToSign > 0 ? 'soon' : 'plain'}>{counts.waitingToSign}</b><span>{t('team.counts.waitingToSign')}</span></div></li>
      </ul>
      <div className="unit-columns">
        <section className="card" aria-labelledby="team-people">
          <header className="unit-head"><h2 id="team-people">{t('team.members')}</h2><Link to={cases('all')}>{t('team.all')}</Link></header>
          {people.length === 0 ? <EmptyState title={t('team.nobody')} /> : <LoadTable people={people.map((person) => ({ ...person, post: [person.unitName, person.part === 'trainer' ? t('team.trainer') : ''].filter(Boolean).join(' · ') }))} />}
        </section>
        <div className="unit-lists">
          <TeamCases groupId={groupId} which="late" title={t('team.lateCases')} empty={t('team.nothingLate')} />
          <TeamCases groupId={groupId} which="open" title={t('team.open')} empty={t('team.noOpen')} />
          <p className="faint">{t('team.hidden')}</p>
        </div>
      </div>
    </>
  )
}

/** Figures and lists follow what moves among the members; a flock of changes is read once. */
function useLiveTeam(groupId: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onLiveChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        void queries.invalidateQueries({ queryKey: ['obligations', 'team', groupId] })
        void queries.invalidateQueries({ queryKey: ['cases', 'team', groupId] })
      }, GATHER_MS)
    })
    return () => { clearTimeout(timer); stop() }
  }, [queries, groupId])
}

function TeamCases({ groupId, which, title, empty }: { groupId: string; which: 'late' | 'open'; title: string; empty: string }) {
  const { t } = useTranslation('unit')
  const shared = useTranslation('shared').t
  const query = useInfiniteQuery({
    queryKey: ['cases', 'team', groupId, which],
    queryFn: ({ pageParam, signal }) => call(listCases, { query: { view: which === 'late' ? 'late' : 'all', open: 'true', groupId, ...(pageParam === '' ? {} : { after: pageParam }), limit: PAGE }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="card" aria-label={title}>
      <header className="unit-head"><h2>{title}</h2>{rows.length > 0 && <span className={which === 'late' ? 'tag late' : 'tag'}>{rows.length}{query.hasNextPage ? '+' : ''}</span>}</header>
      {query.isPending && <div className="unit-pad"><LoadingState rows={3} /></div>}
      {query.isError && rows.length === 0 && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p className="unit-pad muted">{empty}</p>}
      <ul className="unit-duties">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/cases/${row.id}`} className="unit-duty">
              <span className="clip unit-subject">{row.subject}</span>
              {row.dueAt !== null && <DueWithClocks due={{ dueAt: row.dueAt, estimated: row.dueEstimated, workingDaysLeft: row.workingDaysLeft, lateBy: row.lateBy }} light={row.light} clocks={row.clocks} about={shared('due.ofCase')} />}
              <span className="muted clip unit-who"><StatusTag status={row.status} /> {[row.handler.personName, row.firstContact.personId === row.handler.personId ? '' : `${t('firstContact')} ${row.firstContact.personName}`, row.number].filter(Boolean).join(' · ')}</span>
            </Link>
          </li>
        ))}
      </ul>
      {query.hasNextPage && <div className="unit-pad"><Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button></div>}
    </section>
  )
}
