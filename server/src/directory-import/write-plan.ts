import type { MatterValues, Planned, PersonValues, PostValues, UnitValues } from '@daodi/domain/directory/import-shape.ts'
import type { ImportPlan } from '@daodi/domain/directory/plan-import.ts'
import type { Db, Services } from '../http/route.ts'
import { saveDrafts, type Drafting } from '../matters/store-drafts.ts'
import {
  insertPeople, insertPosts, insertUnits, lastPositions, policyBelow, replaceHoldings, replaceOwnGrants, replaceUnitRoles, unitPaths, updatePeople, updatePosts, updateUnits, type PersonWrite, type PostWrite, type UnitWrite,
} from './store-write.ts'

const orNull = (text: string): string | null => (text === '' ? null : text)
const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Writes what is new and what is different, each table in a statement or two; returns the ids of what is new by its key. */
export async function writePlan({ db, newId }: Services, drafting: Drafting, plan: ImportPlan): Promise<Map<string, string>> {
  const { institutionId } = drafting
  const ids = new Map<string, string>()
  for (const { key, isNew } of [...plan.units, ...plan.posts, ...plan.people, ...plan.matters]) ids.set(key, isNew ? newId() : key)
  const idOf = (key: string): string => ids.get(key) ?? key
  await writeUnits(db, institutionId, { units: plan.units, idOf })
  await writePosts(db, institutionId, { posts: plan.posts, idOf })
  await writePeople(db, institutionId, { plan, idOf })
  await writeUnitRoles(db, institutionId, { plan, idOf })
  await saveDrafts(db, drafting, plan.matters.filter(isDifferent).map((one) => draftOf(one, plan, idOf)))
  return ids
}

/** What a workbook says of a matter waits for the next edition like any other draft. */
function draftOf({ key, values }: Planned<MatterValues>, plan: ImportPlan, idOf: (key: string) => string) {
  const { document, unitKey, postKey, login } = values
  const unitId = idOf(unitKey)
  const personId = login === null ? null : plan.index.people.known(login)?.id ?? idOf(`new:${login}`)
  return { id: idOf(key), name: document.name, unitId, document: { ...document, unitId, postId: postKey === null ? null : idOf(postKey), personId } }
}

const isDifferent = (one: Planned<unknown>): boolean => one.isNew || one.fields.length > 0

async function writeUnits(db: Db, institutionId: string, { units, idOf }: { units: readonly Planned<UnitValues>[]; idOf: (key: string) => string }): Promise<void> {
  const paths = await unitPaths(db, institutionId)
  const positions = await lastPositions(db, institutionId, units.flatMap(({ values }) => (values.parentKey !== null && paths.has(idOf(values.parentKey)) ? [idOf(values.parentKey)] : [])))
  const digests = new Map<string, string>()
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
    const path = [...paths.get(parentId) ?? [], id]
    paths.set(id, path)
    const position = (positions.get(parentId) ?? -1) + 1
    positions.set(parentId, position)
    const policyDigest = digests.get(parentId) ?? await policyBelow(db, institutionId, parentId)
    digests.set(parentId, policyDigest).set(id, policyDigest)
    added.push({ ...write, parentId, path, policyDigest, position })
  }
  await updateUnits(db, institutionId, changed)
  await insertUnits(db, institutionId, added)
}

async function writePosts(db: Db, institutionId: string, { posts, idOf }: { posts: readonly Planned<PostValues>[]; idOf: (key: string) => string }): Promise<void> {
  const write = ({ key, name, values }: Planned<PostValues>): PostWrite => ({
    id: idOf(key), unitId: idOf(values.unitKey), name: nameIn(name), duties: orNull(values.duties), authority: orNull(values.authority), limits: orNull(values.limits), rank: values.rank,
    languages: values.languages, qualifications: values.qualifications,
  })
  await updatePosts(db, institutionId, posts.filter((one) => !one.isNew && isDifferent(one)).map(write))
  await insertPosts(db, institutionId, posts.filter((one) => one.isNew).map(write))
}

async function writePeople(db: Db, institutionId: string, { plan, idOf }: { plan: ImportPlan; idOf: (key: string) => string }): Promise<void> {
  const write = ({ key, name, values }: Planned<PersonValues>): PersonWrite => ({
    id: idOf(key), unitId: idOf(values.unitKey), login: values.login, name, title: orNull(values.title), phones: values.phones, rooms: values.rooms, languages: values.languages,
    qualifications: values.qualifications, employment: values.employment,
  })
  const different = plan.people.filter(isDifferent)
  await insertPeople(db, institutionId, different.filter((one) => one.isNew).map(write))
  await updatePeople(db, institutionId, different.filter((one) => !one.isNew).map(write))
  await replaceHoldings(db, institutionId, different.flatMap(({ key, values }) => (values.posts ? [{ personId: idOf(key), postIds: values.posts.map(idOf) }] : [])))
  await replaceOwnGrants(db, institutionId, different.flatMap(({ key, values }) => {
    if (!values.roles) return []
    const was = plan.index.people.known(values.login)?.unitId
    const unitId = idOf(values.unitKey)
    return [{ personId: idOf(key), unitId, unitIds: was === undefined || was === unitId ? [unitId] : [unitId, was], roles: values.roles }]
  }))
}

async function writeUnitRoles(db: Db, institutionId: string, { plan, idOf }: { plan: ImportPlan; idOf: (key: string) => string }): Promise<void> {
  const personId = (login: string): string => plan.index.people.known(login)?.id ?? idOf(`new:${login}`)
  await replaceUnitRoles(db, institutionId, plan.units.filter(isDifferent).flatMap(({ key, values }) =>
    Object.entries(values.roles).map(([role, logins]) => ({ unitId: idOf(key), role, personIds: logins.map(personId) }))))
}
