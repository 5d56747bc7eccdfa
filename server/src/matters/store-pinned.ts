import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { MatterView } from '@daodi/contract/staff/matters/matter-view.ts'
import type { MatterDocument } from '@daodi/domain/matters/matter.ts'
import type { Db } from '../http/route.ts'
import { documentView } from './store-matters.ts'

interface PinnedRow {
  id: string; edition: number; change: 'added' | 'changed' | 'removed'; document: MatterDocument; unit_name: string; post_name: string | null; person_name: string | null; room: string | null; phone: string | null
}

/** What the matter was called when a case was registered; `c` is the case. Matters from before the first edition have their row only. */
export const matterNameOfCase = sql`coalesce((select v.document->>'name' from matter_versions v where v.institution_id = c.institution_id and v.matter_id = c.matter_id
  and v.edition <= c.matter_edition and v.change <> 'removed' order by v.edition desc limit 1), (select m.name from matters m where m.institution_id = c.institution_id and m.id = c.matter_id))`

/** The row of a matter that no edition has said anything of, as a document. */
const rowAsDocument = sql`jsonb_build_object('name', m.name, 'unitId', m.unit_id, 'postId', m.post_id, 'personId', m.person_id, 'category', m.category, 'synonyms', m.synonyms,
  'keywords', m.keywords, 'examples', m.examples, 'papers', m.papers, 'conditions', m.conditions, 'procedure', m.procedure, 'fee', m.fee, 'feeBasis', m.fee_basis,
  'statutoryDays', m.statutory_days, 'workingDays', m.working_days, 'promised', m.promised, 'room', m.room, 'phone', m.phone, 'validFrom', m.valid_from, 'validUntil', m.valid_until, 'onSpot', m.on_spot,
  'lenient', m.lenient, 'citationRequired', m.citation_required, 'everyday', m.everyday, 'citation', m.citation, 'answer', m.answer)`

/** The directory as an edition had it: of each matter the last version up to it, and what is older than any edition. `id`, `edition`, `change`, `document`. */
function versionsUpTo(institutionId: string, edition: number, matterId: string | null): RawBuilder<unknown> {
  const only = (column: RawBuilder<unknown>): RawBuilder<unknown> => (matterId === null ? sql`true` : sql`${column} = ${matterId}`)
  return sql`select * from (select distinct on (v.matter_id) v.matter_id as id, v.edition, v.change, v.document from matter_versions v
      where v.institution_id = ${institutionId} and v.edition <= ${edition} and ${only(sql`v.matter_id`)} order by v.matter_id, v.edition desc) said
    union all select m.id, m.edition, 'added', ${rowAsDocument} from matters m where m.institution_id = ${institutionId} and ${only(sql`m.id`)}
      and not exists (select from matter_versions v where v.institution_id = m.institution_id and v.matter_id = m.id)`
}

/** Named by today's names of its unit, post and person, which keep their ids; their place and phone stand in where it has none. `w` is what `versionsUpTo` gives. */
const shown = sql`w.id, w.edition, w.change, w.document, coalesce(u.name, '') as unit_name, o.name as post_name, p.name as person_name,
  coalesce(w.document->>'room', p.room, u.room) as room, coalesce(w.document->>'phone', p.phone, u.phone) as phone`
const joined = (institutionId: string): RawBuilder<unknown> => sql`left join units u on u.institution_id = ${institutionId} and u.id = (w.document->>'unitId')::uuid
  left join posts o on o.institution_id = ${institutionId} and o.id = (w.document->>'postId')::uuid
  left join people p on p.institution_id = ${institutionId} and p.id = (w.document->>'personId')::uuid`

const LATEST = 2_147_483_647

/** A matter as an edition had it, also where that edition took it out; without an edition as it was said last. */
export async function matterInEdition(db: Db, institutionId: string, { matterId, edition }: { matterId: string; edition: number | null }): Promise<PinnedRow | null> {
  const { rows: [row] } = await sql<PinnedRow>`select ${shown} from (${versionsUpTo(institutionId, edition ?? LATEST, matterId)}) w ${joined(institutionId)}`.execute(db)
  return row ?? null
}

/** The directory as an edition had it, by name; `after` is the last one shown. */
export async function listEditionMatters(
  db: Db, institutionId: string, { edition, q, after, limit }: { edition: number; q: string | undefined; after: string | null; limit: number },
): Promise<PinnedRow[]> {
  const named = q === undefined ? sql`true` : sql`concat_ws(' ', w.name, w.document->>'synonyms') ilike ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`
  const following = after === null ? sql`true` : sql`(w.name, w.id) > (select b.name, b.id from listed b where b.id = ${after})`
  const { rows } = await sql<PinnedRow>`with listed as (select s.*, s.document->>'name' as name from (${versionsUpTo(institutionId, edition, null)}) s where s.change <> 'removed')
    select ${shown} from listed w ${joined(institutionId)} where ${named} and ${following} order by w.name, w.id limit ${limit}`.execute(db)
  return rows
}

export function pinnedView(row: PinnedRow): z.input<typeof MatterView> {
  return {
    id: row.id, unitName: row.unit_name, postName: row.post_name, personName: row.person_name, edition: row.edition, ...documentView({ ...row.document, room: row.room, phone: row.phone }),
  }
}
