import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
let guan: Record<string, string>
let matterId: string
let caseId: string

const get = (url: string) => world.call(null, 'GET', url, undefined, guan)
const post = (url: string, body: object) => world.call(null, 'POST', url, body, guan)
async function done(asked: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await asked
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
}
const paper = (name: string) => ({ name, copies: 1, form: 'original' })
const first = (): Record<string, unknown> => ({
  name: '占道围挡审批', unitId: world.units['许可科'], personId: world.people.qian, workingDays: 5, statutoryDays: 20, fee: '不收费', conditions: '已取得施工许可', papers: [paper('身份证'), paper('围挡平面图')],
})

beforeAll(async () => {
  world = await makeWorld()
  guan = await sessionFor(world, 'guan')
  matterId = (await post('/api/staff/matters', first())).body.id
  const ask = { channel: 'visit', subject: '想在路边搭围挡', category: 'application', requester: { name: '岳明', phone: '13600001111' }, matterId, decision: { branch: 'mine' } }
  caseId = (await world.call('qian', 'POST', '/api/staff/cases', ask)).body.id
  await done(world.call('qian', 'POST', `/api/staff/cases/${caseId}/notice`, { papers: [{ name: '身份证', copies: 1, form: 'original' }] }))
  const next = { ...first(), name: '道路围挡许可', workingDays: 9, fee: '每平方米二元', conditions: '另有规定', papers: [paper('交通疏导方案')] }
  await done(world.call(null, 'PUT', `/api/staff/matter-drafts/${matterId}`, next, guan))
  await done(post('/api/staff/matter-editions', {}))
  await post('/api/staff/matters', { name: '夜间施工备案', unitId: world.units['许可科'], personId: world.people.qian, workingDays: 2 })
})
afterAll(async () => { await world.drop() })

async function onPaper(): Promise<string> {
  const { status, body } = await world.call('qian', 'POST', `/api/staff/cases/${caseId}/forms/notice`, {})
  expect(status).toBe(200)
  return JSON.stringify(body.blocks)
}

describe('a case keeps the edition it was registered under', () => {
  const keepsIt = async (): Promise<void> => {
    expect((await world.call('qian', 'GET', `/api/staff/cases/${caseId}`)).body.matter).toMatchObject({ id: matterId, name: '占道围挡审批', edition: 1 })
    const { body } = await get(`/api/staff/matters/${matterId}?edition=1`)
    expect(body.matter).toMatchObject({ name: '占道围挡审批', edition: 1, workingDays: 5, fee: '不收费', unitName: '许可科', papers: [{ name: '身份证' }, { name: '围挡平面图' }] })
    const notice = await onPaper()
    for (const said of ['占道围挡审批', '5个工作日', '不收费', '已取得施工许可']) expect(notice).toContain(said)
    for (const said of ['9个工作日', '每平方米二元', '另有规定']) expect(notice).not.toContain(said)
  }

  it('on its page, in its dialogs and on paper, when the matter is renamed and changed', async () => {
    expect((await get(`/api/staff/matters/${matterId}`)).body.matter).toMatchObject({ name: '道路围挡许可', edition: 2 })
    await keepsIt()
  })

  it('and when the matter has been taken out', async () => {
    await post(`/api/staff/matter-drafts/${matterId}/removal`, {})
    expect((await post('/api/staff/matter-editions', {})).body).toMatchObject({ number: 4, removed: 1 })
    await keepsIt()
    expect((await get(`/api/staff/matters/${matterId}?edition=4`)).body.code).toBe('no-such-matter')
    expect((await get(`/api/staff/matters/${matterId}?edition=3`)).body.matter).toMatchObject({ name: '道路围挡许可', edition: 2, workingDays: 9 })
  })
})

