import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEngine, type Engine } from '../obligations/testing-engine.ts'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
let engine: Engine
beforeAll(async () => {
  world = await makeWorld()
  engine = makeEngine(world)
  const unitId = world.units['许可科'] ?? ''
  const { body: kind } = await world.call('sun', 'POST', `/api/staff/units/${unitId}/shift-kinds`, { name: '总值班', from: '17:30', to: '08:30', weekdays: [1, 2, 3, 4, 5, 6, 7], post: 'dutyOfficer' })
  await world.call('sun', 'POST', `/api/staff/units/${unitId}/roster`, { add: [{ kindId: kind.id, personId: world.people.zhou, day: '2026-03-02' }, { kindId: kind.id, personId: world.people.qian, day: '2026-03-03' }] })
  const climbs = [{ after: { amount: 5, unit: 'naturalMinutes' }, from: 'due', tell: [{ of: 'institution', post: 'office' }], afterHours: [{ of: 'institution', post: 'dutyOfficer' }] }]
  const overlay = {
    limits: { decide: { amount: 10, unit: 'naturalMinutes' } },
    ladders: { decide: climbs, answerBell: climbs },
  }
  await world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId: world.institutionId, unitId: world.units['规划科'] ?? '', overlay, at: world.services.clock(), by: null }))
})
afterAll(async () => { await engine.close(); await world.drop() })

/** Asked at a moment, left lying until the rung is past; whom the rung told. */
async function rungOf(asked: string, later: string): Promise<{ id: string; told: string[] }> {
  world.setTime(asked)
  const { body, status } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'phone', subject: '停水了，几点来', category: 'help' })
  expect(status, JSON.stringify(body)).toBe(201)
  world.setTime(later)
  await engine.catchUp()
  const { body: seen } = await world.call('li', 'GET', `/api/staff/cases/${body.id}`)
  const duty = seen.obligations.find(({ kind }: { kind: string }) => kind === 'decide')
  expect(duty).toMatchObject({ light: 'red', rung: 1 })
  return { id: body.id, told: duty.escalatedTo.map(({ personName }: { personName: string }) => personName) }
}

it('rings a question that waits after hours to whoever is on duty by the roster that night, and to the office in its hours', async () => {
  const { id, told } = await rungOf('2026-03-02 22:00', '2026-03-02 22:16')
  expect(told).toEqual(['周宁'])
  const { body } = await world.call('zhou', 'GET', '/api/staff/notices')
  expect(body.rows.map((row: { case: { id: string } | null }) => row.case?.id)).toContain(id)
  expect((await rungOf('2026-03-03 10:00', '2026-03-03 10:16')).told).toEqual(['安宁'])
  expect((await rungOf('2026-03-04 02:00', '2026-03-04 02:16')).told).toEqual(['钱博'])
})

it('does the same with what is no case: a bell that nobody answers', async () => {
  const toldOf = async (rungAt: string, later: string): Promise<string[]> => {
    world.setTime(rungAt)
    const { body } = await world.call('li', 'POST', '/api/staff/bells', { unitId: world.units['规划科'], place: '大厅' })
    world.setTime(later)
    await engine.catchUp()
    const rows = await world.db.selectFrom('obligations as o').innerJoin('obligation_rungs as r', 'r.obligation_id', 'o.id').innerJoin('people as p', 'p.id', 'r.person_id')
      .select('p.name').where('o.stream', 'like', `%${body.id}`).where('r.rung', '=', 1).execute()
    return rows.map(({ name }) => name)
  }
  expect(await toldOf('2026-03-04 03:00', '2026-03-04 03:10')).toEqual(['钱博'])
  expect(await toldOf('2026-03-04 10:00', '2026-03-04 10:10')).toEqual(['安宁'])
})

it('rings somebody also on a night for which nobody is rostered', async () => {
  expect((await rungOf('2026-03-04 22:00', '2026-03-04 22:16')).told).toHaveLength(1)
})
