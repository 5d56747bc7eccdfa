import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../shared/format.ts'
import type { CaseView } from './case-query.ts'

/** The one-time notice with what is given and missing, and what the unit keeps for the person. */
export function CasePapers({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const { formatInstant } = useFormat()
  const notice = view.notices.at(-1)
  if (notice === undefined && view.custody.length === 0) return null
  return (
    <section className="card aside-card" aria-labelledby="papers-head">
      <h2 id="papers-head">{t('papers')}</h2>
      {notice !== undefined && (
        <>
          <ul className="papers">
            {notice.papers.map((paper) => (
              <li key={paper.name}>
                <span className={paper.given ? 'tag ok' : 'tag soon'}>{t(paper.given ? 'given' : 'missing')}</span>
                <span>{paper.name} <span className="muted">{t('copies', { count: paper.copies })} {shared(`paperForm.${paper.form}`)}{paper.note === null ? '' : ` · ${paper.note}`}</span></span>
              </li>
            ))}
          </ul>
          {notice.breach && <p className="late-text">{t('breach')}{notice.reason !== null && <span className="muted"> {notice.reason}</span>}</p>}
          <Link to={`/print/${view.id}/notice`}>{t('printNotice')}</Link>
        </>
      )}
      {view.custody.map((custody) => (
        <div key={custody.id} className="custody">
          <b>{t('custody', { number: custody.receiptNumber })}</b>
          <span>{custody.papers.join(t('fact.separator'))}</span>
          <span className="muted">{t('custodyBy', { name: custody.takenByName, when: formatInstant(custody.takenAt), holder: custody.holderName })}{custody.returnedAt === null ? '' : ` · ${t('custodyReturned', { when: formatInstant(custody.returnedAt) })}`}</span>
          {custody.offeredTo !== null && <span className="soon-text">{t('together.card.offered', { name: custody.offeredTo.name })}</span>}
          {custody.chain.length > 1 && <span className="muted">{t('together.card.chain', { chain: custody.chain.map((one) => `${one.name} ${formatInstant(one.at)}`).join(' → ') })}</span>}
        </div>
      ))}
    </section>
  )
}
