import { returnResult } from '@daodi/contract/staff/cases/return-result.ts'
import { returnResult as giveBack } from '@daodi/domain/cases/return-result.ts'
import { actRoute } from './act-route.ts'

export const returnResultRoute = actRoute(returnResult, (scene, by, { body }) => giveBack(scene.state, by, scene.texts.add('reason', body.reason), scene.rules))
