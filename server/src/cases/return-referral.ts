import { returnReferral } from '@daodi/contract/staff/cases/return-referral.ts'
import { returnReferral as giveBack } from '@daodi/domain/cases/return-referral.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { rulingTarget, targetsOf } from './arbiters.ts'
import { aroundCase, roleHolders } from './scene.ts'

export const returnReferralRoute = actRoute(returnReferral, async (scene, by, { body }) => {
  const around = await aroundCase(scene, { unitIds: [body.suggestedUnitId] })
  if (body.suggestedUnitId !== undefined && !around.units.has(body.suggestedUnitId)) return refuse('no-such-unit')
  const target = rulingTarget(targetsOf(scene.rules.policy.unclear, (roles) => roleHolders(scene.state, around, roles)), undefined)
  const ask = { reason: scene.texts.add('reason', body.reason), basis: scene.texts.maybe('basis', body.basis), suggestedUnitId: body.suggestedUnitId ?? null, ...target }
  return giveBack(scene.state, by, ask, scene.rules)
})
