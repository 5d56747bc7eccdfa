import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World

beforeAll(async () => {
  world = await makeWorld()
  const guan = await sessionFor(world, 'guan')
  await world.call(null, 'POST', '/api/staff/matters', {
    name: '占道围挡审批', unitId: world.units['许可科'], personId: world.people.qian, synonyms: ['围挡许可'], keywords: ['围挡'], workingDays: 5, fee: '不收费', category: 'application',
    papers: [{ name: '申请表', copies: 2, form: 'original', note: '现场可领' }, { name: '营业执照', copies: 1, form: 'copy', source: '市场监管局' }],
  }, guan)
})
afterAll(async () => { await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

const hint = (body: object) => world.call(null, 'POST', '/api/public/hints', body)

describe('what a question looks like before it is sent', () => {
  it('names the matter with its owner, papers and limit when it is sure', async () => {
    expect((await hint({ subject: '门店装修，想办占道围挡审批，要什么手续' })).body).toEqual({
      looksLike: 'matter', unit: { name: '许可科', phone: expect.toSatisfy((phone: unknown) => phone === null || typeof phone === 'string'), room: expect.toSatisfy((room: unknown) => room === null || typeof room === 'string') },
      matter: {
        name: '占道围挡审批', workingDays: 5, promised: null, fee: '不收费', onSpot: false,
        papers: [{ name: '申请表', copies: 2, form: 'original', note: '现场可领', source: null }, { name: '营业执照', copies: 1, form: 'copy', note: null, source: '市场监管局' }],
      },
    })
  })

  it('names nobody when the words say nothing, or not enough', async () => {
    expect((await hint({ subject: '您好' })).body).toEqual({ looksLike: 'nothing', unit: null, matter: null })
    expect((await hint({ subject: '办公室和规划科都说不归自己' })).body).toMatchObject({ looksLike: 'office', matter: null })
  })

  it('keeps nothing of it, neither the question nor who asked', async () => {
    const count = async () => Number((await world.db.selectFrom('texts').select((all) => all.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
    const before = await count()
    expect((await world.call(null, 'POST', '/api/public/hints', { subject: '围挡许可去哪里办' }, { 'idempotency-key': 'hint' })).status).toBe(200)
    expect((await world.call(null, 'POST', '/api/public/hints', { subject: '别的事' }, { 'idempotency-key': 'hint' })).status).toBe(200)
    expect(await count()).toBe(before)
    expect(await world.db.selectFrom('idempotency_keys').selectAll().execute()).toEqual([])
  })

  it('refuses what no form sends, and too much of it', async () => {
    expect((await hint({ subject: '' })).status).toBe(400)
    expect((await hint({ subject: '围挡', institutionId: '00000000-0000-4000-8000-000000000000' })).body.code).toBe('no-such-institution')
    expect((await hint({ subject: '围挡', phone: '13800000000' })).status).toBe(400)
    const answers = []
    for (let times = 0; times < 62; times += 1) answers.push((await hint({ subject: '围挡' })).status)
    expect(answers.at(-1)).toBe(429)
  })
})

describe('what the office sees of a question that came in over the web', () => {
  const asks = async (subject: string, phone: string) => (await world.call(null, 'POST', '/api/public/cases', { subject, content: '请尽快处理', requester: { name: '杜梅', phone } })).body.number
  const seen = async (number: string) => {
    const { body: { rows: [row] } } = await world.call(null, 'GET', `/api/staff/cases?view=all&q=${number}`, undefined, await sessionFor(world, 'wu'))
    return (await world.call(null, 'GET', `/api/staff/cases/${row.id}/finding`, undefined, await sessionFor(world, 'wu'))).body
  }

  it('whose it looks to be, with the reason', async () => {
    expect(await seen(await asks('围挡许可多久能办下来', '13800001111'))).toMatchObject({ matters: [{ name: '占道围挡审批', unitName: '许可科', reasons: { words: ['围挡许可'] } }], repeats: [] })
  })

  it('the open question of the same person, though it is put in other words, and never itself', async () => {
    const first = await asks('东门桥头的路灯坏了，晚上看不见', '13800002222')
    const again = await asks('桥头路灯还是坏的，什么时候修', '138 0000 2222')
    expect((await seen(again)).repeats).toMatchObject([{ number: first, sameRequester: true, requesterName: '杜*', mergeable: true }])
    const stranger = await asks('东门桥头的路灯坏了，晚上很黑', '13800003333')
    expect((await seen(stranger)).repeats).toMatchObject([{ number: first, sameRequester: false }])
  })
})
