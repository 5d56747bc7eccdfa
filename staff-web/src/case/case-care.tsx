import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import type { CaseView } from './case-query.ts'
import { LongText } from './long-text.tsx'

/** What has to be written down about the case, step by step, and what of it is still missing. */
export function CaseSheet({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatInstant } = useFormat()
  const { sheet } = view.care
  if (sheet === null) return null
  return (
    <section className="card case-sheet" aria-labelledby="sheet-head">
      <div className="card-head">
        <h2 id="sheet-head">{sheet.name}</h2>
        {sheet.visitWanted && <span className={sheet.visited ? 'tag ok' : 'tag'} title={t('care.visitWanted')}>{t(sheet.visited ? 'care.visited' : 'care.visitOpen')}</span>}
      </div>
      {sheet.steps.map((step) => (
        <div key={step.name} className="sheet-step">
          <h3>{step.name} {step.done === null ? <span className="tag">{t('care.stepOpen')}</span> : <span className="tag ok">{t('care.stepDone', { name: step.done.byName, when: formatInstant(step.done.at) })}</span>}</h3>
          {step.missing.length > 0 && <p className="soon-text">{t('care.missing', { parts: step.missing.join(t('fact.separator')) })}</p>}
          <dl className="sheet-parts">
            {step.parts.map((part) => (
              <div key={part.name}>
                <dt>{part.name}{part.flag !== null && <span className="faint sheet-for">{t('care.onlyFor', { flag: part.flag })}</span>}</dt>
                <dd>
                  {part.text === null ? <span className="faint">{t('care.emptyPart')}</span> : <LongText text={part.text} />}
                  {part.filled !== null && <span className="muted sheet-by">{t('care.filledBy', { name: part.filled.byName, when: formatInstant(part.filled.at) })}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}

/** Who answers for it and who does it, with what the leader said. */
export function CaseLeader({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatDueInstant, formatInstant } = useFormat()
  const { leader } = view.care
  if (leader === null) return null
  return (
    <section className="card aside-card" aria-labelledby="leader-head">
      <h2 id="leader-head">{t('care.leader.heading')}</h2>
      <ul className="course-lines">
        <li>
          <span><b>{t('care.leader.accountable')}</b> {leader.unitName} {leader.personName}</span>
          {leader.solution !== null && <span className="course-words">{leader.solution}</span>}
          {leader.solvedAt !== null && <span className="muted">{t('care.leader.given')} {formatInstant(leader.solvedAt)}</span>}
          {leader.dueAt !== null && <span className="muted">{t('care.leader.due', { when: formatDueInstant(leader.dueAt, leader.dueEstimated) })}</span>}
        </li>
        <li><span><b>{t('care.leader.executing')}</b> {view.handler.unitName} {view.handler.personName}</span></li>
        {leader.respondedAt !== null && <li><span><b>{t('care.leader.responded')}</b> {formatInstant(leader.respondedAt)}</span></li>}
      </ul>
    </section>
  )
}

/** Flags with whom they told, to the second, and the look at the effect. */
export function CaseCare({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatDueInstant, formatInstant, formatSeconds } = useFormat()
  const { flags, effect } = view.care
  if (flags.length === 0 && effect === null) return null
  return (
    <section className="card aside-card" aria-labelledby="care-head">
      <h2 id="care-head">{flags.length > 0 ? t('care.flags') : t('care.effect')}</h2>
      <ul className="course-lines">
        {flags.map((flag) => (
          <li key={flag.name}>
            <span><b>{flag.name}</b> <span className="muted">{t('care.filledBy', { name: flag.byName, when: formatInstant(flag.at) })}</span></span>
            {flag.note !== null && <span className="course-words">{flag.note}</span>}
            {flag.told.map((one) => (
              <span key={one.personId} className="muted num">{t('care.told', { name: one.name, at: formatSeconds(one.at) })} · {one.confirmedAt === null ? <span className="soon-text">{t('care.unconfirmed')}</span> : t('care.confirmed', { at: formatSeconds(one.confirmedAt) })}</span>
            ))}
          </li>
        ))}
        {effect !== null && (
          <li>
            <span>{flags.length > 0 && <b>{t('care.effect')} </b>}{effect.result === null ? t('care.effectDue', { when: formatDueInstant(effect.dueAt, effect.dueEstimated) }) : <span className={effect.result === 'failed' ? 'tag late' : 'tag ok'}>{t(`care.result.${effect.result}`)}</span>}</span>
            {effect.text !== null && <span className="course-words">{effect.text}</span>}
            {effect.at !== null && <span className="muted">{t('care.filledBy', { name: effect.byName ?? '', when: formatInstant(effect.at) })}</span>}
          </li>
        )}
      </ul>
    </section>
  )
}

/** Flags are seen at once, beside the status. */
export function CareTags({ view }: { view: CaseView }) {
  return view.care.flags.map((flag) => <span key={flag.name} className="tag late">{flag.name}</span>)
}
