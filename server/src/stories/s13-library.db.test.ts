// A library: a chat led to the reference desk, a second hand-over refused, answered, not solved, answered better; a museum's matter; an answer for later.
// Left out: the librarian's self-study record and the internal course, which belong to the appraisal sheet.
// Two lines more than the library would name: the librarian whose request was refused hears that, and so does whoever reopened work falls to.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { beginStory, type Story } from '../testing-story.ts'
import { cityLibrary } from './testing-casts.ts'
import { localTime, toldTo, type Seen } from './testing-told.ts'

let database: ClonedDatabase
let story: Story
const ids: string[] = []
beforeAll(async () => {
  database = await cloneDatabase()
  story = await beginStory(database.db, cityLibrary, { start: '2026-03-03 09:00' })
})
afterAll(async () => {
  await story.app.close()
  await database.drop()
})
const act = (who: string, index: number, path: string, body?: unknown) => story.does(who, `/api/staff/cases/${ids[index]}/${path}`, body)
const seen = (index: number) => story.sees('dai', `/api/staff/cases/${ids[index]}`)

describe('the library', () => {
  let journal: { number: string; trackingCode: string }

  it('leads a reader from the chat to the reference desk, with name and phone', async () => {
    await story.at('2026-03-03 10:00')
    const registered = await story.does('bi', '/api/staff/cases', {
      channel: 'web', category: 'help', subject: '怎样借到1998年的期刊', requester: { name: '艾琳', phone: '13800000012' },
      decision: { branch: 'otherUnit', toUnitId: story.units['参考咨询部'], toPersonId: story.people.che, reason: '参考咨询台负责过刊查询' },
    })
    journal = registered
    ids.push(registered.id)
    const tracked = await story.sees(null, `/api/public/cases/${journal.number}?code=${journal.trackingCode}`)
    expect(tracked).toMatchObject({ firstContactName: '毕玉', waitingForUnit: '参考咨询部' })
    expect((await story.sees('bi', `/api/staff/phone-book?q=${encodeURIComponent('车浩')}`)).rows).toMatchObject([{ name: '车浩', phones: ['0579-6000203'], room: '203' }])
  })

  it('keeps a case that was signed for where it is, unless the director agrees', async () => {
    await story.at('2026-03-03 10:10')
    await act('che', 0, 'referral/acceptance')
    await story.at('2026-03-03 10:20')
    expect(await act('che', 0, 'referral', { toUnitId: story.units['数字资源部'], reason: '也许有电子版' })).toMatchObject({ status: 'handling', handler: { personName: '车浩' } })
    expect((await seen(0)).referral).toBeNull()
    await story.at('2026-03-03 11:00')
    await act('dai', 0, 'transfer/decision', { approve: false, reason: '首次转办已到参考咨询台，请直接答复读者' })
    await story.at('2026-03-03 14:20')
    await act('che', 0, 'resolution', { outcome: 'explained', text: '本馆没有收藏1998年的这种期刊。' })
    await act('che', 0, 'reply', { channel: 'web', text: '本馆没有收藏1998年的这种期刊。' })
    expect(await seen(0)).toMatchObject({ status: 'answered', handler: { personName: '车浩' } })
  })

  it('begins again when the reader says that it is not solved, and ends when she is satisfied', async () => {
    await story.at('2026-03-03 16:00')
    await story.does(null, `/api/public/cases/${journal.number}/not-solved`, { code: journal.trackingCode, reason: '还是需要这一期' })
    await story.at('2026-03-03 16:30')
    await act('che', 0, 'notes', { kind: 'interim', text: '没有馆藏的原因：该刊1999年起才入藏。可以为您办理馆际互借。', public: true })
    await story.at('2026-03-04 10:00')
    await act('che', 0, 'resolution', { outcome: 'solved', text: '已向省图书馆办理馆际互借，复印件已到。' })
    await act('che', 0, 'reply', { channel: 'phone', text: '已向省图书馆办理馆际互借，复印件已到。' })
    await story.does(null, `/api/public/cases/${journal.number}/rating`, { code: journal.trackingCode, grade: 5, solved: true })
    expect(await act('che', 0, 'closing')).toMatchObject({ status: 'closed', round: 2 })
  })

  it('explains whose matter it is when it is not the library’s', async () => {
    await story.at('2026-03-04 15:00')
    const { id } = await story.does('bi', '/api/staff/cases', {
      channel: 'phone', category: 'consultation', subject: '市博物馆的门票怎么预约', requester: { phone: '13800000013' },
      decision: { branch: 'notOurs', text: '门票由市博物馆预约，我把电话告诉您。', where: '市博物馆票务处', phone: '0579-6000900', channel: 'phone' },
    })
    ids.push(id)
    expect(await seen(1)).toMatchObject({ status: 'closed', resolution: { where: '市博物馆票务处', phone: '0579-6000900' } })
  })

  it('says why it answers later and by when, and keeps the day', async () => {
    await story.at('2026-03-08 15:00')
    const { id } = await story.does('bi', '/api/staff/cases', {
      channel: 'visit', category: 'consultation', subject: '集体借阅证能借多少册', requester: { name: '艾琳', phone: '13800000012' },
      decision: { branch: 'mine', text: '新的借阅规则今天没有在手边，查清后答复。', promisedAt: '2026-03-10T17:00:00+08:00' },
    })
    ids.push(id)
    await story.at('2026-03-10 11:00')
    await act('bi', 2, 'resolution', { outcome: 'solved', text: '集体借阅证每次可借二百册，期限三十天。' })
    expect(await act('bi', 2, 'reply', { channel: 'phone', text: '集体借阅证每次可借二百册，期限三十天。', close: true })).toMatchObject({ status: 'closed' })
  })

  it('has three entries in its register, all with the first librarian asked', async () => {
    const { rows } = await story.sees('dai', '/api/staff/cases')
    expect(rows.map(({ firstContact, status, outcome, round, late, channel }: Seen) => ({ first: firstContact.personName, status, outcome, round, late, channel }))).toEqual([
      { first: '毕玉', status: 'closed', outcome: 'solved', round: 1, late: false, channel: 'visit' },
      { first: '毕玉', status: 'closed', outcome: 'outside', round: 1, late: false, channel: 'phone' },
      { first: '毕玉', status: 'closed', outcome: 'solved', round: 2, late: false, channel: 'web' },
    ])
    const journey = await seen(0)
    expect(journey.replies.map(({ at }: { at: string }) => localTime(at))).toEqual(['03-03 14:20', '03-04 10:00'])
    expect(journey.ratings).toMatchObject([{ round: 2, grade: 5, solved: true }])
    expect(journey.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['transfer-asked', 'transfer-refused', 'case-reopened']))
    expect(journey.ledger.intact).toBe(true)
  })

  it('told exactly these', async () => {
    expect(await toldTo(story)).toEqual([
      '03-03 10:00 che referred', '03-03 10:20 dai asked', '03-03 11:00 che decided', '03-03 16:00 bi reopened', '03-03 16:00 che reopened', '03-04 10:00 bi closed',
    ])
  })

  it('counts one referred, one outside, one later, none on the spot and none open', async () => {
    const { answers, open } = await story.sees('dai', `/api/staff/units/${story.units['流通部']}/figures`)
    expect(answers).toEqual({ onSpot: 0, otherUnit: 1, notOurs: 1, mine: 1, colleague: 0, unclear: 0, undecided: 0 })
    expect(open).toBe(0)
    expect((await story.sees('dai', '/api/staff/cases?open=true')).rows).toEqual([])
    expect((await story.sees('dai', `/api/staff/units/${story.units['流通部']}/overview`)).counts).toMatchObject({ open: 0, late: 0 })
  })
})
