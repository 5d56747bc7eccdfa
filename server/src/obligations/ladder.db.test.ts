import { afterEach, describe, expect, it } from 'vitest'
import { beijing } from '@daodi/domain/calendar/testing-calendars.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { brokenInvariants } from '../cases/store-invariants.ts'
import { holdPost } from '../directory/store-people.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { CAST, makeWorld, type Who, type World } from '../testing-world.ts'
import { firedSteps, makeEngine, type Engine } from './testing-engine.ts'

let world: World
let engine: Engine
afterEach(async () => {
  await engine.close()
  await world.drop()
})

async function open(preset: string, at: string): Promise<void> {
  world = await makeWorld(preset, at)
  engine = makeEngine(world)
}

async function act(who: Who, url: string, body: object): Promise<Record<string, string>> {
  const reply = await world.call(who, 'POST', `/api/staff/cases${url}`, body)
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}

/** What fires at this Beijing time, and that a minute before it nothing does. */
async function firesAt(time: string): Promise<string[]> {
  const before = await firedSteps(world)
  const moment = Date.parse(beijing(time))
  world.setTime(new Date(moment - 60_000).toISOString())
  await engine.catchUp()
  expect((await firedSteps(world)).length, `nothing may fire before ${time}`).toBe(before.length)
  world.setTime(new Date(moment).toISOString())
  await engine.catchUp()
  return (await firedSteps(world)).slice(before.length).map(({ what }) => what)
}

/** Whom the case's rungs have told, by name, rung by rung; names in one order. */
async function told(caseId: string, kind: string): Promise<string[][]> {
  const rows = await world.db.selectFrom('obligation_rungs').innerJoin('obligations', 'obligations.id', 'obligation_rungs.obligation_id').innerJoin('people', 'people.id', 'obligation_rungs.person_id')
    .select(['obligation_rungs.rung', 'people.name']).where('obligations.case_id', '=', caseId).where('obligations.kind', '=', kind as 'decide').orderBy('rung').execute()
  const rungs: string[][] = []
  for (const { rung, name } of rows) (rungs[rung - 1] ??= []).push(name)
  return rungs.map((names) => names.toSorted())
}

interface Todo { mayTakeUp: boolean; light: string; escalated: boolean; lateAt: string | null; rung: number; kind: string; escalatedTo: { personName: string; rung: number }[] }

async function todo(who: Who, scope = 'mine'): Promise<{ rows: Todo[]; counts: { red: number; amber: number; open: number } }> {
  const reply = await world.call(who, 'GET', `/api/staff/obligations?scope=${scope}`)
  expect(reply.status).toBe(200)
  return reply.body
}

const names = (...people: Who[]): string[] => people.map((who) => CAST[who].name).toSorted()

