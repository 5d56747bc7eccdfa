import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { countStatements } from '../database/count-statements.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { brokenInvariants } from './store-invariants.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

/** Accounts are administered in a browser, never by token. */
const administer = async (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => world.call(null, method, `/api/staff/${path}`, body, await sessionFor(world, 'guan'))
const post = (who: Who, path: string, body: object = {}) => (who === 'guan' ? administer('POST', path, body) : world.call(who, 'POST', `/api/staff/${path}`, body))
async function register(decision?: object): Promise<string> {
  const { body, status } = await post('li', 'cases', { channel: 'visit', subject: '路灯不亮', category: 'help', ...(decision ? { decision } : {}) })
  expect(status).toBe(201)
  return body.id
}

describe('somebody who leaves', () => {
  it('goes only when every open case has a successor who has signed for it', async () => {
    const [mine, referred] = [await register({ branch: 'mine' }), await register({ branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '由你们办理' })]
    const disable = () => administer('PATCH', `accounts/${world.people.li}`, { disabled: true })
    expect((await disable()).body.code).toBe('has-open-cases')
    const left = (await administer('GET', `people/${world.people.li}/succession`)).body
    expect(left).toMatchObject({ total: 2, signed: 0, cases: [{ as: ['firstContact', 'handler'], successor: null }, {}] })
    expect(JSON.stringify(left)).not.toContain('路灯')
    expect((await post('guan', `people/${world.people.li}/succession`, { all: world.people.li })).body.code).toBe('successor-is-leaver')
    expect((await post('guan', `people/${world.people.li}/succession`, { all: world.people.out })).body.code).toBe('no-such-successor')
    expect((await post('guan', `people/${world.people.li}/succession`, { all: world.people.he, cases: [{ caseId: referred, successorId: world.people.an }] })).body).toEqual({ named: 2 })
    expect((await disable()).body.code).toBe('has-open-cases')
    const waiting = async (who: Who) => (await world.call(who, 'GET', '/api/staff/successions')).body.rows as { id: string; caseId: string }[]
    const [first] = await waiting('he')
    expect(first).toMatchObject({ caseId: mine, subject: '路灯不亮', leaverName: '李文', namedByName: '管理员' })
    expect((await world.call('he', 'GET', '/api/staff/obligations')).body.rows).toMatchObject([{ kind: 'signFor', subject: { kind: 'succession' } }])
    expect((await post('an', `successions/${first?.id}/signature`)).body.code).toBe('no-such-succession')
    expect((await post('he', `successions/${first?.id}/signature`)).status).toBe(204)
    expect((await post('he', `successions/${first?.id}/signature`)).body.code).toBe('succession-signed')
    for (const { id } of await waiting('an')) expect((await post('an', `successions/${id}/signature`)).status).toBe(204)
    expect((await world.call('he', 'GET', `/api/staff/cases/${mine}`)).body).toMatchObject({ firstContact: { personName: '何平' }, handler: { personName: '何平' } })
    expect((await disable()).status).toBe(200)
    expect(await brokenInvariants(world.db)).toEqual([])
    expect((await verifyLive(world.services)).ok).toBe(true)
  })
})

describe('either of a pair', () => {
  it('is found among those who hold a case, and does not go before somebody has signed for it', async () => {
    const unitId = world.units['许可科'] ?? ''
    const mode = (firstContactMode: string) => world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId: world.institutionId, unitId, overlay: { firstContactMode }, at: world.services.clock(), by: null }))
    await mode('pair')
    const { body } = await post('zhou', 'cases', { channel: 'visit', subject: '术前访视', category: 'help', decision: { branch: 'mine' }, askedTogether: [world.people.sun] })
    await mode('anyone')
    const { firstContact } = (await world.call('zhou', 'GET', `/api/staff/cases/${body.id}`)).body
    const other = firstContact.personId === world.people.zhou ? world.people.sun : world.people.zhou
    expect((await administer('GET', `people/${other}/succession`)).body).toMatchObject({ total: 1, cases: [{ caseId: body.id }] })
    expect((await administer('PATCH', `accounts/${other}`, { disabled: true })).body.code).toBe('has-open-cases')
    await post('zhou', `cases/${body.id}/withdrawal`, { reason: '不办了' })
  })
})

describe('a successor', () => {
  it('signs for a whole list in one step, and is told what became of each case', async () => {
    const cases: string[] = []
    const registered = async (decision: object) => { const { body } = await post('qian', 'cases', { channel: 'phone', subject: '问证照', category: 'help', decision }); cases.push(body.id) }
    for (let nth = 0; nth < 6; nth += 1) await registered({ branch: 'mine' })
    await registered({ branch: 'otherUnit', toUnitId: world.units['办公室'], reason: '由你们办理' })
    expect((await post('guan', `people/${world.people.qian}/succession`, { all: world.people.zhou })).body).toEqual({ named: 7 })
    const waiting = (await world.call('zhou', 'GET', '/api/staff/successions')).body.rows as { id: string; caseId: string }[]
    const ids = waiting.map(({ id }) => id)
    const one = ids[0] ?? ''
    expect((await post('an', 'successions/signatures', { ids: [one] })).body).toEqual({ signed: 0, results: [{ id: one, refusal: 'no-such-succession' }] })
    expect((await post('zhou', 'successions/signatures', { ids: [one] })).body).toEqual({ signed: 1, results: [{ id: one, refusal: null }] })
    await post('qian', `cases/${waiting[1]?.caseId}/withdrawal`, { reason: '不办了' })
    const few = await countStatements(world.pool, () => post('zhou', 'successions/signatures', { ids: ids.slice(0, 2) }))
    const { result, count } = await countStatements(world.pool, () => post('zhou', 'successions/signatures', { ids: ids.slice(2) }))
    expect(few.result.body).toEqual({ signed: 0, results: [{ id: one, refusal: 'succession-signed' }, { id: ids[1], refusal: 'case-ended' }] })
    expect(result.body).toMatchObject({ signed: 5 })
    expect(count).toBeLessThanOrEqual(12)
    for (const { caseId } of waiting.filter((_, nth) => nth !== 1)) {
      expect((await world.call('zhou', 'GET', `/api/staff/cases/${caseId}`)).body).toMatchObject({ firstContact: { personName: '周宁' } })
    }
    expect((await world.call('zhou', 'GET', '/api/staff/obligations')).body.rows.filter(({ subject }: { subject: { kind: string } | null }) => subject?.kind === 'succession')).toHaveLength(1)
    expect(await brokenInvariants(world.db)).toEqual([])
    expect((await verifyLive(world.services)).ok).toBe(true)
  })
})
