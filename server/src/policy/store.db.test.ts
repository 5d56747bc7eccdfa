import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newIdAt } from '../database/new-id.ts'
import { type ClonedDatabase, cloneDatabase } from '../database/testing.ts'
import { transaction } from '../database/transaction.ts'
import { loadPresets } from './load-presets.ts'
import type { Preset } from './preset-schema.ts'
import { PolicyRefused } from './problem.ts'
import { currentCalendar, keepPolicy, policyByDigest, policyForNewUnit, publishCalendar, publishPolicy } from './store.ts'

const AT = '2026-03-02T01:00:00.000Z'

let database: ClonedDatabase
let preset: Preset
let institutionId: string
/** root → office → window, and a second department beside the office. */
let tree: { root: string; office: string; window: string; other: string }

beforeAll(async () => {
  database = await cloneDatabase()
  const found = (await loadPresets()).find((candidate) => candidate.id === 'county-bureau')
  if (!found) throw new Error('the preset is gone')
  preset = found
})
afterAll(() => database.drop())

const id = (): string => newIdAt(Date.parse(AT))

beforeEach(async () => {
  institutionId = id()
  tree = { root: id(), office: id(), window: id(), other: id() }
  await transaction(database.db, async (trx) => {
    await trx.insertInto('institutions').values({ id: institutionId, name: '测试局', short_name: '测试', parent_id: null, phone: null, root_unit_id: tree.root }).execute()
    const digest = await keepPolicy(trx, preset.policy)
    const unit = (own: string, parents: string[], name: string) => ({
      institution_id: institutionId, id: own, parent_id: parents.at(-1) ?? null, path: [...parents, own], kind: 'department' as const, name,
      register_code: null, phone: null, room: null, policy_digest: digest,
    })
    await trx.insertInto('units').values(unit(tree.root, [], '局')).execute()
    await trx.insertInto('units').values([unit(tree.office, [tree.root], '办公室'), unit(tree.other, [tree.root], '规划股')]).execute()
    await trx.insertInto('units').values(unit(tree.window, [tree.root, tree.office], '窗口')).execute()
    await publishPolicy(trx, { institutionId, unitId: tree.root, overlay: preset.policy, at: AT, by: null })
  })
})

function publish(unitId: string, overlay: unknown) {
  return transaction(database.db, (trx) => publishPolicy(trx, { institutionId, unitId, overlay, at: AT, by: null }))
}

async function digestOfUnit(unitId: string): Promise<string> {
  return (await database.db.selectFrom('units').select('policy_digest').where('id', '=', unitId).executeTakeFirstOrThrow()).policy_digest
}

async function policyOf(unitId: string) {
  return policyByDigest(database.db, await digestOfUnit(unitId))
}

describe('publishing', () => {
  it('keeps the same digest for the same content, whatever the order of its keys', async () => {
    const before = await digestOfUnit(tree.root)
    const turned = Object.fromEntries(Object.entries(preset.policy).toReversed())
    expect(await publish(tree.root, turned)).toEqual({ version: 2, digest: before, unitsChanged: 0 })
  })

  it('reaches the unit and everything below it, and nothing beside it', async () => {
    const published = await publish(tree.office, { replyBy: 'handler', limits: { decide: { amount: 30, unit: 'workingMinutes' } } })
    expect(published).toMatchObject({ version: 1, unitsChanged: 2 })
    expect(await policyOf(tree.window)).toMatchObject({ replyBy: 'handler', limits: { decide: { amount: 30 }, signFor: preset.policy.limits.signFor } })
    expect(await digestOfUnit(tree.window)).toBe(published.digest)
    expect(await policyOf(tree.other)).toMatchObject({ replyBy: 'firstContact', limits: { decide: { amount: 1, unit: 'workingHours' } } })
  })

  it('applies the settings of each unit on the way down, so that the lowest wins', async () => {
    await publish(tree.window, { contactAttempts: 1 })
    await publish(tree.office, { contactAttempts: 5, returns: { max: 1 } })
    expect(await policyOf(tree.window)).toMatchObject({ contactAttempts: 1, returns: { max: 1, within: preset.policy.returns.within } })
    expect(await policyOf(tree.office)).toMatchObject({ contactAttempts: 5 })
  })

  it('takes a newer version of the root down the tree and leaves what units say for themselves', async () => {
    await publish(tree.window, { contactAttempts: 1 })
    expect(await publish(tree.root, { ...preset.policy, contactAttempts: 7, idleMinutes: 15 })).toMatchObject({ version: 2, unitsChanged: 4 })
    expect(await policyOf(tree.window)).toMatchObject({ contactAttempts: 1, idleMinutes: 15 })
    expect(await policyOf(tree.other)).toMatchObject({ contactAttempts: 7, idleMinutes: 15 })
  })

  it('replaces a unit’s former version as a whole: what the new one leaves out is inherited again', async () => {
    await publish(tree.other, { contactAttempts: 1 })
    await publish(tree.other, { idleMinutes: 10 })
    expect(await policyOf(tree.other)).toMatchObject({ contactAttempts: preset.policy.contactAttempts, idleMinutes: 10 })
    expect(await publish(tree.other, {})).toMatchObject({ version: 3, digest: await digestOfUnit(tree.root) })
  })

  it('leaves an old policy where cases pinned to it find it', async () => {
    const pinned = await digestOfUnit(tree.other)
    await publish(tree.root, { ...preset.policy, systemName: '首办责任制' })
    expect((await policyByDigest(database.db, pinned)).systemName).toBe('首问负责制')
    expect((await policyOf(tree.other)).systemName).toBe('首办责任制')
    await expect(database.db.deleteFrom('policies').where('digest', '=', pinned).execute()).rejects.toThrow('append-only')
  })

  it('refuses an incomplete policy for the root and unknown settings for a unit, and writes nothing', async () => {
    const before = await digestOfUnit(tree.root)
    await expect(publish(tree.root, { contactAttempts: 1 })).rejects.toThrow(PolicyRefused)
    await expect(publish(tree.office, { contactAttemps: 1 })).rejects.toThrow('Did you mean “contactAttempts”?')
    await expect(publish(tree.office, null)).rejects.toThrow(PolicyRefused)
    expect(await digestOfUnit(tree.root)).toBe(before)
    const versions = await database.db.selectFrom('policy_versions').select('version').where('institution_id', '=', institutionId).execute()
    expect(versions).toEqual([{ version: 1 }])
  })

  it('refuses a unit of another institution', async () => {
    await expect(transaction(database.db, (trx) => publishPolicy(trx, { institutionId, unitId: id(), overlay: {}, at: AT, by: null }))).rejects.toThrow('has no unit')
  })

  it('numbers publications made at once without a gap, and the last one holds', async () => {
    const published = await Promise.all([3, 4, 5, 6].map((contactAttempts) => publish(tree.office, { contactAttempts })))
    expect(published.map((one) => one.version).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4])
    const last = published.find((one) => one.version === 4)
    expect(await digestOfUnit(tree.window)).toBe(last?.digest)
  })

  it('gives a new unit the policy of its parent, also while one is being published', async () => {
    const unitId = id()
    const [, published] = await Promise.all([
      transaction(database.db, async (trx) => {
        const digest = await policyForNewUnit(trx, institutionId, tree.office)
        await trx.insertInto('units').values({
          institution_id: institutionId, id: unitId, parent_id: tree.office, path: [tree.root, tree.office, unitId], kind: 'window', name: '新窗口',
          register_code: null, phone: null, room: null, policy_digest: digest,
        }).execute()
      }),
      publish(tree.office, { contactAttempts: 9 }),
    ])
    expect(await digestOfUnit(unitId)).toBe(published.digest)
  })
})

