import type { AvailableAct, CaseAct } from './acts.ts'

/** What a supervisor does with a case: press and supervise, and look up whom to call, though they take no part in it. All else is the work itself, which they read and do not change. */
export const SUPERVISORS_ACTS: readonly CaseAct[] = ['urgeCase', 'superviseCase', 'signOffSupervision', 'revealRequester']

/** Why a supervisor may not do now what anybody else in their place could, or could not. */
export function refusalToSupervisor({ act, refusal }: AvailableAct): string | null {
  if (!SUPERVISORS_ACTS.includes(act)) return 'not-allowed'
  return act === 'revealRequester' && refusal === 'not-participant' ? null : refusal
}
