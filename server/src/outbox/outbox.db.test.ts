import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caseKeeper } from '../cases/keeper.ts'
import { sendMail } from '../mail/send-mail.ts'
import { writeDueDigests } from '../mail/write-digests.ts'
import { eraseRequester } from '../requester/erase.ts'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { deliverWebhook } from '../webhooks/deliver-webhook.ts'
import { queueDue } from './store.ts'

interface Received { to: string[]; body: string }
interface Event { headers: IncomingMessage['headers']; body: string }

let world: World
let smtp: SMTPServer
let http: Server
let hookUrl = ''
let letters: Received[] = []
let events: Event[] = []
let answerStatus = 200
let refuseMail = 0
let logged = ''

beforeAll(async () => {
  world = await makeWorld()
  const note = (message: object | string): void => { logged += JSON.stringify(message) }
  world.services.log = { info: note, warn: note, error: note }
  smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, onAuth: ({ username, password }, _session, done) => { if (username === 'bureau' && password === 'geheim') done(null, { user: 'bureau' }); else done(new Error('no')) },
    onRcptTo: (_address, _session, done) => { if (refuseMail > 0) done(Object.assign(new Error('mailbox of zhaomin is full'), { responseCode: refuseMail })); else done() },
    onData: (stream, session, done) => {
      let body = ''
      stream.on('data', (chunk: Buffer) => { body += chunk.toString() })
      stream.on('end', () => { letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), body }); done() })
    },
  })
  await new Promise<void>((resolve) => { smtp.listen(0, '127.0.0.1', resolve) })
  http = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => { body += chunk.toString() })
    request.on('end', () => { events.push({ headers: request.headers, body }); response.writeHead(answerStatus, { location: 'http://127.0.0.1:1/' }).end('x'.repeat(200_000)) })
  })
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve) })
  hookUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/in`
  const port = (smtp.server.address() as AddressInfo).port
  world.services.outside = { smtp: { host: '127.0.0.1', port, security: 'none', login: 'bureau', password: 'geheim', sender: 'notice@bureau.example', senderName: '县建设局' }, privateNetworks: ['127.0.0.1'], publicUrl: 'https://daodi.example/' }
})
afterEach(() => { letters = []; events = []; answerStatus = 200; refuseMail = 0 })
afterAll(async () => {
  await new Promise<void>((resolve) => { smtp.close(resolve) })
  await new Promise((resolve) => { http.close(resolve) })
  await world.drop()
})

/** Does every queued job now, as a worker would; the clock is the test's, so nothing is left to the queue's own timing. */
async function work(): Promise<void> {
  const { rows } = await world.pool.query<{ id: string; task: string; payload: Record<string, string> }>(
    "select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier in ('send-mail', 'deliver-webhook') order by j.id")
  for (const { id, task, payload } of rows) {
    await (task === 'send-mail' ? sendMail : deliverWebhook)(payload, world.services)
    await world.pool.query('delete from graphile_worker._private_jobs where id = $1', [id])
  }
}
const workDue = async (): Promise<void> => { await queueDue(world.db, world.services.clock(), { limit: 100, lateMs: 0 }); await work() }
const plain = (letter?: Received): string => {
  const [head = '', ...rest] = (letter?.body ?? '').split('\r\n\r\n')
  const text = rest.join('\n\n')
  return /base64/i.test(head) ? Buffer.from(text, 'base64').toString() : text.replaceAll('=\r\n', '').replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString())
}
async function as(who: Who, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<ReturnType<typeof JSON.parse>> {
  const { status, body: reply } = await world.call(null, method, url, body, await sessionFor(world, who))
  expect(status, `${url} ${JSON.stringify(reply)}`).toBeLessThan(300)
  return reply
}
const outbox = () => world.db.selectFrom('outbox').select(['purpose', 'kind', 'state', 'attempts', 'answer', 'next_at']).orderBy('id').execute()
const forget = () => world.db.deleteFrom('outbox').execute()
const CASE = { channel: 'visit', subject: '雨棚漏水', category: 'help' }
const prefer = (who: Who, chosen: object) => as(who, 'PUT', '/api/staff/notices/preferences', { email: `${who}@bureau.example`, mail: {}, quiet: null, digestAt: null, ...chosen })
const referToQian = () => as('li', 'POST', '/api/staff/cases', { ...CASE, decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由你们办理' } })

describe('letters to staff', () => {
  it('go to whoever wants that kind at once, with a link and without what was asked', async () => {
    await prefer('qian', { mail: { referred: 'now' } })
    const { id, number } = await referToQian()
    await work()
    expect(letters.map(({ to }) => to)).toEqual([['qian@bureau.example']])
    expect(plain(letters[0])).toContain(`https://daodi.example/staff/cases/${id}`)
    expect(plain(letters[0])).toContain(number)
    expect(plain(letters[0])).not.toContain('雨棚')
    expect(await outbox()).toEqual([{ purpose: 'notice', kind: 'referred', state: 'sent', attempts: 1, answer: null, next_at: null }])
    const { rows: [row] } = await world.pool.query<{ institution_id: string; id: string }>('select institution_id, id from outbox')
    await sendMail({ institutionId: row?.institution_id ?? '', outboxId: row?.id ?? '' }, world.services)
    expect(letters).toHaveLength(1)
  })

  it('wait for quiet hours to end, and are not sent at all once the notice was read', async () => {
    await forget()
    await prefer('qian', { mail: { referred: 'now' }, quiet: { from: '22:00', to: '07:30' } })
    world.setTime('2026-03-02 23:00')
    await referToQian()
    await referToQian()
    await work()
    expect(letters).toEqual([])
    expect((await outbox()).map(({ state, next_at: next }) => [state, next])).toEqual([['waiting', '2026-03-02T23:30:00.000Z'], ['waiting', '2026-03-02T23:30:00.000Z']])
    const { rows } = await as('qian', 'GET', '/api/staff/notices')
    await as('qian', 'POST', '/api/staff/notices/reading', { ids: [rows[0].id] })
    world.setTime('2026-03-03 07:30')
    await workDue()
    expect(letters).toHaveLength(1)
    expect((await outbox()).map(({ state, answer }) => `${state} ${answer}`).toSorted()).toEqual(['given-up read-already', 'sent null'])
  })

  it('are tried again while the server is away and given up when it refuses for good, with nothing of its words kept', async () => {
    await forget()
    world.setTime('2026-03-03 09:00')
    refuseMail = 451
    await referToQian()
    await work()
    expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 1, next_at: '2026-03-03T01:01:00.000Z' }])
    world.setTime('2026-03-03 09:02')
    refuseMail = 550
    await workDue()
    expect(await outbox()).toMatchObject([{ state: 'given-up', attempts: 2, answer: 'EENVELOPE 550' }])
    refuseMail = 0
    const { rows: [row] } = await as('guan', 'GET', '/api/staff/outbox?state=given-up')
    expect(row).toMatchObject({ personName: '钱博', state: 'given-up' })
    expect((await as('guan', 'POST', `/api/staff/outbox/${row.id}/resending`, {})).state).toBe('waiting')
    await work()
    expect(letters).toHaveLength(1)
    expect(`${logged}${JSON.stringify(await outbox())}`).not.toMatch(/zhaomin|qian@|geheim/)
  })

  it('come as one digest a day, at the person\'s time, only when there is something', async () => {
    await forget()
    await prefer('qian', { mail: { referred: 'digest' }, digestAt: '17:00' })
    await referToQian()
    world.setTime('2026-03-03 16:59')
    await writeDueDigests(world.services)
    expect(await outbox()).toEqual([])
    world.setTime('2026-03-03 17:05')
    await Promise.all([writeDueDigests(world.services), writeDueDigests(world.services)])
    await work()
    await writeDueDigests(world.services)
    expect(letters).toHaveLength(1)
    expect(plain(letters[0])).toContain('有一件转来，请签收')
    await prefer('bao', { mail: { closed: 'digest' }, digestAt: '17:30' })
    world.setTime('2026-03-04 18:00')
    await writeDueDigests(world.services)
    await work()
    expect(letters.map(({ to }) => to[0])).toEqual(['qian@bureau.example', 'qian@bureau.example'])
  })
})

