import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEngine, type Engine } from '../obligations/testing-engine.ts'
import { publishPolicy } from '../policy/store.ts'
import { CAST, makeWorld, type Who, type World } from '../testing-world.ts'
import { brokenInvariants } from './store-invariants.ts'

let world: World
let engine: Engine
beforeAll(async () => {
  world = await makeWorld()
  engine = makeEngine(world)
  const unitId = world.units['许可科'] ?? ''
  const { body: kind } = await world.call('sun', 'POST', `/api/staff/units/${unitId}/shift-kinds`, { name: '总值班', from: '17:30', to: '08:30', weekdays: [1, 2, 3, 4, 5, 6, 7], post: 'dutyOfficer' })
  await world.call('sun', 'POST', `/api/staff/units/${unitId}/roster`, { add: [{ kindId: kind.id, personId: world.people.zhou, day: '2026-03-02' }] })
})
afterAll(async () => { await engine.close(); await world.drop() })

async function raised(who: Who = 'li', more: object = {}): Promise<{ id: string; notified: string[] }> {
  const { body, status } = await world.call(who, 'POST', '/api/staff/emergencies', { place: '一楼大厅', ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  const { body: seen } = await world.call(who, 'GET', `/api/staff/cases/${body.id}`)
  return { id: body.id, notified: seen.cooperation.emergency.assigned.map(({ name }: { name: string }) => name) }
}

describe('an emergency', () => {
  it('tells the office and the leader in charge in office hours', async () => {
    expect((await raised()).notified.toSorted()).toEqual(['包副局长', '安宁'].toSorted())
  })

  it('says where it is, to whoever is told of it and to whoever wrote it, and the place can be put right', async () => {
    const { id } = await raised('li', { place: '一楼东侧楼梯间' })
    const about = async (who: Who) => (await world.call(who, 'GET', `/api/staff/cases/${id}`)).body
    expect(await about('li')).toMatchObject({ place: '一楼东侧楼梯间' })
    const told = await world.call('bao', 'GET', '/api/staff/notices')
    expect(told.body.rows.find((row: { case: { id: string } | null }) => row.case?.id === id).case.place).toBe('一楼东侧楼梯间')
    expect((await world.call('li', 'POST', `/api/staff/cases/${id}/corrections`, { field: 'place', value: '一楼东侧楼梯间', reason: '听错了' })).body.code).toBe('nothing-changed')
    expect((await world.call('li', 'POST', `/api/staff/cases/${id}/corrections`, { field: 'place', value: '二楼西侧楼梯间', reason: '听错了' })).status).toBe(200)
    const { place, timeline } = await about('li')
    expect(place).toBe('二楼西侧楼梯间')
    expect(timeline.find(({ kind }: { kind: string }) => kind === 'case-registered').params.place).toBe('一楼东侧楼梯间')
    expect(timeline.find(({ kind }: { kind: string }) => kind === 'field-corrected').params).toMatchObject({ field: 'place', before: '一楼东侧楼梯间', after: '二楼西侧楼梯间' })
  })

  it('becomes part of the case in whose course it happened, where that can take it, and is registered in any case', async () => {
    const { body: main } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '现场勘查', category: 'help', decision: { branch: 'mine' } })
    const { id } = await raised('li', { partOf: main.id })
    expect((await world.call('li', 'GET', `/api/staff/cases/${id}`)).body.cooperation.parent).toMatchObject({ number: main.number })
    const { body: seen } = await world.call('li', 'GET', `/api/staff/cases/${main.id}`)
    expect(seen.cooperation).toMatchObject({ takesEmergency: true, children: [{}] })
    expect(seen.timeline.find(({ kind }: { kind: string }) => kind === 'child-added').params).toMatchObject({ emergency: true })
    const alone = await raised('qian', { partOf: main.id })
    expect((await world.call('qian', 'GET', `/api/staff/cases/${alone.id}`)).body.cooperation.parent).toBeNull()
  })

  it('is joined by either of a pair', async () => {
    const unitId = world.units['许可科'] ?? ''
    const mode = (firstContactMode: string) => world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId: world.institutionId, unitId, overlay: { firstContactMode }, at: world.services.clock(), by: null }))
    await mode('pair')
    const { body: main } = await world.call('zhou', 'POST', '/api/staff/cases', { channel: 'visit', subject: '术前访视', category: 'help', decision: { branch: 'mine' }, askedTogether: [world.people.qian] })
    const { firstContact } = (await world.call('zhou', 'GET', `/api/staff/cases/${main.id}`)).body
    const other = firstContact.personId === world.people.zhou ? 'qian' : 'zhou'
    expect((await world.call(other, 'GET', `/api/staff/cases/${main.id}`)).body.cooperation.takesEmergency).toBe(true)
    const { id } = await raised(other, { partOf: main.id })
    expect((await world.call(other, 'GET', `/api/staff/cases/${id}`)).body.cooperation.parent).toMatchObject({ number: main.number })
    await mode('anyone')
  })

  it('tells the duty officer on the roster after hours, and nobody of the office', async () => {
    world.setTime('2026-03-02 22:00')
    const { id, notified } = await raised()
    expect(notified).toEqual(['周宁'])
    world.setTime('2026-03-02 22:10')
    await engine.catchUp()
    const { body } = await world.call('li', 'GET', `/api/staff/cases/${id}`)
    expect(body.obligations.find(({ kind }: { kind: string }) => kind === 'confirm')).toMatchObject({ light: 'red', rung: 2 })
    const climbed = await world.db.selectFrom('ledger_entries').select('data').where('kind', '=', 'obligation-climbed').where('stream', 'like', `%${id}`).execute()
    const told = climbed.map(({ data }) => data).filter((data) => data['duty'] === 'confirm').map(({ people }) => people)
    // The duty officer is the one who is late.
    expect(told).toContainEqual([world.people.bao])
    expect(told.flat()).not.toContain(world.people.zhou)
    expect((await world.call('zhou', 'POST', `/api/staff/cases/${id}/assignments/confirmation`, {})).status).toBe(200)
  })

  it('is given to everybody of a unit without a roster who is not away', async () => {
    world.setTime('2026-03-03 10:00')
    expect((await world.call('he', 'POST', '/api/staff/absences', { kind: 'leave', from: '2026-03-03T08:30:00+08:00', to: '2026-03-05T17:30:00+08:00' })).status).toBe(201)
    const { id, notified } = await raised('qian')
    expect((await world.call('qian', 'POST', `/api/staff/cases/${id}/assignments`, { unitId: world.units['规划科'] })).status).toBe(200)
    const { body } = await world.call('qian', 'GET', `/api/staff/cases/${id}`)
    const assigned = body.cooperation.emergency.assigned.map(({ name }: { name: string }) => name).filter((name: string) => !notified.includes(name))
    expect(assigned).toContain('李文')
    expect(assigned).not.toContain('何平')
  })

  it('is given to the department and its windows where the dispatcher sits at a window alone', async () => {
    const unitId = world.services.newId()
    await sql`insert into units (institution_id, id, parent_id, path, kind, name, policy_digest)
      select institution_id, ${unitId}::uuid, id, path || ${unitId}::uuid, 'window', '3号窗口', policy_digest from units where id = ${world.units['规划科']}`.execute(world.db)
    await world.db.updateTable('people').set({ unit_id: unitId }).where('id', '=', world.people.li).execute()
    const assigned = async (time: string): Promise<string[]> => {
      world.setTime(time)
      const { id, notified } = await raised('li')
      const { status, body } = await world.call('li', 'POST', `/api/staff/cases/${id}/assignments`, {})
      expect(status, JSON.stringify(body)).toBe(200)
      const { cooperation } = (await world.call('li', 'GET', `/api/staff/cases/${id}`)).body
      return cooperation.emergency.assigned.map(({ name }: { name: string }) => name).filter((name: string) => !notified.includes(name))
    }
    expect(await assigned('2026-03-06 10:00')).toEqual([CAST.he.name])
    // The head of the department is on leave: everybody of the organisation who is there.
    const everybody = await assigned('2026-03-04 10:00')
    expect(everybody).toContain(CAST.qian.name)
    expect(everybody).not.toContain(CAST.li.name)
    const { id } = await raised('li')
    await world.db.updateTable('people').set({ unit_id: world.units['规划科'] ?? '' }).where('id', '=', world.people.li).execute()
    // A unit that is asked for is asked alone.
    expect((await world.call('li', 'POST', `/api/staff/cases/${id}/assignments`, { unitId })).body.code).toBe('nobody-available')
  })

  it('tells somebody even where nobody is on duty and no duty officer is named', async () => {
    world.setTime('2026-03-07 22:00')
    expect((await raised()).notified).toHaveLength(1)
    expect(await brokenInvariants(world.db)).toEqual([])
  })
})
