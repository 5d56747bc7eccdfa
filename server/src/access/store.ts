import { hash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { fixedStatement } from '../database/fixed-statement.ts'
import type { Staff, WorkingTime } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { workingTimeAlong } from '../policy/store.ts'
import { standsInFor } from '../roster/store-stand-in.ts'

/** Of a session cookie, an API token or the set-up token: all of them long and random, so that a plain digest is enough. */
export function secretDigest(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}

interface CallerRow {
  id: string; institution_id: string; unit_id: string; name: string; path: string[]; password_set_by_other: boolean
  roles: { role: Staff['roles'][number]['role']; unitId: string }[] | null; heads: string[]; team: string[]; stands_in_for: string[]; working_time: WorkingTime | null
}

const grantsOf = sql`(select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) from grants g
  where g.institution_id = p.institution_id and g.person_id = p.id)`
/** Everything below the units that this person heads or leads. */
const headedBy = sql`array(select b.id from units b where b.institution_id = p.institution_id and b.path && array(
  select h.unit_id from grants h where h.institution_id = p.institution_id and h.person_id = p.id and h.role in ('head', 'leader')))`
/** Whoever belongs to a first-contact team that this person coordinates (首问团队负责人); once for each team. */
const teamOf = sql`array(select m.person_id from groups g join group_members m on m.institution_id = g.institution_id and m.group_id = g.id
  where g.institution_id = p.institution_id and g.manager_id = p.id and g.kind = 'firstContact' and g.removed_at is null)`
/** `p` and `u` are the person and their unit. One value of JSON: that is read faster than a dozen columns, whose names come along with every answer. */
const callerOf = (at: string | null) => sql`json_build_object('id', p.id, 'institution_id', p.institution_id, 'unit_id', p.unit_id, 'name', p.name, 'path', u.path,
  'password_set_by_other', p.password_set_by_other, 'roles', ${grantsOf}, 'heads', ${headedBy}, 'team', ${teamOf}, 'stands_in_for', ${at === null ? sql`'{}'::uuid[]` : standsInFor(at)},
  'working_time', ${workingTimeAlong(sql`p.institution_id`, sql`u.path`)})`

const bySession = fixedStatement<{ digest: Buffer; at: string }, { caller: CallerRow; seen_at: string }>(['digest', 'at'], ({ digest, at }) => sql`
  select ${callerOf(at)} as caller, s.seen_at
  from sessions s join people p on p.institution_id = s.institution_id and p.id = s.person_id
    join units u on u.institution_id = p.institution_id and u.id = p.unit_id join policies pol on pol.digest = u.policy_digest
  where s.digest = ${digest} and p.disabled_at is null
    and s.seen_at > ${at}::timestamptz - make_interval(mins => coalesce(pol.idle_minutes, 30))
    and s.created_at > ${at}::timestamptz - interval '16 hours'`)

/** One statement: the session, the person, the roles. A session unseen for longer than the unit's policy allows is no session. */
export async function callerBySession(db: Db, digest: Buffer, at: string): Promise<{ staff: Staff; seenAt: string } | null> {
  const [row] = await bySession(db, { digest, at })
  return row ? { staff: staffOf(row.caller, 'session', digest), seenAt: row.seen_at } : null
}

const byToken = fixedStatement<{ digest: Buffer; at: string }, { caller: CallerRow; scope: Staff['scope']; last_used_at: string | null }>(['digest', 'at'], ({ digest, at }) => sql`
  select ${callerOf(at)} as caller, t.scope, t.last_used_at
  from api_tokens t join people p on p.institution_id = t.institution_id and p.id = t.person_id
    join units u on u.institution_id = p.institution_id and u.id = p.unit_id
  where t.digest = ${digest} and t.revoked_at is null and t.expires_at > ${at}::timestamptz and p.disabled_at is null`)

export async function callerByToken(db: Db, digest: Buffer, at: string): Promise<{ staff: Staff; lastUsedAt: string | null } | null> {
  const [row] = await byToken(db, { digest, at })
  return row ? { staff: staffOf(row.caller, row.scope, null), lastUsedAt: row.last_used_at } : null
}

const byId = fixedStatement<{ institutionId: string; personId: string }, { caller: CallerRow }>(['institutionId', 'personId'], ({ institutionId, personId }) => sql`
  select ${callerOf(null)} as caller
  from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id
  where p.institution_id = ${institutionId} and p.id = ${personId} and p.disabled_at is null`)

/** Somebody with the rights they have themselves now, for work done in their name while they are not there; null once they have left. */
export async function callerById(db: Db, institutionId: string, personId: string): Promise<Staff | null> {
  const [row] = await byId(db, { institutionId, personId })
  return row ? staffOf(row.caller, 'read', null) : null
}

function staffOf(row: CallerRow, scope: Staff['scope'], sessionDigest: Buffer | null): Staff {
  return {
    kind: 'staff', personId: row.id, institutionId: row.institution_id, unitId: row.unit_id, unitPath: row.path, name: row.name, roles: row.roles ?? [],
    heads: row.heads, team: [...new Set(row.team)], standsInFor: row.stands_in_for, passwordChangeNeeded: row.password_set_by_other, scope, workingTime: row.working_time, sessionDigest,
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
  return visibleBy(waysOf(staff), table, caseId)
}

/** What `visibleTo` asks, of one reader; null is a way that this reader has not. */
export interface Ways { viewers: readonly string[]; team: readonly string[] | null; standsInFor: readonly string[] | null }

export function waysOf(staff: Staff): Ways {
  const { team, standsInFor: colleagues } = staff
  return { viewers: viewersOf(staff), team: team.length > 0 ? team.map((personId) => `p:${personId}`) : null, standsInFor: colleagues.length > 0 ? colleagues : null }
}

/** `visibleTo` in parts, for a statement whose words stay the same from reader to reader. */
export function visibleBy({ viewers, team, standsInFor: colleagues }: Ways, table: string, caseId: string): RawBuilder<unknown> {
  const as = (those: readonly string[]) => sql`v.institution_id = ${sql.ref(`${table}.institution_id`)} and v.case_id = ${sql.ref(caseId)} and v.viewer = any(${those}::text[])`
  const ways = [sql`exists (select from case_viewers v where ${as(viewers)})`]
  if (team) ways.push(sql`exists (select from case_viewers v join cases k on k.institution_id = v.institution_id and k.id = v.case_id and not k.confidential where ${as(team)})`)
  if (colleagues) ways.push(heldByColleagues(colleagues, table, caseId))
  return sql`(${sql.join(ways, sql` or `)})`
}

/** What a colleague who is away has in hand is seen by whoever stands in for them, and as long as they do. */
function heldByColleagues(colleagues: readonly string[], table: string, caseId: string): RawBuilder<unknown> {
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