describe('letters to the person asking', () => {
  it('tell every change of status to whoever left an address, nothing to others, and nothing after erasure', async () => {
    await forget()
    world.setTime('2026-03-05 09:00')
    await as('li', 'POST', '/api/staff/cases', { ...CASE, requester: { name: '陈雨', phone: '13800000009' }, decision: { branch: 'mine' } })
    expect(await outbox()).toEqual([])
    const { id, number } = await as('li', 'POST', '/api/staff/cases', { ...CASE, requester: { name: '赵敏', phone: '13800000001', email: 'ZhaoMin@mail.example' }, decision: { branch: 'mine' } })
    await as('li', 'POST', `/api/staff/cases/${id}/promise`, { dueAt: '2026-03-06T17:00:00+08:00' })
    await as('li', 'POST', `/api/staff/cases/${id}/resolution`, { outcome: 'solved', text: '已修好。' })
    await as('li', 'POST', `/api/staff/cases/${id}/reply`, { channel: 'phone', text: '已修好。', close: true })
    await work()
    expect(letters.map(({ to }) => to)).toEqual([['zhaomin@mail.example'], ['zhaomin@mail.example'], ['zhaomin@mail.example']])
    expect(letters.map((letter) => /promised by/.test(plain(letter)))).toEqual([true, true, false])
    expect(plain(letters[2])).toContain(`（编号 ${number}）已经办结`)
    expect(letters.map(plain).join('')).not.toMatch(/雨棚|修好|赵敏/)
    expect((await outbox()).map(({ purpose, kind, state }) => [purpose, kind, state])).toEqual([['requester', 'registered', 'sent'], ['requester', 'promised', 'sent'], ['requester', 'closed', 'sent']])
    const view = await as('li', 'GET', `/api/staff/cases/${id}`)
    expect(view.requester.email).toBe('z***@mail.example')
    letters = []
    await as('li', 'POST', `/api/staff/cases/${id}/reopening`, { reason: '没有说清' })
    await eraseRequester(world.services, caseKeeper, { institutionId: world.institutionId, requesterId: view.requester.id })
    await work()
    expect(letters).toEqual([])
    expect((await outbox()).at(-1)).toMatchObject({ kind: 'reopened', state: 'given-up', answer: 'erased' })
    const { rows } = await world.pool.query<{ text: string }>('select r::text as text from requesters r union all select o::text from outbox o union all select n::text from notices n')
    expect(rows.map(({ text }) => text).join('')).not.toContain('zhaomin')
  })
})

