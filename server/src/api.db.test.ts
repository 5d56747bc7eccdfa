import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '@daodi/contract/openapi.ts'
import { operations } from '@daodi/contract/operations.ts'
import { buildApi, startApi, type RunningApi } from './api.ts'
import { newLog } from './commands/log.ts'
import { connect } from './database/connect.ts'
import { OperatorError } from './database/operator-error.ts'
import type { Services } from './http/route.ts'
import { routes } from './routes.ts'
import { makeWorld, tokenOf, type Who, type World } from './testing-world.ts'

let world: World
const logged: string[] = []

const bearerOf = (who: Who): { authorization: string } => ({ authorization: `Bearer ${tokenOf(who)}` })

const services = (): Services => ({ ...world.services, log: newLog('debug', { write: (line: string) => { logged.push(line) } }) })
const api = (more: Partial<Parameters<typeof buildApi>[0]> = {}): Promise<FastifyInstance> => buildApi({ services: services(), routes, pool: world.pool, ...more })

beforeAll(async () => { world = await makeWorld() })
afterAll(() => world.drop())

async function register(app: FastifyInstance, subject = '路灯不亮'): Promise<{ id: string; number: string }> {
  const reply = await app.inject({
    method: 'POST', url: '/api/staff/cases', headers: bearerOf('li'),
    payload: { channel: 'visit', category: 'consultation', subject, requester: { name: '赵敏芝', phone: '13800012345', address: '青山县和平路9号' } },
  })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}

describe('health', () => {
  it('is ready, tells how far the worker is behind, and needs no sign-in', async () => {
    const app = await api()
    await register(app)
    const now = await app.inject('/api/health')
    expect([now.statusCode, now.json()]).toMatchObject([200, { live: true, ready: true, database: { ok: true }, worker: { ok: true, lagSeconds: 0 } }])
    world.setTime('2026-04-02 09:00')
    const late = await app.inject('/api/health')
    expect(late.statusCode).toBe(200)
    expect(late.json().worker.ok).toBe(false)
    expect(late.json().worker.lagSeconds).toBeGreaterThan(86_400)
    world.setTime('2026-03-02 09:00')
    await app.close()
  })

  it('is not ready while the database is away, but alive', async () => {
    const away = connect('postgres://nobody@127.0.0.1:9/none', { reconnectFor: 0 })
    const app = await api({ services: { ...services(), db: away.db }, pool: away.pool })
    const health = await app.inject('/api/health')
    expect([health.statusCode, health.json()]).toMatchObject([503, { live: true, ready: false, database: { ok: false } }])
    expect((await app.inject('/api/health/live')).statusCode).toBe(200)
    expect((await app.inject('/metrics')).statusCode).toBe(200)
    await app.close()
    await away.close()
  })
})

