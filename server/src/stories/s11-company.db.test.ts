// A company: a supplier's late payment handed over although the colleague was not reached, a clause nobody answers for going up the ladder, a matter from a meeting.
// Whoever lets a ruling lapse hears that as well: the duty was theirs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formOf, ownDataFolder } from '../attachments/testing-upload.ts'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { beginStory, headersOf, type Story } from '../testing-story.ts'
import { tradingCompany } from './testing-casts.ts'
import { localTime, toldTo, type Seen } from './testing-told.ts'

let database: ClonedDatabase
let story: Story
const ids: string[] = []
beforeAll(async () => {
  database = await cloneDatabase()
  story = await beginStory(database.db, tradingCompany, { start: '2026-03-02 08:30' })
  await ownDataFolder(story)
})
afterAll(async () => {
  await story.app.close()
  await database.drop()
})
const peng = { name: '彭宇', phone: '13800000010', organization: '宏达配件厂' }
const act = (who: string, index: number, path: string, body?: unknown) => story.does(who, `/api/staff/cases/${ids[index]}/${path}`, body)
const seen = (index: number) => story.sees('qin', `/api/staff/cases/${ids[index]}`)
const owed = async (index: number, kind: string) =>
  (await seen(index)).obligations.filter((one: { kind: string }) => one.kind === kind).map(({ owner, dueAt, lateAt, state }: Seen) => ({ who: owner.personName, due: localTime(dueAt), late: lateAt !== null, state }))

