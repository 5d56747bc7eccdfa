import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })
beforeEach(() => { world.setTime('2026-03-02 09:00') })

async function registered(more: object = {}): Promise<{ id: string; number: string; code: string }> {
  const { status, body } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'phone', subject: '路灯不亮', category: 'help', requester: { name: '赵敏', phone: '13800000001' }, decision: { branch: 'mine' }, ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return { id: body.id, number: body.number, code: body.trackingCode }
}
const act = (who: Who, id: string, path: string, body: object = {}) => world.call(who, 'POST', `/api/staff/cases/${id}/${path}`, body)
const view = async (who: Who, id: string) => (await world.call(who, 'GET', `/api/staff/cases/${id}`)).body
const track = async ({ number, code }: { number: string; code: string }) => (await world.call(null, 'GET', `/api/public/cases/${number}?code=${code}`)).body

describe('more time', () => {
  it('asked, beyond the head’s authority passed on to the leader, granted, and told; the person sees the new date', async () => {
    const known = await registered()
    expect((await act('li', known.id, 'extension', { until: '2026-03-20T17:00:00+08:00' })).status).toBe(400)
    expect((await act('li', known.id, 'extension', { until: '2026-03-20T17:00:00+08:00', reason: '等市局批复' })).status).toBe(200)
    expect((await view('li', known.id)).course.approval).toMatchObject({ of: 'extension', approvers: [{ personName: '何平' }], reason: '等市局批复' })
    expect((await act('he', known.id, 'approval', { approve: true })).status).toBe(200)
    expect((await view('li', known.id)).course.approval).toMatchObject({ approvers: [{ personName: '包副局长' }] })
    expect((await act('he', known.id, 'approval', { approve: true })).body.code).toBe('not-approver')
    expect((await act('bao', known.id, 'approval', { approve: true, reason: '下不为例' })).body.dueAt).toBe('2026-03-20T09:00:00.000Z')
    const { course, obligations, legs, timeline } = await view('li', known.id)
    expect(timeline.map(({ remark }: { remark: string | null }) => remark).filter(Boolean)).toEqual(['下不为例'])
    expect(JSON.stringify(await track(known))).not.toContain('下不为例')
    expect(course).toMatchObject({ extensions: 1, originalLimitAt: '2026-03-09T09:30:00.000Z', approval: null })
    expect(obligations.filter((one: { state: string }) => one.state === 'open').map((one: { kind: string }) => one.kind).toSorted()).toEqual(['resolve', 'tell'])
    expect(legs).toHaveLength(1)
    expect((await act('li', known.id, 'contacts', { channel: 'phone', text: '要等市局批复，二十日前答复您。', confirmed: true })).status).toBe(200)
    const shown = await track(known)
    expect(shown.timeline.map((step: { kind: string }) => step.kind)).toEqual(expect.arrayContaining(['extension-granted', 'person-informed']))
    expect(JSON.stringify(shown.timeline)).toContain('二十日前答复您')
  })

  it('counts as contact whatever the person heard by, and nothing they did not', async () => {
    const known = await registered()
    expect((await view('li', known.id)).course.contact).toMatchObject({ count: 0 })
    expect((await act('li', known.id, 'person-contacts', { channel: 'phone', note: '约定周四答复' })).status).toBe(200)
    expect((await act('li', known.id, 'promise', { dueAt: '2026-03-06T17:30:00+08:00' })).status).toBe(200)
    expect((await act('li', known.id, 'notes', { kind: 'progress', text: '内部记录。' })).status).toBe(200)
    expect((await view('li', known.id)).course.contact).toMatchObject({ count: 2, lastAt: '2026-03-02T01:00:00.000Z' })
  })

  it('two approvers at the same instant: one decides, the other is told that there is nothing left', async () => {
    const known = await registered()
    await act('li', known.id, 'pause', { cause: 'thirdParty', until: '2026-03-10T17:00:00+08:00', reason: '等检测报告' })
    const answers = await Promise.all([act('he', known.id, 'approval', { approve: true }), act('bao', known.id, 'approval', { approve: false, reason: '不必等' })])
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
  })
})

