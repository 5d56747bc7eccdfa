import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { prepareSecrets, resetSecrets } from './prepare-secrets.ts'
import { secretBoxes } from './secret-box.ts'
import { testingSecrets } from './testing-secrets.ts'

let world: World
const ENDPOINT = '0190a000-0000-7000-8000-000000000001'
const SERVER = { host: 'mail.example.cn', port: 465, security: 'tls' as const, login: 'bureau', sender: 'notice@example.cn', senderName: null }

beforeAll(async () => {
  world = await makeWorld()
  world.services.log = { info: () => undefined, warn: () => undefined, error: () => undefined }
})
afterEach(async () => {
  world.services.secrets = testingSecrets
  await world.db.deleteFrom('mail_settings').execute()
  await world.db.deleteFrom('webhook_endpoints').execute()
})
afterAll(() => world.drop())

const endpoint = () => ({
  institution_id: world.institutionId, id: ENDPOINT, name: '平台', url: 'https://example.cn/', kinds: ['case.closed'], former_until: null, most_failures: 5, created_at: world.services.clock(),
  secret: 'whsec_bmV1', former_secret: 'whsec_YWx0', secret_box: null, former_secret_box: null,
})
/** Everything the two tables hold, as somebody with the database alone would read it. */
async function readable(): Promise<string> {
  const { rows } = await world.pool.query('select (select jsonb_agg(m) from mail_settings m) as mail, (select jsonb_agg(w) from webhook_endpoints w) as webhooks')
  return JSON.stringify(rows)
}

describe('passwords and secrets in the database', () => {
  it('that a former release stored as they are, are closed at the first start', async () => {
    await world.db.insertInto('mail_settings').values({ institution_id: world.institutionId, host: 'a', port: 25, security: 'none', login: 'l', sender: 's', password: 'geheim', password_box: null, sender_name: null, changed_at: world.services.clock() }).execute()
    await world.db.insertInto('webhook_endpoints').values(endpoint()).execute()
    expect(await readable()).toContain('whsec_bmV1')
    expect(await prepareSecrets(world.services)).toBe(2)
    expect(await readable()).not.toMatch(/geheim|whsec_/)
    const row = await world.db.selectFrom('webhook_endpoints').select(['secret_box', 'former_secret_box']).executeTakeFirstOrThrow()
    const about = `webhook ${world.institutionId} ${ENDPOINT}`
    expect([row.secret_box, row.former_secret_box].map((box) => testingSecrets.open(box ?? '', about))).toEqual([{ ok: true, text: 'whsec_bmV1' }, { ok: true, text: 'whsec_YWx0' }])
    expect(await prepareSecrets(world.services)).toBe(0)
  })

  it('are never written as they are', async () => {
    const headers = await sessionFor(world, 'guan')
    const set = await world.call(null, 'PUT', '/api/staff/mail', { server: { ...SERVER, password: 'geheim' } }, headers)
    expect([set.status, set.body.own?.hasPassword]).toEqual([200, true])
    const kept = await world.call(null, 'PUT', '/api/staff/mail', { server: { ...SERVER, senderName: '县局' } }, headers)
    expect(kept.body.own).toMatchObject({ hasPassword: true, senderName: '县局' })
    const made = await world.call(null, 'POST', '/api/staff/webhooks', { name: '平台', url: 'https://93.184.215.14/in', kinds: ['case.closed'] }, headers)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(await readable()).not.toContain('geheim')
    expect(await readable()).not.toContain('whsec_')
  })

  it('keep the server from starting without their key, with a sentence that says what to do; reset forgets what is lost', async () => {
    const headers = await sessionFor(world, 'guan')
    await world.call(null, 'PUT', '/api/staff/mail', { server: { ...SERVER, password: 'geheim' } }, headers)
    await world.db.insertInto('webhook_endpoints').values(endpoint()).execute()
    await prepareSecrets(world.services)
    world.services.secrets = secretBoxes({ toOpen: () => null, toClose: () => { throw new Error('no key is made while boxes wait for another') } })
    await expect(prepareSecrets(world.services)).rejects.toThrow(/2 stored password\(s\) and webhook secret\(s\), but the key that opens them is not here: put the file secrets\.key/)
    const other = randomBytes(32)
    world.services.secrets = secretBoxes({ toOpen: () => other, toClose: () => other })
    await expect(prepareSecrets(world.services)).rejects.toThrow(/The key does not open 2 stored/)
    const tried = await world.call(null, 'POST', '/api/staff/mail/test', { to: 'a@example.cn' }, headers)
    expect(tried.body).toEqual({ sent: false, answer: 'key-wrong' })
    expect(await resetSecrets(world.services)).toEqual({ passwords: 1, endpoints: 1 })
    expect(await prepareSecrets(world.services)).toBe(0)
    const mail = await world.call(null, 'GET', '/api/staff/mail', undefined, headers)
    expect(mail.body.own).toMatchObject({ host: SERVER.host, hasPassword: false })
    const listed = await world.call(null, 'GET', '/api/staff/webhooks', undefined, headers)
    expect(listed.body.endpoints).toMatchObject([{ id: ENDPOINT, state: 'off', formerSecretUntil: null }])
  })
})
