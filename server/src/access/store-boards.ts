import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

/**
 * Of a board's secret, bound to its unit. Another function than that of `secretDigest`: so the secret of a screen on a wall
 * is never found as a token of the interface, and opens nothing but its board.
 */
export function boardDigest(unitId: string, secret: string): Buffer {
  return createHash('sha3-256').update(`board ${unitId} ${secret}`).digest()
}

export interface Board { institutionId: string; unitId: string; unitName: string; timeZone: string; expiresAt: string; lastUsedAt: string | null }

/** Null once it has been revoked, has run out, or whoever opened it has left. */
export async function boardByDigest(db: Db, unitId: string, digest: Buffer, at: string): Promise<Board | null> {
  const { rows: [row] } = await sql<Board>`
    select t.institution_id as "institutionId", u.id as "unitId", u.name as "unitName", i.time_zone as "timeZone", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt"
    from api_tokens t join people p on p.institution_id = t.institution_id and p.id = t.person_id and p.disabled_at is null join units u on u.institution_id = t.institution_id and u.id = ${unitId}
      join institutions i on i.id = t.institution_id
    where t.digest = ${digest} and t.revoked_at is null and t.expires_at > ${at}`.execute(db)
  return row ?? null
}
