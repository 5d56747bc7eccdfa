// A property company: a leak told to a dispatched cleaner, a bus stop, a neighbour's renovation asked of a sister company, and what only the project manager can take on.
// Left out: the appraisal sheet of the project; its two figures, entries that are complete and phrases refused, are counted in the register and on the unit's page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { beginStory, type Story } from '../testing-story.ts'
import { administers } from './testing-administrator.ts'
import { propertyCompany } from './testing-casts.ts'
import { localTime, toldTo, type Seen } from './testing-told.ts'

let database: ClonedDatabase
let story: Story
const ids: string[] = []
beforeAll(async () => {
  database = await cloneDatabase()
  story = await beginStory(database.db, propertyCompany, { start: '2026-03-02 08:30' })
  await story.services.db.updateTable('people').set({ employment: 'dispatched' }).where('id', '=', story.people.zhang ?? '').execute()
  await administers(story, 'min', '/api/staff/matters', { name: '公共区域漏水维修', unitId: story.units['工程部'], personId: story.people.bai, category: 'help', synonyms: ['车库漏水', '水管漏水'] })
  await administers(story, 'min', '/api/staff/outside-contacts', { name: '市公交公司', scope: '公交线路和站点', keywords: ['公交', '公交站'], phone: '0571-6000800' })
})
afterAll(async () => {
  await story.app.close()
  await database.drop()
})
const yao = { name: '姚梅', phone: '13800000006', address: '3幢502室' }
const act = (who: string, index: number, path: string, body?: unknown) => story.does(who, `/api/staff/cases/${ids[index]}/${path}`, body)
const seen = (index: number) => story.sees('cui', `/api/staff/cases/${ids[index]}`)
const registered = async (body: object): Promise<{ number: string; trackingCode: string }> => {
  const reply = await story.does('zhang', '/api/staff/cases', { channel: 'visit', requester: yao, ...body })
  ids.push(reply.id)
  return reply
}

