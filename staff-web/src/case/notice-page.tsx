import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import './notice.css'
import { type CaseView, useCase } from './case-query.ts'
import { useMatter } from './matter-query.ts'

/** The one-time notice on paper; what the product does not know stays blank for the pen. A4, one sheet for the person and one for the unit. */
export function NoticePage() {
  const { t } = useTranslation('case')
  const { caseId = '' } = useParams()
  const query = useCase(caseId)
  const view = query.data
  return (
    <PageFrame title={t('noticeSheet.title')} titleHidden>
      <div className="notice-acts no-print">
        <Link to={`/cases/${caseId}`}>{t('back')}</Link>
        <span className="muted">{t('noticeSheet.hint')}</span>
        <Button type="primary" onClick={() => window.print()} disabled={view === undefined || view.notices.length === 0}>{t('noticeSheet.print')}</Button>
      </div>
      {view === undefined
        ? query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <LoadingState rows={14} />
        : view.notices.length === 0 ? <EmptyState title={t('noticeSheet.noNotice')} /> : <><NoticeSheet view={view} part={1} keeper="requester" /><NoticeSheet view={view} part={2} keeper="unit" /></>}
    </PageFrame>
  )
}

function NoticeSheet({ view, part, keeper }: { view: CaseView; part: number; keeper: 'requester' | 'unit' }) {
  const { t } = useTranslation('case')
  const { institution, settings } = useMe()
  const { formatDay, formatDueInstant } = useFormat()
  const matter = useMatter(view.matter)
  const notice = view.notices.at(-1)
  if (notice === undefined) return null
  const missing = notice.papers.filter((paper) => !paper.given).map((paper) => paper.name)
  const place = [view.handler.unitName, view.handler.room, view.handler.phone].filter(Boolean).join(' · ')
  const lines: readonly (readonly [string, string])[] = [
    [t('noticeSheet.number'), view.number],
    [t('noticeSheet.matter'), view.matter?.name ?? view.subject],
    [t('noticeSheet.citation'), matter.data?.citation ?? ''],
    [t('noticeSheet.requester'), view.requester?.name ?? ''],
    [t('noticeSheet.condition'), ''],
  ]
  const after: readonly (readonly [string, string])[] = [
    [t('noticeSheet.missing'), missing.length === 0 ? t('noticeSheet.none') : missing.join(t('fact.separator'))],
    [t('noticeSheet.procedure'), ''],
    [t('noticeSheet.limit'), view.promise !== null ? formatDueInstant(view.promise.dueAt, view.promise.estimated) : matter.data?.workingDays != null ? t('noticeSheet.days', { count: matter.data.workingDays }) : view.dueAt === null ? '' : formatDueInstant(view.dueAt, view.dueEstimated)],
    [t('noticeSheet.where'), place],
    [t('noticeSheet.fee'), ''],
    [t('noticeSheet.refusalReason'), ''],
    [t('noticeSheet.supervision'), settings.supervisionLine ?? ''],
  ]
  return (
    <article className="notice-sheet">
      <p className="notice-part">{t('noticeSheet.part', { n: part, keeper: t(`noticeSheet.keepers.${keeper}`) })}</p>
      <p className="notice-institution">{institution.name}</p>
      <h2>{t('noticeSheet.title')}</h2>
      <table className="notice-lines"><tbody>{lines.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>)}</tbody></table>
      <NoticePapers notice={notice} />
      <table className="notice-lines"><tbody>{after.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>)}</tbody></table>
      <div className="notice-sign">
        <span>{t('noticeSheet.by')}　{notice.byName}</span>
        <span>{t('noticeSheet.receivedBy')}　<i /></span>
        <span>{t('noticeSheet.date')}　{formatDay(notice.at)}　{t('noticeSheet.seal')}</span>
      </div>
      <p className="notice-track">{t('noticeSheet.track')}</p>
    </article>
  )
}

function NoticePapers({ notice }: { notice: CaseView['notices'][number] }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  return (
    <table className="notice-papers">
      <caption className="only-read">{t('noticeSheet.papers')}</caption>
      <thead><tr><th>{t('noticeSheet.place')}</th><th>{t('noticeSheet.name')}</th><th>{t('noticeSheet.count')}</th><th>{t('noticeSheet.form')}</th><th>{t('noticeSheet.given')}</th><th>{t('noticeSheet.note')}</th></tr></thead>
      <tbody>
        {notice.papers.map((paper, index) => (
          <tr key={paper.name}><td>{index + 1}</td><td>{paper.name}</td><td>{paper.copies}</td><td>{shared(`paperForm.${paper.form}`)}</td><td>{t(paper.given ? 'given' : 'missing')}</td><td>{paper.note}</td></tr>
        ))}
      </tbody>
    </table>
  )
}