describe('reading', () => {
  it('reads a policy once and shares it', async () => {
    const digest = await digestOfUnit(tree.root)
    expect(await policyByDigest(database.db, digest)).toBe(await policyByDigest(database.db, digest))
    expect(await policyByDigest(database.db, digest)).toEqual(preset.policy)
    expect(Object.isFrozen((await policyByDigest(database.db, digest)).limits.decide)).toBe(true)
  })

  it('says which policy is missing', async () => {
    await expect(policyByDigest(database.db, 'ffff')).rejects.toThrow('ffff')
  })
})

describe('the calendar', () => {
  const publishHours = (definition: unknown) => transaction(database.db, (trx) => publishCalendar(trx, { institutionId, definition, at: AT }))

  it('is missing until one is published', async () => {
    await expect(currentCalendar(database.db, institutionId)).rejects.toThrow('no calendar')
  })

  it('has the institution’s sessions and zone and the statutory holidays, and is one object for one content', async () => {
    await publishHours(preset.calendar)
    const calendar = await currentCalendar(database.db, institutionId)
    expect(calendar).toMatchObject({ timeZone: 'Asia/Shanghai', kind: 'sessions', sessions: preset.calendar.sessions })
    expect(calendar.rest).toContain('2026-10-01')
    expect(await currentCalendar(database.db, institutionId)).toBe(calendar)
    expect(await currentCalendar(database.db, institutionId, 'aroundTheClock')).toMatchObject({ kind: 'aroundTheClock', timeZone: 'Asia/Shanghai' })
    await expect(currentCalendar(database.db, institutionId, 'lunar')).rejects.toThrow('lunar')
  })

  it('is the newest version at once, and follows the institution’s zone', async () => {
    await publishHours(preset.calendar)
    const before = await currentCalendar(database.db, institutionId)
    expect(await publishHours({ ...preset.calendar, weekdays: [1, 2, 3, 4, 5, 6] })).toEqual({ version: 2 })
    expect((await currentCalendar(database.db, institutionId)).weekdays).toEqual([1, 2, 3, 4, 5, 6])
    expect(before.weekdays).toEqual([1, 2, 3, 4, 5])
    await database.db.updateTable('institutions').set({ time_zone: 'Asia/Urumqi' }).where('id', '=', institutionId).execute()
    expect((await currentCalendar(database.db, institutionId)).timeZone).toBe('Asia/Urumqi')
  })

  it('is refused when its hours make no sense, with nothing written', async () => {
    await expect(publishHours({ ...preset.calendar, sessions: [{ from: '17:30', to: '08:30' }] })).rejects.toThrow('sessions[0]')
    await expect(publishHours({ ...preset.calendar, sesions: [] })).rejects.toThrow('Did you mean “sessions”?')
    await expect(currentCalendar(database.db, institutionId)).rejects.toThrow('no calendar')
  })
})
