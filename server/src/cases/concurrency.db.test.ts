import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatekeeper } from '../access/gatekeeper.ts'
import { connectUntil, type Interruption } from '../database/testing-interruption.ts'
import { buildServer } from '../http/build-server.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { routes } from '../routes.ts'
import { makeWorld, tokenOf, type Who, type World } from '../testing-world.ts'
import { brokenInvariants } from './store-invariants.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

const CASE = { channel: 'visit', subject: '路灯不亮', category: 'help', requester: { name: '赵敏', phone: '13800000001' } }

async function act(who: Who, url: string, body: object): Promise<Record<string, string>> {
  const reply = await world.call(who, 'POST', `/api/staff/cases${url}`, body)
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}

const referred = async (toPersonId?: string): Promise<string> => {
  const { id } = await act('li', '', { ...CASE, decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], ...(toPersonId ? { toPersonId } : {}), reason: '由你们办理' } })
  return id ?? ''
}

/** The answers of several people at the same instant, as status and code. */
async function atOnce(caseId: string, acts: [Who, string, object][]): Promise<{ status: number; code: string | null; who: Who }[]> {
  const answers = await Promise.all(acts.map(([who, path, body]) => world.call(who, 'POST', `/api/staff/cases/${caseId}/${path}`, body)))
  return answers.map(({ status, body }, index) => ({ status, code: body.code ?? null, who: acts[index]?.[0] ?? 'li' }))
}

async function expectSound(): Promise<void> {
  expect(await brokenInvariants(world.db)).toEqual([])
  const verdict = await verifyLive(world.services)
  expect(verdict, JSON.stringify(verdict)).toMatchObject({ ok: true })
}

describe('two people at the same instant', () => {
  it.each([1, 2, 3, 4, 5])('sign for the same case: one has it, the other is told so (%i)', async () => {
    const id = await referred()
    const answers = await atOnce(id, [['qian', 'referral/acceptance', {}], ['zhou', 'referral/acceptance', {}]])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.code).toBe('no-pending-referral')
    const winner = answers.find(({ status }) => status === 200)?.who ?? 'li'
    const page = await world.call('li', 'GET', `/api/staff/cases/${id}`)
    expect(page.body.handler.personId).toBe(world.people[winner])
    await expectSound()
  })

  it('sign for it and send it back: one of both happens', async () => {
    const id = await referred()
    const answers = await atOnce(id, [['qian', 'referral/acceptance', {}], ['zhou', 'referral/return', { reason: '不属我科', basis: '职责第三条', suggestedUnitId: world.units['规划科'] }]])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    await expectSound()
  })

  it('the giver takes it back while the receiver signs: one of both happens, and the handler is who the answer says', async () => {
    const id = await referred(world.people.qian)
    const answers = await atOnce(id, [['qian', 'referral/acceptance', {}], ['li', 'referral/withdrawal', {}]])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const page = await world.call('li', 'GET', `/api/staff/cases/${id}`)
    expect(page.body.handler.personId).toBe(answers[0]?.status === 200 ? world.people.qian : world.people.li)
    await expectSound()
  })

  it('resolve the same case from two windows: one resolution, and no second one is written', async () => {
    const { id } = await act('li', '', { ...CASE, decision: { branch: 'mine' } })
    const answers = await atOnce(id ?? '', [['li', 'resolution', { outcome: 'solved', text: '已修好。' }], ['li', 'resolution', { outcome: 'explained', text: '修不了。' }]])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const ledger = await world.call('li', 'GET', `/api/staff/cases/${id}/ledger`)
    expect(ledger.body.entries.filter((entry: { kind: string }) => entry.kind === 'case-resolved')).toHaveLength(1)
    expect(ledger.body.intact).toBe(true)
  })

  it('decide on the same case differently: the first decision stands', async () => {
    const { id } = await act('li', '', CASE)
    const answers = await atOnce(id ?? '', [
      ['li', 'decision', { branch: 'mine' }], ['li', 'decision', { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '由你们办理' }], ['li', 'decision', { branch: 'onSpot', text: '明天修。' }],
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    await expectSound()
  })
})

describe('many at the same instant', () => {
  it('50 registrations in one unit get the numbers 1 to 50, each once', async () => {
    world.setTime('2026-03-04 09:00')
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => world.call('li', 'POST', '/api/staff/cases', { ...CASE, subject: `第${index}件`, decision: index % 2 ? { branch: 'mine' } : undefined })))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201))
    expect(answers.map(({ body }) => Number(String(body.number).slice(-4))).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    await expectSound()
  })

  it('a refused registration among them takes no number', async () => {
    world.setTime('2026-03-05 09:00')
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => world.call('li', 'POST', '/api/staff/cases',
      index % 4 === 3 ? { ...CASE, decision: { branch: 'otherUnit', toUnitId: world.units['规划科'], reason: '转给自己' } } : CASE)))
    const numbers = answers.flatMap(({ status, body }) => (status === 201 ? [Number(String(body.number).slice(-4))] : []))
    expect(numbers.length).toBe(15)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
    await expectSound()
  })

  it('the same registration sent several times under one key is one case, and everybody gets its number', async () => {
    world.setTime('2026-03-06 09:00')
    const answers = await Promise.all(Array.from({ length: 6 }, () => world.call('li', 'POST', '/api/staff/cases', CASE, { 'idempotency-key': 'one-and-the-same' })))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    const { count } = await world.db.selectFrom('cases').select(({ fn }) => fn.countAll<number>().as('count')).where('register_day', '=', '2026-03-06').executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })

  it('an act sent twice under one key happens once', async () => {
    const id = await referred()
    const answers = await Promise.all([1, 2].map(() => world.call('zhou', 'POST', `/api/staff/cases/${id}/referral/acceptance`, {}, { 'idempotency-key': 'sign' })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const ledger = await world.call('zhou', 'GET', `/api/staff/cases/${id}/ledger`)
    expect(ledger.body.entries.filter((entry: { kind: string }) => entry.kind === 'referral-accepted')).toHaveLength(1)
  })
})

