import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '@daodi/domain/ledger/canonical-json.ts'
import { entryHash, linkAfter } from '@daodi/domain/ledger/entry.ts'
import { issueToken } from '../access/create-token.ts'
import { sessionFor } from '../access/testing-sessions.ts'
import { digestOf } from '../ledger/digest.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
/** Administers the whole bureau; a second one administers 许可科 alone. */
let guan: { cookie: string }
let small: { cookie: string }

beforeAll(async () => {
  world = await makeWorld()
  guan = await sessionFor(world, 'guan')
  await world.db.insertInto('grants').values({ institution_id: world.institutionId, person_id: world.people.zhou, role: 'administrator', unit_id: unit('许可科') }).execute()
  small = await sessionFor(world, 'zhou')
})
afterAll(async () => { await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

const unit = (name: string): string => world.units[name] ?? ''
const get = (url: string, headers: Record<string, string> = guan) => world.call(null, 'GET', url, undefined, headers)
const post = (url: string, body: object, headers: Record<string, string> = guan) => world.call(null, 'POST', url, body, headers)
const patch = (url: string, body: object, headers: Record<string, string> = guan) => world.call(null, 'PATCH', url, body, headers)
const account = (who: Who): string => `/api/staff/accounts/${world.people[who]}`
const newcomer = (login: string, more: object = {}) => ({ name: '新来的', login, password: '梧桐树-三更雨-42', unitId: unit('许可科'), ...more })
async function ledgerOf(personId: string): Promise<{ kind: string; actor: string; data: unknown }[]> {
  return world.db.selectFrom('ledger_entries').select(['kind', 'actor', 'data']).where('stream', '=', `person:${personId}`).orderBy('seq').execute()
}

describe('looking people and units up', () => {
  it('lists the tree with heads and how many work there, the institution alone', async () => {
    const { body } = await get('/api/staff/units')
    expect(body.units.map((row: { name: string; depth: number; headName: string | null; people: number }) => [row.name, row.depth, row.headName, row.people])).toEqual([
      ['青山县建设局', 0, null, 1], ['办公室', 1, null, 3], ['规划科', 1, '何平', 2], ['许可科', 1, '孙涛', 3],
    ])
    expect((await world.call('out', 'GET', '/api/staff/units')).body.units).toHaveLength(1)
  })

  it.each([
    ['李', ['李文']], ['liw', ['李文']], ['lw', ['李文']], ['LW', ['李文']], ['qian bo', ['钱博']], ['副局', ['包副局长']], ['外人', []], ['%', []], ['_', []], ['\\', []], ["'", []],
  ])('finds %s by name, pinyin or initials', async (q, names) => {
    const { status, body } = await world.call('li', 'GET', `/api/staff/people?q=${encodeURIComponent(q)}`)
    expect(status).toBe(200)
    expect(body.rows.map((row: { name: string }) => row.name)).toEqual(names)
  })

  it('finds by post and phone, in one unit, without those who have left', async () => {
    await patch(account('sun'), { post: '科长', phone: '0555-7654321' })
    const find = async (query: string) => (await world.call('li', 'GET', `/api/staff/people?${query}`)).body.rows.map((row: { name: string }) => row.name)
    expect(await find(`q=${encodeURIComponent('科长')}`)).toEqual(['孙涛'])
    expect(await find('q=7654')).toEqual(['孙涛'])
    expect(await find(`unitId=${unit('规划科')}`)).toEqual(['何平', '李文'])
    expect(await find(`unitId=${world.otherInstitutionId}`)).toEqual([])
  })

  it('pages by key through everybody once, in the order of pinyin', async () => {
    const names: string[] = []
    for (let after = ''; ;) {
      const { body } = await world.call('li', 'GET', `/api/staff/people?limit=2${after}`)
      names.push(...body.rows.map((row: { name: string }) => row.name))
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    expect(names).toEqual(['安宁', '包副局长', '管理员', '何平', '李文', '钱博', '孙涛', '吴静', '周宁'])
    expect((await world.call('li', 'GET', '/api/staff/people?after=bm9wZQ')).body).toMatchObject({ code: 'bad-request', errors: [{ pointer: 'query/after', code: 'cursor-format' }] })
  })
})

describe('accounts', () => {
  it('are created with a password that has to be changed at the first sign-in, before anything else', async () => {
    const created = await post('/api/staff/accounts', newcomer('xin.lai', { roles: [{ role: 'receptionist', unitId: unit('许可科') }, { role: 'receptionist', unitId: unit('许可科') }] }))
    expect(created.status, JSON.stringify(created.body)).toBe(201)
    const signedIn = await world.call(null, 'POST', '/api/staff/session', { login: 'xin.lai', password: '梧桐树-三更雨-42' })
    expect(signedIn.body.person).toMatchObject({ passwordChangeNeeded: true, roles: [{ role: 'receptionist', unitName: '许可科' }] })
    const own = { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' }
    expect((await get('/api/staff/cases', own)).body.code).toBe('password-change-needed')
    expect((await post('/api/staff/tokens', { name: 'x', scope: 'read', days: 1 }, own)).body.code).toBe('password-change-needed')
    const change = (next: string, current = '梧桐树-三更雨-42') => post('/api/staff/session/password', { current, next }, own)
    expect((await change('青苔-石阶-1977', 'not the present one')).body).toMatchObject({ status: 422, code: 'wrong-credentials' })
    expect((await change('梧桐树-三更雨-42')).body.code).toBe('password-same')
    expect((await change('woaini1314')).body.code).toBe('password-common')
    expect((await change('my-xin.lai-key')).body.code).toBe('password-has-login')
    expect((await change('short')).body).toMatchObject({ status: 400, errors: [{ pointer: '/next', code: 'password-too-short' }] })
    const elsewhere = await world.call(null, 'POST', '/api/staff/session', { login: 'xin.lai', password: '梧桐树-三更雨-42' })
    expect((await change('青苔-石阶-1977')).status).toBe(204)
    expect((await get('/api/staff/cases', own)).status).toBe(200)
    expect((await get('/api/staff/session', { cookie: String(elsewhere.headers['set-cookie']).split(';')[0] ?? '' })).status).toBe(401)
    expect((await world.call(null, 'POST', '/api/staff/session', { login: 'xin.lai', password: '梧桐树-三更雨-42' })).status).toBe(401)
    expect(await ledgerOf(created.body.id)).toEqual([
      { kind: 'person-created', actor: world.people.guan, data: { unitId: unit('许可科'), roles: [{ role: 'receptionist', unitId: unit('许可科') }] } },
      { kind: 'password-changed', actor: created.body.id, data: { sessions: 1, tokens: 0 } },
    ])
  })

  it.each([
    [{ login: 'guan' }, 409, 'login-taken'], [{ login: 'out' }, 409, 'login-taken'], [{ password: 'Password1!!' }, 422, 'password-common'], [{ password: 'new-comer-1-key' }, 422, 'password-has-login'],
    [{ unitId: '0197a000-0000-7000-8000-000000000000' }, 422, 'no-such-unit'], [{ login: 'Big Letters' }, 400, 'bad-request'], [{ roles: [{ role: 'king', unitId: 'x' }] }, 400, 'bad-request'],
    [{ passwordHash: 'x' }, 400, 'unknown-field'],
  ])('are refused with %j: %i %s', async (more, status, code) => {
    const before = await get('/api/staff/accounts?limit=100')
    expect((await post('/api/staff/accounts', newcomer('new-comer-1', more))).body).toMatchObject({ status, code })
    expect((await get('/api/staff/accounts?limit=100')).body).toEqual(before.body)
  })

  it('leave no trace of a password in what is kept for repeated requests', async () => {
    for (let time = 0; time < 2; time += 1) await post('/api/staff/accounts', newcomer('kept.once'), { ...guan, 'idempotency-key': 'account-1' })
    expect((await post(`${account('an')}/password`, { password: '另一棵树-另一场夜雨' }, { ...guan, 'idempotency-key': 'reset-1' })).status).toBe(204)
    expect(await world.db.selectFrom('idempotency_keys').select('key').execute()).toEqual([])
  })

  it('show an administrator what there is to know, and are unlocked', async () => {
    await post(`${account('an')}/password`, { password: '初始的那个口令-八月' })
    for (let failure = 0; failure < 5; failure += 1) await world.call(null, 'POST', '/api/staff/session', { login: 'an', password: 'wrong wrong' })
    const find = async () => (await get(`/api/staff/accounts?q=an`)).body.rows.find((row: { login: string }) => row.login === 'an')
    await vi.waitFor(async () => expect((await ledgerOf(world.people.an)).at(-1)?.kind).toBe('account-locked'), { timeout: 20_000 })
    expect(await find()).toMatchObject({ name: '安宁', unitName: '办公室', disabled: false, lockedUntil: '2026-03-02T01:15:00.000Z', passwordChangeNeeded: true })
    expect((await world.call(null, 'POST', '/api/staff/session', { login: 'an', password: '初始的那个口令-八月' })).status).toBe(423)
    expect((await patch(account('an'), { unlock: true })).status).toBe(200)
    expect(await find()).toMatchObject({ lockedUntil: null })
    expect((await world.call(null, 'POST', '/api/staff/session', { login: 'an', password: '初始的那个口令-八月' })).status).toBe(200)
    expect((await ledgerOf(world.people.an)).map(({ kind }) => kind)).toEqual(['password-reset', 'password-reset', 'account-locked', 'account-unlocked'])
  })

  it.each([['he', 'password', { password: '又是一个口令-九月初' }, 'password-reset'], ['bao', 'revocation', {}, 'sessions-revoked']] as const)('of %s lose their sessions and tokens by %s', async (who, path, body, kind) => {
    const session = await sessionFor(world, who)
    for (const answered of [await get('/api/staff/session', session), await world.call(who, 'GET', '/api/staff/session')]) expect(answered.status).toBe(200)
    expect((await post(`${account(who)}/${path}`, body)).status).toBe(204)
    for (const answered of [await get('/api/staff/session', session), await world.call(who, 'GET', '/api/staff/session')]) expect(answered.status).toBe(401)
    expect((await ledgerOf(world.people[who])).at(-1)).toMatchObject({ kind, data: { sessions: 1, tokens: 1 } })
  })

  it('lose with a password of their own the tokens made until then, if somebody else had set the present one', async () => {
    const made = await post('/api/staff/accounts', newcomer('token.owner'))
    const token = await issueToken(world.services, { institutionId: world.institutionId, personId: made.body.id, name: 'x', scope: 'read', days: 1, at: world.services.clock(), actor: 'system' })
    const change = async (current: string, next: string) => {
      const signedIn = await world.call(null, 'POST', '/api/staff/session', { login: 'token.owner', password: current })
      expect((await post('/api/staff/session/password', { current, next }, { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' })).status).toBe(204)
    }
    const status = async (bearer: string | undefined) => (await get('/api/staff/session', { authorization: `Bearer ${bearer}` })).status
    await change('梧桐树-三更雨-42', '青苔-石阶-1977')
    expect(await status(token?.token)).toBe(401)
    const own = await issueToken(world.services, { institutionId: world.institutionId, personId: made.body.id, name: 'y', scope: 'read', days: 1, at: world.services.clock(), actor: made.body.id })
    await change('青苔-石阶-1977', '白露-秋水-2048')
    expect(await status(own?.token)).toBe(200)
  })

  it('change their particulars and roles, at once and on the record, without what was written', async () => {
    const session = await sessionFor(world, 'qian')
    expect((await patch(account('qian'), { name: '钱伯恩', post: '许可窗口', room: null, roles: [{ role: 'head', unitId: unit('许可科') }] })).status).toBe(200)
    expect((await get('/api/staff/session', session)).body.person).toMatchObject({ name: '钱伯恩', post: '许可窗口', roles: [{ role: 'head' }] })
    expect((await world.call('li', 'GET', '/api/staff/people?q=qbe')).body.rows).toHaveLength(1)
    const entries = await ledgerOf(world.people.qian)
    expect(entries.map(({ kind }) => kind)).toEqual(['person-changed', 'roles-changed'])
    expect(JSON.stringify(entries)).not.toMatch(/钱|许可窗口/)
    await patch(account('qian'), { name: '钱博', roles: [] })
  })

  it('are not disabled while they hold or owe anything; then everything of theirs ends', async () => {
    const ask = { channel: 'visit', subject: '许可证丢了怎么办', category: 'help', decision: { branch: 'otherUnit', toUnitId: unit('许可科'), toPersonId: world.people.qian, reason: '许可科办理' } }
    const { body: registered } = await world.call('li', 'POST', '/api/staff/cases', ask)
    // First contact and handler, and the one who has to sign for it.
    for (const who of ['li', 'qian'] as const) expect((await patch(account(who), { disabled: true })).body).toMatchObject({ status: 409, code: 'has-open-cases' })
    await world.call('qian', 'POST', `/api/staff/cases/${registered.id}/referral/acceptance`, {})
    await world.call('qian', 'POST', `/api/staff/cases/${registered.id}/resolution`, { outcome: 'solved', text: '已补办。' })
    // Nothing owed any more, yet the handler of an open case.
    expect((await patch(account('qian'), { disabled: true })).body.code).toBe('has-open-cases')
    await world.call('li', 'POST', `/api/staff/cases/${registered.id}/reply`, { channel: 'phone', text: '已补办，请来领取。', close: true })
    const session = await sessionFor(world, 'qian')
    expect((await patch(account('qian'), { disabled: true })).status).toBe(200)
    expect((await get('/api/staff/session', session)).status).toBe(401)
    expect((await world.call('qian', 'GET', '/api/staff/session')).status).toBe(401)
    expect((await world.call('li', 'GET', '/api/staff/people?q=qb')).body.rows).toEqual([])
    expect((await get('/api/staff/accounts?q=qb')).body.rows).toMatchObject([{ name: '钱博', disabled: true }])
    expect((await ledgerOf(world.people.qian)).at(-1)).toMatchObject({ kind: 'account-disabled', data: { sessions: 2, tokens: 1 } })
    expect((await patch(account('qian'), { disabled: false })).status).toBe(200)
    expect((await world.call('qian', 'GET', '/api/staff/session')).status).toBe(401)
    expect((await ledgerOf(world.people.qian)).at(-1)).toMatchObject({ kind: 'account-enabled' })
  })

  it('always leave somebody who administers the whole institution, also when two go at once', async () => {
    for (const change of [{ disabled: true }, { roles: [] }, { roles: [{ role: 'administrator', unitId: unit('许可科') }] }]) {
      expect((await patch(account('guan'), change)).body).toMatchObject({ status: 409, code: 'last-administrator' })
    }
    const root = [{ role: 'administrator', unitId: unit('局') }]
    expect((await patch(account('bao'), { roles: root })).status).toBe(200)
    const bao = await sessionFor(world, 'bao')
    const both = await Promise.all([patch(account('bao'), { roles: [] }, guan), patch(account('guan'), { roles: [] }, bao)])
    expect(both.filter(({ status }) => status === 200), JSON.stringify(both)).toHaveLength(1)
    expect(await world.db.selectFrom('grants').select('person_id').where('role', '=', 'administrator').where('unit_id', '=', unit('局')).execute()).toHaveLength(1)
    await world.db.deleteFrom('grants').where('person_id', 'in', [world.people.bao, world.people.guan]).execute()
    await world.db.insertInto('grants').values([
      { institution_id: world.institutionId, person_id: world.people.guan, role: 'administrator', unit_id: unit('局') },
      { institution_id: world.institutionId, person_id: world.people.bao, role: 'leader', unit_id: unit('局') },
    ]).execute()
  })
})

describe('an administrator of one unit', () => {
  it('sees and changes what lies in it and below, and nobody whose roles reach further', async () => {
    const listed = await get('/api/staff/accounts?limit=100', small)
    expect(new Set(listed.body.rows.map((row: { unitName: string }) => row.unitName))).toEqual(new Set(['许可科']))
    expect((await patch(account('sun'), { room: '306' }, small)).status).toBe(200)
    for (const url of [account('li'), account('out')]) {
      expect((await patch(url, { room: '1' }, small)).body.code).toBe('no-such-person')
      expect((await post(`${url}/password`, { password: '梧桐树-三更雨-42' }, small)).body.code).toBe('no-such-person')
      expect((await post(`${url}/revocation`, {}, small)).body.code).toBe('no-such-person')
    }
    await world.db.insertInto('grants').values({ institution_id: world.institutionId, person_id: world.people.sun, role: 'leader', unit_id: unit('局') }).execute()
    expect((await patch(account('sun'), { disabled: true }, small)).body.code).toBe('not-allowed')
    expect((await post(`${account('sun')}/password`, { password: '梧桐树-三更雨-42' }, small)).body.code).toBe('not-allowed')
    expect((await post(`${account('sun')}/revocation`, {}, small)).body.code).toBe('not-allowed')
    await world.db.deleteFrom('grants').where('person_id', '=', world.people.sun).where('role', '=', 'leader').execute()
  })

  it('gives no role, no unit and no matter beyond it, least of all to themselves', async () => {
    const root = { role: 'administrator', unitId: unit('局') }
    expect((await patch(account('zhou'), { roles: [root] }, small)).body.code).toBe('no-such-unit')
    expect((await patch(account('sun'), { unitId: unit('规划科') }, small)).body.code).toBe('no-such-unit')
    expect((await post('/api/staff/accounts', newcomer('too.far', { roles: [root] }), small)).body.code).toBe('no-such-unit')
    expect((await post('/api/staff/accounts', newcomer('too.far', { unitId: unit('规划科') }), small)).body.code).toBe('no-such-unit')
    expect((await post('/api/staff/units', { parentId: unit('局'), name: '新科', kind: 'department' }, small)).body.code).toBe('no-such-unit')
    expect((await patch(`/api/staff/units/${unit('规划科')}`, { room: '1' }, small)).body).toMatchObject({ status: 404, code: 'no-such-unit' })
    expect((await post('/api/staff/matters', { name: '越界的事项', unitId: unit('规划科') }, small)).body.code).toBe('no-such-unit')
    expect((await post(`${account('zhou')}/password`, { password: '不知道现用口令也想改' }, small)).body.code).toBe('not-allowed')
    const window = await post('/api/staff/units', { parentId: unit('许可科'), name: '许可窗口', kind: 'window' }, small)
    expect(window.status).toBe(201)
    expect((await post('/api/staff/accounts', newcomer('at.window', { unitId: window.body.id }), small)).status).toBe(201)
  })
})

describe('units and matters', () => {
  it('are added under the regulation of the unit above, with names and letters that nobody else has', async () => {
    const created = await post('/api/staff/units', { parentId: unit('规划科'), name: '规划窗口', kind: 'window', registerCode: 'GHC', phone: '0555-1', room: '101' })
    expect(created.status).toBe(201)
    const { body } = await get(`/api/staff/units/${created.body.id}/policy`)
    expect(body).toMatchObject({ versions: [{ unitName: '青山县建设局', version: 1, byName: null }], policy: { systemName: '首问负责制' } })
    expect(body.digest).toBe((await get(`/api/staff/units/${unit('规划科')}/policy`)).body.digest)
    expect((await post('/api/staff/units', { parentId: unit('规划科'), name: '规划窗口', kind: 'window' })).body.code).toBe('unit-name-taken')
    expect((await post('/api/staff/units', { parentId: unit('许可科'), name: '规划窗口', kind: 'window', registerCode: 'LS' })).body.code).toBe('register-code-taken')
    expect((await post('/api/staff/units', { parentId: world.otherInstitutionId, name: '别处', kind: 'window' })).body.code).toBe('no-such-unit')
    const outsiders = await world.call('out', 'GET', `/api/staff/units/${created.body.id}/policy`)
    expect(outsiders.body).toMatchObject({ status: 404, code: 'no-such-unit' })
    expect((await patch(`/api/staff/units/${created.body.id}`, { name: '规划咨询窗口', room: null })).status).toBe(200)
    const listed = (await get('/api/staff/units')).body.units.find((row: { id: string }) => row.id === created.body.id)
    expect(listed).toMatchObject({ name: '规划咨询窗口', phone: '0555-1', room: null, depth: 2, parentId: unit('规划科') })
  })

  it('name who holds which post, in place of whoever held it', async () => {
    const url = `/api/staff/units/${unit('规划科')}`
    expect((await patch(url, { posts: [{ post: 'head', personId: world.people.out }] })).body).toMatchObject({ status: 422, code: 'no-such-person' })
    const posts = [{ post: 'head', personId: world.people.li }, { post: 'head', personId: world.people.li }, { post: 'deputy', personId: world.people.he }]
    expect((await patch(url, { posts })).status).toBe(200)
    expect((await get('/api/staff/units')).body.units.find((row: { id: string }) => row.id === unit('规划科')).headName).toBe('李文')
    const held = await world.db.selectFrom('unit_posts').select(['post', 'person_id']).where('unit_id', '=', unit('规划科')).orderBy('post').execute()
    expect(held).toEqual([{ post: 'deputy', person_id: world.people.he }, { post: 'head', person_id: world.people.li }])
    const entry = await world.db.selectFrom('ledger_entries').select(['kind', 'data']).where('stream', '=', `unit:${unit('规划科')}`).orderBy('seq', 'desc').executeTakeFirst()
    expect(entry).toEqual({ kind: 'posts-changed', data: { posts: [posts[0], posts[2]] } })
  })

  it('are found by the words of a matter, and suggested at the register', async () => {
    const matter = { name: '建设工程规划许可证核发', unitId: unit('许可科'), personId: world.people.sun, category: 'application', keywords: ['盖房', '翻建'], workingDays: 10, papers: [{ name: '身份证', form: 'copy' }] }
    expect((await post('/api/staff/matters', matter)).status).toBe(201)
    expect((await post('/api/staff/matters', matter)).body.code).toBe('matter-name-taken')
    expect((await post('/api/staff/matters', { ...matter, name: '另一件', personId: world.people.out })).body.code).toBe('no-such-person')
    for (const q of ['规划许可', '盖房', '核发']) {
      const { body } = await world.call('li', 'GET', `/api/staff/matters?q=${encodeURIComponent(q)}`)
      expect(body.rows).toMatchObject([{ name: matter.name, unitName: '许可科', personName: '孙涛', papers: [{ name: '身份证', copies: 1, form: 'copy', given: false }], workingDays: 10 }])
    }
    expect((await world.call('li', 'GET', `/api/staff/matters?q=${encodeURIComponent('结婚登记')}`)).body.rows).toEqual([])
    expect((await world.call('out', 'GET', '/api/staff/matters')).body.rows).toEqual([])
    const suggested = await world.call('li', 'GET', `/api/staff/register/suggestions?text=${encodeURIComponent('老屋翻建要不要规划许可')}`)
    expect(suggested.body.matters[0]).toMatchObject({ name: matter.name })
  })
})

it('leaves chains of facts behind that anybody can check', async () => {
  const rows = await world.db.selectFrom('ledger_entries').selectAll().where('stream', 'not like', 'case:%').orderBy('stream').orderBy('seq').execute()
  const heads = new Map<string, { seq: number; hash: string }>()
  for (const { institution_id: institutionId, stream, seq, at, actor, kind, data, prev, hash, algorithm } of rows) {
    expect({ seq, prev }).toEqual(linkAfter(heads.get(stream) ?? null))
    expect(entryHash({ institutionId, stream, seq, at, actor, kind, data: data as JsonObject, prev, algorithm }, digestOf)).toBe(hash)
    heads.set(stream, { seq, hash })
  }
  expect(heads.size).toBeGreaterThan(8)
})
