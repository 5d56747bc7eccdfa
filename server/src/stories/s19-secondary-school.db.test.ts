// A secondary school: papers taken in for a closed registry, a tip-off by phone, a question about buses, a matter that nobody seems to own.
// Left out: the principal's spot check, special check and undercover visit with their briefing, and the rectified finding.
// Lines more than the school would name: whoever gave a parent’s papers away hears that they have been confirmed, for until then she answers for them;
// as first contact she hears of a result that she has to tell, and that the office has called the tip-off's caller back and closed it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { beginStory, type Story } from '../testing-story.ts'
import { administers } from './testing-administrator.ts'
import { secondarySchool } from './testing-casts.ts'
import { localTime, toldTo } from './testing-told.ts'

let database: ClonedDatabase
let story: Story
let matterId: string
interface Registered { id: string; number: string; trackingCode: string }
let transfer: Registered
let tipOff: Registered
let buses: Registered
let unclear: Registered
beforeAll(async () => {
  database = await cloneDatabase()
  story = await beginStory(database.db, secondarySchool, { start: '2026-03-02 08:00' })
  matterId = (await administers(story, 'guan', '/api/staff/matters', {
    name: '转学证明', unitId: story.units['教务处'], personId: story.people.mao, category: 'application', papers: [{ name: '户口簿' }, { name: '转学申请表' }, { name: '学籍卡' }],
  })).id
  await administers(story, 'guan', '/api/staff/outside-contacts', { name: '县公共交通公司', scope: '公交线路和时刻', keywords: ['公交', '班车'], phone: '0570-6200000' })
})
afterAll(async () => {
  await story.app.close()
  await database.drop()
})
const act = ({ id }: Registered, who: string, path: string, body?: unknown) => story.does(who, `/api/staff/cases/${id}/${path}`, body)
const seen = ({ id }: Registered, who = 'lin') => story.sees(who, `/api/staff/cases/${id}`)
const register = (body: object): Promise<Registered> => story.does('lin', '/api/staff/cases', body)

