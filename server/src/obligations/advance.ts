import { firedFacts, type Finders } from '@daodi/domain/cases/advance-obligation.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { errorCode, mayReconnect } from '../database/connection-errors.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { advanceDuty } from './advance-duty.ts'
import { dueCases, type FoundDuty } from './store.ts'

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

/** So many in one transaction: a commit for each would take longer than the work. Whoever acts on one of them waits no longer than these take. */
const TOGETHER = 20

/**
 * Fires what has come due, oldest first: warnings, lateness, rungs of the ladder. The fact and the obligation's next step
 * are written in one transaction; so a step fires once, however many workers run and wherever one of them is killed.
 * Returns how many steps were taken. Throws when the database is away; a case that cannot be advanced for any other reason
 * is reported and left for the next time, so that the others go on.
 */
export async function advanceObligations(services: Services, keeper: CaseKeeper, { limit }: { limit: number }): Promise<number> {
  const now = services.clock()
  const due = await dueCases(services.db, now, limit, resting())
  let taken = 0
  for (let first = 0; first < due.length; first += TOGETHER) taken += await advanceTogether({ ...services, clock: () => now }, keeper, due.slice(first, first + TOGETHER))
  return taken
}

/** All of them or none; and where one spoils it for the others, each by itself. */
async function advanceTogether(services: Services, keeper: CaseKeeper, found: readonly FoundDuty[]): Promise<number> {
  try {
    return await transaction(services.db, async (trx) => {
      let taken = 0
      for (const one of found) taken += await advanceOne({ ...services, db: trx }, keeper, one)
      return taken
    })
  } catch (error) {
    if (mayReconnect(error)) throw error
    let taken = 0
    for (const one of found) taken += found.length === 1 ? leave(services, one, error) : await advanceTogether(services, keeper, [one])
    return taken
  }
}

function leave(services: Services, found: FoundDuty, error: unknown): number {
  failing.set(found.caseId ?? found.obligationId ?? '', performance.now() + REST_MS)
  services.log.error({ msg: 'the obligations of a case cannot be advanced', ...found, code: errorCode(error), error: error instanceof Error ? error.name : 'unknown' })
  return 0
}

function advanceOne(services: Services, keeper: CaseKeeper, { institutionId, caseId, obligationId }: FoundDuty): Promise<number> {
  return caseId === null ? advanceDuty(services, { institutionId, obligationId: obligationId ?? '' }) : advanceCase(services, keeper, { institutionId, caseId })
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
