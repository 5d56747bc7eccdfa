import { dueStepsOf, stepFact } from '@daodi/domain/cases/advance-obligation.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { dueCases } from './store.ts'

/** What plays facts into a case; the composition brings the case's own way of recording. */
export interface CaseKeeper {
  lock(services: Services, found: { institutionId: string; caseId: string }): Promise<OpenedCase | null>
}

export interface OpenedCase {
  state: Parameters<typeof dueStepsOf>[0]
  policy: Parameters<typeof stepFact>[1]
  people: Parameters<typeof stepFact>[2]
  record(facts: readonly CaseFact[]): Promise<void>
}

/**
 * Fires what has come due, oldest first: warnings, lateness, rungs of the ladder. Each case in its own transaction, in
 * which the fact and the obligation's next step are written together; so a step fires once, however many workers run
 * and wherever one of them is killed. Returns how many steps were taken.
 */
export async function advanceObligations(services: Services, keeper: CaseKeeper, { limit }: { limit: number }): Promise<number> {
  const now = services.clock()
  let taken = 0
  for (const found of await dueCases(services.db, now, limit)) {
    taken += await transaction(services.db, async (trx) => {
      const opened = await keeper.lock({ ...services, db: trx, clock: () => now }, found)
      if (!opened) return 0
      const due = dueStepsOf(opened.state, now)
      if (due.length > 0) await opened.record(due.map((step) => stepFact(step, opened.policy, opened.people)))
      return due.length
    })
  }
  return taken
}
