import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { learnHandled } from '../finding/store-learn.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { brokenInvariants } from './store-invariants.ts'

let world: World
let guan: Record<string, string>
let matterId: string
let otherId: string
beforeAll(async () => {
  world = await makeWorld()
  guan = await sessionFor(world, 'guan')
  const unitId = world.units['许可科']
  const matter = async (body: object): Promise<string> => {
    const made = await world.call(null, 'POST', '/api/staff/matters', { unitId, personId: world.people.qian, category: 'application', ...body }, guan)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return made.body.id
  }
  matterId = await matter({ name: '户外广告设置审批', workingDays: 3, citationRequired: true, papers: [{ name: '效果图', copies: 1, form: 'copy' }] })
  otherId = await matter({ name: '门头招牌备案', workingDays: 20 })
})
afterAll(() => world.drop())

async function registered(body: object = {}): Promise<string> {
  const { body: { id }, status } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '挂灯箱要办什么', category: 'help', ...body })
  expect(status).toBe(201)
  return id
}
const view = async (id: string, who: Who = 'li') => (await world.call(who, 'GET', `/api/staff/cases/${id}`)).body
const correct = (id: string, field: string, value: string, who: Who = 'li') => world.call(who, 'POST', `/api/staff/cases/${id}/corrections`, { field, value, reason: '更正' })

describe('the matter of a case', () => {
  it('is named afterwards, with the edition, the limit and the citation rule of today', async () => {
    const id = await registered({ requester: { name: '赵敏' }, decision: { branch: 'mine' } })
    const before = await view(id)
    expect(before.matter).toBeNull()
    expect((await correct(id, 'matter', matterId)).status).toBe(200)
    const after = await view(id)
    expect(after.matter).toMatchObject({ id: matterId, name: '户外广告设置审批', cites: true })
    expect(after.matter.edition).toBeGreaterThan(0)
    expect(after.dueAt < before.dueAt).toBe(true)
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'field-corrected', params: { field: 'matter', before: null, after: '户外广告设置审批' } })
    expect((await world.call('li', 'POST', `/api/staff/cases/${id}/resolution`, { outcome: 'solved', text: '办好了。' })).body.code).toBe('citation-needed')
    expect((await correct(id, 'matter', otherId)).status).toBe(200)
    expect(await view(id)).toMatchObject({ matter: { name: '门头招牌备案', cites: false } })
    expect((await view(id)).timeline.at(-1).params).toEqual({ field: 'matter', before: '户外广告设置审批', after: '门头招牌备案' })
  })

  it('is one of the directory in force', async () => {
    const id = await registered({ requester: { name: '赵敏' } })
    expect((await correct(id, 'matter', world.services.newId())).body.code).toBe('no-such-matter')
    const past = (await world.call(null, 'POST', '/api/staff/matters', { unitId: world.units['许可科'], personId: world.people.qian, name: '旧事项', category: 'help', validUntil: '2020-01-01' }, guan)).body.id
    expect((await correct(id, 'matter', past)).body.code).toBe('matter-not-in-force')
    expect((await correct(id, 'matter', 'not-an-id')).status).toBe(400)
  })

  it('put right after the end is what is learned', async () => {
    const id = await registered({ requester: { name: '赵敏' }, matterId: otherId, decision: { branch: 'onSpot', text: '到许可科办理审批。' } })
    const learn = () => learnHandled(world.db, world.institutionId, { at: world.services.clock(), limit: 100 })
    const learned = async () => (await world.db.selectFrom('finding_learned').select('matter_id').where('case_id', '=', id).execute()).map((row) => row.matter_id)
    await learn()
    expect(await learned()).toEqual([otherId])
    world.setTime('2026-03-06 10:00')
    await learn()
    expect((await correct(id, 'matter', matterId)).status).toBe(200)
    await learn()
    expect(await learned()).toEqual([matterId])
    expect(await learn()).toBe(0)
  })
})

