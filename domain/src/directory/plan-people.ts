import { GIVEN_ROLES, type Fault, type KnownDirectory, type KnownPerson, type PersonValues, type Planned, type SheetRow } from './import-shape.ts'
import type { PersonIndex } from './person-index.ts'
import { type PostIndex, unitIn } from './plan-posts.ts'
import { changesOf } from './plan-units.ts'
import { CellReader, joined } from './read-cells.ts'
import { lacking } from './requirements.ts'
import { personKeys } from './same-person.ts'
import type { UnitNode, UnitTree } from './unit-tree.ts'

export const EMPLOYMENTS = { regular: '正式', dispatched: '派遣', temporary: '临时' } as const
export const ROLE_WORDS = { receptionist: '接待员', head: '科室负责人', leader: '领导', supervisor: '督查员' } as const
const STATES = { here: '在职', left: '停用' } as const
const LOGIN = /^[a-z][a-z0-9._-]{2,31}$/

interface Scene { known: KnownDirectory; tree: UnitTree; people: PersonIndex; posts: PostIndex; faults: Fault[] }
interface Seen {
  logins: Map<string, number>
  keys: Map<string, number>
  /** Of those who work here and have no row. */
  others: ReadonlyMap<string, string>
}

/** What the rows of the sheet 人员 would do. Everybody belongs to one institution and one unit, and has one row. */
export function planPeople(rows: readonly SheetRow[], scene: Scene): Planned<PersonValues>[] {
  const seen: Seen = { logins: new Map(), keys: new Map(), others: keysOfOthers(rows, scene.known) }
  return rows.flatMap((row) => {
    const cells = new CellReader('people', row, scene.faults)
    const login = cells.needed('login', 32).toLowerCase()
    if (login !== '' && !LOGIN.test(login) && !scene.people.known(login)) cells.fault('login', 'login-format', { value: login })
    if (scene.known.loginsElsewhere.has(login)) cells.fault('login', 'login-elsewhere', { value: login })
    const before = login === '' ? undefined : seen.logins.get(login)
    if (before !== undefined) cells.fault('login', 'twice', { row: String(before) })
    seen.logins.set(login, row.row)
    const name = cells.needed('name', 60)
    const unit = unitIn(cells, scene.tree)
    return unit && login !== '' && before === undefined ? [planned(row, { ...scene, cells, login, name, unit, seen })] : []
  })
}

function planned(row: SheetRow, at: Scene & { cells: CellReader; login: string; name: string; unit: UnitNode; seen: Seen }): Planned<PersonValues> {
  const { cells, login, name, people } = at
  const was = people.known(login)
  const state = cells.choice('state', STATES, was?.disabled ? 'left' : 'here')
  if ((state === 'left') !== (was?.disabled ?? false)) cells.fault('state', 'state-fixed')
  const values = valuesOf(at, was)
  const isSame = was?.name === name && personKeys(name, was.phones).join() === personKeys(name, values.phones).join()
  refuseTwice(row, at, { phones: values.phones, isSame })
  if (values.posts) refuseUnqualified(at, was, values)
  const fields = changesOf(was ? shownPerson(was, at) : {}, shownValues(at, name, values))
  return { sheet: 'people', row: row.row, key: was?.id ?? `new:${login}`, isNew: !was, name, fields, values }
}

function valuesOf(at: Scene & { cells: CellReader; login: string; unit: UnitNode }, was: KnownPerson | null): PersonValues {
  const { cells, login, unit } = at
  return {
    login, unitKey: unit.key, title: cells.line('title', 40, was?.title), phones: cells.phones('phones', was?.phones), rooms: cells.list('rooms', { most: 11, known: was?.rooms }),
    languages: cells.list('languages', { known: was?.languages }), qualifications: cells.list('qualifications', { known: was?.qualifications }),
    employment: cells.choice('employment', EMPLOYMENTS, was?.employment), posts: postsOf(at), roles: rolesOf(cells),
  }
}

function shownValues(at: Scene & { unit: UnitNode }, name: string, values: PersonValues): Record<string, string> {
  return {
    name, unit: at.unit.path, title: values.title, phones: joined(values.phones), rooms: joined(values.rooms), languages: joined(values.languages), qualifications: joined(values.qualifications),
    employment: employmentWord(values.employment), ...(values.posts && { posts: shownPosts(values.posts, at.unit.key, at) }), ...(values.roles && { roles: shownRoles(values.roles) }),
  }
}

