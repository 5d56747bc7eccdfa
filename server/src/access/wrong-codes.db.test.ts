import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

const codes = ['AAAAAA', 'BBBBBB', 'CCCCCC', 'DDDDDD', 'EEEEEE', 'FFFFFF', 'GGGGGG', 'HHHHHH', 'JJJJJJ', 'KKKKKK', 'LLLLLL']

it('slows down whoever guesses at codes, lets the right one through again later, and never tells a wrong code from no case', async () => {
  world.setTime('2026-03-02 09:00')
  const asked = await world.call(null, 'POST', '/api/public/cases', { subject: '路灯不亮' })
  const { number, trackingCode } = asked.body
  const unknown = await world.call(null, 'GET', '/api/public/cases/JS20200101-0001?code=AAAAAA')
  const wrong = await world.call(null, 'GET', `/api/public/cases/${number}?code=AAAAAA`)
  expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body])
  const statuses: number[] = []
  for (const code of codes) statuses.push((await world.call(null, 'POST', `/api/public/cases/${number}/rating`, { code, grade: 5 })).status)
  expect(statuses.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 404))
  expect(statuses.at(-1)).toBe(429)
  const held = await world.call(null, 'GET', `/api/public/cases/${number}?code=${trackingCode}`)
  expect(held.status).toBe(429)
  expect(Number(held.headers['retry-after'])).toBeGreaterThan(0)
  world.setTime('2026-03-02 09:11')
  expect((await world.call(null, 'GET', `/api/public/cases/${number}?code=${trackingCode}`)).status).toBe(200)
})
