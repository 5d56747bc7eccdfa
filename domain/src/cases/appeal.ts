import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { Policy } from '../policy/policy.ts'
import type { Actor } from './actor.ts'
import type { HelpAsk } from './ask-for-help.ts'
import type { Help } from './course.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState } from './state.ts'

export type AppealRefusal = 'too-many-reopenings' | 'already-reported'

/** Whether "not solved", once the number of reopenings is used up, still goes to somebody: once a round, and by policy. */
export function goesToLeader({ course, round }: Pick<CaseState, 'course' | 'round'>, { help }: Pick<Policy, 'help'>): boolean {
  return help.appeal?.length !== 0 && (course.appealedRound ?? 0) < round
}

/**
 * "Not solved", said more often than may be reopened (再次反映): a leader decides in time whether it is handled again all the
 * same, by reopening it, or confirms the end with a reason that the person reads. Only for what reopening refused for its number.
 */
export function appeal(state: CaseState, by: Actor | null, ask: HelpAsk, rules: Rules): Outcome<CaseFact, AppealRefusal> {
  if (appealTo(state)) return refuse('already-reported')
  const [first] = ask.to
  if (!first || !goesToLeader(state, rules.policy)) return refuse('too-many-reopenings')
  const help: Help = { id: rules.newId(), of: 'appeal', by: by?.personId ?? 'public', at: rules.at, text: ask.text, to: ask.to.map(({ personId }) => personId) }
  const { appeal: limit = rules.policy.limits.undone } = rules.policy.limits
  return done<CaseFact>({ kind: 'help-asked', help, opens: [owe({ kind: 'appeal', about: help.id, ...first, limit }, rules)] })
}

/** Who has been asked to decide; null while nobody has. */
export function appealTo({ course }: Pick<CaseState, 'course'>): readonly string[] | null {
  return course.help.find(({ of }) => of === 'appeal')?.to ?? null
}
