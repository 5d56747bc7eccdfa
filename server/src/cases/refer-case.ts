import { referCase } from '@daodi/contract/staff/cases/refer-case.ts'
import { referCase as refer } from '@daodi/domain/cases/refer-case.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { receiverProblem } from './decision-ask.ts'
import { aroundCase } from './scene.ts'

export const referCaseRoute = actRoute(referCase, async (scene, by, { body }) => {
  const around = await aroundCase(scene, { unitIds: [body.toUnitId], personIds: [body.toPersonId] })
  const problem = receiverProblem(around, body.toUnitId, body.toPersonId)
  if (problem) return refuse(problem)
  const ask = { toUnitId: body.toUnitId, toPersonId: body.toPersonId ?? null, reason: scene.texts.add('reason', body.reason), escorted: body.escorted ?? false }
  return refer(scene.state, by, ask, scene.rules)
})
