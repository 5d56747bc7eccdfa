import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countStatements } from '../database/count-statements.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

describe('a question asked at the wrong desk', () => {
  it('is registered, referred, signed for, promised, resolved, answered and rated', async () => {
    world.setTime('2026-03-02 09:00')
    const registered = await world.call('li', 'POST', '/api/staff/cases', {
      channel: 'visit', subject: '自建房翻建，规划许可要哪些材料、找谁办', content: '老房子漏雨要翻建，跑了两次都说不归他们管。', category: 'help',
      requester: { name: '赵敏', phone: '13800000001', address: '城关镇南河村' },
      decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '规划许可由许可科负责', contacted: { personId: world.people.zhou } },
    })
    expect(registered.status, JSON.stringify(registered.body)).toBe(201)
    expect(registered.body).toMatchObject({ number: 'GH20260302-0001', status: 'handling', firstContact: { personName: '李文' }, handler: { personName: '李文' } })
    const { id, number, trackingCode } = registered.body
    await world.db.updateTable('units').set({ room: '305', phone: '13800000240' }).where('id', '=', world.units['许可科'] ?? '').execute()
    const waiting = await world.call(null, 'GET', `/api/public/cases/${number}?code=${trackingCode}`)
    expect(waiting.body).toMatchObject({ waitingForUnit: '许可科', waitingPlace: { room: '305', phone: '13800000240' }, canConfirm: false })
    expect((await world.call(null, 'POST', `/api/public/cases/${number}/confirmation`, { code: trackingCode })).body.code).toBe('not-answered-yet')
    world.setTime('2026-03-02 10:30')
    expect((await world.call('zhou', 'POST', `/api/staff/cases/${id}/referral/acceptance`, {})).body.code).toBe('referred-elsewhere')
    const accepted = await world.call('qian', 'POST', `/api/staff/cases/${id}/referral/acceptance`, {})
    expect(accepted.body).toMatchObject({ handler: { personName: '钱博' }, firstContact: { personName: '李文' } })
    const promised = await world.call('qian', 'POST', `/api/staff/cases/${id}/promise`, { dueAt: '2026-03-06T17:30:00+08:00' })
    expect(promised.body.dueAt).toBe('2026-03-06T09:30:00.000Z')
    world.setTime('2026-03-05 11:00')
    expect((await world.call('qian', 'POST', `/api/staff/cases/${id}/resolution`, { outcome: 'solved', text: '许可已核发，请到 305 室领取。' })).body.status).toBe('resolved')
    expect((await world.call('li', 'POST', `/api/staff/cases/${id}/closing`, {})).body.code).toBe('nobody-told')
    expect((await world.call('li', 'POST', `/api/staff/cases/${id}/reply`, { channel: 'phone', text: '这个不归我们管' })).body.code).toBe('forbidden-phrase')
    expect((await world.call('li', 'POST', `/api/staff/cases/${id}/reply`, { channel: 'phone', text: '许可已办好，请到 305 室领取。', close: true })).body.status).toBe('closed')
    expect((await world.call(null, 'POST', `/api/public/cases/${number}/rating`, { code: trackingCode, grade: 5 })).status).toBe(201)
    expect((await world.call(null, 'POST', `/api/public/cases/${number}/rating`, { code: trackingCode, grade: 5 })).body.code).toBe('already-rated')
    const page = await world.call('li', 'GET', `/api/staff/cases/${id}`)
    expect(page.status, JSON.stringify(page.body)).toBe(200)
    expect(page.body.timeline).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'colleague-called', params: expect.objectContaining({ person: '周宁', reached: true }) })]))
    expect(page.body.ledger).toMatchObject({ intact: true })
    expect(page.body.requester).toMatchObject({ name: '赵*', phone: '138****0001' })
    expect(page.body.legs.map((leg: { kind: string }) => leg.kind)).toEqual(['hold', 'wait', 'hold', 'reply'])
    const track = await world.call(null, 'GET', `/api/public/cases/${number}?code=${trackingCode}`)
    expect(track.body).toMatchObject({ status: 'closed', grade: 5, outcome: 'solved' })
    expect(track.body.canConfirm).toBe(true)
    const confirm = () => world.call(null, 'POST', `/api/public/cases/${number}/confirmation`, { code: trackingCode })
    expect([(await confirm()).status, (await confirm()).body.code]).toEqual([200, 'already-confirmed'])
    const after = await world.call('li', 'GET', `/api/staff/cases/${id}`)
    expect(after.body.timeline).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'receipt-confirmed', actor: expect.objectContaining({ as: 'public' }) })]))
    const list = await world.call('li', 'GET', `/api/staff/cases?view=mineFirst&q=${encodeURIComponent('规划许可')}`)
    expect(list.body.rows.map((row: { id: string }) => row.id)).toEqual([id])
  })

  it('is known to be of somebody who asked before, also on the web, by the number and no other name', async () => {
    const asked = async (phone: string, name?: string) => {
      const { body } = await world.call(null, 'POST', '/api/public/cases', { subject: '路灯不亮', requester: { phone, ...(name === undefined ? {} : { name }) } })
      const { rows: [found] } = await world.pool.query('select id from cases where number = $1', [body.number])
      return found.id as string
    }
    const before = async (id: string) => { const { earlierCases, openCases } = (await world.call('bao', 'GET', `/api/staff/cases/${id}`)).body.requester; return { earlierCases, openCases } }
    expect(await before(await asked('138 0000 0001', '赵敏'))).toEqual({ earlierCases: 1, openCases: 0 })
    expect(await before(await asked('13800000001'))).toEqual({ earlierCases: 1, openCases: 1 })
    expect(await before(await asked('13800000001', '孙宁'))).toEqual({ earlierCases: 0, openCases: 1 })
    expect(await before(await asked('13800000099', '赵敏'))).toEqual({ earlierCases: 0, openCases: 0 })
  })

  it('answers on the spot in one call and within the allowed number of statements', async () => {
    const ask = { channel: 'phone', subject: '几点上班', category: 'consultation', requester: { name: '陈雨', phone: '13800000002' }, decision: { branch: 'onSpot', text: '上午八点半到十二点，下午两点到五点半。' } }
    const { result, count, statements } = await countStatements(world.pool, () => world.call('li', 'POST', '/api/staff/cases', ask, { 'idempotency-key': 'k1' }))
    expect(result.body).toMatchObject({ status: 'closed' })
    expect(count, statements.join('\n---\n')).toBeLessThanOrEqual(8)
    const again = await world.call('li', 'POST', '/api/staff/cases', ask, { 'idempotency-key': 'k1' })
    expect(again.body.number).toBe(result.body.number)
    expect((await world.call('li', 'POST', '/api/staff/cases', { ...ask, subject: '别的' }, { 'idempotency-key': 'k1' })).body.code).toBe('idempotency-conflict')
  })
})
