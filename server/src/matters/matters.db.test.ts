import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { learnFromCases } from '../finding/learn.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { rememberRuling } from './store-precedents.ts'

let world: World
let guan: Record<string, string>
let postId: string

beforeAll(async () => {
  world = await makeWorld()
  guan = await sessionFor(world, 'guan')
  postId = (await post('/api/staff/posts', { unitId: unit('许可科'), name: '许可岗', duties: '受理许可申请', holders: [{ personId: world.people.qian }] })).body.id
})
afterAll(async () => { await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

const unit = (name: string): string => world.units[name] ?? ''
const get = (url: string) => world.call(null, 'GET', url, undefined, guan)
const post = (url: string, body: object) => world.call(null, 'POST', url, body, guan)
const put = (url: string, body: object) => world.call(null, 'PUT', url, body, guan)
const draft = (body: object) => post('/api/staff/matters', { ...body, draft: true })
const problems = async (): Promise<{ kind: string; matterName: string; word: string | null }[]> => (await get('/api/staff/matter-problems')).body.problems
const suggest = async (text: string, who: 'li' | 'qian' = 'li') => (await world.call(who, 'GET', `/api/staff/register/suggestions?text=${encodeURIComponent(text)}`)).body

describe('the directory of matters', () => {
  it('is drafted, checked and published as one edition; nothing is published while anything is wrong with it', async () => {
    const fence = await draft({ name: '占道围挡审批', unitId: unit('许可科'), postId, synonyms: ['围挡许可'], workingDays: 5, statutoryDays: 20 })
    expect(fence).toMatchObject({ status: 201, body: { edition: null } })
    const twin = await draft({ name: '占道 围挡审批', unitId: unit('规划科'), personId: world.people.he })
    const overlap = await draft({ name: '临时设施搭建', unitId: unit('许可科'), postId, synonyms: ['围挡许可'], workingDays: 30, statutoryDays: 20 })
    const empty = await post('/api/staff/units', { parentId: unit('局'), name: '空科室', kind: 'department' })
    const orphan = await draft({ name: '无人负责的事', unitId: empty.body.id, personId: world.people.he })
    expect((await problems()).map(({ kind }) => kind).sort()).toEqual(['nobody-in-unit', 'overlapping-synonym', 'promise-beyond-statute', 'second-owner'])
    expect((await get('/api/staff/matters')).body.rows).toEqual([])
    expect((await post('/api/staff/matter-editions', {})).body).toMatchObject({ status: 409, code: 'matter-problems' })
    await world.call(null, 'DELETE', `/api/staff/matter-drafts/${twin.body.id}`, undefined, guan)
    await world.call(null, 'DELETE', `/api/staff/matter-drafts/${orphan.body.id}`, undefined, guan)
    expect((await put(`/api/staff/matter-drafts/${overlap.body.id}`, { name: '临时设施搭建', unitId: unit('许可科'), postId, workingDays: 10 })).status).toBe(200)
    expect(await problems()).toEqual([])
    expect((await post('/api/staff/matter-editions', { after: 7 })).body.code).toBe('edition-moved')
    expect((await post('/api/staff/matter-editions', { note: '首次发布', after: 0 })).body).toEqual({ number: 1, added: 2, changed: 0, removed: 0 })
    expect((await post('/api/staff/matter-editions', {})).body.code).toBe('nothing-to-publish')
    expect((await get('/api/staff/matters')).body.rows.map((row: { name: string; edition: number }) => [row.name, row.edition])).toEqual([['临时设施搭建', 1], ['占道围挡审批', 1]])
    const entry = await world.db.selectFrom('ledger_entries').select(['kind', 'data']).where('stream', '=', `directory:${world.institutionId}`).executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ kind: 'edition-published', data: { number: 1, added: 2 } })
  })

  it('refuses a second owner at once, also under another name for it', async () => {
    expect((await post('/api/staff/matters', { name: '占道围挡审批', unitId: unit('规划科') })).body).toMatchObject({ status: 409, code: 'matter-name-taken' })
    expect((await post('/api/staff/matters', { name: '围挡许可', unitId: unit('规划科'), personId: world.people.he })).body).toMatchObject({ status: 409, code: 'matter-problems' })
  })

  it('refuses a matter that is nobody’s, a keyword of two owners and a post without duties, with place and remedy', async () => {
    const orphan = await post('/api/staff/matters', { name: '夜间施工备案', unitId: unit('许可科') })
    expect(orphan.body).toMatchObject({ status: 409, code: 'matter-problems', errors: [{ pointer: '/postId', code: 'no-owner' }] })
    expect(orphan.body.detail).toContain('夜间施工备案')
    const one = await draft({ name: '渣土运输', unitId: unit('许可科'), personId: world.people.qian, keywords: ['渣土'] })
    const other = await draft({ name: '工地扬尘', unitId: unit('规划科'), personId: world.people.he, keywords: ['渣土'] })
    expect(await problems()).toMatchObject([{ kind: 'overlapping-keyword', word: '渣土' }])
    expect((await post('/api/staff/matter-editions', {})).body).toMatchObject({ code: 'matter-problems', errors: [{ pointer: '/keywords', code: 'overlapping-keyword' }] })
    await world.call(null, 'DELETE', `/api/staff/matter-drafts/${other.body.id}`, undefined, guan)
    const idle = await post('/api/staff/posts', { unitId: unit('许可科'), name: '综合岗' })
    expect(await problems()).toEqual([expect.objectContaining({ kind: 'post-without-duties', matterId: null, matterName: null, unitName: '许可科', word: '综合岗' })])
    expect((await post('/api/staff/matter-editions', {})).body).toMatchObject({ code: 'matter-problems', errors: [{ code: 'post-without-duties' }] })
    const mine = { name: '夜间施工备案', unitId: unit('许可科'), personId: world.people.qian }
    expect((await post('/api/staff/matters', mine)).body.code).toBe('matter-problems')
    expect((await world.call(null, 'PATCH', `/api/staff/posts/${idle.body.id}`, { duties: '综合事务' }, guan)).status).toBe(200)
    expect(await problems()).toEqual([])
    await world.call(null, 'DELETE', `/api/staff/matter-drafts/${one.body.id}`, undefined, guan)
  })

  it('keeps what each edition changed; a case keeps the edition and the limit it was registered under', async () => {
    const { body: { rows: [, matter] } } = await get('/api/staff/matters')
    const ask = { channel: 'visit', subject: '想在路边搭围挡', category: 'application', matterId: matter.id, decision: { branch: 'otherUnit', toUnitId: unit('许可科'), reason: '许可科办理' } }
    const { body: registered } = await world.call('li', 'POST', '/api/staff/cases', ask)
    expect((await put(`/api/staff/matter-drafts/${matter.id}`, { name: '占道围挡审批', unitId: unit('许可科'), postId, synonyms: ['围挡许可'], workingDays: 3, statutoryDays: 20, citationRequired: true })).status).toBe(200)
    expect((await get('/api/staff/matter-drafts')).body.rows).toMatchObject([{ change: 'changed', fields: ['workingDays', 'citationRequired'] }])
    expect((await post('/api/staff/matter-editions', { note: '压缩时限' })).body).toEqual({ number: 2, added: 0, changed: 1, removed: 0 })
    const view = await world.call('li', 'GET', `/api/staff/cases/${registered.id}`)
    expect(view.body.matter).toMatchObject({ id: matter.id, edition: 1, cites: false })
    expect(view.body.dueAt).toBe(registered.dueAt)
    const { body: edition } = await get('/api/staff/matter-editions/2')
    expect(edition.changes.rows).toMatchObject([{ name: '占道围挡审批', change: 'changed', fields: [{ field: 'workingDays', before: '5', after: '3' }, { field: 'citationRequired', before: null, after: '✓' }] }])
    expect((await get(`/api/staff/matters/${matter.id}`)).body.versions.map((version: { edition: number; workingDays: number }) => [version.edition, version.workingDays])).toEqual([[2, 3], [1, 5]])
    const settled = { channel: 'visit', subject: '围挡手续', category: 'consultation', matterId: matter.id, decision: { branch: 'onSpot', text: '带身份证来办。' } }
    expect((await world.call('qian', 'POST', '/api/staff/cases', settled)).body).toMatchObject({ status: 422, code: 'citation-needed' })
  })

  it('takes a matter out with the next edition; cases keep it', async () => {
    const { body: { rows: [matter] } } = await get('/api/staff/matters')
    expect((await post(`/api/staff/matter-drafts/${matter.id}/removal`, {})).status).toBe(200)
    expect((await post('/api/staff/matter-editions', {})).body).toEqual({ number: 3, added: 0, changed: 0, removed: 1 })
    expect((await get('/api/staff/matters')).body.rows.map((row: { name: string }) => row.name)).toEqual(['占道围挡审批'])
    expect((await get(`/api/staff/matters/${matter.id}`)).body.removedIn).toBe(3)
  })
})

