import { closeCase } from '@daodi/contract/staff/cases/close-case.ts'
import { reopenCase } from '@daodi/contract/staff/cases/reopen-case.ts'
import { withdrawCase } from '@daodi/contract/staff/cases/withdraw-case.ts'
import { closeCase as close, reopenCase as reopen, withdrawCase as withdraw } from '@daodi/domain/cases/close-case.ts'
import { actRoute } from './act-route.ts'

export const closeCaseRoute = actRoute(closeCase, (scene, by) => close(scene.state, by, scene.rules))

export const reopenCaseRoute = actRoute(reopenCase, (scene, by, { body }) => reopen(scene.state, by, scene.texts.add('reason', body.reason), scene.rules))

export const withdrawCaseRoute = actRoute(withdrawCase, (scene, by, { body }) => withdraw(scene.state, by, scene.texts.add('reason', body.reason), scene.rules.policy))
