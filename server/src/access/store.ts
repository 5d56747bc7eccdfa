import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Staff, WorkingTime } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { workingTimeAlong } from '../policy/store.ts'
import { standsInFor } from '../roster/store-stand-in.ts'

/** Of a session cookie, an API token or the set-up token: all of them long and random, so that a plain digest is enough. */
export function secretDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

interface CallerRow {
  id: string; institution_id: string; unit_id: string; name: string; path: string[]; password_set_by_other: boolean
  roles: { role: Staff['roles'][number]['role']; unitId: string }[]; heads: string[]; team: string[]; stands_in_for: string[]; working_time: WorkingTime | null; idle_minutes: number | null; seen_at: string
}

const grantsOf = sql`coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) from grants g
  where g.institution_id = p.institution_id and g.person_id = p.id), '[]')`
/** Everything below the units that this person heads or leads. */
const headedBy = sql`coalesce((select array_agg(b.id) from units b where b.institution_id = p.institution_id and b.path && (
  select array_agg(h.unit_id) from grants h where h.institution_id = p.institution_id and h.person_id = p.id and h.role in ('head', 'leader'))), '{}')`
/** Whoever belongs to a first-contact team that this person coordinates (首问团队负责人). */
const teamOf = sql`coalesce((select array_agg(distinct m.person_id) from groups g join group_members m on m.institution_id = g.institution_id and m.group_id = g.id
  where g.institution_id = p.institution_id and g.manager_id = p.id and g.kind = 'firstContact' and g.removed_at is null), '{}')`
/** `p` and `u` are the person and their unit. */
const rightsOf = (at: string | null) => sql`${grantsOf} as roles, ${headedBy} as heads, ${teamOf} as team, ${at === null ? sql`'{}'::uuid[]` : standsInFor(at)} as stands_in_for,
  ${workingTimeAlong(sql`p.institution_id`, sql`u.path`)} as working_time`

/** One statement: the session, the person, the roles. A session unseen for longer than the unit's policy allows is no session. */
export async function callerBySession(db: Db, digest: Buffer, at: string): Promise<{ staff: Staff; seenAt: string } | null> {
  const { rows: [row] } = await sql<CallerRow>`
    select p.id, p.institution_id, p.unit_id, p.name, u.path, p.password_set_by_other, s.seen_at,
      ${rightsOf(at)}, pol.idle_minutes
    from sessions s join people p on p.institution_id = s.institution_id and p.id = s.person_id
      join units u on u.institution_id = p.institution_id and u.id = p.unit_id join policies pol on pol.digest = u.policy_digest
    where s.digest = ${digest} and p.disabled_at is null
      and s.seen_at > ${at}::timestamptz - make_interval(mins => coalesce(pol.idle_minutes, 30))
      and s.created_at > ${at}::timestamptz - interval '16 hours'`.execute(db)
  return row ? { staff: staffOf(row, 'session', digest), seenAt: row.seen_at } : null
}

export async function callerByToken(db: Db, digest: Buffer, at: string): Promise<{ staff: Staff; lastUsedAt: string | null } | null> {
  const { rows: [row] } = await sql<Omit<CallerRow, 'seen_at' | 'idle_minutes'> & { scope: Staff['scope']; last_used_at: string | null }>`
    select p.id, p.institution_id, p.unit_id, p.name, u.path, p.password_set_by_other, t.scope, t.last_used_at, ${rightsOf(at)}
    from api_tokens t join people p on p.institution_id = t.institution_id and p.id = t.person_id
      join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where t.digest = ${digest} and t.revoked_at is null and t.expires_at > ${at} and p.disabled_at is null`.execute(db)
  return row ? { staff: staffOf(row, row.scope, null), lastUsedAt: row.last_used_at } : null
}

/** Somebody with the rights they have themselves now, for work done in their name while they are not there; null once they have left. */
export async function callerById(db: Db, institutionId: string, personId: string): Promise<Staff | null> {
  const { rows: [row] } = await sql<CallerRow>`
    select p.id, p.institution_id, p.unit_id, p.name, u.path, p.password_set_by_other, ${rightsOf(null)}
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
    where p.institution_id = ${institutionId} and p.id = ${personId} and p.disabled_at is null`.execute(db)
  return row ? staffOf(row, 'read', null) : null
}

