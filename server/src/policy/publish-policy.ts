import { publishPolicy } from '@daodi/contract/staff/policy/policy.ts'
import type { FieldError } from '../http/refused.ts'
import { route } from '../http/route.ts'
import { holdStreams, recordAct } from '../obligations/store-act.ts'
import { judgeDraft } from './judge-draft.ts'
import { PolicyRefused, type PolicyProblem } from './problem.ts'
import { isSame, publishedFact } from './published-fact.ts'
import { lockRegulation, nextPolicy } from './store.ts'
import { administeredUnit, draftDropped } from './store-editor.ts'
import { versionOf } from './store-versions.ts'

/** In force at once for the unit and everything below; every case that is open keeps the version it was registered under. */
export const publishPolicyRoute = route(publishPolicy, async ({ params: { unitId }, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId } = caller
  const unit = await administeredUnit(db, caller, unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  await lockRegulation(db, institutionId)
  const judged = await judgeDraft(db, unit, { institutionId, settings: body.settings })
  if (body.basedOn !== undefined && body.basedOn !== (judged.laidDown.versions.get(unitId) ?? 0)) return { ok: false, refusal: 'policy-changed' }
  const old = body.restores === undefined ? undefined : await versionOf(db, { institutionId, unitId }, body.restores)
  if (old === null) return { ok: false, refusal: 'no-such-version' }
  const { document } = judged
  if (document === null || judged.problems.length > 0) return { ok: false, refusal: 'policy-has-problems', errors: fieldErrors(judged.problems, '/settings') }
  if (old && !isSame(old.document, [body.settings, document])) return { ok: false, refusal: 'not-that-version' }
  const { restores = null, note = null } = body
  const { published, writes } = nextPolicy({ institutionId, unitId, at, by: personId, note, restores }, document, { units: judged.subtree, laidDown: judged.laidDown })
  const fact = publishedFact(published, { institutionId, unitId, document, actor: personId, restores, at, algorithm })
  const held = await holdStreams(db, { institutionId, streams: [fact.stream] })
  await recordAct(db, fact, held, { facts: [fact], rows: { ...writes, draft: draftDropped(db, { institutionId, unitId, personId }) } })
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
export function orProblems<Value>(work: () => Value): { value: Value } | { problems: readonly PolicyProblem[] } {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof PolicyRefused) return { problems: error.problems }
    throw error
  }
}
