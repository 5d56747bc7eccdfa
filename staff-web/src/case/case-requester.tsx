import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ErrorState } from '../shared/states.tsx'
import type { CaseView } from './case-query.ts'
import type { Reveal } from './use-reveal.ts'

/** Who asks. Masked until somebody with a reason looks, and looking is on the record. */
export function CaseRequester({ view, reveal }: { view: CaseView; reveal: Reveal }) {
  const { t } = useTranslation('case')
  const { requester } = view
  const plain = reveal.shown
  const allowed = view.acts.some((act) => act.act === 'revealRequester' && act.allowed)
  return (
    <section className="card aside-card" aria-labelledby="requester-head">
      <h2 id="requester-head">{t('requester')} {requester?.colleague === true && <span className="tag">{t('colleague')}</span>}</h2>
      {requester === null
        ? <p className="muted">{view.erased ? t('erased') : t('noRequester')}</p>
        : (
          <>
            <dl className="kv">
              {(['name', 'phone', 'email', 'organization', 'address'] as const).map((field) => {
                const value = (plain ?? requester)[field]
                return value === null || value === '' ? null : <div key={field}><dt>{t(field)}</dt><dd className={field === 'phone' ? 'num' : undefined}>{field === 'phone' && plain !== null ? <a href={`tel:${value}`}>{value}</a> : value}</dd></div>
              })}
              <div><dt>{t('earlier')}</dt><dd><Earlier requester={requester} phone={plain?.phone ?? null} /></dd></div>
            </dl>
            {plain !== null && <p className="muted">{t('revealed')}</p>}
            {plain === null && requester.masked && allowed && <Button size="small" onClick={reveal.show} loading={reveal.pending} title={t('revealHint')}>{t('reveal')}</Button>}
            {reveal.error !== null && <ErrorState error={reveal.error} />}
          </>
        )}
    </section>
  )
}

/** The person's earlier cases; a way to them once the number is known to the reader. */
function Earlier({ requester, phone }: { requester: NonNullable<CaseView['requester']>; phone: string | null }) {
  const { t } = useTranslation('case')
  const count = requester.earlierCases + requester.openCases
  if (count === 0) return t('noEarlier')
  const words = requester.openCases === 0 ? t('earlierEnded', { count }) : t('earlierCases', { count, open: requester.openCases })
  return phone === null ? words : <Link to={`/cases?${new URLSearchParams({ view: 'all', q: phone }).toString()}`}>{words}</Link>
}
