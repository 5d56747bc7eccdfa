import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { brokenInvariants } from '../cases/store-invariants.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { DUTY_KINDS, rosteredUnit, type Ending } from './testing-duties.ts'
import { differingRungs, firedSteps, makeEngine, passings, plannedSteps, sorted, type Engine, type FiredStep } from './testing-engine.ts'

let world: World
let engines: Engine[]
beforeEach(async () => { world = await makeWorld(); engines = [] })
afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.close()))
  await world.drop()
})

function engine(): Engine {
  const made = makeEngine(world)
  engines.push(made)
  return made
}

const DECISIONS = [
  () => undefined, () => ({ branch: 'mine' }), () => ({ branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '由你们办理' }),
  () => ({ branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由你办理' }), () => ({ branch: 'unclear', reason: '拿不准' }),
  () => ({ branch: 'mine', papers: [{ name: '身份证' }] }),
]

async function register(index: number, who: Who = 'li'): Promise<string> {
  const reply = await world.call(who, 'POST', '/api/staff/cases', { channel: 'visit', subject: `第${index}件`, category: 'help', decision: DECISIONS[index % DECISIONS.length]?.() })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body.id
}

/** `count` cases of every kind of obligation, a few minutes apart from each other. */
async function registerMany(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    world.setTime(new Date(Date.parse('2026-03-02T01:00:00Z') + index * 7 * 60_000).toISOString())
    ids.push(await register(index))
  }
  return ids
}

/** What is owed outside cases on these days; by day and kind, what ends it. */
async function rosterDays(...days: string[]): Promise<(readonly [string, Ending])[]> {
  const duties = await rosteredUnit(world)
  const endings: (readonly [string, Ending])[] = []
  for (const day of days) endings.push(...Object.entries(await duties.open(day)))
  return endings
}

/** What is advanced in one piece: a case, or one duty outside cases. */
const pieceOf = ({ stream, obligationId }: FiredStep): string => (stream.startsWith('case:') ? stream : obligationId)

/** Of these kinds outside cases something has fired, up to the ladder. */
async function kindsClimbed(): Promise<string[]> {
  const rows = await world.db.selectFrom('obligations').select('kind').distinct().where('case_id', 'is', null).where('rung', '>', 0).orderBy('kind').execute()
  return rows.map(({ kind }) => kind)
}

type Act = [Who, string, () => object]
const resolvedBy = (who: Who): Act => [who, 'resolution', () => ({ outcome: 'solved', text: '已办理。' })]
const replied: Act = ['li', 'reply', () => ({ channel: 'phone', text: '办好了。', close: true })]
/** What people do with the case of each decision, in their order. */
const COURSES: Act[][] = [
  [['li', 'decision', () => ({ branch: 'mine' })], resolvedBy('li'), replied],
  [resolvedBy('li'), replied],
  [['zhou', 'referral/acceptance', () => ({})], resolvedBy('zhou'), replied],
  [['qian', 'referral/acceptance', () => ({})], resolvedBy('qian'), replied],
  [['an', 'ruling', () => ({ handlerPersonId: world.people.zhou })], resolvedBy('zhou'), replied],
  [['li', 'papers', () => ({ papers: ['身份证'] })], resolvedBy('li'), replied],
]

async function expectSound(): Promise<void> {
  const passed = (await passings(world)).map(({ stream, level }) => `${stream} ${level}`)
  expect(new Set(passed).size).toBe(passed.length)
  expect(await brokenInvariants(world.db)).toEqual([])
  expect(await differingRungs(world)).toEqual([])
  const verdict = await verifyLive(world.services)
  expect(verdict, JSON.stringify(verdict)).toMatchObject({ ok: true })
}

/** The targets after the first that the regulation names for unclear cases; whoever is in charge is the principal as well, and is not asked twice. */
const PASSED_TO = [1]

describe('four workers', () => {
  it('fire every step exactly once between them, catching up with all of it at once', async () => {
    await registerMany(24)
    await rosterDays('2026-03-03', '2026-03-04')
    const later = '2026-04-02T01:00:00.000Z'
    const planned = await plannedSteps(world, later)
    expect(planned.filter(({ what }) => what === 'rung 3').length).toBeGreaterThan(10)
    world.setTime(later)
    const taken = await Promise.all([engine(), engine(), engine(), engine()].map((one) => one.catchUp()))
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(planned.length)
    expect(sorted(await firedSteps(world))).toEqual(sorted(planned))
    expect(await engine().advance()).toBe(0)
    expect(await kindsClimbed()).toEqual(DUTY_KINDS)
    // One in six is unclear to whoever took it, and nobody rules: each comes to the last target, by way of every one that somebody holds.
    const passed = grouped(await passings(world), ({ stream }) => stream)
    expect(passed.size).toBe(4)
    for (const levels of passed.values()) expect(levels.map(({ level }) => level)).toEqual(PASSED_TO)
    await expectSound()
  })

  it('fire every step exactly once as time goes by and all four look at every tick', async () => {
    await registerMany(8)
    await rosterDays('2026-03-03')
    const end = '2026-03-12T01:00:00.000Z'
    const planned = await plannedSteps(world, end)
    const four = [engine(), engine(), engine(), engine()]
    const ticks = [...new Set(planned.map(({ at }) => at))].toSorted()
    for (const tick of ticks) {
      world.setTime(tick)
      await Promise.all(four.map((one) => one.advance()))
      expect(sorted(await firedSteps(world))).toEqual(sorted(planned.filter(({ at }) => at <= tick)))
    }
    await expectSound()
  })
})

describe('a server that was down for a week', () => {
  it('catches up oldest first: cases and duties by their oldest step, and inside each step by step', async () => {
    await registerMany(20)
    await rosterDays('2026-03-03', '2026-03-04')
    const back = '2026-03-11T01:00:00.000Z'
    const planned = await plannedSteps(world, back)
    world.setTime(back)
    expect(await engine().catchUp(5)).toBe(planned.length)
    const fired = await firedSteps(world)
    expect(sorted(fired)).toEqual(sorted(planned))
    expect(await kindsClimbed()).toEqual(DUTY_KINDS)
    const steps = grouped(fired, pieceOf)
    for (const inside of steps.values()) {
      expect(inside.map(({ at }) => at)).toEqual(inside.map(({ at }) => at).toSorted())
      // Each in one piece.
      expect(new Set(inside.map(({ xid }) => xid)).size).toBe(1)
    }
    const rounds = [...grouped([...steps.values()], ([first]) => first?.xid ?? '').values()].map((cases) => cases.map(([first]) => first?.at ?? ''))
    expect(rounds.length).toBeGreaterThan(3)
    // None of a later round is older than any of the one before.
    for (const [index, round] of rounds.slice(1).entries()) expect([...round, ...rounds[index] ?? []].toSorted().slice((rounds[index] ?? []).length)).toEqual(round.toSorted())
    await expectSound()
  })

  it('takes the oldest first also where a round is shorter than what waits', async () => {
    const ids = await registerMany(6)
    world.setTime('2026-03-11T01:00:00.000Z')
    expect(await engine().advance(1)).toBeGreaterThan(0)
    expect([...new Set((await firedSteps(world)).map(({ stream }) => stream))]).toEqual([`case:${ids[0]}`])
  })
})

describe('workers and people at the same moment', () => {
  it('never fire a step of a duty that was done before, and none twice', async () => {
    const ids = await registerMany(12)
    const [one, two] = [engine(), engine()]
    const statuses: number[] = []
    for (let tick = 0; tick < 24; tick += 1) {
      world.setTime(new Date(Date.parse('2026-03-02T08:00:00Z') + tick * 9 * 3_600_000).toISOString())
      const asked = ids.flatMap((id, index) => {
        const act = COURSES[index % COURSES.length]?.[(tick - index) / 4]
        return act ? [{ id, act }, { id, act }] : []
      })
      const answers = await Promise.all([
        ...asked.map(({ id, act: [who, path, body] }) => world.call(who, 'POST', `/api/staff/cases/${id}/${path}`, body())), one.advance().then(() => null), two.advance().then(() => null),
      ])
      statuses.push(...answers.flatMap((answer) => (answer ? [answer.status] : [])))
    }
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
    // Both of two equal requests go through for papers alone: somebody may hand in two sheets under one name.
    expect(statuses.filter((status) => status === 200).length).toBe(2 * (COURSES.flat().length + 1))
    const fired = sorted(await firedSteps(world))
    expect(new Set(fired).size).toBe(fired.length)
    expect(await firedAfterTheEnd()).toEqual([])
    await expectSound()
  })

  it('the same on shifts, tasks, bells and walkrounds, each ended just when one of its steps comes due', async () => {
    const endings = await rosterDays('2026-03-03', '2026-03-04', '2026-03-05')
    const planned = await plannedSteps(world, '2026-03-20T01:00:00.000Z')
    const owed = await world.db.selectFrom('obligations').select(['id', 'kind']).orderBy('opened_at').execute()
    const idsOf = grouped(owed, ({ kind }) => kind)
    // The first day's at its first step, the second's at its second …
    const timed = endings.map(([kind, ending], index) => {
      const day = Math.floor(index / DUTY_KINDS.length)
      const steps = planned.filter(({ obligationId }) => obligationId === idsOf.get(kind)?.[day]?.id)
      return { at: steps[day % steps.length]?.at, ending }
    })
    const [one, two] = [engine(), engine()]
    const statuses: number[] = []
    for (const now of [...new Set(planned.map(({ at }) => at))].toSorted()) {
      world.setTime(now)
      const ended = timed.filter(({ at }) => at === now)
      const acts = [...ended, ...ended].map(async ({ ending: [who, path, body] }) => (await world.call(who, 'POST', `/api/staff/${path}`, body)).status)
      const [answers] = await Promise.all([Promise.all(acts), one.advance(), two.advance()])
      statuses.push(...answers)
    }
    // One signature ends two duties, and everything is sent twice.
    const [done, refused] = [statuses.filter((status) => status < 300).length, statuses.filter((status) => status === 409).length]
    expect([done, refused]).toEqual([15, 21])
    const fired = sorted(await firedSteps(world))
    expect(fired.length).toBeGreaterThan(10)
    expect(new Set(fired).size).toBe(fired.length)
    expect(await firedAfterTheEnd()).toEqual([])
    await expectSound()
  })

  async function firedAfterTheEnd(): Promise<unknown[]> {
    const entries = await world.db.selectFrom('ledger_entries').select(['stream', 'seq', 'data']).where('kind', 'like', 'obligation-%').execute()
    const closed = new Map((await world.db.selectFrom('obligations').select(['id', 'closed_seq']).where('state', '<>', 'open').execute()).map((row) => [row.id, row.closed_seq ?? 0]))
    return entries.filter((entry) => entry.seq > (closed.get(String(entry.data['obligationId'])) ?? Infinity))
  }
})

describe('a case that cannot be advanced', () => {
  it('is reported, and keeps nobody behind it waiting', async () => {
    const ids = await registerMany(3)
    const broken = ids[0] ?? ''
    const { state } = await world.db.selectFrom('cases').select('state').where('id', '=', broken).executeTakeFirstOrThrow()
    await world.db.updateTable('cases').set({ state: JSON.stringify({ ...state, policy: 'f'.repeat(64) }) }).where('id', '=', broken).execute()
    world.setTime('2026-03-11T01:00:00.000Z')
    const reported = vi.spyOn(world.services.log, 'error').mockImplementation(() => undefined)
    expect(await engine().catchUp()).toBeGreaterThan(2)
    expect(new Set((await firedSteps(world)).map(({ stream }) => stream))).toEqual(new Set(ids.slice(1).map((id) => `case:${id}`)))
    expect(reported).toHaveBeenCalledWith(expect.objectContaining({ caseId: broken }))
  })
})

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item])
  return groups
}
