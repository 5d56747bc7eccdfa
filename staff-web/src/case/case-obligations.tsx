import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DueTag } from '../shared/due-tag.tsx'
import { useFormat } from '../shared/format.ts'
import { useLimitWords } from '../shared/limit-words.ts'
import type { CaseView } from './case-query.ts'

type Duty = CaseView['obligations'][number]

/** Who owes what by when; late ones with whom they were reported to. */
export function CaseObligations({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const [settled, setSettled] = useState(false)
  const open = view.obligations.filter((duty) => duty.state === 'open')
  const done = view.obligations.filter((duty) => duty.state !== 'open')
  return (
    <section className="card aside-card" aria-labelledby="owed-head">
      <h2 id="owed-head">{t('obligations')}</h2>
      {open.length === 0 && <p className="muted">{t('noObligations')}</p>}
      <ul className="duties">{open.map((duty) => <DutyLine key={duty.id} duty={duty} clocks={view.clocks} />)}</ul>
      {done.length > 0 && <button type="button" className="baton-turn aside-turn" aria-expanded={settled} onClick={() => setSettled(!settled)}>{t('earlierObligations', { count: done.length })}</button>}
      {settled && <ul className="duties muted">{done.map((duty) => <SettledLine key={duty.id} duty={duty} />)}</ul>}
    </section>
  )
}

/** Which limit gives the date: the matter's, a rule's for such cases, the general one, or what was agreed on since. */
function useWhy(): (why: NonNullable<Duty['why']>) => string {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const say = useLimitWords()
  return ({ by, limit, category, urgency, channel }) => {
    const kinds = [category === null ? '' : shared(`category.${category}`), urgency === null ? '' : shared(`urgency.${urgency}`), channel === null ? '' : shared(`channel.${channel}`)].filter(Boolean)
    return t(`why.${by}`, { limit: limit === null ? '' : say(limit), when: kinds.join(t('fact.separator')) })
  }
}

function DutyLine({ duty, clocks }: { duty: Duty; clocks: CaseView['clocks'] }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const why = useWhy()
  return (
    <li>
      <span className="duty-line"><span><b>{duty.owner.personName ?? duty.owner.unitName}</b> {shared(`obligation.${duty.kind}`)}</span><DueTag due={{ dueAt: duty.dueAt, estimated: duty.estimated, workingDaysLeft: duty.workingDaysLeft, lateBy: duty.lateBy }} light={duty.light} clocks={clocks} /></span>
      {duty.why != null && <span className="muted duty-climbed">{why(duty.why)}</span>}
      {duty.escalatedTo.length > 0 && <span className="late-text duty-climbed">{t('climbed', { names: duty.escalatedTo.map((one) => t('rung', { name: one.personName, rung: one.rung })).join(t('fact.separator')) })}</span>}
      {duty.takenUpBy != null && <span className="muted duty-climbed">{t('care.takeUp.by', { name: duty.takenUpBy.personName })}</span>}
    </li>
  )
}

function SettledLine({ duty }: { duty: Duty }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const { formatInstant } = useFormat()
  const when = duty.closedAt === null ? '' : formatInstant(duty.closedAt)
  return <li>{duty.owner.personName ?? duty.owner.unitName} {shared(`obligation.${duty.kind}`)} · {t(duty.state === 'met' ? 'metAt' : 'voidAt', { when })}{duty.lateAt !== null && <span className="tag late">{shared('light.red')}</span>}</li>
}
