import { decideTransfer } from '@daodi/contract/staff/cases/decide-transfer.ts'
import { decideTransfer as decide } from '@daodi/domain/cases/transfer.ts'
import { actRoute } from './act-route.ts'

export const decideTransferRoute = actRoute(decideTransfer, (scene, by, { body }) =>
  decide(scene.state, by, { approve: body.approve, reason: scene.texts.maybe('reason', body.reason) }, scene.rules))
