// A ward's nurse station: who speaks both languages guides, the round before the shift, small requests, a dispute that rises, arrivals, a walk-round, a complaint.
// Another family's question of the same moment is left unanswered, to see that two days are two days.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { beginStory, type Story } from '../testing-story.ts'
import { administers } from './testing-administrator.ts'
import { cardiologyWard } from './testing-casts.ts'
import { localTime, toldTo, type Seen } from './testing-told.ts'

let database: ClonedDatabase
let story: Story
let ward: string
let guide: string
let nurse: string
let sunday: string
let monday: string
let tuesday: string
beforeAll(async () => {
  database = await cloneDatabase()
  story = await beginStory(database.db, cardiologyWard, { start: '2026-03-01 07:00' })
  ward = story.units['心内科病区'] ?? ''
  const post = await administers(story, 'guan', '/api/staff/posts', { unitId: ward, name: '主责导诊护士', duties: '首问接待、导诊、班前巡视', languages: ['普通话', '闽南语'] })
  for (const name of ['退押金', '打印费用清单', '借平车']) await administers(story, 'guan', '/api/staff/matters', { name, unitId: ward, personId: story.people.dan, category: 'help', everyday: true })
  for (const who of ['xi', 'zhen']) await story.does('dan', `/api/staff/people/${story.people[who]}/skills`, { skills: ['普通话', '闽南语'] })
  await story.does('dan', `/api/staff/people/${story.people.ya}/skills`, { skills: ['普通话'] })
  guide = await kind({ name: '主责导诊班', from: '07:40', to: '15:40', post: 'firstContact', postId: post.id, main: true, tasks: [{ task: '测量生命体征', by: '09:00' }] })
  nurse = await kind({ name: '责护班', from: '08:00', to: '16:00' });
  [sunday, monday, tuesday] = (await plan([[guide, 'zhen', '2026-03-01'], [guide, 'xi', '2026-03-02'], [guide, 'zhen', '2026-03-03']])).shiftIds
})
afterAll(async () => {
  await story.app.close()
  await database.drop()
})

const kind = async (body: object): Promise<string> => (await story.does('dan', `/api/staff/units/${ward}/shift-kinds`, { weekdays: [1, 2, 3, 4, 5, 6, 7], ...body })).id
const shifts = (rows: readonly [string, string, string][]) => ({ add: rows.map(([kindId, who, day]) => ({ kindId, personId: story.people[who], day })) })
const plan = (rows: readonly [string, string, string][]) => story.does('dan', `/api/staff/units/${ward}/roster`, shifts(rows))
const family = { name: '家属', phone: '13800000019' }
const register = (who: string, body: object) => story.does(who, '/api/staff/cases', { channel: 'visit', category: 'help', ...body })
const act = (id: string, who: string, path: string, body?: unknown) => story.does(who, `/api/staff/cases/${id}/${path}`, body)
const seen = (id: string, who = 'dan') => story.sees(who, `/api/staff/cases/${id}`)
const toldOutsideCases = async (who: string): Promise<string[]> => (await story.sees(who, '/api/staff/notices?limit=100')).rows
  .filter(({ case: about }: Seen) => about === null).map(({ at, kind: what, detail }: Seen) => `${localTime(at)} ${what} ${detail.name}`)

