import { decideCase } from '@daodi/contract/staff/cases/decide-case.ts'
import { decideCase as decide } from '@daodi/domain/cases/decide-case.ts'
import { actRoute } from './act-route.ts'
import { decisionAsk } from './decision-ask.ts'
import { aroundCase } from './scene.ts'
import { decidedInPlace } from './stand-in.ts'

export const decideCaseRoute = actRoute(decideCase, async (scene, by, { body }) => {
  const around = await aroundCase(scene, {
    unitIds: ['toUnitId' in body ? body.toUnitId : null], personIds: ['toPersonId' in body ? body.toPersonId : null, 'absentPersonId' in body ? body.absentPersonId : null, 'contacted' in body ? body.contacted?.personId : null],
  })
  const { channel, firstContact } = scene.state
  const { services, rules, state } = scene
  const ready = decisionAsk(body, { channel, firstContact, policy: rules.policy, around, texts: scene.texts, at: rules.at })
  if (!ready.ok) return ready
  return decide(state, by, await decidedInPlace(services, { institutionId: state.institutionId, policy: rules.policy, at: rules.at }, ready.ask), rules)
})
