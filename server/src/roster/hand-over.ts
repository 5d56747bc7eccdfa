import { randomBytes } from 'node:crypto'
import { acceptHandover, beginShift, endShift, handOverShift, recordRound } from '@daodi/contract/staff/roster/shift.ts'
import { dueAfter } from '@daodi/domain/calendar/calendar.ts'
import { minutesBefore } from '@daodi/domain/calendar/local-moment.ts'
import { textDigest } from '@daodi/domain/ledger/text-digest.ts'
import { owe } from '@daodi/domain/obligations/owe.ts'
import { answer, route } from '../http/route.ts'
import { digestOf } from '../ledger/digest.ts'
import { shiftStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct } from '../obligations/store-act.ts'
import { policyByDigest } from '../policy/store.ts'
import { actingAs, rulesOf } from './acting.ts'
import { namesOf } from './store-people.ts'
import { contentsOf, countCases, handoverAccepted, handoverRow, handoversOf, lockShift, roundOf, roundRow, shiftMark } from './store-shift.ts'
import { lockOpenTasks, passedTasks } from './store-tasks.ts'
import { heldFor, passTasks } from './task-duty.ts'

/** The person confirms having read what is unsettled and what happened the day before; from the time of the round on. */
export const beginShiftRoute = route(beginShift, async ({ params, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const shift = await lockShift(db, institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  if (shift.personId !== caller.personId) return { ok: false, refusal: 'not-your-shift' }
  if (shift.begunAt !== null) return { ok: false, refusal: 'shift-begun' }
  const { policy: { roster }, calendar } = await rulesOf(services, caller, shift.policyDigest, at)
  if (at < minutesBefore(shift.startsAt, roster.roundMinutesBefore)) return { ok: false, refusal: 'shift-not-yet' }
  const stream = shiftStream(shift.id)
  const held = await holdStreams(db, { institutionId, streams: [stream], kinds: ['handOver'] })
  // Whoever still owes its hand-over has to begin it first, however late.
  const isOver = at >= dueAfter(calendar, shift.endsAt, roster.handOverWithin).at && held.duties.length === 0
  if (shift.endedAt !== null || isOver) return { ok: false, refusal: 'shift-ended' }
  await recordAct(db, actingAs(caller, at, services), held, { facts: [{ stream, kind: 'shift-begun', data: { personId: shift.personId } }], rows: { shift: shiftMark(db, institutionId, shift.id, { begun_at: at }) } })
  return answer(undefined)
})

/** What was found has been registered as cases before; the round names them. */
export const recordRoundRoute = route(recordRound, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const shift = await lockShift(db, institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  if (shift.personId !== caller.personId) return { ok: false, refusal: 'not-your-shift' }
  const { roster } = await policyByDigest(db, shift.policyDigest)
  if (at < minutesBefore(shift.startsAt, roster.roundMinutesBefore)) return { ok: false, refusal: 'round-not-yet' }
  if (await roundOf(db, institutionId, shift.id)) return { ok: false, refusal: 'round-done' }
  const items = body.items.map(({ item, fine, place = null, caseId = null }) => ({ item, fine, place, caseId }))
  if (items.some(({ fine, caseId }) => !fine && caseId === null)) return { ok: false, refusal: 'finding-without-case' }
  const found = [...new Set(items.flatMap(({ caseId }) => caseId ?? []))]
  if (await countCases(db, caller, found) < found.length) return { ok: false, refusal: 'no-such-case' }
  const stream = shiftStream(shift.id)
  const held = await holdStreams(db, { institutionId, streams: [stream], kinds: ['round'] })
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [{ stream, kind: 'round-done', data: { items: items.length, cases: found }, closes: { duties: held.duties, as: 'met' } }],
    rows: { round: roundRow(db, { institutionId, id: services.newId(), shiftId: shift.id, items, at }) },
  })
  return answer(undefined)
})

