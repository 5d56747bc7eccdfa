import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import type { CaseView } from './case-query.ts'
import { LongText } from './long-text.tsx'

/** What came of it: the result, what the person was told, and what they said to that. */
export function CaseResult({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const { formatInstant } = useFormat()
  const { resolution, replies, ratings, attempts } = view
  if (resolution === null && replies.length === 0 && ratings.length === 0) return null
  return (
    <section className="card case-result" aria-labelledby="result-head">
      <header className="card-head"><h2 id="result-head">{t('resolution')}</h2>{resolution !== null && <span className="tag act">{shared(`outcome.${resolution.outcome}`)}</span>}</header>
      {resolution !== null && (
        <div className="result-part">
          <span className="muted">{resolution.byName} · {formatInstant(resolution.at)}</span>
          {resolution.text !== null && <LongText text={resolution.text} />}
          {resolution.citation !== null && <p><span className="muted">{t('citation')}</span> {resolution.citation}</p>}
          {(resolution.where !== null || resolution.phone !== null) && <p><span className="muted">{t('where')}</span> {[resolution.where, resolution.phone].filter(Boolean).join(' · ')}</p>}
        </div>
      )}
      {replies.map((reply) => (
        <div key={`${reply.at} ${reply.round}`} className="result-part">
          <span className="muted">{t('replies')} · {t('replyBy', { name: reply.byName, channel: t(`replyChannel.${reply.channel}`) })} · {formatInstant(reply.at)}{reply.round !== view.round ? ` · ${t('round', { round: reply.round })}` : ''}</span>
          {reply.text !== null && reply.text !== resolution?.text && <LongText text={reply.text} />}
          {reply.files.length > 0 && <p><span className="muted">{t('replyFiles')}</span> {reply.files.join(shared('listComma'))}</p>}
        </div>
      ))}
      <Confirmation view={view} />
      {attempts.length > 0 && <p className="soon-text">{t('attempts', { count: attempts.length })}</p>}
      {ratings.map((rating) => (
        <div key={rating.round} className="result-part">
          <span><span className="muted">{t('ratings')}</span> <b>{shared(`grade.g${gradeOf(rating.grade)}`)}</b> {rating.solved === null ? '' : <span className={rating.solved ? 'tag ok' : 'tag late'}>{t(rating.solved ? 'solvedYes' : 'solvedNo')}</span>} <span className="muted">{rating.reasons.join(t('fact.separator'))}</span></span>
          {rating.comment !== null && <LongText text={rating.comment} />}
        </div>
      ))}
    </section>
  )
}

/** Whether the person has said that the answer reached them, on the page of their case, in a rating or by word; nothing yet is said as well. */
function Confirmation({ view: { status, round, replies, ratings, timeline } }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatInstant } = useFormat()
  if ((status !== 'answered' && status !== 'closed') || !replies.some((reply) => reply.round === round)) return null
  const begun = Math.max(0, ...timeline.filter(({ kind }) => kind === 'case-reopened').map(({ seq }) => seq))
  const said = timeline.find(({ kind, seq }) => kind === 'receipt-confirmed' && seq > begun)
  const rated = ratings.find((rating) => rating.round === round && rating.solved === true)
  const at = said?.at ?? rated?.at
  if (at === undefined) return <p className="result-part soon-text">{t('confirmation.pending')}</p>
  const channel = said === undefined ? t('confirmation.rating') : said.actor.as === 'public' ? t('confirmation.link') : t(`replyChannel.${String(said.params['channel']) as 'phone'}`)
  return <p className="result-part"><span className="muted">{t('confirmation.title')}</span> <span className="tag ok">{t('confirmation.given')}</span> <span className="muted">{channel} · {formatInstant(at)}</span></p>
}

function gradeOf(grade: number): 1 | 2 | 3 | 4 | 5 {
  return Math.min(5, Math.max(1, Math.round(grade))) as 1 | 2 | 3 | 4 | 5
}
