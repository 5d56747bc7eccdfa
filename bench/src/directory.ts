import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { secretDigest } from '@daodi/server/access/store.ts'
import type { Connection } from '@daodi/server/database/connect.ts'
import { writeWorkbook, type DirectoryLines } from '@daodi/server/directory-import/write-workbook.ts'
import type { Place } from './place.ts'
import { matterTexts } from './words.ts'

/** How long it took to bring a whole directory by workbook: to try it out, to apply it, to publish its matters. */
export interface DirectoryFigures { units: number; people: number; matters: number; rows: number; checkSeconds: number; applySeconds: number; publishSeconds: number }

const GROUPS_A_UNIT = 10
const PEOPLE_A_GROUP = 25
/** Of a group on one day; the rest has a day off. */
const ON_DUTY = 8
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平'

type Send = (method: string, path: string, body?: object | FormData) => Promise<Record<string, string>>

/**
 * Brings five thousand people and two thousand matters into the bureau as an administrator does, publishes the matters,
 * and plans around-the-clock shifts of yesterday, today and tomorrow.
 */
export async function bringDirectory(connection: Connection, place: Place, base: string): Promise<DirectoryFigures> {
  const lines = linesFor(place)
  const workbook = await bytesOf(lines)
  const send = await administratorOf(connection, place, base)
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(workbook)]), '名录.xlsx')
  const checked = await timed(() => send('POST', '/api/staff/directory/imports', form))
  if (!checked.value['id']) throw new Error(`the workbook has problems: ${JSON.stringify(checked.value).slice(0, 500)}`)
  const applied = await timed(() => send('POST', `/api/staff/directory/imports/${checked.value['id']}/application`, { digest: checked.value['digest'] }))
  const published = await timed(() => send('POST', '/api/staff/matter-editions', {}))
  await connection.pool.query('analyze')
  const sizes = { units: [...lines.units].length, people: [...lines.people].length, matters: [...lines.matters].length }
  return { ...sizes, rows: Object.values(lines).reduce((sum, rows) => sum + [...rows].length, 0), checkSeconds: checked.seconds, applySeconds: applied.seconds, publishSeconds: published.seconds }
}

/** A third of every group is on duty at any hour of yesterday, today and tomorrow. */
export async function planDuty(connection: Connection, place: Place, base: string): Promise<void> {
  const send = await administratorOf(connection, place, base)
  const groups = await connection.db.selectFrom('units').select('id').where('institution_id', '=', place.institutionId).where('kind', '=', 'window').execute()
  const days = [-1, 0, 1].map((shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10))
  for (const { id } of groups) {
    const people = await connection.db.selectFrom('people').select('id').where('institution_id', '=', place.institutionId).where('unit_id', '=', id).orderBy('id').execute()
    const { id: kindId } = await send('POST', `/api/staff/units/${id}/shift-kinds`, { name: '全天', from: '00:00', to: '00:00', weekdays: [1, 2, 3, 4, 5, 6, 7] })
    await send('POST', `/api/staff/units/${id}/roster`, { add: days.flatMap((day, at) => people.slice(at * ON_DUTY, (at + 1) * ON_DUTY).map((person) => ({ kindId, personId: person.id, day }))) })
  }
  await connection.pool.query('analyze shifts')
}

/** Matters by what they are about, for cases that ask about it. */
export async function mattersByObject({ db }: Connection, place: Place): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.selectFrom('matters').select(['id', 'name']).where('institution_id', '=', place.institutionId).orderBy('name').execute()
  const objects = new Map(matterTexts().map(({ name, object }) => [name, object]))
  const found = new Map<string, string[]>()
  for (const { id, name } of rows) {
    const object = objects.get(name) ?? ''
    found.set(object, [...found.get(object) ?? [], id])
  }
  return found
}

function linesFor({ units }: Place): DirectoryLines {
  const groups = units.flatMap((unit, index) => Array.from({ length: GROUPS_A_UNIT }, (_, at) => ({ name: `第${index + 1}科${at + 1}组`, parent: `第${index + 1}科` })))
  const matters = matterTexts()
  const groupOf = (index: number): string => groups[Math.floor(index * groups.length / matters.length)]?.name ?? ''
  return {
    units: groups.map((group) => ({ ...group, kind: '窗口', duties: `受理并办理本组职责范围内的各项申请` })),
    posts: groups.map(({ name }) => ({ unit: name, name: '综合受理', duties: '受理申请，答复询问，转告进展' })),
    people: groups.flatMap(({ name: unit }, group) => Array.from({ length: PEOPLE_A_GROUP }, (_, seat) => personLine(unit, group * PEOPLE_A_GROUP + seat))),
    matters: matters.map(({ name, synonym, object, example }, index) => ({
      name, unit: groupOf(index), post: '综合受理', category: '申办', synonyms: synonym, keywords: `${groupOf(index)}${object}`, examples: example, procedure: '申请、受理、审查、决定、送达', workingDays: String(3 + index % 15),
    })),
    papers: matters.flatMap(({ name }) => ['申请表', '身份证明'].map((paper) => ({ matter: name, name: paper, copies: '1', form: '原件或复印件' }))),
  }
}

function personLine(unit: string, index: number): Record<string, string> {
  const at = (letters: string, step: number): string => letters[Math.floor(index / step) % letters.length] ?? ''
  return { login: `staff${String(index).padStart(5, '0')}`, name: `${at(SURNAMES, 1)}${at(GIVEN, 20)}${at(GIVEN, 400)}`, unit, posts: '综合受理', title: '科员', phones: `0555-${6_000_000 + index}`, rooms: String(100 + index % 900), employment: '正式' }
}

async function bytesOf(lines: DirectoryLines): Promise<Buffer> {
  const stream = new PassThrough()
  const [bytes] = await Promise.all([buffer(stream), writeWorkbook(stream, lines)])
  return bytes
}

/** Signed in as the administrator, as a browser is. */
async function administratorOf({ db }: Connection, place: Place, base: string): Promise<Send> {
  const value = randomBytes(32).toString('base64url')
  const at = new Date().toISOString()
  await db.insertInto('sessions').values({ digest: secretDigest(value), institution_id: place.institutionId, person_id: place.administratorId, created_at: at, seen_at: at }).execute()
  return async (method, path, body) => {
    const headers: Record<string, string> = { cookie: `daodi_session=${value}`, ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }) }
    const response = await fetch(`${base}${path}`, { method, headers, ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }) })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${text.slice(0, 500)}`)
    return JSON.parse(text) as Record<string, string>
  }
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const started = performance.now()
  const value = await work()
  return { value, seconds: Math.round((performance.now() - started) / 10) / 100 }
}
