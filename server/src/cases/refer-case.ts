import { referCase } from '@daodi/contract/staff/cases/refer-case.ts'
import { referCase as refer } from '@daodi/domain/cases/refer-case.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { rulingTarget, targetsOf } from './arbiters.ts'
import { contactOf, receiverProblem } from './decision-ask.ts'
import { aroundCase, roleHolders } from './scene.ts'
import { receiverInPlace } from './stand-in.ts'

export const referCaseRoute = actRoute(referCase, async (scene, by, { body }) => {
  const around = await aroundCase(scene, { unitIds: [body.toUnitId], personIds: [body.toPersonId, body.contacted?.personId] })
  const problem = receiverProblem(around, body.toUnitId, body.toPersonId)
  if (problem) return refuse(problem)
  if (body.contacted && !around.people.has(body.contacted.personId)) return refuse('no-such-person')
  const reason = scene.texts.add('reason', body.reason)
  const { policy } = scene.rules
  const find = (roles: Parameters<typeof roleHolders>[2]) => roleHolders(scene.state, around, roles)
  const receiver = await receiverInPlace(scene, { unitId: body.toUnitId, personId: body.toPersonId ?? null })
  return refer(scene.state, by, {
    ...receiver, reason, escorted: body.escorted ?? false, calls: contactOf(body.contacted, scene.rules.at), approvers: find(policy.transfers.by), circle: { reason, ...rulingTarget(targetsOf(policy.unclear, find), undefined) },
  }, scene.rules)
})
