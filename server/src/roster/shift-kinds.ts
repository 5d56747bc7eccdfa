import { createShiftKind, updateShiftKind } from '@daodi/contract/staff/roster/roster.ts'
import { brokenConstraint } from '../database/connection-errors.ts'
import { Refused } from '../http/refused.ts'
import { route } from '../http/route.ts'
import { appendFact, unitStream } from '../ledger/store-append.ts'
import { insertKind, rosterUnit, shiftKindsOf, updateKind, type KindRow } from './store-roster.ts'

export const createShiftKindRoute = route(createShiftKind, async ({ params, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const unit = await rosterUnit(db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  if (!unit.mayPlan) throw new Refused('not-allowed')
  const { name, from, to, weekdays, post = null, team = null, least = 1, needs = [], criteria = [] } = body
  const kind: KindRow = { id: services.newId(), unitId: unit.id, name, from, to, weekdays: inOrder(weekdays), post, team, least, needs, criteria }
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
  const kind: KindRow = { ...known, ...given, weekdays: inOrder(given.weekdays ?? known.weekdays) }
  try {
    await updateKind(db, institutionId, kind, retired ? at : null)
  } catch (error) {
    if (brokenConstraint(error) === 'shift_kinds_name') return { ok: false, refusal: 'shift-kind-name-taken' }
    throw error
  }
  await appendFact(db, { institutionId, stream: unitStream(unit.id), kind: retired ? 'shift-kind-retired' : 'shift-kind-changed', data: factData(kind), actor, at, algorithm })
  return { ok: true, value: { id: kind.id } }
})

function inOrder(weekdays: readonly number[]): number[] {
  return [...new Set(weekdays)].toSorted((a, b) => a - b)
}

function factData({ id, from, to, weekdays, post, least }: KindRow) {
  return { kindId: id, from, to, weekdays: [...weekdays], post, least }
}
