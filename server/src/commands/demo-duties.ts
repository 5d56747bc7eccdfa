import { writeTogether } from '../database/write-together.ts'
import { deskStaff, insertDesk } from '../directory/store-desks.ts'
import { groupMembers, insertGroup } from '../directory/store-groups.ts'
import { insertOutside } from '../directory/store-outside.ts'
import { personMark } from '../directory/store-accounts.ts'
import { holdPost } from '../directory/store-people.ts'
import { insertPost, postHolders } from '../directory/store-posts.ts'
import { updateUnitFields } from '../directory/store-units.ts'
import type { Services } from '../http/route.ts'
import type { DemoDuties } from './demo/catalog.ts'

interface Place { services: Services; institutionId: string; unitId: (name: string | null) => string; personId: (name: string) => string }

/** What a demonstration's directory says besides names: duties, posts, desks, groups, other organisations. Answers at which desk who sits. */
export async function createDuties({ services: { db, newId }, institutionId, unitId, personId }: Place, duties: DemoDuties): Promise<Map<string, string>> {
  const desks = new Map<string, string>()
  for (const [unit, answersFor, authority] of duties.units) await updateUnitFields(db, institutionId, unitId(unit), { duties: answersFor, authority })
  for (const [name, [languages, qualifications]] of Object.entries(duties.attainments)) await personMark(db, institutionId, personId(name), { languages, qualifications })?.execute()
  for (const [unit, post, person] of duties.roles) await holdPost(db, { institutionId, unitId: unitId(unit), post, personId: personId(person) })
  for (const { unit, holders, ...post } of duties.posts) {
    const id = newId()
    await insertPost(db, { ...post, institutionId, id, unitId: unitId(unit) })
    await writeTogether(db, postHolders(institutionId, id, holders.map((name) => ({ personId: personId(name), exceptionReason: null }))))
  }
  for (const { unit, staff, ...desk } of duties.desks) {
    const id = newId()
    await insertDesk(db, { ...desk, institutionId, id, unitId: unitId(unit) })
    await writeTogether(db, deskStaff(institutionId, id, staff.map(personId)))
    for (const name of staff) desks.set(name, id)
  }
  for (const { unit, manager, members, ...group } of duties.groups) {
    const id = newId()
    await insertGroup(db, { ...group, institutionId, id, unitId: unitId(unit), managerId: personId(manager) })
    await writeTogether(db, groupMembers(institutionId, id, members.map((name) => ({ personId: personId(name), part: 'member' }))))
  }
  for (const contact of duties.outside) await insertOutside(db, { ...contact, institutionId, id: newId() })
  return desks
}
