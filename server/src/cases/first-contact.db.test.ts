import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

const unit = (): string => world.units['许可科'] ?? ''
const register = (who: Who, more: object = {}) => world.call(who, 'POST', '/api/staff/cases', { channel: 'visit', subject: '问一件事', category: 'help', ...more })
const mode = (firstContactMode: string) => world.db.transaction().execute((trx) =>
  publishPolicy(trx, { institutionId: world.institutionId, unitId: unit(), overlay: { firstContactMode }, at: world.services.clock(), by: null }))

async function stored(caseId: string): Promise<{ asked: string; first: string }> {
  const { state } = await world.db.selectFrom('cases').select('state').where('id', '=', caseId).executeTakeFirstOrThrow()
  const { asked, firstContact } = state as unknown as { asked: string; firstContact: { personId: string } }
  const who = (id: string) => Object.entries(world.people).find(([, personId]) => personId === id)?.[0] ?? ''
  return { asked: who(asked), first: who(firstContact.personId) }
}

describe('who becomes first contact', () => {
  it('is whoever is asked, whatever the post, where anyone may be', async () => {
    expect(await stored((await register('zhou')).body.id)).toEqual({ asked: 'zhou', first: 'zhou' })
  })

  it('is the highest post of several asked together', async () => {
    expect(await stored((await register('zhou', { askedTogether: [world.people.sun] })).body.id)).toEqual({ asked: 'zhou', first: 'sun' })
    expect(await stored((await register('sun', { askedTogether: [world.people.zhou, world.people.bao] })).body.id)).toEqual({ asked: 'sun', first: 'bao' })
    expect((await register('zhou', { askedTogether: [world.people.out] })).body.code).toBe('no-such-first-contact')
  })

  it('is the window’s staff on duty, and whoever is asked where nobody is', async () => {
    await mode('window')
    expect(await stored((await register('zhou')).body.id)).toEqual({ asked: 'zhou', first: 'zhou' })
    const { body: kind } = await world.call('sun', 'POST', `/api/staff/units/${unit()}/shift-kinds`, { name: '窗口班', from: '08:00', to: '18:00', weekdays: [1, 2, 3, 4, 5], post: 'firstContact' })
    await world.call('sun', 'POST', `/api/staff/units/${unit()}/roster`, { add: [{ kindId: kind.id, personId: world.people.qian, day: '2026-03-02' }] })
    expect(await stored((await register('zhou')).body.id)).toEqual({ asked: 'zhou', first: 'qian' })
    expect(await stored((await register('qian')).body.id)).toEqual({ asked: 'qian', first: 'qian' })
  })

  it('is the appointed one on duty; away, it is whoever holds the post, else whoever is asked', async () => {
    await mode('appointed')
    expect(await stored((await register('zhou')).body.id)).toEqual({ asked: 'zhou', first: 'qian' })
    await world.call('qian', 'POST', '/api/staff/absences', { kind: 'out', to: '2026-03-02T12:00:00+08:00' })
    expect(await stored((await register('zhou')).body.id)).toEqual({ asked: 'zhou', first: 'zhou' })
  })

  it('is a pair, of which the higher post answers', async () => {
    await mode('pair')
    expect((await register('zhou')).body.code).toBe('pair-needed')
    expect(await stored((await register('zhou', { askedTogether: [world.people.sun] })).body.id)).toEqual({ asked: 'zhou', first: 'sun' })
  })
})
