import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildServer } from '../http/build-server.ts'
import { routes } from '../routes.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { gatekeeper } from './gatekeeper.ts'
import { networkOf } from './store-tries.ts'
import { sessionFor } from './testing-sessions.ts'

let world: World
let behindProxy: FastifyInstance
let li: { cookie: string }
beforeAll(async () => {
  world = await makeWorld()
  behindProxy = await buildServer({ routes, services: world.services, gatekeeper, trustedProxies: ['10.0.0.0/24'], secure: true, checkReplies: true })
  li = await sessionFor(world, 'li')
})
afterAll(async () => { await behindProxy.close(); await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

const CASE = { channel: 'visit', subject: '问路', category: 'consultation' }
const ASK = { subject: '网上问一件事' }
const post = (headers: Record<string, string>, body: object = CASE) => world.call(null, 'POST', '/api/staff/cases', body, { ...li, ...headers })

async function count(table: 'cases' | 'ledger_entries' | 'rate_limits'): Promise<number> {
  return (await world.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
}

describe('a write from another site', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }], [{ 'sec-fetch-site': 'same-site' }], [{ 'sec-fetch-site': 'anything' }], [{ origin: 'https://evil.example' }], [{ origin: 'null' }], [{ origin: 'http://localhost:81' }],
    [{ origin: 'http://localhost.evil.example' }], [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' }],
  ])('with %j is refused, and nothing is written', async (headers) => {
    const before = await count('cases')
    expect((await post(headers as Record<string, string>)).body).toMatchObject({ status: 403, code: 'cross-site' })
    expect((await world.call(null, 'POST', '/api/staff/session', { login: 'li', password: 'whatever it is' }, headers as Record<string, string>)).body.code).toBe('cross-site')
    expect((await world.call('li', 'DELETE', `/api/staff/tokens/${world.people.li}`, undefined, headers as Record<string, string>)).body.code).toBe('cross-site')
    expect(await count('cases')).toBe(before)
  })

  it.each([[{}], [{ 'sec-fetch-site': 'same-origin' }], [{ 'sec-fetch-site': 'none' }], [{ origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' }], [{ 'sec-fetch-site': 'same-origin', origin: 'https://desk.example', host: 'desk.example' }]])(
    'is told from one of our own pages or programs (%j)', async (headers) => { expect((await post(headers as Record<string, string>)).status).toBe(201) },
  )

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/json-but-not-really', ''])('cannot come from a form (%s)', async (type) => {
    const before = await count('cases')
    const { status, body } = await world.call(null, 'POST', '/api/staff/cases', JSON.stringify(CASE), { ...li, 'content-type': type })
    expect([400, 415]).toContain(status)
    expect(body.code).toMatch(/^(?:unsupported-media|bad-request)$/)
    expect(await count('cases')).toBe(before)
  })
})

describe('headers', () => {
  it('let no script run but our own, nothing be framed, nothing be guessed and nothing be kept', async () => {
    for (const [url, app] of [['/api/public/info', world.app], ['/api/staff/session', world.app], ['/api/public/info', behindProxy]] as const) {
      const { headers } = await app.inject({ method: 'GET', url })
      const policy = new Map(String(headers['content-security-policy']).split(';').map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1)]))
      expect(policy.get('default-src')).toEqual(["'self'"])
      expect(policy.get('script-src')).toEqual(["'self'"])
      for (const none of ['object-src', 'base-uri', 'frame-ancestors']) expect(policy.get(none)).toEqual(["'none'"])
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
      // Only where there is TLS: told on plain HTTP it would lock people out.
      expect(Boolean(headers['strict-transport-security'])).toBe(app === behindProxy)
    }
  })
})

