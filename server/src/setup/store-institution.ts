import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { keepPolicy, publishCalendar, publishPolicy } from '../policy/store.ts'
import { insertKind } from '../roster/store-roster.ts'
import type { Preset, PresetUnit } from './preset.ts'

export interface NewInstitution {
  name: string
  shortName: string
  /** Of the root unit's register; letters before every number of it. */
  registerCode: string
  phone: string | null
  position: number
  preset: Preset
  at: string
  newId: () => string
}

export interface CreatedInstitution { institutionId: string; rootUnitId: string; unitIds: Map<string, string> }

/** An institution after a preset: its root unit, the units such bodies usually have, the regulation and the working time. */
export async function createInstitution(trx: Transaction<Tables>, asked: NewInstitution): Promise<CreatedInstitution> {
  const institutionId = asked.newId()
  const rootUnitId = asked.newId()
  const { name, shortName, phone, position, preset, at } = asked
  await trx.insertInto('institutions').values({ id: institutionId, name, short_name: shortName, phone, position, root_unit_id: rootUnitId }).execute()
  const digest = await keepPolicy(trx, preset.policy)
  await trx.insertInto('units').values({
    institution_id: institutionId, id: rootUnitId, parent_id: null, path: [rootUnitId], kind: 'institution', name, register_code: asked.registerCode, phone, room: null, policy_digest: digest,
  }).execute()
  await publishPolicy(trx, { institutionId, unitId: rootUnitId, overlay: preset.policy, at, by: null })
  await publishCalendar(trx, { institutionId, definition: preset.calendar, at })
  await createShifts(trx, asked, { institutionId, unitId: rootUnitId, shifts: preset.shifts })
  const unitIds = new Map<string, string>([[name, rootUnitId]])
  const parent = { institutionId, id: rootUnitId, path: [rootUnitId], digest }
  for (const [index, unit] of preset.units.entries()) await createPresetUnit(trx, asked, { unit, parent, index, unitIds })
  return { institutionId, rootUnitId, unitIds }
}

interface Parent { institutionId: string; id: string; path: string[]; digest: string }

async function createPresetUnit(
  trx: Transaction<Tables>, asked: NewInstitution, { unit, parent, index, unitIds }: { unit: PresetUnit; parent: Parent; index: number; unitIds: Map<string, string> },
): Promise<void> {
  const id = asked.newId()
  const path = [...parent.path, id]
  await trx.insertInto('units').values({
    institution_id: parent.institutionId, id, parent_id: parent.id, path, kind: unit.kind, name: unit.name, register_code: await freeCode(trx, unit.registerCode),
    phone: null, room: null, position: index, policy_digest: parent.digest,
  }).execute()
  unitIds.set(unit.name, id)
  await createShifts(trx, asked, { institutionId: parent.institutionId, unitId: id, shifts: unit.shifts })
  if (unit.policy) await publishPolicy(trx, { institutionId: parent.institutionId, unitId: id, overlay: unit.policy, at: asked.at, by: null })
  const own = { ...parent, id, path }
  for (const [below, child] of (unit.units ?? []).entries()) await createPresetUnit(trx, asked, { unit: child, parent: own, index: below, unitIds })
}

async function createShifts(trx: Transaction<Tables>, { newId }: NewInstitution, { institutionId, unitId, shifts = [] }: { institutionId: string; unitId: string; shifts: PresetUnit['shifts'] }): Promise<void> {
  for (const { name, from, to, weekdays, post = null, team = null, least = 1, needs = [], main = false, tasks = [] } of shifts) {
    const common = tasks.map(({ task, by = null }) => ({ task, by }))
    await insertKind(trx, institutionId, { id: newId(), unitId, name, from, to, weekdays, post, team, deskId: null, least, needs, criteria: [], postId: null, postName: null, postNeeds: [], retired: false, main, tasks: common })
  }
}

/** Letters are unique in the installation; a unit whose preset letters are taken writes into the book above it. */
async function freeCode(trx: Transaction<Tables>, code: string): Promise<string | null> {
  const taken = await trx.selectFrom('units').select('id').where('register_code', '=', code).executeTakeFirst()
  return taken ? null : code
}