describe('the secondary school', () => {
  it('tells a parent all three papers at once', async () => {
    await story.at('2026-03-02 14:10')
    transfer = await register({
      channel: 'visit', category: 'application', subject: '转学证明', matterId, requester: { name: '柯岚', phone: '13800000017', organization: '七年级三班家长' },
      decision: { branch: 'mine', papers: [{ name: '户口簿', given: true }, { name: '转学申请表', given: true }, { name: '学籍卡', given: false }] },
    })
    const { notices, registeredAt, requester, registerUnitName } = await seen(transfer)
    expect({ at: localTime(registeredAt), book: registerUnitName, of: requester.organization, papers: notices[0].papers.length }).toEqual({ at: '03-02 14:10', book: '七年级组', of: '七年级三班家长', papers: 3 })
  })

  it('takes in two papers while the registry is closed, and hands them over at four', async () => {
    await story.at('2026-03-02 14:20')
    await act(transfer, 'lin', 'colleague-calls', { personId: story.people.mao, channel: 'phone', reached: false, note: '教务处暂时关门' })
    await act(transfer, 'lin', 'papers', { papers: ['户口簿', '转学申请表'] })
    const { custody: [taken] } = await seen(transfer)
    expect(JSON.stringify(await act(transfer, 'lin', 'forms/receipt', { code: transfer.trackingCode }))).toContain('户口簿、转学申请表')
    await story.at('2026-03-02 16:00')
    await act(transfer, 'lin', 'referral', { toUnitId: story.units['教务处'], toPersonId: story.people.mao, reason: '转学证明由教务处办理' })
    await act(transfer, 'lin', 'papers/hand-over', { custodyId: taken.id, toPersonId: story.people.mao })
    await story.at('2026-03-02 16:05')
    await act(transfer, 'mao', 'referral/acceptance')
    await act(transfer, 'mao', 'papers/confirmation', { custodyId: taken.id })
    const { custody: [given] } = await seen(transfer)
    expect(given.chain.map(({ name, at }: { name: string; at: string }) => `${localTime(at)} ${name}`)).toEqual(['03-02 14:20 林叶', '03-02 16:05 毛姝'])
    await act(transfer, 'mao', 'person-contacts', { channel: 'phone', note: '尚缺学籍卡' })
  })

  it('hides a tip-off on snack prices from all who have no part in it', async () => {
    await story.at('2026-03-02 16:20')
    const ask = { channel: 'phone', category: 'report', subject: '校内小卖部零食价格偏高', requester: { name: '何先生', phone: '13800000027' }, decision: { branch: 'mine' } }
    expect(await story.isRefused('lin', '/api/staff/cases', ask)).toBe('read-back-needed')
    expect(await story.isRefused('lin', '/api/staff/cases', { ...ask, readBack: true })).toBe('entry-incomplete')
    tipOff = await register({ ...ask, readBack: true, content: '面包比校外贵一倍，学生只能在里面买' })
    expect(await seen(tipOff)).toMatchObject({ confidential: true, channel: 'phone' })
    expect(await act(tipOff, 'lin', 'requester/reveal', { reason: '核对来电号码' })).toMatchObject({ name: '何先生', phone: '13800000027' })
    for (const who of ['ou', 'tan', 'mao']) {
      expect((await story.call(who, 'GET', `/api/staff/cases/${tipOff.id}`)).status, who).toBe(404)
      expect((await story.sees(who, `/api/staff/cases?q=${encodeURIComponent('小卖部')}`)).rows, who).toEqual([])
    }
  })

  it('answers what is not the school’s with the number of whom it concerns', async () => {
    await story.at('2026-03-02 16:40')
    const { outside: [office] } = await story.sees('lin', `/api/staff/register/suggestions?text=${encodeURIComponent('校门口的公交几点有班车')}`)
    expect(office).toMatchObject({ name: '县公共交通公司', phone: '0570-6200000' })
    buses = await register({
      channel: 'phone', category: 'consultation', subject: '校门口有哪几路公交', decision: { branch: 'notOurs', text: '公交线路由县公共交通公司答复。', where: office.name, phone: office.phone, channel: 'phone' },
    })
    expect(await seen(buses)).toMatchObject({ status: 'closed', resolution: { outcome: 'outside', where: '县公共交通公司', phone: '0570-6200000' } })
  })

  it('has the school office rule within the hour whose the steps before the gate are', async () => {
    await story.at('2026-03-03 09:00')
    unclear = await register({ channel: 'visit', category: 'help', subject: '校门口的台阶归谁管', decision: { branch: 'unclear', reason: '不知归谁' } })
    const { ruling } = await seen(unclear)
    expect({ of: ruling.arbiters[0].personName, due: localTime(ruling.dueAt) }).toEqual({ of: '牛希', due: '03-03 10:00' })
    await story.at('2026-03-03 09:40')
    await act(unclear, 'niu', 'ruling', { handlerPersonId: story.people.ou, instruction: '由总务处修缮' })
    await act(unclear, 'ou', 'person-contacts', { channel: 'phone' })
    expect((await seen(unclear)).handler).toMatchObject({ personName: '欧力', unitName: '总务处' })
  })

  it('answers all of it', async () => {
    await story.at('2026-03-04 10:00')
    await act(tipOff, 'lin', 'resolution', { outcome: 'explained', text: '已核实，两种零食价格偏高，今日起调整。' })
    await act(tipOff, 'lin', 'reply', { channel: 'phone', text: '已核实，两种零食价格偏高，今日起调整。', close: true })
    await story.at('2026-03-04 15:00')
    await act(unclear, 'ou', 'resolution', { outcome: 'solved', text: '台阶已修好。' })
    await act(unclear, 'lin', 'reply', { channel: 'phone', text: '台阶已修好。', close: true })
    await story.at('2026-03-05 09:00')
    await act(transfer, 'mao', 'papers', { papers: ['学籍卡'] })
    for (const { id } of (await seen(transfer, 'mao')).custody) await act(transfer, 'mao', 'papers/return', { custodyId: id })
    await act(transfer, 'mao', 'resolution', { outcome: 'solved', text: '转学证明已开具。' })
    await act(transfer, 'lin', 'reply', { channel: 'phone', text: '转学证明已开具，请来领取。', close: true })
    await story.at('2026-03-05 10:00')
    expect(await seen(tipOff, 'niu')).toMatchObject({ status: 'answered', obligations: expect.arrayContaining([expect.objectContaining({ kind: 'callBack', state: 'open' })]) })
    await act(tipOff, 'niu', 'closing')
  })

  it('has four entries with their results; logistics sees the one that is its own', async () => {
    const { rows } = await story.sees('lin', `/api/staff/cases?unitId=${story.units['七年级组']}&view=mineFirst`)
    expect(rows.map(({ number, outcome, status }: { number: string; outcome: string; status: string }) => [number, outcome, status])).toEqual(
      [[unclear.number, 'solved', 'closed'], [buses.number, 'outside', 'closed'], [tipOff.number, 'explained', 'closed'], [transfer.number, 'solved', 'closed']])
    const own = await story.sees('ou', '/api/staff/cases')
    expect(own.rows.map(({ number }: { number: string }) => number)).toEqual([unclear.number])
  })

  it('told the registry at the hand-over, the office of what was unclear, logistics of the ruling', async () => {
    expect(await toldTo(story, unclear.id)).toEqual(['03-03 09:00 niu rulingAsked', '03-03 09:40 ou ruled', '03-04 15:00 lin resolved'])
    expect(await toldTo(story, transfer.id)).toEqual(['03-02 16:00 mao asked', '03-02 16:00 mao referred', '03-02 16:05 lin decided', '03-05 09:00 lin resolved'])
    expect(await toldTo(story, tipOff.id)).toEqual(['03-05 10:00 lin closed'])
    expect(await toldTo(story, buses.id)).toEqual([])
  })

  it('shows the principal nothing late', async () => {
    expect((await story.sees('pang', '/api/staff/cases?view=late')).rows).toEqual([])
    expect((await story.sees('pang', `/api/staff/units/${story.units['教务处']}/overview`)).counts).toMatchObject({ open: 0, late: 0, closedToday: 1 })
  })
})
