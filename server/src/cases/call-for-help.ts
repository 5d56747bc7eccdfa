import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import type { Services } from '../http/route.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { RING_FOR_HELP } from '../roster/store-bells.ts'

/** Whoever is to be seen to first and is still waiting: the policy's helpers are rung for. Nothing is sent for anybody else. */
export async function callForHelp(services: Services, { id: caseId, institutionId, endedAt }: CaseState, { policy }: Rules): Promise<void> {
  if (endedAt !== null || !policy.priority?.help?.length) return
  await enqueue(services.db, RING_FOR_HELP, { institutionId, caseId, bellId: services.newId() })
}
