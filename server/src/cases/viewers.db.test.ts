import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
let caseId: string
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

async function post(who: Who, url: string, body: object): Promise<Record<string, string>> {
  const reply = await world.call(who, 'POST', `/api/staff/cases${url}`, body)
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}

const act = (who: Who, path: string, body: object = {}) => post(who, `/${caseId}/${path}`, body)
const toUnit = () => ({ toUnitId: world.units['许可科'], reason: '请贵科核实' })

async function made(category: string): Promise<string> {
  const { id } = await post('li', '', { channel: 'visit', subject: '某工地夜间施工', category, readBack: true, requester: { name: '赵敏', phone: '13800000001' }, decision: { branch: 'mine' } })
  return id ?? ''
}

/** Who of the receiving unit (and one of another) is shown the case; to the rest it does not exist. */
async function shownTo(): Promise<Who[]> {
  const asked = await Promise.all((['qian', 'zhou', 'sun', 'an'] as const).map(async (who) => {
    const page = await world.call(who, 'GET', `/api/staff/cases/${caseId}`)
    const list = await world.call(who, 'GET', '/api/staff/cases?limit=100')
    expect(list.body.rows.some((row: { id: string }) => row.id === caseId), 'lists and pages follow one rule').toBe(page.status === 200)
    return page.status === 200 ? who : null
  }))
  return asked.filter((who) => who !== null)
}

describe('a confidential case that is referred to a unit without naming anybody', () => {
  beforeEach(async () => {
    caseId = await made('report')
    await act('li', 'referral', toUnit())
  })

  it('is shown to all who may sign for it, and then to the one who did and the head', async () => {
    expect(await shownTo()).toEqual(['qian', 'zhou', 'sun'])
    await act('zhou', 'referral/acceptance')
    expect(await shownTo()).toEqual(['zhou', 'sun'])
  })

  it('is no longer shown to the others when one of them sends it back', async () => {
    await act('qian', 'referral/return', { reason: '不属我科', basis: '职责第三条', suggestedUnitId: world.units['规划科'] })
    expect(await shownTo()).toEqual(['qian', 'sun'])
  })

  it('is no longer shown to them when the giver takes it back, or the case ends; and is again with a new referral', async () => {
    await act('li', 'referral/withdrawal')
    expect(await shownTo()).toEqual(['sun'])
    await act('li', 'referral', toUnit())
    expect(await shownTo()).toEqual(['qian', 'zhou', 'sun'])
    await act('li', 'withdrawal', { reason: '来访人不再反映' })
    expect(await shownTo()).toEqual(['sun'])
  })
})

describe('other cases', () => {
  it('stay visible to the whole unit after the signature', async () => {
    caseId = await made('help')
    await act('li', 'referral', toUnit())
    await act('zhou', 'referral/acceptance')
    expect(await shownTo()).toEqual(['qian', 'zhou', 'sun'])
  })

  it('that become confidential while they wait can still be signed for', async () => {
    caseId = await made('help')
    await act('li', 'referral', toUnit())
    await act('li', 'corrections', { field: 'category', value: 'report', reason: '实为举报' })
    expect(await shownTo()).toEqual(['qian', 'zhou', 'sun'])
    await act('qian', 'referral/acceptance')
    expect(await shownTo()).toEqual(['qian', 'sun'])
  })
})
