import { ruleCase } from '@daodi/contract/staff/cases/rule-case.ts'
import { ruleCase as rule } from '@daodi/domain/cases/ask-for-ruling.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { findStaff } from './store-people.ts'

export const ruleCaseRoute = actRoute(ruleCase, async (scene, by, { body }) => {
  const person = await findStaff(scene.services.db, scene.state.institutionId, body.handlerPersonId)
  if (!person) return refuse('no-such-person')
  const holder = { personId: person.id, unitId: person.unit_id }
  return rule(scene.state, by, { holder, instruction: scene.texts.maybe('instruction', body.instruction) }, scene.rules)
})
