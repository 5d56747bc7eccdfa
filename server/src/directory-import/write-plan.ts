import type { MatterValues, Planned, PersonValues, PostValues, UnitValues } from '@daodi/domain/directory/import-shape.ts'
import type { ImportPlan } from '@daodi/domain/directory/plan-import.ts'
import type { Writes } from '../database/write-together.ts'
import { draftRows, type Drafting } from '../matters/store-drafts.ts'
import type { PlacedDirectory } from './store.ts'
import {
  changedPeople, changedPosts, changedUnits, formerGrants, formerHoldings, formerUnitRoles, freedNames, newGrants, newHoldings, newPeople, newPosts, newUnitRoles, newUnits,
  type GrantWrite, type HolderWrite, type PersonWrite, type PostWrite, type RoleWrite, type UnitWrite,
} from './store-write.ts'

const orNull = (text: string): string | null => (text === '' ? null : text)
const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

interface Written { ids: Map<string, string>; freed: Writes; writes: Writes }

/** What is new and what is different, in two goes: `freed` gives way to `writes`. With the ids of what is new by its key. */
export function planWrites(newId: () => string, drafting: Drafting, plan: ImportPlan, known: PlacedDirectory): Written {
  const { institutionId } = drafting
  const ids = new Map<string, string>()
  for (const { key, isNew } of [...plan.units, ...plan.posts, ...plan.people, ...plan.matters]) ids.set(key, isNew ? newId() : key)
  const idOf = (key: string): string => ids.get(key) ?? key
  const units = unitWrites(plan.units, known, idOf)
  const posts = postWrites(plan.posts, idOf)
  const people = peopleWrites(plan, idOf)
  const roles = unitRoles(plan, idOf)
  return {
    ids,
    freed: {
      units: freedNames('units', institutionId, units.changed), posts: freedNames('posts', institutionId, posts.changed), holdings: formerHoldings(institutionId, people.holdings),
      grants: formerGrants(institutionId, people.grants), roles: formerUnitRoles(institutionId, roles),
    },
    writes: {
      changed_units: changedUnits(institutionId, units.changed), units: newUnits(institutionId, units.added), changed_posts: changedPosts(institutionId, posts.changed), posts: newPosts(institutionId, posts.added),
      people: newPeople(institutionId, people.added), changed_people: changedPeople(institutionId, people.changed), holdings: newHoldings(institutionId, people.holdings),
      grants: newGrants(institutionId, people.grants), roles: newUnitRoles(institutionId, roles), drafts: draftRows(drafting, plan.matters.filter(isDifferent).map((one) => draftOf(one, plan, idOf))),
    },
  }
}

/** What a workbook says of a matter waits for the next edition like any other draft. */
function draftOf({ key, values }: Planned<MatterValues>, plan: ImportPlan, idOf: (key: string) => string) {
  const { document, unitKey, postKey, login } = values
  const unitId = idOf(unitKey)
  const personId = login === null ? null : plan.index.people.known(login)?.id ?? idOf(`new:${login}`)
  return { id: idOf(key), name: document.name, unitId, document: { ...document, unitId, postId: postKey === null ? null : idOf(postKey), personId } }
}

const isDifferent = (one: Planned<unknown>): boolean => one.isNew || one.fields.length > 0

/** A new unit comes last among its neighbours, under the policy that its parent has. */
function unitWrites(units: readonly Planned<UnitValues>[], known: PlacedDirectory, idOf: (key: string) => string): { added: UnitWrite[]; changed: UnitWrite[] } {
  const places = new Map(known.units.map(({ id, path, policyDigest }) => [id, { path, policyDigest }]))
  const positions = new Map<string, number>()
  for (const { parentId, position } of known.units) if (parentId !== null) positions.set(parentId, Math.max(position, positions.get(parentId) ?? -1))
  const [added, changed]: [UnitWrite[], UnitWrite[]] = [[], []]
  for (const { key, isNew, name, values, fields } of units) {
    if (!isNew && fields.length === 0) continue
    const id = idOf(key)
    const write = {
      id, parentId: null, path: [], kind: values.kind, name: nameIn(name), registerCode: orNull(values.registerCode), phone: orNull(values.phone), room: orNull(values.room), duties: orNull(values.duties),
      authority: orNull(values.authority), policyDigest: null, position: 0,
    }
    if (!isNew || values.parentKey === null) { changed.push(write); continue }
    const parentId = idOf(values.parentKey)
    const above = places.get(parentId)
    if (!above) throw new Error('a unit is planned after the one above it')
    const place = { path: [...above.path, id], policyDigest: above.policyDigest }
    places.set(id, place)
    const position = (positions.get(parentId) ?? -1) + 1
    positions.set(parentId, position)
    added.push({ ...write, ...place, parentId, position })
  }
  return { added, changed }
}

function postWrites(posts: readonly Planned<PostValues>[], idOf: (key: string) => string): { added: PostWrite[]; changed: PostWrite[] } {
  const write = ({ key, name, values }: Planned<PostValues>): PostWrite => ({
    id: idOf(key), unitId: idOf(values.unitKey), name: nameIn(name), duties: orNull(values.duties), authority: orNull(values.authority), limits: orNull(values.limits), rank: values.rank,
    languages: values.languages, qualifications: values.qualifications,
  })
  return { added: posts.filter((one) => one.isNew).map(write), changed: posts.filter((one) => !one.isNew && isDifferent(one)).map(write) }
}

function peopleWrites(plan: ImportPlan, idOf: (key: string) => string): { added: PersonWrite[]; changed: PersonWrite[]; holdings: HolderWrite[]; grants: GrantWrite[] } {
  const write = ({ key, name, values }: Planned<PersonValues>): PersonWrite => ({
    id: idOf(key), unitId: idOf(values.unitKey), login: values.login, name, title: orNull(values.title), phones: values.phones, rooms: values.rooms, languages: values.languages,
    qualifications: values.qualifications, employment: values.employment,
  })
  const different = plan.people.filter(isDifferent)
  const grants = different.flatMap(({ key, values }): GrantWrite[] => {
    if (!values.roles) return []
    const was = plan.index.people.known(values.login)?.unitId
    const unitId = idOf(values.unitKey)
    return [{ personId: idOf(key), unitId, unitIds: was === undefined || was === unitId ? [unitId] : [unitId, was], roles: values.roles }]
  })
  return {
    added: different.filter((one) => one.isNew).map(write), changed: different.filter((one) => !one.isNew).map(write), grants,
    holdings: different.flatMap(({ key, values }) => (values.posts ? [{ personId: idOf(key), postIds: values.posts.map(idOf) }] : [])),
  }
}

function unitRoles(plan: ImportPlan, idOf: (key: string) => string): RoleWrite[] {
  const personId = (login: string): string => plan.index.people.known(login)?.id ?? idOf(`new:${login}`)
  return plan.units.filter(isDifferent).flatMap(({ key, values }) => Object.entries(values.roles).map(([role, logins]) => ({ unitId: idOf(key), role, personIds: logins.map(personId) })))
}
