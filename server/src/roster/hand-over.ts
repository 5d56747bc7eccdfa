import { randomBytes } from 'node:crypto'
import { acceptHandover, beginShift, endShift, handOverShift, recordRound } from '@daodi/contract/staff/roster/shift.ts'
import { minutesBefore } from '@daodi/domain/calendar/local-moment.ts'
import { textDigest } from '@daodi/domain/ledger/text-digest.ts'
import { owe } from '@daodi/domain/obligations/owe.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route, type Services } from '../http/route.ts'
import { digestOf } from '../ledger/digest.ts'
import { appendToStreams, shiftStream, type StreamFact } from '../ledger/store-append.ts'
import { closeDuties, insertDuties } from '../obligations/store-duties.ts'
import { currentCalendar, policyByDigest } from '../policy/store.ts'
import { namesOf } from './store-people.ts'
import { acceptHandoverAt, contentsOf, countCases, handoversOf, insertRound, lockShift, markShift, putHandover, roundOf, type ShiftPlace } from './store-shift.ts'
import { passTasks } from './task-duty.ts'

/** One entry on the shift's stream; its place in it. */
async function note(services: Services, caller: Staff, shift: ShiftPlace, fact: Omit<StreamFact, 'stream'> & { at: string }): Promise<number> {
  const { at, ...what } = fact
  const common = { institutionId: caller.institutionId, actor: caller.personId, at, algorithm: services.ledgerAlgorithm }
  const [seq] = await appendToStreams(services.db, common, [{ ...what, stream: shiftStream(shift.id) }])
  return seq ?? 1
}

