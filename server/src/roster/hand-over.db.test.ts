import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenInvariants } from '../cases/store-invariants.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { makeEngine, type Engine } from '../obligations/testing-engine.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
let engine: Engine
let unitId: string
let day: string
let late: string
beforeAll(async () => {
  world = await makeWorld('ward-nurse-station', '2026-03-01 09:00')
  engine = makeEngine(world)
  unitId = world.units['许可科'] ?? ''
  const kind = async (body: object) => (await world.call('sun', 'POST', `/api/staff/units/${unitId}/shift-kinds`, { weekdays: [1, 2, 3, 4, 5, 6, 7], ...body })).body.id as string
  const kinds = [await kind({ name: '日班', from: '08:00', to: '16:00', team: '一组' }), await kind({ name: '晚班', from: '16:00', to: '23:00', team: '二组' })]
  const { body } = await world.call('sun', 'POST', `/api/staff/units/${unitId}/roster`, { add: [{ kindId: kinds[0], personId: world.people.qian, day: '2026-03-02' }, { kindId: kinds[1], personId: world.people.zhou, day: '2026-03-02' }] });
  [day, late] = body.shiftIds
})
afterAll(async () => { await engine.close(); await world.drop() })

const post = (who: Who, path: string, body: object = {}) => world.call(who, 'POST', `/api/staff/${path}`, body)
const owed = async (who: Who) => (await world.call(who, 'GET', '/api/staff/obligations')).body.rows.map((row: { kind: string }) => row.kind) as string[]

describe('a shift', () => {
  it('is begun by its person alone, not before the round is open', async () => {
    world.setTime('2026-03-02 07:30')
    expect((await post('qian', `shifts/${day}/beginning`)).body.code).toBe('shift-not-yet')
    world.setTime('2026-03-02 07:45')
    expect((await post('zhou', `shifts/${day}/beginning`)).body.code).toBe('not-your-shift')
    expect((await world.call('out', 'GET', `/api/staff/shifts/${day}`)).body.code).toBe('no-such-shift')
    expect((await world.call('li', 'GET', `/api/staff/shifts/${day}`)).body.code).toBe('no-such-shift')
  })

  it('begins with a round whose findings are cases', async () => {
    const items = (caseId?: string) => ({ items: [{ item: '照明', fine: true }, { item: '柜门', fine: false, place: '9 床', ...(caseId ? { caseId } : {}) }] })
    expect((await post('qian', `shifts/${day}/round`, items())).body.code).toBe('finding-without-case')
    const { body: elsewhere } = await post('li', 'cases', { channel: 'visit', subject: '别处的事', category: 'help', decision: { branch: 'mine' } })
    expect((await post('qian', `shifts/${day}/round`, items(elsewhere.id))).body.code, 'a case that is not theirs to see').toBe('no-such-case')
    const { body } = await post('qian', 'cases', { channel: 'selfDiscovered', subject: '9 床柜门坏了', category: 'help', decision: { branch: 'otherUnit', toUnitId: world.units['办公室'], reason: '请维修' } })
    expect((await post('qian', `shifts/${day}/round`, items(body.id))).status).toBe(204)
    expect(await owed('qian')).not.toContain('round')
    expect((await post('qian', `shifts/${day}/beginning`)).status).toBe(204)
    const { body: page } = await world.call('qian', 'GET', `/api/staff/shifts/${day}`)
    expect(page).toMatchObject({ mine: true, begunAt: '2026-03-01T23:45:00.000Z', round: { done: { items: [{ fine: true }, { caseId: body.id, place: '9 床' }] } }, successors: [{ name: '周宁' }] })
    expect(page.contents.cases).toMatchObject([{ subject: '9 床柜门坏了', clocks: { requester: { workingDays: 0 }, unit: { workingDays: 0 } } }])
  })

  it('cannot be ended before the successor has signed', async () => {
    world.setTime('2026-03-02 15:50')
    expect((await post('qian', `shifts/${day}/ending`)).body.code).toBe('handover-missing')
    expect((await post('qian', `shifts/${day}/handover`, { successorId: world.people.qian })).body.code).toBe('successor-is-self')
    expect((await post('qian', `shifts/${day}/handover`, { successorId: world.people.sun, notes: '先交科长' })).status).toBe(204)
    expect((await post('qian', `shifts/${day}/handover`, { successorId: world.people.zhou, notes: '3 床明早空腹。' })).status).toBe(204)
    expect((await post('qian', `shifts/${day}/ending`)).body.code).toBe('handover-not-accepted')
    expect((await post('sun', `shifts/${day}/handover/acceptance`)).body.code).toBe('not-successor')
    expect(await owed('zhou')).toContain('signFor')
    const { body } = await world.call('zhou', 'GET', `/api/staff/shifts/${day}`)
    expect(body).toMatchObject({ maySign: true, handOver: { notes: '3 床明早空腹。', successorName: '周宁' } })
    world.setTime('2026-03-02 16:05')
    expect((await post('zhou', `shifts/${day}/handover/acceptance`)).status).toBe(204)
    expect((await post('qian', `shifts/${day}/handover`, { successorId: world.people.sun })).body.code).toBe('handover-accepted')
    expect((await post('qian', `shifts/${day}/ending`)).status).toBe(204)
    expect((await post('qian', `shifts/${day}/ending`)).body.code).toBe('shift-ended')
    expect(await owed('qian')).not.toContain('handOver')
    expect(await owed('zhou')).not.toContain('signFor')
  })

  it('grows late where it is not handed over', async () => {
    world.setTime('2026-03-02 23:31')
    await engine.catchUp()
    const { body } = await world.call('zhou', 'GET', '/api/staff/obligations')
    expect(body.rows.find((row: { kind: string }) => row.kind === 'handOver')).toMatchObject({ light: 'red', subject: { id: late, title: '晚班' } })
  })
})

describe('a bell', () => {
  it('calls the own group first, then everybody on duty, and knows who came after how long', async () => {
    world.setTime('2026-03-02 20:00')
    const own = await post('li', 'bells', { unitId, place: '12 床', team: '二组' })
    expect(own.body).toMatchObject({ called: [{ name: '周宁' }], openToAllAt: '2026-03-02T12:00:20.000Z' })
    const nobody = await post('li', 'bells', { unitId, place: '7 床', team: '一组' })
    expect(nobody.body).toMatchObject({ called: [{ name: '周宁' }], openToAllAt: '2026-03-02T12:00:00.000Z' })
    expect((await world.call('zhou', 'GET', '/api/staff/bells')).body.rows).toMatchObject([{ forMe: true }, { forMe: true }])
    world.setTime('2026-03-02T12:00:21.000Z')
    await engine.catchUp()
    expect((await post('sun', `bells/${own.body.id}/answer`)).body).toEqual({ seconds: 21 })
    expect((await post('zhou', `bells/${own.body.id}/answer`)).body.code).toBe('bell-answered')
    const { body } = await world.call('li', 'GET', '/api/staff/bells')
    expect(body.rows).toMatchObject([{ place: '7 床', answeredAt: null }, { place: '12 床', answeredByName: '孙涛', seconds: 21 }])
  })

  it('leaves ledger, obligations and tables in agreement', async () => {
    expect((await verifyLive(world.services)).ok).toBe(true)
    expect(await brokenInvariants(world.db)).toEqual([])
  })
})
