import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../testing-world.ts'
import { makeEngine } from './testing-engine.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(() => world.drop())

type Row = Record<string, never> & { id: string; caseId: string | null; kind: string; owner: { personName: string | null } }
const overview = async (unit: string) => (await world.call('bao', 'GET', `/api/staff/units/${world.units[unit]}/overview`)).body
const duties = async (query: string): Promise<Row[]> => (await world.call('bao', 'GET', `/api/staff/obligations?${query}`)).body.rows

describe('a unit', () => {
  it('counts what its people have in hand for another one, where they hold a post', async () => {
    // The office's 安宁 takes in what is asked on the web for the whole bureau.
    const asked = await world.call(null, 'POST', '/api/public/cases', { subject: '路灯不亮', requester: { phone: '13900001111' } })
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    const { counts, people } = await overview('办公室')
    const an = people.find(({ name }: { name: string }) => name === '安宁')
    expect(an.handling).toBe(1)
    expect(an.owed).toBeGreaterThan(0)
    expect(counts).toMatchObject({ open: 1, registeredToday: 1 })
    expect((await duties(`scope=unit&unitId=${world.units['办公室']}`)).length).toBe(an.owed)
    expect((await overview('规划科')).counts).toMatchObject({ open: 0, registeredToday: 0 })
    // The whole has it once.
    expect((await overview('局')).counts).toMatchObject({ open: 1, registeredToday: 1 })
  })

  it('lists what is late in it, and of nobody else, and what waits to be signed for, whatever else is due before', async () => {
    const mine = await world.call('qian', 'POST', '/api/staff/cases', { channel: 'visit', subject: '许可迟迟不批', category: 'application', decision: { branch: 'mine', promisedAt: '2026-03-10T17:00:00+08:00' } })
    const referred = await world.call('he', 'POST', '/api/staff/cases', { channel: 'visit', subject: '围挡占道', category: 'help', decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '占道由许可科核发' } })
    expect([mine.status, referred.status], JSON.stringify([mine.body, referred.body])).toEqual([201, 201])
    expect((await duties(`scope=unit&unitId=${world.units['许可科']}&kind=signFor&limit=1`)).map(({ kind }) => kind)).toEqual(['signFor'])
    world.setTime('2026-06-01 09:00')
    const engine = makeEngine(world)
    await engine.catchUp()
    await engine.close()
    const late = await duties(`scope=late&unitId=${world.units['许可科']}`)
    expect(new Set(late.map(({ kind }) => kind))).toEqual(new Set(['resolve', 'signFor']))
    expect((await overview('许可科')).counts).toMatchObject({ late: late.length, lateCases: new Set(late.flatMap(({ caseId }) => caseId ?? [])).size })
    expect((await duties('scope=late')).length).toBeGreaterThan(late.length)
    // Whoever only looks on is not told that it has climbed to them.
    const seen = (await world.call('wu', 'GET', '/api/staff/obligations?scope=late')).body.rows
    expect(seen.some(({ escalatedTo }: { escalatedTo: unknown[] }) => escalatedTo.length > 0)).toBe(true)
    expect(seen.filter(({ escalated }: { escalated: boolean }) => escalated)).toEqual([])
    expect((await world.call('he', 'GET', `/api/staff/obligations?scope=late&unitId=${world.units['许可科']}`)).body.code).toBe('no-such-unit')
  })
})
