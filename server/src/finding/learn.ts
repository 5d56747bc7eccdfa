import type { Services } from '../http/route.ts'
import { institutionsToLearn, learnHandled } from './store-learn.ts'

const CASES_A_ROUND = 500

/** Learns from every case that has been handled to the end since the last time. */
export async function learnFromCases(services: Services, signal?: AbortSignal): Promise<number> {
  let learned = 0
  for (const institutionId of await institutionsToLearn(services.db)) {
    for (;;) {
      if (signal?.aborted) return learned
      const taken = await learnHandled(services.db, institutionId, { at: services.clock(), limit: CASES_A_ROUND })
      learned += taken
      if (taken < CASES_A_ROUND) break
    }
  }
  return learned
}
