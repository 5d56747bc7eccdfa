import { addChild, mergeCase, unmergeCase } from '@daodi/contract/staff/cases/merge-cases.ts'
import { addChild as add, mergeCase as merge, toldWith, unmergeCase as unmerge } from '@daodi/domain/cases/merge-cases.ts'
import { hasEnded } from '@daodi/domain/cases/state.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { register } from './register.ts'
import { openScene, recordScene, type Scene } from './scene.ts'
import { lockAnyCase, lockCase } from './store.ts'

export const mergeCaseRoute = actRoute(mergeCase, async (scene, by, { body, caller }) => {
  const main = body.intoCaseId === scene.state.id ? null : await lockCase(scene.services.db, caller, body.intoCaseId)
  if (!main && body.intoCaseId !== scene.state.id) return refuse('no-such-main-case')
  const outcome = merge(scene.state, by, { main: main && main.state, reason: scene.texts.maybe('reason', body.reason) }, scene.rules)
  if (!outcome.ok || !main) return outcome
  const { id, number } = scene.state
  await recordScene(await openScene(main, scene.services, scene.rules.at), [{ kind: 'case-joined', other: { id, number } }], { actor: by.personId })
  return outcome
})

export const unmergeCaseRoute = actRoute(unmergeCase, async (scene, by, { body }) => {
  const { id, number, institutionId, merged } = scene.state
  const main = merged && await lockAnyCase(scene.services.db, institutionId, merged.into.id)
  const outcome = unmerge(scene.state, by, { reason: scene.texts.add('reason', body.reason), mainEnded: !main || hasEnded(main.state) || main.state.status === 'answered' }, scene.rules)
  if (!outcome.ok || !main) return outcome
  await recordScene(await openScene(main, scene.services, scene.rules.at), [{ kind: 'case-parted', other: { id, number } }], { actor: by.personId })
  return outcome
})

/** A part of the matter, registered as a case of its own with the same person, and handed to whoever it concerns. */
export const addChildRoute = actRoute(addChild, async (scene, by, { body }) => {
  const { state, rules, services } = scene
  const tried = add(state, by, { id: state.id, number: '' })
  if (!tried.ok) return tried
  const { subject, content, toUnitId, toPersonId, reason } = body
  const decision = toUnitId === state.handler.unitId && toPersonId !== undefined
    ? { branch: 'colleague' as const, toPersonId, reason } : { branch: 'otherUnit' as const, toUnitId, toPersonId, reason }
  const { channel, category, urgency, confidential, institutionId, requesterId } = state
  const input = { institutionId, origin: 'staff' as const, channel, category, urgency, confidential, subject, content, decision, childOf: { requesterId } }
  const registered = await register(services, input, { asked: state.handler, by, firstContact: state.handler }, rules.at)
  if (!registered.ok) {
    const { refusal } = registered
    return refuse(refusal === 'no-such-unit' || refusal === 'no-such-person' || refusal === 'nobody-in-unit' || refusal === 'same-person' ? refusal : 'child-refused')
  }
  const child = { id: registered.state.id, number: registered.state.number }
  const locked = await lockAnyCase(services.db, institutionId, child.id)
  if (!locked) throw new Error('a case just registered is there')
  await recordScene(await openScene(locked, services, rules.at), [{ kind: 'parent-set', parent: { id: state.id, number: state.number } }], { actor: by.personId })
  return add(state, by, child)
})

/** The reply to a case tells the people of the cases merged into it, and of its children whose work is done. */
export async function tellRelatives(scene: Scene, reply: { channel: string; text: string; close: boolean; by: string }): Promise<void> {
  const { id, number, institutionId, joined, children } = scene.state
  // Always in the same order, so that two replies never wait for each other.
  for (const relative of [...joined, ...children].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const locked = await lockAnyCase(scene.services.db, institutionId, relative.id)
    if (!locked) continue
    const other = await openScene(locked, scene.services, scene.rules.at)
    const facts = toldWith(other.state, { main: { id, number }, channel: reply.channel, text: other.texts.add('reply', reply.text), close: reply.close }, other.rules)
    if (facts.length > 0) await recordScene(other, facts, { actor: reply.by })
  }
}
