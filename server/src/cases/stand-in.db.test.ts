import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { countStatements } from '../database/count-statements.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { publishPolicy } from '../policy/store.ts'
import { advanceStandIns } from '../roster/advance-stand-ins.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { brokenInvariants } from './store-invariants.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await post('sun', `people/${world.people.qian}/cover`, { deputyId: world.people.zhou })
})
afterAll(async () => { await world.drop() })

const post = (who: Who, path: string, body: object = {}) => world.call(who, 'POST', `/api/staff/${path}`, body)
const toQian = () => ({ branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由你们办理' })
async function referred(): Promise<{ id: string; to: string; insteadOf: unknown }> {
  const { body, status } = await post('li', 'cases', { channel: 'visit', subject: '问许可', category: 'help', decision: toQian() })
  expect(status).toBe(201)
  const { body: seen } = await world.call('li', 'GET', `/api/staff/cases/${body.id}`)
  return { id: body.id, to: seen.referral.toPersonName, insteadOf: seen.timeline.find(({ kind }: { kind: string }) => kind === 'referral-made').params.insteadOf }
}

describe('the B post', () => {
  it('takes nothing while the colleague is there', async () => {
    const { id, to, insteadOf } = await referred()
    expect({ to, insteadOf }).toEqual({ to: '钱博', insteadOf: null })
    expect((await post('zhou', `cases/${id}/referral/acceptance`)).status).toBe(403)
  })

  it('stands in by itself once the colleague is away, for what is new and for what waits for a signature already', async () => {
    const waiting = await referred()
    expect((await post('qian', 'absences', { kind: 'leave', from: '2026-03-02T09:00:00+08:00', to: '2026-03-04T00:00:00+08:00' })).status).toBe(201)
    world.setTime('2026-03-02 09:30')
    const fresh = await referred()
    expect({ to: fresh.to, insteadOf: fresh.insteadOf }).toEqual({ to: '周宁', insteadOf: '钱博' })
    for (const { id } of [waiting, fresh]) expect((await post('zhou', `cases/${id}/referral/acceptance`)).status).toBe(200)
    expect((await world.call('li', 'GET', `/api/staff/cases/${fresh.id}`)).body).toMatchObject({ handler: { personName: '周宁' }, firstContact: { personName: '李文' } })
  })

  it('signs only where it is named, if the organisation wants it so', async () => {
    await world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId: world.institutionId, unitId: world.units['规划科'] ?? '', overlay: { absent: { deputy: 'named' } }, at: world.services.clock(), by: null }))
    const { to, insteadOf } = await referred()
    expect({ to, insteadOf }).toEqual({ to: '钱博', insteadOf: null })
  })

  it('steps back when the colleague is here again', async () => {
    world.setTime('2026-03-04 09:00')
    const { to } = await referred()
    expect(to).toBe('钱博')
  })
})

