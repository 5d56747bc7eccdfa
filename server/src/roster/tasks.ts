import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { answerOffer, receiveOccasion, reopenTask, tickTask } from '@daodi/contract/staff/roster/tasks.ts'
import { dueAfter, dueOn } from '@daodi/domain/calendar/calendar.ts'
import { isOfficeHour } from '@daodi/domain/obligations/climb.ts'
import { textDigest } from '@daodi/domain/ledger/text-digest.ts'
import { answerOffer as decideOffer, receivedBy, turnOf } from '@daodi/domain/roster/occasion.ts'
import { tickTask as decideTick } from '@daodi/domain/roster/task.ts'
import type { Staff } from '../http/caller.ts'
import { Refused } from '../http/refused.ts'
import { route, type Services } from '../http/route.ts'
import { digestOf } from '../ledger/digest.ts'
import { shiftStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct } from '../obligations/store-act.ts'
import { actingAs, rulesOf } from './acting.ts'
import { onDutyNow } from './store-duty.ts'
import { namesOf } from './store-people.ts'
import { rosterUnit } from './store-roster.ts'
import { lastTurns, lockTask, lockTurns, newTasks, taskMark, type NewTask, type TaskRow } from './store-tasks.ts'
import { heldFor, taskFact, toldOfTask } from './task-duty.ts'
import { inTurnOrder, worksIn } from './unit-duty.ts'

/** Somebody has come or goes: whose turn it is sees to it, point by point. */
export const receiveOccasionRoute = route(receiveOccasion, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId, personId: actor } = caller
  const unit = await rosterUnit(db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  await lockTurns(db, unit.id)
  const onDuty = await onDutyNow(db, institutionId, at, { unitId: unit.id })
  if (!worksIn(caller, unit, onDuty)) throw new Refused('not-allowed')
  const rules = await rulesOf(services, caller, unit.policyDigest, at)
  const { policy, calendar } = rules
  const occasion = policy.roster.occasions?.find(({ title }) => title === body.occasion)
  if (!occasion) return { ok: false, refusal: 'no-such-occasion' }
  const turns = inTurnOrder(onDuty, await lastTurns(db, institutionId, { unitId: unit.id, occasions: [occasion.title], at }), occasion.title)
  const received = receivedBy(turnOf(occasion, isOfficeHour({ policy, calendar }, at)), actor, turns)
  const shift = onDuty.find(({ personId }) => personId === received?.personId)
  if (!received || !shift) return { ok: false, refusal: 'nobody-on-duty' }
  const { at: dueAt } = dueAfter(calendar, at, occasion.within)
  const { estimated: dueEstimated } = dueOn(calendar, dueAt)
  const task: NewTask = {
    id: services.newId(), shiftId: shift.shiftId, unitId: unit.id, occasion: occasion.title, task: body.task, ...received, receivedBy: actor, since: at, dueAt,
    items: occasion.items.map((item) => ({ item, at: null, by: null })), satisfaction: occasion.satisfaction,
  }
  const kept = { ...task, policyDigest: unit.policyDigest, unitName: unit.name }
  const { personId, offeredTo } = received
  const held = await holdStreams(db, { institutionId, ...heldFor([task]) })
  const data = { personId, offeredTo, receivedBy: actor, items: task.items.length }
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [taskFact(kept, held, { kind: 'task-received', data, as: 'void', next: { personId, dueAt, rules } })], rows: { task: newTasks(db, institutionId, [task]) },
    told: [offeredTo === null ? toldOfTask(kept, 'taskGiven', personId, calendar) : toldOfTask(kept, 'taskOffered', offeredTo, calendar)],
  })
  const named = (personId: string | null) => { const found = onDuty.find((one) => one.personId === personId); return found ? { personId: found.personId, name: found.name } : null }
  return { ok: true, value: { id: task.id, person: { personId: shift.personId, name: shift.name }, offeredTo: named(received.offeredTo), dueAt, dueEstimated } }
})

