import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenInvariants } from '../cases/store-invariants.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { makeEngine, type Engine } from '../obligations/testing-engine.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
let engine: Engine
let unitId: string
let kinds: Record<'main' | 'second' | 'evening', string>
const shifts: Record<string, string> = {}
beforeAll(async () => {
  world = await makeWorld('ward-nurse-station', '2026-03-01 09:00')
  engine = makeEngine(world)
  unitId = world.units['许可科'] ?? ''
  const kind = async (body: object) => (await does('sun', `units/${unitId}/shift-kinds`, { weekdays: [1, 2, 3, 4, 5, 6, 7], ...body })).id as string
  kinds = {
    main: await kind({ name: '主班', from: '08:00', to: '16:00', main: true, tasks: [{ task: '测量生命体征', by: '09:00' }, { task: '清点药品', by: null }] }),
    second: await kind({ name: '责护班', from: '08:00', to: '16:00' }), evening: await kind({ name: '晚班', from: '16:00', to: '23:00' }),
  }
  const { shiftIds } = await does('sun', `units/${unitId}/roster`, { add: [
    { kindId: kinds.main, personId: world.people.qian, day: '2026-03-02' }, { kindId: kinds.second, personId: world.people.zhou, day: '2026-03-02' },
    { kindId: kinds.second, personId: world.people.sun, day: '2026-03-02' }, { kindId: kinds.evening, personId: world.people.li, day: '2026-03-02' }, { kindId: kinds.main, personId: world.people.qian, day: '2026-03-03' },
  ] })
  Object.assign(shifts, { qian: shiftIds[0], li: shiftIds[3], tomorrow: shiftIds[4] })
})
afterAll(async () => { await engine.close(); await world.drop() })

