import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface DirectoryUnit { id: string; name: string; path: string[]; register_code: string | null }
export interface DirectoryPerson { id: string; name: string; login: string; unit_id: string; has_left: boolean }

/** Everybody and every unit of an institution; registers name both by their names alone. */
export interface Directory {
  institutionId: string
  timeZone: string
  units: DirectoryUnit[]
  people: DirectoryPerson[]
  /** The head of each unit that has one. */
  heads: Map<string, string>
}

/** The institution by its root unit's register code, its short name or its full name. */
export async function findInstitution(db: Db, asked: string): Promise<{ id: string; time_zone: string } | 'several' | null> {
  const { rows } = await sql<{ id: string; time_zone: string }>`select i.id, i.time_zone from institutions i left join units u on u.institution_id = i.id and u.id = i.root_unit_id
    where u.register_code = ${asked} or i.short_name = ${asked} or i.name = ${asked} or i.id::text = ${asked}`.execute(db)
  const [first, second] = rows
  return second ? 'several' : first ?? null
}

export async function institutionCodes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select coalesce(u.register_code || ' ', '') || i.short_name as code from institutions i
    left join units u on u.institution_id = i.id and u.id = i.root_unit_id order by i.position, i.name`.execute(db)
  return rows.map((row) => row.code)
}

export async function readDirectory(db: Db, { id, time_zone: timeZone }: { id: string; time_zone: string }): Promise<Directory> {
  const units = await db.selectFrom('units').select(['id', 'name', 'path', 'register_code']).where('institution_id', '=', id).execute()
  const { rows: people } = await sql<DirectoryPerson>`select id, name, login, unit_id, disabled_at is not null as has_left from people where institution_id = ${id}`.execute(db)
  const posts = await db.selectFrom('unit_posts').select(['unit_id', 'person_id']).where('institution_id', '=', id).where('post', '=', 'head').orderBy('person_id').execute()
  return { institutionId: id, timeZone, units, people, heads: new Map(posts.toReversed().map((post) => [post.unit_id, post.person_id])) }
}

/** Content digests, in hex, of the lines already taken over into this unit's register, by identity. */
export async function importedContents(db: Db, institutionId: string, unitId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('imported_rows').select(['identity', 'content']).where('institution_id', '=', institutionId).where('unit_id', '=', unitId).execute()
  return new Map(rows.map((row) => [row.identity.toString('hex'), row.content.toString('hex')]))
}

/** One import into a unit's register at a time, until the transaction ends. */
export async function lockImport(trx: Db, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${unitId}`}, 0))`.execute(trx)
}

/** Digests in hex. */
export interface TakenLine { identity: string; content: string; caseId: string }

export async function keepImported(trx: Db, into: { institutionId: string; unitId: string; at: string }, lines: readonly TakenLine[]): Promise<void> {
  if (lines.length === 0) return
  await sql`insert into imported_rows (institution_id, unit_id, identity, content, case_id, imported_at)
    select ${into.institutionId}::uuid, ${into.unitId}::uuid, decode(l.identity, 'hex'), decode(l.content, 'hex'), l."caseId", ${into.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(identity text, content text, "caseId" uuid)`.execute(trx)
}

/** Puts lines under another identity. The old ones go first: one line's old identity may be another's new one. */
export async function redate(trx: Db, { institutionId, unitId }: { institutionId: string; unitId: string }, lines: readonly { from: string; to: string }[]): Promise<void> {
  if (lines.length === 0) return
  const { rows: kept } = await sql<{ from: string; content: string; case_id: string; imported_at: string }>`
    delete from imported_rows where institution_id = ${institutionId} and unit_id = ${unitId} and identity in (select decode(f, 'hex') from unnest(${lines.map(({ from }) => from)}::text[]) f)
    returning encode(identity, 'hex') as from, encode(content, 'hex') as content, case_id, imported_at`.execute(trx)
  const to = new Map(lines.map((line) => [line.from, line.to]))
  await sql`insert into imported_rows (institution_id, unit_id, identity, content, case_id, imported_at)
    select ${institutionId}, ${unitId}, decode(l.identity, 'hex'), decode(l.content, 'hex'), l.case_id, l.imported_at
    from jsonb_to_recordset(${JSON.stringify(kept.map(({ from, ...row }) => ({ ...row, identity: to.get(from) })))}::jsonb) as l(identity text, content text, case_id uuid, imported_at timestamptz)`.execute(trx)
}

/** Runs `work` so that what it wrote can be taken back alone: a number it took from the register goes back with it. */
export async function orTakeBack<Result>(trx: Db, work: () => Promise<Result>, isGood: (result: Result) => boolean): Promise<Result> {
  await sql`savepoint one_line`.execute(trx)
  const result = await work()
  await (isGood(result) ? sql`release savepoint one_line` : sql`rollback to savepoint one_line`).execute(trx)
  return result
}
