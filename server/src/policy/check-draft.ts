import type { z } from 'zod'
import { checkPolicyDraft } from '@daodi/contract/staff/policy/policy.ts'
import { diffPolicies, type SettingChange } from '@daodi/domain/policy/diff-policies.ts'
import { answer, route } from '../http/route.ts'
import { judgeDraft } from './judge-draft.ts'
import type { PolicyProblem } from './problem.ts'
import { parseYaml, yamlText } from './read-yaml.ts'
import { policyDigest } from './resolve-policy.ts'
import { administeredUnit } from './store-editor.ts'

type Reply = z.input<typeof checkPolicyDraft.reply>

/** The settings or their text, read, judged and held against what is in force. Nothing is written. */
export const checkPolicyDraftRoute = route(checkPolicyDraft, async ({ params, body, caller }, { db }) => {
  const unit = await administeredUnit(db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  const read = body.text === undefined ? { value: body.settings ?? {}, problems: [] } : parseYaml(body.text, 'policy')
  if (read.problems.length > 0) return answer({ settings: null, text: body.text ?? '', problems: read.problems.map(problemView), warnings: [], changes: [], unitsChanged: 0 })
  const settings = read.value ?? {}
  const judged = await judgeDraft(db, unit, { institutionId: caller.institutionId, settings, ...('lineOf' in read ? { lineOf: read.lineOf } : {}) })
  const isGroup = typeof settings === 'object' && !Array.isArray(settings)
  const changed = judged.document === null ? [] : judged.subtree.filter((one) => policyDigest(judged.drafted(one)) !== one.policy_digest)
  return answer({
    settings: isGroup ? settings as Reply['settings'] : null, text: body.text ?? yamlText(settings), problems: judged.problems.map(problemView), warnings: judged.warnings.map(problemView),
    changes: judged.document === null ? [] : changeViews(diffPolicies(judged.inForce(unit), judged.drafted(unit))), unitsChanged: changed.length,
  })
}, 'none')

function problemView({ path, line, alsoAt, message, remedy }: PolicyProblem): Reply['problems'][number] {
  return { path, line, alsoAt, message, remedy }
}

export function changeViews(changes: readonly SettingChange[]): Reply['changes'] {
  return changes as Reply['changes']
}