describe('when it happened and whom it concerns', () => {
  it('is kept, found by its place, and put right with both values kept', async () => {
    const id = await registered({ requester: { name: '赵敏' }, occurredAt: '2026-03-01T15:30:00+08:00', place: '城南菜市场北门', involvedCount: 3, involvedNames: '赵敏、钱多多' })
    expect(await view(id)).toMatchObject({ occurredAt: '2026-03-01T07:30:00.000Z', place: '城南菜市场北门', involvedCount: 3, involvedNames: '赵敏、钱多多' })
    expect((await world.call('li', 'GET', `/api/staff/cases?view=all&q=${encodeURIComponent('菜市场北门')}`)).body.rows.map((row: { id: string }) => row.id)).toEqual([id])
    expect((await correct(id, 'occurredAt', '2026-02-20T10:00:00+08:00')).status).toBe(200)
    expect(await view(id)).toMatchObject({ occurredAt: '2026-02-20T02:00:00.000Z', afterwards: true })
    expect((await view(id)).timeline.at(-1).params).toEqual({ field: 'occurredAt', before: '2026-03-01T07:30:00.000Z', after: '2026-02-20T02:00:00.000Z' })
    expect((await correct(id, 'occurredAt', '2030-01-01T10:00:00+08:00')).body.code).toBe('in-future')
    expect((await correct(id, 'involvedCount', '4')).status).toBe(200)
    expect((await correct(id, 'involvedCount', '4')).body.code).toBe('nothing-changed')
    expect((await correct(id, 'involvedCount', '0')).status).toBe(400)
    expect((await correct(id, 'involvedNames', '赵敏、钱多多、孙立')).status).toBe(200)
    expect(await view(id)).toMatchObject({ involvedCount: 4, involvedNames: '赵敏、钱多多、孙立' })
    expect((await view(id)).timeline.at(-1).params).toEqual({ field: 'involvedNames', before: '赵敏、钱多多', after: '赵敏、钱多多、孙立' })
    expect(await brokenInvariants(world.db)).toEqual([])
  })
})

describe('after the end', () => {
  it('the first contact puts right what was mistyped, and it is found by what is right', async () => {
    const id = await registered({ requester: { name: '赵明' }, decision: { branch: 'onSpot', text: '到许可科办理。' } })
    expect((await correct(id, 'requesterName', '赵铭泽')).status).toBe(200)
    expect((await view(id)).status).toBe('closed')
    expect((await world.call('li', 'GET', `/api/staff/cases?view=all&q=${encodeURIComponent('赵铭泽')}`)).body.rows.map((row: { id: string }) => row.id)).toEqual([id])
    expect((await correct(id, 'requesterName', '赵敏', 'qian')).status).toBe(404)
  })

  it('whoever was not recorded is, once they are told of, and is the same person from then on', async () => {
    const id = await registered({ requester: { declined: true }, decision: { branch: 'onSpot', text: '到许可科办理。' } })
    expect((await view(id)).requester).toBeNull()
    expect((await correct(id, 'requesterName', '钱玉珠')).status).toBe(200)
    expect((await correct(id, 'requesterPhone', '13900007777')).status).toBe(200)
    expect((await view(id)).requester).toMatchObject({ name: '钱*珠', phone: '139****7777' })
    expect((await world.call('li', 'GET', '/api/staff/cases?view=all&q=13900007777')).body.rows.map((row: { id: string }) => row.id)).toEqual([id])
    expect(await brokenInvariants(world.db)).toEqual([])
  })

  it('is the same person again though somebody of another name used the number in between', async () => {
    const phone = '13900006666'
    const asks = async (name: string | undefined, time: string): Promise<string> => {
      world.setTime(time)
      return (await view(await registered({ requester: { phone, ...(name === undefined ? {} : { name, organization: `${name}的单位` }) }, decision: { branch: 'mine' } }))).requester.id
    }
    const now = world.services.clock()
    const first = await asks('秦淮月', '2026-03-02 15:00')
    const other = await asks('江上舟', '2026-03-02 15:10')
    expect(other).not.toBe(first)
    expect(await asks('秦淮月', '2026-03-02 15:20')).toBe(first)
    expect(await asks(undefined, '2026-03-02 15:30')).toBe(other)
    const suggested = async (name: string) => (await world.call('li', 'GET', `/api/staff/register/suggestions?phone=${phone}${name && `&name=${encodeURIComponent(name)}`}`)).body.requester
    expect(await suggested('秦淮月')).toMatchObject({ name: '秦淮月', organization: '秦淮月的单位' })
    expect(await suggested('')).toMatchObject({ name: '江上舟' })
    expect(await suggested('过路人')).toBeNull()
    world.setTime(now)
  })
})
