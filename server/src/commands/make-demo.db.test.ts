import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATEGORIES, STATUSES } from '@daodi/contract/shared/codes.ts'
import { workingDaysBetween, worksOnDayOf } from '@daodi/domain/calendar/calendar.ts'
import { newIdAt } from '../database/new-id.ts'
import { cloneDatabase, type ClonedDatabase } from '../database/testing.ts'
import { transaction } from '../database/transaction.ts'
import type { Db, Services } from '../http/route.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import { settled } from '../ledger/testing-settled.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { workerLag } from '../obligations/store-figures.ts'
import { currentCalendar } from '../policy/store.ts'
import { makeDemo } from './make-demo.ts'
import { testingSecrets } from '../secrets/testing-secrets.ts'
import type { DemoCounts } from './store-demo.ts'

const WEDNESDAY = '2026-11-18T02:30:00.000Z'
/** Nobody works: deep in the night of the National Day holiday, Beijing time. */
const HOLIDAY_NIGHT = '2026-10-03T19:12:34.567Z'

interface Made { database: ClonedDatabase; services: Services; counts: DemoCounts }

function servicesOn(db: Db, now: string): Services {
  const log = { info: () => undefined, warn: () => undefined, error: (message: object | string) => { console.error(message) } }
  return { db, clock: () => now, newId: () => newIdAt(Date.parse(now)), dataDir: tmpdir(), ledgerAlgorithm: 'sha256', demo: true, log, secrets: testingSecrets }
}

async function make(now: string, inside: 'one transaction' | 'many'): Promise<Made> {
  const database = await cloneDatabase()
  const services = servicesOn(database.db, now)
  const counts = inside === 'many' ? await makeDemo(services) : await transaction(database.db, (db) => makeDemo({ ...services, db }))
  return { database, services, counts }
}

async function rows<Row>({ database }: Made, text: string): Promise<Row[]> {
  return (await database.pool.query(text)).rows as Row[]
}

const single = async (made: Made, text: string): Promise<number> => Number(Object.values((await rows<Record<string, unknown>>(made, text))[0] ?? {})[0])

/** What the same seed and the same clock have to give again; ids and codes are as random as ever. */
const WORDS = `select c.number, t.body, c.status, c.round, c.grade, c.registered_at, c.due_at, p.name from cases c
  join texts t on t.institution_id = c.institution_id and t.id = c.subject_id join people p on p.institution_id = c.institution_id and p.id = c.handler_id order by c.number`

