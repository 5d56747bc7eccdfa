import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gatekeeper } from '../access/gatekeeper.ts'
import { secretDigest } from '../access/store.ts'
import { newIdAt } from '../database/new-id.ts'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { buildServer } from '../http/build-server.ts'
import type { Services } from '../http/route.ts'
import { routes } from '../routes.ts'
import { testingSecrets } from '../secrets/testing-secrets.ts'

const NOW = '2026-03-02T01:00:00.000Z'
const TOKEN = 'a-token-from-the-console'
const ASK = {
  token: TOKEN, preset: 'county-bureau', institution: { name: '青山县建设局', shortName: '县建设局', registerCode: 'QS', phone: '0555-1234567' },
  administrator: { name: '方远', login: 'fangy', password: '清水河边的老榆树之下' },
}

let database: ClonedDatabase
let app: Awaited<ReturnType<typeof buildServer>>
beforeEach(async () => {
  database = await cloneDatabase()
  const log = { info: () => undefined, warn: () => undefined, error: (message: object | string) => { console.error(message) } }
  const services: Services = { db: database.db, clock: () => NOW, newId: () => newIdAt(Date.parse(NOW)), dataDir: '', ledgerAlgorithm: 'sha256', demo: false, log, secrets: testingSecrets }
  app = await buildServer({ routes, services, gatekeeper, trustedProxies: [], secure: true, checkReplies: true })
  await database.db.insertInto('installation').values({ kind: 'real', setup_digest: secretDigest(TOKEN) }).execute()
})
afterEach(async () => { await app.close(); await database.drop() })

async function call(method: 'GET' | 'POST', url: string, body?: object, headers: Record<string, string> = {}) {
  const response = await app.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
  return { status: response.statusCode, body: response.body ? response.json() : null, headers: response.headers }
}
const rows = async () => {
  const counts = await Promise.all((['institutions', 'units', 'people', 'policies', 'ledger_entries', 'idempotency_keys'] as const).map(async (table) => {
    const { count } = await database.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    return [table, count]
  }))
  return Object.fromEntries(counts)
}

