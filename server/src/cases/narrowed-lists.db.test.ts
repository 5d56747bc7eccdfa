import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeExport } from '../exports/write-export.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
let folder: string
const cases: Record<string, string> = {}
beforeAll(async () => {
  world = await makeWorld()
  folder = await mkdtemp(join(tmpdir(), 'daodi-lists-'))
  await tell()
})
afterAll(async () => { await world.drop(); await rm(folder, { recursive: true, force: true }) })

const asked = (who: Who, subject: string, decision: object) => world.call(who, 'POST', '/api/staff/cases', { channel: 'visit', subject, category: 'help', decision })
const act = async (who: Who, name: string, path: string, body: object = {}) => {
  const done = await world.call(who, 'POST', `/api/staff/cases/${cases[name]}/${path}`, body)
  expect(done.status, JSON.stringify(done.body)).toBe(200)
}

/** Six questions: two of them handed to 钱博, one kept without a date and one with, one answered, one that is none of ours. */
async function tell(): Promise<void> {
  const told: [string, Who, object][] = [
    ['路灯', 'li', { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由许可科核发' }],
    ['井盖', 'li', { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由许可科核发' }],
    ['围挡', 'zhou', { branch: 'mine' }], ['树枝', 'zhou', { branch: 'mine', promisedAt: '2026-03-04T17:00:00+08:00' }],
    ['地址', 'zhou', { branch: 'onSpot', text: '在一楼大厅。' }], ['社保', 'zhou', { branch: 'notOurs', text: '由人社局办理。', where: '人社局窗口' }],
  ]
  for (const [name, who, decision] of told) {
    const done = await asked(who, name, decision)
    expect(done.status, JSON.stringify(done.body)).toBe(201)
    cases[name] = done.body.id
  }
  world.setTime('2026-03-02 09:30')
  await act('qian', '路灯', 'referral/acceptance')
  world.setTime('2026-03-02 09:40')
  await act('qian', '井盖', 'referral/acceptance')
  world.setTime('2026-03-02 15:00')
}

const list = async (who: Who, query: string): Promise<string[]> => (await world.call(who, 'GET', `/api/staff/cases?view=all&${query}`)).body.rows.map(({ subject }: { subject: string }) => subject)
const exported = async (who: Who, filters: object): Promise<number> => {
  const { body } = await world.call(who, 'POST', '/api/staff/exports', { layout: 'brief', filters: { view: 'all', ...filters } })
  await writeExport({ institutionId: world.institutionId, exportId: body.id }, { ...world.services, dataDir: folder })
  return (await world.call(who, 'GET', `/api/staff/exports/${body.id}`)).body.done
}

describe('a list of cases', () => {
  it.each([
    ['handler', () => ({ handlerId: world.people.qian }), ['井盖', '路灯']],
    ['first contact', () => ({ firstContactId: world.people.li }), ['井盖', '路灯']],
    ['outcome', () => ({ outcome: 'outside' }), ['社保']],
    ['outcome of somebody', () => ({ outcome: 'solved', firstContactId: world.people.zhou }), ['地址']],
    ['what has no date though it ought to', () => ({ promise: 'missing' }), ['围挡', '井盖', '路灯']],
    ['what a unit was asked first', () => ({ unitId: world.units['许可科'], unitPart: 'first' }), ['社保', '地址', '树枝', '围挡']],
    ['what a unit handles', () => ({ unitId: world.units['许可科'], unitPart: 'handling', open: true }), ['树枝', '围挡', '井盖', '路灯']],
  ])('is narrowed by %s, on the page as in the workbook', async (_, filters, subjects) => {
    expect(await list('bao', Object.entries(filters()).map(([name, value]) => `${name}=${String(value)}`).join('&'))).toEqual(subjects)
    expect(await exported('bao', filters())).toBe(subjects.length)
  })

  it('does not tell of a missing date while it may still be answered on the spot', async () => {
    const fresh = await asked('zhou', '刚问的', { branch: 'mine' })
    expect(await list('bao', 'promise=missing')).not.toContain('刚问的')
    await world.call('zhou', 'POST', `/api/staff/cases/${fresh.body.id}/withdrawal`, { reason: '来访人不办了' })
  })

  it('is as long as the figure that leads to it, and what the reader may not see stands beside the figure', async () => {
    const { counts, people } = (await world.call('sun', 'GET', `/api/staff/units/${world.units['许可科']}/overview`)).body
    for (const { personId, handling, handlingHidden, firstContact, firstContactHidden } of people) {
      expect((await list('sun', `open=true&handlerId=${personId}`)).length).toBe(handling - handlingHidden)
      expect((await list('sun', `open=true&firstContactId=${personId}`)).length).toBe(firstContact - firstContactHidden)
    }
    expect((await list('sun', `open=true&unitPart=handling&unitId=${world.units['许可科']}`)).length).toBe(counts.open - counts.openElsewhere)
    // 安宁 takes in what is asked on the web for the whole bureau, and the office's head sees none of it.
    await world.call(null, 'POST', '/api/public/cases', { subject: '路灯不亮', requester: { phone: '13900001111' } })
    const an = (await world.call('bao', 'GET', `/api/staff/units/${world.units['办公室']}/overview`)).body
    expect(an.counts).toMatchObject({ open: 1, openElsewhere: 1 })
  })
})

describe('what a first contact follows', () => {
  const follow = async (query = '') => (await world.call('li', 'GET', `/api/staff/cases?view=following${query}`)).body

  it('is listed with working days since, the longest not followed first, page by page', async () => {
    world.setTime('2026-03-05 10:00')
    const first = await follow('&limit=1')
    expect(first.rows).toMatchObject([{ subject: '路灯', unfollowed: { since: '2026-03-02T01:30:00.000Z', workingDays: 3 } }])
    expect((await follow(`&limit=1&after=${first.next}`)).rows).toMatchObject([{ subject: '井盖' }])
    await act('li', '路灯', 'notes', { kind: 'progress', text: '问过钱博，明天出件。' })
    expect((await follow()).rows.map((row: { subject: string; unfollowed: { workingDays: number } }) => [row.subject, row.unfollowed.workingDays])).toEqual([['井盖', 3], ['路灯', 0]])
    expect(await exported('li', { view: 'following' })).toBe(2)
    expect((await verifyLive(world.services)).tables.findings).toEqual([])
  })

  it('is nothing where the regulation lets them go', async () => {
    await world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId: world.institutionId, unitId: world.units['规划科'] ?? '', overlay: { firstContactUntil: 'signedFor' }, at: world.services.clock(), by: null }))
    const { body } = await asked('li', '下水道', { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由许可科核发' })
    cases['下水道'] = body.id
    await act('qian', '下水道', 'referral/acceptance')
    expect((await follow()).rows.map((row: { subject: string }) => row.subject)).toEqual(['井盖', '路灯'])
  })
})

describe('the figures of a unit', () => {
  const figures = async () => (await world.call('sun', 'GET', `/api/staff/units/${world.units['许可科']}/figures`)).body

  it('have the share finished in time by when it fell due, and what was none of ours', async () => {
    expect(await figures()).toMatchObject({ firstDay: '2026-02-04', outside: 1, finishing: { due: 1, onTime: 0 } })
    await act('zhou', '树枝', 'resolution', { outcome: 'solved', text: '已经修剪。' })
    world.setTime('2026-03-06 09:00')
    expect((await figures()).finishing).toEqual({ due: 1, onTime: 0, withoutExtension: 0 })
    await act('qian', '路灯', 'resolution', { outcome: 'solved', text: '已经更换。' })
    world.setTime('2026-03-11 09:00')
    // 路灯 was finished before it fell due; 井盖 and 围挡 are still open.
    expect((await figures()).finishing).toEqual({ due: 4, onTime: 1, withoutExtension: 1 })
    expect((await list('sun', `unitId=${world.units['许可科']}&unitPart=first&outcome=outside&from=2026-02-10`)).length).toBe((await figures()).outside)
  })
})

describe('what is passed to and fro', () => {
  const unit = (name: string) => ({ toUnitId: world.units[name], reason: '归那边管' })
  const repeated = async (who: Who, more = '') => (await world.call(who, 'GET', `/api/staff/cases?view=all&passing=repeated${more}`)).body.rows as { subject: string; passing: { referred: number; returned: number; acts: { act: string; personName: string; fromUnitName: string; toUnitName: string }[] } }[]

  it('is listed with how often and by whom, refused leave for a further referral included, and exported and counted alike', async () => {
    const transfers = { second: 'approval' as const, from: 3, by: [{ of: 'institution' as const, post: 'leaderInCharge' }], earlier: 'free' as const }
    await world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId: world.institutionId, unitId: world.units['许可科'] ?? '', overlay: { transfers }, at: world.services.clock(), by: null }))
    expect(await repeated('sun')).toEqual([])
    cases['推来推去'] = (await asked('qian', '推来推去', { branch: 'otherUnit', toPersonId: world.people.li, ...unit('规划科') })).body.id
    await act('li', '推来推去', 'referral/acceptance')
    // The second one is free here: leave is needed from the third on.
    await act('li', '推来推去', 'referral', { toPersonId: world.people.an, ...unit('办公室') })
    await act('an', '推来推去', 'referral/acceptance')
    expect((await repeated('sun')).map(({ subject, passing: { referred } }) => [subject, referred])).toEqual([['推来推去', 2]])
    await act('an', '推来推去', 'referral', { toPersonId: world.people.zhou, ...unit('许可科') })
    await act('bao', '推来推去', 'transfer/decision', { approve: false, reason: '由办公室办' })
    const [row] = await repeated('sun', `&unitId=${world.units['许可科']}&unitPart=first`)
    expect(row?.passing).toMatchObject({ referred: 3, returned: 0 })
    expect(row?.passing.acts.map((one) => [one.act, one.personName, one.fromUnitName, one.toUnitName])).toEqual([
      ['referred', '钱博', '许可科', '规划科'], ['referred', '李文', '规划科', '办公室'], ['refused', '安宁', null, '许可科'],
    ])
    expect((await list('sun', 'handlerId=' + world.people.an)).length).toBe(1)
    expect((await world.call('sun', 'GET', `/api/staff/units/${world.units['许可科']}/figures`)).body.passedOn).toBe(1)
    expect(await exported('sun', { passing: 'repeated' })).toBe(1)
    expect((await verifyLive(world.services)).tables.findings).toEqual([])
  })
})
