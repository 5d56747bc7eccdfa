import { assignStaff, completeRecord, confirmAssignment, raiseEmergency } from '@daodi/contract/staff/cases/emergency.ts'
import type { Actor } from '@daodi/domain/cases/actor.ts'
import * as emergency from '@daodi/domain/cases/emergency.ts'
import { joinEmergency } from '@daodi/domain/cases/merge-cases.ts'
import type { CaseState, Holder } from '@daodi/domain/cases/state.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import type { Staff } from '../http/caller.ts'
import { route, type Services } from '../http/route.ts'
import { staffHere } from '../roster/store-duty.ts'
import { onDutyIn } from './absence.ts'
import { actRoute } from './act-route.ts'
import { newRequester, register } from './register.ts'
import { actorOf, aroundCase, openScene, recordScene, type Scene } from './scene.ts'
import { lockAnyCase, lockCase } from './store.ts'
import { standingOf } from './store-read.ts'

/** Stands in the register until the record is filled in. */
const TO_BE_FILLED_IN = '紧急事件（待补记）'

export const raiseEmergencyRoute = route(raiseEmergency, async ({ body, caller, at }, services) => {
  const asked: Holder = { personId: caller.personId, unitId: caller.unitId }
  const registered = await register(services, {
    institutionId: caller.institutionId, origin: 'staff', channel: 'visit', urgency: 'critical', subject: body.subject ?? TO_BE_FILLED_IN,
    place: body.place, emergency: { note: body.note },
  }, { asked, by: actorOf(caller), firstContact: asked }, at)
  if (!registered.ok) throw new Error(`an emergency is never refused: ${registered.refusal}`)
  if (body.partOf !== undefined) await joinTo(services, caller, { caseId: body.partOf, at }, registered.state)
  return { ok: true, caseId: registered.state.id, value: { ...await standingOf(services.db, registered.state), trackingCode: registered.trackingCode } }
})

/** Joined to the case in whose course it happened. Where that cannot take it, a rescue is not held up by it. */
async function joinTo(services: Services, caller: Staff, { caseId, at }: { caseId: string; at: string }, { id, number, institutionId }: CaseState): Promise<void> {
  const main = await lockCase(services.db, caller, caseId)
  if (!main) return
  const added = joinEmergency(main.state, actorOf(caller), { id, number })
  const child = added.ok ? await lockAnyCase(services.db, institutionId, id) : null
  if (!added.ok || !child) return
  await recordScene(await openScene(child, services, at), [{ kind: 'parent-set', parent: { id: caseId, number: main.state.number }, emergency: true }], { actor: caller.personId })
  await recordScene(await openScene(main, services, at), added.facts, { actor: caller.personId })
}

export const assignStaffRoute = actRoute(assignStaff, async (scene, by, { body }) => {
  const people = await available(scene, by, body)
  if (typeof people === 'string') return refuse(people)
  return emergency.assignStaff(scene.state, by, { people, note: scene.texts.maybe('note', body.note) }, scene.rules)
})

/**
 * Those named; else everybody there in the unit asked for; else in the handler's unit and, where nobody else is, in the
 * department with its windows and on upwards.
 */
async function available(scene: Scene, by: Actor, asked: { personIds?: string[] | undefined; unitId?: string | undefined }): Promise<Holder[] | 'no-such-person' | 'no-such-unit'> {
  const { state } = scene
  const around = await aroundCase(scene, { unitIds: [asked.unitId], personIds: asked.personIds ?? [] })
  if (asked.unitId !== undefined && !around.units.has(asked.unitId)) return 'no-such-unit'
  if (asked.personIds) {
    const people = asked.personIds.map((id) => around.people.get(id))
    return people.includes(undefined) ? 'no-such-person' : people.flatMap((person) => (person ? [{ personId: person.id, unitId: person.unit_id }] : []))
  }
  const { handler } = state
  const upwards = asked.unitId === undefined ? (around.units.get(handler.unitId)?.path ?? [handler.unitId]).toReversed() : [asked.unitId]
  for (const unitId of upwards) {
    const there = emergency.assignable(state, by, await thereIn(scene, unitId))
    if (there.length > 0) return there
  }
  return []
}

/** Everybody on duty; where nobody keeps a roster, everybody who works there and is not away. */
async function thereIn({ state: { institutionId }, services: { db }, rules: { at } }: Scene, unitId: string): Promise<Holder[]> {
  const onDuty = await onDutyIn(db, institutionId, { unitId, at })
  return onDuty.length > 0 ? onDuty : staffHere(db, institutionId, unitId, at)
}

export const confirmAssignmentRoute = actRoute(confirmAssignment, (scene, by) => emergency.confirmAssignment(scene.state, by))

export const completeRecordRoute = actRoute(completeRecord, async (scene, by, { body }) => {
  const { texts, state, rules } = scene
  const who = newRequester({ institutionId: state.institutionId, told: body.requester, at: rules.at }, scene.services)
  const given = body.requester && (body.requester.name || body.requester.phone || body.requester.declined)
  const outcome = emergency.completeRecord(state, by, {
    subject: texts.maybe('subject', body.subject), content: texts.maybe('content', body.content), category: body.category ?? null, place: texts.maybe('place', body.place),
    requesterId: state.requesterId === null ? who?.id ?? null : null, requesterGiven: Boolean(given),
  }, rules)
  if (outcome.ok && who && state.requesterId === null) await who.row.execute(scene.services.db)
  return outcome
})
