import type { z } from 'zod'
import { createShiftKind, updateShiftKind } from '@daodi/contract/staff/roster/roster.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import { brokenConstraint } from '../database/connection-errors.ts'
import { Refused } from '../http/refused.ts'
import { findDesk } from '../directory/store-desks.ts'
import { route, type Services } from '../http/route.ts'
import { appendFact, shiftStream, unitStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct, type ActFact, type HeldStreams } from '../obligations/store-act.ts'
import { actingAs, rulesOf } from './acting.ts'
import { commonTasksOf } from './planned-tasks.ts'
import { insertKind, isPostFor, kindWithUnit, rosterUnit, shiftsOfKind, updateKind, type KindRow } from './store-roster.ts'
import { commonTasksGone, newTasks, type NewTask } from './store-tasks.ts'

export const createShiftKindRoute = route(createShiftKind, async ({ params, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const unit = await rosterUnit(db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  if (!unit.mayPlan) throw new Refused('not-allowed')
  const kind = newKind(services.newId(), unit.id, body)
  if (kind.postId !== null && !await isPostFor(db, institutionId, kind.postId, unit.path)) return { ok: false, refusal: 'no-such-post' }
  if (!await isDeskOf(services, kind, institutionId)) return { ok: false, refusal: 'no-such-desk' }
  try {
    await insertKind(db, institutionId, kind)
  } catch (error) {
    if (brokenConstraint(error) === 'shift_kinds_name') return { ok: false, refusal: 'shift-kind-name-taken' }
    throw error
  }
  await appendFact(db, { institutionId, stream: unitStream(unit.id), kind: 'shift-kind-created', data: factData(kind), actor, at, algorithm })
  return { ok: true, value: { id: kind.id } }
})

export const updateShiftKindRoute = route(updateShiftKind, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const found = await kindWithUnit(db, caller, params.kindId)
  if (!found) return { ok: false, refusal: 'no-such-shift-kind' }
  const { kind: known, unit } = found
  if (!unit.mayPlan) throw new Refused('not-allowed')
  const { retired, ...changes } = body
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<KindRow>
  if (given.postId && !await isPostFor(db, institutionId, given.postId, unit.path)) return { ok: false, refusal: 'no-such-post' }
  const kind: KindRow = { ...known, ...given, weekdays: inOrder(given.weekdays ?? known.weekdays) }
  if (given.deskId !== undefined && !await isDeskOf(services, kind, institutionId)) return { ok: false, refusal: 'no-such-desk' }
  try {
    await updateKind(db, institutionId, kind, retired ? at : null)
  } catch (error) {
    if (brokenConstraint(error) === 'shift_kinds_name') return { ok: false, refusal: 'shift-kind-name-taken' }
    throw error
  }
  const changesTasks = given.tasks !== undefined && JSON.stringify(given.tasks) !== JSON.stringify(known.tasks)
  const shifts = changesTasks ? await shiftsOfKind(db, institutionId, kind.id, at) : []
  const stream = unitStream(unit.id)
  const held = await holdStreams(db, { institutionId, streams: [stream, ...shifts.map(({ id }) => shiftStream(id))], kinds: ['task'] })
  const other = otherCommonTasks(kind, shifts, held, { rules: await rulesOf(services, caller, unit.policyDigest, at), policyDigest: unit.policyDigest })
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [...other.facts, { stream, kind: retired ? 'shift-kind-retired' : 'shift-kind-changed', data: factData(kind) }],
    rows: { former: commonTasksGone(db, institutionId, shifts.map(({ id }) => id)), tasks: newTasks(db, institutionId, other.tasks) },
  })
  return { ok: true, value: { id: kind.id } }
})

/** Those that are planned and have not begun get the kind's common tasks in place of the former ones. */
function otherCommonTasks(kind: KindRow, shifts: Awaited<ReturnType<typeof shiftsOfKind>>, held: HeldStreams, { rules, policyDigest }: { rules: Rules; policyDigest: string }): { facts: ActFact[]; tasks: NewTask[] } {
  const { tasks, duties } = commonTasksOf(shifts, [kind], rules)
  const facts = shifts.map(({ id }): ActFact => ({
    stream: shiftStream(id), kind: 'shift-tasks-changed', data: { kindId: kind.id },
    closes: { duties: held.duties.filter(({ stream }) => stream === shiftStream(id)), as: 'void' }, opens: { duties: duties.get(id) ?? [], policyDigest },
  }))
  return { facts, tasks }
}

/** A shift staffs no desk in particular, or one of its own unit. */
async function isDeskOf({ db }: Services, { deskId, unitId }: KindRow, institutionId: string): Promise<boolean> {
  return deskId === null || (await findDesk(db, institutionId, deskId))?.unitId === unitId
}

function newKind(id: string, unitId: string, body: z.output<typeof createShiftKind.body>): KindRow {
  const { name, from, to, weekdays, post = null, team = null, deskId = null, least = 1, needs = [], criteria = [], postId = null, main = false, tasks = [] } = body
  return { id, unitId, name, from, to, weekdays: inOrder(weekdays), post, team, deskId, least, needs, criteria, postId, postName: null, postNeeds: [], main, tasks, retired: false }
}

function inOrder(weekdays: readonly number[]): number[] {
  return [...new Set(weekdays)].toSorted((a, b) => a - b)
}

function factData({ id, from, to, weekdays, post, deskId, least, postId, main, tasks }: KindRow) {
  return { kindId: id, from, to, weekdays: [...weekdays], post, least, postId, main, tasks: tasks.length, ...(deskId === null ? {} : { deskId }) }
}