/** The task, held, where the caller takes part in it: it is theirs, offered to them, or they work in its unit. */
async function ownTask(services: Services, caller: Staff, taskId: string, at: string): Promise<(TaskRow & { unitName: string }) | null> {
  const task = await lockTask(services.db, caller.institutionId, taskId)
  const unit = task && await rosterUnit(services.db, caller, task.unitId)
  if (!task || !unit) return null
  const takesPart = [task.personId, task.offeredTo, task.receivedBy].includes(caller.personId)
  return takesPart || worksIn(caller, unit, await onDutyNow(services.db, caller.institutionId, at, { unitId: unit.id })) ? { ...task, unitName: unit.name } : null
}

export const answerOfferRoute = route(answerOffer, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId, personId: actor } = caller
  const task = await ownTask(services, caller, params.taskId, at)
  if (!task) return { ok: false, refusal: 'no-such-task' }
  const decided = decideOffer(task, actor, body.take)
  if (typeof decided === 'string') return { ok: false, refusal: decided }
  const { personId, offeredTo } = decided
  const rules = await rulesOf(services, caller, task.policyDigest, at)
  const held = await holdStreams(db, { institutionId, ...heldFor([task]) })
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [taskFact(task, held, { kind: body.take ? 'task-taken' : 'task-given-back', data: { personId }, as: 'void', next: { personId, dueAt: task.dueAt, rules } })],
    rows: { task: taskMark(db, institutionId, task.id, { person_id: personId, offered_to: offeredTo }) }, told: body.take ? [] : [toldOfTask(task, 'taskBack', personId, rules.calendar)],
  })
  const [person] = await namesOf(db, institutionId, [personId])
  return { ok: true, value: { person: { personId, name: person?.name ?? '' } } }
})

/** Its person's, or for them that of anybody who works there: the entry says who did it. */
export const tickTaskRoute = route(tickTask, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId, personId: actor } = caller
  const task = await ownTask(services, caller, params.taskId, at)
  if (!task) return { ok: false, refusal: 'no-such-task' }
  const ticked = decideTick(task, body, { by: actor, at })
  if (typeof ticked === 'string') return { ok: false, refusal: ticked }
  const { comment, digest } = said(services, ticked.done ? body : {})
  const mark = { items: JSON.stringify(ticked.items), ...(ticked.done ? { done_at: at, done_by: actor, offered_to: null, grade: body.grade ?? null, ...comment } : {}) }
  const data = { items: ticked.items.flatMap((one, index) => (one.at === at ? [index] : [])), done: ticked.done, grade: ticked.done ? body.grade ?? null : null, comment: digest }
  const held = await holdStreams(db, { institutionId, ...heldFor([task]) })
  const fact = { kind: 'task-ticked', data }
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [ticked.done ? taskFact(task, held, { ...fact, as: 'met', next: null }) : { ...fact, stream: shiftStream(task.shiftId), data: { taskId: task.id, ...data } }],
    rows: { task: taskMark(db, institutionId, task.id, mark) },
  })
  return { ok: true, value: { done: ticked.done } }
})

/** What the person said is kept beside the entry, which holds its digest alone. */
function said(services: Services, { comment }: Pick<z.output<typeof tickTask.body>, 'comment'>): { comment: { comment: string | null; salt: Buffer | null }; digest: string | null } {
  if (comment === undefined) return { comment: { comment: null, salt: null }, digest: null }
  const salt = randomBytes(16)
  return { comment: { comment, salt }, digest: textDigest(salt.toString('hex'), comment, digestOf(services.ledgerAlgorithm)) }
}

/** A slip taken back: all its points are open again, and it is owed anew until the same time. */
export const reopenTaskRoute = route(reopenTask, async ({ params, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const task = await ownTask(services, caller, params.taskId, at)
  if (!task) return { ok: false, refusal: 'no-such-task' }
  if (task.doneAt === null) return { ok: false, refusal: 'task-not-done' }
  const { personId, dueAt } = task
  const items = JSON.stringify(task.items.map(({ item }) => ({ item, at: null, by: null })))
  const rules = await rulesOf(services, caller, task.policyDigest, at)
  const held = await holdStreams(db, { institutionId, ...heldFor([task]) })
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [taskFact(task, held, { kind: 'task-reopened', data: { personId }, as: 'void', next: { personId, dueAt, rules } })],
    rows: { task: taskMark(db, institutionId, task.id, { items, done_at: null, done_by: null, grade: null, comment: null, salt: null }) },
  })
  return { ok: true, value: undefined }
})
