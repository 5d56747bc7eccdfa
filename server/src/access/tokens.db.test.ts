import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../testing-world.ts'
import { sessionFor } from './testing-sessions.ts'

let world: World
let li: { cookie: string }
beforeAll(async () => {
  world = await makeWorld()
  li = await sessionFor(world, 'li')
})
afterAll(async () => { await world.drop() })

const create = (body: object, headers: Record<string, string> = li) => world.call(null, 'POST', '/api/staff/tokens', body, headers)
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('an API token', () => {
  it('is shown once, kept as a digest only, and signs its owner in', async () => {
    const created = await create({ name: '取号机', scope: 'read', days: 30 }, { ...li, 'idempotency-key': 'token-1' })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({ expiresAt: '2026-04-01T01:00:00.000Z' })
    expect(created.body.token).toMatch(/^daodi_[A-Za-z0-9_-]{43}$/)
    const { rows } = await world.pool.query<{ text: string }>(`select t::text as text from api_tokens t union all select i::text from idempotency_keys i union all select l::text from ledger_entries l`)
    expect(rows.map((row) => row.text).join('\n')).not.toContain(created.body.token.slice(6))
    expect((await world.call(null, 'GET', '/api/staff/session', undefined, bearer(created.body.token))).body.person.name).toBe('李文')
    const listed = await world.call(null, 'GET', '/api/staff/tokens', undefined, li)
    expect(listed.body.tokens[0]).toMatchObject({ id: created.body.id, name: '取号机', scope: 'read', lastUsedAt: '2026-03-02T01:00:00.000Z' })
    expect(JSON.stringify(listed.body)).not.toContain('daodi_')
  })

  it('does no more than its scope: reading, registering besides, or whatever its owner may', async () => {
    const tokens: Record<string, string> = {}
    for (const scope of ['read', 'register', 'act']) tokens[scope] = (await create({ name: scope, scope, days: 1 })).body.token
    const ask = { channel: 'visit', subject: '几点下班', category: 'consultation' }
    const statuses = async (method: 'GET' | 'POST', url: string, body?: object) =>
      Promise.all(['read', 'register', 'act'].map(async (scope) => (await world.call(null, method, url, body, bearer(tokens[scope] ?? ''))).status))
    expect(await statuses('GET', '/api/staff/cases')).toEqual([200, 200, 200])
    expect(await statuses('POST', '/api/staff/cases', ask)).toEqual([403, 201, 201])
    const { body: { rows: [row] } } = await world.call('li', 'GET', '/api/staff/cases')
    expect(await statuses('POST', `/api/staff/cases/${row.id}/notes`, { kind: 'progress', text: '已转告' })).toEqual([403, 403, 200])
    expect(await statuses('GET', '/api/staff/tokens')).toEqual([403, 403, 403])
    expect(await statuses('POST', '/api/staff/tokens', { name: 'x', scope: 'act', days: 1 })).toEqual([403, 403, 403])
    expect(await statuses('POST', '/api/staff/session/password', { current: 'x', next: 'something long' })).toEqual([403, 403, 403])
  })

  it('ends when revoked, when it expires and when its owner is disabled', async () => {
    const { body: first } = await create({ name: 'a', scope: 'read', days: 1 })
    const { body: second } = await create({ name: 'b', scope: 'read', days: 1 })
    const { body: third } = await create({ name: 'c', scope: 'read', days: 90 })
    const status = async ({ token }: { token: string }) => (await world.call(null, 'GET', '/api/staff/session', undefined, bearer(token))).status
    expect((await world.call(null, 'DELETE', `/api/staff/tokens/${first.id}`, undefined, await sessionFor(world, 'qian'))).status).toBe(404)
    expect((await world.call(null, 'DELETE', `/api/staff/tokens/${first.id}`, undefined, li)).status).toBe(204)
    expect((await world.call(null, 'DELETE', `/api/staff/tokens/${first.id}`, undefined, li)).status).toBe(404)
    expect([await status(first), await status(second), await status(third)]).toEqual([401, 200, 200])
    world.setTime('2026-03-03 09:01')
    expect([await status(second), await status(third)]).toEqual([401, 200])
    await world.db.updateTable('people').set({ disabled_at: world.services.clock() }).where('id', '=', world.people.li).execute()
    expect(await status(third)).toBe(401)
    await world.db.updateTable('people').set({ disabled_at: null }).where('id', '=', world.people.li).execute()
    li = await sessionFor(world, 'li')
  })

  it('is noted as used every ten minutes, not at every request', async () => {
    const { body: { token, id } } = await create({ name: 'used', scope: 'read', days: 1 })
    const lastUsed = async () => (await world.db.selectFrom('api_tokens').select('last_used_at').where('id', '=', id).executeTakeFirst())?.last_used_at
    const use = async (time: string) => { world.setTime(time); await world.call(null, 'GET', '/api/staff/session', undefined, bearer(token)); return lastUsed() }
    expect(await use('2026-03-03 09:02')).toBe('2026-03-03T01:02:00.000Z')
    expect(await use('2026-03-03 09:12')).toBe('2026-03-03T01:02:00.000Z')
    expect(await use('2026-03-03 09:13')).toBe('2026-03-03T01:13:00.000Z')
  })

  it('is not one of more than twenty, however many are asked for at once; expired and revoked ones do not count', async () => {
    const zhou = await sessionFor(world, 'zhou')
    // The test world gave everybody one already.
    const made = await Promise.all(Array.from({ length: 24 }, (_, index) => create({ name: `t${index}`, scope: 'read', days: 1 }, zhou)))
    expect(made.filter((answered) => answered.status === 201)).toHaveLength(19)
    expect(made.filter((answered) => answered.body.code === 'too-many-tokens')).toHaveLength(5)
    world.setTime('2026-03-04 09:14')
    expect((await create({ name: 'next day', scope: 'read', days: 1 }, await sessionFor(world, 'zhou'))).status).toBe(201)
  })

  it.each([['Bearer'], ['Bearer short'], ['Basic bGk6cGFzc3dvcmQ='], [`Bearer daodi_${'A'.repeat(43)}`], [`bearer daodi_${'A'.repeat(43)}`], ['Bearer a b']])('%s is nobody', async (authorization) => {
    for (const url of ['/api/staff/session', '/api/public/info']) expect((await world.call(null, 'GET', url, undefined, { authorization })).body.code).toBe('not-signed-in')
  })
})
