// A county construction bureau: asked at the wrong unit, relayed, three papers told once, promised, urged, closed, rated.
// Left out: the bulletin of March and the annual sheets of Li and Qian; the figures that these rest on are checked instead.
// Whoever supervises reads everything and changes nothing: the slip from the opinion box she writes down for the office, which answers for it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { beginStory, type Story } from '../testing-story.ts'
import { administers } from './testing-administrator.ts'
import { countyBureau } from './testing-casts.ts'
import { localTime, toldTo } from './testing-told.ts'

let database: ClonedDatabase
let story: Story
let permit: { id: string; number: string; trackingCode: string }
let matterId: string
let absence: string
beforeAll(async () => {
  database = await cloneDatabase()
  story = await beginStory(database.db, countyBureau, { start: '2026-03-02 08:30' })
  const papers = [{ name: '身份证' }, { name: '土地证' }, { name: '图纸' }]
  matterId = (await administers(story, 'guan', '/api/staff/matters', {
    name: '自建房规划许可', unitId: story.units['许可科'], personId: story.people.qian, category: 'application', keywords: ['自建房', '规划许可'], papers, workingDays: 10, room: '305',
  })).id
})
afterAll(async () => {
  await story.app.close()
  await database.drop()
})
const act = (who: string, path: string, body?: unknown) => story.does(who, `/api/staff/cases/${permit.id}/${path}`, body)
const seen = (who = 'li') => story.sees(who, `/api/staff/cases/${permit.id}`)