/** The record of what is handed over; the successor owes the signature. May be written anew until it is signed. */
export const handOverShiftRoute = route(handOverShift, async ({ params, body, caller, at }, services) => {
  const { db, ledgerAlgorithm } = services
  const { institutionId } = caller
  const { successorId } = body
  const shift = await lockShift(db, institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  if (shift.personId !== caller.personId) return { ok: false, refusal: 'not-your-shift' }
  if (shift.begunAt === null) return { ok: false, refusal: 'shift-not-begun' }
  if (successorId === caller.personId) return { ok: false, refusal: 'successor-is-self' }
  if ((await namesOf(db, institutionId, [successorId])).length === 0) return { ok: false, refusal: 'no-such-person' }
  const [written] = await handoversOf(db, institutionId, { shiftId: shift.id })
  if (written && written.acceptedAt !== null) return { ok: false, refusal: 'handover-accepted' }
  const contents = await contentsOf(db, caller, shift)
  const kept = { ...contents, cases: contents.cases.map((one) => ({ ...one, subject: '' })) }
  const salt = body.notes === undefined ? null : randomBytes(16)
  const notes = salt === null || body.notes === undefined ? null : textDigest(salt.toString('hex'), body.notes, digestOf(ledgerAlgorithm))
  const rules = await rulesOf(services, caller, shift.policyDigest, at)
  // Not before the shift is over: it may be written long before its end.
  const since = at < shift.endsAt ? shift.endsAt : at
  const signature = owe({ kind: 'signFor', personId: successorId, unitId: shift.unitId, limit: rules.policy.roster.handOverWithin, since }, rules)
  const stream = shiftStream(shift.id)
  const held = await holdStreams(db, { institutionId, streams: [stream], kinds: ['signFor'] })
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [{
      stream, kind: 'handover-written',
      data: { successorId, cases: contents.cases.map(({ caseId }) => caseId), papers: contents.papers.length, bells: contents.bells, tasks: contents.tasks.map(({ id }) => id), notes },
      closes: { duties: held.duties, as: 'void' }, opens: { duties: [signature], policyDigest: shift.policyDigest },
    }],
    rows: { handover: handoverRow(db, { institutionId, shiftId: shift.id, successorId, notes: body.notes ?? null, salt, contents: kept, at }) },
  })
  return answer(undefined)
})

/** With the signature goes what is still to be done on the shift. */
export const acceptHandoverRoute = route(acceptHandover, async ({ params, caller, at }, services) => {
  const { db } = services
  const { institutionId, personId: successorId } = caller
  const shift = await lockShift(db, institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  const [written] = await handoversOf(db, institutionId, { shiftId: shift.id })
  if (!written) return { ok: false, refusal: 'handover-missing' }
  if (written.successorId !== successorId) return { ok: false, refusal: 'not-successor' }
  if (written.acceptedAt !== null) return { ok: false, refusal: 'handover-accepted' }
  const stream = shiftStream(shift.id)
  const tasks = await lockOpenTasks(db, institutionId, { personId: shift.personId, unitId: shift.unitId, at })
  const { streams, kinds, abouts } = heldFor(tasks)
  const held = await holdStreams(db, { institutionId, streams: [stream, ...streams], kinds: ['handOver', 'signFor', ...kinds], abouts })
  const { facts, passed } = passTasks(tasks, held, successorId, await rulesOf(services, caller, shift.policyDigest, at))
  const ends = held.duties.filter((duty) => duty.stream === stream && duty.kind !== 'task')
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [...facts, { stream, kind: 'handover-accepted', data: { successorId }, closes: { duties: ends, as: 'met' } }],
    rows: { handover: handoverAccepted(db, institutionId, shift.id, at), tasks: passedTasks(institutionId, successorId, passed) },
  })
  return answer(undefined)
})

export const endShiftRoute = route(endShift, async ({ params, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const shift = await lockShift(db, institutionId, params.shiftId)
  if (!shift) return { ok: false, refusal: 'no-such-shift' }
  if (shift.personId !== caller.personId) return { ok: false, refusal: 'not-your-shift' }
  if (shift.begunAt === null) return { ok: false, refusal: 'shift-not-begun' }
  if (shift.endedAt !== null) return { ok: false, refusal: 'shift-ended' }
  const [written] = await handoversOf(db, institutionId, { shiftId: shift.id })
  const { roster } = await policyByDigest(db, shift.policyDigest)
  if (!written && roster.handOverNeeded) return { ok: false, refusal: 'handover-missing' }
  if (written && written.acceptedAt === null) return { ok: false, refusal: 'handover-not-accepted' }
  const stream = shiftStream(shift.id)
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, actingAs(caller, at, services), held, { facts: [{ stream, kind: 'shift-ended', data: { personId: shift.personId } }], rows: { shift: shiftMark(db, institutionId, shift.id, { ended_at: at }) } })
  return answer(undefined)
})