describe('webhooks', () => {
  const endpoints = '/api/staff/webhooks'
  let secret = ''
  let endpointId = ''

  it('carry a signature that the specification\'s own library accepts, ids and no words', async () => {
    await forget()
    const created = await as('guan', 'POST', endpoints, { name: '政务平台', url: hookUrl, kinds: ['case.registered', 'case.closed'], mostFailures: 3 })
    secret = created.secret
    endpointId = created.endpoint.id
    expect(JSON.stringify(await as('guan', 'GET', endpoints))).not.toContain(secret)
    const { id } = await as('li', 'POST', '/api/staff/cases', { ...CASE, requester: { name: '孙悦', phone: '13800000017' }, decision: { branch: 'mine' } })
    await as('li', 'POST', '/api/staff/cases', { ...CASE, confidential: true, decision: { branch: 'mine' } })
    await work()
    expect(events).toHaveLength(1)
    const payload = new Webhook(secret).verify(events[0]?.body ?? '', events[0]?.headers as Record<string, string>) as { type: string; data: { caseId: string } }
    expect(payload).toMatchObject({ type: 'case.registered', data: { caseId: id, by: 'staff' } })
    expect(events[0]?.body).not.toMatch(/雨棚|孙悦|1380000/)
    expect((await as('guan', 'GET', `/api/staff/outbox?endpointId=${endpointId}`)).rows).toMatchObject([{ state: 'sent', answer: '200', endpointName: '政务平台', kind: 'case.registered' }])
  })

  it('are signed with both secrets while one replaces the other', async () => {
    const rotated = await as('guan', 'POST', `${endpoints}/${endpointId}/secret`, { hours: 2 })
    const send = async (): Promise<Event | undefined> => { await as('guan', 'POST', `${endpoints}/${endpointId}/test`, {}); await work(); return events.at(-1) }
    const verify = (key: string, event?: Event) => () => new Webhook(key).verify(event?.body ?? '', event?.headers as Record<string, string>)
    const during = await send()
    expect(verify(secret, during)).not.toThrow()
    expect(verify(rotated.secret, during)).not.toThrow()
    world.setTime('2026-03-05 11:01')
    const after = await send()
    expect(verify(secret, after)).toThrow('No matching signature found')
    expect(verify(rotated.secret, after)).not.toThrow()
  })

  it('follow no redirect, come again with growing pauses, and stop with a notice after too many failures', async () => {
    await forget()
    answerStatus = 302
    await as('li', 'POST', '/api/staff/cases', { ...CASE, decision: { branch: 'mine' } })
    await work()
    expect(events).toHaveLength(1)
    expect(await outbox()).toMatchObject([{ state: 'failed', answer: '302', attempts: 1 }])
    world.setTime('2026-03-05 11:05')
    await workDue()
    world.setTime('2026-03-05 11:10')
    await workDue()
    expect(new Set(events.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await outbox()).toMatchObject([{ state: 'given-up', attempts: 3 }])
    expect((await as('guan', 'GET', endpoints)).endpoints).toMatchObject([{ state: 'failed', failures: 3 }])
    expect((await as('guan', 'GET', '/api/staff/notices')).rows).toMatchObject([{ kind: 'webhookOff', case: null }])
    await as('li', 'POST', '/api/staff/cases', { ...CASE, decision: { branch: 'mine' } })
    expect(await outbox()).toHaveLength(1)
    expect((await as('guan', 'PATCH', `${endpoints}/${endpointId}`, { on: true })).state).toBe('on')
  })

  it('go to no private address that the operator did not allow, whatever the name', async () => {
    const create = async (url: string) => (await world.call(null, 'POST', endpoints, { name: 'x', url, kinds: ['case.closed'] }, await sessionFor(world, 'guan'))).body.code
    expect(await create('http://127.0.0.2:8080/')).toBe('url-private')
    expect(await create('https://[::1]/')).toBe('url-private')
    expect(await create('https://[::ffff:10.0.0.1]/')).toBe('url-private')
    expect(await create('https://0x7f.2/')).toBe('url-private')
    expect(await create('https://169.254.169.254/latest/meta-data')).toBe('url-private')
    expect(await create('http://8.8.8.8/')).toBe('url-not-https')
    expect(await create('https://a:b@8.8.8.8/')).toBe('url-with-login')
    expect(await create('ftp://8.8.8.8/')).toBe('bad-request')
    await forget()
    await as('guan', 'POST', `${endpoints}/${endpointId}/test`, {})
    if (world.services.outside) world.services.outside.privateNetworks = []
    await work()
    expect(events).toEqual([])
    expect(await outbox()).toMatchObject([{ state: 'given-up', answer: 'url-private' }])
  })
})

describe('the mail server', () => {
  it('is set by the institution\'s administrator; the password is told to nobody and goes to no other server', async () => {
    const port = (smtp.server.address() as AddressInfo).port
    const server = { host: '127.0.0.1', port, security: 'none', login: 'bureau', password: 'geheim', sender: 'own@bureau.example', senderName: null }
    expect(await as('guan', 'PUT', '/api/staff/mail', { server })).toMatchObject({ own: { hasPassword: true }, installation: true })
    expect(await as('guan', 'POST', '/api/staff/mail/test', { to: 'guan@bureau.example' })).toEqual({ sent: true, answer: null })
    expect(letters[0]?.body).toContain('own@bureau.example')
    const { password: _password, ...rest } = server
    expect(JSON.stringify(await as('guan', 'PUT', '/api/staff/mail', { server: { ...rest, senderName: '建设局' } }))).not.toContain('geheim')
    expect((await world.call(null, 'PUT', '/api/staff/mail', { server: { ...rest, host: 'evil.example' } }, await sessionFor(world, 'guan'))).body.code).toBe('password-needed')
    expect(await as('guan', 'PUT', '/api/staff/mail', { server: { ...server, password: 'wrong' } })).toMatchObject({ own: { hasPassword: true } })
    expect(await as('guan', 'POST', '/api/staff/mail/test', { to: 'guan@bureau.example' })).toEqual({ sent: false, answer: 'EAUTH 535' })
    expect(await as('guan', 'PUT', '/api/staff/mail', { server: null })).toEqual({ own: null, installation: true })
  })
})