describe('what is not an operation', () => {
  it('serves the contract as OpenAPI', async () => {
    const app = await api()
    expect((await app.inject('/api/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(openApiDocument(operations))))
    await app.close()
  })

  it.each([['GET', '/api/nothing'], ['POST', '/api/staff/nothing'], ['DELETE', '/api/staff/cases'], ['GET', '/api'], ['GET', '/nothing'], ['POST', '/']] as const)('%s %s is a problem 404', async (method, url) => {
    const app = await api()
    const reply = await app.inject({ method, url })
    expect([reply.statusCode, reply.headers['content-type'], reply.json().code]).toEqual([404, 'application/problem+json; charset=utf-8', 'not-found'])
    await app.close()
  })
})

describe('metrics', () => {
  it('count by operation and status, and hold no path, id or number', async () => {
    const app = await api()
    const { id, number } = await register(app)
    await app.inject({ url: `/api/staff/cases/${id}`, headers: bearerOf('li') })
    await app.inject({ url: `/api/public/cases/${number}?code=ABCDEF` })
    await app.inject('/api/unheard/of')
    const { body } = await app.inject('/metrics')
    expect(body).toContain('daodi_request_seconds_count{operation="getCase",status="200"} 1')
    expect(body).toContain('daodi_request_seconds_count{operation="trackCase",status="404"} 1')
    expect(body).toContain('daodi_request_seconds_count{operation="unknown",status="404"} 1')
    for (const name of ['daodi_pool_connections', 'daodi_obligations_open', 'daodi_obligations_late 0', 'daodi_worker_lag_seconds', 'daodi_ledger_unsealed']) expect(body).toContain(name)
    expect(Number(/^daodi_ledger_unsealed (\d+)$/m.exec(body)?.[1])).toBeGreaterThan(0)
    for (const secret of [id, number, '/api', 'unheard']) expect(body).not.toContain(secret)
    await app.close()
  })

  it('are for this machine, or for whoever has the token', async () => {
    const open = await api()
    expect((await open.inject({ url: '/metrics', remoteAddress: '10.0.0.7' })).statusCode).toBe(403)
    expect((await open.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(403)
    expect((await open.inject({ url: '/metrics', remoteAddress: '::ffff:127.0.0.1' })).statusCode).toBe(200)
    await open.close()
    const guarded = await api({ metricsToken: 'a-token-of-some-length' })
    expect((await guarded.inject('/metrics')).statusCode).toBe(403)
    expect((await guarded.inject({ url: '/metrics', remoteAddress: '10.0.0.7', headers: { authorization: 'Bearer a-token-of-some-length' } })).statusCode).toBe(200)
    await guarded.close()
  })
})

describe('pages', () => {
  let folder: string
  let app: FastifyInstance
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daodi-pages-'))
    await mkdir(join(folder, 'portal/assets'), { recursive: true })
    await mkdir(join(folder, 'staff/assets'), { recursive: true })
    const files = { 'portal/index.html': '<p>portal</p>', 'portal/assets/index-AbCd_123.js': 'let a;'.repeat(1000), 'portal/assets/index-AbCd_123.js.map': '{}', 'portal/favicon.svg': '<svg/>', 'portal/.stamp': 'x', 'staff/index.html': '<p>staff</p>', secret: 'secret' }
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    await symlink(join(folder, 'secret'), join(folder, 'portal/link.txt'))
    await symlink(folder, join(folder, 'portal/up'))
    app = await api({ pages: [
      { folder: join(folder, 'portal'), prefix: '/', understands: (path) => path === '' || path === 'ask' },
      { folder: join(folder, 'staff'), prefix: '/staff/', understands: (path) => !path.includes('.') },
    ] })
  })
  afterAll(async () => { await app.close(); await rm(folder, { recursive: true }) })

  it.each([['/', 'portal'], ['/ask?x=1', 'portal'], ['/staff/', 'staff'], ['/staff/cases/42', 'staff']])('%s is the page of the %s', async (url, text) => {
    const reply = await app.inject(url)
    expect([reply.statusCode, reply.body, reply.headers['cache-control']]).toEqual([200, `<p>${text}</p>`, 'no-cache'])
    expect(reply.headers['content-security-policy']).toContain("script-src 'self';")
  })

  it('keeps hashed files for ever and others for an hour', async () => {
    const hashed = await app.inject('/assets/index-AbCd_123.js')
    expect([hashed.statusCode, hashed.headers['content-type'], hashed.headers['cache-control']]).toEqual([200, 'application/javascript; charset=utf-8', 'public, max-age=31536000, immutable'])
    const packed = await app.inject({ url: '/assets/index-AbCd_123.js', headers: { 'accept-encoding': 'br, gzip' } })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(packed.rawPayload.length).toBeLessThan(200)
    expect((await app.inject('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600')
  })

  it.each(['/link.txt', '/up/secret', '/.stamp', '/assets/index-AbCd_123.js.map', '/..%2fsecret', '/staff/..%2f..%2fsecret', '/%2e%2e/secret', '/staff/app.js', '/%', '/assets/', '//secret'])('%s is not there', async (url) => {
    const reply = await app.inject({ url })
    expect([reply.statusCode, reply.body.includes('secret')]).toEqual([url === '/%' ? 400 : 404, false])
  })

  it('shows a person who is lost the portal, as not found', async () => {
    const reply = await app.inject({ url: '/nowhere', headers: { accept: 'text/html,*/*' } })
    expect([reply.statusCode, reply.body]).toEqual([404, '<p>portal</p>'])
  })

  it('leads /staff to /staff/', async () => {
    expect((await app.inject('/staff')).headers.location).toBe('/staff/')
  })
})

describe('the log', () => {
  it('names operation, status and caller, and nothing that anybody wrote', async () => {
    const app = await api()
    logged.length = 0
    const { id } = await register(app, '我家门前的路灯坏了三个月')
    await app.inject({ url: '/api/staff/cases?q=%E8%B5%B5%E6%95%8F%E8%8A%9D', headers: bearerOf('li') })
    await app.inject({ method: 'POST', url: '/api/staff/session', payload: { login: 'zhaominzhi', password: 'MyOldDogIsCalled' } })
    await app.inject({ method: 'POST', url: '/api/public/cases', payload: '{"content": "赵敏芝', headers: { 'content-type': 'application/json' } })
    await app.inject({ url: `/t/JS20260302-0001?name=赵敏芝` })
    await sql`alter table texts add constraint no_such_words check (body is null or body not like '%连不上%')`.execute(world.db)
    const failed = await app.inject({ method: 'POST', url: `/api/staff/cases/${id}/notes`, headers: bearerOf('li'), payload: { kind: 'progress', text: '赵敏芝的电话连不上' } })
    expect(failed.statusCode).toBe(500)
    await sql`alter table texts drop constraint no_such_words`.execute(world.db)
    const text = logged.join('')
    expect(text).toMatch(new RegExp(`"operation":"registerCase","method":"POST","status":201,"ms":\\d+,"caller":"${world.people.li}"`))
    expect(text).toContain('"constraint":"no_such_words"')
    for (const word of ['赵敏芝', '%E8', '路灯', '13800012345', '和平路', 'zhaominzhi', 'MyOldDog', '连不上', 'JS2026', 'token']) expect(text).not.toContain(word)
    await app.close()
  })

  it('takes personal fields out of what should never have been logged', () => {
    const lines: string[] = []
    const log = newLog('info', { write: (line: string) => { lines.push(line) } })
    log.info({ msg: 'x', body: { name: '赵敏芝' }, request: { url: '/?q=赵敏芝', headers: { cookie: '赵敏芝' } }, error: { message: '赵敏芝', detail: '赵敏芝', code: '23505' } })
    expect(lines.join('')).not.toContain('赵敏芝')
    expect(lines.join('')).toContain('23505')
  })
})

describe('a server that cannot keep up', () => {
  it('refuses requests with a problem that says when to try again, and still tells its state', async () => {
    const app = await api({ mostDelayMs: 5 })
    await app.ready()
    for (let round = 0; round < 25; round += 1) {
      const until = performance.now() + 50
      while (performance.now() < until);
      await sleep(0)
    }
    const refused = await app.inject({ url: '/api/staff/cases', headers: bearerOf('li') })
    expect([refused.statusCode, refused.headers['retry-after'], refused.json().code]).toEqual([503, '5', 'unavailable'])
    expect((await app.inject('/api/health')).statusCode).toBe(200)
    expect((await app.inject('/metrics')).statusCode).toBe(200)
    await app.close()
  })
})

describe('stopping', () => {
  let running: RunningApi | undefined
  afterEach(async () => { await running?.stop(0); running = undefined })

  const start = async (): Promise<RunningApi> => (running = await startApi({ services: services(), routes, pool: world.pool, host: '127.0.0.1', port: 0 }))

  /** A request that waits for `until`: somebody else has the case. */
  async function slowRequest(api: RunningApi, until: Promise<void>): Promise<{ answer: Promise<Response>; held: Promise<void> }> {
    const { id } = await register(api.app)
    let isHeld: () => void = () => undefined
    const holding = new Promise<void>((resolve) => { isHeld = resolve })
    const held = world.db.transaction().execute(async (trx) => {
      await sql`select from cases where id = ${id} for update`.execute(trx)
      isHeld()
      await until
    })
    await holding
    const answer = fetch(`${api.url}/api/staff/cases/${id}/notes`, {
      method: 'POST', headers: { ...bearerOf('li'), 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'progress', text: '正在核实。' }),
    })
    await sleep(150)
    return { answer, held }
  }

  it('lets a request in flight finish, closes event streams, and takes no new ones', async () => {
    const api = await start()
    const events = await fetch(`${api.url}/api/staff/events`, { headers: bearerOf('li') })
    expect(events.headers.get('content-type')).toContain('text/event-stream')
    const { answer, held } = await slowRequest(api, sleep(600))
    const stopping = api.stop()
    await expect(events.text()).rejects.toThrow('terminated')
    await expect(fetch(`${api.url}/api/health`)).rejects.toThrow('fetch failed')
    expect((await answer).status).toBe(200)
    await Promise.all([stopping, held])
  })

  it('cuts off what does not finish in time', async () => {
    const api = await start()
    let release: () => void = () => undefined
    const { answer, held } = await slowRequest(api, new Promise((resolve) => { release = resolve }))
    const cut = answer.then(() => 'answered', () => 'cut off')
    const started = performance.now()
    await api.stop(200)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(await cut).toBe('cut off')
    release()
    await held
  })

  it('is refused a port in one sentence when another program has it', async () => {
    const api = await start()
    const again = startApi({ services: services(), routes, pool: world.pool, host: '127.0.0.1', port: api.port })
    await expect(again).rejects.toThrow(OperatorError)
    await expect(again).rejects.toThrow(`Port ${api.port} on 127.0.0.1 is in use by another program; stop that one, or set PORT to another number.`)
  })
})
