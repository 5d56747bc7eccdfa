import { sql } from 'kysely'
import type { MatterDocument } from '@daodi/domain/matters/matter.ts'
import type { Db } from '../http/route.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { matterInEdition } from '../matters/store-pinned.ts'

export interface ExportRow {
  institution_id: string; id: string; person_id: string; layout: 'brief' | 'full'; language: 'zh-CN' | 'en'; filters: Record<string, unknown>
  state: 'waiting' | 'running' | 'done' | 'failed'; done: number; total: number | null; created_at: string
}
export type NewExport = Pick<ExportRow, 'institution_id' | 'id' | 'person_id' | 'layout' | 'language' | 'filters' | 'created_at'>

/** One that has not moved for this long was lost with its worker and holds nobody up. */
const LOST_AFTER = sql`interval '30 minutes'`

/** Adds an export, unless this person has one that is not finished: false then. Two requests at once wait for each other. */
export async function insertExport(trx: Db, asked: NewExport): Promise<boolean> {
  const { institution_id: institutionId, person_id: personId, created_at: at } = asked
  await sql`select from people where institution_id = ${institutionId} and id = ${personId} for no key update`.execute(trx)
  const { rows: [row] } = await sql<{ running: boolean }>`select exists (select from exports where institution_id = ${institutionId} and person_id = ${personId}
    and state in ('waiting', 'running') and created_at > ${at}::timestamptz - ${LOST_AFTER}) as running`.execute(trx)
  if (row?.running) return false
  await trx.insertInto('exports').values({ ...asked, filters: JSON.stringify(asked.filters), state: 'waiting', total: null }).execute()
  return true
}

export async function findExport(db: Db, institutionId: string, id: string): Promise<ExportRow | undefined> {
  return db.selectFrom('exports').selectAll().where('institution_id', '=', institutionId).where('id', '=', id).executeTakeFirst()
}

/** False when the export has been forgotten meanwhile: then there is nothing to go on with. */
export async function moveExport(db: Db, institutionId: string, id: string, to: Partial<Pick<ExportRow, 'state' | 'done' | 'total'>>): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('exports').set(to).where('institution_id', '=', institutionId).where('id', '=', id).executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export interface RowDetails { id: string; address: string | null; told_at: string | null; told_channel: string | null }

/** What the paper register has and the list does not: address, and when and how the person was told last. */
export async function detailsOf(db: Db, institutionId: string, caseIds: string[]): Promise<Map<string, RowDetails>> {
  const { rows } = await sql<RowDetails>`
    select c.id, q.address, told.at as told_at, told.data->>'channel' as told_channel from cases c
      left join requesters q on q.institution_id = c.institution_id and q.id = c.requester_id
      left join lateral (select l.at, l.data from ledger_entries l where l.institution_id = c.institution_id and l.stream = 'case:' || c.id and l.kind = 'person-told'
        order by l.seq desc limit 1) told on true
    where c.institution_id = ${institutionId} and c.id = any(${caseIds}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function wordsOf(db: Db, institutionId: string, ids: string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('texts').select(['id', 'body']).where('institution_id', '=', institutionId).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.body]))
}

export async function institutionName(db: Db, institutionId: string): Promise<string> {
  const row = await db.selectFrom('institutions').select('name').where('id', '=', institutionId).executeTakeFirst()
  return row?.name ?? ''
}

/** The job that removes the files of exports without a row, as listed in tasks.ts. */
export const REMOVE_FORGOTTEN_EXPORTS = 'remove-forgotten-exports'

/** Forgets every export of the institution and queues the removal of their files: they may hold people who are being erased, and their filters too. */
export async function forgetAllExports(trx: Db, institutionId: string): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('exports').where('institution_id', '=', institutionId).executeTakeFirst()
  await enqueue(trx, REMOVE_FORGOTTEN_EXPORTS, {}, { oncePer: REMOVE_FORGOTTEN_EXPORTS })
  return Number(numDeletedRows)
}

/** Those of the ids that still have a row. */
export async function rememberedAmong(db: Db, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  return new Set((await db.selectFrom('exports').select('id').where('id', 'in', ids).execute()).map((row) => row.id))
}

/** What the case's edition says of its matter; where it names no place or number, its unit's. */
export async function matterOnPaper(db: Db, institutionId: string, { id: matterId, edition }: { id: string; edition: number | null }): Promise<MatterOnPaper | null> {
  const row = await matterInEdition(db, institutionId, { matterId, edition })
  if (!row) return null
  const { citation, workingDays, promised, statutoryDays, conditions, procedure, fee, feeBasis } = row.document
  return { citation, workingDays, promised, statutoryDays, conditions, procedure, fee, feeBasis, unitName: row.unit_name, room: row.room, phone: row.phone }
}

export interface MatterOnPaper extends Pick<MatterDocument, 'citation' | 'workingDays' | 'promised' | 'statutoryDays' | 'conditions' | 'procedure' | 'fee' | 'feeBasis' | 'room' | 'phone'> { unitName: string }