describe('while a colleague is on leave', () => {
  const at = (day: string, clock: string) => `2026-03-${day}T${clock}:00+08:00`
  interface Owed { caseId: string; kind: string; inPlaceOf: string | null; escalated: boolean }
  const todo = async (who: Who): Promise<Owed[]> => (await world.call(who, 'GET', '/api/staff/obligations')).body.rows
  const notices = async (who: Who, kind: string) => {
    const { body } = await world.call(who, 'GET', '/api/staff/notices')
    return body.rows.filter((row: { kind: string }) => row.kind === kind).map((row: { detail: object }) => row.detail)
  }
  const seen = async (who: Who, id: string) => (await world.call(who, 'GET', `/api/staff/cases/${id}`)).body
  let signed: string
  let waiting: string
  let absenceId: string

  it('nothing is the deputy\'s before it begins, however long it has been planned', async () => {
    world.setTime('2026-03-05 09:00')
    signed = (await referred()).id
    waiting = (await referred()).id
    expect((await post('qian', `cases/${signed}/referral/acceptance`)).status).toBe(200)
    const { body, status } = await post('qian', 'absences', { kind: 'leave', from: at('06', '08:30'), to: at('13', '17:30') })
    expect(status).toBe(201)
    absenceId = body.id
    await advanceStandIns(world.services)
    expect((await todo('zhou')).filter(({ caseId }) => caseId === signed || caseId === waiting)).toEqual([])
    expect((await post('zhou', `cases/${signed}/resolution`, { outcome: 'solved', text: '已办妥' })).status).not.toBe(200)
    expect(await notices('zhou', 'standInBegun')).toEqual([])
  })

  it('the deputy has the open duties in the to-do list and is told of them once', async () => {
    world.setTime('2026-03-06 08:31')
    for (let round = 0; round < 3; round += 1) await advanceStandIns(world.services)
    const mine = await todo('zhou')
    expect(mine.filter(({ caseId }) => caseId === waiting)).toMatchObject([{ kind: 'signFor', inPlaceOf: '钱博', escalated: false }])
    expect(mine.filter(({ caseId, kind }) => caseId === signed && kind === 'resolve')).toMatchObject([{ inPlaceOf: '钱博', escalated: false }])
    const told = await notices('zhou', 'standInBegun')
    expect(told).toMatchObject([{ name: '钱博' }])
    expect(told[0].count).toBe(mine.filter(({ inPlaceOf }) => inPlaceOf === '钱博').length)
    expect((await seen('zhou', signed)).acts).toContainEqual({ act: 'resolveCase', allowed: true, refusal: null })
  })

  it('the deputy signs and resolves in the colleague\'s place; handler and first contact stay who they are, and the record says who did it', async () => {
    expect((await post('zhou', `cases/${waiting}/referral/acceptance`)).status).toBe(200)
    expect((await post('zhou', `cases/${signed}/resolution`, { outcome: 'solved', text: '已办妥' })).status).toBe(200)
    for (const id of [waiting, signed]) {
      const view = await seen('zhou', id)
      expect(view).toMatchObject({ handler: { personName: '钱博' }, firstContact: { personName: '李文' } })
      const act = view.timeline.find(({ kind }: { kind: string }) => kind === (id === waiting ? 'referral-accepted' : 'case-resolved') )
      expect(view.timeline.filter(({ actor }: { actor: { inPlaceOf: string | null } }) => actor.inPlaceOf === '钱博')).toContainEqual(expect.objectContaining({ kind: act.kind, actor: expect.objectContaining({ name: '周宁' }) }))
    }
    expect((await world.call('zhou', 'GET', `/api/staff/cases/${signed}/ledger`)).body.intact).toBe(true)
  })

  it('nobody else may, and what the deputy does in the own name is not said to be in somebody\'s place', async () => {
    expect((await post('li', `cases/${waiting}/resolution`, { outcome: 'solved', text: '已办妥' })).status).toBe(403)
    expect((await post('li', `cases/${signed}/reply`, { channel: 'phone', text: '已办妥' })).status).toBe(200)
    const own = (await post('zhou', 'cases', { channel: 'visit', subject: '问地址', category: 'help', decision: { branch: 'mine' } })).body.id
    expect((await post('zhou', `cases/${own}/resolution`, { outcome: 'solved', text: '在二楼' })).status).toBe(200)
    expect((await seen('zhou', own)).timeline.every(({ actor }: { actor: { inPlaceOf: string | null } }) => actor.inPlaceOf === null)).toBe(true)
  })

  it('another deputy named meanwhile takes it over, and is told', async () => {
    expect((await post('sun', `people/${world.people.qian}/cover`, { deputyId: world.people.sun })).status).toBe(204)
    await advanceStandIns(world.services)
    expect((await todo('zhou')).filter(({ inPlaceOf }) => inPlaceOf !== null)).toEqual([])
    expect((await todo('sun')).filter(({ caseId, kind }) => caseId === waiting && kind === 'resolve')).toMatchObject([{ inPlaceOf: '钱博' }])
    expect(await notices('sun', 'standInBegun')).toHaveLength(1)
    expect(await notices('qian', 'standInEnded')).toMatchObject([{ name: '周宁', count: 2 }])
  })

  it('once the colleague is back the list is empty of it, the right is gone, and they are told what was done', async () => {
    world.setTime('2026-03-09 09:00')
    expect((await post('sun', `cases/${waiting}/promise`, { dueAt: at('10', '17:00') })).status).toBe(200)
    expect((await post('qian', `absences/${absenceId}/ending`)).status).toBe(204)
    await advanceStandIns(world.services)
    await advanceStandIns(world.services)
    expect((await todo('sun')).filter(({ inPlaceOf }) => inPlaceOf !== null)).toEqual([])
    expect((await post('zhou', `cases/${waiting}/resolution`, { outcome: 'solved', text: '已办妥' })).status).toBe(403)
    const ended = await notices('qian', 'standInEnded')
    expect(ended.map(({ name, count }: { name: string; count: number }) => [name, count])).toEqual([['孙涛', expect.any(Number)], ['周宁', 2]])
    expect((await todo('qian')).filter(({ caseId }) => caseId === waiting)).toMatchObject([{ kind: 'resolve', inPlaceOf: null }])
  })
})

describe('an act in a colleague’s place', () => {
  it('costs no more statements than any other', async () => {
    world.setTime('2026-03-10 09:00')
    const { id } = await referred()
    expect((await post('qian', `cases/${id}/referral/acceptance`)).status).toBe(200)
    expect((await post('qian', 'absences', { kind: 'trip', deputyId: world.people.zhou })).status).toBe(201)
    const header = await sessionFor(world, 'zhou')
    const acts: [string, object][] = [['promise', { dueAt: '2026-03-12T17:00:00+08:00' }], ['notice', { papers: [{ name: '身份证', given: true }] }], ['notes', { kind: 'progress', text: '正在核实。' }], ['extension', { until: '2026-03-20T17:00:00+08:00', reason: '等批复' }],
      ['referral', { toUnitId: world.units['办公室'], reason: '请你们办' }]]
    for (const [path, body] of acts) {
      const { result, count, statements } = await countStatements(world.pool, () => world.call(null, 'POST', `/api/staff/cases/${id}/${path}`, body, { ...header, 'idempotency-key': `stand-in-${path}` }))
      expect(result.status, `${path} ${JSON.stringify(result.body)}`).toBe(200)
      expect(count, `${path}\n${statements.join('\n---\n')}`).toBeLessThanOrEqual(12)
    }
    expect((await verifyLive(world.services)).ok).toBe(true)
    expect(await brokenInvariants(world.db)).toEqual([])
  })
})
