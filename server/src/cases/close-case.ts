import { closeCase } from '@daodi/contract/staff/cases/close-case.ts'
import { reopenCase } from '@daodi/contract/staff/cases/reopen-case.ts'
import { withdrawCase } from '@daodi/contract/staff/cases/withdraw-case.ts'
import { closeCase as close, withdrawCase as withdraw } from '@daodi/domain/cases/close-case.ts'
import { actRoute } from './act-route.ts'
import { reopen } from './reopen.ts'
import { openChildren } from './store-family.ts'

export const closeCaseRoute = actRoute(closeCase, async (scene, by) => {
  const { children, institutionId, id } = scene.state
  return close(scene.state, by, scene.rules, { openChildren: children.length === 0 ? 0 : await openChildren(scene.services.db, institutionId, id) })
})

export const reopenCaseRoute = actRoute(reopenCase, (scene, by, { body }) => reopen(scene, by, scene.texts.add('reason', body.reason)))

export const withdrawCaseRoute = actRoute(withdrawCase, (scene, by, { body }) => withdraw(scene.state, by, scene.texts.add('reason', body.reason), scene.rules.policy))