describe('a county bureau', () => {
  it('a promise of Wednesday 17:00 that is missed: a reminder, the mark, the head on Thursday 12:00, then the leaders', async () => {
    await open('county-bureau', '2026-03-02 09:00')
    const { id } = await act('li', '', { channel: 'visit', subject: '许可迟迟不批', category: 'help', decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由你办理' } })
    await act('qian', `/${id}/referral/acceptance`, {})
    await act('qian', `/${id}/promise`, { dueAt: '2026-03-04T17:00:00+08:00' })
    expect((await todo('qian')).counts).toEqual({ red: 0, amber: 0, open: 1 })
    expect((await todo('sun')).rows).toEqual([])

    // 20 office hours until the promise; the preset warns when less than 30 of a hundred are left.
    expect(await firesAt('2026-03-04 09:00')).toEqual(['warn'])
    expect((await todo('qian')).rows).toMatchObject([{ kind: 'resolve', light: 'amber', escalated: false, lateAt: null, rung: 0 }])
    expect(await firesAt('2026-03-04 17:00')).toEqual(['late'])
    expect((await todo('qian')).counts).toEqual({ red: 1, amber: 0, open: 1 })
    expect((await todo('qian')).rows).toMatchObject([{ light: 'red', lateAt: beijing('2026-03-04 17:00') }])
    expect((await todo('wu', 'late')).rows).toHaveLength(1)

    expect(await firesAt('2026-03-05 12:00')).toEqual(['rung 1'])
    expect((await todo('sun')).rows).toMatchObject([{ kind: 'resolve', escalated: true, rung: 1, escalatedTo: [{ personName: '孙涛', rung: 1 }] }])
    expect((await todo('bao')).rows).toEqual([])
    expect(await firesAt('2026-03-05 17:30')).toEqual(['rung 2'])
    expect((await todo('bao')).rows).toMatchObject([{ escalated: true, rung: 2 }])
    expect(await firesAt('2026-03-09 17:30')).toEqual(['rung 3'])
    expect(await told(id ?? '', 'resolve')).toEqual([names('sun'), names('bao'), names('bao')])

    await act('qian', `/${id}/resolution`, { outcome: 'solved', text: '许可已核发。' })
    expect((await todo('sun')).rows).toEqual([])
    expect((await todo('bao')).rows).toEqual([])
    const late = await world.db.selectFrom('obligations').select(['state', 'late_at', 'rung']).where('case_id', '=', id ?? '').where('person_id', '=', world.people.qian).where('kind', '=', 'resolve').executeTakeFirstOrThrow()
    expect(late).toEqual({ state: 'met', late_at: beijing('2026-03-04 17:00'), rung: 3 })
  })

  it('nobody signs for it: the receiving unit\'s head after four office hours, then leader and office, then the principal', async () => {
    await open('county-bureau', '2026-03-02 09:00')
    const { id } = await act('li', '', { channel: 'visit', subject: '翻建', category: 'help', decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '由你们办理' } })
    expect((await todo('zhou')).rows).toMatchObject([{ kind: 'signFor', light: 'green', escalated: false }])
    world.setTime('2026-03-03 17:30')
    await engine.catchUp()
    expect((await todo('zhou')).rows).toMatchObject([{ light: 'red' }])
    expect(await firesAt('2026-03-04 14:30')).toEqual(['rung 1'])
    expect((await todo('sun')).rows).toMatchObject([{ kind: 'signFor', rung: 1, escalatedTo: [{ personName: '孙涛' }] }])
    expect(await firesAt('2026-03-04 17:30')).toEqual(['rung 2'])
    world.setTime('2026-03-16 17:30')
    await engine.catchUp()
    expect(await told(id ?? '', 'signFor')).toEqual([names('sun'), names('an', 'bao'), names('bao')])
    expect((await todo('an')).rows).toMatchObject([{ kind: 'signFor', escalated: true, rung: 3 }])
    const list = await world.call('li', 'GET', '/api/staff/cases?view=late')
    expect(list.body.rows.map((row: { id: string }) => row.id)).toEqual([id])
  })

  it('fires nothing while the person\'s papers are waited for, and plans anew once they are there', async () => {
    await open('county-bureau', '2026-03-02 09:00')
    const { id } = await act('li', '', { channel: 'visit', subject: '翻建', category: 'help', decision: { branch: 'mine', papers: [{ name: '身份证' }, { name: '申请表', given: true }] } })
    world.setTime('2026-06-01 09:00')
    expect(await engine.catchUp()).toBe(0)
    expect((await todo('li')).rows).toMatchObject([{ kind: 'resolve', light: 'grey', lateAt: null }])
    expect((await todo('li')).counts).toEqual({ red: 0, amber: 0, open: 1 })
    await act('li', `/${id}/papers`, { papers: ['身份证'] })
    const { state } = await world.db.selectFrom('cases').select('state').where('id', '=', id ?? '').executeTakeFirstOrThrow()
    // Five working days from the day after the papers came.
    expect((state as unknown as CaseState).obligations).toMatchObject([{ kind: 'resolve', pausedAt: null, dueAt: beijing('2026-06-08 17:30') }])
    world.setTime('2026-06-08 17:30')
    await engine.catchUp()
    expect((await firedSteps(world)).map(({ what }) => what)).toEqual(['warn', 'late'])
  })
})

describe('a ward', () => {
  async function openWard(): Promise<void> {
    await open('ward-nurse-station', '2026-03-06 20:00')
    const ward = world.units['规划科'] ?? ''
    const { rootUnitId } = await world.db.selectFrom('institutions').select('root_unit_id as rootUnitId').where('id', '=', world.institutionId).executeTakeFirstOrThrow()
    const posts: [string | null, string, Who][] = [
      [ward, 'firstContact', 'li'], [ward, 'teamLeader', 'qian'], [ward, 'responsibleNurse', 'zhou'], [ward, 'doctorInCharge', 'sun'], [ward, 'headNurse', 'he'], [rootUnitId, 'nursingDirector', 'bao'],
    ]
    for (const [unitId, post, who] of posts) await holdPost(world.db, { institutionId: world.institutionId, unitId: unitId ?? '', post, personId: world.people[who] })
  }

  it('48 hours by day and night, then four levels, two posts told together on the second and the third', async () => {
    await openWard()
    const { id, dueAt } = await act('li', '', { channel: 'visit', subject: '呼叫铃不响', category: 'help', decision: { branch: 'mine' } })
    expect(dueAt).toBe(beijing('2026-03-08 20:00'))
    // A Saturday night: 70 of a hundred of 48 hours.
    expect(await firesAt('2026-03-08 05:36')).toEqual(['warn'])
    expect(await firesAt('2026-03-08 20:00')).toEqual(['late'])
    expect(await firesAt('2026-03-08 20:15')).toEqual(['rung 1'])
    expect(await firesAt('2026-03-08 22:00')).toEqual(['rung 2'])
    expect((await todo('qian')).rows).toMatchObject([{ escalated: true, rung: 2 }])
    expect((await todo('zhou')).rows).toMatchObject([{ escalated: true, rung: 2 }])
    expect((await todo('he')).rows).toEqual([])
    expect(await firesAt('2026-03-09 04:00')).toEqual(['rung 3'])
    expect((await todo('he')).rows).toMatchObject([{ escalated: true, rung: 3 }])
    expect(await firesAt('2026-03-09 20:00')).toEqual(['rung 4'])
    // The lowest rung would have been the late one themself.
    expect(await told(id ?? '', 'resolve')).toEqual([names('qian', 'zhou'), names('qian', 'zhou'), names('sun', 'he'), names('bao')])
    expect((await todo('li')).rows).toMatchObject([{ escalated: false, rung: 4, escalatedTo: [{ rung: 1 }, { rung: 1 }, { rung: 2 }, { rung: 2 }, { rung: 3 }, { rung: 3 }, { rung: 4 }] }])
  })

  it('two told together take it up at once: one has it, the other hears who, and unsettled it goes on to the next level', async () => {
    await openWard()
    const { id } = await act('li', '', { channel: 'visit', subject: '呼叫铃不响', category: 'help', decision: { branch: 'mine' } })
    expect((await world.call('qian', 'POST', `/api/staff/cases/${id}/taking-up`, {})).status).toBe(404)
    world.setTime(beijing('2026-03-08 22:00'))
    await engine.catchUp()
    /** Whether row and notice offer it. */
    const offered = async (who: Who): Promise<boolean[]> => {
      const { body } = await world.call(who, 'GET', '/api/staff/notices')
      const notice = body.rows.find(({ kind, case: about }: { kind: string; case: { id: string } | null }) => kind === 'dutyClimbed' && about?.id === id)
      return [(await todo(who)).rows.find(({ kind }) => kind === 'resolve')?.mayTakeUp === true, notice.case.mayTakeUp]
    }
    expect(await offered('qian')).toEqual([true, true])
    const both = ['qian', 'zhou'] as const
    const answers = await Promise.all(both.map((who) => world.call(who, 'POST', `/api/staff/cases/${id}/taking-up`, {})))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const winner = both[answers.findIndex(({ status }) => status === 200)] ?? 'qian'
    const loser = winner === 'qian' ? 'zhou' : 'qian'
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'taken-up-already', errors: [{ detail: CAST[winner].name }] })
    expect((await todo(winner)).rows.map(({ kind }) => kind)).toContain('settle')
    expect((await todo(loser)).rows.find(({ kind }) => kind === 'resolve')).toMatchObject({ escalated: true, takenUpBy: { personName: CAST[winner].name } })
    expect(await offered(loser)).toEqual([false, false])
    // Whoever reads what is late without having been told is not told that it climbed to them.
    expect((await world.call('bao', 'GET', '/api/staff/obligations?scope=late')).body.rows).toMatchObject([{ kind: 'resolve', escalated: false }])
    const page = (await world.call('li', 'GET', `/api/staff/cases/${id}`)).body
    expect(page.obligations.find(({ kind }: Todo) => kind === 'resolve')).toMatchObject({ takenUpBy: { personName: CAST[winner].name } })
    for (const who of [loser, 'li'] as const) expect((await world.call(who, 'GET', '/api/staff/notices')).body.rows.map(({ kind }: { kind: string }) => kind)).toContain('dutyTakenUp')
    // What was owed for taking it up is late first.
    world.setTime(beijing('2026-03-09 03:00'))
    await engine.catchUp()
    expect((await todo(winner)).rows.find(({ kind }) => kind === 'settle')).toMatchObject({ light: 'red' })
    expect(await firesAt('2026-03-09 04:00')).toContain('rung 3')
    expect(await offered('he'), 'the next level may take it over').toEqual([true, true])
    expect((await world.call('he', 'POST', `/api/staff/cases/${id}/taking-up`, {})).status).toBe(200)
    expect((await todo(winner)).rows.map(({ kind }) => kind)).not.toContain('settle')
    expect((await world.call('he', 'POST', `/api/staff/cases/${id}/resolution`, { outcome: 'solved', text: '已修好。' })).status).toBe(200)
    const owed = await world.db.selectFrom('obligations').select(['kind', 'state']).where('case_id', '=', id ?? '').where('kind', 'in', ['settle', 'resolve']).orderBy('opened_at').execute()
    expect(owed.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['resolve met', 'settle void', 'settle met'])
    expect(await brokenInvariants(world.db)).toEqual([])
    expect(await verifyLive(world.services)).toMatchObject({ ok: true })
  })

  it('a question nobody decides on climbs within the night', async () => {
    await openWard()
    const { id, firstContact } = await act('he', '', { channel: 'bell', subject: '输液快完了', category: 'help' }) as { id: string; firstContact: unknown }
    expect(firstContact).toMatchObject({ personName: '李文' })
    world.setTime('2026-03-07 04:30')
    await engine.catchUp()
    // The lowest rung would have been the late one themself.
    expect(await told(id, 'decide')).toEqual([names('qian', 'zhou'), names('qian', 'zhou'), names('sun', 'he'), names('bao')])
  })
})
