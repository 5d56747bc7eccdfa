import { ruleCase } from '@daodi/contract/staff/cases/rule-case.ts'
import { ruleCase as rule } from '@daodi/domain/cases/ask-for-ruling.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { rememberRuling } from '../matters/store-precedents.ts'
import { actRoute } from './act-route.ts'
import { knowLeaderOf, type Scene } from './scene.ts'
import { findStaff } from './store-people.ts'
import { bodyOf } from './store-texts.ts'

export const ruleCaseRoute = actRoute(ruleCase, async (scene, by, { body }) => {
  const person = await findStaff(scene.services.db, scene.state.institutionId, body.handlerPersonId)
  if (!person) return refuse('no-such-person')
  const holder = { personId: person.id, unitId: person.unit_id }
  await knowLeaderOf(scene, holder.unitId)
  const precedent = body.applyInFuture ?? false
  const outcome = rule(scene.state, by, { holder, instruction: scene.texts.maybe('instruction', body.instruction), precedent }, scene.rules)
  if (outcome.ok && precedent) await remember(scene, { unitId: holder.unitId, ruledBy: by.personId })
  return outcome
})

/** The next case that asks alike is suggested to the unit named here. */
async function remember({ state, rules, services }: Scene, ruled: { unitId: string; ruledBy: string }): Promise<void> {
  const { id: caseId, institutionId, subject, content, matterId } = state
  const words = await bodyOf(services.db, institutionId, subject.id)
  if (words === null) return
  const text = { subject: words, content: content && await bodyOf(services.db, institutionId, content.id) }
  await rememberRuling(services.db, { institutionId, id: services.newId(), caseId, text, matterId, at: rules.at, ...ruled })
}
