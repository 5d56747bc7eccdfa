import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../shared/format.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { Strip } from '../shared/strip.tsx'
import type { Matter, Suggestions } from './draft.ts'

export interface MergeTarget { readonly id: string; readonly number: string }
type Related = Suggestions['requesterCases'][number]

/** Beside the matters: what can be told at once, what this person asked before, what others asked alike. */
export function Aside({ suggestions, matter, name, onEdit, onMerge }: { suggestions: Suggestions | undefined; matter: Matter | null; name: string; onEdit: () => void; onMerge: (into: MergeTarget) => void }) {
  const { t } = useTranslation('register')
  return (
    <aside className="aside">
      {matter?.answer && (
        <section className="card">
          <h2>{t('aside.answer')}</h2>
          <div className="answer">
            <p>{matter.answer}</p>
            {matter.citation && <p className="muted">{t('aside.citation', { citation: matter.citation })}</p>}
            <button type="button" className="bare answer-edit" onClick={onEdit}>{t('aside.useAnswer')} <kbd aria-hidden="true">Alt Enter</kbd></button>
          </div>
        </section>
      )}
      <Repeats repeats={(suggestions?.repeats ?? []).filter((one) => one.mergeable)} onMerge={onMerge} />
      <RelatedCases title={name === '' ? t('aside.earlierAnonymous') : t('aside.earlier', { name })} cases={suggestions?.requesterCases ?? []} />
      <RelatedCases title={t('aside.similar')} cases={suggestions?.similarCases ?? []} />
    </aside>
  )
}

/** Open cases that may be this very question: whoever asks again is told what became of it, and nothing is worked on twice. What somebody else applies for is only similar. */
function Repeats({ repeats, onMerge }: { repeats: Suggestions['repeats']; onMerge: (into: MergeTarget) => void }) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  if (repeats.length === 0) return null
  return (
    <section className="card" role="status">
      <h2>{t('aside.repeats')}</h2>
      <ul>
        {repeats.map((one) => (
          <li key={one.id} className="related">
            <Link to={`/cases/${one.id}`} className="related-subject">{one.subject}</Link>
            <span className="related-words faint"><StatusTag status={one.status} /> {one.number} · {one.unitName}{one.handlerName === null ? '' : ` · ${one.handlerName}`} · {one.sameRequester ? t('aside.samePerson') : t('aside.otherPerson', { name: one.requesterName ?? shared('anonymousRequester') })} · {t('aside.sure', { count: one.confidence })}</span>
            {one.status !== 'answered' && <button type="button" className="bare link related-merge" onClick={() => onMerge({ id: one.id, number: one.number })}>{t('aside.mergeInto', { number: one.number })}</button>}
          </li>
        ))}
      </ul>
      <p className="m-none muted">{t('aside.repeatsHint')}</p>
    </section>
  )
}

function RelatedCases({ title, cases }: { title: string; cases: readonly Related[] }) {
  const { t } = useTranslation('shared')
  const { formatDay } = useFormat()
  if (cases.length === 0) return null
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul>
        {cases.slice(0, 5).map((one) => (
          <li key={one.id} className="related">
            <Link to={`/cases/${one.id}`} className="related-subject">{one.subject}</Link>
            <span className="related-words faint">
              <StatusTag status={one.status} /> {formatDay(one.registeredAt)} · {one.unitName}{one.grade === null ? '' : ` · ${t(`grade.g${one.grade as 1}`)}`}
            </span>
            <Strip legs={one.legs} late={false} kept={one.status === 'closed' || one.status === 'answered'} />
          </li>
        ))}
      </ul>
    </section>
  )
}
