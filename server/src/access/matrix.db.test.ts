import { rm } from 'node:fs/promises'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '@daodi/contract/operations.ts'
import type { Operation } from '@daodi/contract/operation.ts'
import { formOf, ownDataFolder } from '../attachments/testing-upload.ts'
import { insertPerson } from '../directory/store-people.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { hashPassword, storePassword } from './store-credentials.ts'
import { MATRIX } from './testing-matrix.ts'
import { CALLERS, WHERE, type Caller, type Outcome, type Row, type Subject, type Where } from './testing-rows.ts'
import { sessionFor, sessionOf, tokenFor } from './testing-sessions.ts'
import { OWNERS, Subjects, type Prepared } from './testing-subjects.ts'

const PEOPLE: Partial<Record<Caller, Who>> = {
  participant: 'qian', colleague: 'zhou', head: 'sun', otherUnit: 'li', office: 'an', leader: 'bao', supervisor: 'wu', administrator: 'guan', outsider: 'out',
}
const SCOPES: Partial<Record<Caller, 'read' | 'register' | 'act'>> = { tokenRead: 'read', tokenRegister: 'register', tokenAct: 'act' }

let world: World
let folder: string
let unitAdministrator: string
let subjects: Subjects
let lasting: Record<Where, Omit<Subject, 'fresh'>>
let fresh = 0

beforeAll(async () => {
  world = await makeWorld()
  folder = await ownDataFolder(world)
  await storePassword(world.db, { institutionId: world.institutionId, personId: world.people.qian, passwordHash: await hashPassword('门前的三棵高大的白杨树'), setByOther: false })
  unitAdministrator = world.services.newId()
  const unitId = world.units['许可科'] ?? ''
  await insertPerson(world.db, { institutionId: world.institutionId, id: unitAdministrator, unitId, name: '徐敏', login: 'xumin', roles: [{ role: 'administrator', unitId }] })
  // In no unit that takes part in any case: whatever the administrator sees would be for being one.
  await world.db.updateTable('people').set({ unit_id: world.units['局'] ?? '' }).where('id', '=', world.people.guan).execute()
  subjects = new Subjects(world, folder)
  lasting = { here: await subjects.subjectAt('here'), there: await subjects.subjectAt('there'), foreign: await subjects.subjectAt('foreign') }
})
afterAll(async () => {
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Signed in anew for each request, because some of them sign out. */
async function headersOf(caller: Caller): Promise<Record<string, string>> {
  if (caller === 'public') return {}
  if (caller === 'unitAdministrator') return sessionOf(world, world.institutionId, unitAdministrator)
  const scope = SCOPES[caller]
  if (scope) return { authorization: (await tokenFor(world, 'qian', scope)).authorization }
  return sessionFor(world, PEOPLE[caller] ?? 'li')
}

async function send(operation: Operation, row: Row, subject: Subject, headers: Record<string, string>): Promise<{ outcome: Outcome; done: boolean }> {
  const { params = {}, query = {}, body } = row.ask(subject)
  const url = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? 'missing'))
  const form = operation.consumes === 'multipart' ? formOf({ name: '说明.txt', bytes: '说明' }) : null
  const options: InjectOptions = {
    method: operation.method, url, query, headers: { ...headers, ...form?.headers }, payloadAsStream: operation.produces === 'events',
    ...(form ? { payload: form.payload } : body === undefined ? {} : { payload: body as object }),
  }
  const response = await world.app.inject(options)
  const { statusCode: status } = response
  const code = operation.produces === 'events' ? await codeIn(response) : status < 300 ? '' : response.json<{ code: string }>().code
  if (status < 300) return { outcome: 'may', done: true }
  if (code === 'not-signed-in') return { outcome: 'signIn', done: false }
  if (status === 403) return { outcome: 'no', done: false }
  return { outcome: code.startsWith('no-such-') ? 'hidden' : `${status} ${code}`, done: false }
}

/** A stream of events does not end by itself. */
async function codeIn(response: LightMyRequestResponse): Promise<string> {
  const stream = response.stream()
  let body = ''
  if (response.statusCode >= 300) for await (const chunk of stream) body += String(chunk)
  response.raw.res.destroy()
  return body === '' ? '' : (JSON.parse(body) as { code: string }).code
}

/** A foreign case is looked at by its owner and by the bureau; acts of the owner are those of the case here. */
function isAsked(row: Row, operation: Operation, { caller, where }: { caller: Caller; where: Where }): boolean {
  return !(row.stage && operation.method !== 'GET' && where === 'foreign' && caller === 'outsider')
}

