import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface KnownLogin { id: string; institution_id: string; login: string; name: string; password_hash: string | null; locked_until: string | null }

export async function findLogin(db: Db, login: string): Promise<KnownLogin | undefined> {
  return db.selectFrom('people').select(['id', 'institution_id', 'login', 'name', 'password_hash', 'locked_until'])
    .where('login', '=', login).where('disabled_at', 'is', null).executeTakeFirst()
}

export async function findOwnLogin(db: Db, institutionId: string, personId: string): Promise<{ login: string; name: string; password_hash: string | null; password_set_by_other: boolean }> {
  return db.selectFrom('people').select(['login', 'name', 'password_hash', 'password_set_by_other']).where('institution_id', '=', institutionId).where('id', '=', personId).executeTakeFirstOrThrow()
}

export async function lockLogin(trx: Db, person: { institutionId: string; personId: string; failures: number; lockedUntil: string }): Promise<void> {
  await trx.updateTable('people').set({ failed_sign_ins: person.failures, locked_until: person.lockedUntil })
    .where('institution_id', '=', person.institutionId).where('id', '=', person.personId).execute()
}

export interface NewSession { digest: Buffer; institutionId: string; personId: string; at: string; replaces: Buffer | null }

export async function openSession(trx: Db, session: NewSession): Promise<void> {
  const { digest, institutionId, personId, at, replaces } = session
  await trx.updateTable('people').set({ failed_sign_ins: 0, locked_until: null, last_seen_at: at }).where('institution_id', '=', institutionId).where('id', '=', personId).execute()
  if (replaces) await closeSession(trx, replaces)
  await trx.insertInto('sessions').values({ digest, institution_id: institutionId, person_id: personId, created_at: at, seen_at: at }).execute()
}

export async function closeSession(db: Db, digest: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('digest', '=', digest).execute()
}

/** Ends somebody's sessions, but for the one to keep. Returns how many. */
export async function closeSessionsOf(trx: Db, person: { institutionId: string; personId: string }, keep: Buffer | null = null): Promise<number> {
  let query = trx.deleteFrom('sessions').where('institution_id', '=', person.institutionId).where('person_id', '=', person.personId)
  if (keep) query = query.where('digest', '!=', keep)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}

/** Everything by which somebody is signed in anywhere: sessions, and tokens, which nobody else could take away. Says how many there were. */
export async function endSignIns(trx: Db, { institutionId, personId }: { institutionId: string; personId: string }, at: string): Promise<{ sessions: number; tokens: number }> {
  const { rows: [ended] } = await sql<{ sessions: number; tokens: number }>`
    with sessions_ended as (delete from sessions where institution_id = ${institutionId} and person_id = ${personId} returning 1),
      tokens_ended as (update api_tokens set revoked_at = ${at} where institution_id = ${institutionId} and person_id = ${personId} and revoked_at is null returning 1)
    select (select count(*) from sessions_ended)::int as sessions, (select count(*) from tokens_ended)::int as tokens`.execute(trx)
  return ended ?? { sessions: 0, tokens: 0 }
}

export interface MeRow {
  id: string; name: string; login: string; post: string | null; password_set_by_other: boolean; unit_id: string; unit_name: string; unit_names: string[]; policy_digest: string
  institution_id: string; institution_name: string; short_name: string; time_zone: string
  roles: { role: 'receptionist' | 'head' | 'leader' | 'supervisor' | 'administrator'; unitId: string; unitName: string }[]
  desks: { id: string; name: string; mine: boolean }[]
  teams: { id: string; name: string }[]
}

/** A person with everything the pages show of them, in one statement. */
export async function readMe(db: Db, institutionId: string, personId: string, at: string): Promise<MeRow | undefined> {
  const { rows: [row] } = await sql<MeRow>`
    select p.id, p.name, p.login, p.post, p.password_set_by_other, u.id as unit_id, u.name as unit_name, u.policy_digest,
      (select array_agg(a.name order by cardinality(a.path)) from units a where a.institution_id = u.institution_id and a.id = any(u.path)) as unit_names,
      i.id as institution_id, i.name as institution_name, i.short_name, i.time_zone,
      coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', gu.name) order by g.role, cardinality(gu.path), gu.name)
        from grants g join units gu on gu.institution_id = g.institution_id and gu.id = g.unit_id
        where g.institution_id = p.institution_id and g.person_id = p.id), '[]') as roles,
      coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name, 'mine', d.mine) order by d.mine desc, d.position, d.name, d.id) from (
        select d.id, d.name, d.position, (exists (select from desk_staff s where s.institution_id = d.institution_id and s.desk_id = d.id and s.person_id = p.id)
            or exists (select from shifts s join shift_kinds k on k.institution_id = s.institution_id and k.id = s.kind_id where s.institution_id = p.institution_id and s.person_id = p.id
              and k.desk_id = d.id and s.starts_at > ${at}::timestamptz - interval '36 hours' and s.starts_at < ${at}::timestamptz + interval '12 hours' and s.ends_at > ${at}::timestamptz)) as mine,
          d.unit_id = p.unit_id as here
        from desks d where d.institution_id = p.institution_id and d.removed_at is null) d where d.mine or d.here), '[]') as desks,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name, g.id) from groups g where g.institution_id = p.institution_id and g.manager_id = p.id
        and g.kind = 'firstContact' and g.removed_at is null), '[]') as teams
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id join institutions i on i.id = p.institution_id
    where p.institution_id = ${institutionId} and p.id = ${personId}`.execute(db)
  return row
}

export interface DemoPerson { id: string; name: string; post: string | null; unit_name: string; institution_name: string; demo_role: string }

/** One person a role, in the order in which they were made. */
export async function demoPeople(db: Db): Promise<DemoPerson[]> {
  const { rows } = await sql<DemoPerson>`
    select p.id, p.name, p.post, u.name as unit_name, i.name as institution_name, p.demo_role
    from people p join units u on u.institution_id = p.institution_id and u.id = p.unit_id join institutions i on i.id = p.institution_id
    where p.demo_role is not null and p.disabled_at is null order by i.position, i.id, p.id`.execute(db)
  return rows
}

export async function findAnybody(db: Db, personId: string): Promise<{ id: string; institution_id: string } | undefined> {
  return db.selectFrom('people').select(['id', 'institution_id']).where('id', '=', personId).where('disabled_at', 'is', null).executeTakeFirst()
}
