import { acceptReferral } from '@daodi/contract/staff/cases/accept-referral.ts'
import { acceptReferral as accept } from '@daodi/domain/cases/accept-referral.ts'
import { actRoute } from './act-route.ts'

export const acceptReferralRoute = actRoute(acceptReferral, (scene, by, { body }) => accept(scene.state, by, { papersReceived: body.papersReceived ?? true }, scene.rules))
