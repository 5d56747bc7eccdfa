import { dueOn } from '../calendar/calendar.ts'
import { moveDue, type Rules } from '../obligations/owe.ts'
import type { Instant } from '../calendar/instant.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, type Actor } from './actor.ts'
import { closing, endHeldUp, mustCite, resolveDuty, withRest } from './duties.ts'
import type { CaseFact, FactOf } from './fact.ts'
import { noticeFacts, type NoticeAsk } from './issue-notice.ts'
import { callFacts, relayFact } from './absent-colleague.ts'
import { referralFact, referralProblem, type ReferAsk } from './referral.ts'
import { rulingFact, rulingProblem, type RulingAsk } from './ask-for-ruling.ts'
import { refusalUnreported } from './ask-for-approval.ts'
import { settledFacts, type SettledAsk } from './settle.ts'
import { sheetHoldsUp } from './sheet.ts'
import type { CaseState, TextRef } from './state.ts'

export interface MineAsk {
  notice: NoticeAsk | null
  promisedAt: Instant | null
  text: TextRef | null
}
/** A hand-over with what was done because the colleague is not there: the tries to reach them, the promise to pass it on. */
export interface HandOverAsk extends ReferAsk {
  relay?: { text: TextRef | null } | null
  /** The colleague works in the same department, if at another window of it. */
  sameDepartment?: boolean
}
export type Decide =
  | ({ branch: 'onSpot' | 'notOurs' } & SettledAsk)
  /** The number of the unit whose matter it is was given to a caller. */
  | ({ branch: 'otherUnit'; toUnitId: string; number: TextRef } & SettledAsk)
  | ({ branch: 'mine' } & MineAsk)
  | ({ branch: 'colleague' | 'otherUnit' } & HandOverAsk)
  | ({ branch: 'unclear'; calls?: HandOverAsk['calls'] } & RulingAsk)
export type DecideRefusal = 'already-decided' | 'not-first-contact' | 'promise-in-past' | 'promise-beyond-limit' | 'same-person' | 'same-unit'
  | 'not-in-your-unit' | 'no-arbiter' | 'skip-needs-reason' | 'forbidden-phrase' | 'citation-needed' | 'call-in-future' | 'relay-needs-person' | 'refusal-not-reported' | 'step-open' | 'visit-owed'

/** The first contact's decision, one of six branches. Whatever the branch, first contact and handler stay named people. */
export function decideCase(state: CaseState, by: Actor, ask: Decide, rules: Rules): Outcome<CaseFact, DecideRefusal> {
  if (state.status !== 'registered') return refuse('already-decided')
  if (!isFirstContact(by, state)) return refuse('not-first-contact')
  if ('phrase' in ask) return settle(state, by, ask, rules)
  const resolve = resolveDuty(state, state.firstContact, rules, state.registeredAt)
  const decided: FactOf<'case-decided'> = { kind: 'case-decided', branch: ask.branch, closes: closing(state, 'met', 'decide'), opens: [resolve] }
  const handling: CaseState = { ...state, status: 'handling', branch: ask.branch, obligations: [resolve, ...state.obligations.filter(({ kind }) => kind !== 'decide')] }
  if (ask.branch === 'mine') return mine(handling, by, ask, { rules, decided })
  if (ask.branch === 'unclear') {
    const problem = rulingProblem(ask) ?? callProblem(ask, rules)
    return problem ? refuse(problem) : done(decided, ...callFacts(ask), rulingFact(handling, ask, rules))
  }
  if (ask.branch === 'colleague' && ask.toUnitId !== state.handler.unitId && ask.sameDepartment !== true) return refuse('not-in-your-unit')
  if (ask.branch === 'otherUnit' && ask.toUnitId === state.handler.unitId) return refuse('same-unit')
  return handOn(handling, ask, { rules, decided })
}

function callProblem({ calls = [] }: Pick<HandOverAsk, 'calls'>, { at }: Rules): 'call-in-future' | null {
  return calls.some(({ calledAt }) => calledAt > at) ? 'call-in-future' : null
}

function handOn(handling: CaseState, ask: HandOverAsk, { rules, decided }: { rules: Rules; decided: FactOf<'case-decided'> }): Outcome<CaseFact, DecideRefusal> {
  const problem = referralProblem(handling, ask) ?? callProblem(ask, rules)
  if (problem) return refuse(problem)
  const { relay = null, toUnitId, toPersonId } = ask
  const colleague = ask.insteadOf ?? toPersonId
  if (relay && colleague === null) return refuse('relay-needs-person')
  const promised = relay && colleague !== null ? [relayFact(handling, { to: { personId: colleague, unitId: toUnitId }, text: relay.text }, rules)] : []
  return done(decided, ...callFacts(ask), ...promised, referralFact(handling, ask, rules))
}

function settle(state: CaseState, by: Actor, ask: Extract<Decide, SettledAsk>, rules: Rules): Outcome<CaseFact, DecideRefusal> {
  if (ask.phrase !== null) return refuse('forbidden-phrase')
  if (ask.branch === 'onSpot' && mustCite(state, rules.policy) && ask.citation === null) return refuse('citation-needed')
  if (ask.branch === 'notOurs' && refusalUnreported(state, rules)) return refuse('refusal-not-reported')
  const held = ask.branch === 'onSpot' ? sheetHoldsUp(state, rules.policy) : null
  if (held) return refuse(held)
  const mayClose = endHeldUp(state, rules.policy) === null
  const decides = [...closing(state, 'met', 'decide'), ...closing(state, 'void', 'relay')]
  const decided: CaseFact = { kind: 'case-decided', branch: ask.branch, closes: mayClose ? withRest(state, decides) : decides }
  const given: CaseFact[] = 'number' in ask ? [{ kind: 'number-given', unitId: ask.toUnitId, number: ask.number }] : []
  return done(decided, ...given, ...settledFacts(by, ask, ask.branch === 'notOurs' ? 'outside' : 'solved', { rules, mayClose }))
}

function mine(
  handling: CaseState, by: Actor, ask: MineAsk, { rules, decided }: { rules: Rules; decided: FactOf<'case-decided'> },
): Outcome<CaseFact, DecideRefusal> {
  const [resolve] = handling.obligations
  if (!resolve) throw new RangeError('a decided case owes its resolution')
  const notice = ask.notice ? noticeFacts(handling, by, ask.notice, rules) : []
  if (ask.promisedAt === null) return done(decided, ...notice)
  if (ask.promisedAt <= rules.at) return refuse('promise-in-past')
  if (ask.promisedAt > resolve.limitAt) return refuse('promise-beyond-limit')
  const due = dueOn(rules.calendar, ask.promisedAt)
  // A notice changes the duty only by letting it wait.
  const paused = notice.some((fact) => fact.changes !== undefined)
  const moved = moveDue(resolve, due, rules)
  const promise: CaseFact = {
    kind: 'promise-made', dueAt: due.at, estimated: due.estimated, text: ask.text, by: by.personId,
    changes: [paused ? { ...moved, pausedAt: rules.at } : moved],
  }
  return done(decided, ...notice, promise)
}
