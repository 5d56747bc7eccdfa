import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '@daodi/contract/operations.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { Operation } from '@daodi/contract/operation.ts'
import { formOf, ownDataFolder, upload } from '../attachments/testing-upload.ts'
import { insertDesk } from '../directory/store-desks.ts'
import { insertGroup } from '../directory/store-groups.ts'
import { insertOutside } from '../directory/store-outside.ts'
import { insertPerson } from '../directory/store-people.ts'
import { insertPost } from '../directory/store-posts.ts'
import { exportPath } from '../exports/folder.ts'
import { insertMessage } from '../outbox/store.ts'
import { routes } from '../routes.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { insertEndpoint, secretOf } from '../webhooks/store.ts'
import { hashPassword, storePassword } from './store-credentials.ts'
import { MATRIX } from './testing-matrix.ts'
import { CALLERS, WHERE, type Caller, type Outcome, type Row, type Stage, type Subject, type Where } from './testing-rows.ts'
import { sessionFor, sessionOf, tokenFor } from './testing-sessions.ts'

const PEOPLE: Partial<Record<Caller, Who>> = {
  participant: 'qian', colleague: 'zhou', head: 'sun', otherUnit: 'li', office: 'an', leader: 'bao', supervisor: 'wu', administrator: 'guan', outsider: 'out',
}
const SCOPES: Partial<Record<Caller, 'read' | 'register' | 'act'>> = { tokenRead: 'read', tokenRegister: 'register', tokenAct: 'act' }
const OWNERS = { here: 'qian', there: 'li', foreign: 'out' } as const

let world: World
let folder: string
let unitAdministrator: string
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
  lasting = { here: await subjectAt('here'), there: await subjectAt('there'), foreign: await subjectAt('foreign') }
})
afterAll(async () => {
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})

const institutionOf = (where: Where): string => (where === 'foreign' ? world.otherInstitutionId : world.institutionId)

async function subjectAt(where: Where): Promise<Omit<Subject, 'fresh'>> {
  const who = OWNERS[where]
  const institutionId = institutionOf(where)
  const { unit_id: unitId } = await world.db.selectFrom('people').select('unit_id').where('id', '=', world.people[who]).executeTakeFirstOrThrow()
  const prepared = await bring('handling', where)
  const attached = await upload(world, who, prepared.caseId, { name: '说明.txt', bytes: '说明' })
  const personId = world.services.newId()
  await insertPerson(world.db, { institutionId, id: personId, unitId, name: '对象', login: `target-${where}` })
  const exportId = world.services.newId()
  await world.db.insertInto('exports').values({
    institution_id: institutionId, id: exportId, person_id: world.people[who], layout: 'brief', language: 'zh-CN', filters: '{}', state: 'done', total: 0, created_at: world.services.clock(),
  }).execute()
  await mkdir(dirname(exportPath(folder, exportId)), { recursive: true })
  await writeFile(exportPath(folder, exportId), 'workbook')
  const directory = { postId: world.services.newId(), deskId: world.services.newId(), groupId: world.services.newId(), contactId: world.services.newId() }
  await insertPost(world.db, { institutionId, id: directory.postId, unitId, name: `岗位 ${where}` })
  await insertDesk(world.db, { institutionId, id: directory.deskId, unitId, name: `窗口 ${where}`, kind: 'window' })
  await insertGroup(world.db, { institutionId, id: directory.groupId, unitId, name: `小组 ${where}`, kind: 'working' })
  await insertOutside(world.db, { institutionId, id: directory.contactId, name: `外单位 ${where}` })
  const matter = await directoryAt(institutionId, unitId, prepared.caseId)
  return {
    ...prepared, ...directory, ...matter, attachmentId: attached.body.id, unitId, personId, tokenId: '', endpointId: '', outboxId: '', exportId, institutionId,
    officePersonId: world.people.an, officeUnitId: world.units['办公室'] ?? '',
    demoPersonId: world.people.li,
  }
}

/** A receiver of events, and an event that it did not take. */
async function leaving(where: Where): Promise<{ endpointId: string; outboxId: string }> {
  const [endpointId, outboxId, institutionId, at] = [world.services.newId(), world.services.newId(), institutionOf(where), world.services.clock()]
  await world.db.deleteFrom('webhook_endpoints').execute()
  await insertEndpoint(world.db, { institutionId, id: endpointId, name: '接收', url: 'https://example.cn/', kinds: ['case.closed'], mostFailures: 5, secretBox: world.services.secrets.close('whsec_c2VjcmV0', secretOf(institutionId, endpointId)), at })
  await insertMessage(world.db, { institutionId, id: outboxId, channel: 'webhook', purpose: 'test', endpointId, kind: 'test', at })
  await world.db.updateTable('outbox').set({ state: 'given-up', next_at: null, ended_at: at }).where('id', '=', outboxId).execute()
  return { endpointId, outboxId }
}

