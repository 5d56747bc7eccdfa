import type { Rules } from '@daodi/domain/obligations/owe.ts'
import type { Staff } from '../http/caller.ts'
import type { Services } from '../http/route.ts'
import type { Acting } from '../ledger/store-append.ts'
import { calendarAlong, policyByDigest } from '../policy/store.ts'

/** In whose name it is written down. */
export function actingAs({ institutionId, personId }: Staff, at: string, { ledgerAlgorithm }: Services): Acting {
  return { institutionId, actor: personId, at, algorithm: ledgerAlgorithm }
}

/** What a unit's people owe is reckoned with its policy and the institution's working time. */
export async function rulesOf({ db, newId }: Services, caller: Staff, policyDigest: string, at: string): Promise<Rules> {
  return { policy: await policyByDigest(db, policyDigest), calendar: await calendarAlong(db, caller), at, newId }
}
