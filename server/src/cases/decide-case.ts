import { decideCase } from '@daodi/contract/staff/cases/decide-case.ts'
import { decideCase as decide } from '@daodi/domain/cases/decide-case.ts'
import { actRoute } from './act-route.ts'
import { decisionAsk } from './decision-ask.ts'
import { aroundCase } from './scene.ts'

export const decideCaseRoute = actRoute(decideCase, async (scene, by, { body }) => {
  const around = await aroundCase(scene, {
    unitIds: ['toUnitId' in body ? body.toUnitId : null], personIds: ['toPersonId' in body ? body.toPersonId : null],
  })
  const { channel, firstContact } = scene.state
  const ready = decisionAsk(body, { channel, firstContact, policy: scene.rules.policy, around, texts: scene.texts })
  return ready.ok ? decide(scene.state, by, ready.ask, scene.rules) : ready
})
