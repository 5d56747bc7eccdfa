import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishPolicy } from '../policy/store.ts'
import { ringForHelp } from '../roster/ring-for-help.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.db.transaction().execute((trx) => publishPolicy(trx, {
    institutionId: world.institutionId, unitId: world.units['许可科'] ?? '', overlay: { priority: { kinds: ['行动不便', '孕妇'], help: [{ of: 'firstContact', post: 'head' }] }, reception: { greetings: [{ channel: 'phone', text: '您好，{unit}{name}，请讲。' }, { post: '没有这个岗位', text: '不说' }, { text: '您好。' }], steps: ['主动招呼', '问清需要'] } }, at: world.services.clock(), by: null,
  }))
})
afterAll(() => world.drop())

const register = (subject: string, more: object = {}) => world.call('qian', 'POST', '/api/staff/cases', { channel: 'visit', subject, category: 'help', ...more })
const view = async (id: string, who: Who = 'qian') => (await world.call(who, 'GET', `/api/staff/cases/${id}`)).body
const jobs = async (): Promise<Record<string, string>[]> => (await world.pool.query<{ payload: Record<string, string> }>('select payload from graphile_worker._private_jobs order by id')).rows.map((row) => row.payload)

describe('whoever is seen to first', () => {
  let id: string
  it('is marked with what the regulation names, and nothing else', async () => {
    expect((await register('问路', { priority: ['心情不好'] })).body).toMatchObject({ code: 'priority-not-used' })
    expect((await register('先来的')).status).toBe(201)
    const { status, body } = await register('后来的', { priority: ['行动不便'], requester: { name: '赵敏', phone: '13800000001' } })
    expect(status).toBe(201)
    id = body.id
    expect(await view(id)).toMatchObject({ priority: ['行动不便'] })
    expect((await view(id)).timeline[0].params).not.toHaveProperty('priority')
  })

  it('stands first among what is equally pressing, without a word of why', async () => {
    const { body: { rows } } = await world.call('qian', 'GET', '/api/staff/obligations?scope=mine')
    expect(rows.map((row: { case: { subject: string; priority: boolean } }) => [row.case.subject, row.case.priority])).toEqual([['后来的', true], ['先来的', false]])
    expect(JSON.stringify(rows)).not.toContain('行动不便')
    const list = await world.call('qian', 'GET', '/api/staff/cases')
    expect(list.body.rows.map((row: { priority: boolean }) => row.priority)).toEqual([true, false])
    expect(JSON.stringify(list.body)).not.toContain('行动不便')
  })

  it('has the helpers rung for, once, while they wait', async () => {
    expect((await register('当场答的', { priority: ['孕妇'], decision: { branch: 'onSpot', text: '到二楼。' } })).status).toBe(201)
    const queued = await jobs()
    expect(queued).toEqual([{ institutionId: world.institutionId, caseId: id, bellId: expect.any(String) }])
    for (const payload of [...queued, ...queued]) await ringForHelp(payload, world.services)
    const { body: { rows } } = await world.call('sun', 'GET', '/api/staff/bells')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ forMe: true, place: expect.stringContaining('优先服务') })
    expect(JSON.stringify(rows)).not.toContain('行动不便')
    expect((await world.call('sun', 'POST', `/api/staff/bells/${rows[0].id}/answer`, {})).status).toBe(200)
  })

  it('is marked, and unmarked, afterwards, with both values kept', async () => {
    const correct = (value: string[]) => world.call('qian', 'POST', `/api/staff/cases/${id}/corrections`, { field: 'priority', value, reason: '更正' })
    expect((await correct(['行动不便'])).body.code).toBe('nothing-changed')
    const rung = (await jobs()).length
    expect((await correct(['行动不便', '孕妇'])).status).toBe(200)
    expect(await view(id)).toMatchObject({ priority: ['行动不便', '孕妇'] })
    expect((await correct([])).status).toBe(200)
    expect((await view(id)).priority).toBeNull()
    expect(await jobs()).toHaveLength(rung)
    expect((await correct(['孕妇'])).status).toBe(200)
    expect(await jobs()).toHaveLength(rung + 1)
  })

  it('has the helpers rung for when it only shows later, where they are the same and it says as little of why', async () => {
    const { body: { id: later } } = await register('等着的人')
    const before = (await jobs()).length
    const correct = (value: string[]) => world.call('qian', 'POST', `/api/staff/cases/${later}/corrections`, { field: 'priority', value, reason: '来后发现行动不便' })
    expect((await correct(['行动不便'])).status).toBe(200)
    const queued = (await jobs()).slice(before)
    expect(queued).toEqual([{ institutionId: world.institutionId, caseId: later, bellId: expect.any(String) }])
    for (const payload of [...queued, ...queued]) await ringForHelp(payload, world.services)
    const rows = (await world.call('sun', 'GET', '/api/staff/bells')).body.rows.filter((row: { answeredAt: string | null }) => row.answeredAt === null)
    expect(rows).toMatchObject([{ forMe: true, place: expect.stringContaining('优先服务') }])
    expect(JSON.stringify(rows)).not.toContain('行动不便')
  })
})

