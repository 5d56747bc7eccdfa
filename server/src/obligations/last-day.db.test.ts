import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(() => world.drop())

it('counts as amber what its rows show in amber, also where nobody was warned yet', async () => {
  const registered = await world.call('qian', 'POST', '/api/staff/cases', { channel: 'visit', subject: '许可迟迟不批', category: 'application', decision: { branch: 'mine', promisedAt: '2026-03-10T17:00:00+08:00' } })
  expect(registered.status, JSON.stringify(registered.body)).toBe(201)
  await world.pool.query('update obligations set warn_at = null')
  const lights = async (time: string) => {
    world.setTime(time)
    const { body } = await world.call('qian', 'GET', '/api/staff/obligations')
    const overview = await world.call('sun', 'GET', `/api/staff/units/${world.units['许可科']}/overview`)
    return { light: body.rows[0].light, counts: body.counts, load: overview.body.people.find((person: { name: string }) => person.name === '钱博')?.amber, lateBy: body.rows[0].lateBy }
  }
  expect(await lights('2026-03-06 10:00')).toEqual({ light: 'green', counts: { red: 0, amber: 0, open: 1 }, load: 0, lateBy: null })
  expect(await lights('2026-03-10 09:00')).toEqual({ light: 'amber', counts: { red: 0, amber: 1, open: 1 }, load: 1, lateBy: null })
  // A night later only the half hour of the evening and the first of the morning have passed in working time.
  expect(await lights('2026-03-11 09:00')).toMatchObject({ light: 'red', lateBy: { workingMinutes: 60, minutesPerWorkingDay: 420 } })
})
