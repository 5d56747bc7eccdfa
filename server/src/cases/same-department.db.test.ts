// A clerk sits alone at a window: their colleagues are at the other windows of the department, and in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
const windows: string[] = []
beforeAll(async () => {
  world = await makeWorld()
  const { db, services, institutionId } = world
  const department = await db.selectFrom('units').select(['id', 'path', 'policy_digest']).where('institution_id', '=', institutionId).where('name', '=', '规划科').executeTakeFirstOrThrow()
  for (const name of ['1号窗口', '2号窗口']) {
    const id = services.newId()
    windows.push(id)
    await db.insertInto('units').values({ institution_id: institutionId, id, parent_id: department.id, path: [...department.path, id], kind: 'window', name, register_code: null, phone: null, room: null, policy_digest: department.policy_digest }).execute()
  }
  await seat('li', windows[0])
  await seat('qian', windows[1])
  await seat('zhou', world.units['规划科'])
})
afterAll(async () => { await world.drop() })

async function seat(who: Who, unitId: string | undefined): Promise<void> {
  await world.db.updateTable('people').set({ unit_id: unitId ?? '' }).where('id', '=', world.people[who]).execute()
}

async function colleaguesAt(unitId: string | undefined, more = '&withWindows=true'): Promise<string[]> {
  const { body } = await world.call('li', 'GET', `/api/staff/people?unitId=${unitId}${more}`)
  return body.rows.map(({ id }: { id: string }) => Object.entries(world.people).find(([, one]) => one === id)?.[0]).toSorted()
}

const gives = (to: Who, decision: object = {}) => world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '问许可', category: 'help', decision: { branch: 'colleague', toPersonId: world.people[to], ...decision } })

describe('colleagues of somebody at a window', () => {
  it('are those of the department and of all its windows', async () => {
    const [first, second] = windows
    expect(await colleaguesAt(first, '')).toEqual(['li'])
    for (const unitId of [first, second, world.units['规划科']]) expect(await colleaguesAt(unitId)).toEqual(expect.arrayContaining(['li', 'qian', 'zhou']))
    expect(await colleaguesAt(first)).not.toContain('sun')
    expect(await colleaguesAt(world.units['办公室'])).not.toContain('li')
  })

  it('are given a case as such, and sign for it', async () => {
    const { body, status } = await gives('qian')
    expect({ ...body, code: status }).toMatchObject({ code: 201, handler: { personName: '李文' } })
    expect((await world.call('qian', 'POST', `/api/staff/cases/${body.id}/referral/acceptance`, {})).status).toBe(200)
    expect((await world.call('li', 'GET', `/api/staff/cases/${body.id}`)).body.handler).toMatchObject({ personName: '钱博', unitName: '2号窗口' })
    expect((await gives('zhou')).status).toBe(201)
  })

  it('are not those of another department', async () => {
    expect((await gives('sun')).body).toMatchObject({ code: 'not-in-your-unit' })
  })
})