describe('the county construction bureau', () => {
  it('shows the one asked at the wrong unit whose matter it is, and that he is out', async () => {
    await story.at('2026-03-02 08:50')
    const { id } = await story.does('qian', '/api/staff/absences', { kind: 'out', to: '2026-03-02T12:00:00+08:00' })
    await story.at('2026-03-02 09:00')
    const { matters: [matter], advice } = await story.sees('li', `/api/staff/register/suggestions?text=${encodeURIComponent('自建房规划许可怎么办')}`)
    expect({ advice, unit: matter.unitName, person: matter.personName, room: matter.room }).toEqual({ advice: 'otherUnit', unit: '许可科', person: '钱博', room: '305' })
    expect(JSON.stringify(await story.sees('li', `/api/staff/presence?personId=${story.people.qian}`))).toContain('"out"')
    permit = await story.does('li', '/api/staff/cases', {
      channel: 'visit', subject: '自建房规划许可', matterId, category: 'application',
      requester: { name: '赵敏', phone: '13800000001', organization: '石桥村', address: '石桥村12号' },
    })
    expect(permit.number).toMatch(/^QG20260302-/)
    absence = id
  })

  it('calls him, promises to pass it on and to assist, and gives her a slip with the number', async () => {
    await story.at('2026-03-02 09:05')
    await act('li', 'decision', {
      branch: 'otherUnit', toUnitId: story.units['许可科'], toPersonId: story.people.qian, reason: '规划许可由许可科办理',
      calls: [{ channel: 'phone', reached: false, note: '无人接听' }], relay: { text: '回来后请联系赵女士' },
    })
    const slip = await act('li', 'forms/slip', { code: permit.trackingCode })
    expect(JSON.stringify(slip)).toContain(permit.number)
    expect((await seen()).cooperation.relay).toMatchObject({ byName: '李文', to: { personName: '钱博' } })
  })

  it('becomes his when he is back and signs, while she stays answerable; he tells all three papers once', async () => {
    await story.at('2026-03-02 10:30')
    await story.does('qian', `/api/staff/absences/${absence}/ending`)
    await act('qian', 'referral/acceptance')
    await act('qian', 'notice', { papers: [{ name: '身份证', given: true }, { name: '土地证', given: false }, { name: '图纸', given: false }] })
    const { handler, firstContact, notices, cooperation } = await seen()
    expect({ handler: handler.personName, firstContact: firstContact.personName, relay: cooperation.relay }).toEqual({ handler: '钱博', firstContact: '李文', relay: null })
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ breach: false, papers: [{ name: '身份证', given: true }, { name: '土地证', given: false }, { name: '图纸', given: false }] })
  })

  it('lets nobody promise without a date; ten working days from the complete papers are the seventeenth', async () => {
    await story.at('2026-03-03 09:00')
    await act('qian', 'papers', { papers: ['土地证', '图纸'] })
    expect(await story.isRefused('qian', `/api/staff/cases/${permit.id}/promise`, { text: '尽快' })).toBe('bad-request')
    expect(await story.isRefused('qian', `/api/staff/cases/${permit.id}/promise`, { dueAt: '2026-03-18T17:30:00+08:00' })).toBe('promise-beyond-limit')
    const { dueAt } = await act('qian', 'promise', { dueAt: '2026-03-17T17:30:00+08:00', text: '三月十七日前办好' })
    expect(localTime(dueAt)).toBe('03-17 17:30')
  })

  it('keeps both values of a corrected subject', async () => {
    await story.at('2026-03-04 10:00')
    await act('li', 'corrections', { field: 'subject', value: '自建房规划许可（二层）', reason: '补充层数' })
    const { subject, timeline } = await seen()
    expect(subject).toBe('自建房规划许可（二层）')
    expect(timeline.find(({ kind }: { kind: string }) => kind === 'field-corrected').params).toMatchObject({ before: '自建房规划许可', after: '自建房规划许可（二层）' })
  })

  it('is urged by the director, closed with result and explanation, and rated', async () => {
    await story.at('2026-03-16 09:00')
    await act('sun', 'urges', { text: '明天到期' })
    await story.at('2026-03-17 11:00')
    for (const { id } of (await seen('qian')).custody) await act('qian', 'papers/return', { custodyId: id })
    await act('qian', 'resolution', { outcome: 'solved', text: '已核发规划许可证，请凭身份证领取。' })
    await act('li', 'reply', { channel: 'phone', text: '已核发规划许可证，请凭身份证到305领取。', close: true })
    await story.does(null, `/api/public/cases/${permit.number}/rating`, { code: permit.trackingCode, grade: 5, reasons: ['态度热情'] })
    const { status, resolution, ratings, course } = await seen()
    expect({ status, outcome: resolution.outcome, urges: course.urges, grades: ratings.map(({ grade }: { grade: number }) => grade) }).toEqual({ status: 'closed', outcome: 'solved', urges: 1, grades: [5] })
  })

  it('has a neighbour’s slip from the opinion box written down by the supervisor, for the office to answer', async () => {
    await story.at('2026-03-17 15:00')
    const slip = { channel: 'suggestionBox', category: 'suggestion', subject: '办事大厅增设座椅', requester: { declined: true } }
    expect(await story.isRefused('wu', '/api/staff/cases', slip)).toBe('not-allowed')
    const { id } = await story.does('wu', '/api/staff/cases', { ...slip, firstContactId: story.people.an })
    expect(await story.sees('wu', `/api/staff/cases/${id}`)).toMatchObject({ channel: 'suggestionBox', registerUnitName: '办公室', firstContact: { personName: '安宁' } })
    expect(await story.isRefused('wu', `/api/staff/cases/${id}/decision`, { branch: 'mine' })).toBe('not-allowed')
    await story.does('an', `/api/staff/cases/${id}/decision`, { branch: 'mine' })
  })

  it('stands in the planning section’s book from the question to the result, in every stage', async () => {
    const { rows } = await story.sees('li', `/api/staff/cases?unitId=${story.units['规划科']}&view=unit`)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ number: permit.number, firstContact: { personName: '李文' }, handler: { personName: '钱博' }, outcome: 'solved', grade: 5, late: false })
    const { legs, timeline, requester } = await seen()
    expect(requester).toMatchObject({ organization: '石桥村' })
    expect(legs.map(({ kind, personName, from }: { kind: string; personName: string | null; from: string }) => `${localTime(from)} ${kind} ${personName ?? ''}`))
      .toEqual(['03-02 09:00 hold 李文', '03-02 09:05 wait 钱博', '03-02 10:30 hold 钱博', '03-17 11:00 reply 李文'])
    expect(timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['case-registered', 'case-decided', 'colleague-called', 'relay-promised', 'referral-made', 'referral-accepted', 'notice-issued',
      'papers-taken', 'papers-complete', 'promise-made', 'field-corrected', 'obligation-warned', 'case-urged', 'papers-returned', 'case-resolved', 'person-told', 'case-closed', 'case-rated'])
    expect((await story.sees('li', `/api/staff/cases/${permit.id}/ledger`)).intact).toBe(true)
  })

  it('told Qian at the relay and when urged, Li at signing and at the end, and nobody else', async () => {
    expect(await toldTo(story, permit.id)).toEqual(['03-02 09:05 qian referred', '03-02 10:30 li accepted', '03-16 09:00 qian urged', '03-17 11:00 li resolved'])
  })

  it('counts one case of the planning section, all of what was owed in time', async () => {
    const { obligations } = await seen()
    const met = obligations.filter(({ state }: { state: string }) => state === 'met')
    expect(met.filter(({ lateAt }: { lateAt: string | null }) => lateAt === null)).toHaveLength(met.length)
    expect(met.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['decide', 'relay', 'signFor', 'resolve', 'reply']))
    expect((await story.sees('he', `/api/staff/units/${story.units['规划科']}/overview`)).counts).toMatchObject({ open: 0, late: 0 })
    expect((await story.sees('xu', `/api/staff/units/${story.units['许可科']}/overview`)).counts).toMatchObject({ open: 0, late: 0, closedToday: 1 })
  })
})
