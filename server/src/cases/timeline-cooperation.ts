import type { CooperationAct } from '@daodi/domain/cases/cooperation-fact.ts'
import { partyIn } from './cooperation-view.ts'
import { named, said, type Lookup, type Sentence } from './said.ts'

/** Names and words for what colleagues do with each other. */
export function cooperationSentence(fact: CooperationAct, look: Lookup): Sentence {
  switch (fact.kind) {
    case 'colleague-called': return said({ person: look.person(fact.personId), channel: fact.channel, reached: fact.reached, calledAt: fact.calledAt }, look.text(fact.note))
    case 'relay-promised': return said({ person: look.person(fact.to.personId), unit: look.unit(fact.to.unitId) }, look.text(fact.text))
    case 'person-contacted': return said({ channel: fact.channel, late: fact.late }, look.text(fact.note))
    case 'custody-offered': return said({ person: look.person(fact.to.personId) })
    case 'custody-confirmed': return said({ from: look.person(fact.from), person: look.person(fact.to.personId) })
    case 'advice-asked': return said({ people: fact.consultation.of.map((person) => look.person(person)), expectedAt: fact.consultation.expectedAt, estimated: look.estimated(fact.consultation.expectedAt), skipped: look.text(fact.skipped) }, look.text(fact.consultation.question))
    case 'advice-passed-up': return said({ people: fact.of.map((person) => look.person(person)), level: fact.level + 1, post: fact.up.post ?? null, skipped: look.text(fact.up.skipped) }, look.text(fact.up.opinion))
    case 'advice-given': return said({ post: fact.post ?? null }, look.text(fact.text))
    case 'forward-answered': return said({}, look.text(fact.text))
    case 'transfer-asked': return said({ toUnit: look.unit(fact.transfer.toUnitId), people: fact.transfer.approvers.map((person) => look.person(person)) }, look.text(fact.transfer.reason))
    case 'transfer-refused': return said({ toUnit: look.unit(fact.toUnitId) }, look.text(fact.reason))
    case 'ruling-passed-on': return said({ people: fact.arbiters.map((person) => look.person(person)), level: fact.level + 1, scheduledAt: fact.scheduledAt, ...(fact.up ? { by: 'leader', post: fact.up.post ?? null, skipped: look.text(fact.up.skipped) } : {}) }, look.text(fact.up?.opinion))
    case 'inquiry-made': return said({ party: partyIn(look.text(fact.inquiry.party)).party }, look.text(fact.inquiry.question))
    case 'inquiry-answered': return said({}, look.text(fact.text))
    case 'unsolved-forwarded': return said({ person: look.person(fact.to.personId), unit: look.unit(fact.to.unitId) })
    case 'number-given': return said({ number: look.text(fact.number) })
    default: return familySentence(fact, look)
  }
}

function familySentence(fact: CooperationAct, look: Lookup): Sentence {
  switch (fact.kind) {
    case 'case-merged': return said({ number: fact.into.number }, look.text(fact.reason))
    case 'case-joined': case 'case-parted': return said({ number: fact.other.number })
    case 'case-unmerged': return said({ number: fact.from.number }, look.text(fact.reason))
    case 'child-added': return said({ number: fact.child.number, emergency: fact.emergency === true })
    case 'parent-set': return said({ number: fact.parent.number, emergency: fact.emergency === true })
    case 'told-with': return said({ number: fact.main.number, channel: fact.channel }, look.text(fact.text))
    case 'emergency-raised': return said({ people: fact.notified.map((person) => look.person(person)) }, look.text(fact.note))
    case 'staff-assigned': return said({ people: fact.people.map(({ personId }) => look.person(personId)) }, look.text(fact.note))
    case 'record-completed': return said({ subject: named(look.text(fact.subject) ?? ''), place: named(look.text(fact.place) ?? '') }, look.text(fact.content))
    default: return said({})
  }
}
