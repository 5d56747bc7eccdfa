import type { Db } from '../http/route.ts'
import { spellings } from './store-spellings.ts'

export interface NewPerson {
  institutionId: string
  id: string
  unitId: string
  name: string
  login: string
  post?: string | null
  phone?: string | null
  room?: string | null
  otherPhones?: string[] | undefined
  otherRooms?: string[] | undefined
  languages?: string[] | undefined
  qualifications?: string[] | undefined
  employment?: 'regular' | 'dispatched' | 'temporary' | undefined
  passwordHash?: string | null
  passwordSetByOther?: boolean
  demoRole?: string | null
  roles?: { role: 'receptionist' | 'head' | 'leader' | 'supervisor' | 'administrator'; unitId: string }[]
}

export async function insertPerson(db: Db, person: NewPerson): Promise<void> {
  const { institutionId, id, unitId, name, login, roles = [] } = person
  await db.insertInto('people').values({
    institution_id: institutionId, id, unit_id: unitId, name, login, ...spellings(name), post: person.post ?? null, phone: person.phone ?? null, room: person.room ?? null,
    other_phones: person.otherPhones ?? [], other_rooms: person.otherRooms ?? [], languages: person.languages ?? [], qualifications: person.qualifications ?? [], employment: person.employment ?? 'regular',
    password_hash: person.passwordHash ?? null, password_set_by_other: person.passwordSetByOther ?? false, demo_role: person.demoRole ?? null,
  }).execute()
  if (roles.length > 0) await db.insertInto('grants').values(roles.map((grant) => ({ institution_id: institutionId, person_id: id, role: grant.role, unit_id: grant.unitId }))).execute()
}

export async function holdPost(db: Db, held: { institutionId: string; unitId: string; post: string; personId: string }): Promise<void> {
  await db.insertInto('unit_posts').values({ institution_id: held.institutionId, unit_id: held.unitId, post: held.post, person_id: held.personId }).onConflict((conflict) => conflict.doNothing()).execute()
}
