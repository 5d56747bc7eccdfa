import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { holdPost } from '../directory/store-people.ts'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
let desk = ''
beforeAll(async () => {
  world = await makeWorld()
  world.setTime('2026-03-02 10:00')
  const created = await asked('POST', '/api/staff/desks', {
    unitId: unit(), kind: 'window', name: '1号窗口', scope: '许可咨询', room: '一楼', hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }], staff: [world.people.qian],
  })
  desk = created.body.id
})
afterAll(async () => { await world.drop() })

/** As the administrator, signed in anew: the clock has moved on. */
const asked = async (method: 'POST' | 'PATCH', url: string, body: object) => world.call(null, method, url, body, await sessionFor(world, 'guan'))
const unit = (): string => world.units['许可科'] ?? ''
const register = (who: Who, more: object = {}) => world.call(who, 'POST', '/api/staff/cases', { channel: 'visit', subject: '问一件事', category: 'help', ...more })
const mode = (firstContactMode: string) => world.db.transaction().execute((trx) =>
  publishPolicy(trx, { institutionId: world.institutionId, unitId: unit(), overlay: { firstContactMode }, at: world.services.clock(), by: null }))
const on = (day: string, from: string, to: string) => ({ day, from: new Date(`${day}T${from}:00+08:00`).toISOString(), to: new Date(`${day}T${to}:00+08:00`).toISOString() })

async function firstOf(who: Who, more: object): Promise<string> {
  const { body } = await register(who, more)
  return Object.entries(world.people).find(([, id]) => id === body.firstContact?.personId)?.[0] ?? JSON.stringify(body)
}

