import { withdrawReferral } from '@daodi/contract/staff/cases/withdraw-referral.ts'
import { withdrawReferral as takeBack } from '@daodi/domain/cases/return-referral.ts'
import { actRoute } from './act-route.ts'

export const withdrawReferralRoute = actRoute(withdrawReferral, (scene, by, { body }) => takeBack(scene.state, by, scene.texts.maybe('reason', body.reason)))
