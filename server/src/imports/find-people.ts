import { FAULTS, type FaultText } from './faults.ts'
import type { Mapping } from './mapping.ts'
import type { Directory, DirectoryPerson, DirectoryUnit } from './store.ts'

/** A person in the unit for which they acted. */
export interface Found { personId: string; unitId: string; hasLeft: boolean; name: string }
type Search<Value> = { ok: true; found: Value } | { ok: false; fault: FaultText }

/** Registers write 李文（窗口）, 李文、王强: the first name counts. */
function nameIn(text: string): string {
  return text.normalize('NFKC').replace(/[(（【[].*?[)）】\]]/g, ' ').split(/[、,，;；/\s]+/).find((part) => part !== '') ?? ''
}

/** By name inside the unit and below it, or by whom the mapping says it is. */
export function findPerson(directory: Directory, mapping: Mapping, { text, unit }: { text: string; unit: DirectoryUnit }): Search<Found> {
  const name = nameIn(text)
  const alias = mapping.people[text] ?? mapping.people[name]
  const byLogin = alias === undefined ? undefined : directory.people.find((person) => person.login === alias)
  if (byLogin) return { ok: true, found: inUnit(directory, byLogin, unit) }
  const called = directory.people.filter((person) => person.name === (alias ?? name))
  const inside = called.filter((person) => isBelow(directory, person.unit_id, unit.id))
  // A name that the mapping gives may be anybody's in the institution; one in the register has to be of the unit.
  const candidates = inside.length > 0 ? inside : alias === undefined ? [] : called
  const here = candidates.filter((person) => !person.has_left)
  const [first, second] = here.length > 0 ? here : candidates
  if (!first) return { ok: false, fault: FAULTS.personUnknown(name) }
  return second ? { ok: false, fault: FAULTS.personAmbiguous(name) } : { ok: true, found: inUnit(directory, first, unit) }
}

/** Somebody who has moved on acted for the unit all the same. */
function inUnit(directory: Directory, person: DirectoryPerson, unit: DirectoryUnit): Found {
  return { personId: person.id, unitId: isBelow(directory, person.unit_id, unit.id) ? person.unit_id : unit.id, hasLeft: person.has_left, name: person.name }
}

function isBelow(directory: Directory, unitId: string, above: string): boolean {
  return directory.units.find((unit) => unit.id === unitId)?.path.includes(above) ?? false
}

/** By name, or by the name or register code that the mapping gives. */
export function findUnit(directory: Directory, mapping: Mapping, text: string): Search<DirectoryUnit> {
  const name = mapping.units[text] ?? text
  const [first, second] = directory.units.filter((unit) => unit.name === name || unit.register_code === name)
  if (!first) return { ok: false, fault: FAULTS.unitUnknown(text) }
  return second ? { ok: false, fault: FAULTS.unitAmbiguous(text) } : { ok: true, found: first }
}

export function headOfUnit(directory: Directory, unit: DirectoryUnit): Search<Found> {
  const person = directory.people.find((candidate) => candidate.id === directory.heads.get(unit.id) && !candidate.has_left)
  return person ? { ok: true, found: { personId: person.id, unitId: unit.id, hasLeft: false, name: person.name } } : { ok: false, fault: FAULTS.unitWithoutHead(unit.name) }
}