describe('the ward', () => {
  let dispute: string
  let unanswered: string
  let complaint: string
  const found: string[] = []

  it('leaves three things unsettled on Sunday', async () => {
    await story.at('2026-03-01 15:00')
    await story.does('zhen', `/api/staff/shifts/${sunday}/beginning`)
    for (const subject of ['3 床要求换靠窗床位', '8 床问报销比例', '11 床陪护椅损坏']) await register('zhen', { subject, decision: { branch: 'mine' } })
    await story.at('2026-03-01 15:35')
    await story.does('zhen', `/api/staff/shifts/${sunday}/handover`, { successorId: story.people.xi, notes: '三件未了，明早跟进。' })
    expect((await story.sees('zhen', `/api/staff/shifts/${sunday}`)).contents.cases).toHaveLength(3)
  })

  it('does not roster a nurse as guide who lacks a language that the post asks for, and says which', async () => {
    const refused = await story.call('dan', 'POST', `/api/staff/units/${ward}/roster`, shifts([[guide, 'ya', '2026-03-02']]))
    expect(refused).toMatchObject({ status: 422, body: { code: 'qualification-missing', errors: [{ pointer: '/add/0', detail: '2026-03-02 主责导诊班 雅丽 闽南语' }] } })
    await plan([[nurse, 'ya', '2026-03-02']])
  })

  it('has the guide nurse go round before her shift, read the register and confirm it', async () => {
    await story.at('2026-03-02 07:20')
    for (const [subject, place] of [['卫生间堵塞', '5 床'], ['柜门坏了', '9 床']]) {
      const { id } = await register('xi', { channel: 'selfDiscovered', subject: `${place} ${subject}`, place, decision: { branch: 'otherUnit', toUnitId: story.units['后勤科'], reason: '班前巡视发现' } })
      found.push(id)
    }
    await story.does('xi', `/api/staff/shifts/${monday}/round`, { items: [
      { item: '卫生间通畅', fine: false, place: '5 床', caseId: found[0] }, { item: '照明', fine: true }, { item: '柜门', fine: false, place: '9 床', caseId: found[1] }, { item: '床栏与呼叫器', fine: true }, { item: '病人需要', fine: true },
    ] })
    const page = await story.sees('xi', `/api/staff/shifts/${monday}`)
    expect(page.unsettled.map(({ subject }: Seen) => subject)).toEqual(expect.arrayContaining(['3 床要求换靠窗床位', '8 床问报销比例', '11 床陪护椅损坏']))
    expect(page.received).toMatchObject([{ personName: '甄怡', notes: '三件未了，明早跟进。' }])
    expect(page.tasks.map(({ task, dueAt }: Seen) => `${task} ${localTime(dueAt)}`)).toEqual(['测量生命体征 03-02 09:00'])
    await story.does('xi', `/api/staff/shifts/${sunday}/handover/acceptance`)
    await story.does('xi', `/api/staff/shifts/${monday}/beginning`)
    expect(localTime((await story.sees('dan', `/api/staff/shifts/${monday}`)).begunAt)).toBe('03-02 07:20')
  })

  it('has logistics mend what was found', async () => {
    await story.at('2026-03-02 08:00')
    for (const id of found) {
      await act(id, 'ou', 'referral/acceptance')
      await act(id, 'ou', 'resolution', { outcome: 'solved', text: '已修好。' })
    }
    expect(await toldTo(story, found[0])).toEqual(['03-02 07:20 ou referred', '03-02 08:00 xi accepted', '03-02 08:00 xi resolved'])
    for (const id of found) await act(id, 'xi', 'reply', { channel: 'visit', text: '已修好。', close: true })
  })

  it('writes down small requests in one line, answers a bell, ticks what everybody does', async () => {
    await story.at('2026-03-02 08:50')
    const { rows: [signs] } = await story.sees('xi', `/api/staff/units/${ward}/shift-tasks`)
    await story.does('xi', `/api/staff/shift-tasks/${signs.id}/ticks`)
    await story.at('2026-03-02 09:00')
    for (const subject of ['退押金', '打印费用清单', '借平车']) {
      const { status } = await register('xi', { subject, requester: family, decision: { branch: 'onSpot', text: `${subject}已办好。` } })
      expect(status).toBe('closed')
    }
    for (const [rings, subject] of [[2, '探视时间'], [4, '床位号']] as const) {
      await register('xi', { channel: 'phone', rings, subject, requester: { declined: true }, decision: { branch: 'onSpot', text: '已答复。' } })
    }
    expect(await story.isRefused('xi', '/api/staff/cases', { channel: 'visit', category: 'help', rings: 2, subject: '探视时间' })).toBe('bad-request')
    expect((await story.sees('dan', `/api/staff/units/${ward}/figures`))).toMatchObject({ rings: 3, calls: [{ deskId: null, calls: 2, inTime: 1 }] })
    const bell = await story.does('ya', '/api/staff/bells', { unitId: ward, place: '12 床' })
    expect(bell.called.map(({ name }: Seen) => name)).toEqual(['奚梅', '雅丽'])
    await story.at('2026-03-02 09:00:09')
    expect(await story.does('xi', `/api/staff/bells/${bell.id}/answer`)).toEqual({ seconds: 9 })
  })

  it('has the head nurse announce her round to whoever is on duty', async () => {
    await story.at('2026-03-02 09:30')
    await story.does('dan', `/api/staff/units/${ward}/walkrounds`, { title: '护士长查房', at: ['2026-03-02T15:00:00+08:00'] })
    expect(await toldOutsideCases('xi')).toEqual(['03-02 09:30 walkroundPlanned 护士长查房'])
    expect((await story.sees('xi', `/api/staff/shifts/${monday}`)).walkrounds).toMatchObject([{ title: '护士长查房', visitorName: '丹露', receiver: { name: '奚梅' } }])
  })

  it('writes down a dispute about a bed, to be answered within two days', async () => {
    await story.at('2026-03-02 10:00')
    dispute = (await register('xi', { subject: '换床纠纷', content: '家属要求换到靠窗床位，与邻床家属争执。', requester: family, decision: { branch: 'mine' } })).id
    unanswered = (await register('xi', { subject: '何时能办转院', requester: { phone: '13800000029' }, decision: { branch: 'mine' } })).id
    expect(localTime((await seen(dispute)).obligations.find(({ kind: what }: Seen) => what === 'resolve').dueAt)).toBe('03-04 10:00')
  })

  it('has one of the two who are told take it up, and tells the other and the guide nurse', async () => {
    await story.at('2026-03-02 11:05')
    await act(dispute, 'bo', 'taking-up')
    expect(await story.isRefused('zhen', `/api/staff/cases/${dispute}/taking-up`)).toBe('taken-up-already')
    expect((await seen(dispute)).obligations.find(({ kind: what }: Seen) => what === 'resolve')).toMatchObject({ takenUpBy: { personId: story.people.bo } })
  })

  it('receives a new patient point by point, and tells the main shift where somebody else receives', async () => {
    await story.at('2026-03-02 14:00')
    const admission = await story.does('ya', `/api/staff/units/${ward}/occasions`, { occasion: '新病人接诊', task: '16 床' })
    expect(admission).toMatchObject({ person: { name: '奚梅' }, offeredTo: null })
    expect(await toldOutsideCases('xi')).toEqual(['03-02 14:00 taskGiven 新病人接诊 · 16 床', '03-02 09:30 walkroundPlanned 护士长查房'])
    await story.does('xi', `/api/staff/shift-tasks/${admission.id}/ticks`, { items: ['起身迎接并自我介绍', '安置床位、介绍病室'] })
    const moved = await story.does('ya', `/api/staff/units/${ward}/occasions`, { occasion: '转入病人接诊', task: '17 床' })
    expect(moved).toMatchObject({ person: { name: '雅丽' }, offeredTo: { name: '奚梅' } })
    await story.does('xi', `/api/staff/shift-tasks/${moved.id}/offer`, { take: false })
    expect(await toldOutsideCases('ya')).toEqual(['03-02 14:00 taskBack 转入病人接诊 · 17 床'])
    await story.at('2026-03-02 14:20')
    expect(await story.does('xi', `/api/staff/shift-tasks/${admission.id}/ticks`)).toEqual({ done: true })
    expect(await story.does('ya', `/api/staff/shift-tasks/${moved.id}/ticks`)).toEqual({ done: true })
  })

  it('writes a complaint down in full, read back', async () => {
    await story.at('2026-03-02 14:30')
    const ask = { channel: 'visit', category: 'complaint', subject: '夜间呼叫无人应', content: '3月1日夜里两点按铃，十多分钟无人来；希望说明原因并改进。', requester: family, decision: { branch: 'mine' } }
    expect(await story.isRefused('xi', '/api/staff/cases', ask)).toBe('read-back-needed')
    complaint = (await register('xi', { ...ask, readBack: true })).id
    expect(await seen(complaint)).toMatchObject({ category: 'complaint', content: ask.content, firstContact: { personName: '奚梅' } })
  })

  it('escorts who goes home to the lift, and asks how satisfied they were', async () => {
    await story.at('2026-03-02 14:40')
    const { id } = await story.does('ya', `/api/staff/units/${ward}/occasions`, { occasion: '出院送行', task: '4 床' })
    await story.at('2026-03-02 14:55')
    expect(await story.isRefused('ya', `/api/staff/shift-tasks/${id}/ticks`)).toBe('grade-needed')
    await story.does('ya', `/api/staff/shift-tasks/${id}/ticks`, { grade: 5, comment: '护士一直送到电梯口。' })
    const board = await story.sees('dan', `/api/staff/units/${ward}/shift-tasks?state=done`)
    expect(board.rows[0]).toMatchObject({ occasion: '出院送行', task: '4 床', doneByName: '雅丽', doneAt: '2026-03-02T06:55:00.000Z', grade: 5 })
    expect(board.satisfaction).toEqual({ count: 1, average: 5 })
  })

  it('has the round met and what it found recorded', async () => {
    await story.at('2026-03-02 15:15')
    const { rows: [round] } = await story.sees('dan', `/api/staff/units/${ward}/walkrounds`)
    await story.does('dan', `/api/staff/walkrounds/${round.id}/findings`, { findings: [{ text: '病室整洁，6 床床栏松动已当场紧固' }] })
    expect((await story.sees('xi', `/api/staff/units/${ward}/walkrounds?state=done`)).rows).toMatchObject([{ recordedByName: '丹露', receiver: { name: '奚梅' } }])
    expect((await story.sees('dan', '/api/staff/obligations')).rows.map(({ kind: what }: Seen) => what)).not.toContain('walkround')
  })

  it('hands the day on; the successor opens what happened', async () => {
    await story.at('2026-03-02 15:30')
    await story.does('xi', `/api/staff/shifts/${monday}/handover`, { successorId: story.people.zhen, notes: '换床纠纷未了，明早九点半前向家属说明进展。' })
    await story.at('2026-03-03 07:25')
    const page = await story.sees('zhen', `/api/staff/shifts/${tuesday}`)
    expect(page.events.map(({ subject }: Seen) => subject)).toEqual(expect.arrayContaining(['换床纠纷', '夜间呼叫无人应', '退押金', '5 床 卫生间堵塞']))
    expect(page.received).toMatchObject([{ personName: '奚梅', notes: expect.stringContaining('换床纠纷') }])
    await story.does('zhen', `/api/staff/shifts/${monday}/handover/acceptance`)
  })

  it('tells the family how it stands on Tuesday, and settles it before the director is needed', async () => {
    await story.at('2026-03-03 09:30')
    await act(dispute, 'xi', 'notes', { kind: 'interim', text: '已与两家沟通，下午有床位调整，届时答复。', public: true })
    await story.at('2026-03-03 15:00')
    await act(dispute, 'xi', 'resolution', { outcome: 'solved', text: '已调到 10 床靠窗位置，双方同意。' })
    await act(dispute, 'xi', 'reply', { channel: 'visit', text: '已调到 10 床靠窗位置，双方同意。', close: true })
    expect(await seen(dispute)).toMatchObject({ status: 'closed', resolution: { outcome: 'solved' } })
  })

  it('has one level after the other told, with its time in the register, and nobody else', async () => {
    expect(await toldTo(story, dispute)).toEqual(['03-02 11:00 bo dutyClimbed', '03-02 11:00 zhen dutyClimbed', '03-02 11:05 xi dutyTakenUp', '03-02 11:05 zhen dutyTakenUp', '03-02 13:05 bo dutyLate', '03-03 09:00 chai dutyClimbed', '03-03 09:00 dan dutyClimbed'])
    const { entries } = await story.sees('dan', `/api/staff/cases/${dispute}/ledger`)
    const levels = entries.filter(({ kind: what }: Seen) => what === 'obligation-climbed').map(({ at, data }: Seen) => `${localTime(at)} ${data.rung} ${data.people.length}`)
    expect(levels).toEqual(['03-02 11:00 1 2', '03-03 09:00 2 2'])
    expect(await toldOutsideCases('e')).toEqual([])
  })

  it('turns overdue at ten on Wednesday where nobody answered', async () => {
    await story.at('2026-03-04 09:59')
    expect(await seen(unanswered)).toMatchObject({ status: 'handling' })
    expect((await story.sees('dan', `/api/staff/cases?view=late`)).rows.map(({ id }: Seen) => id)).not.toContain(unanswered)
    await story.at('2026-03-04 10:00')
    expect((await story.sees('dan', `/api/staff/cases?view=late`)).rows.map(({ id }: Seen) => id)).toContain(unanswered)
    await story.at('2026-03-04 11:00')
    expect((await toldTo(story, unanswered)).slice(-2)).toEqual(['03-04 10:00 xi dutyLate', '03-04 11:00 e dutyClimbed'])
  })

  it('has a register of its own, with everything that was asked', async () => {
    const { rows } = await story.sees('dan', `/api/staff/cases?unitId=${ward}&limit=50`)
    expect(rows).toHaveLength(13)
    expect(rows.filter(({ status }: Seen) => status === 'closed')).toHaveLength(8)
  })
})
