import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
let team = ''
let other = ''
beforeAll(async () => {
  world = await makeWorld()
  const guan = await sessionFor(world, 'guan')
  const create = async (name: string, manager: Who, members: Who[]) => (await world.call(null, 'POST', '/api/staff/groups', {
    unitId: world.units['规划科'], kind: 'firstContact', name, managerId: world.people[manager], members: members.map((who) => ({ personId: world.people[who] })),
  }, guan)).body.id
  team = await create('大厅首问团队', 'li', ['zhou', 'qian'])
  other = await create('热线首问团队', 'zhou', ['li'])
})
afterAll(async () => { await world.drop() })

const register = (who: Who, more: object = {}) => world.call(who, 'POST', '/api/staff/cases', { channel: 'visit', subject: '问一件事', category: 'help', ...more })
const see = async (who: Who, caseId: string) => (await world.call(who, 'GET', `/api/staff/cases/${caseId}`)).status
const list = async (who: Who, query: string): Promise<string[]> => (await world.call(who, 'GET', `/api/staff/cases?${query}`)).body.rows.map(({ id }: { id: string }) => id)

describe('a first-contact team', () => {
  it('is seen by whoever coordinates it: open cases, load, what is late', async () => {
    const { body: mine } = await register('zhou', { decision: { branch: 'mine' } })
    const { body: elsewhere } = await register('sun', { decision: { branch: 'mine' } })
    expect(await see('li', mine.id)).toBe(200)
    expect(await see('li', elsewhere.id)).toBe(404)
    expect(await list('li', `view=all&groupId=${team}&open=true`)).toEqual([mine.id])
    const { status, body } = await world.call('li', 'GET', `/api/staff/groups/${team}/work`)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ group: { name: '大厅首问团队', manager: { personId: world.people.li } }, counts: { open: 1, late: 0 } })
    expect(body.people.find(({ personId }: { personId: string }) => personId === world.people.zhou)).toMatchObject({ handling: 1, firstContact: 1 })
    expect(await list('li', `view=late&groupId=${team}`)).toEqual([])
  })

  it('does not show what is confidential, and lets its coordinator change nothing', async () => {
    const { body: secret } = await register('qian', { confidential: true, decision: { branch: 'mine' } })
    const { body: plain } = await register('qian', { decision: { branch: 'mine' } })
    expect([await see('li', secret.id), await see('li', plain.id)]).toEqual([404, 200])
    const refused = await world.call('li', 'POST', `/api/staff/cases/${plain.id}/resolution`, { outcome: 'solved', text: '已经办好。' })
    expect(refused.status).toBe(403)
  })

  it('is not seen by its members, nor by those of another team', async () => {
    expect((await world.call('qian', 'GET', `/api/staff/groups/${team}/work`)).body.code).toBe('no-such-group')
    expect((await world.call('li', 'GET', `/api/staff/groups/${other}/work`)).body.code).toBe('no-such-group')
    expect((await world.call('zhou', 'GET', `/api/staff/groups/${other}/work`)).status).toBe(200)
    expect((await world.call('li', 'GET', '/api/staff/session')).body.person.teams).toEqual([{ id: team, name: '大厅首问团队' }])
    expect((await world.call('qian', 'GET', '/api/staff/session')).body.person.teams).toEqual([])
  })
})