const employmentWord = (code: string): string => EMPLOYMENTS[code as keyof typeof EMPLOYMENTS] ?? ''
const shownRoles = (roles: readonly string[]): string => joined(roles.map((role) => ROLE_WORDS[role as keyof typeof ROLE_WORDS]).toSorted())

function keysOfOthers(rows: readonly SheetRow[], known: KnownDirectory): Map<string, string> {
  const named = new Set(rows.map((row) => (row.cells['login'] ?? '').toLowerCase()))
  return new Map(known.people.filter(({ login, disabled }) => !disabled && !named.has(login)).flatMap((person) => personKeys(person.name, person.phones).map((key) => [key, person.login] as const)))
}

/** The same name with the same mobile phone under another login is one person entered in two places. What stood there before is left alone. */
function refuseTwice(row: SheetRow, { cells, name, seen, known }: Pick<Scene, 'known'> & { cells: CellReader; name: string; seen: Seen }, { phones, isSame }: { phones: readonly string[]; isSame: boolean }): void {
  for (const key of personKeys(name, phones)) {
    const before = seen.keys.get(key)
    const login = seen.others.get(key)
    if (before !== undefined) cells.fault('name', 'person-twice', { row: String(before) })
    else if (!isSame && login !== undefined) cells.fault('name', 'person-known', { login })
    else if (!isSame && known.keysElsewhere.has(key)) cells.fault('name', 'person-elsewhere')
    seen.keys.set(key, row.row)
  }
}

function postsOf({ cells, unit, tree, posts }: Scene & { cells: CellReader; unit: UnitNode }): string[] | undefined {
  if (!cells.has('posts')) return undefined
  return cells.list('posts', { max: 460 }).flatMap((word) => {
    const cut = word.lastIndexOf('/')
    const place = cut < 0 ? unit : tree.find(word.slice(0, cut))
    const key = typeof place === 'string' ? undefined : posts.at(place.key, word.slice(cut + 1).trim())
    if (key === undefined) cells.fault('posts', 'post-unknown', { value: word.slice(0, 80), unit: unit.path })
    return key === undefined ? [] : [key]
  })
}

function rolesOf(cells: CellReader): string[] | undefined {
  if (!cells.has('roles')) return undefined
  return cells.list('roles').flatMap((word) => {
    const role = GIVEN_ROLES.find((one) => one === word || ROLE_WORDS[one] === word)
    if (!role) cells.fault('roles', 'not-in-list', { value: word.slice(0, 40), list: Object.values(ROLE_WORDS).join('、') })
    return role ? [role] : []
  })
}

/** Whoever holds a post already by a recorded exception keeps it. */
function refuseUnqualified({ cells, posts }: Scene & { cells: CellReader }, was: KnownPerson | null, values: PersonValues): void {
  for (const key of values.posts ?? []) {
    const post = posts.byKey.get(key)
    const missing = post && !was?.posts.some((held) => held.id === key && held.isException) ? lacking(post, values) : []
    if (missing.length > 0) cells.fault('posts', 'holder-not-qualified', { post: post?.name ?? '', missing: missing.join('、') })
  }
}

function shownPosts(keys: readonly string[], unitKey: string, { tree, posts }: Scene): string {
  return joined(keys.flatMap((key) => {
    const post = posts.byKey.get(key)
    return post ? [post.unitKey === unitKey ? post.name : `${tree.byKey.get(post.unitKey)?.path ?? ''}/${post.name}`] : []
  }).toSorted())
}

/** As the sheet shows it. */
export function shownPerson(person: KnownPerson, scene: Scene): Record<string, string> {
  return {
    name: person.name, unit: scene.tree.byKey.get(person.unitId)?.path ?? '', title: person.title ?? '', phones: joined(person.phones), rooms: joined(person.rooms), languages: joined(person.languages),
    qualifications: joined(person.qualifications), employment: employmentWord(person.employment), posts: shownPosts(person.posts.map((post) => post.id), person.unitId, scene),
    roles: shownRoles(person.roles), state: person.disabled ? STATES.left : STATES.here,
  }
}