describe('the company', () => {
  it('hands a supplier’s matter over with name and room, and notes that the colleague was not reached', async () => {
    await story.at('2026-03-02 09:05')
    const { id, number, trackingCode } = await story.does('qin', '/api/staff/cases', {
      channel: 'visit', category: 'consultation', subject: '一月份货款为何迟付', requester: peng,
      decision: {
        branch: 'otherUnit', toUnitId: story.units['财务部'], toPersonId: story.people.shi, reason: '付款由财务部负责，402室',
        calls: [{ channel: 'phone', reached: false, calledAt: '2026-03-02T09:03:00+08:00' }],
      },
    })
    ids.push(id)
    expect(await story.sees(null, `/api/public/cases/${number}?code=${trackingCode}`)).toMatchObject({ firstContactName: '秦璐', waitingForUnit: '财务部' })
    expect((await seen(0)).timeline.map(({ kind }: { kind: string }) => kind)).toContain('colleague-called')
  })

  it('asks the absent colleague’s head whose a clause is', async () => {
    await story.at('2026-03-02 09:08')
    await story.does('tao', '/api/staff/absences', { personId: story.people.shi, kind: 'trip', to: '2026-03-02T13:00:00+08:00' })
    await story.at('2026-03-02 09:10')
    expect(JSON.stringify(await story.sees('qin', `/api/staff/presence?personId=${story.people.shi}`))).toContain('"trip"')
    const { id } = await story.does('qin', '/api/staff/cases', {
      channel: 'visit', category: 'consultation', subject: '合同违约金条款怎么理解', requester: peng,
      decision: { branch: 'unclear', reason: '时雯另有出差，条款归哪个部门解释不明', absentPersonId: story.people.shi },
    })
    ids.push(id)
    expect(await owed(1, 'rule')).toEqual([{ who: '陶毅', due: '03-03 09:10', late: false, state: 'open' }])
  })

  it('registers what was raised at a meeting, with its handler by the list of duties', async () => {
    await story.at('2026-03-02 10:00')
    const { id } = await story.does('qin', '/api/staff/cases', {
      channel: 'meeting', category: 'suggestion', subject: '请改进对账方式', requester: peng, decision: { branch: 'colleague', toPersonId: story.people.pan, reason: '对账由潘宁负责' },
    })
    ids.push(id)
    expect(await act('pan', 2, 'referral/acceptance')).toMatchObject({ firstContact: { personName: '秦璐' }, handler: { personName: '潘宁' } })
    await act('pan', 2, 'person-contacts', { channel: 'visit' })
  })

  it('counts four working hours to speak with the person from the afternoon on', async () => {
    await story.at('2026-03-02 13:30')
    await act('shi', 0, 'referral/acceptance')
    expect(await owed(0, 'contact')).toEqual([{ who: '时雯', due: '03-03 09:00', late: false, state: 'open' }])
    expect(await owed(0, 'resolve')).toContainEqual({ who: '时雯', due: '03-04 14:00', late: false, state: 'open' })
    await story.at('2026-03-02 15:00')
    await act('shi', 0, 'person-contacts', { channel: 'phone', note: '已说明付款流程' })
    expect(await owed(0, 'contact')).toEqual([{ who: '时雯', due: '03-03 09:00', late: false, state: 'met' }])
  })

  it('goes to the deputy leader when the head has not ruled within a working day', async () => {
    await story.at('2026-03-03 09:10')
    expect((await seen(1)).ruling).toMatchObject({ level: 1, arbiters: [{ personName: '陶毅' }, { personName: '魏刚' }] })
    await story.at('2026-03-03 10:00')
    await act('wei', 1, 'ruling', { handlerPersonId: story.people.fang, instruction: '由法务部解释' })
    expect(await seen(1)).toMatchObject({ handler: { personName: '方正', unitName: '法务部' }, firstContact: { personName: '秦璐' } })
    await story.at('2026-03-03 14:30')
    await act('fang', 1, 'person-contacts', { channel: 'phone', note: '告知周四答复' })
  })

  it('closes the payment on Wednesday, through the first contact', async () => {
    await story.at('2026-03-04 09:40')
    await act('shi', 0, 'resolution', { outcome: 'solved', text: '款项已于今日支付。' })
    await story.at('2026-03-04 10:00')
    await act('qin', 0, 'reply', { channel: 'phone', text: '款项已于今日支付。', close: true })
    await act('pan', 2, 'resolution', { outcome: 'solved', text: '改为每月五日前邮件对账。' })
    expect(await act('qin', 2, 'reply', { channel: 'phone', text: '改为每月五日前邮件对账。', close: true })).toMatchObject({ status: 'closed' })
  })

  it('does not close the clause without the first contact’s answer, given once with the document', async () => {
    await story.at('2026-03-05 09:30')
    await act('fang', 1, 'resolution', { outcome: 'explained', text: '违约金按合同第九条计算，附说明。' })
    expect(await story.isRefused('fang', `/api/staff/cases/${ids[1]}/closing`)).toBe('nobody-told')
    const file = formOf({ name: '条款说明.txt', bytes: '违约金按合同第九条计算。', claims: 'text/plain' })
    const sent = await story.app.inject({ method: 'POST', url: `/api/staff/cases/${ids[1]}/attachments`, headers: { ...file.headers, ...headersOf('qin') }, payload: file.payload })
    expect(sent.statusCode).toBe(201)
    await story.at('2026-03-05 10:00')
    await act('qin', 1, 'reply', { channel: 'visit', text: '违约金按合同第九条计算，说明已交给您。', close: false })
    await act('qin', 1, 'receipt-confirmation', { channel: 'visit' })
    await act('qin', 1, 'closing')
  })

  it('has three entries of the same first contact in its register, the clause with both levels', async () => {
    const { rows } = await story.sees('xie', '/api/staff/cases')
    expect(rows.map(({ firstContact, handler, channel, status, closedAt }: Seen) => [firstContact.personName, handler.personName, channel, status, localTime(closedAt)])).toEqual([
      ['秦璐', '潘宁', 'meeting', 'closed', '03-04 10:00'], ['秦璐', '方正', 'visit', 'closed', '03-05 10:00'], ['秦璐', '时雯', 'visit', 'closed', '03-04 10:00'],
    ])
    const clause = await seen(1)
    expect(await owed(1, 'rule')).toEqual(expect.arrayContaining([expect.objectContaining({ who: '陶毅', late: true }), expect.objectContaining({ who: '魏刚', late: false, state: 'met' })]))
    expect(clause.replies).toHaveLength(1)
    expect(clause.attachments).toMatchObject([{ name: '条款说明.txt' }])
    expect(clause.timeline.map(({ kind }: { kind: string }) => kind)).toContain('receipt-confirmed')
    expect(clause.ledger.intact).toBe(true)
  })

  it('told exactly these: the first contact at every change, the main leader of nothing', async () => {
    expect(await toldTo(story, ids[0])).toEqual(['03-02 09:05 shi referred', '03-02 13:30 qin accepted', '03-04 09:40 qin resolved'])
    expect(await toldTo(story, ids[1])).toEqual([
      '03-02 09:10 tao rulingAsked', '03-03 09:10 tao dutyLate', '03-03 09:10 wei rulingAsked', '03-03 10:00 fang ruled', '03-03 10:00 qin ruled', '03-05 09:30 qin resolved',
    ])
    expect(await toldTo(story, ids[2])).toEqual(['03-02 10:00 pan referred', '03-02 10:00 qin accepted', '03-04 10:00 qin resolved'])
  })

  it('counts nothing open and nothing late in the department that was asked', async () => {
    expect((await story.sees('xie', `/api/staff/units/${story.units['财务部']}/overview`)).counts).toMatchObject({ open: 0, late: 0 })
    expect((await story.sees('xie', '/api/staff/cases?view=late')).rows).toEqual([])
  })
})