describe('a pause', () => {
  it('is grey everywhere, stops the limit but not the person’s clock, and gives back what was left', async () => {
    const known = await registered()
    await act('li', known.id, 'pause', { cause: 'thirdParty', until: '2026-03-12T17:00:00+08:00', reason: '等检测报告' })
    await act('he', known.id, 'approval', { approve: true })
    world.setTime('2026-03-04 09:00')
    const paused = await view('li', known.id)
    expect(paused.obligations.find((one: { kind: string }) => one.kind === 'resolve').light).toBe('grey')
    expect(paused.clocks.requester.workingMinutes).toBeGreaterThan(800)
    expect(paused.clocks.unit.workingMinutes).toBe(0)
    const { body: list } = await world.call('li', 'GET', '/api/staff/cases?view=mineHandling')
    expect(list.rows.find((row: { id: string }) => row.id === known.id).light).toBe('grey')
    expect((await act('li', known.id, 'resumption')).body.dueAt).toBe('2026-03-11T09:30:00.000Z')
  })

  it('says the same of both clocks wherever they are shown', async () => {
    const unitId = world.units['规划科'] ?? ''
    const publish = (overlay: object) => world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId: world.institutionId, unitId, overlay, at: world.services.clock(), by: null }))
    await publish({ pause: { stops: 'both' } })
    const known = await registered()
    await act('li', known.id, 'pause', { cause: 'thirdParty', until: '2026-03-12T17:00:00+08:00', reason: '等检测报告' })
    await act('he', known.id, 'approval', { approve: true })
    const kind = (await world.call('he', 'POST', `/api/staff/units/${unitId}/shift-kinds`, { name: '窗口班', from: '08:30', to: '17:30', weekdays: [1, 2, 3, 4, 5] })).body
    const planned = await world.call('he', 'POST', `/api/staff/units/${unitId}/roster`, { add: [{ kindId: kind.id, personId: world.people.li, day: '2026-03-09' }] })
    await world.call(null, 'POST', `/api/staff/people/${world.people.li}/succession`, { cases: [{ caseId: known.id, successorId: world.people.he }] }, await sessionFor(world, 'guan'))
    world.setTime('2026-03-09 09:00')
    const page = await view('li', known.id)
    expect(page.clocks).toMatchObject({ requester: { workingMinutes: 0 }, unit: { workingMinutes: 0 } })
    const ofThis = ({ caseId, id }: { caseId?: string; id?: string }) => (caseId ?? id) === known.id
    const get = async (who: Who, path: string) => (await world.call(who, 'GET', `/api/staff/${path}`)).body
    const [onDuty] = planned.body.shiftIds
    const shown = {
      page: page.clocks, list: (await get('li', 'cases?view=mineHandling')).rows.find(ofThis)?.clocks, todo: (await get('li', 'obligations?scope=mine')).rows.find(ofThis)?.case.clocks,
      tracked: (await track(known)).clocks, shift: (await get('li', `shifts/${onDuty}`)).contents.cases.find(ofThis)?.clocks, unsettled: (await get('li', `shifts/${onDuty}`)).unsettled.find(ofThis)?.clocks,
      succession: (await get('he', 'successions')).rows.find(ofThis)?.clocks,
    }
    for (const [place, clocks] of Object.entries(shown)) expect([place, clocks?.requester.workingDays, clocks?.unit.workingDays]).toEqual([place, 0, 0])
    await publish({ pause: { stops: 'limit' } })
    // No hand-over is owed here: half an hour after its end it is too late to begin a shift.
    world.setTime('2026-03-09 18:00')
    expect((await world.call('li', 'POST', `/api/staff/shifts/${onDuty}/beginning`, {})).body.code).toBe('shift-ended')
    world.setTime('2026-03-09 17:59')
    expect((await world.call('li', 'POST', `/api/staff/shifts/${onDuty}/beginning`, {})).status).toBe(204)
  })
})

