import { returnReferral } from '@daodi/contract/staff/cases/return-referral.ts'
import { returnReferral as giveBack } from '@daodi/domain/cases/return-referral.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { aroundCase, roleHolders } from './scene.ts'

export const returnReferralRoute = actRoute(returnReferral, async (scene, by, { body }) => {
  const around = await aroundCase(scene, { unitIds: [body.suggestedUnitId] })
  if (body.suggestedUnitId !== undefined && !around.units.has(body.suggestedUnitId)) return refuse('no-such-unit')
  const holders = roleHolders(scene.state, around, scene.rules.policy.unclear)
  const arbiterUnitId = holders[0]?.unitId ?? scene.state.handler.unitId
  const arbiters = holders.filter((holder) => holder.unitId === arbiterUnitId).map((holder) => holder.personId)
  const ask = { reason: scene.texts.add('reason', body.reason), suggestedUnitId: body.suggestedUnitId ?? null, arbiters, arbiterUnitId }
  return giveBack(scene.state, by, ask, scene.rules)
})
