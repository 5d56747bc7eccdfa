import type { z } from 'zod'
import { createShiftKind, updateShiftKind } from '@daodi/contract/staff/roster/roster.ts'
import { brokenConstraint } from '../database/connection-errors.ts'
import { Refused } from '../http/refused.ts'
import { findDesk } from '../directory/store-desks.ts'
import { route, type Services } from '../http/route.ts'
import { appendFact, unitStream } from '../ledger/store-append.ts'
import { changeCommonTasks } from './planned-tasks.ts'
import { insertKind, isPostFor, rosterUnit, shiftKindsOf, updateKind, type KindRow } from './store-roster.ts'

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
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const known = (await shiftKindsOf(db, institutionId, null)).find(({ id }) => id === params.kindId)
  const unit = known && await rosterUnit(db, caller, known.unitId)
  if (!known || !unit) return { ok: false, refusal: 'no-such-shift-kind' }
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
  if (given.tasks && JSON.stringify(given.tasks) !== JSON.stringify(known.tasks)) await changeCommonTasks(services, kind, { institutionId, actor, at, policyDigest: unit.policyDigest })
  await appendFact(db, { institutionId, stream: unitStream(unit.id), kind: retired ? 'shift-kind-retired' : 'shift-kind-changed', data: factData(kind), actor, at, algorithm })
  return { ok: true, value: { id: kind.id } }
})

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
