import { publishPolicy } from '@daodi/contract/staff/policy/policy.ts'
import type { FieldError } from '../http/refused.ts'
import { route } from '../http/route.ts'
import { appendFact } from '../ledger/store-append.ts'
import { judgeDraft } from './judge-draft.ts'
import { PolicyRefused, type PolicyProblem } from './problem.ts'
import { publishedFact } from './published-fact.ts'
import { lockRegulation, publishPolicy as storeVersion } from './store.ts'
import { administeredUnit, dropDraft } from './store-editor.ts'
import { versionOf, versionsOf } from './store-versions.ts'

/** In force at once for the unit and everything below; every case that is open keeps the version it was registered under. */
export const publishPolicyRoute = route(publishPolicy, async ({ params: { unitId }, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId } = caller
  const unit = await administeredUnit(db, caller, unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  await lockRegulation(db, institutionId)
  const [newest] = await versionsOf(db, { institutionId, unitId }, { before: null, limit: 1 })
  if (body.basedOn !== undefined && body.basedOn !== (newest?.version ?? 0)) return { ok: false, refusal: 'policy-changed' }
  if (body.restores !== undefined && !await versionOf(db, { institutionId, unitId }, body.restores)) return { ok: false, refusal: 'no-such-version' }
  const judged = await judgeDraft(db, unit, { institutionId, settings: body.settings })
  if (judged.document === null || judged.problems.length > 0) return { ok: false, refusal: 'policy-has-problems', errors: fieldErrors(judged.problems, '/settings') }
  const restores = body.restores ?? null
  const published = await storeVersion(db, { institutionId, unitId, overlay: judged.document, at, by: personId, note: body.note ?? null, restores })
  await appendFact(db, publishedFact(published, { institutionId, unitId, document: judged.document, actor: personId, restores, at, algorithm }))
  await dropDraft(db, { institutionId, unitId, personId })
  return { ok: true, value: published }
})

const MOST = 50

/** As an API client reads them: a JSON pointer, and in one sentence each what is wrong and what to do. */
export function fieldErrors(problems: readonly PolicyProblem[], under: string): FieldError[] {
  return problems.slice(0, MOST).map(({ path, alsoAt = [], message, remedy }) => ({
    pointer: path === '$' ? under : `${under}/${path.replace(/\[(\d+)\]/g, '/$1').replace(/\./g, '/')}`, code: 'setting-refused', detail: `${message.zh}${remedy.zh} ${message.en} ${remedy.en}${alsoAt.length === 0 ? '' : ` (${[path, ...alsoAt.map((other) => other.path)].join(', ')})`}`,
  }))
}

/** What `work` refuses as a document is answered; everything else goes on upwards. */
export async function orProblems<Value>(work: () => Promise<Value>): Promise<{ value: Value } | { problems: readonly PolicyProblem[] }> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof PolicyRefused) return { problems: error.problems }
    throw error
  }
}
