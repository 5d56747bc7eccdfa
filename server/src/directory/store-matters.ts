import { searchVector } from '@daodi/domain/search/words.ts'
import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export interface NewMatter {
  institutionId: string; id: string; unitId: string; personId?: string | undefined; name: string; category?: string | undefined; keywords?: string[] | undefined
  papers?: unknown[] | undefined; room?: string | undefined; phone?: string | undefined; workingDays?: number | undefined; onSpot?: boolean | undefined
  citation?: string | undefined; answer?: string | undefined
}

/** Found by its name and its keywords. Broken constraint: `matters_name`. */
export async function insertMatter(trx: Db, matter: NewMatter): Promise<void> {
  const { institutionId, id, unitId, name, keywords = [] } = matter
  const words = searchVector([name, ...keywords].join('\n'))
  await trx.insertInto('matters').values({
    institution_id: institutionId, id, unit_id: unitId, person_id: matter.personId ?? null, name, category: matter.category ?? null, keywords,
    papers: JSON.stringify(matter.papers ?? []), room: matter.room ?? null, phone: matter.phone ?? null, working_days: matter.workingDays ?? null, on_spot: matter.onSpot ?? false,
    citation: matter.citation ?? null, answer: matter.answer ?? null, words: sql`${words}::tsvector`,
  }).execute()
}