type Prepared = Pick<Subject, 'caseId' | 'number' | 'code' | 'custodyId' | 'aboutId'>

/** A matter of the unit with a draft, the edition it is of, and a ruling that holds in future. */
async function directoryAt(institutionId: string, unitId: string, caseId: string): Promise<Pick<Subject, 'matterId' | 'precedentId'>> {
  const [matterId, precedentId] = [world.services.newId(), world.services.newId()]
  const at = world.services.clock()
  await world.db.insertInto('matter_editions').values({ institution_id: institutionId, number: 1, published_at: at, published_by: null, note: null, matters: 1, added: 1, changed: 0, removed: 0, digest: '' })
    .onConflict((conflict) => conflict.doNothing()).execute()
  await world.db.insertInto('matters').values({ institution_id: institutionId, id: matterId, unit_id: unitId, name: `事项 ${matterId}`, papers: '[]', words: '' }).execute()
  const { personId: ruledBy } = await world.db.selectFrom('people').select('id as personId').where('institution_id', '=', institutionId).limit(1).executeTakeFirstOrThrow()
  await world.db.insertInto('precedents').values({ institution_id: institutionId, id: precedentId, case_id: caseId, unit_id: unitId, matter_id: null, words: ['许可'], ruled_by: ruledBy, ruled_at: at, revoked_at: null }).execute()
  return { matterId, precedentId }
}

/** What one caller took away is there again for the next. */
async function restoreDirectory({ institutionId, unitId, matterId }: Pick<Subject, 'institutionId' | 'unitId' | 'matterId'>): Promise<void> {
  await world.db.updateTable('precedents').set({ revoked_at: null }).execute()
  await world.db.insertInto('matter_drafts').values({ institution_id: institutionId, matter_id: matterId, document: null, name: '草稿', unit_id: unitId, precedent_id: null, changed_at: world.services.clock(), changed_by: null })
    .onConflict((conflict) => conflict.doNothing()).execute()
}


/** A case at the given stage, by its own first contact alone. Foreign ones stay at `handling`: nobody of the bureau can tell. */
async function bring(stage: Stage, where: Where): Promise<Prepared> {
  const who = OWNERS[where]
  const question = { channel: 'visit', subject: '许可证补办', category: stage === 'application' ? 'application' : 'help', requester: { name: '赵敏', phone: '13800000001' }, ...(stage === 'registered' ? {} : { decision: { branch: 'mine' } }) }
  const { caseId, number, code } = await register(who, question)
  const step = async (path: string, body: object): Promise<void> => {
    const answered = await world.call(who, 'POST', `/api/staff/cases/${caseId}/${path}`, body)
    expect(answered.status, JSON.stringify(answered.body)).toBe(200)
  }
  let custodyId: string = caseId
  let aboutId: string = caseId
  if (where !== 'foreign') {
    if (stage === 'papers' || stage === 'offered') {
      await step('papers', { papers: ['身份证'] })
      custodyId = (await world.call(who, 'GET', `/api/staff/cases/${caseId}`)).body.custody[0].id
    }
    custodyId = await bringTogether(stage, { caseId, custodyId }, step)
    if (stage === 'referred') await step('referral', { toUnitId: world.units['办公室'], toPersonId: world.people.an, reason: '请办公室办理' })
    if (stage === 'ruling') await step('ruling-request', { reason: '归属不明' })
    if (['resolved', 'answered', 'closed'].includes(stage)) await step('resolution', { outcome: 'solved', text: '已办好。' })
    if (stage === 'answered' || stage === 'closed') await step('reply', { channel: 'phone', text: '已办好。', close: stage === 'closed' })
  }
  if (where !== 'foreign') aboutId = await bringOnCourse(stage, who, caseId)
  return { caseId, number, code, custodyId, aboutId }
}

