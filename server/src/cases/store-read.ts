import { sql } from 'kysely'
import type { z } from 'zod'
import type { CaseStanding, Holder as HolderView } from '@daodi/contract/staff/cases/views.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { dueOf } from '@daodi/domain/cases/due-of.ts'
import type { CaseState, Holder } from '@daodi/domain/cases/state.ts'
import { searchVector } from '@daodi/domain/search/words.ts'
import type { Db } from '../http/route.ts'
import type { TextRow } from './texts.ts'

export type Standing = z.input<typeof CaseStanding>
export type HolderName = z.input<typeof HolderView>

/** Names of people and units by id, in one statement. */
export interface Names {
  person(id: string | null): { name: string; phone: string | null; room: string | null; unitId: string } | undefined
  unit(id: string | null): { name: string; phone: string | null; room: string | null } | undefined
  holder(holder: Holder): HolderName
}

async function namesOf(db: Db, institutionId: string, ids: { people: string[]; units: string[] }): Promise<Names> {
  const { rows } = await sql<{ kind: 'p' | 'u'; id: string; name: string; phone: string | null; room: string | null; unit_id: string }>`
    select 'p' as kind, id, name, phone, room, unit_id from people where institution_id = ${institutionId} and id = any(${[...new Set(ids.people)]}::uuid[])
    union all select 'u', id, name, phone, room, id from units where institution_id = ${institutionId} and id = any(${[...new Set(ids.units)]}::uuid[])`.execute(db)
  const people = new Map(rows.filter((row) => row.kind === 'p').map((row) => [row.id, { name: row.name, phone: row.phone, room: row.room, unitId: row.unit_id }]))
  const units = new Map(rows.filter((row) => row.kind === 'u').map((row) => [row.id, { name: row.name, phone: row.phone, room: row.room }]))
  const person = (id: string | null) => (id === null ? undefined : people.get(id))
  const unit = (id: string | null) => (id === null ? undefined : units.get(id))
  const holder = ({ personId, unitId }: Holder): HolderName => ({
    personId, personName: person(personId)?.name ?? '', unitId, unitName: unit(unitId)?.name ?? '',
    phone: person(personId)?.phone ?? unit(unitId)?.phone ?? null, room: person(personId)?.room ?? unit(unitId)?.room ?? null,
  })
  return { person, unit, holder }
}

export function standing(state: CaseState, names: Pick<Names, 'holder'>): Standing {
  const due = dueOf(state)
  return {
    id: state.id, number: state.number, status: state.status, round: state.round, firstContact: names.holder(state.firstContact), handler: names.holder(state.handler),
    dueAt: due?.dueAt ?? null, dueEstimated: due?.estimated ?? false,
  }
}

export async function standingOf(db: Db, state: CaseState): Promise<Standing> {
  const { firstContact, handler, institutionId } = state
  return standing(state, await namesOf(db, institutionId, { people: [firstContact.personId, handler.personId], units: [firstContact.unitId, handler.unitId] }))
}

export interface RequesterRow { id: string; name: string | null; phone: string | null; organization: string | null; address: string | null; email: string | null; declined: boolean; erased_at: string | null }

export async function requesterOf(db: Db, institutionId: string, id: string): Promise<RequesterRow | undefined> {
  return db.selectFrom('requesters').select(['id', 'name', 'phone', 'organization', 'address', 'email', 'declined', 'erased_at'])
    .where('institution_id', '=', institutionId).where('id', '=', id).executeTakeFirst()
}

/** What a case is found by: number, subject, content, place, and who asked. */
export function searchWords(found: { number: string; subject: string; content?: string | null; place?: string | null; summary?: string | null; requester?: Partial<RequesterRow> | null }): string {
  const { requester } = found
  const digits = requester?.phone?.replace(/\D/g, '')
  return searchVector([found.number, found.subject, found.content, found.place, found.summary, requester?.name, digits, requester?.organization, requester?.address].filter(Boolean).join('\n'))
}

/** Who asks, as the act leaves it: an emergency's record or a correction may bring the person only afterwards. */
function requesterIdAfter(state: CaseState, facts: readonly CaseFact[]): string | null {
  return facts.flatMap((fact) => (fact.kind === 'record-completed' || fact.kind === 'field-corrected' ? [fact.requesterId ?? null] : [])).find((id) => id !== null) ?? state.requesterId
}

/** The words that an act puts in the place of a field's. */
function newestText(facts: readonly CaseFact[], field: 'subject' | 'content' | 'place'): string | null {
  const filled = facts.find((fact) => fact.kind === 'record-completed')
  if (filled) return filled[field]?.id ?? null
  const after = facts.flatMap((fact) => (fact.kind === 'field-corrected' && fact.field === field ? [fact.after] : []))[0]
  return after !== undefined && typeof after !== 'string' ? after.id : null
}

/** The search words of a case whose fields are being corrected: old ones from the database, new ones from the act. */
export async function searchTexts(db: Db, state: CaseState, facts: readonly CaseFact[], fresh: readonly TextRow[]): Promise<string> {
  const newest = (field: 'subject' | 'content' | 'place', old: string | null): string | null => newestText(facts, field) ?? old
  const ids = [newest('subject', state.subject.id), newest('content', state.content?.id ?? null), newest('place', state.place?.id ?? null), facts.flatMap((fact) => (fact.kind === 'case-archived' ? [fact.summary.id] : [])).at(-1) ?? state.course.summary?.id ?? null]
  const { rows: [stored] } = await sql<{ words: { id: string; body: string | null }[] | null; requester: Parameters<typeof searchWords>[0]['requester'] }>`
    select (select json_agg(t) from (select id, body from texts where institution_id = ${state.institutionId} and id = any(${ids.filter((id) => id !== null)}::uuid[])) t) as words,
      (select row_to_json(r) from (select name, phone, organization, address from requesters where institution_id = ${state.institutionId} and id = ${requesterIdAfter(state, facts)}) r) as requester`.execute(db)
  const body = (id: string | null): string | null => (id === null ? null : fresh.find((row) => row.id === id)?.body ?? stored?.words?.find((row) => row.id === id)?.body ?? null)
  return searchWords({ number: state.number, subject: body(ids[0] ?? null) ?? '', content: body(ids[1] ?? null), place: body(ids[2] ?? null), summary: body(ids[3] ?? null), requester: stored?.requester ?? null })
}
