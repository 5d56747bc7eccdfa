import { setTimeout as sleep } from 'node:timers/promises'
import { firedFacts, type Finders } from '@daodi/domain/cases/advance-obligation.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { errorCode, mayReconnect } from '../database/connection-errors.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { advanceDuty } from './advance-duty.ts'
import { dueCases, type FoundDuty } from './store.ts'

/** What plays facts into cases; the composition brings the case's own way of recording. `waits`: also for those that somebody else holds. */
export interface CaseKeeper {
  lockTogether(services: Services, found: readonly FoundCase[], waits: boolean): Promise<OpenedCases>
}

interface FoundCase { institutionId: string; caseId: string }

interface OpenedCases {
  cases: readonly { state: Parameters<typeof firedFacts>[0]; rules: Parameters<typeof firedFacts>[1]; finders: Finders }[]
  /** By case. */
  record(facts: ReadonlyMap<string, readonly CaseFact[]>): Promise<void>
}

/** So many in one transaction, in the same few statements as one: a commit for each would take longer than the work. Whoever acts on one of them waits no longer than these take. */
const TOGETHER = 25
/** Where more are late than that, each such lot is followed by a rest as long as it took: half the machine stays with the people at work, and ten thousand are still through in half a minute. */
const LONGEST_REST_MS = 250

/**
 * Fires what has come due, oldest first: warnings, lateness, rungs of the ladder. The fact and the obligation's next step
 * are written in one transaction; so a step fires once, however many workers run and wherever one of them is killed.
 * What somebody else holds is left for the next time, and waited for where there is nothing else to do.
 * Returns how many steps were taken. Throws when the database is away; a case that cannot be advanced for any other reason
 * is reported and left for the next time, so that the others go on.
 */
export async function advanceObligations(services: Services, keeper: CaseKeeper, { limit }: { limit: number }): Promise<number> {
  const now = services.clock()
  const due = await dueCases(services.db, now, limit, resting())
  const round = { services: { ...services, clock: () => now }, keeper }
  let taken = 0
  for (let first = 0; first < due.length; first += TOGETHER) {
    const began = performance.now()
    const batch = due.slice(first, first + TOGETHER)
    taken += await advanceTogether({ ...round, waits: false }, batch)
    if (batch.length === TOGETHER) await sleep(Math.min(performance.now() - began, LONGEST_REST_MS))
  }
  const held = due.filter((one) => !failing.has(nameOf(one)))
  return taken === 0 && held.length > 0 ? advanceTogether({ ...round, waits: true }, held.slice(0, TOGETHER)) : taken
}

interface Round { services: Services; keeper: CaseKeeper; waits: boolean }

/** All of them or none; and where one spoils it for the others, each by itself. */
async function advanceTogether(round: Round, found: readonly FoundDuty[]): Promise<number> {
  const { services } = round
  try {
    return await transaction(services.db, async (trx) => {
      const inside = { ...services, db: trx }
      let taken = await advanceCases({ ...round, services: inside }, found.flatMap(({ institutionId, caseId }) => (caseId === null ? [] : [{ institutionId, caseId }])))
      for (const { institutionId, caseId, obligationId } of found) if (caseId === null) taken += await advanceDuty(inside, { institutionId, obligationId: obligationId ?? '' })
      return taken
    })
  } catch (error) {
    if (mayReconnect(error)) throw error
    let taken = 0
    for (const one of found) taken += found.length === 1 ? leave(services, one, error) : await advanceTogether(round, [one])
    return taken
  }
}

function leave(services: Services, found: FoundDuty, error: unknown): number {
  failing.set(nameOf(found), performance.now() + REST_MS)
  services.log.error({ msg: 'the obligations of a case cannot be advanced', ...found, code: errorCode(error), error: error instanceof Error ? error.name : 'unknown' })
  return 0
}

function nameOf({ caseId, obligationId }: FoundDuty): string {
  return caseId ?? obligationId ?? ''
}

/** Cases that could not be advanced, and until when they are left alone; else the oldest would be tried again for ever, before all others. */
const failing = new Map<string, number>()
const REST_MS = 60_000

function resting(): string[] {
  for (const [caseId, until] of failing) if (until <= performance.now()) failing.delete(caseId)
  return [...failing.keys()]
}

async function advanceCases({ services, keeper, waits }: Round, found: readonly FoundCase[]): Promise<number> {
  if (found.length === 0) return 0
  const opened = await keeper.lockTogether(services, found, waits)
  const fired = opened.cases.map(({ state, rules, finders }) => ({ id: state.id, ...firedFacts(state, rules, finders) })).filter(({ facts }) => facts.length > 0)
  await opened.record(new Map(fired.map(({ id, facts }) => [id, facts])))
  return fired.reduce((sum, { steps }) => sum + steps.length, 0)
}