type Json = ReturnType<typeof JSON.parse>
async function does(who: Who, path: string, body: object = {}): Promise<Json> {
  const reply = await world.call(who, 'POST', `/api/staff/${path}`, body)
  expect(reply.status, `${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300)
  return reply.body
}
const refused = async (who: Who, path: string, body: object = {}) => (await world.call(who, 'POST', `/api/staff/${path}`, body)).body.code as string
const sees = async (who: Who, path: string): Promise<Json> => (await world.call(who, 'GET', `/api/staff/${path}`)).body
const board = (who: Who = 'qian', state = 'open') => sees(who, `units/${unitId}/shift-tasks?state=${state}`)
const owed = async (who: Who) => (await sees(who, 'obligations')).rows.filter((row: Json) => row.kind === 'task').map((row: Json) => row.subject.title)
const arrives = (who: Who, task: string, occasion = '新病人接诊') => does(who, `units/${unitId}/occasions`, { occasion, task })
const told = async (who: Who) => (await sees(who, 'notices?unread=true')).rows.map((row: Json) => `${row.kind} ${row.detail.name}`)

describe('common tasks', () => {
  it('stand on each shift of their kind, are owed from its beginning, and are ticked', async () => {
    expect(await owed('qian')).toEqual([])
    world.setTime('2026-03-02 08:00')
    expect(await owed('qian')).toEqual(['测量生命体征', '清点药品'])
    const { rows } = await board()
    expect(rows).toMatchObject([{ task: '测量生命体征', dueAt: '2026-03-02T01:00:00.000Z', personName: '钱博', kindName: '主班', mayTick: true }, { task: '清点药品', dueAt: '2026-03-02T08:00:00.000Z' }])
    expect(await does('zhou', `shift-tasks/${rows[0].id}/ticks`)).toEqual({ done: true })
    expect(await refused('qian', `shift-tasks/${rows[0].id}/ticks`)).toBe('task-done')
    expect(await owed('qian')).toEqual(['清点药品'])
    expect((await board('qian', 'done')).rows).toMatchObject([{ task: '测量生命体征', doneByName: '周宁' }])
    await does('qian', `shift-tasks/${rows[0].id}/reopening`)
    expect(await owed('qian')).toEqual(['测量生命体征', '清点药品'])
    await does('qian', `shift-tasks/${rows[0].id}/ticks`)
  })

  it('are changed for shifts that have not begun, and gone with a shift taken off', async () => {
    await world.call('sun', 'PATCH', `/api/staff/shift-kinds/${kinds.main}`, { tasks: [{ task: '测量生命体征', by: '09:00' }, { task: '发放餐食', by: '12:00' }] })
    expect(await owed('qian')).toEqual(['清点药品'])
    expect((await sees('qian', `shifts/${shifts['tomorrow']}`)).tasks.map(({ task }: Json) => task)).toEqual(['测量生命体征', '发放餐食'])
    await does('sun', `units/${unitId}/roster`, { remove: [shifts['tomorrow']] })
    expect((await world.db.selectFrom('shift_tasks').select('id').where('shift_id', '=', shifts['tomorrow'] ?? '').execute())).toEqual([])
  })

  it('grow late and climb to the head nurse like every duty', async () => {
    world.setTime('2026-03-02 08:20')
    expect((await sees('sun', 'obligations?scope=late')).rows).toEqual([])
  })
})

describe('new arrivals', () => {
  it('go to those on duty in rotation; whoever is away is passed by', async () => {
    world.setTime('2026-03-02 09:00')
    const names = []
    for (const bed of ['1 床', '2 床', '3 床']) {
      names.push((await arrives('qian', bed)).person.name)
      world.setTime(`2026-03-02 09:0${names.length}`)
    }
    expect(names).toEqual(['孙涛', '周宁', '钱博'])
    world.setTime('2026-03-02 09:10')
    await does('sun', 'absences', { kind: 'out', to: '2026-03-02T10:00:00+08:00' })
    expect((await arrives('qian', '4 床')).person.name).toBe('周宁')
    expect((await board()).occasions[0]).toMatchObject({ name: '新病人接诊', turn: 'rotation', next: { name: '钱博' } })
    world.setTime('2026-03-02 10:01')
    expect((await board()).occasions[0].next).toMatchObject({ name: '孙涛' })
    expect(await told('zhou')).toEqual(['taskGiven 新病人接诊 · 4 床', 'taskGiven 新病人接诊 · 2 床'])
  })

  it('given in rotation come back from whoever is busy', async () => {
    const { rows } = await board('zhou')
    const given = rows.find((row: Json) => row.task === '4 床')
    expect(given).toMatchObject({ personName: '周宁', receivedByName: '钱博', mayGiveBack: true })
    expect(await refused('sun', `shift-tasks/${given.id}/offer`, { take: false })).toBe('not-offered')
    expect(await does('zhou', `shift-tasks/${given.id}/offer`, { take: false })).toMatchObject({ person: { name: '钱博' } })
    expect(await told('qian')).toEqual(['taskBack 新病人接诊 · 4 床'])
    expect(await owed('zhou')).toEqual(['新病人接诊 · 2 床'])
    await does('zhou', `shift-tasks/${rows.find((row: Json) => row.task === '2 床').id}/ticks`)
  })

  it('tell the main shift; "busy" leaves it with whoever received it, with every point', async () => {
    const { id, person, offeredTo } = await arrives('zhou', '5 床', '转入病人接诊')
    expect({ person: person.name, offeredTo: offeredTo.name }).toEqual({ person: '周宁', offeredTo: '钱博' })
    expect(await told('qian')).toEqual(['taskOffered 转入病人接诊 · 5 床', 'taskBack 新病人接诊 · 4 床'])
    await does('qian', `shift-tasks/${id}/offer`, { take: false })
    expect(await owed('zhou')).toEqual(['转入病人接诊 · 5 床'])
    expect(await does('zhou', `shift-tasks/${id}/ticks`, { items: ['安置床位'] })).toEqual({ done: false })
    expect(await refused('zhou', `shift-tasks/${id}/ticks`, { items: ['喝茶'] })).toBe('no-such-item')
    expect((await board('zhou')).rows.find((row: Json) => row.id === id).items.map(({ byName }: Json) => byName)).toEqual([null, '周宁', null, null])
    expect(await does('zhou', `shift-tasks/${id}/ticks`)).toEqual({ done: true })
    const second = await arrives('zhou', '6 床', '转入病人接诊')
    expect(await does('qian', `shift-tasks/${second.id}/offer`, { take: true })).toMatchObject({ person: { name: '钱博' } })
    expect(await owed('qian')).toContain('转入病人接诊 · 6 床')
    expect(await owed('zhou')).toEqual([])
  })

  it('are refused where the regulation knows none, nobody is on duty, or somebody has no part in it', async () => {
    expect(await refused('zhou', `units/${unitId}/occasions`, { occasion: '参观', task: '一行' })).toBe('no-such-occasion')
    expect(await refused('an', `units/${unitId}/occasions`, { occasion: '新病人接诊', task: '一人' })).toBe('not-allowed')
    expect(await refused('sun', `units/${world.units['规划科']}/occasions`, { occasion: '新病人接诊', task: '一人' })).toBe('not-allowed')
    expect(await refused('he', `units/${world.units['规划科']}/occasions`, { occasion: '新病人接诊', task: '一人' })).toBe('nobody-on-duty')
    expect(await refused('an', `shift-tasks/${(await board()).rows[0].id}/ticks`)).toBe('no-such-task')
  })

  it('end, where it belongs to it, with how satisfied the person was', async () => {
    const { id } = await arrives('zhou', '7 床', '出院送行')
    expect(await refused('zhou', `shift-tasks/${id}/ticks`)).toBe('grade-needed')
    expect(await does('zhou', `shift-tasks/${id}/ticks`, { grade: 5, comment: '护士很耐心。' })).toEqual({ done: true })
    expect((await board('qian', 'done'))).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ id, grade: 5, comment: '护士很耐心。' })]), satisfaction: { count: 1, average: 5 } })
    const entries = await world.db.selectFrom('ledger_entries').select('data').where('kind', '=', 'task-ticked').execute()
    expect(JSON.stringify(entries)).not.toContain('耐心')
  })
})

describe('walk-rounds', () => {
  let id: string
  it('are announced to whoever is named or rostered then, stand in calendars, and are recorded', async () => {
    world.setTime('2026-03-02 11:00')
    const plan = (body: object) => world.call('sun', 'POST', `/api/staff/units/${unitId}/walkrounds`, { title: '护士长查房', ...body })
    expect((await plan({ at: ['2026-03-01T15:00:00+08:00'] })).body.code).toBe('walkround-past')
    expect((await plan({ at: ['2026-03-02T17:00:00+08:00'], visitorId: world.people.out })).body.code).toBe('no-such-person')
    const known = await told('sun')
    const { body } = await plan({ at: ['2026-03-02T17:00:00+08:00', '2026-03-04T17:00:00+08:00'] });
    [id] = body.ids
    // Nobody is rostered for the second; the head, who plans it, knows.
    expect([body.unattended, body.told, await told('sun')]).toEqual([1, [], known])
    expect(await told('li')).toEqual(['walkroundPlanned 护士长查房'])
    expect((await sees('qian', `units/${unitId}/roster?week=2026-03-02`)).walkrounds).toMatchObject([{ title: '护士长查房', visitorName: '孙涛', receiver: { name: '李文', named: false } }, { receiver: null }])
    expect((await sees('li', 'my-roster')).walkrounds).toMatchObject([{ id, unitName: '许可科' }])
    expect((await sees('li', `shifts/${shifts['li']}`)).walkrounds).toMatchObject([{ id }])
  })

  it('are told to the head of the unit where nobody is rostered then, once for a plan', async () => {
    const at = ['2026-03-05T17:00:00+08:00', '2026-03-06T17:00:00+08:00', '2026-03-02T17:30:00+08:00']
    const { body } = await world.call('bao', 'POST', `/api/staff/units/${unitId}/walkrounds`, { title: '夜查', at })
    expect([body.unattended, body.told]).toEqual([2, ['孙涛']])
    expect((await told('sun')).filter((one: string) => one.includes('夜查'))).toEqual(['walkroundUnattended 夜查'])
    const named = await world.call('bao', 'POST', `/api/staff/units/${unitId}/walkrounds`, { title: '夜查', at: at.slice(0, 1), receiverId: world.people.zhou })
    expect([named.body.unattended, named.body.told]).toEqual([0, []])
    for (const each of [...body.ids, ...named.body.ids]) await does('bao', `walkrounds/${each}/cancelling`)
  })

  it('are open to whoever is on duty there, and to nobody of another unit', async () => {
    const readable = async (who: Who): Promise<boolean> => (await sees(who, 'units')).units.find((unit: Json) => unit.id === unitId).dutyReadable
    for (const who of ['qian', 'sun', 'bao', 'wu', 'guan', 'he', 'an', 'li'] as const) expect([who, await readable(who)]).toEqual([who, (await sees(who, `units/${unitId}/walkrounds`)).code === undefined])
    expect([await readable('li'), await readable('he'), await readable('qian')]).toEqual([false, false, true])
    world.setTime('2026-03-02 16:30')
    expect([await readable('li'), (await sees('li', `units/${unitId}/walkrounds`)).code]).toEqual([true, undefined])
    world.setTime('2026-03-02 11:00')
  })

  it('owe what was found once they are due, not before; what needs doing is a case', async () => {
    expect(await refused('sun', `walkrounds/${id}/findings`, { findings: [] })).toBe('walkround-not-yet')
    world.setTime('2026-03-02 17:10')
    expect((await sees('sun', 'obligations')).rows).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'walkround', subject: expect.objectContaining({ kind: 'walkround', title: '护士长查房' }) })]))
    const { id: caseId } = await does('sun', 'cases', { channel: 'selfDiscovered', subject: '走廊灯不亮', category: 'help', decision: { branch: 'otherUnit', toUnitId: world.units['办公室'], reason: '请维修' } })
    expect(await refused('an', `walkrounds/${id}/findings`, { findings: [] })).toBe('no-such-walkround')
    await does('sun', `walkrounds/${id}/findings`, { findings: [{ text: '床单位整洁' }, { text: '走廊灯不亮', caseId }] })
    expect(await refused('sun', `walkrounds/${id}/findings`, { findings: [] })).toBe('walkround-over')
    expect((await sees('he', `units/${unitId}/walkrounds?state=done`)).code).toBe('no-such-unit')
    expect((await sees('zhou', `units/${unitId}/walkrounds?state=done`)).rows).toMatchObject([{ findings: [{ caseId: null }, { caseId }], recordedByName: '孙涛' }])
    const { rows: [next] } = await sees('zhou', `units/${unitId}/walkrounds`)
    await does('sun', `walkrounds/${next.id}/cancelling`)
    expect((await sees('zhou', `units/${unitId}/walkrounds`)).rows).toEqual([])
  })
})

describe('what is left at the end of a shift', () => {
  it('stands in the record and goes to whoever signs for it, with time to do it', async () => {
    await does('qian', `shifts/${shifts['qian']}/beginning`)
    await does('qian', `shifts/${shifts['qian']}/handover`, { successorId: world.people.li })
    const { handOver, contents } = await sees('qian', `shifts/${shifts['qian']}`)
    expect(handOver.contents.tasks.length).toBeGreaterThan(2)
    expect(contents.tasks).toEqual(handOver.contents.tasks)
    await does('li', `shifts/${shifts['qian']}/handover/acceptance`)
    expect(await owed('qian')).toEqual([])
    const mine = (await sees('li', `shifts/${shifts['li']}`)).tasks
    expect(mine.map(({ task }: Json) => task)).toContain('清点药品')
    expect(mine.find(({ task }: Json) => task === '清点药品').dueAt).toBe('2026-03-02T09:40:00.000Z')
    world.setTime('2026-03-02 18:41')
    await engine.catchUp()
    expect((await sees('sun', 'obligations?scope=late')).rows.map((row: Json) => row.subject?.title)).toContain('清点药品')
  })

  it('leaves ledger, obligations and tables in agreement', async () => {
    expect((await verifyLive(world.services)).ok).toBe(true)
    expect(await brokenInvariants(world.db)).toEqual([])
  })
})
