import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { whoIsAway } from '../cases/absence.ts'
import { brokenInvariants } from '../cases/store-invariants.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { makeEngine, type Engine } from '../obligations/testing-engine.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { onDutyNow, presenceOf } from './store-duty.ts'

let world: World
let engine: Engine
let unitId: string
let guide: string
let night: string
beforeAll(async () => {
  world = await makeWorld('ward-nurse-station', '2026-03-01 09:00')
  engine = makeEngine(world)
  unitId = world.units['许可科'] ?? ''
  guide = await kind({ name: '主责导诊班', from: '07:40', to: '15:40', weekdays: [1, 2, 3, 4, 5, 6, 7], post: 'firstContact', needs: ['普通话', '闽南语'] })
  night = await kind({ name: '大夜班', from: '23:40', to: '07:40', weekdays: [1, 2, 3, 4, 5, 6, 7] })
  await world.call('sun', 'POST', `/api/staff/people/${world.people.qian}/skills`, { skills: ['普通话', '闽南语'] })
  await world.call('sun', 'POST', `/api/staff/people/${world.people.zhou}/skills`, { skills: ['普通话'] })
})
afterAll(async () => { await engine.close(); await world.drop() })

async function kind(body: object): Promise<string> {
  const made = await world.call('sun', 'POST', `/api/staff/units/${unitId}/shift-kinds`, body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.id
}
const plan = (body: object) => world.call('sun', 'POST', `/api/staff/units/${unitId}/roster`, body)
const add = (kindId: string, who: 'qian' | 'zhou' | 'sun', day: string) => plan({ add: [{ kindId, personId: world.people[who], day }] })

describe('the roster', () => {
  it('refuses somebody without the language, naming it, and writes nothing', async () => {
    const refused = await add(guide, 'zhou', '2026-03-02')
    expect(refused).toMatchObject({ status: 422, body: { code: 'qualification-missing', errors: [{ pointer: '/add/0', detail: expect.stringContaining('闽南语') }] } })
    expect((await world.call('li', 'GET', `/api/staff/units/${unitId}/roster?week=2026-03-04`)).body.shifts).toEqual([])
  })

  it('takes the others, shows what is missing, and who is on now, over midnight too', async () => {
    expect((await add(guide, 'qian', '2026-03-02')).body).toMatchObject({ applied: true, added: 1 })
    expect((await add(night, 'zhou', '2026-03-02')).status).toBe(200)
    const { body } = await world.call('li', 'GET', `/api/staff/units/${unitId}/roster?week=2026-03-04`)
    expect(body.days[0]).toBe('2026-03-02')
    expect(body.shifts).toHaveLength(2)
    expect(body.gaps.filter((gap: { kindId: string }) => gap.kindId === guide)).toHaveLength(6)
    expect(body.uncovered).toMatchObject([{ day: '2026-03-02', to: '2026-03-01T23:40:00.000Z' }, { from: '2026-03-02T07:40:00.000Z', to: '2026-03-02T15:40:00.000Z' }])
    expect(body.mayPlan).toBe(false)
    const on = async (at: string) => (await world.call('li', 'GET', `/api/staff/on-duty?at=${at}`)).body.rows.map((row: { name: string }) => row.name)
    expect(await on('2026-03-02T00:00:00Z')).toEqual(['钱博'])
    expect(await on('2026-03-02T20:00:00Z')).toEqual(['周宁'])
    expect(await on('2026-03-03T20:00:00Z')).toEqual([])
    expect(await onDutyNow(world.db, world.institutionId, '2026-03-02T00:00:00.000Z', { unitId: world.units['规划科'] })).toEqual([])
    expect(await onDutyNow(world.db, world.otherInstitutionId, '2026-03-02T00:00:00.000Z')).toEqual([])
  })

  it('plans nothing that is over by then', async () => {
    const past = await add(night, 'qian', '2020-01-06')
    expect(past).toMatchObject({ status: 409, body: { code: 'shift-ended', errors: [{ pointer: '/add/0', code: 'over', detail: expect.stringContaining('2020-01-06') }] } })
    const copied = await plan({ copyWeek: { from: '2026-03-02', to: '2026-02-23' } })
    expect(copied.body).toMatchObject({ added: 0, problems: expect.arrayContaining([expect.objectContaining({ problem: 'over', day: '2026-02-23', blocking: true })]) })
  })

  it('never puts a person in two places, nor in a shift during leave', async () => {
    const other = await world.call('guan', 'POST', `/api/staff/units/${world.units['规划科']}/shift-kinds`, { name: '早班', from: '08:00', to: '12:00', weekdays: [1] })
    const twice = await world.call('guan', 'POST', `/api/staff/units/${world.units['规划科']}/roster`, { add: [{ kindId: other.body.id, personId: world.people.qian, day: '2026-03-02' }] })
    expect(twice.body.code).toBe('shift-overlaps')
    const leave = await world.call('zhou', 'POST', '/api/staff/absences', { kind: 'leave', from: '2026-03-04T00:00:00+08:00', to: '2026-03-06T00:00:00+08:00' })
    expect(leave.status).toBe(201)
    expect((await add(night, 'zhou', '2026-03-05')).body.code).toBe('person-away')
    const rostered = await world.call('zhou', 'POST', '/api/staff/absences', { kind: 'leave', from: '2026-03-02T00:00:00+08:00', to: '2026-03-03T00:00:00+08:00' })
    expect(rostered).toMatchObject({ status: 409, body: { code: 'rostered-then' } })
    expect((await add(night, 'zhou', '2026-03-02')).body.code).toBe('shift-overlaps')
  })

  it('copies a week as far as nothing speaks against it', async () => {
    await plan({ add: [{ kindId: night, personId: world.people.sun, day: '2026-03-03' }] })
    await world.call('sun', 'POST', '/api/staff/absences', { kind: 'trip', from: '2026-03-10T00:00:00+08:00', to: '2026-03-11T12:00:00+08:00' })
    const copied = await plan({ copyWeek: { from: '2026-03-02', to: '2026-03-09' } })
    expect(copied.body).toMatchObject({ applied: true, added: 2, problems: [{ problem: 'away', personName: '孙涛', absence: 'trip' }] })
    expect((await plan({ copyWeek: { from: '2026-03-02', to: '2026-03-09' } })).body).toMatchObject({ added: 0 })
  })

  it('says where somebody is, until when, and who stands in', async () => {
    await world.call('sun', 'POST', `/api/staff/people/${world.people.zhou}/cover`, { deputyId: world.people.qian })
    const state = async (at: string) => (await presenceOf(world.db, world.institutionId, [world.people.zhou], at)).get(world.people.zhou)
    expect(await state('2026-03-04T02:00:00.000Z')).toMatchObject({ state: 'leave', until: '2026-03-05T16:00:00.000Z', deputy: { name: '钱博', here: true } })
    expect(await state('2026-03-02T20:00:00.000Z')).toMatchObject({ state: 'here', until: '2026-03-02T23:40:00.000Z' })
    expect(await state('2026-03-02T02:00:00.000Z')).toMatchObject({ state: 'offShift', until: '2026-03-02T15:40:00.000Z' })
    const { body } = await world.call('li', 'GET', `/api/staff/presence?personId=${world.people.li}`)
    expect(body.rows).toMatchObject([{ name: '李文', state: 'here' }])
    const found = await world.call('li', 'GET', `/api/staff/people?q=${encodeURIComponent('周宁')}&presence=true`)
    expect(found.body.rows).toMatchObject([{ name: '周宁', presence: { deputy: { name: '钱博', unitName: '许可科' } } }])
    expect((await world.call('li', 'GET', '/api/staff/people?limit=2')).body.rows[0].presence).toBeUndefined()
  })

  it('calls somebody without shifts not rostered while the unit keeps a roster for that time, and there otherwise', async () => {
    const stranger = await presenceOf(world.db, world.institutionId, [world.people.an], '2026-03-02T02:00:00.000Z')
    expect(stranger.get(world.people.an)).toMatchObject({ state: 'here', until: null })
    await world.db.updateTable('people').set({ unit_id: unitId }).where('id', '=', world.people.an).execute()
    const state = async (at: string) => (await presenceOf(world.db, world.institutionId, [world.people.an], at)).get(world.people.an)?.state
    expect(await state('2026-03-02T02:00:00.000Z')).toBe('notRostered')
    expect(await whoIsAway(world.db, world.institutionId, [world.people.an], '2026-03-02T02:00:00.000Z')).toEqual([])
    expect(await state('2026-03-02T20:00:00.000Z')).toBe('notRostered')
    expect(await state('2026-03-19T02:00:00.000Z')).toBe('here')
    await world.db.updateTable('people').set({ unit_id: world.units['办公室'] ?? '' }).where('id', '=', world.people.an).execute()
  })

  it('never lets A and B be away together, and says who is and when', async () => {
    const refused = await world.call('qian', 'POST', '/api/staff/absences', { kind: 'out', from: '2026-03-05T09:00:00+08:00', to: '2026-03-05T10:00:00+08:00' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'both-away', errors: [{ detail: expect.stringMatching(/周宁 2026-03-03T16:00/) }] } })
    expect((await world.call('qian', 'POST', '/api/staff/absences', { kind: 'out', from: '2026-03-06T09:00:00+08:00', to: '2026-03-06T10:00:00+08:00' })).status).toBe(201)
  })

  it('takes whoever is named for one absence alone for the B post of that time', async () => {
    const ask = (who: Who, from: string, to: string, more: object = {}) => world.call(who, 'POST', '/api/staff/absences', { kind: 'leave', from: `2026-05-${from}T08:30:00+08:00`, to: `2026-05-${to}T17:30:00+08:00`, ...more })
    expect((await ask('li', '11', '15', { deputyId: world.people.he })).status).toBe(201)
    const refused = await ask('he', '14', '18')
    expect(refused).toMatchObject({ status: 409, body: { code: 'both-away', errors: [{ detail: expect.stringMatching(/李文 2026-05-11/) }] } })
    expect((await ask('he', '16', '18')).status).toBe(201)
    expect((await ask('li', '18', '19', { deputyId: world.people.he })).body.code).toBe('deputy-away')
  })

  it('refuses what is not sense: an end before the beginning, a stranger, somebody else’s absence', async () => {
    const ask = (body: object) => world.call('li', 'POST', '/api/staff/absences', body)
    expect((await ask({ kind: 'leave', from: '2026-04-02T00:00:00Z', to: '2026-04-01T00:00:00Z' })).body.code).toBe('absence-reversed')
    expect((await ask({ kind: 'leave', personId: world.people.out })).body.code).toBe('no-such-person')
    expect((await ask({ kind: 'leave', personId: world.people.qian })).status).toBe(403)
    expect((await plan({ add: [{ kindId: guide, personId: world.people.out, day: '2026-03-20' }] })).body.code).toBe('no-such-person')
    expect((await add(guide, 'qian', '2026-02-30')).status).toBe(400)
  })

  it('gives a calendar that can be taken back', async () => {
    const headers = await sessionFor(world, 'qian')
    const { body } = await world.call(null, 'POST', '/api/staff/roster-feed', {}, headers)
    const feed = await world.call(null, 'GET', body.path)
    expect(feed.status).toBe(200)
    expect(String(feed.body)).toContain('BEGIN:VEVENT')
    expect(String(feed.body)).toContain('DTSTART:20260301T234000Z')
    await world.call(null, 'DELETE', '/api/staff/roster-feed', undefined, headers)
    expect((await world.call(null, 'GET', body.path)).status).toBe(404)
  })
})

