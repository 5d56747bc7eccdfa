import { sql } from 'kysely'
import { visibleTo } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { enqueue } from '../jobs/enqueue.ts'

/** The job that removes the files of a case's erased attachments, as listed in tasks.ts. */
export const REMOVE_ERASED_FILES = 'remove-erased-files'

export interface NewAttachment {
  institutionId: string; id: string; caseId: string
  /** Null: the person, by number and code. */
  personId: string | null
  name: string; mediaType: string; size: number; at: string
}

export async function insertAttachment(trx: Db, attachment: NewAttachment): Promise<void> {
  const { institutionId, id, caseId, personId, name, mediaType, size, at } = attachment
  await trx.insertInto('attachments').values({
    institution_id: institutionId, id, case_id: caseId, person_id: personId, name, media_type: mediaType, size, created_at: at, erased_at: null,
  }).execute()
}

/** The attachment of a case that this caller may see. `case`: whether there is such a case for them at all. */
export async function findAttachment(db: Db, staff: Staff, asked: { caseId: string; attachmentId: string }) {
  const { rows: [row] } = await sql<{ id: string | null; name: string | null; media_type: string }>`
    select a.id, a.name, a.media_type from cases c left join attachments a on a.institution_id = c.institution_id and a.case_id = c.id
      and a.id = ${asked.attachmentId} and a.erased_at is null
    where c.institution_id = ${staff.institutionId} and c.id = ${asked.caseId} and ${visibleTo(staff, 'c', 'c.id')}`.execute(db)
  return row
}

export interface AttachmentEntry { kind: string; actor: string; data: { contentDigest: string } }

/** The case's entries of files laid to it, those erased since too. */
export async function attachmentEntries(db: Db, institutionId: string, caseId: string): Promise<AttachmentEntry[]> {
  const { rows } = await sql<AttachmentEntry>`select l.kind, l.actor, l.data from ledger_entries l
    where l.institution_id = ${institutionId} and l.stream = 'case:' || ${caseId}::text and l.kind = 'attachment-added'`.execute(db)
  return rows
}

/** Takes the names off every attachment of these cases and queues the removal of their files. Returns how many there were. */
export async function eraseAttachments(trx: Db, institutionId: string, caseIds: string[], at: string): Promise<number> {
  if (caseIds.length === 0) return 0
  const rows = await trx.updateTable('attachments').set({ name: null, erased_at: at }).where('institution_id', '=', institutionId)
    .where('case_id', 'in', caseIds).where('erased_at', 'is', null).returning('case_id').execute()
  for (const caseId of new Set(rows.map((row) => row.case_id))) await enqueue(trx, REMOVE_ERASED_FILES, { institutionId, caseId })
  return rows.length
}

export async function erasedAttachments(db: Db, institutionId: string, caseId: string): Promise<string[]> {
  const rows = await db.selectFrom('attachments').select('id').where('institution_id', '=', institutionId).where('case_id', '=', caseId)
    .where('erased_at', 'is not', null).execute()
  return rows.map((row) => row.id)
}

export async function erasedAttachmentsOf(db: Db, institutionId: string, requesterId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select a.id from cases c join attachments a on a.institution_id = c.institution_id and a.case_id = c.id
    where c.institution_id = ${institutionId} and c.requester_id = ${requesterId} and a.erased_at is not null`.execute(db)
  return rows.map((row) => row.id)
}

/** Those of the ids that still stand for a file. */
export async function keptAmong(db: Db, institutionId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('attachments').select('id').where('institution_id', '=', institutionId).where('id', 'in', ids).where('erased_at', 'is', null).execute()
  return new Set(rows.map((row) => row.id))
}

/** Those of the ids that are files of this case. */
export async function keptOfCase(db: Db, { institutionId, id }: { institutionId: string; id: string }, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('attachments').select('id').where('institution_id', '=', institutionId).where('case_id', '=', id).where('id', 'in', ids).where('erased_at', 'is', null).execute()
  return new Set(rows.map((row) => row.id))
}

/** A file that went to the person with an answer, for whoever knows number and code. Null: no such case; without an id: not one of those. */
export async function findGivenAttachment(db: Db, known: { number: string; codeDigest: Buffer; registerCode: string; attachmentId: string }) {
  const { rows: [row] } = await sql<{ institution_id: string; case_id: string; id: string | null; name: string | null; media_type: string }>`
    select c.institution_id, c.id as case_id, a.id, a.name, a.media_type from cases c left join attachments a on a.institution_id = c.institution_id and a.case_id = c.id
      and a.id = ${known.attachmentId} and a.erased_at is null and exists (select from ledger_entries l where l.institution_id = c.institution_id and l.stream = 'case:' || c.id
        and l.kind = 'person-told' and l.data->'attachments' ? ${known.attachmentId}::text)
    where c.number = ${known.number} and c.code_digest = ${known.codeDigest} and c.institution_id = (select institution_id from units where register_code = ${known.registerCode})`.execute(db)
  return row
}

export async function knownInstitutions(db: Db): Promise<string[]> {
  return (await db.selectFrom('institutions').select('id').execute()).map((row) => row.id)
}
