import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { brokenInvariants } from './store-invariants.ts'

let world: World
beforeEach(async () => { world = await makeWorld() })
afterEach(async () => { await world.drop() })

async function call(who: Who | null, url: string, body: object): Promise<Record<string, string>> {
  const reply = await world.call(who, 'POST', url, body)
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}

/** An account is disabled as soon as all its cases are closed. */
async function leaves(who: Who): Promise<void> {
  const reply = await world.call(null, 'PATCH', `/api/staff/accounts/${world.people[who]}`, { disabled: true }, await sessionFor(world, 'guan'))
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
}

/** Asked of 李文 in one unit, handled by 钱博 in another, closed. */
async function closedCase(): Promise<{ id: string; number: string; trackingCode: string }> {
  const made = await call('li', '/api/staff/cases', {
    channel: 'visit', subject: '许可什么时候办好', category: 'help', requester: { name: '赵敏', phone: '13800000001' },
    decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由许可科办理' },
  })
  const url = `/api/staff/cases/${made.id}`
  await call('qian', `${url}/referral/acceptance`, {})
  await call('qian', `${url}/resolution`, { outcome: 'solved', text: '许可已核发。' })
  await call('li', `${url}/reply`, { channel: 'phone', text: '许可已办好，请来领取。', close: true })
  return made as { id: string; number: string; trackingCode: string }
}

const notSolved = ({ number, trackingCode }: { number: string; trackingCode: string }) =>
  call(null, `/api/public/cases/${number}/not-solved`, { code: trackingCode, reason: '还没有领到' })

async function owner(caseId: string): Promise<{ firstContact: string; handler: string; resolve: string }> {
  const { first_contact_id: firstContact, handler_id: handler } = await world.db.selectFrom('cases').select(['first_contact_id', 'handler_id']).where('id', '=', caseId).executeTakeFirstOrThrow()
  const open = await world.db.selectFrom('obligations').select(['kind', 'person_id']).where('case_id', '=', caseId).where('state', '=', 'open').execute()
  expect(open.map(({ kind }) => kind)).toEqual(['resolve'])
  return { firstContact, handler, resolve: open[0]?.person_id ?? '' }
}

async function expectSound(): Promise<void> {
  expect(await brokenInvariants(world.db)).toEqual([])
  const verdict = await verifyLive(world.services)
  expect(verdict, JSON.stringify(verdict)).toMatchObject({ ok: true })
}

describe('a case that is reopened', () => {
  it('stays with its people as long as they work here', async () => {
    const found = await closedCase()
    await notSolved(found)
    expect(await owner(found.id)).toEqual({ firstContact: world.people.li, handler: world.people.qian, resolve: world.people.qian })
  })

  it('goes to the head of the unit when the handler has left, with the duty', async () => {
    const found = await closedCase()
    await leaves('qian')
    await notSolved(found)
    expect(await owner(found.id)).toEqual({ firstContact: world.people.li, handler: world.people.sun, resolve: world.people.sun })
    await expectSound()
  })

  it('is reopened by staff with the same succession, for the first contact too', async () => {
    const found = await closedCase()
    await leaves('qian')
    await leaves('li')
    await call('bao', `/api/staff/cases/${found.id}/reopening`, { reason: '来访人说没有领到' })
    expect(await owner(found.id)).toEqual({ firstContact: world.people.he, handler: world.people.sun, resolve: world.people.sun })
    const last = await world.db.selectFrom('ledger_entries').select(['kind', 'actor']).where('stream', '=', `case:${found.id}`).orderBy('seq', 'desc').limit(3).execute()
    expect(last).toEqual([{ kind: 'succession', actor: world.people.bao }, { kind: 'succession', actor: world.people.bao }, { kind: 'case-reopened', actor: world.people.bao }])
    await expectSound()
  })

  it('goes to the leader in charge when the unit has no head any more', async () => {
    const found = await closedCase()
    await leaves('qian')
    await leaves('sun')
    await notSolved(found)
    expect(await owner(found.id)).toMatchObject({ handler: world.people.bao, resolve: world.people.bao })
    await expectSound()
  })

  it('would be found out if it belonged to somebody who has left', async () => {
    const found = await closedCase()
    await notSolved(found)
    await world.db.updateTable('people').set({ disabled_at: world.services.clock() }).where('id', '=', world.people.qian).execute()
    expect(await brokenInvariants(world.db)).toEqual([{ promise: 'an open case without first contact or handler who work here', numbers: [found.number] }])
  })
})