describe('the demonstration', () => {
  let made: Made
  beforeAll(async () => { made = await make(WEDNESDAY, 'many') }, 300_000)
  afterAll(async () => { await made.database.drop() })

  it('has a bureau and a ward with people, matters and some three hundred cases', async () => {
    expect(made.counts).toMatchObject({ institutions: 2, people: 43, matters: 68 })
    expect(made.counts.cases).toBeGreaterThanOrEqual(290)
    expect(made.counts.cases).toBeLessThanOrEqual(330)
    expect(made.counts.open).toBeGreaterThanOrEqual(40)
    expect(made.counts.open).toBeLessThanOrEqual(80)
    expect(made.counts.late).toBeGreaterThanOrEqual(6)
    const bureau = await single(made, `select count(*) from matters m join institutions i on i.id = m.institution_id where i.name like '青山县住房和城乡建设局%'`)
    expect(bureau).toBeGreaterThanOrEqual(45)
    expect(await single(made, `select count(*) from institutions where name not like '%（演示）%'`)).toBe(0)
  })

  it('spans the sixty working days before now, and on hardly any of them nobody asked', async () => {
    const days = await rows<{ id: string; first: string; day: string }>(made, `select i.id, min(c.registered_at) as first, c.register_day::text as day from cases c
      join institutions i on i.id = c.institution_id where i.name like '青山县住房%' group by 1, 3 order by 3`)
    const calendar = await currentCalendar(made.database.db, days[0]?.id ?? '')
    const spanned = workingDaysBetween(calendar, new Date(days[0]?.first ?? '').toISOString(), WEDNESDAY)
    expect([58, 59, 60]).toContain(spanned)
    expect(days.filter(({ day }) => worksOnDayOf(calendar, `${day}T04:00:00.000Z`)).length).toBeGreaterThanOrEqual(50)
  })

  it('shows every status, every branch and every kind of duty in both institutions or in one', async () => {
    const found = async (text: string): Promise<string[]> => (await rows<{ value: string }>(made, text)).map(({ value }) => value)
    expect(await found('select distinct status as value from cases order by 1')).toEqual([...STATUSES].toSorted())
    expect(await found(`select distinct state->>'branch' as value from cases where state->>'branch' is not null order by 1`)).toEqual(['colleague', 'mine', 'notOurs', 'onSpot', 'otherUnit', 'unclear'])
    expect(await found(`select distinct kind as value from obligations where state = 'open' and case_id is not null order by 1`)).toEqual(['approve', 'assist', 'callBack', 'checkEffect', 'decide', 'feedback', 'fillIn', 'reply', 'reportBack', 'resolve', 'rule', 'signFor', 'visit'])
    const kinds = await found('select distinct kind as value from ledger_entries')
    expect(kinds).toEqual(expect.arrayContaining([
      'referral-returned', 'ruling-given', 'promise-made', 'notice-issued', 'papers-taken', 'papers-complete', 'papers-returned', 'note-added', 'contact-failed', 'case-reopened',
      'case-withdrawn', 'field-corrected', 'information-added', 'case-rated', 'requester-revealed', 'obligation-warned', 'obligation-late', 'obligation-climbed',
      'sheet-filled', 'step-completed', 'case-flagged', 'assignment-confirmed', 'emergency-raised', 'child-added', 'parent-set', 'record-completed', 'effect-planned', 'effect-checked',
    ]))
    expect(await found('select distinct institution_id::text as value from cases where ended_at is null')).toHaveLength(2)
    expect((await found('select distinct category as value from cases')).every((category) => (CATEGORIES as readonly string[]).includes(category))).toBe(true)
    expect(await single(made, `select count(*) from cases where confidential and category = 'report'`)).toBeGreaterThanOrEqual(2)
    expect(await single(made, `select count(*) from cases where channel = 'web'`)).toBeGreaterThanOrEqual(10)
  })

  it('has the proportions of a real hotline: half answered on the spot, consultations first, ratings from very good to bad', async () => {
    const share = async (where: string): Promise<number> => await single(made, `select count(*) from cases where ${where}`) / made.counts.cases
    expect(await share(`state->>'branch' in ('onSpot', 'notOurs')`)).toBeGreaterThan(0.42)
    expect(await share(`state->>'branch' in ('onSpot', 'notOurs')`)).toBeLessThan(0.58)
    expect(await share(`category = 'consultation'`)).toBeGreaterThan(await share(`category = 'help'`))
    expect(await share(`category = 'help'`)).toBeGreaterThan(await share(`category = 'suggestion'`))
    expect(await share(`category in ('complaint', 'report')`)).toBeLessThan(0.12)
    expect((await rows<{ grade: number }>(made, 'select distinct grade from cases where grade is not null order by 1')).map(({ grade }) => grade)).toEqual([1, 2, 3, 4, 5])
    expect(await single(made, 'select count(distinct t.body) from cases c join texts t on t.institution_id = c.institution_id and t.id = c.subject_id')).toBeGreaterThan(250)
  })

  it('keeps the ledger whole, sealed, and equal to what replaying it gives', async () => {
    const verdict = await verifyLive(made.services)
    expect(verdict).toMatchObject({ ok: true, ledger: { findings: [] }, tables: { findings: [], cases: made.counts.cases } })
    // The horizon is the whole database server's: a transaction of another test may have held the last entries back.
    await settled(made.database.db)
    await sealLedger(made.services)
    expect(await single(made, 'select sum(entries) from ledger_seals')).toBe(made.counts.ledgerEntries)
  })

  it('leaves no open case unowned and nothing that was due unfired', async () => {
    expect(await single(made, `select count(*) from cases c where c.status in ('registered', 'handling', 'resolved')
      and not exists (select from obligations o where o.institution_id = c.institution_id and o.case_id = c.id and o.state = 'open')`)).toBe(0)
    expect(await workerLag(made.database.db, WEDNESDAY)).toBe(0)
    expect(await single(made, `select count(*) from obligations where state = 'open' and due_at < '${WEDNESDAY}' and late_at is null and paused_at is null`)).toBe(0)
    expect(await single(made, `select count(*) from obligations where late_at is not null and late_at <> due_at`)).toBe(0)
    expect(await single(made, `select count(*) from ledger_entries where at > '${WEDNESDAY}'`)).toBe(0)
  })

  it('gives each person on the strip of roles something to do today', async () => {
    const people = await rows<{ name: string; demo_role: string; password_hash: string | null; owed: string; told: string }>(made, `select p.name, p.demo_role, p.password_hash,
      (select count(*) from obligations o where o.institution_id = p.institution_id and o.person_id = p.id and o.state = 'open') as owed,
      (select count(*) from obligation_rungs r join obligations o on o.institution_id = r.institution_id and o.id = r.obligation_id and o.state = 'open'
        where r.institution_id = p.institution_id and r.person_id = p.id) as told from people p where p.demo_role is not null order by p.id`)
    expect(people.map((person) => person.demo_role)).toEqual(['receptionist', 'handler', 'head', 'leader', 'office', 'supervisor', 'administrator', 'guideNurse', 'headNurse'])
    expect(people.every((person) => person.password_hash === null)).toBe(true)
    const busy = (role: string): number => { const person = people.find((candidate) => candidate.demo_role === role); return Number(person?.owed) + Number(person?.told) }
    for (const role of ['receptionist', 'handler', 'head', 'leader', 'office', 'guideNurse', 'headNurse']) expect(busy(role), role).toBeGreaterThan(0)
    const day = `'2026-11-18T00:00:00+08:00' and '2026-11-19T00:00:00+08:00'`
    expect(await single(made, `select count(*) from obligations where state = 'open' and late_at is null and due_at between ${day}`)).toBeGreaterThanOrEqual(5)
    expect(await single(made, `select count(*) from obligations where state = 'open' and kind = 'signFor'`)).toBeGreaterThanOrEqual(6)
  })

  it('gives the same numbers, words and moments again, also inside one transaction', async () => {
    const again = await make(WEDNESDAY, 'one transaction')
    expect(again.counts).toEqual(made.counts)
    expect(await rows(again, WORDS)).toEqual(await rows(made, WORDS))
    expect((await verifyLive(again.services)).ok).toBe(true)
    await again.database.drop()
  }, 300_000)
})

describe('the demonstration on a holiday at night', () => {
  it('ends at that moment with as much on the desks, and nobody of the bureau at work', async () => {
    const made = await make(HOLIDAY_NIGHT, 'one transaction')
    expect(made.counts.open).toBeGreaterThanOrEqual(40)
    expect(await workerLag(made.database.db, HOLIDAY_NIGHT)).toBe(0)
    expect(await single(made, `select count(*) from ledger_entries where at > '${HOLIDAY_NIGHT}'`)).toBe(0)
    const bureau = `select count(*) from ledger_entries e join institutions i on i.id = e.institution_id where i.name like '青山县住房%' and e.actor not in ('public', 'system') and `
    expect(await single(made, `${bureau} e.at > '2026-10-01T00:00:00+08:00'`)).toBe(0)
    expect(await single(made, `${bureau} extract(hour from e.at at time zone 'Asia/Shanghai') not between 8 and 17`)).toBe(0)
    expect(await single(made, `select count(*) from obligations where state = 'open' and due_at > '${HOLIDAY_NIGHT}'`)).toBeGreaterThan(20)
    await made.database.drop()
  }, 300_000)
})
