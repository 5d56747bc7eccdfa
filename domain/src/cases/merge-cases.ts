import type { Obligation } from '../obligations/obligation.ts'
import type { Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, takesPart, type Actor } from './actor.ts'
import { closing, closingAll, endHeldUp } from './duties.ts'
import type { CaseRef } from './cooperation.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type TextRef } from './state.ts'

export interface MergeAsk {
  main: Pick<CaseState, 'id' | 'number' | 'status' | 'requesterId' | 'matterId' | 'parent' | 'joined'> | null
  reason: TextRef | null
}
export type MergeRefusal = 'case-ended' | 'already-answered' | 'not-participant' | 'referral-pending' | 'ruling-pending' | 'same-case' | 'main-ended'
  | 'merge-needs-reason' | 'papers-in-custody' | 'report-owed' | 'case-paused' | 'record-incomplete' | 'forward-open' | 'too-many-joined' | 'has-children'

/** A case with more people than this waiting for its answer is a public matter and is answered publicly. */
const JOINED_AT_MOST = 50

/** What several people may say of one and the same thing; what somebody applies for is theirs alone. */
const OF_ONE_THING: readonly string[] = ['complaint', 'report', 'suggestion', 'help']

/** Whether merging into a case that looks like the same question is worth offering. */
export function worthMerging({ category, sameRequester }: { category: string; sameRequester: boolean }): boolean {
  return sameRequester || OF_ONE_THING.includes(category)
}

/**
 * 并单: two open cases of the same person or the same matter become one; others need a reason. The merged one ends, and
 * its people are told with the main case's reply.
 */
export function mergeCase(state: CaseState, by: Actor, ask: MergeAsk, rules: Rules): Outcome<CaseFact, MergeRefusal> {
  const { main, reason } = ask
  const problem = unmergeable(state, by, rules) ?? unfitMain(state, main)
  if (problem || !main) return refuse(problem ?? 'same-case')
  const alike = (state.requesterId !== null && state.requesterId === main.requesterId) || (state.matterId !== null && state.matterId === main.matterId)
  if (!alike && reason === null) return refuse('merge-needs-reason')
  return done({ kind: 'case-merged', into: { id: main.id, number: main.number }, reason, closes: closingAll(state, 'void') })
}

function unmergeable(state: CaseState, by: Actor, rules: Rules): MergeRefusal | null {
  if (hasEnded(state)) return 'case-ended'
  if (state.status === 'answered') return 'already-answered'
  if (!isHandler(by, state) && !isFirstContact(by, state)) return 'not-participant'
  if (state.referral) return 'referral-pending'
  if (state.ruling) return 'ruling-pending'
  if (state.course.pause) return 'case-paused'
  if (state.children.length > 0 || state.joined.length > 0) return 'has-children'
  return endHeldUp(state, rules.policy)
}

function unfitMain(state: CaseState, main: MergeAsk['main']): MergeRefusal | null {
  if (!main || main.id === state.id) return 'same-case'
  if (main.status !== 'registered' && main.status !== 'handling' && main.status !== 'resolved') return 'main-ended'
  return main.joined.length >= JOINED_AT_MOST ? 'too-many-joined' : null
}

export type UnmergeRefusal = 'not-merged' | 'not-participant' | 'main-ended'

/** Merged by mistake: it stands on its own again and owes what it owed, until the same moments, for the person's clock never stood still. */
export function unmergeCase(state: CaseState, by: Actor, ask: { reason: TextRef; mainEnded: boolean }, rules: Rules): Outcome<CaseFact, UnmergeRefusal> {
  const { merged } = state
  if (state.status !== 'merged' || !merged) return refuse('not-merged')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-participant')
  if (ask.mainEnded) return refuse('main-ended')
  const opens = merged.obligations.map((obligation): Obligation => ({ ...obligation, id: rules.newId(), openedAt: rules.at }))
  return done({ kind: 'case-unmerged', from: merged.into, reason: ask.reason, opens })
}

export type ChildRefusal = 'case-ended' | 'not-handler' | 'too-many-children' | 'case-not-in-handling' | 'is-a-child'

const CHILDREN_AT_MOST = 30

/** Part of the matter becomes a case of its own, which closes before this one. */
export function addChild(state: CaseState, by: Actor, child: CaseRef): Outcome<CaseFact, ChildRefusal> {
  const unfit = unfitParent(state)
  if (unfit === 'case-ended' || unfit === 'case-not-in-handling') return refuse(unfit)
  if (!isHandler(by, state)) return refuse('not-handler')
  return unfit ? refuse(unfit) : done({ kind: 'child-added', child })
}

export type JoinRefusal = Exclude<ChildRefusal, 'not-handler'> | 'not-participant'

/** An emergency in the case's course: whoever takes part in it is there when it happens, a pair's other one as much as the handler. */
export function joinEmergency(state: CaseState, by: Actor, emergency: CaseRef): Outcome<CaseFact, JoinRefusal> {
  if (!isHandler(by, state) && !isFirstContact(by, state) && !takesPart(by, state)) return refuse('not-participant')
  const unfit = unfitParent(state)
  return unfit ? refuse(unfit) : done({ kind: 'child-added', child: emergency, emergency: true })
}

function unfitParent(state: CaseState): Exclude<ChildRefusal, 'not-handler'> | null {
  if (hasEnded(state)) return 'case-ended'
  if (state.status !== 'handling') return 'case-not-in-handling'
  if (state.parent) return 'is-a-child'
  return state.children.length >= CHILDREN_AT_MOST ? 'too-many-children' : null
}

/** The main case's reply told the people of this one too: a merged case, or a child whose work is done. */
export function toldWith(state: CaseState, ask: { main: { id: string; number: string }; channel: string; text: TextRef; close: boolean }, rules: Rules): CaseFact[] {
  const { main, channel, text } = ask
  const told: CaseFact = { kind: 'told-with', main, channel, text }
  if (state.status === 'merged') return [told]
  if (state.status !== 'resolved') return []
  const answered: CaseFact = { ...told, closes: closing(state, 'met', 'reply', 'contact') }
  if (!ask.close || endHeldUp(state, rules.policy) !== null) return [answered]
  const rest = state.obligations.filter(({ kind }) => kind !== 'reply' && kind !== 'contact').map(({ id }) => ({ id, as: 'void' as const }))
  return [answered, { kind: 'case-closed', unreached: false, ...(rest.length > 0 ? { closes: rest } : {}) }]
}
