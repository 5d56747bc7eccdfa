import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { holdPost } from '../directory/store-people.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
let root: string
let unit: string
beforeAll(async () => {
  world = await makeWorld()
  root = world.units['局'] ?? ''
  unit = world.units['许可科'] ?? ''
  // The preset plans shifts for the duty officer; here nobody holds that post.
  await world.db.updateTable('shift_kinds').set({ retired_at: world.services.clock() }).where('post', '=', 'dutyOfficer').execute()
})
afterAll(() => world.drop())

const at = (unitId: string, path: string): string => `/api/staff/units/${unitId}/${path}`
/** In a browser, as no token may administer; signed in anew, because the clock moves by weeks. */
const asAdministrator = async (method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown) => world.call(null, method, url, body, await sessionFor(world, 'guan'))
const own = async (unitId: string) => (await asAdministrator('GET', at(unitId, 'policy/settings'))).body
const events = async (stream: string) => (await world.db.selectFrom('ledger_entries').select(['kind', 'data', 'actor']).where('stream', '=', stream).orderBy('seq').execute())

describe('editing the regulation', () => {
  it('shows what is inherited, what is set here, and every setting there is', async () => {
    const { body } = await asAdministrator('GET', at(unit, 'policy/settings'))
    expect(body).toMatchObject({ unit: { isRoot: false }, own: {}, version: 0, inherited: { systemName: '首问负责制' }, draft: null })
    expect(Object.keys(body.schema.properties)).toEqual(expect.arrayContaining(Object.keys(body.inherited)))
    expect(body.posts).toContain('head')
    expect((await own(root)).inherited).toBeNull()
  })

  it('keeps a draft, however unfinished, for the one who writes it', async () => {
    await asAdministrator('POST', at(unit, 'policy/draft'), { settings: { contactAttempts: 'many' }, basedOn: 0 })
    expect((await own(unit)).draft).toMatchObject({ settings: { contactAttempts: 'many' }, basedOn: 0 })
    expect((await asAdministrator('DELETE', at(unit, 'policy/draft'))).status).toBe(204)
    expect((await own(unit)).draft).toBeNull()
  })

  it('names the setting and the way out, also by the line of a text', async () => {
    const { body } = await asAdministrator('POST', at(unit, 'policy/check'), { text: 'contactAttempts: 2\nlimits:\n  decide: { amount: 0, unit: workingHours }\n' })
    expect(body.problems).toMatchObject([{ path: 'limits.decide.amount', line: 3 }])
    expect(body.problems[0].remedy.zh).not.toBe('')
    const broken = await asAdministrator('POST', at(unit, 'policy/check'), { text: 'a: [' })
    expect(broken.body).toMatchObject({ settings: null, problems: [{ line: 1 }] })
    const good = await asAdministrator('POST', at(unit, 'policy/check'), { settings: { contactAttempts: 2 } })
    expect(good.body).toMatchObject({ problems: [], text: 'contactAttempts: 2\n', changes: [{ path: 'contactAttempts', kind: 'changed', before: 3, after: 2 }], unitsChanged: 1 })
  })

  it('publishes with a note under somebody’s name, and says so in the ledger', async () => {
    const published = await asAdministrator('POST', at(unit, 'policy/versions'), { settings: { contactAttempts: 2 }, note: '联系两次即可', basedOn: 0 })
    expect(published).toMatchObject({ status: 201, body: { version: 1, unitsChanged: 1 } })
    const versions = await world.call('li', 'GET', at(unit, 'policy/versions'))
    expect(versions.body.rows).toMatchObject([{ version: 1, byName: '管理员', note: '联系两次即可', restores: null }])
    expect(await events(`policy:${unit}`)).toMatchObject([{ kind: 'policy-published', actor: world.people.guan, data: { version: 1 } }])
    expect((await world.call('li', 'GET', at(unit, 'policy'))).body.policy.contactAttempts).toBe(2)
  })

  it('refuses what was edited from a version that is no longer the newest', async () => {
    const late = await asAdministrator('POST', at(unit, 'policy/versions'), { settings: {}, basedOn: 0 })
    expect(late).toMatchObject({ status: 409, body: { code: 'policy-changed' } })
  })

  it('compares two versions and publishes an old one anew', async () => {
    await asAdministrator('POST', at(unit, 'policy/versions'), { settings: { contactAttempts: 5, replyBy: 'handler' }, basedOn: 1 })
    const compared = await world.call('li', 'GET', at(unit, 'policy/comparison?from=1&to=2'))
    expect(compared.body.changes).toMatchObject([{ path: 'contactAttempts', before: 2, after: 5 }, { path: 'replyBy', kind: 'added', after: 'handler' }])
    const old = await asAdministrator('GET', at(unit, 'policy/versions/1'))
    const claimed = await asAdministrator('POST', at(unit, 'policy/versions'), { settings: { ...old.body.settings, contactAttempts: 4 }, restores: 1, basedOn: 2 })
    expect(claimed).toMatchObject({ status: 422, body: { code: 'not-that-version', pointer: '/restores' } })
    const back = await asAdministrator('POST', at(unit, 'policy/versions'), { settings: old.body.settings, restores: 1, basedOn: 2 })
    expect(back.body.version).toBe(3)
    expect((await own(unit)).own).toEqual({ contactAttempts: 2 })
    expect((await world.call('li', 'GET', at(unit, 'policy/versions?limit=2'))).body).toMatchObject({ rows: [{ version: 3, restores: 1 }, { version: 2 }] })
    expect((await world.call('li', 'GET', at(unit, 'policy/versions/9'))).body.code).toBe('no-such-version')
  })

  it.each([
    ['nobody would receive', { publicIntake: { of: 'institution', post: 'ghost' } }, '/settings/publicIntake'],
    ['nobody would rule', { unclear: [{ of: 'institution', post: 'ghost' }] }, '/settings/unclear'],
    ['nobody would be told', { ladders: { decide: [{ after: { amount: 1, unit: 'workingHours' }, from: 'due', tell: [{ of: 'handler', post: 'ghost' }] }] } }, '/settings/ladders/decide/0/tell'],
  ])('is refused when %s, and nothing is published', async (_, settings, pointer) => {
    const before = (await own(unit)).version
    const refused = await asAdministrator('POST', at(unit, 'policy/versions'), { settings, basedOn: before })
    expect(refused).toMatchObject({ status: 422, body: { code: 'policy-has-problems', errors: [{ pointer }] } })
    expect(refused.body.errors[0].detail).toContain('ghost')
    expect((await own(unit)).version).toBe(before)
  })

  const DUTY_OFFICER = 'ladders.confirm[0].afterHours'
  const paths = (problems: { path: string }[]): string[] => problems.map(({ path }) => path)

  it('publishes the version in force anew, though nobody holds a post that it names, and says so', async () => {
    const { own: settings, version } = await own(root)
    const checked = await asAdministrator('POST', at(root, 'policy/check'), { settings })
    expect(checked.body.problems).toEqual([])
    expect(paths(checked.body.warnings)).toEqual(expect.arrayContaining([DUTY_OFFICER]))
    expect((await asAdministrator('POST', at(root, 'policy/versions'), { settings, restores: version, basedOn: version })).status).toBe(201)
    const more = { ...settings, ladders: { ...settings.ladders, rule: [{ after: { amount: 1, unit: 'workingHours' }, from: 'due', tell: [{ of: 'institution', post: 'dutyOfficer' }] }] } }
    expect(paths((await asAdministrator('POST', at(root, 'policy/check'), { settings: more })).body.problems)).toEqual(['ladders.rule[0].tell'])
  })

  it('takes a post that shifts are planned for as held, wherever they work, until the shifts are given up', async () => {
    const warned = async () => paths((await asAdministrator('POST', at(root, 'policy/check'), { settings: (await own(root)).own })).body.warnings)
    const { body: kind } = await world.call('sun', 'POST', at(unit, 'shift-kinds'), { name: '总值班', from: '17:30', to: '08:30', weekdays: [1, 2, 3, 4, 5, 6, 7], post: 'dutyOfficer' })
    expect(await warned()).not.toContain(DUTY_OFFICER)
    await world.db.updateTable('shift_kinds').set({ retired_at: world.services.clock() }).where('id', '=', kind.id).execute()
    expect(await warned()).toContain(DUTY_OFFICER)
  })

  it('reports a rung that finds nobody in one unit, and lets it be published', async () => {
    const root1 = await own(root)
    await holdPost(world.db, { institutionId: world.institutionId, unitId: root, post: 'dutyOfficer', personId: world.people.an })
    const { body } = await asAdministrator('POST', at(root, 'policy/check'), { settings: root1.own })
    expect(body.problems).toEqual([])
    const [warning, ...more] = body.warnings
    expect(more).toEqual([])
    expect([warning, ...warning.alsoAt].map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(['ladders.decide[0].tell', 'ladders.resolve[0].tell']))
  })

  it('is refused for the root when something is missing', async () => {
    const refused = await asAdministrator('POST', at(root, 'policy/versions'), { settings: { contactAttempts: 1 } })
    expect(refused.status).toBe(422)
    expect(refused.body.errors.length).toBeGreaterThan(10)
  })
})

