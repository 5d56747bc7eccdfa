import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadPresets } from '../policy/load-presets.ts'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { forgetOld } from './forget-old.ts'

let world: World
const going = new AbortController().signal

beforeAll(async () => { world = await makeWorld() })
afterAll(() => world.drop())
beforeEach(async () => {
  await world.db.deleteFrom('notices').execute()
  await world.db.deleteFrom('outbox').execute()
})

async function told(institutionId: string, personId: string, at: string, read = false): Promise<void> {
  await world.db.insertInto('notices').values({
    institution_id: institutionId, person_id: personId, id: crypto.randomUUID(), kind: 'referred', case_id: null, seq: null, actor: 'system', detail: '{}', at, read_at: read ? at : null,
  }).execute()
}

async function sent(state: 'sent' | 'given-up' | 'failed', at: string): Promise<void> {
  const over = state !== 'failed'
  await world.db.insertInto('outbox').values({
    institution_id: world.institutionId, id: crypto.randomUUID(), channel: 'webhook', purpose: 'event', person_id: null, requester_id: null, endpoint_id: null, case_id: null, kind: 'case.closed', detail: '{}',
    state, created_at: at, next_at: over ? null : '2099-01-01T00:00:00.000Z', ended_at: over ? at : null, answer: null,
  }).execute()
}

const left = async () => ({
  notices: (await world.db.selectFrom('notices').select('at').orderBy('at').execute()).map(({ at }) => at.slice(0, 10)),
  deliveries: (await world.db.selectFrom('outbox').select(['state', 'created_at']).orderBy('created_at').execute()).map((row) => `${row.state} ${row.created_at.slice(0, 10)}`),
})

describe('what was told and sent', () => {
  it('is forgotten when its time has passed, the ledger never', async () => {
    await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '路灯不亮', category: 'help', decision: { branch: 'mine' } })
    await world.db.deleteFrom('notices').execute()
    const { count } = await world.db.selectFrom('ledger_entries').select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
    const { institutionId, otherInstitutionId, people } = world
    await told(institutionId, people.li, '2026-03-02T01:00:00.000Z')
    await told(institutionId, people.li, '2026-06-01T01:00:00.000Z', true)
    await told(otherInstitutionId, people.out, '2026-03-02T01:00:00.000Z')
    await sent('sent', '2026-03-02T01:00:00.000Z')
    await sent('given-up', '2026-03-03T01:00:00.000Z')
    await sent('failed', '2026-03-02T01:00:00.000Z')
    await sent('sent', '2027-04-01T01:00:00.000Z')
    world.setTime('2027-04-06 08:59')
    expect(await forgetOld(world.services, going)).toBe(2)
    expect(await left()).toEqual({ notices: ['2026-03-02', '2026-03-02', '2026-06-01'], deliveries: ['failed 2026-03-02', 'sent 2027-04-01'] })
    world.setTime('2027-04-06 09:01')
    expect(await forgetOld(world.services, going)).toBe(2)
    expect((await left()).notices).toEqual(['2026-06-01'])
    expect(await forgetOld(world.services, going)).toBe(0)
    expect((await world.db.selectFrom('ledger_entries').select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()).count).toBe(count)
  })

  it('is kept as long as the institution’s regulation says, and goes in batches that a stop ends', async () => {
    const { institutionId, otherInstitutionId, people, units } = world
    const preset = (await loadPresets()).find(({ id }) => id === 'county-bureau')
    await world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId, unitId: units['局'] ?? '', overlay: { ...preset?.policy, noticeDays: 30, deliveryDays: 7 }, at: world.services.clock(), by: null }))
    for (let day = 1; day <= 9; day += 1) await told(institutionId, people.li, `2027-03-0${day}T01:00:00.000Z`)
    await told(otherInstitutionId, people.out, '2027-03-01T01:00:00.000Z')
    await sent('sent', '2027-04-01T01:00:00.000Z')
    world.setTime('2027-04-10 09:00')
    const stopping = new AbortController()
    stopping.abort()
    expect(await forgetOld(world.services, stopping.signal, 2)).toBe(0)
    expect(await forgetOld(world.services, going, 2)).toBe(10)
    expect(await left()).toEqual({ notices: ['2027-03-01'], deliveries: [] })
  })

  it('goes by index, however much there is', async () => {
    for (const [table, column] of [['notices', 'at'], ['outbox', 'ended_at']] as const) {
      await world.pool.query('set enable_seqscan = off')
      const { rows } = await world.pool.query<Record<'QUERY PLAN', string>>(`explain select ctid from ${table} where institution_id = $1 and ${column} < now() order by ${column} limit 1000`, [world.institutionId])
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(table === 'notices' ? /notices_at/ : /outbox_ended/)
    }
    await world.pool.query('reset enable_seqscan')
  })
})