/** Stages between colleagues; gives the id of what the act is about. */
async function bringTogether(stage: Stage, { caseId, custodyId }: { caseId: string; custodyId: string }, step: (path: string, body: object) => Promise<void>): Promise<string> {
  const office = world.people.an
  if (stage === 'offered') await step('papers/hand-over', { custodyId, toPersonId: office })
  if (stage === 'relayed') await step('relay', { toPersonId: office })
  if (stage === 'asked') await step('questions', { question: '可以这样答复吗？', toPersonIds: [office] })
  if (stage === 'inquired') await step('inquiries', { party: '兄弟公司', question: '进展如何？' })
  if (stage === 'forwarded') await step('unsolved', { text: '确实解决不了，已说明。', toPersonId: office })
  if (stage !== 'asked' && stage !== 'inquired') return custodyId
  const row = await world.db.selectFrom('cases').select('state').where('id', '=', caseId).executeTakeFirstOrThrow()
  const state = row.state as unknown as CaseState
  return (stage === 'asked' ? state.consultations : state.inquiries)[0]?.id ?? caseId
}

/** Stages besides the case's way; gives the id of what the act is about. */
async function bringOnCourse(stage: Stage, who: Who, caseId: string): Promise<string> {
  const step = async (by: Who, path: string, body: object): Promise<void> => {
    const answered = await world.call(by, 'POST', `/api/staff/cases/${caseId}/${path}`, body)
    expect(answered.status, JSON.stringify(answered.body)).toBe(200)
  }
  const course = async () => (await world.call(who, 'GET', `/api/staff/cases/${caseId}`)).body.course
  const reason = '等市里批复'
  if (stage === 'extension') await step(who, 'extension', { until: '2026-03-11T17:00:00+08:00', reason })
  if (stage === 'paused') {
    await step(who, 'pause', { cause: 'thirdParty', until: '2026-03-10T17:00:00+08:00', reason })
    await step('bao', 'approval', { approve: true })
  }
  if (stage === 'assisted') {
    await step(who, 'assists', { assistants: [{ unitId: world.units['办公室'], personId: world.people.an }], task: '请核实' })
    return (await course()).assists[0].id
  }
  if (stage === 'instructed') {
    await step('bao', 'instructions', { text: '请尽快办理' })
    return (await course()).instructions[0].id
  }
  if (stage === 'supervised') {
    await step('wu', 'supervision', { level: 'key', requirement: '限期办结' })
    await step(who, 'supervision/report', { text: '正在办理' })
  }
  if (stage === 'appointed') await step(who, 'appointment', { at: '2026-03-03T15:00:00+08:00', home: true })
  if (stage === 'helped') {
    await step(who, 'undone', { text: '没有办成' })
    return (await course()).help[0].id
  }
  return caseId
}

async function register(who: Who, body: object): Promise<{ caseId: string; number: string; code: string }> {
  const { status, body: registered } = await world.call(who, 'POST', '/api/staff/cases', body)
  expect(status, JSON.stringify(registered)).toBe(201)
  return { caseId: registered.id, number: registered.number, code: registered.trackingCode }
}

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
      if (row.stage && operation.method !== 'GET') prepared ??= await bring(row.stage, where)
      await world.db.deleteFrom('rate_limits').execute()
      await world.db.deleteFrom('exports').where('state', '=', 'waiting').execute()
      await world.db.deleteFrom('api_tokens').where('name', '=', 'passing').execute()
      await restoreDirectory(lasting[where])
      fresh += 1
      const tokenId = operation.id === 'revokeToken' ? (await tokenFor(world, OWNERS[where], 'read')).id : ''
      const { outcome, done } = await send(operation, row, { ...lasting[where], ...prepared, ...(/Webhook|Outbox/.test(operation.id) ? await leaving(where) : {}), tokenId, fresh }, await headersOf(caller))
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

describe('every operation of the contract', () => {
  it('has a row in the matrix, and every row an operation', () => {
    expect(Object.keys(MATRIX).toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  })

  it('has a route, and every route an operation', () => {
    const [declared, served] = [operations, routes.map(({ operation }) => operation)]
    const missing = declared.filter((operation) => !served.includes(operation)).map(({ id }) => id)
    const unknown = served.filter((operation) => !declared.includes(operation)).map(({ id }) => id)
    expect({ missing, unknown, twice: served.length - new Set(served).size }).toEqual({ missing: [], unknown: [], twice: 0 })
  })

  it('says that it heeds no Idempotency-Key where its route keeps no answer', () => {
    const keepingNone = routes.filter(({ operation, transaction }) => operation.method === 'POST' && (transaction !== 'one' || operation.consumes)).map(({ operation }) => operation.id)
    expect(operations.filter(({ keepsNoAnswer }) => keepsNoAnswer).map(({ id }) => id).toSorted()).toEqual(keepingNone.toSorted())
  })
})

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
    const prepared = row.stage ? await bring(row.stage, 'here') : null
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
