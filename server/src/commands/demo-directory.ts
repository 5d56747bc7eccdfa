import type { MatterDocument } from '@daodi/domain/matters/matter.ts'
import { insertUnit } from '../directory/store-units.ts'
import { holdPost, insertPerson } from '../directory/store-people.ts'
import { transaction } from '../database/transaction.ts'
import type { Staff } from '../http/caller.ts'
import type { Services } from '../http/route.ts'
import { publishEdition, type MatterChange } from '../matters/store-publish.ts'
import { loadPresets } from '../policy/load-presets.ts'
import { publishCalendar, publishPolicy, workingTimeOf } from '../policy/store.ts'
import { createInstitution } from '../setup/store-institution.ts'
import { createDuties } from './demo-duties.ts'
import { paperOf, type Demo, type DemoPerson } from './demo/catalog.ts'

interface UnitPlace { id: string; path: string[] }

/** An institution of the demonstration by the names its stories use. */
export interface Directory {
  institutionId: string
  units: ReadonlyMap<string, UnitPlace>
  /** As they act: nobody of them has a password, a demo lets anybody sign in as any of them. */
  staff: ReadonlyMap<string, Staff>
  /** At which desk somebody sits, by their name. */
  desks: ReadonlyMap<string, string>
  matters: ReadonlyMap<string, string>
}

export function createDirectory(services: Services, demo: Demo, position: number): Promise<Directory> {
  return transaction(services.db, async (db) => {
    const preset = (await loadPresets()).find((candidate) => candidate.id === demo.preset)
    if (!preset) throw new Error(`there is no preset ${demo.preset}`)
    const { name, shortName, registerCode, phone } = demo
    const { institutionId, rootUnitId } = await createInstitution(db, {
      name, shortName, registerCode, phone, position, preset: { ...preset, units: [] }, at: services.clock(), newId: services.newId,
    })
    const building = { services: { ...services, db }, demo, institutionId, root: { id: rootUnitId, path: [rootUnitId] } }
    const units = await createUnits(building)
    const staff = await createPeople(building, units)
    for (const [unit, post, person] of demo.posts) {
      await holdPost(db, { institutionId, unitId: unit === null ? rootUnitId : found(units, unit).id, post, personId: found(staff, person).personId })
    }
    const unitId = (unit: string | null): string => (unit === null ? rootUnitId : found(units, unit).id)
    const desks = await createDuties({ services: building.services, institutionId, unitId, personId: (person) => found(staff, person).personId }, demo.duties)
    const administrator = demo.people.find((person) => (person.roles ?? []).some(([role]) => role === 'administrator'))
    const publication = { institutionId, unitId: rootUnitId, at: services.clock(), by: administrator ? found(staff, administrator.name).personId : null }
    await publishPolicy(db, { ...publication, overlay: { ...preset.policy, supervisionLine: phone, retentionYears: preset.policy.retentionYears + 5, ...demo.care }, note: '登记资料保存年限延长五年；增设记录单和情形标记' })
    await publishCalendar(db, { ...publication, definition: { ...preset.calendar, overrides: [studyDay(services.clock(), preset.calendar.sessions)] }, note: '季度全员学习，下午不对外办公' })
    return { institutionId, units, staff, desks, matters: await createMatters(building, units, staff) }
  })
}

/** A Friday some days after the demonstration's present, on which the doors close at noon. */
function studyDay(begins: string, sessions: readonly { from: string; to: string }[]): { date: string; sessions: { from: string; to: string }[]; note: string } {
  const soon = Date.parse(begins) + 132 * 86_400_000
  const friday = soon + ((12 - new Date(soon).getUTCDay()) % 7) * 86_400_000
  return { date: new Date(friday).toISOString().slice(0, 10), sessions: sessions.slice(0, 1), note: '全员学习' }
}

interface Building { services: Services; demo: Demo; institutionId: string; root: UnitPlace }

export function found<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name)
  if (value === undefined) throw new Error(`the demonstration has no ${name}`)
  return value
}

async function createUnits({ services, demo, institutionId, root }: Building): Promise<Map<string, UnitPlace>> {
  const units = new Map<string, UnitPlace>()
  for (const { name, kind, parent, phone, room } of demo.units) {
    const above = parent === null ? root : found(units, parent)
    const id = services.newId()
    await insertUnit(services.db, { institutionId, id, parentId: above.id, kind, name, registerCode: null, phone, room })
    units.set(name, { id, path: [...above.path, id] })
  }
  return units
}

async function createPeople({ services, demo, institutionId, root }: Building, units: ReadonlyMap<string, UnitPlace>): Promise<Map<string, Staff>> {
  const staff = new Map<string, Staff>()
  const placeOf = (unit: string | null): UnitPlace => (unit === null ? root : found(units, unit))
  const workingTime = await workingTimeOf(services.db, institutionId)
  for (const person of demo.people) {
    const personId = services.newId()
    const unit = placeOf(person.unit)
    const roles = (person.roles ?? []).map(([role, of]) => ({ role, unitId: placeOf(of).id }))
    await insertPerson(services.db, {
      institutionId, id: personId, unitId: unit.id, name: person.name, login: person.login, post: person.post, phone: person.phone, room: person.room,
      demoRole: person.demoRole ?? null, roles,
    })
    staff.set(person.name, {
      kind: 'staff', personId, institutionId, unitId: unit.id, unitPath: unit.path, name: person.name, roles, team: [], standsInFor: [], heads: headedBy(person, placeOf, [root, ...units.values()]),
      passwordChangeNeeded: false, scope: 'session', sessionDigest: null, workingTime,
    })
  }
  return staff
}

/** As `headedBy` of the access store works it out: everything below the units that one heads or leads. */
function headedBy(person: DemoPerson, placeOf: (unit: string | null) => UnitPlace, units: readonly UnitPlace[]): string[] {
  const headed = (person.roles ?? []).flatMap(([role, unit]) => (role === 'head' || role === 'leader' ? [placeOf(unit).id] : []))
  return units.filter(({ path }) => path.some((above) => headed.includes(above))).map(({ id }) => id)
}

async function createMatters({ services, demo, institutionId }: Building, units: ReadonlyMap<string, UnitPlace>, staff: ReadonlyMap<string, Staff>): Promise<Map<string, string>> {
  const matters = new Map<string, string>()
  const changes = demo.matters.map((matter): MatterChange => {
    const id = services.newId()
    matters.set(matter.name, id)
    return { id, document: documentOf(matter, { unitId: found(units, matter.unit).id, personId: found(staff, matter.person).personId }) }
  })
  await publishEdition(services.db, { institutionId, at: services.clock(), by: null, note: '首次发布', algorithm: services.ledgerAlgorithm }, changes)
  return matters
}

function documentOf({ name, category, keywords, papers = [], days, hours, citation, conditions, procedure, answer, synonyms = [], everyday = false }: Demo['matters'][number], owner: { unitId: string; personId: string }): MatterDocument {
  return {
    name, ...owner, postId: null, category, synonyms, keywords: [...new Set(keywords.split(' '))], examples: [], papers: papers.map(paperOf), conditions: conditions ?? null, procedure: procedure ?? null, fee: null, feeBasis: null,
    statutoryDays: null, workingDays: days === 0 ? null : days, promised: hours === undefined ? null : { amount: hours, unit: 'naturalHours' }, room: null, phone: null, validFrom: null, validUntil: null, onSpot: answer !== undefined, lenient: false,
    citationRequired: false, everyday, citation: citation ?? null, answer: answer ?? null,
  }
}
