import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenInvariants } from '../cases/store-invariants.ts'
import { connectUntil, type Interruption } from '../database/testing-interruption.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { DUTY_KINDS, rosteredUnit } from './testing-duties.ts'
import { differingRungs, firedSteps, makeEngine, passings, plannedSteps, sorted, type FiredStep } from './testing-engine.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

let day = Date.parse('2026-03-02T01:00:00Z')

/** Two cases that come due together, so that the first one's end and the second one's beginning are cut as well; in the second nobody rules, so that the ruling is passed on. */
async function twoCasesComeDue(): Promise<void> {
  world.setTime(new Date(day).toISOString())
  for (const decision of [undefined, { branch: 'unclear', reason: '拿不准' }]) {
    const reply = await world.call('li', 'POST', '/api/staff/cases', { channel: 'phone', subject: '路灯不亮', category: 'help', decision })
    expect(reply.status).toBe(201)
  }
  // Long enough for every step of both, whatever holidays lie between, so that the next two come alone.
  day += 60 * 86_400_000
  world.setTime(new Date(day).toISOString())
}

/** Cuts one round off at one statement, then lets another worker go on. False once the round was over before. */
async function survives(interruption: Interruption, comeDue: () => Promise<void>): Promise<boolean> {
  await comeDue()
  const planned = await plannedSteps(world, new Date(day).toISOString())
  expect(planned.length).toBeGreaterThan(4)
  const before = (await firedSteps(world)).length
  const dying = connectUntil(world.url, interruption)
  const killed = await makeEngine(world, dying).advance().then(() => false, () => true)
  expect(killed).toBe(dying.happened())
  await dying.close()
  await goesOn(before, planned)
  return killed
}

async function goesOn(before: number, planned: readonly FiredStep[]): Promise<void> {
  const next = makeEngine(world)
  await next.catchUp()
  await next.close()
  expect(sorted((await firedSteps(world)).slice(before))).toEqual(sorted(planned))
}

async function expectSound(): Promise<void> {
  expect(await differingRungs(world)).toEqual([])
  const passed = (await passings(world)).map(({ stream, level }) => `${stream} ${level}`)
  expect(new Set(passed).size).toBe(passed.length)
  expect(await brokenInvariants(world.db)).toEqual([])
}

describe('a worker that is killed', () => {
  it.each(['before', 'after'] as const)('%s any statement: the next worker fires what was left, and nothing twice', async (moment) => {
    let statement = 1
    while (await survives({ statement, moment }, twoCasesComeDue)) {
      await expectSound()
      statement += 1
    }
    // Looking, begin; for all cases together: lock (the calendar comes along), the directory, who is on duty, record; commit.
    expect(statement - 1).toBe(7)
    expect(await verifyLive(world.services)).toMatchObject({ ok: true })
  })

  it('at any statement of a round about shifts, tasks, bells and walkrounds: the same', async () => {
    const duties = await rosteredUnit(world)
    /** Everything that is owed outside cases comes due together; each kind with all its rungs. */
    const comeDue = async (): Promise<void> => {
      await duties.open(new Date(day).toISOString().slice(0, 10))
      day += 21 * 86_400_000
      world.setTime(new Date(day).toISOString())
      const open = await world.db.selectFrom('obligations').select(['kind']).where('case_id', 'is', null).where('state', '=', 'open').where('rung', '=', 0).orderBy('kind').execute()
      expect(open.map(({ kind }) => kind)).toEqual(DUTY_KINDS)
    }
    let statement = 1
    // After a statement is before the next one, but for the commit.
    while (await survives({ statement, moment: 'before' }, comeDue)) statement += 1
    expect(statement).toBeGreaterThan(DUTY_KINDS.length * 5)
    expect(await survives({ statement: statement - 1, moment: 'after' }, comeDue)).toBe(true)
    await expectSound()
    expect(await verifyLive(world.services)).toMatchObject({ ok: true })
  })
})
