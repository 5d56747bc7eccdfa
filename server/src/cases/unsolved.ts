import { answerForward, reportUnsolved } from '@daodi/contract/staff/cases/unsolved.ts'
import { answerForward as answer, reportUnsolved as report } from '@daodi/domain/cases/unsolved.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { aroundCase, roleHolders } from './scene.ts'

export const reportUnsolvedRoute = actRoute(reportUnsolved, async (scene, by, { body }) => {
  const around = await aroundCase(scene, { personIds: [body.toPersonId] })
  const named = body.toPersonId === undefined ? null : around.people.get(body.toPersonId)
  if (named === undefined) return refuse('no-such-person')
  const to = named ? { personId: named.id, unitId: named.unit_id } : roleHolders(scene.state, around, scene.rules.policy.unsolved.to)[0] ?? null
  return report(scene.state, by, { text: scene.texts.add('resolution', body.text), phrase: forbiddenPhrase(body.text, scene.rules.policy), to }, scene.rules)
})

export const answerForwardRoute = actRoute(answerForward, (scene, by, { body }) => answer(scene.state, by, scene.texts.add('advice', body.text)))
