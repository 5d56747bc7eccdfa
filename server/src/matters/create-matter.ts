import { createMatter } from '@daodi/contract/staff/matters/matters.ts'
import { concerns } from '@daodi/domain/matters/check-matters.ts'
import { plainName } from '@daodi/domain/matters/matter.ts'
import { route } from '../http/route.ts'
import { checkDirectory, faultsOf } from './check-matters.ts'
import { draftMatter, missingIn } from './draft-matter.ts'
import { documentOf } from './matter-view.ts'
import { lockDirectory, publishEdition } from './store-publish.ts'

/** At once, as an edition of its own, if nothing is wrong with it; or as a draft, with whatever is still wrong. */
export const createMatterRoute = route(createMatter, async ({ body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: by } = caller
  const { draft = false, ...input } = body
  const id = services.newId()
  const document = documentOf(input)
  const missing = await missingIn(services, caller, document)
  if (missing !== null) return { ok: false, refusal: missing }
  if (draft) {
    await draftMatter(services, caller, { id, document, at, isNew: true })
    return { ok: true, value: { id, edition: null } }
  }
  await lockDirectory(db, institutionId)
  const { problems, before, matters } = await checkDirectory(db, institutionId, [{ id, document }])
  if ([...before.values()].some((other) => plainName(other.name) === plainName(document.name))) return { ok: false, refusal: 'matter-name-taken' }
  const own = problems.filter((problem) => concerns(problem, { id, ...document }))
  if (own.length > 0) return { ok: false, refusal: 'matter-problems', errors: faultsOf(own, matters) }
  const edition = await publishEdition(db, { institutionId, at, by, note: null, algorithm, before }, [{ id, document }])
  return { ok: true, value: { id, edition: edition?.number ?? null } }
})
