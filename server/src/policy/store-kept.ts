import { sql } from 'kysely'
import { KEPT_DAYS } from '@daodi/domain/policy/policy.ts'
import type { Db } from '../http/route.ts'

export interface KeptDays { institutionId: string; notices: number; deliveries: number }

/** How long each institution keeps what was told and sent, as its regulation says now. */
export async function keptDays(db: Db): Promise<KeptDays[]> {
  const { rows } = await sql<KeptDays>`
    select i.id as "institutionId", coalesce((p.document->>'noticeDays')::int, ${KEPT_DAYS.notices}) as notices, coalesce((p.document->>'deliveryDays')::int, ${KEPT_DAYS.deliveries}) as deliveries
    from institutions i join units u on u.institution_id = i.id and u.id = i.root_unit_id join policies p on p.digest = u.policy_digest order by i.id`.execute(db)
  return rows
}
