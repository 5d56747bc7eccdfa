import type { Outcome } from '../outcome.ts'
import type { CaseFact } from './fact.ts'
import type { TextRef } from './state.ts'

/** What whoever agrees adds to it goes into the fact: words that no fact names would stand in the tables without anybody having said them. */
export function withRemark<Refusal extends string>(outcome: Outcome<CaseFact, Refusal>, remark: TextRef | null): Outcome<CaseFact, Refusal> {
  if (!outcome.ok || remark === null) return outcome
  const [fact, ...others] = outcome.facts
  return fact ? { ...outcome, facts: [{ ...fact, remark }, ...others] } : outcome
}
