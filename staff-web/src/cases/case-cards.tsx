import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../shared/format.ts'
import { Strip } from '../shared/strip.tsx'
import { DueCell, followUpPath } from './columns.tsx'
import type { CaseRow } from './list-pages.ts'
import { MarkWords } from './mark-words.tsx'
import { PassedOnLines } from './passed-on.tsx'

interface CaseCardsProps { readonly rows: readonly CaseRow[]; readonly following: boolean; readonly q: string | undefined; readonly more: boolean; readonly loading: boolean; readonly onMore: () => void }

/** The list at phone width. Cards out of sight are not laid out (`content-visibility` in the style sheet). */
export function CaseCards({ rows, following, q, more, loading, onMore }: CaseCardsProps) {
  const { t } = useTranslation('cases')
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = end.current
    if (element === null || !more) return
    const observer = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) onMore() }, { rootMargin: '1200px' })
    observer.observe(element)
    return () => observer.disconnect()
  }, [more, onMore])
  return (
    <>
      <ul className="case-cards" aria-label={t('table')}>
        {rows.map((row) => <li key={row.id}><CaseCard row={row} q={q} /><PassedOnLines row={row} />{following && row.unfollowed !== null && <Unfollowed row={row} days={row.unfollowed.workingDays} />}</li>)}
      </ul>
      <div ref={end} className="case-cards-end">
        {more && <Button onClick={onMore} loading={loading}>{loading ? t('loadingMore') : t('loadMore')}</Button>}
      </div>
    </>
  )
}

function Unfollowed({ row, days }: { row: CaseRow; days: number }) {
  const { t } = useTranslation('cases')
  return <p className="case-card-follow"><span className="num">{t('columns.unfollowed')} {t('unfollowed', { count: days })}</span><Link to={followUpPath(row.id)} aria-label={t('followUpOf', { number: row.number })}>{t('followUp')}</Link></p>
}

function CaseCard({ row, q }: { row: CaseRow; q: string | undefined }) {
  const { t } = useTranslation('cases')
  const shared = useTranslation('shared').t
  const { formatInstant } = useFormat()
  return (
    <Link to={`/cases/${row.id}`} className="case-card card">
      <span className="case-card-top"><span className="num muted"><MarkWords text={row.number} q={q} /></span><DueCell row={row} /></span>
      <span className="case-card-subject">
        {row.priority === true && <span className="tag soon">{t('firstServed')}</span>} {row.urgency !== 'normal' && <span className="tag late">{shared(`urgency.${row.urgency}`)}</span>} {row.unpromised && <span className="tag soon">{t('unpromised')}</span>} <MarkWords text={row.subject} q={q} />
      </span>
      {row.excerpt != null && <span className="case-excerpt">{t('found')}<MarkWords text={row.excerpt} q={q} /></span>}
      <span className="muted">{[shared(`channel.${row.channel}`), shared(`category.${row.category}`), [row.requesterName ?? t('anonymous'), row.colleague === true ? t('colleague') : ''].filter(Boolean).join(' '), formatInstant(row.registeredAt)].join(' · ')}</span>
      <span className="case-card-foot">
        <span className={row.pendingUnitName === null ? 'clip' : 'clip case-pending'}>{row.pendingUnitName === null ? `${row.handler.personName} · ${row.handler.unitName}` : t('pending', { unit: row.pendingUnitName })}</span>
        <Strip legs={row.legs} late={row.late} kept={row.outcome !== null && row.outcome !== 'withdrawn'} />
      </span>
    </Link>
  )
}
