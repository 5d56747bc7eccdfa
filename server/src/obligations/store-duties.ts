import type { Obligation } from '@daodi/domain/obligations/obligation.ts'
import type { Db } from '../http/route.ts'
import { dutyColumns } from './store-act.ts'

/** An obligation whose subject is not a case but another stream of the ledger: a shift, a bell. The table holds its plan. */
export interface KeptDuty {
  institutionId: string
  stream: string
  policyDigest: string
  obligation: Obligation
}

/** Holds the obligation until the transaction ends; null when it is open no more. */
export async function lockDuty(trx: Db, institutionId: string, id: string): Promise<KeptDuty | null> {
  const row = await trx.selectFrom('obligations').select(['stream', 'plan', 'policy_digest']).where('institution_id', '=', institutionId).where('id', '=', id)
    .where('state', '=', 'open').where('stream', 'is not', null).forUpdate().executeTakeFirst()
  if (!row?.stream || !row.plan || !row.policy_digest) return null
  return { institutionId, stream: row.stream, policyDigest: row.policy_digest, obligation: row.plan as unknown as Obligation }
}

/** After steps were taken; to be written with the entries that say so. */
export function steppedDuty(trx: Db, { institutionId, obligation }: KeptDuty) {
  const { plan, ...columns } = dutyColumns(obligation)
  return trx.updateTable('obligations').set({ ...columns, plan: JSON.stringify(plan) }).where('institution_id', '=', institutionId).where('id', '=', obligation.id)
}