describe('a matter promised in hours', () => {
  it('gives its cases their date, says so on the case and on paper, and keeps it with the edition', async () => {
    const lamp = { name: '路灯抢修', unitId: world.units['许可科'], personId: world.people.qian, promised: { amount: 24, unit: 'naturalHours' } }
    expect((await post('/api/staff/matters', { ...lamp, papers: [paper('身份证'), paper('照片'), paper('身份证')] })).body).toMatchObject({ status: 400, errors: [{ pointer: '/papers/2/name', code: 'paper-twice' }] })
    expect((await post('/api/staff/matters', { ...lamp, workingDays: 1 })).body).toMatchObject({ status: 400, errors: [{ pointer: '/promised', code: 'promised-twice' }] })
    const { id } = (await post('/api/staff/matters', lamp)).body
    const { body: registered } = await world.call('qian', 'POST', '/api/staff/cases', { channel: 'visit', subject: '门口路灯不亮', category: 'help', matterId: id, decision: { branch: 'mine' } })
    const { body: view } = await world.call('qian', 'GET', `/api/staff/cases/${registered.id}`)
    expect(Date.parse(registered.dueAt) - Date.parse(view.registeredAt)).toBe(24 * 3_600_000)
    expect(view.unpromised).toBe(false)
    expect(view.obligations.find((duty: { kind: string }) => duty.kind === 'resolve').why).toEqual({ by: 'matter', limit: { amount: 24, unit: 'naturalHours' }, category: null, urgency: null, channel: null })
    await done(world.call('qian', 'POST', `/api/staff/cases/${registered.id}/notice`, { papers: [{ name: '照片', copies: 1, form: 'either' }] }))
    expect(JSON.stringify((await world.call('qian', 'POST', `/api/staff/cases/${registered.id}/forms/notice`, {})).body.blocks)).toContain('24小时')
    await done(world.call(null, 'PUT', `/api/staff/matter-drafts/${id}`, { ...lamp, promised: null, workingDays: 2 }, guan))
    const { body: edition } = await post('/api/staff/matter-editions', {})
    expect((await get(`/api/staff/matter-editions/${edition.number}`)).body.changes.rows).toMatchObject([{ fields: expect.arrayContaining([{ field: 'workingDays', before: null, after: '2' }, { field: 'promised', before: '24 naturalHours', after: null }]) }])
    expect((await get(`/api/staff/matters/${id}`)).body).toMatchObject({ matter: { workingDays: 2, promised: null }, versions: [{ workingDays: 2, promised: null }, { workingDays: null, promised: lamp.promised }] })
  })
})

describe('what an edition said can be read', () => {
  const names = async (number: number, query = ''): Promise<string[]> =>
    (await get(`/api/staff/matter-editions/${number}/matters${query}`)).body.rows.map((row: { name: string }) => row.name)

  it('in full: every matter that it had, as it had it', async () => {
    expect(await names(1)).toEqual(['占道围挡审批'])
    expect(await names(2)).toEqual(['道路围挡许可'])
    expect(await names(3)).toEqual(['道路围挡许可', '夜间施工备案'])
    expect(await names(3, '?q=夜间')).toEqual(['夜间施工备案'])
    expect(await names(4)).toEqual(['夜间施工备案'])
    const { body: { next, rows } } = await get('/api/staff/matter-editions/3/matters?limit=1')
    expect(rows).toMatchObject([{ name: '道路围挡许可', workingDays: 9, papers: [{ name: '交通疏导方案' }] }])
    expect(await names(3, `?after=${next}`)).toEqual(['夜间施工备案'])
    expect((await get('/api/staff/matter-editions/99/matters')).body.code).toBe('no-such-edition')
  })

  it('and each added or removed matter field by field', async () => {
    const [added] = (await get('/api/staff/matter-editions/1')).body.changes.rows
    expect(added).toMatchObject({ change: 'added', name: '占道围挡审批' })
    expect(added.fields).toContainEqual({ field: 'workingDays', before: null, after: '5' })
    expect(added.fields).toContainEqual({ field: 'unitId', before: null, after: '许可科' })
    const [removed] = (await get('/api/staff/matter-editions/4')).body.changes.rows
    expect(removed.fields).toContainEqual({ field: 'workingDays', before: '9', after: null })
  })
})

describe('a matter is in force between its days, by the clock of the institution', () => {
  it('is found, offered and registered under from midnight there, and no longer after its last day', async () => {
    const temporary = (await post('/api/staff/matters', { ...first(), name: '汛期临时堆土', synonyms: [], everyday: true, validFrom: '2026-04-01', validUntil: '2026-04-30' })).body.id
    const seen = async (time: string) => {
      world.setTime(time)
      await world.db.deleteFrom('rate_limits').execute()
      const found = (await world.call('li', 'GET', `/api/staff/register/suggestions?text=${encodeURIComponent('汛期临时堆土找谁')}`)).body.matters.some(({ id }: { id: string }) => id === temporary)
      const offered = (await world.call('li', 'GET', '/api/staff/matters?everyday=true')).body.rows.some(({ id }: { id: string }) => id === temporary)
      const asked = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '汛期堆土', category: 'application', requester: { name: '岳明' }, matterId: temporary, decision: { branch: 'mine' } })
      return [found, offered, asked.status === 201 || asked.body.code]
    }
    expect(await seen('2026-03-31 23:59')).toEqual([false, false, 'matter-not-in-force'])
    expect(await seen('2026-04-01 00:01')).toEqual([true, true, true])
    expect(await seen('2026-04-30 23:59')).toEqual([true, true, true])
    expect(await seen('2026-05-01 00:01')).toEqual([false, false, 'matter-not-in-force'])
  })
})
