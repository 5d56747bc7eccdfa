import { getCaseLedger } from '@daodi/contract/staff/cases/get-case-ledger.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import './case.css'
import { actorName } from './case-timeline.tsx'
import { useCase, type CaseView } from './case-query.ts'
import { useFactWords } from './fact-words.ts'

type Ledger = z.output<(typeof getCaseLedger)['reply']>

/** The chain itself: what each entry says in words, and below it, for whoever checks, the record as it is digested. */
export function LedgerPage() {
  const { t } = useTranslation('case')
  const { caseId = '' } = useParams()
  const view = useCase(caseId)
  const ledger = useQuery({ queryKey: ['cases', caseId, 'ledger'], queryFn: ({ signal }) => call(getCaseLedger, { params: { caseId }, signal }) })
  return (
    <PageFrame title={t('ledgerTitle', { number: view.data?.number ?? '' })} width="wide" aside={<Link to={`/cases/${caseId}`}>{t('back')}</Link>}>
      <p className="muted ledger-intro">{t('ledgerIntro')}</p>
      {ledger.data !== undefined ? <LedgerTable ledger={ledger.data} view={view.data ?? null} /> : ledger.isError ? <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} /> : <LoadingState rows={10} />}
    </PageFrame>
  )
}

function LedgerTable({ ledger, view }: { ledger: Ledger; view: CaseView | null }) {
  const { t } = useTranslation('case')
  const { formatInstant } = useFormat()
  const bad = ledger.firstBad
  return (
    <>
      <p className="ledger-verdict" role="status">
        <span className={ledger.intact ? 'tag ok' : 'tag late'}>{ledger.intact ? t('intact') : bad === null ? t('broken') : t('firstBad', { seq: bad })}</span>
        <span>{t('ledgerEntries', { count: ledger.entries.length })}</span> <code className="hash muted">{ledger.stream}</code>
      </p>
      <div className="card ledger-scroll" role="region" aria-label={t('ledger')} tabIndex={0}>
        <table className="ledger">
          <thead><tr><th>{t('seq')}</th><th>{t('at')}</th><th>{t('actor')}</th><th>{t('kind')}</th><th>{t('hash')}</th></tr></thead>
          <tbody>
            {ledger.entries.map((entry) => (
              <tr key={entry.seq} data-bad={bad !== null && entry.seq >= bad}>
                <td className="num">{entry.seq}</td>
                <td className="num"><time dateTime={entry.at} title={entry.at}>{formatInstant(entry.at)}</time><br /><span className="muted">{t(entry.seq <= ledger.sealedThrough ? 'sealed' : 'unsealed')}</span></td>
                <EntryWords entry={entry} view={view} />
                <td><code className="hash">{entry.hash}</code><br /><span className="muted">{t('prev')} · {entry.algorithm}</span><br /><code className="hash muted">{entry.prev}</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Who did what, as the course of the case says it; the record itself is folded below. */
function EntryWords({ entry, view }: { entry: Ledger['entries'][number]; view: CaseView | null }) {
  const { t } = useTranslation('case')
  const words = useFactWords(view?.channel ?? 'visit')
  const told = view?.timeline.find(({ seq }) => seq === entry.seq)
  return (
    <>
      <td>{told ? actorName(told, t) : '—'}</td>
      <td>
        {told && <p>{words(told)}</p>}
        <details className="ledger-record"><summary className="muted">{t('record')}</summary><code className="ledger-data">{entry.kind}<br />{entry.actor}<br />{JSON.stringify(entry.data)}</code></details>
      </td>
    </>
  )
}
