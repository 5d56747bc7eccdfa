// An operating room: a doctor and a nurse visit first and stay responsible to the end, through preparation, consultation, an emergency and the visit after it.
// One line more than the hospital would name: the pair hears of each opinion that it asked for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { beginStory, type Story } from '../testing-story.ts'
import { administers } from './testing-administrator.ts'
import { operatingRoom } from './testing-casts.ts'
import { localTime, toldTo, type Seen } from './testing-told.ts'

let database: ClonedDatabase
let story: Story
interface Registered { id: string; number: string; trackingCode: string }
let visit: Registered
let bleeding: Registered
let remark: Registered
let shiftId: string
let matterId: string
beforeAll(async () => {
  database = await cloneDatabase()
  story = await beginStory(database.db, operatingRoom, { start: '2026-03-02 08:00' })
  matterId = (await administers(story, 'guan', '/api/staff/matters', { name: '手术首访', unitId: story.units['手术室'], personId: story.people.jia, category: 'application', keywords: ['术前访视', '手术'] })).id
  const unitId = story.units['手术室']
  const kind = async (name: string, from: string, to: string) => (await story.does('jia', `/api/staff/units/${unitId}/shift-kinds`, { name, from, to, weekdays: [1, 2, 3, 4, 5, 6, 7] })).id as string
  const [day, evening] = [await kind('日班', '08:00', '16:00'), await kind('小夜班', '16:00', '23:00')]
  const planned = await story.does('jia', `/api/staff/units/${unitId}/roster`, {
    add: [{ kindId: day, personId: story.people['fei'], day: '2026-03-03' }, { kindId: evening, personId: story.people['lu'], day: '2026-03-03' }],
  });
  [shiftId] = planned.shiftIds
})
afterAll(async () => {
  await story.app.close()
  await database.drop()
})
const act = (who: string, path: string, body?: unknown, { id } = visit) => story.does(who, `/api/staff/cases/${id}/${path}`, body)
const refused = (who: string, path: string, body?: unknown, { id } = visit) => story.isRefused(who, `/api/staff/cases/${id}/${path}`, body)
const seen = (who = 'fei', { id } = visit) => story.sees(who, `/api/staff/cases/${id}`)
const part = (name: string, text: string) => ({ name, text })
const PREPARATION = '术前准备'

