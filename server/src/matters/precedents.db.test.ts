import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

const post = (who: Who, path: string, body: object = {}) => world.call(who, 'POST', `/api/staff/${path}`, body)
const administer = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => world.call(null, method, `/api/staff/${path}`, body, await sessionFor(world, 'guan'))
const suggest = async (text: string) => (await world.call('li', 'GET', `/api/staff/register/suggestions?text=${encodeURIComponent(text)}`)).body

async function ruled(subject: string, applyInFuture: boolean): Promise<string> {
  const { body } = await post('li', 'cases', { channel: 'visit', subject, category: 'help', decision: { branch: 'unclear', reason: '不知归谁' } })
  const { status, body: reply } = await post('an', `cases/${body.id}/ruling`, { handlerPersonId: world.people.qian, applyInFuture })
  expect(status, JSON.stringify(reply)).toBe(200)
  return body.number
}

describe('a ruling', () => {
  it('for this once is no precedent', async () => {
    await ruled('阳台搭了鸽棚', false)
    expect((await suggest('鸽棚搭在阳台上')).units.some(({ reasons }: { reasons: { ruling?: object | null } }) => reasons.ruling)).toBe(false)
    expect((await administer('GET', 'precedents')).body.rows).toEqual([])
  })

  it('that is to hold in future is what the next question is answered by, with its number as the reason', async () => {
    const number = await ruled('楼顶太阳能板挡光', true)
    expect((await suggest('太阳能板在楼顶挡光')).units[0]).toMatchObject({ unitName: '许可科', reasons: { ruling: { number } } })
  })

  it('becomes an entry of the directory, and taken back decides nothing any more', async () => {
    const { body: { rows: [precedent] } } = await administer('GET', 'precedents')
    expect((await administer('POST', `precedents/${precedent.id}/draft`, { name: '屋顶设施挡光' })).status).toBe(201)
    expect((await administer('POST', 'matter-editions', {})).body.code).toBe('matter-problems')
    const { body: { rows: [waiting] } } = await administer('GET', 'matter-drafts')
    await administer('PUT', `matter-drafts/${waiting.id}`, { name: waiting.matter.name, unitId: waiting.matter.unitId, personId: world.people.bao })
    expect((await administer('POST', 'matter-editions', {})).status).toBe(201)
    expect((await suggest('屋顶设施挡光')).matters[0]).toMatchObject({ name: '屋顶设施挡光', unitName: '许可科' })
    expect((await administer('POST', `precedents/${precedent.id}/revocation`, {})).status).toBe(204)
    expect((await suggest('太阳能板在楼顶挡光')).units.some(({ reasons }: { reasons: { ruling?: object | null } }) => reasons.ruling)).toBe(false)
  })
})
