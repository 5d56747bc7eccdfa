import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../shared/format.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import type { CaseView } from './case-query.ts'

type Together = CaseView['cooperation']
type Relative = Together['children'][number]

/** What is open between colleagues, and the cases that belong with this one; nothing at all for most cases. */
export function CaseCooperation({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const { cooperation } = view
  const { relay, questions, transfer, inquiries, forward, emergency } = cooperation
  const families = FAMILIES.map((kind) => ({ kind, cases: relativesOf(cooperation, kind) })).filter(({ cases }) => cases.length > 0)
  if (relay === null && transfer === null && forward === null && emergency === null && questions.length + inquiries.length + families.length === 0) return null
  return (
    <section className="card aside-card" aria-labelledby="together-head">
      <h2 id="together-head">{t('together.card.title')}</h2>
      <OpenBetween together={cooperation} />
      {emergency !== null && <Assigned emergency={emergency} />}
      {families.map(({ kind, cases }) => (
        <div key={kind} className="custody">
          <b>{t(`together.card.${kind}`)}</b>
          {cases.map((one) => <span key={one.id}>{one.status === null ? one.number : <><Link to={`/cases/${one.id}`}>{one.number}</Link> {one.subject} <StatusTag status={one.status} /></>}</span>)}
        </div>
      ))}
    </section>
  )
}

const FAMILIES = ['parent', 'children', 'joined', 'mergedInto'] as const

function relativesOf(together: Together, kind: (typeof FAMILIES)[number]): readonly Relative[] {
  const found = together[kind]
  return Array.isArray(found) ? found : found === null ? [] : [found]
}

function OpenBetween({ together }: { together: Together }) {
  const { t } = useTranslation('case')
  const { formatDueInstant } = useFormat()
  const names = (people: readonly { personName: string }[]) => people.map(({ personName }) => personName).join(t('fact.separator'))
  const { relay, questions, transfer, inquiries, forward } = together
  return (
    <>
      {relay !== null && <div className="custody"><b>{t('together.card.relay', { by: relay.byName, to: relay.to.personName })}</b>{relay.text !== null && <span>{relay.text}</span>}</div>}
      {transfer !== null && <div className="custody"><b>{t('together.card.transfer', { by: transfer.byName, to: [transfer.toUnitName, transfer.toPersonName].filter(Boolean).join(' '), of: names(transfer.approvers) })}</b><span>{transfer.reason}</span></div>}
      {questions.map((one) => (
        <div key={one.id} className="custody">
          <b>{t('together.card.question', { by: one.byName, of: names(one.of) })}</b><span>{one.text}</span>
          {one.expectedAt !== null && <span className="muted">{t('together.card.expected', { when: formatDueInstant(one.expectedAt, one.expectedEstimated) })}</span>}
        </div>
      ))}
      {inquiries.map((one) => (
        <div key={one.id} className="custody">
          <b>{t('together.card.inquiry', { party: [one.party, one.phone].filter(Boolean).join(' ') })}</b><span>{one.text}</span>
          {one.dueAt !== null && <span className="muted">{t('together.card.inquiryDue', { when: formatDueInstant(one.dueAt, one.dueEstimated) })}</span>}
        </div>
      ))}
      {forward !== null && <div className="custody"><b>{t('together.card.forward', { to: forward.to.personName })}</b></div>}
    </>
  )
}

/** Who was called and who has confirmed, to the second. */
function Assigned({ emergency }: { emergency: NonNullable<Together['emergency']> }) {
  const { t } = useTranslation('case')
  const { formatSeconds } = useFormat()
  return (
    <div className="custody">
      <b>{t('together.card.emergency')} <span className={emergency.filledAt === null ? 'tag soon' : 'tag ok'}>{t(emergency.filledAt === null ? 'together.card.toFill' : 'together.card.filled')}</span></b>
      {emergency.assigned.map((one) => (
        <span key={`${one.personId} ${one.at}`} className={one.confirmedAt === null ? 'soon-text' : undefined}>
          {one.confirmedAt === null ? t('together.card.waiting', { name: one.name }) : t('together.card.confirmed', { name: one.name, when: formatSeconds(one.confirmedAt) })}
        </span>
      ))}
    </div>
  )
}