describe('what would have escalated', () => {
  it('is reckoned on the cases of the last month, and lists those in which something differs', async () => {
    for (const subject of ['问路', '补证']) {
      expect((await world.call('qian', 'POST', '/api/staff/cases', { channel: 'visit', subject, category: 'help', decision: { branch: 'mine' } })).status).toBe(201)
    }
    world.setTime('2026-03-05 09:00')
    const settings = { limits: { resolve: [{ limit: { amount: 1, unit: 'workingHours' } }] } }
    const { status, body } = await asAdministrator('POST', at(unit, 'policy/preview'), { settings })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ total: 2, cases: 2, next: null, more: 0 })
    expect(body.rows).toMatchObject([{ kind: 'resolve', inForce: { late: false }, draft: { late: true, dueAt: '2026-03-02T02:00:00.000Z' } }, { kind: 'resolve' }])
    expect(body.counts.find((count: { kind: string }) => count.kind === 'resolve')).toMatchObject({ duties: 2, lateDraft: 2 })
    const same = await asAdministrator('POST', at(unit, 'policy/preview'), { settings: { contactAttempts: 2 } })
    expect(same.body.rows).toEqual([])
  })
})

describe('the calendar', () => {
  const NOTICE = '关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。'

  it('shows a year with what is estimated, and takes a pasted notice as a new version', async () => {
    const before = (await world.call('li', 'GET', at(root, 'calendar?year=2027'))).body
    expect(before).toMatchObject({ year: 2027, version: 1, mayPublish: false, knownThrough: '2026-12-31' })
    expect(before.days).toHaveLength(365)
    expect(before.days[0]).toMatchObject({ kind: 'work', estimated: true })
    const read = (await asAdministrator('POST', '/api/staff/calendar/notice', { text: NOTICE })).body
    expect(read).toMatchObject({ year: 2027, rest: ['2027-01-01', '2027-01-02', '2027-01-03'], problems: [] })
    const definition = { ...before.whole, notices: [{ year: 2027, rest: read.rest, work: read.work }] }
    const checked = (await asAdministrator('POST', at(root, 'calendar/check'), { definition, year: 2027 })).body
    expect(checked).toMatchObject({ problems: [], knownThrough: '2027-12-31' })
    expect(checked.changed).toContain('2027-01-01')
    expect((await asAdministrator('POST', at(root, 'calendar/versions'), { definition, note: '国办通知', basedOn: 1 })).status).toBe(201)
    expect((await world.call('li', 'GET', at(root, 'calendar?year=2027'))).body.days[0]).toMatchObject({ kind: 'holiday', estimated: false })
    expect(await events(`calendar:${root}`)).toMatchObject([{ kind: 'calendar-published', data: { version: 2 } }])
  })

  it('uses nothing of a notice that contradicts itself', async () => {
    const { body } = await asAdministrator('POST', '/api/staff/calendar/notice', { text: NOTICE.replace('共3天', '共4天') })
    expect(body).toMatchObject({ rest: [], work: [], problems: [{ line: 2 }] })
    expect(body.problems[0].path).toContain('元旦')
  })

  it('lets a unit have its own hours, inherited by nobody else, and shows the deadline by them', async () => {
    const saturday = { weekdays: [1, 2, 3, 4, 5, 6] }
    expect((await asAdministrator('POST', at(unit, 'calendar/versions'), { definition: saturday })).body.version).toBe(1)
    expect((await asAdministrator('POST', at(unit, 'calendar/versions'), { definition: { overrides: [] }, restores: 1, basedOn: 1 })).body.code).toBe('not-that-version')
    const ask = (unitId: string) => world.call('li', 'POST', '/api/staff/deadline-test', { since: '2026-03-06T10:00:00+08:00', limit: { amount: 1, unit: 'workingDays' }, unitId })
    expect((await ask(unit)).body.dueAt).toBe('2026-03-07T09:30:00.000Z')
    const elsewhere = (await ask(world.units['规划科'] ?? '')).body
    expect(elsewhere.dueAt).toBe('2026-03-09T09:30:00.000Z')
    expect(elsewhere.days.map((day: { why: string }) => day.why)).toEqual(['received', 'passed', 'passed', 'counted'])
    const own = (await world.call('li', 'GET', at(unit, 'calendar?year=2026'))).body
    expect(own).toMatchObject({ own: saturday, inherited: { weekdays: [1, 2, 3, 4, 5] } })
  })

  it('reckons the limits of a unit’s cases by the unit’s own days', async () => {
    world.setTime('2026-03-27 10:00')
    const { body } = await world.call('qian', 'POST', '/api/staff/cases', { channel: 'visit', subject: '周六也上班', category: 'consultation', urgency: 'critical', decision: { branch: 'mine' } })
    expect(body.dueAt).toBe('2026-03-28T09:30:00.000Z')
  })

  it('refuses hours that make no sense and a limit that cannot be reckoned', async () => {
    const refused = await asAdministrator('POST', at(unit, 'calendar/versions'), { definition: { sessions: [{ from: '17:00', to: '09:00' }] } })
    expect(refused).toMatchObject({ status: 422, body: { code: 'calendar-has-problems' } })
    const half = await world.call('li', 'POST', '/api/staff/deadline-test', { since: '2026-03-06T10:00:00+08:00', limit: { amount: 1.5, unit: 'workingDays' }, unitId: unit })
    expect(half).toMatchObject({ status: 422, body: { code: 'limit-not-computable' } })
  })
})
