import { getCalendar } from '@daodi/contract/staff/calendar/calendar.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import './policy.css'
import { useUnitPolicy } from './policy-query.ts'
import { regulationOf } from './regulation.ts'
import { useRegulationWords } from './regulation-words.ts'
import type { Settings } from './settings-schema.ts'

/** The regulation on paper: every sentence is read from the settings that the software obeys, and every setting has its sentence. */
export function RegulationPage() {
  const { t } = useTranslation('policy')
  const { unitId = '' } = useParams()
  const policy = useUnitPolicy(unitId)
  const calendar = useQuery({ queryKey: ['calendar', unitId, 'whole'], queryFn: ({ signal }) => call(getCalendar, { params: { unitId }, signal }) })
  const failed = policy.error ?? calendar.error
  return (
    <PageFrame title={t('regulation.title')} titleHidden>
      <div className="notice-acts no-print editor-bar">
        <Link to={`/admin/policy?unit=${unitId}`}>{t('regulation.back')}</Link>
        <span className="muted" role="note">{t('regulation.hint')}</span>
        <Button type="primary" disabled={policy.data === undefined || calendar.data === undefined} onClick={() => window.print()}>{t('regulation.print')}</Button>
      </div>
      {failed !== null && <ErrorState error={failed} onRetry={() => { void policy.refetch(); void calendar.refetch() }} />}
      {failed === null && (policy.data === undefined || calendar.data === undefined) && <LoadingState rows={20} />}
      {policy.data !== undefined && calendar.data !== undefined && <Sheet policy={policy.data} unit={calendar.data.unit.name} calendar={calendar.data.whole} />}
    </PageFrame>
  )
}

interface SheetProps { readonly policy: NonNullable<ReturnType<typeof useUnitPolicy>['data']>; readonly unit: string; readonly calendar: Settings }

function Sheet({ policy, unit, calendar }: SheetProps) {
  const { t } = useTranslation('policy')
  const { institution } = useMe()
  const { formatDay } = useFormat()
  const words = useRegulationWords()
  const chapters = regulationOf(policy.policy, calendar, words)
  const newest = policy.versions.reduce((last, version) => (version.publishedAt > last ? version.publishedAt : last), '')
  let number = 0
  return (
    <article className="regulation">
      <h2>{typeof policy.policy['name'] === 'string' ? policy.policy['name'] : t('regulation.title')}</h2>
      <p className="regulation-from">{institution.name}{unit === institution.name ? '' : `　${unit}`}</p>
      {chapters.map((chapter, index) => (
        <section key={chapter.title}>
          <h3>{t('regulation.chapter', { n: words.ordinal(index + 1), title: chapter.title })}</h3>
          {chapter.articles.map((article) => (
            <div key={[article.text, ...article.items].join()}>
              <p className="article"><b>{t('regulation.article', { n: words.ordinal(++number) })}</b>{t('regulation.gap')}{article.text}</p>
              {article.items.map((item, at) => <p key={item} className="item">{t('regulation.item', { n: words.ordinal(at + 1), item })}</p>)}
            </div>
          ))}
        </section>
      ))}
      <footer>
        <div>{t('regulation.technical')}</div>
        {policy.versions.map((version) => <div key={version.unitId}>{t('regulation.version', { unit: version.unitName, version: version.version, day: formatDay(version.publishedAt) })}{version.byName === null ? '' : `　${version.byName}`}</div>)}
        {newest !== '' && <div>{t('regulation.digest', { digest: policy.digest.slice(0, 12) })}</div>}
      </footer>
    </article>
  )
}
