import { moveDue, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isOrStandsFor, takesPart, type Actor } from './actor.ts'
import { closingAbout, resolveDuty } from './duties.ts'
import { standsStill, type LimitLeft } from './course.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, openObligation, type CaseState, type TextRef } from './state.ts'

export interface TakePapersAsk {
  papers: TextRef
  count: number
  /** Which papers of the last notice these are, by their place in it. */
  given: number[]
}
export type TakePapersRefusal = 'case-ended' | 'not-participant'

/**
 * Papers taken from the person, with a receipt; from now on somebody holds them. When the last missing one has come in
 * and the policy restarts the limit, it runs anew from this moment (受理 begins with complete papers).
 */
export function takePapers(state: CaseState, by: Actor, ask: TakePapersAsk, rules: Rules): Outcome<CaseFact, TakePapersRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!takesPart(by, state)) return refuse('not-participant')
  const custody = { id: rules.newId(), papers: ask.papers, count: ask.count, at: rules.at, by: by.personId, holder: by.personId, returnedAt: null, offer: null, chain: [{ personId: by.personId, at: rules.at }] }
  const taken: CaseFact = { kind: 'papers-taken', custody, given: ask.given }
  const notice = state.notices.at(-1)
  const wasMissing = notice?.given.includes(false) ?? false
  const complete = wasMissing && notice?.given.every((given, index) => given || ask.given.includes(index))
  return complete ? done(taken, papersComplete(state, rules)) : done(taken)
}

/** Nothing is missing any more. A limit that waited for the papers runs anew, in full, from now. */
export function papersComplete(state: CaseState, rules: Rules): CaseFact {
  const resolve = openObligation(state, 'resolve')
  if (!resolve) return { kind: 'papers-complete', ...limitAnew(state, rules) }
  if (resolve.pausedAt === null || standsStill(state.course)) return { kind: 'papers-complete' }
  const fresh = resolveDuty(state, { personId: resolve.personId ?? state.handler.personId, unitId: resolve.unitId }, rules, rules.at)
  const moved = moveDue(resolve, { at: fresh.dueAt, estimated: fresh.estimated }, rules)
  return { kind: 'papers-complete', changes: [{ ...moved, limitAt: fresh.dueAt }] }
}

/** The same where the result has been handed in meanwhile and is being checked. */
function limitAnew(state: CaseState, rules: Rules): { limit?: LimitLeft } {
  if (state.status !== 'resolved' || state.course.limitLeft?.pausedAt == null) return {}
  const { dueAt, limitAt, estimated, pausedAt } = resolveDuty(state, state.handler, rules, rules.at)
  return { limit: { dueAt, limitAt, estimated, pausedAt } }
}

export type ReturnPapersRefusal = 'no-such-custody' | 'not-custodian' | 'already-returned'

export function returnPapers(state: CaseState, by: Actor, custodyId: string): Outcome<CaseFact, ReturnPapersRefusal> {
  const item = state.custody.find((candidate) => candidate.id === custodyId)
  if (!item) return refuse('no-such-custody')
  if (item.returnedAt !== null) return refuse('already-returned')
  if (!isOrStandsFor(by, item.holder) && !state.units.some((unit) => by.heads.includes(unit))) return refuse('not-custodian')
  return done({ kind: 'papers-returned', custodyId, closes: closingAbout(state, 'void', custodyId) })
}