async function ask(operation: Operation, row: Row): Promise<{ found: Record<string, Outcome>; expected: Record<string, Outcome> }> {
  const expected: Record<string, Outcome> = {}
  const found: Record<string, Outcome> = {}
  for (const where of row.everywhere ? WHERE : (['here'] as const)) {
    let prepared: Prepared | null = null
    for (const caller of CALLERS) {
      if (!isAsked(row, operation, { caller, where })) continue
      if (row.stage && operation.method !== 'GET') prepared ??= await subjects.bring(row.stage, where)
      await world.db.deleteFrom('rate_limits').execute()
      await world.db.deleteFrom('exports').where('state', '=', 'waiting').execute()
      await world.db.deleteFrom('api_tokens').where('name', '=', 'passing').execute()
      await subjects.restoreDirectory(lasting[where])
      fresh += 1
      const tokenId = operation.id === 'revokeToken' ? (await tokenFor(world, OWNERS[where], 'read')).id : ''
      const { outcome, done } = await send(operation, row, { ...lasting[where], ...prepared, ...(/Webhook|Outbox/.test(operation.id) ? await subjects.leaving(where) : {}), tokenId, fresh }, await headersOf(caller))
      if (done) prepared = null
      expected[`${caller} ${where}`] = row.expected(caller, where)
      found[`${caller} ${where}`] = outcome
    }
  }
  return { found, expected }
}

/** The same request with every id that of somebody or something of another institution. */
function foreigner(here: Subject): Subject {
  const { personId, unitId } = lasting.foreign
  return { ...here, ...lasting.foreign, officePersonId: personId, officeUnitId: unitId, demoPersonId: personId, fresh: here.fresh }
}

/** Anybody may ask any institution; and of a list of notices to mark as read, those of others are left alone. */
const MAY_NAME_OTHERS = ['askPublicly', 'hintPublicly', 'readNotices']

/** Whether the body of its request names anybody or anything by id, and somebody may send it. */
function namesOthers(id: string): boolean {
  if (MAY_NAME_OTHERS.includes(id) || CALLERS.every((caller) => MATRIX[id]?.expected(caller, 'here') !== 'may')) return false
  const body = (to: string): string => JSON.stringify(MATRIX[id]?.ask(new Proxy({} as Subject, { get: (_, name) => (name === 'fresh' ? 1 : to) })).body) ?? ''
  return body('a') !== body('b')
}

describe('who may call', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (id, operation) => {
    const row = MATRIX[id]
    if (!row) throw new Error(`no row for ${id}`)
    const { found, expected } = await ask(operation, row)
    expect(found).toEqual(expected)
  })

  it.each(operations.filter(({ id }) => namesOthers(id)).map((operation) => [operation.id, operation] as const))('%s takes no ids of another institution in its body', async (id, operation) => {
    const row = MATRIX[id]
    if (!row) throw new Error(`no row for ${id}`)
    const caller = CALLERS.find((one) => row.expected(one, 'here') === 'may')
    if (!caller) throw new Error(`nobody may ${id}`)
    const prepared = row.stage ? await subjects.bring(row.stage, 'here') : null
    await world.db.deleteFrom('rate_limits').execute()
    fresh += 1
    const here = { ...lasting.here, ...prepared, tokenId: '', fresh }
    const mixed: Row = { ...row, ask: () => ({ ...row.ask(here), body: row.ask(foreigner(here)).body }) }
    const { outcome, done } = await send(operation, mixed, here, await headersOf(caller))
    expect({ done, outcome }).toEqual({ done: false, outcome: expect.stringMatching(/^(?:hidden|no$|4)/) })
  })

  it('lists the very cases that may be opened one by one', async () => {
    const all = await world.db.selectFrom('cases').select('id').orderBy('id', 'desc').limit(60).execute()
    for (const caller of CALLERS.filter((one) => one !== 'public')) {
      const headers = await headersOf(caller)
      const listed = new Set<string>()
      for (let after = ''; ;) {
        const { body } = await world.call(null, 'GET', `/api/staff/cases?view=all&limit=100${after}`, undefined, headers)
        expect(body.rows, JSON.stringify(body)).toBeDefined()
        for (const row of body.rows as { id: string }[]) listed.add(row.id)
        if (body.next === null) break
        after = `&after=${body.next}`
      }
      const opened = new Set<string>()
      for (const { id } of all) if ((await world.call(null, 'GET', `/api/staff/cases/${id}`, undefined, headers)).status === 200) opened.add(id)
      expect([...opened].toSorted(), caller).toEqual([...listed].filter((id) => all.some((one) => one.id === id)).toSorted())
    }
  })
})
