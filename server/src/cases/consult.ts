import { askAdvice, giveAdvice } from '@daodi/contract/staff/cases/consult.ts'
import { askAdvice as ask, giveAdvice as give } from '@daodi/domain/cases/consult.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'
import { aroundCase, roleHolders } from './scene.ts'

export const askAdviceRoute = actRoute(askAdvice, async (scene, by, { body }) => {
  const named = body.toPersonIds ?? []
  const around = await aroundCase(scene, { personIds: named })
  const people = named.map((id) => around.people.get(id))
  if (people.includes(undefined)) return refuse('no-such-person')
  const of = named.length === 0 ? roleHolders(scene.state, around, scene.rules.policy.consult)
    : people.flatMap((person) => (person ? [{ personId: person.id, unitId: person.unit_id }] : []))
  return ask(scene.state, by, { question: scene.texts.add('question', body.question), of, expectedAt: body.expectedAt === undefined ? null : utc(body.expectedAt) }, scene.rules)
})

export const giveAdviceRoute = actRoute(giveAdvice, (scene, by, { body }) =>
  give(scene.state, by, { consultationId: body.questionId, text: scene.texts.add('advice', body.text) }))