describe('the property company', () => {
  let slip: { number: string; trackingCode: string }

  it('lets a dispatched cleaner register what an owner tells him, read back to her, and names the department', async () => {
    await story.at('2026-03-02 08:43')
    const found = await story.sees('zhang', `/api/staff/register/suggestions?text=${encodeURIComponent('地下车库漏水')}`)
    expect(found.matters[0]).toMatchObject({ unitName: '工程部', personName: '白雷', whose: 'otherUnit' })
    slip = await registered({
      category: 'help', subject: '地下车库漏水', content: 'B区12号车位上方水管漏水', place: '地下车库B区', readBack: true, matterId: found.matters[0].id,
      decision: { branch: 'otherUnit', toUnitId: story.units['工程部'], toPersonId: story.people.bai, reason: '漏水由工程部维修' },
    })
    expect(localTime((await seen(0)).readBackAt)).toBe('03-02 08:43')
    await story.at('2026-03-02 08:50')
    expect(await act('bai', 0, 'referral/acceptance')).toMatchObject({ status: 'handling', handler: { personName: '白雷' } })
  })

  it('explains meanwhile why it takes until Thursday, which the owner reads by her slip', async () => {
    await story.at('2026-03-02 10:00')
    await act('bai', 0, 'notes', { kind: 'interim', text: '需要更换阀门，配件周三到货。', public: true })
    await act('bai', 0, 'promise', { dueAt: '2026-03-05T17:00:00+08:00', text: '周四修好' })
    const tracked = await story.sees(null, `/api/public/cases/${slip.number}?code=${slip.trackingCode}`)
    expect(tracked).toMatchObject({ firstContactName: '张顺', handlerName: '白雷', promised: { at: '2026-03-05T09:00:00.000Z' } })
    expect(tracked.timeline.map(({ text }: { text: string | null }) => text)).toContain('需要更换阀门，配件周三到货。')
  })

  it('gives the bus company’s number for what is not the company’s', async () => {
    await story.at('2026-03-02 10:20')
    const book = await story.sees('zhang', `/api/staff/outside-contacts?q=${encodeURIComponent('公交')}`)
    expect(book.rows).toMatchObject([{ name: '市公交公司', phone: '0571-6000800' }])
    await registered({
      category: 'consultation', subject: '小区门口的公交站能否移近', decision: { branch: 'notOurs', text: '站点由市公交公司设置，我把他们的电话告诉您。', where: '市公交公司', phone: '0571-6000800', channel: 'visit' },
    })
    expect(await seen(1)).toMatchObject({ status: 'closed', resolution: { outcome: 'outside', where: '市公交公司', phone: '0571-6000800' } })
  })

  it('asks the sister company, has its answer in two days and feeds it back', async () => {
    await story.at('2026-03-02 11:00')
    await registered({ category: 'complaint', subject: '楼上装修破坏防水', readBack: true, decision: { branch: 'mine' } })
    await act('zhang', 2, 'inquiries', { party: '绿园装饰公司', phone: '0571-6000900', question: '502室楼上的防水是否重做？' })
    const { cooperation } = await seen(2)
    expect(cooperation.inquiries).toMatchObject([{ party: '绿园装饰公司' }])
    expect(localTime(cooperation.inquiries[0].dueAt)).toBe('03-04 18:00')
    await story.at('2026-03-04 10:00')
    await act('zhang', 2, 'inquiries/answer', { inquiryId: cooperation.inquiries[0].id, text: '装饰公司本周内重做防水。', tellPerson: true })
    await act('zhang', 2, 'resolution', { outcome: 'explained', text: '装饰公司本周内重做防水，我们到场监督。' })
  })

  it('refuses words that push an owner away, and nothing is sent', async () => {
    expect(await story.isRefused('zhang', `/api/staff/cases/${ids[2]}/reply`, { channel: 'visit', text: '楼上装修不归我们管。' })).toBe('forbidden-phrase')
    expect((await seen(2)).replies).toEqual([])
    await act('zhang', 2, 'reply', { channel: 'visit', text: '装饰公司本周内重做防水，我们到场监督。' })
    await story.at('2026-03-04 15:00')
    await act('ke', 2, 'closing')
  })

  it('explains what nobody can solve and forwards it to the project manager', async () => {
    await story.at('2026-03-04 16:00')
    await registered({ category: 'help', subject: '希望地面加设一百个车位', decision: { branch: 'mine' } })
    await act('zhang', 3, 'unsolved', { text: '绿地面积已按规划固定，目前无法加设，已转告项目经理。' })
    expect((await seen(3)).cooperation.forward).toMatchObject({ to: { personName: '崔虹' } })
    await act('zhang', 3, 'reply', { channel: 'visit', text: '绿地面积已按规划固定，目前无法加设，已转告项目经理。' })
    await story.at('2026-03-05 09:00')
    await act('cui', 3, 'unsolved/answer', { text: '已列入下半年业主大会议题。' })
    await act('zhang', 3, 'closing')
  })

  it('repairs by the promised day, answered by whoever was asked first', async () => {
    await story.at('2026-03-05 15:00')
    await act('bai', 0, 'resolution', { outcome: 'solved', text: '阀门已更换，不再漏水。' })
    await story.at('2026-03-05 15:30')
    expect(await act('zhang', 0, 'reply', { channel: 'visit', text: '阀门已更换，不再漏水。', close: true })).toMatchObject({ status: 'closed' })
  })

  it('has four entries in its register, the cleaner first contact of all', async () => {
    const { rows } = await story.sees('dong', '/api/staff/cases')
    expect(rows.map(({ firstContact, subject, status, outcome, late }: Seen) => [firstContact.personName, subject, status, outcome, late])).toEqual([
      ['张顺', '希望地面加设一百个车位', 'closed', 'explained', false], ['张顺', '楼上装修破坏防水', 'closed', 'explained', false],
      ['张顺', '小区门口的公交站能否移近', 'closed', 'outside', false], ['张顺', '地下车库漏水', 'closed', 'solved', false],
    ])
    expect((await seen(3)).timeline.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['unsolved-forwarded', 'forward-answered']))
  })

  it('told exactly these', async () => {
    expect(await toldTo(story, ids[0])).toEqual(['03-02 08:43 bai referred', '03-02 08:50 zhang accepted', '03-05 15:00 zhang resolved', '03-05 15:30 bai closed'])
    expect(await toldTo(story, ids[1])).toEqual([])
    expect(await toldTo(story, ids[2])).toEqual(['03-04 15:00 zhang closed'])
    expect(await toldTo(story, ids[3])).toEqual(['03-04 16:00 cui asked', '03-05 09:00 zhang decided'])
  })

  it('counts every entry as complete, and the complaint apart from the requests', async () => {
    const { rows } = await story.sees('dong', '/api/staff/cases')
    expect(rows.filter((row: Seen) => row.requesterName && row.subject && row.registeredAt && row.firstContact && row.outcome)).toHaveLength(4)
    expect((await story.sees('dong', '/api/staff/cases?category=complaint')).rows).toHaveLength(1)
    expect((await story.sees('dong', '/api/staff/cases?category=help')).rows).toHaveLength(2)
    const figures = async (unit: string) => (await story.sees('dong', `/api/staff/units/${unit}/figures`)).refusedPhrases
    expect([await figures(story.rootUnitId), await figures(story.units['环境保洁部'] ?? ''), await figures(story.units['工程部'] ?? '')]).toEqual([1, 1, 0])
  })
})
