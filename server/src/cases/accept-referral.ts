import { acceptReferral } from '@daodi/contract/staff/cases/accept-referral.ts'
import { acceptReferral as accept } from '@daodi/domain/cases/accept-referral.ts'
import { inPlaceOf } from './absence.ts'
import { actRoute } from './act-route.ts'

export const acceptReferralRoute = actRoute(acceptReferral, async (scene, by, { body }) => {
  const { referral, institutionId } = scene.state
  const actor = scene.rules.policy.absent.deputy === 'automatic' ? await inPlaceOf(scene.services.db, by, { institutionId, personId: referral?.toPersonId, at: scene.rules.at }) : by
  return accept(scene.state, actor, { papersReceived: body.papersReceived ?? true }, scene.rules)
})