describe('the set-up', () => {
  it('offers the kinds of organisation while it is needed, and makes the first institution in which everything has somebody', async () => {
    const offered = await call('GET', '/api/staff/setup')
    expect(offered.body).toMatchObject({ needed: true, demo: false })
    expect(offered.body.presets.map((preset: { id: string }) => preset.id)).toEqual(expect.arrayContaining(['county-bureau', 'ward-nurse-station']))
    const done = await call('POST', '/api/staff/setup', ASK, { 'idempotency-key': 'k' })
    expect(done.status, JSON.stringify(done.body)).toBe(201)
    expect(await call('GET', '/api/staff/setup')).toMatchObject({ body: { needed: false, presets: [] } })
    const signedIn = await call('POST', '/api/staff/session', { login: 'fangy', password: ASK.administrator.password })
    expect(signedIn.body.person).toMatchObject({ name: '方远', passwordChangeNeeded: false, unit: { name: '青山县建设局' }, roles: [{ role: 'administrator' }, { role: 'head' }] })
    expect(String(signedIn.headers['set-cookie'])).toMatch(/; Secure/)
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    const posts = await database.db.selectFrom('unit_posts').select('post').where('person_id', '=', done.body.personId).orderBy('post').execute()
    expect(posts.map(({ post }) => post)).toEqual(['dutyOfficer', 'head', 'intake', 'leaderInCharge', 'office', 'principal'])
    // One person is enough for the whole of it: a question from the web is theirs from the first second, and so is an unclear one.
    const asked = await call('POST', '/api/public/cases', { subject: '你们几点上班' })
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    const listed = await call('GET', '/api/staff/cases?view=mineFirst', undefined, { cookie })
    expect(listed.body.rows).toMatchObject([{ number: 'QS20260302-0001', firstContact: { personName: '方远' }, handler: { personName: '方远' } }])
    const ready = await call('GET', '/api/staff/readiness', undefined, { cookie })
    expect(ready.status, JSON.stringify(ready.body)).toBe(200)
    const lacking = (ready.body.points as { point: string; state: string; count: number; names: string[] }[]).filter(({ state }) => state === 'missing')
    expect(lacking.map(({ point }) => point)).toEqual(expect.arrayContaining(['people', 'policy', 'soleHolder', 'matters', 'publicUrl']))
    expect(lacking.find(({ point }) => point === 'soleHolder')).toMatchObject({ count: 6, names: ['方远'] })
    expect(lacking.map(({ point }) => point)).not.toContain('rulers')
    expect(ready.body.missing).toBe(lacking.length)
    // One more person who holds a role, and nobody holds them all any more.
    const { institutionId } = done.body
    const second = newIdAt(Date.parse(NOW) + 1)
    await database.db.insertInto('people').values({ institution_id: institutionId, id: second, unit_id: signedIn.body.person.unit.id, name: '关心', login: 'guanx' }).execute()
    await database.db.updateTable('unit_posts').set({ person_id: second }).where('post', '=', 'office').execute()
    const after = await call('GET', '/api/staff/readiness', undefined, { cookie })
    expect(after.body.points.filter(({ point }: { point: string }) => point === 'soleHolder' || point === 'people')).toMatchObject([{ state: 'done', count: 2 }, { state: 'done' }])
    await database.db.deleteFrom('unit_posts').where('post', '=', 'office').execute()
    const vacant = (await call('GET', '/api/staff/readiness', undefined, { cookie })).body.points.filter(({ names }: { names: string[] }) => names.includes('office'))
    expect(vacant).toMatchObject([{ state: 'missing' }])
    const ledger = await database.db.selectFrom('ledger_entries').select(['stream', 'kind', 'actor']).where('stream', 'not like', 'case:%').orderBy('stream').execute()
    expect(ledger.map(({ kind, actor }) => [kind, actor])).toEqual([['person-created', 'system'], ['institution-created', 'system']])
  })

  it('is done once, even when two do it at the same moment', async () => {
    const both = await Promise.all([call('POST', '/api/staff/setup', ASK), call('POST', '/api/staff/setup', { ...ASK, institution: { ...ASK.institution, name: '另一个局', registerCode: 'LY' } })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await rows()).toMatchObject({ institutions: 1, people: 1 })
    const late = await call('POST', '/api/staff/setup', ASK)
    expect(late).toMatchObject({ status: 409, body: { code: 'setup-done' } })
  })

  it.each([
    [{ token: 'another-token' }, 403, 'setup-token-wrong'], [{ preset: 'no-such-kind' }, 422, 'no-such-preset'],
    [{ administrator: { ...ASK.administrator, password: 'password2026!' } }, 422, 'password-common'],
    [{ administrator: { ...ASK.administrator, password: 'fangyuan-is-me' } }, 422, 'password-has-login'],
    [{ administrator: { ...ASK.administrator, password: 'short' } }, 400, 'bad-request'],
    [{ institution: { ...ASK.institution, registerCode: 'qs' } }, 400, 'bad-request'],
    [{ extra: true }, 400, 'unknown-field'],
  ])('refuses %j with %i %s and writes nothing', async (changed, status, code) => {
    const before = await rows()
    expect(await call('POST', '/api/staff/setup', { ...ASK, ...changed })).toMatchObject({ status, body: { code, status } })
    expect(await rows()).toEqual(before)
    expect((await call('GET', '/api/staff/setup')).body.needed).toBe(true)
  })

  it('slows down whoever guesses at the token', async () => {
    for (let guess = 0; guess < 10; guess += 1) expect((await call('POST', '/api/staff/setup', { ...ASK, token: `guess-${guess}` })).status).toBe(403)
    const slowed = await call('POST', '/api/staff/setup', ASK)
    expect(slowed.status).toBe(429)
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('works for every kind of organisation that is brought along', async () => {
    const { body } = await call('GET', '/api/staff/setup')
    for (const { id } of body.presets as { id: string }[]) {
      await database.db.updateTable('installation').set({ setup_digest: secretDigest(TOKEN) }).execute()
      const letter = String.fromCharCode(65 + body.presets.findIndex((preset: { id: string }) => preset.id === id))
      const ask = { ...ASK, preset: id, institution: { ...ASK.institution, registerCode: `ZQ${letter}` }, administrator: { ...ASK.administrator, login: `admin-${letter.toLowerCase()}` } }
      const done = await call('POST', '/api/staff/setup', ask)
      expect(done.status, `${id} ${JSON.stringify(done.body)}`).toBe(201)
      const asked = await call('POST', '/api/public/cases', { institutionId: done.body.institutionId, subject: '想问一件事' })
      expect(asked.status, `${id} ${JSON.stringify(asked.body)}`).toBe(201)
    }
  })
})
