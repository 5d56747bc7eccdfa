import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

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
