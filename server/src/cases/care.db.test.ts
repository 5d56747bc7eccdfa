import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { makeEngine, type Engine } from '../obligations/testing-engine.ts'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { brokenInvariants } from './store-invariants.ts'

let world: World
let engine: Engine
beforeAll(async () => {
  world = await makeWorld()
  engine = makeEngine(world)
  const overlay = { limits: { keepInTouch: { amount: 2, unit: 'workingDays' as const } }, effectCheck: { categories: ['suggestion'], after: { amount: 30, unit: 'naturalDays' as const } } }
  await world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId: world.institutionId, unitId: world.units['规划科'] ?? '', overlay, at: world.services.clock(), by: null }))
})
afterAll(async () => { await engine.close(); await world.drop() })

const post = (who: Who, path: string, body: object = {}) => world.call(who, 'POST', `/api/staff/${path}`, body)
const seen = async (id: string) => (await world.call('li', 'GET', `/api/staff/cases/${id}`)).body
interface Duty { kind: string; state: string; dueAt: string; light: string; owner: { personName: string } }
const duties = async (id: string, kind: string): Promise<Duty[]> => (await seen(id)).obligations.filter((duty: Duty) => duty.kind === kind)
async function registered(category = 'suggestion', who: Who = 'li'): Promise<string> {
  const { body, status } = await post(who, 'cases', { channel: 'visit', subject: '增设路灯', category, decision: { branch: 'mine' } })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

describe('keeping in touch with the person', () => {
  it('is owed by the handler, late after two silent days, and met by an interim explanation from which the time runs anew', async () => {
    const id = await registered()
    expect(await duties(id, 'keepInTouch')).toMatchObject([{ state: 'open', owner: { personName: '李文' }, dueAt: '2026-03-04T09:30:00.000Z' }])
    world.setTime('2026-03-05 10:00')
    await engine.catchUp()
    expect(await duties(id, 'keepInTouch')).toMatchObject([{ light: 'red' }])
    expect((await post('li', `cases/${id}/notes`, { kind: 'interim', text: '正在勘查，下周给您结果。', public: true })).status).toBe(200)
    const after = await duties(id, 'keepInTouch')
    expect(after.map(({ state }) => state).toSorted()).toEqual(['met', 'open'])
    expect(after.find(({ state }) => state === 'open')?.dueAt).toBe('2026-03-09T09:30:00.000Z')
    expect((await post('li', `cases/${id}/referral`, { toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '请办理' })).status).toBe(200)
    expect((await post('qian', `cases/${id}/referral/acceptance`)).status).toBe(200)
    expect((await duties(id, 'keepInTouch')).find(({ state }) => state === 'open')?.owner.personName).toBe('钱博')
    await post('qian', `cases/${id}/resolution`, { outcome: 'explained', text: '明年列入计划。' })
    expect((await duties(id, 'keepInTouch')).map(({ state }) => state).toSorted()).toEqual(['met', 'void'])
  })

  it('is not owed where the case is to be over before', async () => {
    expect(await duties(await registered('consultation'), 'keepInTouch')).toEqual([])
  })
})

describe('a look at the effect', () => {
  it('is planned by the regulation when a case ends, owed by the first contact, and its result is kept', async () => {
    const id = await registered()
    await post('li', `cases/${id}/resolution`, { outcome: 'solved', text: '路灯已装。' })
    expect((await post('li', `cases/${id}/reply`, { channel: 'phone', text: '路灯已装。', close: true })).body.status).toBe('closed')
    expect(await duties(id, 'checkEffect')).toMatchObject([{ state: 'open', owner: { personName: '李文' } }])
    expect((await post('li', `cases/${id}/effect`, { at: '2026-05-01T09:00:00+08:00' })).body.code).toBe('effect-planned-already')
    expect((await post('zhou', `cases/${id}/effect/result`, { result: 'lasting', text: '都亮着。' })).status).toBe(404)
    world.setTime('2026-04-20 09:00')
    await engine.catchUp()
    expect(await duties(id, 'checkEffect')).toMatchObject([{ light: 'red' }])
    expect((await post('li', `cases/${id}/effect/result`, { result: 'partly', text: '一盏又灭了。' })).status).toBe(200)
    expect((await seen(id)).care.effect).toMatchObject({ result: 'partly', text: '一盏又灭了。', byName: '李文' })
    expect((await post('li', `cases/${id}/effect/result`, { result: 'lasting', text: '好了。' })).body.code).toBe('no-effect-check')
    expect((await post('li', `cases/${id}/effect`, { at: '2026-05-11T09:00:00+08:00' })).status).toBe(200)
    expect(await brokenInvariants(world.db)).toEqual([])
  })
})

describe('a merged case', () => {
  it('has a successor too, and is theirs when it stands on its own again', async () => {
    const [main, merged] = [await registered('help', 'he'), await registered('help', 'li')]
    await post('li', `cases/${merged}/merge`, { intoCaseId: main, reason: '同一件事' })
    const administer = async (path: string, body: object) => world.call(null, 'POST', `/api/staff/${path}`, body, await sessionFor(world, 'guan'))
    expect((await administer(`people/${world.people.li}/succession`, { all: world.people.an })).status).toBe(200)
    const { body: { rows } } = await world.call('an', 'GET', '/api/staff/successions')
    const named = rows.find(({ caseId }: { caseId: string }) => caseId === merged)
    expect(named).toBeDefined()
    expect((await post('an', `successions/${named.id}/signature`)).status).toBe(204)
    const apart = await post('an', `cases/${merged}/unmerge`, { reason: '不是一件事' })
    expect(apart.status, JSON.stringify(apart.body)).toBe(200)
    expect(apart.body).toMatchObject({ status: 'handling', handler: { personName: '安宁' }, firstContact: { personName: '安宁' } })
    expect(await brokenInvariants(world.db)).toEqual([])
    expect((await verifyLive(world.services)).ok).toBe(true)
  })
})
