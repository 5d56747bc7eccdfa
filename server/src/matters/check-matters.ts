import { checkMatters } from '@daodi/contract/staff/matters/matters.ts'
import { checkMatters as problemsOf, type ListedMatter, type Problem } from '@daodi/domain/matters/check-matters.ts'
import type { MatterDocument } from '@daodi/domain/matters/matter.ts'
import type { FieldError } from '../http/refused.ts'
import { answer, route } from '../http/route.ts'
import type { Db } from '../http/route.ts'
import { allDrafts, matterGround } from './store-drafts.ts'
import { namesOf } from './store-editions.ts'
import { currentEdition, type MatterChange } from './store-publish.ts'

const SHOWN = 500

/** The directory as it would be with these changes, and everything wrong with it. */
export interface Checked { matters: ReadonlyMap<string, MatterDocument>; before: ReadonlyMap<string, MatterDocument>; problems: Problem[] }

export async function checkDirectory(db: Db, institutionId: string, changes: readonly MatterChange[]): Promise<Checked> {
  const { matters: before, ground } = await matterGround(db, institutionId)
  const matters = new Map(before)
  // Changed ones come last: of two that collide, the new one is named first.
  for (const { id, document } of changes) {
    matters.delete(id)
    if (document) matters.set(id, document)
  }
  const listed: ListedMatter[] = [...matters].map(([id, document]) => ({ id, ...document }))
  return { matters, before, problems: problemsOf(listed, ground) }
}

export const checkMattersRoute = route(checkMatters, async ({ caller: { institutionId } }, services) => {
  const drafts = await allDrafts(services.db, institutionId)
  const { matters, before, problems } = await checkDirectory(services.db, institutionId, drafts)
  const shown = problems.slice(0, SHOWN)
  const unitIds = shown.flatMap(({ unitId, otherId }) => [unitId, matters.get(otherId ?? '')?.unitId].flatMap((id) => id ?? []))
  const names = await namesOf(services.db, institutionId, [...new Set(unitIds)])
  return answer({
    edition: await currentEdition(services.db, institutionId), matters: matters.size, total: problems.length,
    added: drafts.filter(({ id, document }) => document !== null && !before.has(id)).length, changed: drafts.filter(({ id, document }) => document !== null && before.has(id)).length,
    removed: drafts.filter(({ document }) => document === null).length,
    problems: shown.map(({ kind, matterId, otherId, unitId, word }) => ({
      kind, matterId, matterName: matters.get(matterId ?? '')?.name ?? null, otherId, otherName: matters.get(otherId ?? '')?.name ?? null,
      unitName: names.get(unitId ?? '') ?? null, otherUnitName: names.get(matters.get(otherId ?? '')?.unitId ?? '') ?? null, word,
    })),
  })
})

const FAULTS_TOLD = 20

/** The first of them as a refusal names them: the matter's field, and what to do about it. */
export function faultsOf(problems: readonly Problem[], matters: ReadonlyMap<string, MatterDocument>): FieldError[] {
  return problems.slice(0, FAULTS_TOLD).map(({ kind, matterId, otherId, word }) => {
    const { field, remedy } = REMEDIES[kind]
    const about = [matters.get(matterId ?? '')?.name, matters.get(otherId ?? '')?.name, word].filter(Boolean).map((one) => `“${one}”`).join(', ')
    return { pointer: `/${field}`, code: kind, detail: `${about}: ${remedy}` }
  })
}

const REMEDIES: Readonly<Record<Problem['kind'], { field: string; remedy: string }>> = {
  'no-owner': { field: 'postId', remedy: 'Name a post or a person in charge.' },
  'overlapping-keyword': { field: 'keywords', remedy: 'Two owners share this keyword; leave it with one of them, or use a more exact word.' },
  'second-owner': { field: 'unitId', remedy: 'One matter has two owners; keep one of the two, or give them different names and synonyms.' },
  'same-name': { field: 'name', remedy: 'The matter is listed twice; rename one, or take one out.' },
  'overlapping-synonym': { field: 'synonyms', remedy: 'Two matters share this synonym; take it from one of them.' },
  'no-such-unit': { field: 'unitId', remedy: 'The unit no longer exists; choose another.' },
  'nobody-in-unit': { field: 'unitId', remedy: 'Nobody works in the unit; choose another, or staff it first.' },
  'no-such-post': { field: 'postId', remedy: 'The post no longer exists; choose another.' },
  'post-elsewhere': { field: 'postId', remedy: 'The post belongs to another unit; choose one of the unit in charge.' },
  'post-without-duties': { field: 'postId', remedy: 'The post has no duties; write them, or give the post up.' },
  'nobody-in-post': { field: 'postId', remedy: 'Nobody holds the post; appoint somebody.' },
  'no-such-person': { field: 'personId', remedy: 'The person has left; name somebody else.' },
  'validity-reversed': { field: 'validUntil', remedy: 'It ends before it begins; correct the dates.' },
  'promise-beyond-statute': { field: 'workingDays', remedy: 'The promise exceeds the statutory limit; shorten it.' },
}