describe('from above', () => {
  it('a supervisor urges and supervises, and still changes nothing else; the handler sees it among what they owe', async () => {
    const known = await registered()
    expect((await act('wu', known.id, 'urges', { text: '请抓紧' })).status).toBe(200)
    expect((await act('wu', known.id, 'supervision', { level: 'listed', requirement: '三日内办结' })).status).toBe(200)
    expect((await act('wu', known.id, 'notes', { kind: 'progress', text: '看过了' })).status).toBe(403)
    expect((await view('wu', known.id)).acts.filter((one: { allowed: boolean }) => one.allowed).map((one: { act: string }) => one.act)).toEqual(['revealRequester', 'urgeCase', 'superviseCase'])
    const { body: owed } = await world.call('li', 'GET', '/api/staff/obligations?scope=mine')
    expect(owed.rows.filter((row: { caseId: string }) => row.caseId === known.id).map((row: { kind: string; case: object }) => [row.kind, row.case]))
      .toEqual(expect.arrayContaining([['feedback', expect.objectContaining({ urges: 1, supervision: 'listed' })]]))
    expect((await act('bao', known.id, 'instructions', { text: '   ' })).status).toBe(400)
    expect((await act('bao', known.id, 'instructions', { text: '限期解决' })).status).toBe(200)
    const [instruction] = (await view('li', known.id)).course.instructions
    expect((await act('li', known.id, 'instructions/report', { instructionId: instruction.id, text: '' })).status).toBe(400)
    expect((await act('li', known.id, 'resolution', { outcome: 'solved', text: '修好了。' })).status).toBe(200)
    expect((await act('li', known.id, 'reply', { channel: 'phone', text: '修好了。', close: true })).body.status).toBe('answered')
    expect((await act('li', known.id, 'closing')).body.code).toBe('report-owed')
  })
})

describe('what could not be done, and the end', () => {
  it('the person says so past the handler, hears the answer, and nothing of a request for support', async () => {
    const known = await registered()
    const say = () => world.call(null, 'POST', `/api/public/cases/${known.number}/undone`, { code: known.code, text: '窗口说系统办不了' })
    expect((await say()).status).toBe(201)
    expect((await say()).body.code).toBe('already-reported')
    await act('li', known.id, 'support', { text: '需要内部协调' })
    const help = (await view('an', known.id)).course.help.find((one: { of: string }) => one.of === 'undone')
    expect(help.to.map((one: { personName: string }) => one.personName)).toContain('安宁')
    expect((await act('an', known.id, 'help/answer', { helpId: help.id, text: '已协调，明天可办。' })).status).toBe(200)
    const shown = JSON.stringify(await track(known))
    expect(shown).toContain('已协调，明天可办')
    expect(shown).not.toContain('内部协调')
  })

  it('an archived case is changed no more, and found by its summary', async () => {
    const { id } = await registered({ decision: { branch: 'onSpot', text: '今晚修好。' } })
    expect((await act('li', id, 'archive', { summary: '老旧线路老化，建议列入改造计划' })).status).toBe(200)
    for (const [path, body] of [['corrections', { field: 'subject', value: '别的事', reason: '改' }], ['reopening', { reason: '再办' }], ['notes', { kind: 'progress', text: '补记' }], ['archive', { summary: '再写一遍' }]] as const) {
      expect((await act('li', id, path, body)).status, path).toBe(409)
    }
    const { body } = await world.call('li', 'GET', `/api/staff/cases?q=${encodeURIComponent('列入改造计划')}`)
    expect(body.rows.map((row: { id: string }) => row.id)).toEqual([id])
    expect((await view('li', id)).course.archive.summary).toContain('老旧线路')
  })

  it('two co-handlers with limits of their own; the case waits for both', async () => {
    const { id } = await registered()
    const assistants = [{ unitId: world.units['许可科'] }, { unitId: world.units['办公室'], personId: world.people.an }]
    expect((await act('li', id, 'assists', { assistants, task: '请核实', dueAt: '2026-03-04T17:00:00+08:00' })).status).toBe(200)
    const { assists } = (await view('li', id)).course
    expect(assists.map((one: { personName: string }) => one.personName)).toEqual(['孙涛', '安宁'])
    expect((await act('li', id, 'resolution', { outcome: 'solved', text: '办好了。' })).body.code).toBe('assist-pending')
    expect((await act('sun', id, 'assists/opinion', { assistId: assists[0].id, text: '属实' })).status).toBe(200)
    expect((await act('li', id, 'assists/waiver', { assistId: assists[1].id, reason: '已清楚' })).status).toBe(200)
    expect((await act('li', id, 'resolution', { outcome: 'solved', text: '办好了。' })).status).toBe(200)
  })

  it('an application is refused only with the head’s consent', async () => {
    const { id } = await registered({ category: 'application' })
    expect((await act('li', id, 'resolution', { outcome: 'explained', text: '不符合条件。' })).body.code).toBe('refusal-not-reported')
    await act('li', id, 'refusal-report', { reason: '不符合第八条' })
    expect((await act('he', id, 'approval', { approve: true })).status).toBe(200)
    expect((await act('li', id, 'resolution', { outcome: 'explained', text: '不符合条件。' })).status).toBe(200)
  })
})