describe('a colleague who asks', () => {
  it('is who the directory says, and shown as one in the case, the list and the register', async () => {
    const { status, body } = await register('内网账号怎么开', { channel: 'phone', colleagueId: world.people.li })
    expect(status, JSON.stringify(body)).toBe(201)
    expect((await view(body.id)).requester).toMatchObject({ name: '李文', organization: '规划科', colleague: true, masked: false })
    const { body: { rows: [row] } } = await world.call('qian', 'GET', '/api/staff/cases?q=李文')
    expect(row).toMatchObject({ id: body.id, colleague: true, requesterName: '李文', organization: '规划科' })
    const printed = await world.call('qian', 'POST', '/api/staff/register/print', { layout: 'full', filters: {} })
    expect(JSON.stringify(printed.body.blocks)).toContain('李文（内部）')
    expect((await view((await register('外面来的人', { requester: { name: '李文', phone: '13900001111' } })).body.id)).requester).toMatchObject({ name: '李*', colleague: false, masked: true })
  })

  it('is masked as anybody once the name is put right: it was somebody else', async () => {
    const { body } = await register('内网密码忘了', { channel: 'phone', colleagueId: world.people.li })
    expect((await world.call('qian', 'POST', `/api/staff/cases/${body.id}/corrections`, { field: 'requesterName', value: '赵敏敏', reason: '选错了人' })).status).toBe(200)
    expect((await view(body.id)).requester).toMatchObject({ colleague: false, masked: true })
    expect(JSON.stringify((await world.db.selectFrom('ledger_entries').select('data').where('stream', '=', `case:${body.id}`).execute())[0])).not.toContain(world.people.li)
  })

  it('is nobody unknown, and not somebody from outside as well', async () => {
    expect((await register('问', { colleagueId: world.people.out })).body.code).toBe('no-such-person')
    expect((await register('问', { colleagueId: world.services.newId() })).body.code).toBe('no-such-person')
    expect((await register('问', { colleagueId: world.people.li, requester: { name: '赵敏' } })).body).toMatchObject({ status: 400, errors: [{ pointer: '/requester', code: 'colleague-or-requester' }] })
  })
})

describe('a report by telephone', () => {
  it('needs its content and the number, unless they would rather not say, and an emergency needs nothing', async () => {
    const call = { channel: 'phone', category: 'report', readBack: true }
    expect((await register('举报违规施工', call)).body).toMatchObject({ code: 'entry-incomplete', status: 422, errors: [{ pointer: '/content', code: 'missing' }, { pointer: '/requester/phone', code: 'missing' }] })
    expect((await register('举报违规施工', { ...call, content: '夜里三点还在打桩', requester: { name: '赵敏' } })).body.errors).toMatchObject([{ pointer: '/requester/phone' }])
    expect((await register('举报违规施工', { ...call, content: '夜里三点还在打桩', requester: { phone: '13800000009' } })).status).toBe(201)
    expect((await register('举报违规施工', { ...call, content: '夜里三点还在打桩', requester: { declined: true } })).status).toBe(201)
    expect((await world.call('qian', 'POST', '/api/staff/emergencies', {})).status).toBe(201)
  })
})

describe('how somebody is received', () => {
  it('is said in the words of the regulation, for the reader’s post', async () => {
    const { body: { person } } = await world.call('qian', 'GET', '/api/staff/session')
    expect(person.settings.reception).toEqual({ greetings: [{ channel: 'phone', text: `您好，${person.unit.name}${person.name}，请讲。` }, { channel: null, text: '您好。' }], steps: ['主动招呼', '问清需要'] })
    expect((await world.call('li', 'GET', '/api/staff/session')).body.person.settings.reception).toMatchObject({ greetings: [{ channel: 'phone' }], steps: [] })
  })

  it('leaves the steps that were ticked in the course, and no others', async () => {
    expect((await register('没有的步骤', { receptionSteps: ['鞠躬'] })).body).toMatchObject({ code: 'reception-step-not-used', pointer: '/receptionSteps' })
    const { body: { id } } = await register('勾了一步', { receptionSteps: ['问清需要'] })
    expect((await view(id)).timeline[0].params).toMatchObject({ receptionSteps: '问清需要' })
    const { body: { id: plain } } = await register('没有勾')
    expect((await view(plain)).timeline[0].params).not.toHaveProperty('receptionSteps')
  })
})