describe('the cover of a desk', () => {
  it('lists the time after the roster ends until the desk closes', async () => {
    const { body: kind } = await world.call('sun', 'POST', `/api/staff/units/${unit()}/shift-kinds`, { name: '窗口班', from: '08:30', to: '16:00', weekdays: [1, 2, 3, 4, 5], deskId: desk })
    const planned = await world.call('sun', 'POST', `/api/staff/units/${unit()}/roster`, { add: [2, 3, 4].map((day) => ({ kindId: kind.id, personId: world.people.zhou, day: `2026-03-0${day}` })) })
    expect(planned.status, JSON.stringify(planned.body)).toBe(200)
    const { body } = await world.call('li', 'GET', `/api/staff/desk-cover?unitId=${unit()}&week=2026-03-02`)
    // Of the desk's staff nobody is rostered, so they are there in working time: the break and nothing else is open on the other days.
    expect(body.rows).toHaveLength(1)
    expect(body.rows[0].gaps.filter(({ day }: { day: string }) => day === '2026-03-05')).toMatchObject([on('2026-03-05', '12:00', '14:00')])
    await asked('PATCH', `/api/staff/desks/${desk}`, { staff: [] })
    const { body: bare } = await world.call('li', 'GET', `/api/staff/desk-cover?unitId=${unit()}&week=2026-03-02`)
    const gaps = bare.rows[0].gaps
    expect(gaps.filter(({ day }: { day: string }) => day <= '2026-03-04')).toMatchObject(['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => ({ ...on(day, '16:00', '17:30'), wholeDay: false, deskName: '1号窗口' })))
    expect(gaps.filter(({ day }: { day: string }) => day > '2026-03-04')).toMatchObject([{ ...on('2026-03-05', '08:30', '17:30'), wholeDay: true }, { day: '2026-03-06', wholeDay: true }])
    expect([bare.rows[0].openMinutes, bare.rows[0].gapMinutes]).toEqual([5 * 540, 3 * 90 + 2 * 540])
    const { body: roster } = await world.call('sun', 'GET', `/api/staff/units/${unit()}/roster?week=2026-03-02`)
    expect(roster.deskGaps[0]).toMatchObject({ deskId: desk, ...on('2026-03-02', '16:00', '17:30') })
    expect(roster.desks).toEqual([{ id: desk, name: '1号窗口' }])
  })

  it('knows no desk of another unit', async () => {
    const refused = await world.call('sun', 'POST', `/api/staff/units/${unit()}/shift-kinds`, { name: '别处的窗口', from: '08:30', to: '16:00', weekdays: [1], deskId: world.people.li })
    expect([refused.status, refused.body.code]).toEqual([422, 'no-such-desk'])
  })
})

describe('units that nobody receives people for today', () => {
  const lacking = async (query = ''): Promise<[string, string[]][]> => (await world.call('li', 'GET', `/api/staff/reception-gaps${query}`)).body.rows.map((row: { unitName: string; away: string[] }) => [row.unitName, row.away]).toSorted()
  const away = (who: Who) => world.db.insertInto('absences').values({ institution_id: world.institutionId, id: world.services.newId(), person_id: world.people[who], kind: 'leave', from_at: '2026-03-01T16:00:00.000Z', to_at: null, recorded_by: world.people.sun }).execute()

  it('are those without a receptionist, a shift or a desk that is not away; on a day off there are none', async () => {
    world.setTime('2026-03-02 10:00')
    // 周宁 is on the shift of the window.
    expect(await lacking()).toEqual([['办公室', []], ['规划科', []]])
    await holdPost(world.db, { institutionId: world.institutionId, unitId: world.units['规划科'] ?? '', post: 'receptionist', personId: world.people.li })
    expect(await lacking()).toEqual([['办公室', []]])
    await away('li')
    await away('zhou')
    expect(await lacking()).toEqual([['办公室', []], ['规划科', ['李文']], ['许可科', []]])
    expect(await lacking(`?unitId=${unit()}`)).toEqual([['许可科', []]])
    world.setTime('2026-03-07 10:00')
    expect((await world.call('li', 'GET', '/api/staff/reception-gaps')).body).toMatchObject({ works: false, rows: [] })
    await world.db.deleteFrom('absences').execute()
    world.setTime('2026-03-02 10:00')
  })
})

describe('a case at a desk', () => {
  it('knows the desk, and is found by it', async () => {
    const { body: taken } = await register('zhou', { deskId: desk })
    await register('zhou')
    expect((await world.call('zhou', 'GET', `/api/staff/cases/${taken.id}`)).body.deskName).toBe('1号窗口')
    const { body: found } = await world.call('sun', 'GET', `/api/staff/cases?view=all&deskId=${desk}`)
    expect(found.rows.map(({ id }: { id: string }) => id)).toEqual([taken.id])
    expect((await register('zhou', { deskId: world.people.li })).body.code).toBe('no-such-desk')
    expect((await world.call('zhou', 'GET', '/api/staff/session')).body.person.desks).toEqual([{ id: desk, name: '1号窗口', mine: true }])
  })

  it('belongs to whoever is at the desk where windows are first contact, whoever was asked', async () => {
    await mode('window')
    expect(await firstOf('sun', { deskId: desk })).toBe('zhou')
    expect(await firstOf('sun', {})).toBe('zhou')
    // After the shift: of the desk's staff whoever is on no roster; else whoever was asked.
    world.setTime('2026-03-02 16:30')
    expect(await firstOf('sun', { deskId: desk })).toBe('sun')
    await asked('PATCH', `/api/staff/desks/${desk}`, { staff: [world.people.qian] })
    expect(await firstOf('sun', { deskId: desk })).toBe('qian')
    await world.call('qian', 'POST', '/api/staff/absences', { kind: 'out' })
    expect(await firstOf('sun', { deskId: desk })).toBe('sun')
  })

  it('belongs to the appointed one of the desk where first contacts are appointed', async () => {
    await mode('appointed')
    world.setTime('2026-03-03 09:00')
    expect(await firstOf('sun', { deskId: desk })).toBe('zhou')
    await mode('anyone')
    expect(await firstOf('sun', { deskId: desk })).toBe('sun')
  })
})

describe('the public', () => {
  it('sees the desks that are public, what they are for and when they are open; never who sits there', async () => {
    world.setTime('2026-03-03 12:30')
    await asked('POST', '/api/staff/desks', { unitId: unit(), kind: 'seat', name: '内部坐席', public: false })
    const { status, body } = await world.call(null, 'GET', '/api/public/desks')
    expect(status).toBe(200)
    expect(body.rows).toMatchObject([{ name: '1号窗口', unitName: '许可科', scope: '许可咨询', room: '一楼', openNow: true, opensAt: null, closesAt: on('2026-03-03', '08:30', '17:30').to, hours: [{ from: '08:30', to: '17:30' }] }])
    expect(JSON.stringify(body)).not.toContain('staff')
    world.setTime('2026-03-06 18:00')
    const { body: evening } = await world.call(null, 'GET', `/api/public/desks?institutionId=${world.institutionId}`)
    expect(evening.rows[0]).toMatchObject({ openNow: false, opensAt: on('2026-03-09', '08:30', '09:00').from })
    expect((await world.call(null, 'GET', '/api/public/info')).body.institutions[0].desks).toBe(true)
    expect((await world.call(null, 'GET', `/api/public/desks?institutionId=${world.people.li}`)).body.code).toBe('no-such-institution')
  })
})
