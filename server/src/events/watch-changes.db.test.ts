import { afterAll, beforeAll, expect, it } from 'vitest'
import { callerById } from '../access/store.ts'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import type { Changed } from './store.ts'
import { changesFor } from './stream-events.ts'
import { watchChanges } from './watch-changes.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

const register = async (subject: string, confidential = false): Promise<string> => {
  const reply = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject, category: 'help', confidential })
  return reply.body.id
}
const until = async (holds: () => boolean): Promise<void> => {
  for (let round = 0; round < 100 && !holds(); round += 1) await new Promise((resolve) => { setTimeout(resolve, 50) })
}

it('tells every listener what moved, with those who may see it, also when a transaction ends after a later one', async () => {
  const told: Changed[] = []
  const stop = watchChanges(world.services, (changed) => told.push(changed))
  await new Promise((resolve) => { setTimeout(resolve, 300) })
  const slow = await world.pool.connect()
  await slow.query('begin')
  await slow.query('select pg_current_xact_id()')
  const quick = await register('路灯不亮')
  await until(() => told.some((one) => one.case_id === quick))
  expect(told.find((one) => one.case_id === quick)?.viewers).toContain(`p:${world.people.li}`)
  await slow.query("insert into ledger_entries (institution_id, stream, seq, at, actor, kind, data, prev, hash, algorithm) select institution_id, stream, 99, at, actor, 'note-added', '{}', prev, hash, algorithm from ledger_entries where stream = $1 limit 1", [`case:${quick}`])
  const before = told.length
  await slow.query('commit')
  slow.release()
  await until(() => told.length > before)
  expect(told.length).toBeGreaterThan(before)
  stop()
})

it('says nothing once nobody listens, and begins again for the next one', async () => {
  const told: Changed[] = []
  watchChanges(world.services, (changed) => told.push(changed))()
  await register('井盖松动')
  const stop = watchChanges(world.services, (changed) => told.push(changed))
  await new Promise((resolve) => { setTimeout(resolve, 900) })
  const next = await register('下水道堵塞')
  await until(() => told.some((one) => one.case_id === next))
  expect(told.map((one) => one.case_id)).toContain(next)
  stop()
})

it('tells whoever coordinates a team what moves among its members, but for what is confidential', async () => {
  const { status } = await world.call(null, 'POST', '/api/staff/groups', {
    unitId: world.units['许可科'], name: '大厅首问团队', kind: 'firstContact', managerId: world.people.qian, members: [{ personId: world.people.li, part: 'member' }],
  }, await sessionFor(world, 'guan'))
  expect(status).toBe(201)
  const told: Changed[] = []
  const stop = watchChanges(world.services, (changed) => told.push(changed))
  await new Promise((resolve) => { setTimeout(resolve, 900) })
  const open = await register('路灯又不亮')
  const hidden = await register('举报某人', true)
  await until(() => told.some((one) => one.case_id === hidden) && told.some((one) => one.case_id === open))
  const heardBy = async (who: Who): Promise<string[]> => {
    const staff = await callerById(world.db, world.institutionId, world.people[who])
    return [open, hidden].filter((id) => told.some((one) => one.case_id === id && staff !== null && changesFor(staff)(one)))
  }
  expect(await heardBy('qian')).toEqual([open])
  expect(await heardBy('zhou')).toEqual([])
  expect(await heardBy('li')).toEqual([open, hidden])
  stop()
})