describe('a registration that is cut off', () => {
  let day = Date.parse('2026-04-06T01:00:00Z')

  /** One registration that dies at its n-th statement, then the same one again with the same key. False once it was done before. */
  async function survives(interruption: Interruption): Promise<boolean> {
    day += 86_400_000
    world.setTime(new Date(day).toISOString())
    const rows = await rowCounts()
    const dying = connectUntil(world.url, interruption)
    const app = await buildServer({ routes, services: { ...world.services, db: dying.db }, gatekeeper, trustedProxies: [], secure: false, checkReplies: true })
    const payload = { ...CASE, requester: { name: '周远', phone: `139${day / 1000}`.slice(0, 11) }, decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '由你们办理' } }
    const headers = { authorization: `Bearer ${tokenOf('li')}`, 'idempotency-key': `cut-${interruption.moment}-${interruption.statement}` }
    const first = await app.inject({ method: 'POST', url: '/api/staff/cases', headers, payload })
    await app.close()
    await dying.close()
    const left = await rowCounts()
    // All of it or nothing; all of it without an answer only where the COMMIT was done and its answer lost.
    const done = first.statusCode === 201 || left.cases > rows.cases ? 1 : 0
    expect(left).toEqual({
      cases: rows.cases + done, requesters: rows.requesters + done, idempotency_keys: rows.idempotency_keys + done, ledger_entries: rows.ledger_entries + done * 3, obligations: rows.obligations + done * 2,
    })
    expect(first.statusCode).toBe(dying.happened() ? 503 : 201)
    const again = await world.call('li', 'POST', '/api/staff/cases', payload, { 'idempotency-key': headers['idempotency-key'] })
    expect(again.status, JSON.stringify(again.body)).toBe(201)
    expect(String(again.body.number).slice(-4)).toBe('0001')
    return dying.happened()
  }

  async function rowCounts(): Promise<Record<'cases' | 'requesters' | 'idempotency_keys' | 'ledger_entries' | 'obligations', number>> {
    const count = async (table: 'cases' | 'requesters' | 'idempotency_keys' | 'ledger_entries' | 'obligations'): Promise<number> =>
      (await world.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
    return { cases: await count('cases'), requesters: await count('requesters'), idempotency_keys: await count('idempotency_keys'), ledger_entries: await count('ledger_entries'), obligations: await count('obligations') }
  }

  it.each(['before', 'after'] as const)('%s any of its statements leaves nothing half-written and no gap, and can be sent again', async (moment) => {
    let statement = 1
    while (await survives({ statement, moment })) statement += 1
    expect(statement - 1).toBe(8)
    await expectSound()
  })
})
