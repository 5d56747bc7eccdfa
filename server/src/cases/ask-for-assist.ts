import type { z } from 'zod'
import { askForAssist, giveAssist, waiveAssist } from '@daodi/contract/staff/cases/assists.ts'
import { askForAssist as ask, giveAssist as give, waiveAssist as waive } from '@daodi/domain/cases/assist-case.ts'
import type { Holder } from '@daodi/domain/cases/state.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { holdersOf, type Surroundings } from '../directory/store.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'
import { aroundCase } from './scene.ts'

type Assistant = z.output<typeof askForAssist.body>['assistants'][number]
type Found = { ok: true; holder: Holder } | { ok: false; refusal: 'no-such-unit' | 'no-such-person' | 'nobody-in-unit' }

/** A named person always: the one asked for, or the unit's head, who may have it done. */
function assistantOf(around: Surroundings, { unitId, personId }: Assistant): Found {
  if (!around.units.has(unitId)) return refuse('no-such-unit')
  if (personId !== undefined) return around.people.get(personId)?.unit_id === unitId ? { ok: true, holder: { personId, unitId } } : refuse('no-such-person')
  const [head] = holdersOf(around, unitId, 'head')
  return head ? { ok: true, holder: { personId: head.personId, unitId } } : refuse('nobody-in-unit')
}

export const askForAssistRoute = actRoute(askForAssist, async (scene, by, { body }) => {
  const around = await aroundCase(scene, { unitIds: body.assistants.map(({ unitId }) => unitId), personIds: body.assistants.map(({ personId }) => personId) })
  const holders: Holder[] = []
  for (const assistant of body.assistants) {
    const found = assistantOf(around, assistant)
    if (!found.ok) return found
    holders.push(found.holder)
  }
  return ask(scene.state, by, { holders, task: scene.texts.add('task', body.task), dueAt: body.dueAt === undefined ? null : utc(body.dueAt) }, scene.rules)
})

export const giveAssistRoute = actRoute(giveAssist, (scene, by, { body }) => give(scene.state, by, { assistId: body.assistId, text: scene.texts.add('opinion', body.text) }))

export const waiveAssistRoute = actRoute(waiveAssist, (scene, by, { body }) => waive(scene.state, by, { assistId: body.assistId, reason: scene.texts.add('reason', body.reason) }))