describe('the address of a caller', () => {
  const ask = (app: FastifyInstance, remoteAddress: string, forwarded?: string): Promise<number> => {
    const options: InjectOptions = { method: 'POST', url: '/api/public/cases', remoteAddress, payload: ASK, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }
    return app.inject(options).then(({ statusCode }) => statusCode)
  }
  const repeat = async (times: number, once: (turn: number) => Promise<number>): Promise<number[]> => {
    const statuses: number[] = []
    for (let turn = 0; turn < times; turn += 1) statuses.push(await once(turn))
    return statuses
  }

  it('is its own: who says otherwise is not believed', async () => {
    const statuses = await repeat(22, (turn) => ask(world.app, '203.0.113.5', `198.51.100.${turn}`))
    expect(statuses).toEqual([...Array<number>(20).fill(201), 429, 429])
    expect(await ask(world.app, '203.0.113.6', '203.0.113.5')).toBe(201)
  })

  it('is what a trusted proxy says, and only what that one says', async () => {
    expect(await repeat(22, () => ask(behindProxy, '10.0.0.7', '198.51.100.1'))).toEqual([...Array<number>(20).fill(201), 429, 429])
    expect(await ask(behindProxy, '10.0.0.7', '198.51.100.2')).toBe(201)
    // A client that adds addresses of its own in front is seen as what the proxy appended.
    expect(await ask(behindProxy, '10.0.0.7', '1.2.3.4, 198.51.100.1')).toBe(429)
    expect(await repeat(22, (turn) => ask(behindProxy, '192.0.2.1', `198.51.100.${turn + 50}`))).toEqual([...Array<number>(20).fill(201), 429, 429])
  })

  it('is a network for whoever has a whole one', () => {
    expect(networkOf('2001:db8:0:1:aaaa::1')).toBe(networkOf('2001:DB8::1:bbbb:0:0:2'))
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'))
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect(networkOf('192.0.2.1')).toBe('192.0.2.1')
    expect(networkOf('::ffff:192.0.2.1')).toBe('::ffff:192.0.2.1')
  })

  it('is told how long to wait, by operation, and served again afterwards', async () => {
    const { number, trackingCode } = (await world.call(null, 'POST', '/api/public/cases', ASK)).body
    const look = () => world.call(null, 'GET', `/api/public/cases/${number}?code=${trackingCode}`)
    for (let turn = 0; turn < 120; turn += 1) expect((await look()).status).toBe(200)
    const slowed = await look()
    expect(slowed.body).toMatchObject({ status: 429, code: 'too-fast' })
    expect(slowed.headers['retry-after']).toBe('60')
    expect((await world.call(null, 'GET', '/api/public/info')).status).toBe(200)
    world.setTime('2026-03-02 09:01')
    expect((await look()).status).toBe(200)
    world.setTime('2026-03-02 09:00')
  })
})

describe('the same request sent again', () => {
  const keyed = (key: string, body: object = CASE, who: 'li' | 'qian' = 'li') => world.call(who, 'POST', '/api/staff/cases', body, { 'idempotency-key': key })

  it('gets the first answer for 24 hours, and is done once', async () => {
    const first = await keyed('again')
    const before = await count('ledger_entries')
    const second = await keyed('again')
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect(first.headers['idempotent-replayed']).toBeUndefined()
    expect(await count('ledger_entries')).toBe(before)
    world.setTime('2026-03-03 09:01')
    expect((await keyed('again')).body.number).toBe('GH20260303-0001')
    world.setTime('2026-03-02 09:00')
  })

  it('is refused with another body, another path or no proper key', async () => {
    await keyed('other')
    expect((await keyed('other', { ...CASE, subject: '别的' })).body).toMatchObject({ status: 409, code: 'idempotency-conflict' })
    for (const key of ['', ' ', '键', 'x'.repeat(201)]) {
      const { status, body } = await keyed(key)
      expect(status, key).toBe(400)
      expect(body.errors[0].pointer).toBe('header/Idempotency-Key')
    }
  })

  it('belongs to one person: the same key of another is another request', async () => {
    const mine = await keyed('shared')
    const theirs = await keyed('shared', CASE, 'qian')
    expect(theirs.status).toBe(201)
    expect(theirs.body.number).not.toBe(mine.body.number)
  })

  it('is done once when it comes eight times at the same moment', async () => {
    const before = await count('cases')
    const answers = await Promise.all(Array.from({ length: 8 }, () => keyed('at-once')))
    expect(new Set(answers.map(({ body }) => body.number as string)).size).toBe(1)
    expect(answers.map(({ status, body }) => (status === 201 ? '' : JSON.stringify(body)))).toEqual(Array<string>(8).fill(''))
    expect(await count('cases')).toBe(before + 1)
  })

  it('may be corrected after a refusal: what was not done is not remembered', async () => {
    expect((await keyed('mended', { ...CASE, category: 'complaint' })).body.code).toBe('read-back-needed')
    expect((await keyed('mended', { ...CASE, category: 'complaint', readBack: true })).status).toBe(201)
  })

  it('works for the public by address', async () => {
    const ask = (remoteAddress: string) => world.app.inject({ method: 'POST', url: '/api/public/cases', remoteAddress, payload: ASK, headers: { 'idempotency-key': 'web-1' } })
    const [first, again, other] = [await ask('203.0.113.20'), await ask('203.0.113.20'), await ask('203.0.113.21')]
    expect(again.json()).toEqual(first.json())
    expect(other.json().number).not.toBe(first.json().number)
  })
})
