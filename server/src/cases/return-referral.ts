import { returnReferral } from '@daodi/contract/staff/cases/return-referral.ts'
import { returnReferral as giveBack } from '@daodi/domain/cases/return-referral.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { aroundCase, roleHolders } from './scene.ts'

export const returnReferralRoute = actRoute(returnReferral, async (scene, by, { body }) => {
  const around = await aroundCase(scene, { unitIds: [body.suggestedUnitId] })
  if (body.suggestedUnitId !== undefined && !around.units.has(body.suggestedUnitId)) return refuse('no-such-unit')
  const arbiters = roleHolders(scene.state, around, scene.rules.policy.unclear)
  const first = arbiters.filter((holder) => holder.unitId === arbiters[0]?.unitId).map((holder) => holder.personId)
  const ask = { reason: scene.texts.add('reason', body.reason), suggestedUnitId: body.suggestedUnitId ?? null, arbiters: first }
  return giveBack(scene.state, by, ask, scene.rules)
})
