import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { TextRef } from '@daodi/domain/cases/state.ts'

type Param = string | number | boolean | null | string[]
/** The part of the timeline's lookup that these sentences need. */
interface Lookup { person(id: string | null): string; unit(id: string | null): string; text(ref: TextRef | null | undefined): string | null; estimated(at: string | null): boolean }
interface Said { params: Record<string, Param>; text: string | null }

function said(params: Record<string, Param>, text: string | null = null): Said {
  return { params, text }
}

/** The kinds that the person asking is shown. */
const PUBLIC_COURSE_KINDS: readonly CaseFact['kind'][] = ['extension-granted', 'pause-begun', 'pause-ended', 'appointment-made', 'appointment-moved', 'appointment-ended', 'person-informed', 'receipt-confirmed', 'solution-given']

/** Names and words for the sentences about a case's course; null for facts of any other kind. */
export function courseSentence(fact: CaseFact, look: Lookup): Said | null {
  const people = (ids: readonly string[]): string[] => ids.map((id) => look.person(id))
  switch (fact.kind) {
    case 'approval-asked': return said({ of: fact.approval.of, until: fact.approval.until, estimated: fact.approval.estimated, cause: fact.approval.cause, people: people(fact.approval.approvers) }, look.text(fact.approval.reason))
    case 'approval-raised': return said({ of: fact.of, people: people(fact.approvers) })
    case 'approval-refused': return said({ of: fact.of }, look.text(fact.reason))
    case 'extension-granted': return said({ dueAt: fact.until, from: fact.from, fromEstimated: look.estimated(fact.from), estimated: fact.estimated, count: fact.count }, look.text(fact.reason))
    case 'pause-begun': return said({ cause: fact.pause.cause, until: fact.pause.until, estimated: look.estimated(fact.pause.until), stops: fact.pause.stops }, look.text(fact.pause.reason))
    case 'assist-asked': return said({ people: people(fact.assists.map(({ holder }) => holder.personId)), units: fact.assists.map(({ holder }) => look.unit(holder.unitId)) }, look.text(fact.assists[0]?.task))
    case 'assist-given': return said({}, look.text(fact.text))
    case 'assist-waived': return said({}, look.text(fact.reason))
    case 'case-urged': return said({ count: fact.count }, look.text(fact.text))
    case 'refusal-agreed': return said({}, look.text(fact.reason))
    case 'appointment-made': return said({ at: fact.appointment.at, home: fact.appointment.home, person: look.person(fact.appointment.who.personId), place: look.text(fact.appointment.place) })
    case 'appointment-moved': return said({ at: fact.to }, look.text(fact.reason))
    case 'appointment-ended': return said({ home: fact.home, kept: fact.kept }, look.text(fact.note))
    default: return attentionSentence(fact, look)
  }
}

function attentionSentence(fact: CaseFact, look: Lookup): Said | null {
  switch (fact.kind) {
    case 'instruction-given': return said({}, look.text(fact.instruction.text))
    case 'instruction-reported': return said({}, look.text(fact.text))
    case 'supervision-opened': return said({ level: fact.supervision.level }, look.text(fact.supervision.requirement))
    case 'supervision-reported': return said({ count: fact.count }, look.text(fact.text))
    case 'supervision-signed-off': return said({}, look.text(fact.opinion))
    case 'help-asked': return said({ of: fact.help.of, people: fact.help.to.map((id) => look.person(id)) }, look.text(fact.help.text))
    case 'help-answered': return said({ of: fact.of }, look.text(fact.text))
    case 'person-informed': return said({ channel: fact.channel, confirmed: fact.confirmed }, look.text(fact.text))
    case 'receipt-confirmed': return said({ channel: fact.channel }, look.text(fact.note))
    case 'case-archived': return said({}, look.text(fact.summary))
    default: return careSentence(fact, look)
  }
}

function careSentence(fact: CaseFact, look: Lookup): Said | null {
  switch (fact.kind) {
    case 'sheet-filled': return said({ step: fact.step, parts: fact.parts.map(({ part }) => part) })
    case 'step-completed': return said({ step: fact.step })
    case 'case-flagged': return said({ flag: fact.flag, people: fact.told.map((id) => look.person(id)) }, look.text(fact.note))
    case 'leader-asked': return said({ person: look.person(fact.leader.personId), unit: look.unit(fact.leader.unitId) })
    case 'solution-given': return said({}, look.text(fact.text))
    case 'flag-removed': return said({ flag: fact.flag }, look.text(fact.reason))
    case 'effect-planned': return said({ dueAt: fact.dueAt, estimated: look.estimated(fact.dueAt) })
    case 'duty-taken-up': return said({ kind: fact.duty, rung: fact.rung, people: fact.told.map((id) => look.person(id)) })
    case 'effect-checked': return said({ result: fact.result }, look.text(fact.text))
    default: return null
  }
}

/** Whether the person sees it: a matter that could not be done is theirs, and so is what they say again; a request for support is not. */
export function isPublicCourse(fact: CaseFact): boolean {
  if (fact.kind === 'help-asked') return fact.help.of !== 'support'
  if (fact.kind === 'help-answered') return fact.of !== 'support'
  return PUBLIC_COURSE_KINDS.includes(fact.kind)
}