describe('finding whose matter a question is', () => {
  it('names the matter with its reason, says whose it is, and asks the office rather than guess', async () => {
    const found = await suggest('路边占道围挡审批找谁')
    expect(found).toMatchObject({ advice: 'otherUnit', matters: [{ name: '占道围挡审批', confidence: 'high', whose: 'otherUnit', reasons: { words: ['占道围挡审批'] } }] })
    expect(found.matters[0].receiver).toMatchObject({ personName: expect.any(String), open: expect.any(Number) })
    expect(await suggest('今天天气真好')).toMatchObject({ matters: [], advice: 'unclear', office: { personName: expect.any(String) } })
    expect(await suggest('占道围挡审批', 'qian')).toMatchObject({ advice: 'yours' })
  })

  it('learns from cases handled to the end, each once', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const ask = { channel: 'visit', subject: '景观灯箱坏了没人修', category: 'help', decision: { branch: 'otherUnit', toUnitId: unit('许可科'), toPersonId: world.people.qian, reason: '请许可科办理' } }
      const { body: registered } = await world.call('li', 'POST', '/api/staff/cases', ask)
      await world.call('qian', 'POST', `/api/staff/cases/${registered.id}/referral/acceptance`, {})
      await world.call('qian', 'POST', `/api/staff/cases/${registered.id}/resolution`, { outcome: 'solved', text: '已修好。' })
      await world.call('li', 'POST', `/api/staff/cases/${registered.id}/reply`, { channel: 'phone', text: '已修好，请放心。', close: true })
    }
    world.setTime('2026-03-02 09:20')
    expect(await learnFromCases(world.services)).toBe(4)
    expect(await learnFromCases(world.services)).toBe(0)
    const found = await suggest('门口的景观灯箱不亮')
    expect(found.units[0]).toMatchObject({ unitName: '许可科', reasons: { cases: { count: 4 } } })
    expect(await world.db.selectFrom('finding_targets').select(['cases']).execute()).toEqual([{ cases: 4 }])
  })

  it('goes by a ruling that is to hold in future, until it is taken back; an administrator makes it a matter', async () => {
    const { body: registered } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '共享单车堆在消防门前', category: 'complaint', readBack: true })
    const text = { subject: '共享单车堆在消防门前', content: null }
    await rememberRuling(world.db, { institutionId: world.institutionId, id: world.services.newId(), caseId: registered.id, text, unitId: unit('办公室'), matterId: null, ruledBy: world.people.bao, at: world.services.clock() })
    expect((await suggest('消防门前又堆满共享单车')).units[0]).toMatchObject({ unitName: '办公室', confidence: 'high', reasons: { ruling: { number: registered.number } } })
    const listed = await get('/api/staff/precedents')
    expect(listed.status, JSON.stringify(listed.body)).toBe(200)
    const [precedent] = listed.body.rows
    expect(precedent).toMatchObject({ unitName: '办公室', subject: '共享单车堆在消防门前', drafted: false, matterId: null })
    expect((await post(`/api/staff/precedents/${precedent.id}/draft`, { name: '共享单车停放' })).status).toBe(201)
    expect(await problems()).toMatchObject([{ kind: 'no-owner', matterName: '共享单车停放' }])
    const [waiting] = (await get('/api/staff/matter-drafts')).body.rows
    await put(`/api/staff/matter-drafts/${waiting.id}`, { name: '共享单车停放', unitId: unit('办公室'), personId: world.people.bao })
    expect((await post('/api/staff/matter-editions', {})).status).toBe(201)
    expect((await get('/api/staff/precedents')).body.rows).toMatchObject([{ matterName: '共享单车停放' }])
    expect((await suggest('共享单车停放问题')).matters[0]).toMatchObject({ name: '共享单车停放', unitName: '办公室' })
    expect((await post(`/api/staff/precedents/${precedent.id}/revocation`, {})).status).toBe(204)
    expect((await get('/api/staff/precedents')).body.rows).toEqual([])
  })

  it('recognises the same question that is still open', async () => {
    const found = await suggest('共享单车堆在消防门前没人管')
    expect(found.repeats).toMatchObject([{ subject: '共享单车堆在消防门前', sameRequester: false, requesterName: null, handlerName: '李文' }])
    expect(found.repeats[0].confidence).toBeGreaterThanOrEqual(60)
    expect(found.repeats[0].mergeable).toBe(true)
  })

  it('offers no merging with what somebody else applies for, and says whose it is', async () => {
    const asked = { channel: 'visit', subject: '河畔小区三号楼加装电梯申请', category: 'application', readBack: true, requester: { name: '章秋月', phone: '13800007777' } }
    expect((await world.call('li', 'POST', '/api/staff/cases', asked)).status).toBe(201)
    expect((await suggest('河畔小区三号楼加装电梯申请')).repeats).toMatchObject([{ sameRequester: false, requesterName: '章*月', mergeable: false }])
  })
})
