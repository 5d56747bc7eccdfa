import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const outsiders = await world.db.selectFrom('people').select('unit_id').where('id', '=', world.people.out).executeTakeFirstOrThrow()
  foreign = { unitId: outsiders.unit_id, personId: world.people.out, matterId: world.services.newId() }
  await world.db.insertInto('matters').values({ institution_id: world.otherInstitutionId, id: foreign.matterId, unit_id: foreign.unitId, name: '别家的事项', papers: '[]', words: '' }).execute()
})
afterAll(async () => { await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

let foreign: { unitId: string; personId: string; matterId: string }

type Body = Record<string, unknown>
const GOOD: Body = { channel: 'visit', subject: '自建房翻建要哪些材料', category: 'help', requester: { name: '赵敏', phone: '13800000001' } }
const GOOD_PUBLIC: Body = { subject: '路灯坏了', content: '南河村口的路灯坏了三天。', requester: { phone: '13800000002' } }
const register = (body: unknown, headers: Record<string, string> = {}) => world.call('li', 'POST', '/api/staff/cases', body, headers)
const ask = (body: unknown, headers: Record<string, string> = {}) => world.call(null, 'POST', '/api/public/cases', body, headers)

const TABLES = ['policy_drafts', 'cases', 'ledger_entries', 'texts', 'requesters', 'obligations', 'register_counters', 'case_viewers', 'case_search', 'idempotency_keys'] as const

/** Every row of every table that a registration writes. */
async function written(): Promise<Map<string, string>> {
  const all = await Promise.all(TABLES.map(async (table) => {
    const rows = await world.db.selectFrom(table).selectAll().execute()
    return [table, rows.map((row) => JSON.stringify(row)).toSorted().join('\n')] as const
  }))
  return new Map(all)
}

/** The tables in which anything is different afterwards. */
async function changedBy(tried: () => Promise<void>): Promise<string[]> {
  const before = await written()
  await tried()
  const after = await written()
  return TABLES.filter((table) => before.get(table) !== after.get(table))
}

async function expectRefused(answered: ReturnType<World['call']>, wanted: { status: number; code: string; pointer?: string; field?: string }): Promise<void> {
  const { status, body, headers } = await answered
  expect({ status, code: body.code }, JSON.stringify(body)).toEqual({ status: wanted.status, code: wanted.code })
  expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(body).toMatchObject({ type: `urn:daodi:${wanted.code}`, title: expect.any(String), status: wanted.status })
  // A remedy in words, not the code again.
  expect(body.detail).toMatch(/^[A-Z].{10,}\.$/)
  if (wanted.pointer === undefined) return
  // Malformed fields are listed; the one field that a well-formed request is refused for stands beside the code.
  const { pointer, field } = wanted
  const error = field === undefined ? body : body.errors.find((one: { pointer: string }) => one.pointer === pointer)
  expect(error, JSON.stringify(body)).toMatchObject({ pointer, code: field ?? wanted.code })
  expect(error.detail).toMatch(/^[A-Z].{10,}\.$/)
}

const long = (length: number): string => '长'.repeat(length)

/** What is wrong, where it is pointed at, and what the field's code is. The same for both ways in. */
const FIELDS: [string, (body: Body) => unknown, string, string][] = [
  ['no subject', ({ subject: _subject, ...rest }) => rest, '/subject', 'missing'],
  ['an empty subject', (body) => ({ ...body, subject: ' \u3000 ' }), '/subject', 'text-missing'],
  ['a number for a subject', (body) => ({ ...body, subject: 7 }), '/subject', 'wrong-type'],
  ['a list for a subject', (body) => ({ ...body, subject: ['x'] }), '/subject', 'wrong-type'],
  ['null for a subject', (body) => ({ ...body, subject: null }), '/subject', 'wrong-type'],
  ['too long a subject', (body) => ({ ...body, subject: long(201) }), '/subject', 'text-too-long'],
  ['too long a content', (body) => ({ ...body, content: long(20_001) }), '/content', 'text-too-long'],
  ['half a character', (body) => ({ ...body, subject: '路灯\uD83D坏了' }), '/subject', 'text-broken'],
  ['the other half', (body) => ({ ...body, content: '\uDE00 坏了' }), '/content', 'text-broken'],
  ['a zero-width space', (body) => ({ ...body, subject: '路灯\u200B坏了' }), '/subject', 'text-invisible'],
  ['a byte-order mark inside', (body) => ({ ...body, content: '路灯\uFEFF坏了' }), '/content', 'text-invisible'],
  ['a joiner in a line', (body) => ({ ...body, subject: '路灯\u200D坏了' }), '/subject', 'text-invisible'],
  ['an override of direction', (body) => ({ ...body, subject: 'exe.\u202Efdp' }), '/subject', 'text-invisible'],
  ['an isolate of direction', (body) => ({ ...body, content: '\u2066路灯\u2069' }), '/content', 'text-invisible'],
  ['a null character', (body) => ({ ...body, subject: '路灯\u0000坏了' }), '/subject', 'text-control'],
  ['a line break in a line', (body) => ({ ...body, subject: '路灯\n坏了' }), '/subject', 'text-control'],
  ['an escape', (body) => ({ ...body, content: '路灯\u001B[31m坏了' }), '/content', 'text-control'],
  ['a line separator', (body) => ({ ...body, content: '路灯\u2028坏了' }), '/content', 'text-control'],
  ['a category that does not exist', (body) => ({ ...body, category: 'gossip' }), '/category', 'not-in-list'],
  ['a channel that does not exist', (body) => ({ ...body, channel: 'telepathy' }), '/channel', 'not-in-list'],
  ['text for a requester', (body) => ({ ...body, requester: '赵敏' }), '/requester', 'wrong-type'],
  ['letters for a phone number', (body) => ({ ...body, requester: { phone: 'abcdefg' } }), '/requester/phone', 'phone-format'],
  ['a formula for a phone number', (body) => ({ ...body, requester: { phone: '=1+1' } }), '/requester/phone', 'phone-format'],
  ['too long a phone number', (body) => ({ ...body, requester: { phone: '1'.repeat(31) } }), '/requester/phone', 'text-too-long'],
  ['a line break in a name', (body) => ({ ...body, requester: { name: '赵\n敏' } }), '/requester/name', 'text-control'],
  ['too long a name', (body) => ({ ...body, requester: { name: long(61) } }), '/requester/name', 'text-too-long'],
  ['text for yes or no', (body) => ({ ...body, requester: { declined: 'yes' } }), '/requester/declined', 'wrong-type'],
  ['a place on two lines', (body) => ({ ...body, place: '大厅\r\n3 号窗口' }), '/place', 'text-control'],
]

const UNKNOWN: [string, (body: Body) => unknown, string][] = [
  ['a field that nobody knows', (body) => ({ ...body, rank: 1 }), '/rank'],
  ['one inside the requester', (body) => ({ ...body, requester: { name: '赵敏', idCard: '110101199003070000' } }), '/requester/idCard'],
  ['a number of their own choice', (body) => ({ ...body, number: 'GH20260302-0001' }), '/number'],
  ['another institution in disguise', (body) => ({ ...body, institution_id: 'x' }), '/institution_id'],
  ['a way around the prototype', (body) => ({ ...body, constructor: { prototype: { admin: true } } }), '/constructor'],
]

describe.each([['registerCase', register, GOOD], ['askPublicly', ask, GOOD_PUBLIC]] as const)('%s refuses', (_name, send, good) => {
  it.each(FIELDS)('%s', async (_what, spoil, pointer, field) => {
    expect(await changedBy(() => expectRefused(send(spoil(good), { 'idempotency-key': 'bad' }), { status: 400, code: 'bad-request', pointer, field }))).toEqual([])
  })

  it.each(UNKNOWN)('%s', async (_what, spoil, pointer) => {
    expect(await changedBy(() => expectRefused(send(spoil(good)), { status: 400, code: 'unknown-field', pointer, field: 'unknown-field' }))).toEqual([])
  })

  it('names every wrong field at once, twenty of them at most', async () => {
    const { body } = await send({ subject: 7, content: 8, category: 9, requester: { name: 1, phone: 2 } })
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(expect.arrayContaining(['/subject', '/content', '/category', '/requester/name', '/requester/phone']))
    const many = await send({ ...good, ...Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 1])) })
    expect(many.body.errors).toHaveLength(20)
  })

  it.each([
    ['nothing', undefined], ['null', 'null'], ['a list', '[]'], ['text', '"路灯"'], ['a number', '7'], ['half of it', '{"subject":'], ['two of them', '{}{}'], ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['__proto__', '{"subject":"x","__proto__":{"admin":true}}'], ['__proto__ deep inside', '{"subject":"x","requester":{"__proto__":{"name":"y"}}}'],
  ])('%s for a body', async (_what, payload) => {
    expect(await changedBy(() => expectRefused(send(payload, { 'content-type': 'application/json' }), { status: 400, code: 'bad-request' }))).toEqual([])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('a body of 10 MB, before it is read', async () => {
    expect(await changedBy(async () => {
      await expectRefused(send({ ...good, content: 'x'.repeat(10 * 1024 * 1024) }), { status: 413, code: 'body-too-large' })
      await expectRefused(send({ ...good, ['k'.repeat(2 * 1024 * 1024)]: 1 }), { status: 413, code: 'body-too-large' })
    })).toEqual([])
  })

  it('nesting without end', async () => {
    for (const levels of [100, 1_500, 50_000]) {
      const deep = `{"subject":"x","requester":${'{"name":'.repeat(levels)}"y"${'}'.repeat(levels)}}`
      expect(await changedBy(() => expectRefused(send(deep, { 'content-type': 'application/json' }), { status: 400, code: 'bad-request' }))).toEqual([])
    }
  })
})

describe('registerCase refuses', () => {
  const decide = (decision: object) => ({ ...GOOD, decision })
  it.each([
    ['a time without its zone', { promisedAt: '2026-03-05T09:00:00' }, { status: 400, code: 'bad-request', pointer: '/decision/promisedAt', field: 'instant-format' }],
    ['the 30th of February', { promisedAt: '2026-02-30T09:00:00+08:00' }, { status: 400, code: 'bad-request', pointer: '/decision/promisedAt', field: 'instant-format' }],
    ['a date for a time', { promisedAt: '2026-03-05' }, { status: 400, code: 'bad-request', pointer: '/decision/promisedAt', field: 'instant-format' }],
    ['the year 9999', { promisedAt: '9999-12-31T09:00:00+08:00' }, { status: 400, code: 'bad-request', pointer: '/decision/promisedAt', field: 'instant-out-of-range' }],
    ['the year 1999', { promisedAt: '1999-12-31T09:00:00+08:00' }, { status: 400, code: 'bad-request', pointer: '/decision/promisedAt', field: 'instant-out-of-range' }],
    ['a time that has passed', { promisedAt: '2026-03-01T09:00:00+08:00' }, { status: 422, code: 'promise-in-past', pointer: '/decision/promisedAt' }],
    ['a time beyond the limit', { promisedAt: '2199-03-01T09:00:00+08:00' }, { status: 422, code: 'promise-beyond-limit', pointer: '/decision/promisedAt' }],
    ['papers without a name', { papers: [{ name: '' }] }, { status: 400, code: 'bad-request', pointer: '/decision/papers/0/name', field: 'text-missing' }],
    ['no papers at all', { papers: [] }, { status: 400, code: 'bad-request', pointer: '/decision/papers', field: 'out-of-range' }],
    ['a thousand papers', { papers: Array.from({ length: 1000 }, () => ({ name: 'x' })) }, { status: 400, code: 'bad-request', pointer: '/decision/papers', field: 'too-many' }],
    ['minus one copy', { papers: [{ name: '身份证', copies: -1 }] }, { status: 400, code: 'bad-request', pointer: '/decision/papers/0/copies', field: 'out-of-range' }],
    ['one and a half copies', { papers: [{ name: '身份证', copies: 1.5 }] }, { status: 400, code: 'bad-request', pointer: '/decision/papers/0/copies', field: 'wrong-type' }],
  ] as const)('a decision with %s', async (_what, more, wanted) => {
    expect(await changedBy(() => expectRefused(register(decide({ branch: 'mine', ...more })), wanted))).toEqual([])
  })

  it('a branch that does not exist, and data of another branch', async () => {
    expect(await changedBy(async () => {
      await expectRefused(register(decide({ branch: 'seventh' })), { status: 400, code: 'bad-request', pointer: '/decision/branch', field: 'not-in-list' })
      await expectRefused(register(decide({ branch: 'onSpot', text: '好', toUnitId: world.units['许可科'] })), { status: 400, code: 'unknown-field', pointer: '/decision/toUnitId', field: 'unknown-field' })
    })).toEqual([])
  })

  it('whatever belongs to another institution, as if it did not exist', async () => {
    expect(await changedBy(async () => {
      const refer = (more: object) => register(decide({ branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '请办理', ...more }))
      await expectRefused(refer({ toUnitId: foreign.unitId }), { status: 422, code: 'no-such-unit', pointer: '/decision/toUnitId' })
      await expectRefused(refer({ toPersonId: foreign.personId }), { status: 422, code: 'no-such-person', pointer: '/decision/toPersonId' })
      await expectRefused(register(decide({ branch: 'colleague', toPersonId: foreign.personId })), { status: 422, code: 'no-such-person' })
      await expectRefused(register({ ...GOOD, matterId: foreign.matterId }), { status: 422, code: 'no-such-matter', pointer: '/matterId' })
      await expectRefused(register({ ...GOOD, firstContactId: foreign.personId }), { status: 422, code: 'no-such-first-contact', pointer: '/firstContactId' })
      await expectRefused(register({ ...GOOD, matterId: 'not-an-id' }), { status: 400, code: 'bad-request', pointer: '/matterId', field: 'wrong-type' })
      await expectRefused(register({ ...GOOD, matterId: `${foreign.matterId}' or 1=1` }), { status: 400, code: 'bad-request', pointer: '/matterId', field: 'wrong-type' })
      await expectRefused(ask({ ...GOOD_PUBLIC, institutionId: world.people.li }), { status: 422, code: 'no-such-institution', pointer: '/institutionId' })
    })).toEqual([])
  })
})

it('leaves no gap in the numbers, however much was refused in between', async () => {
  const numbers: string[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    await register({ ...GOOD, subject: '' })
    await register({ ...GOOD, category: 'complaint' })
    await register({ ...GOOD, matterId: foreign.matterId })
    await register({ ...GOOD, decision: { branch: 'mine', promisedAt: '2026-03-01T09:00:00+08:00' } })
    numbers.push((await register(GOOD)).body.number)
  }
  expect(numbers).toEqual(['GH20260302-0001', 'GH20260302-0002', 'GH20260302-0003'])
})

describe('a moment in another century', () => {
  const far = '2126-03-02T09:00:00+08:00'
  let caseId: string
  let ended: string
  beforeAll(async () => {
    caseId = (await register({ ...GOOD, decision: { branch: 'mine' } })).body.id
    ended = (await register({ ...GOOD, decision: { branch: 'onSpot', text: '已答复。' } })).body.id
    await world.call('li', 'POST', `/api/staff/cases/${ended}/closure`, {})
  })
  const on = (path: string, body: Body) => world.call('li', 'POST', `/api/staff/cases/${path}`, body)

  it.each([
    ['an inquiry', '/dueAt', () => on(`${caseId}/inquiries`, { party: '兄弟公司', question: '进展如何？', dueAt: far })],
    ['help of another', '/dueAt', () => on(`${caseId}/assists`, { assistants: [{ unitId: world.units['办公室'], personId: world.people.an }], task: '请核实', dueAt: far })],
    ['an appointment', '/at', () => on(`${caseId}/appointment`, { at: far, home: true })],
    ['a look at the effect', '/at', () => on(`${ended}/effect`, { at: far })],
  ] as const)('is refused for %s', async (_what, pointer, send) => {
    expect(await changedBy(() => expectRefused(send(), { status: 422, code: 'due-too-far', pointer }))).toEqual([])
  })

  it('and an appointment is not moved there', async () => {
    expect((await on(`${caseId}/appointment`, { at: '2026-03-04T15:00:00+08:00', home: true })).status).toBe(200)
    expect(await changedBy(() => expectRefused(on(`${caseId}/appointment/move`, { at: far, reason: '改期' }), { status: 422, code: 'due-too-far', pointer: '/at' }))).toEqual([])
  })
})

describe('what is no text, no list’s place and no number of a version', () => {
  const administer = async (method: 'GET' | 'POST', path: string, body?: unknown) => world.call(null, method, `/api/staff/units/${world.units['局']}/policy/${path}`, body, await sessionFor(world, 'guan'))

  it.each([
    ['a null character', { channels: ['a\u0000b'] }, 'text-control', '/settings/channels/0'], ['half a character', { a: { b: '\uD83D' } }, 'text-broken', '/settings/a/b'],
    ['an override of direction', { a: 'exe.\u202Efdp' }, 'text-invisible', '/settings/a'], ['a zero-width name', { 'a\u200Bb': 1 }, 'text-invisible', '/settings'],
  ])('settings with %s', async (_what, settings, field, pointer) => {
    expect(await changedBy(async () => {
      await expectRefused(administer('POST', 'draft', { settings, basedOn: 1 }), { status: 400, code: 'bad-request', pointer, field })
      await expectRefused(administer('POST', 'check', { settings }), { status: 400, code: 'bad-request', pointer, field })
    })).toEqual([])
  })

  it('settings in YAML with characters written as escapes, or nested without end', async () => {
    const told = async (text: string) => (await administer('POST', 'check', { text })).body
    expect((await told('a: "x\\u202Ey"')).problems).toMatchObject([{ path: 'a', line: 1 }])
    expect((await told('['.repeat(90_000))).problems.length).toBeGreaterThan(0)
  })

  it('a version beyond what is counted', async () => {
    expect(await changedBy(async () => {
      await expectRefused(administer('POST', 'draft', { settings: {}, basedOn: 9_000_000_000 }), { status: 400, code: 'bad-request', pointer: '/basedOn', field: 'out-of-range' })
      await expectRefused(administer('GET', 'versions/9000000000'), { status: 400, code: 'bad-request', pointer: 'params/version', field: 'out-of-range' })
    })).toEqual([])
  })

  it.each(['2026-99-99T99:99:99.999Z', '2026-02-30T09:00:00.000Z', 'x'])('a place in a list at %s', async (time) => {
    const after = Buffer.from(`${time}|${world.people.li}`).toString('base64url')
    expect(await changedBy(() => expectRefused(world.call('li', 'GET', `/api/staff/obligations?after=${after}`), { status: 400, code: 'bad-request', pointer: 'query/after', field: 'cursor-format' }))).toEqual([])
  })
})

it('takes what is merely unusual, and gives it back as it was', async () => {
  const subject = '𠮷野家门口 <b>路灯</b> "坏了" \\ \' ; drop table cases; -- ＝１＋１ 👩‍🌾'.replace('👩‍🌾', '🌾')
  const content = '第一行\n\n第三行\t制表 👩‍🌾 é e\u0301 ﷺ العربية'
  const { body } = await register({ ...GOOD, subject, content, requester: { name: '=HYPERLINK("http://x","y")', phone: '+86 (0555) 123-4567', organization: '@SUM(1)', address: '-1' } })
  const page = await world.call('li', 'GET', `/api/staff/cases/${body.id}`)
  expect(page.body).toMatchObject({ subject, content })
  const reveal = () => world.call('li', 'POST', `/api/staff/cases/${body.id}/requester/reveal`, {}, { 'idempotency-key': 'reveal' })
  const revealed = await reveal()
  expect(revealed.body).toEqual({ name: '=HYPERLINK("http://x","y")', phone: '+86 (0555) 123-4567', organization: '@SUM(1)', address: '-1', email: null })
  expect((await reveal()).body).toEqual(revealed.body)
  const { body: { entries } } = await world.call('li', 'GET', `/api/staff/cases/${body.id}/ledger`)
  expect(entries.filter(({ kind }: { kind: string }) => kind === 'requester-revealed')).toHaveLength(2)
  expect(await world.db.selectFrom('idempotency_keys').select('key').where('key', 'like', 'revealRequester:%').execute()).toEqual([])
})
