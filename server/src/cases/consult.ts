import { askAdvice, giveAdvice } from '@daodi/contract/staff/cases/consult.ts'
import type { Actor } from '@daodi/domain/cases/actor.ts'
import { askAdvice as ask, giveAdvice as give, type AdviceAsk } from '@daodi/domain/cases/consult.ts'
import type { Holder } from '@daodi/domain/cases/state.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { LEADERS } from '@daodi/domain/policy/policy.ts'
import type { Surroundings } from '../directory/store.ts'
import { actRoute } from './act-route.ts'
import { targetsOf } from './arbiters.ts'
import { utc } from './decision-ask.ts'
import { levelOf } from './pass-up.ts'
import { aroundCase, roleHolders, type Scene } from './scene.ts'

export const askAdviceRoute = actRoute(askAdvice, async (scene, by, { body }) => {
  const named = body.toPersonIds ?? []
  const around = await aroundCase(scene, { personIds: named })
  const people = named.map((id) => around.people.get(id))
  if (people.includes(undefined)) return refuse('no-such-person')
  const of = named.length === 0 ? roleHolders(scene.state, around, scene.rules.policy.consult)
    : people.flatMap((person) => (person ? [{ personId: person.id, unitId: person.unit_id }] : []))
  return ask(scene.state, by, {
    question: scene.texts.add('question', body.question), of, expectedAt: body.expectedAt === undefined ? null : utc(body.expectedAt), ...leaderAsked(scene, around, { by, of, named: named.length > 0 }),
    skipped: scene.texts.maybe('reason', body.skipReason),
  }, scene.rules)
})

/** Which of the leaders is asked, the lowest of them. Where the policy names them, whoever is chosen above the next one passes somebody over. */
function leaderAsked(scene: Scene, around: Surroundings, { by, of, named }: { by: Actor; of: readonly Holder[]; named: boolean }): Pick<AdviceAsk, 'leader' | 'skips'> {
  const { policy } = scene.rules
  const targets = targetsOf(policy.leaders ?? LEADERS, (roles) => roleHolders(scene.state, around, roles))
  const asked = targets.find(({ holders }) => holders.some(({ personId }) => of.some((one) => one.personId === personId)))
  if (!asked) return { leader: null, skips: false }
  const from = levelOf(targets, by.personId)
  const next = targets.find(({ level, holders }) => level > from && holders.some(({ personId }) => personId !== by.personId))
  const leaders = of.map(({ personId }) => personId).filter((one) => asked.holders.some(({ personId }) => personId === one))
  return { leader: { level: asked.level, post: asked.post, leaders }, skips: named && policy.leaders !== undefined && next !== undefined && asked.level > next.level }
}

export const giveAdviceRoute = actRoute(giveAdvice, (scene, by, { body }) =>
  give(scene.state, by, { consultationId: body.questionId, text: scene.texts.add('advice', body.text) }))
