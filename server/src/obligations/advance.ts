import { firedFacts, type Finders } from '@daodi/domain/cases/advance-obligation.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { errorCode, mayReconnect } from '../database/connection-errors.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { advanceDuty } from './advance-duty.ts'
import { dueCases } from './store.ts'

/** What plays facts into a case; the composition brings the case's own way of recording. */
export interface CaseKeeper {
  lock(services: Services, found: FoundCase): Promise<OpenedCase | null>
}

interface FoundCase { institutionId: string; caseId: string }

export interface OpenedCase {
  state: Parameters<typeof firedFacts>[0]
  rules: Parameters<typeof firedFacts>[1]
  finders: Finders
  record(facts: readonly CaseFact[]): Promise<void>
}

/**
 * Fires what has come due, oldest first: warnings, lateness, rungs of the ladder. Each case, and each duty that belongs to none, in its own transaction, in
 * which the fact and the obligation's next step are written together; so a step fires once, however many workers run
 * and wherever one of them is killed. Returns how many steps were taken. Throws when the database is away; a case that
 * cannot be advanced for any other reason is reported and left for the next time, so that the others behind it go on.
 */
export async function advanceObligations(services: Services, keeper: CaseKeeper, { limit }: { limit: number }): Promise<number> {
  const now = services.clock()
  let taken = 0
  for (const found of await dueCases(services.db, now, limit, resting())) {
    const { institutionId, caseId, obligationId } = found
    try {
      taken += await transaction(services.db, (trx) => {
        const within = { ...services, db: trx, clock: () => now }
        return caseId === null ? advanceDuty(within, { institutionId, obligationId: obligationId ?? '' }) : advanceCase(within, keeper, { institutionId, caseId })
      })
    } catch (error) {
      if (mayReconnect(error)) throw error
      failing.set(caseId ?? obligationId ?? '', performance.now() + REST_MS)
      services.log.error({ msg: 'the obligations of a case cannot be advanced', ...found, code: errorCode(error), error: error instanceof Error ? error.name : 'unknown' })
    }
  }
  return taken
}

/** Cases that could not be advanced, and until when they are left alone; else the oldest would be tried again for ever, before all others. */
const failing = new Map<string, number>()
const REST_MS = 60_000

function resting(): string[] {
  for (const [caseId, until] of failing) if (until <= performance.now()) failing.delete(caseId)
  return [...failing.keys()]
}

async function advanceCase(services: Services, keeper: CaseKeeper, found: FoundCase): Promise<number> {
  const opened = await keeper.lock(services, found)
  if (!opened) return 0
  const { facts, steps } = firedFacts(opened.state, opened.rules, opened.finders)
  if (facts.length > 0) await opened.record(facts)
  return steps.length
}