function staffOf(row: Omit<CallerRow, 'seen_at' | 'idle_minutes'>, scope: Staff['scope'], sessionDigest: Buffer | null): Staff {
  return {
    kind: 'staff', personId: row.id, institutionId: row.institution_id, unitId: row.unit_id, unitPath: row.path, name: row.name, roles: row.roles,
    heads: row.heads, team: row.team, standsInFor: row.stands_in_for, passwordChangeNeeded: row.password_set_by_other, scope, workingTime: row.working_time, sessionDigest,
  }
}

export async function touchSession(db: Db, digest: Buffer, at: string): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: at }).where('digest', '=', digest).execute()
}

export async function touchToken(db: Db, digest: Buffer, at: string): Promise<void> {
  await db.updateTable('api_tokens').set({ last_used_at: at }).where('digest', '=', digest).execute()
}

/** As whom this caller sees cases: rows of `case_viewers` with one of these viewers. The only rule for lists, searches and single cases alike. */
export function viewersOf(staff: Staff): string[] {
  const scopes = staff.roles.filter((grant) => grant.role === 'head' || grant.role === 'leader' || grant.role === 'supervisor')
  return [`p:${staff.personId}`, `m:${staff.unitId}`, ...new Set(scopes.map((grant) => `h:${grant.unitId}`))]
}

/**
 * The rule of `viewersOf` as a condition on a table with `institution_id` and the case's id in `caseId`, e.g. `c.id`. Whoever
 * coordinates a first-contact team sees besides what its members are in, but for the confidential ones; whoever stands in, what the colleague has in hand.
 */
export function visibleTo(staff: Staff, table: string, caseId: string): RawBuilder<unknown> {
  const as = (viewers: readonly string[]) => sql`v.institution_id = ${sql.ref(`${table}.institution_id`)} and v.case_id = ${sql.ref(caseId)} and v.viewer = any(${[...viewers]})`
  const ways = [sql`exists (select from case_viewers v where ${as(viewersOf(staff))})`]
  if (staff.team.length > 0) {
    ways.push(sql`exists (select from case_viewers v join cases k on k.institution_id = v.institution_id and k.id = v.case_id and not k.confidential
      where ${as(staff.team.map((personId) => `p:${personId}`))})`)
  }
  if (staff.standsInFor.length > 0) ways.push(heldByColleagues(staff, table, caseId))
  return sql`(${sql.join(ways, sql` or `)})`
}

/** What a colleague who is away has in hand is seen by whoever stands in for them, and as long as they do. */
function heldByColleagues({ standsInFor: colleagues }: Staff, table: string, caseId: string): RawBuilder<unknown> {
  const theirs = (column: string) => sql`${sql.ref(column)} = any(${colleagues}::uuid[])`
  return sql`exists (select from cases h where h.institution_id = ${sql.ref(`${table}.institution_id`)} and h.id = ${sql.ref(caseId)}
    and ((h.ended_at is null and (${theirs('h.handler_id')} or ${theirs('h.first_contact_id')} or ${theirs('h.pending_person_id')}))
      or exists (select from obligations ho where ho.institution_id = h.institution_id and ho.case_id = h.id and ho.state = 'open' and ${theirs('ho.person_id')})))`
}

/** Units whose lists and figures this caller may read: the scopes of heads, leaders and supervisors, and the own unit. */
export async function mayReadUnit(db: Db, staff: Staff, unitId: string): Promise<boolean> {
  return unitId === staff.unitId || oversees(db, staff, unitId)
}

/** Heads, leaders and supervisors of a unit or of one above it. */
export async function oversees(db: Db, staff: Staff, unitId: string): Promise<boolean> {
  const scopes = staff.roles.filter((grant) => grant.role === 'head' || grant.role === 'leader' || grant.role === 'supervisor').map((grant) => grant.unitId)
  if (scopes.length === 0) return false
  const unit = await db.selectFrom('units').select('path').where('institution_id', '=', staff.institutionId).where('id', '=', unitId).executeTakeFirst()
  return unit !== undefined && unit.path.some((above) => scopes.includes(above))
}

/** Units whose tasks and walk-rounds somebody may open without being on duty there: their own, and those they head, lead, supervise or administer. */
export function readsDutyOf(staff: Staff, unit: { id: string; path: readonly string[] }): boolean {
  return unit.id === staff.unitId || staff.roles.some((grant) => DUTY_READERS.includes(grant.role) && unit.path.includes(grant.unitId))
}

const DUTY_READERS: readonly Staff['roles'][number]['role'][] = ['head', 'leader', 'supervisor', 'administrator']
