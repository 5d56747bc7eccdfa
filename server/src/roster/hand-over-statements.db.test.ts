import { afterAll, beforeAll, expect, it } from 'vitest'
import { brokenInvariants } from '../cases/store-invariants.ts'
import { countStatements } from '../database/count-statements.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
let unitId: string
beforeAll(async () => {
  world = await makeWorld('ward-nurse-station', '2026-03-01 09:00')
  unitId = world.units['许可科'] ?? ''
})
afterAll(() => world.drop())

let key = 0
async function does(who: Who, path: string, body: object): Promise<{ sent: number; reply: ReturnType<typeof JSON.parse> }> {
  const { result, count: sent } = await countStatements(world.pool, () => world.call(who, 'POST', `/api/staff/${path}`, body, { 'idempotency-key': `key-${key += 1}` }))
  expect(result.status, `${path} ${JSON.stringify(result.body)}`).toBeLessThan(300)
  return { sent, reply: result.body }
}

/** A shift with so many tasks, whose person has so many cases, is begun, handed over and signed for; how many statements the last two took. */
async function passed(who: 'qian' | 'zhou', { tasks, cases }: { tasks: number; cases: number }): Promise<{ handOverShift: number; acceptHandover: number }> {
  const { reply: { id: kindId } } = await does('sun', `units/${unitId}/shift-kinds`, {
    name: `${who} 班`, from: '08:00', to: '16:00', weekdays: [1, 2, 3, 4, 5, 6, 7], tasks: Array.from({ length: tasks }, (_, n) => ({ task: `第 ${n + 1} 件`, by: null })),
  })
  const { reply: { shiftIds: [shiftId] } } = await does('sun', `units/${unitId}/roster`, { add: [{ kindId, personId: world.people[who], day: '2026-03-02' }] })
  for (let n = 0; n < cases; n += 1) await world.call(who, 'POST', '/api/staff/cases', { channel: 'phone', subject: `第 ${n + 1} 问`, category: 'help', decision: { branch: 'mine' } })
  world.setTime('2026-03-02 15:50')
  // Not counted: once in ten minutes a token's use is noted.
  for (const caller of [who, 'sun'] as const) await world.call(caller, 'GET', '/api/staff/session')
  await does(who, `shifts/${shiftId}/beginning`, {})
  const { sent: handOverShift } = await does(who, `shifts/${shiftId}/handover`, { successorId: world.people.sun, notes: '请接着做。' })
  const { body: { handOver } } = await world.call(who, 'GET', `/api/staff/shifts/${shiftId}`)
  expect([handOver.contents.tasks.length, handOver.contents.cases.length]).toEqual([tasks, cases])
  const { sent: acceptHandover } = await does('sun', `shifts/${shiftId}/handover/acceptance`, {})
  world.setTime('2026-03-01 09:00')
  return { handOverShift, acceptHandover }
}

it('a shift with twenty tasks and thirty cases is passed on in as many statements as one with a single one of each', async () => {
  const one = await passed('qian', { tasks: 1, cases: 1 })
  const many = await passed('zhou', { tasks: 20, cases: 30 })
  expect(many).toEqual(one)
  expect(one.handOverShift).toBeLessThanOrEqual(12)
  expect(one.acceptHandover).toBeLessThanOrEqual(12)
  const { body: { rows } } = await world.call('sun', 'GET', `/api/staff/units/${unitId}/shift-tasks`)
  world.setTime('2026-03-02 15:50')
  const { body: board } = await world.call('sun', 'GET', `/api/staff/units/${unitId}/shift-tasks`)
  expect([rows.length, board.rows.filter(({ personId }: { personId: string }) => personId === world.people.sun).length]).toEqual([0, 21])
  expect((await verifyLive(world.services)).ok).toBe(true)
  expect(await brokenInvariants(world.db)).toEqual([])
})
