import { afterAll, beforeAll, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
let unitId: string
beforeAll(async () => {
  world = await makeWorld('ward-nurse-station', '2026-03-02 09:00')
  unitId = world.units['许可科'] ?? ''
})
afterAll(async () => { await world.drop() })

const open = async (days = 30): Promise<{ id: string; token: string }> => {
  const made = await world.call(null, 'POST', `/api/staff/units/${unitId}/boards`, { name: '护士站墙屏', days }, await sessionFor(world, 'sun'))
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}
const read = (token: string, unit = unitId) => world.call(null, 'GET', `/api/staff/boards/${unit}/${token}`)

it('is opened by whoever plans the unit’s duty, in person', async () => {
  const ask = async (who: 'li' | 'qian') => world.call(null, 'POST', `/api/staff/units/${unitId}/boards`, { name: '墙屏', days: 30 }, await sessionFor(world, who))
  expect((await ask('qian')).status).toBe(403)
  expect((await ask('li')).status).toBe(403)
  expect((await world.call('sun', 'POST', `/api/staff/units/${unitId}/boards`, { name: '墙屏', days: 30 })).status).toBe(403)
  expect((await open()).token).toMatch(/^[\w-]{40,}$/)
})

it('shows the bells and the duty of its unit, long after everybody has been signed out, and of no other', async () => {
  const { token } = await open()
  const kind = await world.call('sun', 'POST', `/api/staff/units/${unitId}/shift-kinds`, { name: '白班', from: '08:00', to: '20:00', weekdays: [1, 2, 3, 4, 5, 6, 7] })
  await world.call('sun', 'POST', `/api/staff/units/${unitId}/roster`, { add: [{ kindId: kind.body.id, personId: world.people.qian, day: '2026-03-03' }] })
  world.setTime('2026-03-03 15:00')
  const rung = await world.call('qian', 'POST', '/api/staff/bells', { unitId, place: '12 床' })
  await world.call('li', 'POST', '/api/staff/bells', { unitId: world.units['规划科'], place: '别处 3 床' })
  expect((await read(token)).body).toMatchObject({ unitName: '许可科', ringing: [{ place: '12 床' }], answered: [], onDuty: [{ name: '钱博', kindName: '白班' }] })
  await world.call('qian', 'POST', `/api/staff/bells/${rung.body.id}/answer`, {})
  const after = await read(token)
  expect(JSON.stringify(after.body)).not.toContain('别处')
  expect(Object.keys(after.body).toSorted()).toEqual(['answered', 'at', 'expiresAt', 'onDuty', 'ringing', 'timeZone', 'unitName'])
})

it('opens nothing else: not another unit, not the interface', async () => {
  const { token } = await open()
  expect((await read(token, world.units['规划科'])).status).toBe(404)
  for (const path of ['/api/staff/cases', '/api/staff/on-duty', '/api/staff/bells', '/api/staff/session']) {
    for (const secret of [token, `daodi_${token}`]) expect((await world.call(null, 'GET', path, undefined, { authorization: `Bearer ${secret}` })).status).toBe(401)
  }
})

it('ends when it is revoked among the tokens, when its days are over, and when whoever opened it leaves', async () => {
  const { id, token } = await open()
  const listed = await world.call(null, 'GET', '/api/staff/tokens', undefined, await sessionFor(world, 'sun'))
  expect(listed.body.tokens).toContainEqual(expect.objectContaining({ id, name: '护士站墙屏', scope: 'read' }))
  expect((await world.call(null, 'DELETE', `/api/staff/tokens/${id}`, undefined, await sessionFor(world, 'sun'))).status).toBe(204)
  expect(await read(token)).toMatchObject({ status: 404, body: { code: 'no-such-board' } })
  const left = await world.call(null, 'POST', `/api/staff/units/${unitId}/boards`, { name: '一天', days: 1 }, await sessionFor(world, 'sun'))
  const kept = await world.call(null, 'POST', `/api/staff/units/${unitId}/boards`, { name: '一月', days: 30 }, await sessionFor(world, 'sun'))
  world.setTime('2026-03-05 09:00')
  expect((await read(left.body.token)).status).toBe(404)
  expect((await read(kept.body.token)).status).toBe(200)
  await world.db.updateTable('people').set({ disabled_at: '2026-03-05T00:00:00.000Z' }).where('id', '=', world.people.sun).execute()
  expect((await read(kept.body.token)).status).toBe(404)
})