describe('what a shift owes', () => {
  it('is listed only when its time has come, warns, grows late and climbs like everything else', async () => {
    const mine = async () => (await world.call('qian', 'GET', '/api/staff/obligations')).body.rows as { kind: string; light: string; subject: { title: string } | null }[]
    expect(await mine()).toEqual([])
    world.setTime('2026-03-02 07:21')
    expect(await mine()).toMatchObject([{ kind: 'round', caseId: null, case: null, subject: { kind: 'shift', title: '主责导诊班' } }])
    world.setTime('2026-03-02 16:11')
    await engine.catchUp()
    expect(await mine()).toMatchObject([{ kind: 'round', light: 'red' }, { kind: 'handOver', light: 'red' }])
    const { body } = await world.call('sun', 'GET', '/api/staff/obligations?scope=late')
    expect(body.rows.map((row: { kind: string }) => row.kind)).toContain('handOver')
    expect((await world.call('li', 'GET', '/api/staff/obligations?scope=late')).body.rows).toEqual([])
    expect((await verifyLive(world.services)).ok).toBe(true)
    expect(await brokenInvariants(world.db)).toEqual([])
  })

  it('is void once the shift is taken off the roster', async () => {
    const { body } = await world.call('sun', 'GET', `/api/staff/units/${unitId}/roster?week=2026-03-09`)
    const removed = await plan({ remove: body.shifts.map((shift: { id: string }) => shift.id) })
    expect(removed.body).toMatchObject({ applied: true, removed: 2 })
    const open = await world.db.selectFrom('obligations').select('stream').where('state', '=', 'open').where('stream', 'is not', null).execute()
    expect(open.some(({ stream }) => body.shifts.some((shift: { id: string }) => stream === `shift:${shift.id}`))).toBe(false)
    expect((await verifyLive(world.services)).ok).toBe(true)
  })
})
