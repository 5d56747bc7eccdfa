import { localDate } from '../calendar/calendar.ts'
import { moveDue, type Rules } from '../obligations/owe.ts'
import type { Instant } from '../calendar/instant.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, type Actor } from './actor.ts'
import { closing, mustCite, papersHoldUp, reportsHoldUp, resolveDuty } from './duties.ts'
import type { CaseFact, FactOf } from './fact.ts'
import { noticeFacts, type NoticeAsk } from './issue-notice.ts'
import { refusalUnreported } from './ask-for-approval.ts'
import { referralFact, referralProblem, type ReferAsk } from './refer-case.ts'
import { rulingFact, type RulingAsk } from './ask-for-ruling.ts'
import { settledFacts, type SettledAsk } from './settle.ts'
import type { CaseState, TextRef } from './state.ts'

export interface MineAsk {
  notice: NoticeAsk | null
  promisedAt: Instant | null
  text: TextRef | null
}
export type Decide =
  | ({ branch: 'onSpot' | 'notOurs' } & SettledAsk)
  | ({ branch: 'mine' } & MineAsk)
  | ({ branch: 'colleague' | 'otherUnit' } & ReferAsk)
  | ({ branch: 'unclear' } & RulingAsk)
export type DecideRefusal = 'already-decided' | 'not-first-contact' | 'promise-in-past' | 'promise-beyond-limit' | 'same-person' | 'same-unit'
  | 'not-in-your-unit' | 'no-arbiter' | 'forbidden-phrase' | 'citation-needed' | 'refusal-not-reported'

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
    return ask.arbiters.length === 0 ? refuse('no-arbiter') : done(decided, rulingFact(handling, ask, rules))
  }
  if (ask.branch === 'colleague' && ask.toUnitId !== state.handler.unitId) return refuse('not-in-your-unit')
  if (ask.branch === 'otherUnit' && ask.toUnitId === state.handler.unitId) return refuse('same-unit')
  const problem = referralProblem(handling, ask)
  return problem ? refuse(problem) : done(decided, referralFact(handling, ask, rules))
}

function settle(state: CaseState, by: Actor, ask: Extract<Decide, { branch: 'onSpot' | 'notOurs' }>, rules: Rules): Outcome<CaseFact, DecideRefusal> {
  if (ask.phrase !== null) return refuse('forbidden-phrase')
  if (ask.branch === 'onSpot' && mustCite(state, rules.policy) && ask.citation === null) return refuse('citation-needed')
  if (ask.branch === 'notOurs' && refusalUnreported(state, rules)) return refuse('refusal-not-reported')
  const decided: CaseFact = { kind: 'case-decided', branch: ask.branch, closes: closing(state, 'met', 'decide') }
  const mayClose = !papersHoldUp(state, rules.policy) && !reportsHoldUp(state)
  return done(decided, ...settledFacts(by, ask, ask.branch === 'onSpot' ? 'solved' : 'outside', { rules, mayClose }))
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
  // Which days work is known as far as the notices reach, whatever the limit behind the promise rests on.
  const due = { at: ask.promisedAt, estimated: resolve.estimated && localDate(rules.calendar, ask.promisedAt) > rules.calendar.knownThrough }
  // A notice changes the duty only by letting it wait.
  const paused = notice.some((fact) => fact.changes !== undefined)
  const moved = moveDue(resolve, due, rules)
  const promise: CaseFact = {
    kind: 'promise-made', dueAt: due.at, estimated: due.estimated, text: ask.text, by: by.personId,
    changes: [paused ? { ...moved, pausedAt: rules.at } : moved],
  }
  return done(decided, ...notice, promise)
}