describe('the operating room', () => {
  it('has the pair first visit bed 12 on Monday; the preparation is not complete without the physical examination', async () => {
    await story.at('2026-03-02 15:00')
    const asked = { channel: 'visit', subject: '12 床术前首访', matterId, place: '12 床', requester: { name: '袁山' }, decision: { branch: 'mine' } }
    expect(await story.isRefused('fei', '/api/staff/cases', asked)).toBe('pair-needed')
    visit = await story.does('fei', '/api/staff/cases', { ...asked, askedTogether: [story.people['ge']] })
    expect(visit.number).toMatch(/^SS20260302-/)
    await act('fei', 'sheet', { step: PREPARATION, parts: [part('病史', '高血压五年。'), part('检查检验', '血常规、凝血正常。'), part('拟行手术', '股骨骨折内固定，周二 08:00。'), part('麻醉与镇痛方案', '全麻，术后自控镇痛。')] })
    await act('ge', 'sheet', { step: PREPARATION, parts: [part('精神状态', '紧张，已安抚。')] })
    const tried = await story.call('fei', 'POST', `/api/staff/cases/${visit.id}/sheet/completion`, { step: PREPARATION })
    expect({ status: tried.status, code: tried.body.code, missing: tried.body.errors.map(({ detail }: Seen) => detail) }).toEqual({ status: 422, code: 'part-missing', missing: ['体格检查'] })
    await act('fei', 'sheet', { step: PREPARATION, parts: [part('体格检查', '心肺无异常，气道评估二级。')] })
    const { care, firstContact } = await seen('ge')
    expect({ first: firstContact.personName, pair: care.pair.map(({ personName }: Seen) => personName), missing: care.sheet.steps[0].missing }).toEqual({ first: '费燕', pair: ['葛琪'], missing: [] })
  })

  it('wants the surgeon’s consensus once it is a major operation', async () => {
    await story.at('2026-03-02 16:00')
    await act('fei', 'flags', { flag: '重大手术' })
    expect(await refused('fei', 'sheet/completion', { step: PREPARATION })).toBe('part-missing')
    await act('fei', 'assists', { assistants: [{ unitId: story.units['骨科'], personId: story.people['hai'] }], task: '请就手术风险共同确认' })
    await story.at('2026-03-02 16:10')
    await act('hai', 'sheet', { step: PREPARATION, parts: [part('与手术医师的风险共识', '出血风险高，备血四单位，双方一致。')] })
    const { course: { assists: [assist] } } = await seen()
    await act('hai', 'assists/opinion', { assistId: assist.id, text: '风险已共同确认。' })
    await act('ge', 'sheet/completion', { step: PREPARATION })
    const { care: { sheet: { steps: [step] } } } = await seen()
    expect(step.done).toMatchObject({ byName: '葛琪' })
    expect(step.parts.at(-1)).toMatchObject({ name: '与手术医师的风险共识', flag: '重大手术', filled: { byName: '海涛' } })
  })

  it('reports the multiple injuries and asks three departments for their opinion by six', async () => {
    await story.at('2026-03-02 16:20')
    await act('fei', 'flags', { flag: '多发伤', note: '合并胸部、颅脑损伤' })
    const departments = [['普外科', 'song'], ['神经外科', 'xin'], ['胸外科', 'xiong']] as const
    await act('fei', 'assists', { assistants: departments.map(([unit, who]) => ({ unitId: story.units[unit], personId: story.people[who] })), task: '请会诊', dueAt: '2026-03-02T18:00:00+08:00' })
    await story.at('2026-03-02 16:22')
    await act('jia', 'assignments/confirmation')
    await act('mei', 'assignments/confirmation')
    await story.at('2026-03-02 17:20')
    for (const [, who] of departments) {
      const { course } = await seen(who)
      const mine = course.assists.find(({ personId }: Seen) => personId === story.people[who])
      expect(localTime(mine.dueAt)).toBe('03-02 18:00')
      await act(who, 'assists/opinion', { assistId: mine.id, text: '同意手术，注意监测。' })
    }
    const { course } = await seen()
    expect(course.assists.map(({ state, text }: Seen) => [state, text !== null])).toEqual(Array.from({ length: 4 }, () => ['given', true]))
  })

  it('informs the duty officer instead of medical affairs after half past five', async () => {
    await story.at('2026-03-02 17:40')
    await act('ge', 'flags', { flag: '危重患者' })
    await story.at('2026-03-02 17:43')
    await act('jia', 'assignments/confirmation')
    await act('kai', 'assignments/confirmation')
    const { care } = await seen()
    const told = care.flags.map(({ name, told: people }: Seen) => [name, people.map((one: Seen) => `${one.name} ${localTime(one.at)} ${localTime(one.confirmedAt)}`)])
    expect(told).toEqual([['重大手术', []], ['多发伤', ['贾琳 03-02 16:20 03-02 16:22', '梅安 03-02 16:20 03-02 16:22']], ['危重患者', ['贾琳 03-02 17:40 03-02 17:43', '开文 03-02 17:40 03-02 17:43']]])
  })

  it('rescues first on Tuesday; director and medical affairs know within seconds, the report follows at ten', async () => {
    await story.at('2026-03-03 07:50')
    await story.does('fei', `/api/staff/shifts/${shiftId}/beginning`)
    await story.at('2026-03-03 08:50:10')
    bleeding = await story.does('fei', '/api/staff/emergencies', { partOf: visit.id })
    await story.at('2026-03-03 08:50:40')
    await act('jia', 'assignments/confirmation', {}, bleeding)
    await story.at('2026-03-03 08:51:05')
    await act('mei', 'assignments/confirmation', {}, bleeding)
    await story.at('2026-03-03 10:00')
    await act('fei', 'record', { subject: '术中改变麻醉方式、出血', content: '椎管内麻醉改全麻，出血八百毫升，已输血。', place: '三号手术间' }, bleeding)
    const { cooperation: { emergency, parent } } = await seen('jia', bleeding)
    expect(parent.number).toBe(visit.number)
    const seconds = emergency.assigned.map(({ name, at, confirmedAt }: Seen) => `${name} ${at.slice(14, 19)} ${confirmedAt.slice(14, 19)}`)
    expect(seconds).toEqual(['贾琳 50:10 50:40', '梅安 50:10 51:05'])
    await story.at('2026-03-03 10:30')
    await act('fei', 'resolution', { outcome: 'solved', text: '出血已止，生命体征平稳。' }, bleeding)
    await act('fei', 'reply', { channel: 'visit', text: '已向家属说明术中情况，目前平稳。', close: true }, bleeding)
  })

  it('lets nobody end a shift before the relief has signed for it', async () => {
    await story.at('2026-03-03 16:00')
    expect(await story.isRefused('fei', `/api/staff/shifts/${shiftId}/ending`)).toBe('handover-missing')
    await story.does('fei', `/api/staff/shifts/${shiftId}/handover`, { successorId: story.people['lu'], notes: '12 床术后第一天，镇痛泵余量一半。' })
    expect(await story.isRefused('fei', `/api/staff/shifts/${shiftId}/ending`)).toBe('handover-not-accepted')
    await story.at('2026-03-03 16:05')
    await story.does('lu', `/api/staff/shifts/${shiftId}/handover/acceptance`)
    await story.does('fei', `/api/staff/shifts/${shiftId}/ending`)
    const { handOver, endedAt } = await story.sees('lu', `/api/staff/shifts/${shiftId}`)
    expect({ accepted: localTime(handOver.acceptedAt), ended: localTime(endedAt), cases: handOver.contents.cases.map(({ number }: Seen) => number) })
      .toEqual({ accepted: '03-03 16:05', ended: '03-03 16:05', cases: [visit.number] })
  })

  it('ends only after the pair has visited again, with pain relief noted and the relatives told', async () => {
    await story.at('2026-03-03 17:00')
    await act('ge', 'appointment', { at: '2026-03-04T09:00:00+08:00', home: false, place: '12 床', personId: story.people['fei'] })
    const result = { outcome: 'solved', text: '手术及术后访视完成，恢复良好。' }
    expect(await refused('fei', 'resolution', result)).toBe('step-open')
    expect(await refused('fei', 'closing')).toBe('case-not-resolved')
    await story.at('2026-03-04 09:00')
    await act('ge', 'sheet', { step: '术后访视', parts: [part('术后情况', '神志清，切口干燥。'), part('镇痛效果', '疼痛评分二分。'), part('告知家属', '已告知恢复情况和注意事项。')] })
    await act('fei', 'sheet/completion', { step: '术后访视' })
    expect(await refused('fei', 'resolution', result)).toBe('visit-owed')
    await act('fei', 'appointment/outcome', { kept: true, note: '两人一同访视' })
    await act('ge', 'contacts', { channel: 'visit', text: '手术顺利，镇痛泵明天撤除。', confirmed: true })
    await act('fei', 'resolution', result)
    await act('fei', 'reply', { channel: 'visit', text: '手术和术后访视已完成，有不适请按铃。', close: true })
    expect(await seen()).toMatchObject({ status: 'closed', resolution: { outcome: 'solved' }, care: { pair: [{ personName: '葛琪' }], sheet: { visited: true } } })
  })

  it('has the remark in front of the family filed as an event, and reviewed by medical affairs', async () => {
    await story.at('2026-03-04 10:00')
    remark = await story.does('jia', '/api/staff/cases', {
      channel: 'selfDiscovered', category: 'report', subject: '在患者家属面前争执', askedTogether: [story.people['mei']], readBack: true,
      decision: { branch: 'otherUnit', toUnitId: story.units['医务科'], toPersonId: story.people['mei'], reason: '请按责任追究程序审查' },
    })
    expect(await seen('jia', remark)).toMatchObject({ confidential: true, category: 'report' })
    expect((await story.call('ge', 'GET', `/api/staff/cases/${remark.id}`)).status).toBe(404)
    await act('mei', 'referral/acceptance', {}, remark)
    await story.at('2026-03-04 14:00')
    await act('mei', 'notes', { kind: 'progress', text: '已分别听取当事人陈述。', public: false }, remark)
    await story.at('2026-03-04 16:00')
    await act('mei', 'resolution', { outcome: 'solved', text: '经审查属实，当事人向家属致歉，科室内通报。' }, remark)
    await act('jia', 'reply', { channel: 'visit', text: '已向家属致歉并说明处理结果。' }, remark)
    expect(await seen('mei', remark)).toMatchObject({ handler: { personName: '梅安' }, resolution: { outcome: 'solved' }, replies: [{ text: '已向家属致歉并说明处理结果。' }] })
  })

  it('shows one first visit with its pair, four opinions and every act of the case', async () => {
    const { rows } = await story.sees('jia', `/api/staff/cases?unitId=${story.units['手术室']}&view=unit`)
    expect(rows.filter(({ matterName }: Seen) => matterName === '手术首访').map(({ number, late }: Seen) => [number, late])).toEqual([[visit.number, false]])
    expect(rows.find(({ number }: Seen) => number === bleeding.number)).toMatchObject({ subject: '术中改变麻醉方式、出血', late: false, status: 'closed' })
    const { timeline } = await seen()
    expect(timeline.map(({ kind }: Seen) => kind)).toEqual(['case-registered', 'case-decided', 'sheet-filled', 'sheet-filled', 'sheet-filled', 'case-flagged', 'assist-asked', 'sheet-filled', 'assist-given', 'step-completed',
      'case-flagged', 'assist-asked', 'assignment-confirmed', 'assignment-confirmed', 'assist-given', 'assist-given', 'assist-given', 'case-flagged', 'assignment-confirmed', 'assignment-confirmed', 'child-added', 'appointment-made', 'obligation-warned',
      'sheet-filled', 'step-completed', 'appointment-ended', 'person-informed', 'case-resolved', 'person-told', 'case-closed'])
    expect((await story.sees('fei', `/api/staff/cases/${visit.id}/ledger`)).intact).toBe(true)
  })

  it('told exactly those whom the regulation names, and nobody else', async () => {
    const opinions = ['song', 'xin', 'xiong']
    expect(await toldTo(story, visit.id)).toEqual(['03-02 16:00 hai asked', '03-02 16:10 fei decided', '03-02 16:20 jia asked', '03-02 16:20 mei asked', ...opinions.map((who) => `03-02 16:20 ${who} asked`),
      ...opinions.map(() => '03-02 17:20 fei decided'), '03-02 17:40 jia asked', '03-02 17:40 kai asked', '03-03 17:00 fei asked'])
    expect(await toldTo(story, bleeding.id)).toEqual(['03-03 08:50 jia asked', '03-03 08:50 mei asked'])
  })

  it('counts the event during the operation as reported in time', async () => {
    const { obligations } = await seen('jia', bleeding)
    expect(obligations.filter(({ kind }: Seen) => kind === 'confirm' || kind === 'fillIn').map(({ kind, state, lateAt }: Seen) => `${kind} ${state} ${lateAt === null}`)).toEqual(['confirm met true', 'confirm met true', 'fillIn met true'])
    const ofVisit = (await seen()).obligations as { state: string; lateAt: string | null }[]
    expect({ late: ofVisit.filter(({ lateAt }) => lateAt !== null).length, open: ofVisit.filter(({ state }) => state === 'open').length }).toEqual({ late: 0, open: 0 })
  })
})
