import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { settled } from '../ledger/testing-settled.ts'
import { makeWorld, tokenOf, type World } from '../testing-world.ts'

let world: World
let port = 0
beforeAll(async () => {
  world = await makeWorld()
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  port = (world.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  world.app.server.closeAllConnections()
  await world.drop()
})

interface Listening { notices: string[]; lastId: string; unread: number; close: () => void }

/** A browser's EventSource, as far as notices go. */
function listen(after?: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const heard: Listening = { notices: [], lastId: after ?? '', unread: -1, close: () => undefined }
    const headers = { authorization: `Bearer ${tokenOf('qian')}`, ...(after ? { 'last-event-id': after } : {}) }
    const request = get({ port, path: '/api/staff/events', headers, agent: false }, (response: IncomingMessage) => {
      let rest = ''
      response.on('data', (chunk: Buffer) => {
        rest += chunk.toString()
        const blocks = rest.split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) hear(heard, block, () => resolve(heard))
      })
      response.on('error', () => undefined)
    })
    heard.close = () => { request.destroy() }
    request.on('error', (error) => { if (heard.unread < 0) reject(error) })
  })
}

function hear(heard: Listening, block: string, begun: () => void): void {
  const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
  const id = field('id')
  if (id) heard.lastId = id
  const data = JSON.parse(field('data') ?? 'null') as { id: string; unread: number } | null
  if (field('event') === 'notice' && data) heard.notices.push(data.id)
  if (field('event') === 'notices' && data) { heard.unread = data.unread; begun() }
}

const refer = async (): Promise<void> => {
  const { status } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '路灯不亮', category: 'help', decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '请办理' } })
  expect(status).toBe(201)
}
const stored = async (): Promise<string[]> => (await world.db.selectFrom('notices').select('id').where('person_id', '=', world.people.qian).orderBy('id').execute()).map(({ id }) => id)
const until = async (holds: () => boolean): Promise<void> => {
  for (let round = 0; round < 100 && !holds(); round += 1) await new Promise((resolve) => { setTimeout(resolve, 50) })
}

it('tells each notice once: live, after a break, and when an earlier transaction commits late', async () => {
  await refer()
  // The horizon is the whole database server's: another test's open transaction would have the first notice told anew.
  await settled(world.db)
  const first = await listen()
  expect([first.unread, first.notices]).toEqual([1, []])
  await refer()
  await until(() => first.notices.length === 1)
  expect(first.notices).toEqual((await stored()).slice(1))

  // A transaction that began before the break and ends during it; its notice is older than what was told already.
  const slow = await world.pool.connect()
  await slow.query('begin')
  await slow.query(`insert into notices (institution_id, person_id, id, kind, actor, at) values ($1, $2, $3, 'referred', 'system', now())`, [world.institutionId, world.people.qian, world.services.newId()])
  await refer()
  await until(() => first.notices.length === 2)
  first.close()
  await refer()
  await slow.query('commit')
  slow.release()

  const second = await listen(first.lastId)
  await refer()
  await until(() => first.notices.length + second.notices.length >= 5)
  await new Promise((resolve) => { setTimeout(resolve, 1_600) })
  const heard = [...first.notices, ...second.notices]
  expect(heard.toSorted()).toEqual((await stored()).slice(1).toSorted())
  second.close()

  const third = await listen(second.lastId)
  await new Promise((resolve) => { setTimeout(resolve, 1_600) })
  expect(third.notices).toEqual([])
  third.close()
}, 30_000)

it('refuses a place that it never gave out', async () => {
  expect((await world.call('qian', 'GET', '/api/staff/events?after=yesterday')).body.errors[0]).toMatchObject({ code: 'cursor-format' })
})
