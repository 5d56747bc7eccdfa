import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, isOrStandsFor, type Actor } from './actor.ts'
import type { SupervisionLevel } from './course.ts'
import { closing, closingAbout } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type TextRef } from './state.ts'

/** Stands above the work in hand: heads or leads the handler's unit and does not handle it, or supervises. */
function standsAbove(by: Actor, state: CaseState): boolean {
  return (by.heads.includes(state.handler.unitId) && by.personId !== state.handler.personId) || by.supervises === true
}

function isUnderWay(state: CaseState): boolean {
  return state.status === 'registered' || state.status === 'handling' || state.status === 'resolved'
}

export type UrgeRefusal = 'nothing-to-urge' | 'not-urger'

/** Urging (催办), by the first contact or from above. Counted; the handler sees it. */
export function urgeCase(state: CaseState, by: Actor, text: TextRef | null): Outcome<CaseFact, UrgeRefusal> {
  if (!isUnderWay(state)) return refuse('nothing-to-urge')
  const asFirst = isFirstContact(by, state) && by.personId !== state.handler.personId
  if (!asFirst && !standsAbove(by, state)) return refuse('not-urger')
  return done<CaseFact>({ kind: 'case-urged', count: state.course.urges + 1, text })
}

export type InstructRefusal = 'case-ended' | 'not-superior'

/** A leader's instruction (批示), which the handler owes a report on. Supervisors urge and supervise; they do not instruct. */
export function instructCase(state: CaseState, by: Actor, text: TextRef, rules: Rules): Outcome<CaseFact, InstructRefusal> {
  if (!isUnderWay(state)) return refuse('case-ended')
  if (!by.heads.includes(state.handler.unitId) || by.personId === state.handler.personId) return refuse('not-superior')
  const id = rules.newId()
  return done<CaseFact>({
    kind: 'instruction-given', instruction: { id, by: by.personId, at: rules.at, text },
    opens: [owe({ kind: 'reportBack', about: id, ...state.handler, limit: rules.policy.limits.reportBack }, rules)],
  })
}

export type ReportInstructionRefusal = 'no-such-instruction' | 'not-handler'

export function reportOnInstruction(state: CaseState, by: Actor, ask: { instructionId: string; text: TextRef }): Outcome<CaseFact, ReportInstructionRefusal> {
  if (!state.course.instructions.some(({ id }) => id === ask.instructionId)) return refuse('no-such-instruction')
  const owed = state.obligations.find(({ about }) => about === ask.instructionId)
  if (!isHandler(by, state) && (owed?.personId == null || !isOrStandsFor(by, owed.personId))) return refuse('not-handler')
  return done<CaseFact>({ kind: 'instruction-reported', instructionId: ask.instructionId, text: ask.text, closes: closingAbout(state, 'met', ask.instructionId) })
}

export type SuperviseRefusal = 'case-ended' | 'not-superior'

/** Supervision (督办): from now on the handler reports in the rhythm of its level, until it is signed off. Asked again, it changes level. */
export function superviseCase(state: CaseState, by: Actor, ask: { level: SupervisionLevel; requirement: TextRef }, rules: Rules): Outcome<CaseFact, SuperviseRefusal> {
  if (!isUnderWay(state)) return refuse('case-ended')
  if (!standsAbove(by, state)) return refuse('not-superior')
  const supervision = { ...ask, by: by.personId, at: rules.at, feedbacks: state.course.supervision?.feedbacks ?? 0 }
  return done<CaseFact>({
    kind: 'supervision-opened', supervision, closes: closing(state, 'void', 'feedback'),
    opens: [owe({ kind: 'feedback', ...state.handler, limit: rules.policy.supervision[ask.level] }, rules)],
  })
}

export type ReportSupervisionRefusal = 'not-supervised' | 'not-handler'

/** One report, and the next one is owed. */
export function reportOnSupervision(state: CaseState, by: Actor, text: TextRef, rules: Rules): Outcome<CaseFact, ReportSupervisionRefusal> {
  const { supervision } = state.course
  if (!supervision) return refuse('not-supervised')
  if (!isHandler(by, state)) return refuse('not-handler')
  return done<CaseFact>({
    kind: 'supervision-reported', text, count: supervision.feedbacks + 1, closes: closing(state, 'met', 'feedback'),
    opens: [owe({ kind: 'feedback', ...state.handler, limit: rules.policy.supervision[supervision.level] }, rules)],
  })
}

export type SignOffRefusal = 'not-supervised' | 'not-superior' | 'no-report-yet'

/** 销号: whoever stands above is satisfied with what was reported, or with the answer that the person has had. */
export function signOffSupervision(state: CaseState, by: Actor, opinion: TextRef): Outcome<CaseFact, SignOffRefusal> {
  if (!state.course.supervision || hasEnded(state)) return refuse('not-supervised')
  if (!standsAbove(by, state)) return refuse('not-superior')
  if (state.course.supervision.feedbacks === 0 && state.status !== 'answered') return refuse('no-report-yet')
  return done<CaseFact>({ kind: 'supervision-signed-off', opinion, closes: closing(state, 'void', 'feedback') })
}
