import { checkMatters } from '@daodi/contract/staff/matters/matters.ts'
import { checkMatters as problemsOf, type ListedMatter, type Problem } from '@daodi/domain/matters/check-matters.ts'
import type { MatterDocument } from '@daodi/domain/matters/matter.ts'
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
  const unitIds = shown.flatMap(({ matterId, otherId }) => [matters.get(matterId)?.unitId, otherId === null ? undefined : matters.get(otherId)?.unitId].flatMap((id) => id ?? []))
  const names = await namesOf(services.db, institutionId, [...new Set(unitIds)])
  const unitName = (id: string | null): string | null => names.get(matters.get(id ?? '')?.unitId ?? '') ?? null
  return answer({
    edition: await currentEdition(services.db, institutionId), matters: matters.size, total: problems.length,
    added: drafts.filter(({ id, document }) => document !== null && !before.has(id)).length, changed: drafts.filter(({ id, document }) => document !== null && before.has(id)).length,
    removed: drafts.filter(({ document }) => document === null).length,
    problems: shown.map(({ kind, matterId, otherId, word }) => ({
      kind, matterId, matterName: matters.get(matterId)?.name ?? '', otherId, otherName: otherId === null ? null : matters.get(otherId)?.name ?? null,
      unitName: unitName(matterId), otherUnitName: unitName(otherId), word,
    })),
  })
})