/** The person confirms having read what is unsettled and what happened the day before; from the time of the round on. */
export const beginShiftRoute = route(beginShift, async ({ params, caller, at }, services) => {
  const shift = await lockShift(services.db, caller.institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  if (shift.personId !== caller.personId) return { ok: false, refusal: 'not-your-shift' }
  if (shift.begunAt !== null) return { ok: false, refusal: 'shift-begun' }
  const { roster } = await policyByDigest(services.db, shift.policyDigest)
  if (at < minutesBefore(shift.startsAt, roster.roundMinutesBefore)) return { ok: false, refusal: 'shift-not-yet' }
  await markShift(services.db, caller.institutionId, shift.id, { begun_at: at })
  await note(services, caller, shift, { kind: 'shift-begun', data: { personId: shift.personId }, at })
  return answer(undefined)
})

/** What was found has been registered as cases before; the round names them. */
export const recordRoundRoute = route(recordRound, async ({ params, body, caller, at }, services) => {
  const { institutionId } = caller
  const shift = await lockShift(services.db, institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  if (shift.personId !== caller.personId) return { ok: false, refusal: 'not-your-shift' }
  const { roster } = await policyByDigest(services.db, shift.policyDigest)
  if (at < minutesBefore(shift.startsAt, roster.roundMinutesBefore)) return { ok: false, refusal: 'round-not-yet' }
  if (await roundOf(services.db, institutionId, shift.id)) return { ok: false, refusal: 'round-done' }
  const items = body.items.map(({ item, fine, place = null, caseId = null }) => ({ item, fine, place, caseId }))
  if (items.some(({ fine, caseId }) => !fine && caseId === null)) return { ok: false, refusal: 'finding-without-case' }
  const found = [...new Set(items.flatMap(({ caseId }) => caseId ?? []))]
  if (await countCases(services.db, institutionId, found) < found.length) return { ok: false, refusal: 'no-such-case' }
  await insertRound(services.db, { institutionId, id: services.newId(), shiftId: shift.id, items, at })
  const closed = await closeDuties(services.db, { institutionId, streams: [shiftStream(shift.id)], kinds: ['round'], as: 'met', at })
  await note(services, caller, shift, { kind: 'round-done', data: { items: items.length, cases: found, closes: closed.map(({ id }) => ({ id, as: 'met' })) }, at })
  return answer(undefined)
})

/** The record of what is handed over; the successor owes the signature. May be written anew until it is signed. */
export const handOverShiftRoute = route(handOverShift, async ({ params, body, caller, at }, services) => {
  const { db, ledgerAlgorithm } = services
  const { institutionId } = caller
  const shift = await lockShift(db, institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  if (shift.personId !== caller.personId) return { ok: false, refusal: 'not-your-shift' }
  if (shift.begunAt === null) return { ok: false, refusal: 'shift-not-begun' }
  if (body.successorId === caller.personId) return { ok: false, refusal: 'successor-is-self' }
  if ((await namesOf(db, institutionId, [body.successorId])).length === 0) return { ok: false, refusal: 'no-such-person' }
  const [written] = await handoversOf(db, institutionId, { shiftId: shift.id })
  if (written && written.acceptedAt !== null) return { ok: false, refusal: 'handover-accepted' }
  const contents = await contentsOf(db, caller, shift)
  const kept = { ...contents, cases: contents.cases.map((one) => ({ ...one, subject: '' })) }
  const salt = body.notes === undefined ? null : randomBytes(16)
  await putHandover(db, { institutionId, shiftId: shift.id, successorId: body.successorId, notes: body.notes ?? null, salt, contents: kept, at })
  const closed = await closeDuties(db, { institutionId, streams: [shiftStream(shift.id)], kinds: ['signFor'], as: 'void', at })
  const obligation = await signature(services, shift, { institutionId, successorId: body.successorId, at })
  const notes = salt === null || body.notes === undefined ? null : textDigest(salt.toString('hex'), body.notes, digestOf(ledgerAlgorithm))
  const seq = await note(services, caller, shift, {
    kind: 'handover-written', at,
    data: {
      successorId: body.successorId, cases: contents.cases.map(({ caseId }) => caseId), papers: contents.papers.length, bells: contents.bells, tasks: contents.tasks.map(({ id }) => id), notes,
      closes: closed.map(({ id }) => ({ id, as: 'void' })), opens: [{ ...obligation, steps: obligation.steps.map((step) => ({ ...step })) }],
    },
  })
  await insertDuties(db, [{ institutionId, stream: shiftStream(shift.id), policyDigest: shift.policyDigest, obligation, seq }])
  return answer(undefined)
})

async function signature(services: Services, shift: ShiftPlace, { institutionId, successorId, at }: { institutionId: string; successorId: string; at: string }) {
  const policy = await policyByDigest(services.db, shift.policyDigest)
  const calendar = await currentCalendar(services.db, institutionId)
  // Not before the shift is over: it may be written long before its end.
  const since = at < shift.endsAt ? shift.endsAt : at
  return owe({ kind: 'signFor', personId: successorId, unitId: shift.unitId, limit: policy.roster.handOverWithin, since }, { policy, calendar, at, newId: services.newId })
}

/** With the signature goes what is still to be done on the shift. */
export const acceptHandoverRoute = route(acceptHandover, async ({ params, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const shift = await lockShift(db, institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  const [written] = await handoversOf(db, institutionId, { shiftId: shift.id })
  if (!written) return { ok: false, refusal: 'handover-missing' }
  if (written.successorId !== caller.personId) return { ok: false, refusal: 'not-successor' }
  if (written.acceptedAt !== null) return { ok: false, refusal: 'handover-accepted' }
  await acceptHandoverAt(db, institutionId, shift.id, at)
  await passTasks(services, shift, caller.personId, { institutionId, actor: caller.personId, at })
  const closed = await closeDuties(db, { institutionId, streams: [shiftStream(shift.id)], kinds: ['handOver', 'signFor'], as: 'met', at })
  await note(services, caller, shift, { kind: 'handover-accepted', data: { successorId: caller.personId, closes: closed.map(({ id }) => ({ id, as: 'met' })) }, at })
  return answer(undefined)
})

export const endShiftRoute = route(endShift, async ({ params, caller, at }, services) => {
  const shift = await lockShift(services.db, caller.institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  if (shift.personId !== caller.personId) return { ok: false, refusal: 'not-your-shift' }
  if (shift.begunAt === null) return { ok: false, refusal: 'shift-not-begun' }
  if (shift.endedAt !== null) return { ok: false, refusal: 'shift-ended' }
  const [written] = await handoversOf(services.db, caller.institutionId, { shiftId: shift.id })
  const { roster } = await policyByDigest(services.db, shift.policyDigest)
  if (!written && roster.handOverNeeded) return { ok: false, refusal: 'handover-missing' }
  if (written && written.acceptedAt === null) return { ok: false, refusal: 'handover-not-accepted' }
  await markShift(services.db, caller.institutionId, shift.id, { ended_at: at })
  await note(services, caller, shift, { kind: 'shift-ended', data: { personId: shift.personId }, at })
  return answer(undefined)
})
