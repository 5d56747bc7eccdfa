import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { evolve } from '@daodi/domain/cases/evolve.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { firstBadEntry } from '@daodi/domain/ledger/chain-check.ts'
import { digestOf } from '../ledger/digest.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { advanceObligations } from '../obligations/advance.ts'
import { CAST, makeWorld, type Who, type World } from '../testing-world.ts'
import { caseKeeper } from './keeper.ts'
import { brokenInvariants } from './store-invariants.ts'

const ACTS = 2400
const AT_ONCE = 8
const SEALED_EVERY = 400
const PEOPLE = (Object.keys(CAST) as Who[]).filter((who) => who !== 'out')

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

/** Mulberry32: the same seed plays the same game, as far as concurrency lets it. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const random = randomFrom(20260302)
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
const unit = (): string | undefined => world.units[pick(['规划科', '许可科', '办公室', '局'])]
const person = (): string => world.people[pick(PEOPLE)]

/** Of the case that is being acted on: the id of one of what is open in it. */
let acting: CaseState | null = null
const openId = (list: 'custody' | 'consultations' | 'inquiries'): string => acting?.[list][0]?.id ?? '00000000-0000-4000-8000-000000000000'
const otherCase = (): string => pick(cases.slice(-14)).id

interface Known { id: string; number: string; code: string }
const cases: Known[] = []
let nowMs = Date.parse('2026-03-02T01:00:00.000Z')

const DECISIONS = [
  () => ({ branch: 'onSpot', text: '当场答复。' }), () => ({ branch: 'mine', papers: [{ name: '身份证' }, { name: '申请表', given: true }] }), () => ({ branch: 'mine' }),
  () => ({ branch: 'colleague', toPersonId: person() }), () => ({ branch: 'otherUnit', toUnitId: unit(), reason: '由你们办理' }),
  () => ({ branch: 'otherUnit', toUnitId: unit(), toPersonId: person(), reason: '由你们办理' }), () => ({ branch: 'notOurs', text: '请到县公交公司咨询。', where: '县公交公司' }),
  () => ({ branch: 'unclear', reason: '职责不清' }),
]
const laterOn = (): string => new Date(nowMs + random() * 1.8e9).toISOString()
/** The case that is being acted on: the ids of what is open in it. */
let course: CaseState['course'] | null = null
const idOf = (items: readonly { id: string }[] | undefined): string => (items && items.length > 0 ? pick(items).id : world.services.newId())
const ON_ITS_COURSE: [string, () => object][] = [
  ['extension', () => ({ until: laterOn(), reason: '等批复' })], ['pause', () => ({ cause: pick(['papers', 'thirdParty', 'appointment']), until: laterOn(), reason: '等批复' })],
  ['approval', () => ({ approve: random() < 0.8, reason: '看过了' })], ['approval', () => ({ approve: true })], ['resumption', () => ({})], ['refusal-report', () => ({ reason: '不符合条件' })],
  ['assists', () => ({ assistants: [{ unitId: unit() }], task: '请核实' })], ['assists/opinion', () => ({ assistId: idOf(course?.assists), text: '属实' })],
  ['assists/opinion', () => ({ assistId: idOf(course?.assists), text: '属实' })], ['assists/waiver', () => ({ assistId: idOf(course?.assists), reason: '不需要了' })],
  ['urges', () => ({})], ['instructions', () => ({ text: '抓紧' })], ['instructions/report', () => ({ instructionId: idOf(course?.instructions), text: '已办' })],
  ['supervision', () => ({ level: pick(['general', 'key', 'listed']), requirement: '限期' })], ['supervision/report', () => ({ text: '进展' })], ['supervision/sign-off', () => ({ opinion: '同意' })],
  ['appointment', () => ({ at: laterOn(), home: random() < 0.5 })], ['appointment/move', () => ({ at: laterOn(), reason: '改期' })], ['appointment/outcome', () => ({ kept: random() < 0.5 })],
  ['undone', () => ({ text: '没办成' })], ['support', () => ({ text: '需要车' })], ['help/answer', () => ({ helpId: idOf(course?.help), text: '已协调' })],
  ['contacts', () => ({ channel: 'phone', text: '正在办理。' })], ['receipt-confirmation', () => ({ channel: 'phone' })], ['archive', () => ({ summary: '小结' })],
]
const ON_A_CASE: [string, () => object][] = [
  ['decision', () => pick(DECISIONS)()], ['referral', () => ({ toUnitId: unit(), reason: '转你处' })], ['referral', () => ({ toUnitId: unit(), toPersonId: person(), reason: '转你' })],
  ['referral/acceptance', () => ({})], ['referral/acceptance', () => ({})], ['referral/acceptance', () => ({})], ['referral/return', () => ({ reason: '不属我科', basis: '职责第三条', suggestedUnitId: unit() })],
  ['referral/withdrawal', () => ({})], ['ruling-request', () => ({ reason: '拿不准' })], ['ruling', () => ({ handlerPersonId: person() })], ['ruling', () => ({ handlerPersonId: person() })],
  ['promise', () => ({ dueAt: new Date(nowMs + random() * 9e8).toISOString() })], ['notice', () => ({ papers: [{ name: '身份证' }], reason: '上次漏列' })], ['papers', () => ({ papers: ['身份证', '申请表'] })],
  ['resolution', () => ({ outcome: pick(['solved', 'explained', 'outside']), text: '已办理。' })], ['resolution', () => ({ outcome: 'solved', text: '已办理。' })],
  ['reply', () => ({ channel: 'phone', text: '办好了。', close: random() < 0.5 })], ['reply', () => ({ channel: 'visit', text: '办好了。' })], ['contact-attempts', () => ({ channel: 'phone' })],
  ['closing', () => ({})], ['reopening', () => ({ reason: '没办完' })], ['withdrawal', () => ({ reason: '不办了' })], ['notes', () => ({ kind: 'progress', text: '正在核实。' })],
  ['corrections', () => ({ field: 'urgency', value: pick(['normal', 'urgent']), reason: '更正' })], ['corrections', () => ({ field: 'subject', value: `更正后的事由${Math.floor(random() * 9)}`, reason: '更正' })],
  ['requester/reveal', () => ({})],
  ['colleague-calls', () => ({ personId: person(), channel: 'phone', reached: random() < 0.3 })], ['relay', () => ({ toPersonId: person(), text: '请联系来访人' })], ['relay/acknowledgement', () => ({})],
  ['person-contacts', () => ({ channel: 'phone' })], ['papers/hand-over', () => ({ custodyId: openId('custody'), toPersonId: person() })], ['papers/confirmation', () => ({ custodyId: openId('custody') })],
  ['questions', () => ({ question: '可以吗？', toPersonIds: random() < 0.5 ? undefined : [person(), person()] })], ['questions/answer', () => ({ questionId: openId('consultations'), text: '可以。' })],
  ['transfer/decision', () => ({ approve: random() < 0.5, reason: '由你科办理' })], ['inquiries', () => ({ party: '兄弟公司', question: '进展如何？' })],
  ['inquiries/answer', () => ({ inquiryId: openId('inquiries'), text: '下周办好。', tellPerson: random() < 0.5 })], ['unsolved', () => ({ text: '确实解决不了，已说明。' })], ['unsolved/answer', () => ({ text: '由我跟进。' })],
  ['children', () => ({ subject: '其中一部分', toUnitId: unit(), reason: '请办理' })], ['merge', () => ({ intoCaseId: otherCase(), reason: random() < 0.7 ? '同一处路灯' : undefined })], ['unmerge', () => ({ reason: '不是一件事' })],
  ['assignments', () => ({})], ['assignments/confirmation', () => ({})], ['record', () => ({ subject: '补记的事由', requester: { name: '赵敏' } })],
  ...ON_ITS_COURSE,
]

/** What mostly makes sense in a status; the rest of the acts is tried as well, to be refused. */
const FITTING: Readonly<Record<string, string[]>> = {
  registered: ['decision'], handling: ['referral', 'ruling-request', 'ruling', 'promise', 'notice', 'papers', 'resolution', 'notes', 'corrections', 'colleague-calls', 'relay', 'person-contacts', 'contacts', 'questions', 'inquiries', 'unsolved', 'children', 'merge', 'transfer', 'assignments', 'record',
    'extension', 'pause', 'approval', 'resumption', 'assists', 'urges', 'instructions', 'supervision', 'appointment', 'undone', 'support', 'help'],
  resolved: ['reply', 'contact-attempts', 'closing'], answered: ['closing', 'reopening', 'instructions', 'supervision', 'help', 'unsolved', 'record'], closed: ['reopening', 'archive', 'receipt-confirmation'], merged: ['unmerge'],
}

/** The case as it stands, and somebody whose move it probably is. */
async function likely(caseId: string): Promise<{ state: CaseState; who: Who }> {
  const row = await world.db.selectFrom('cases').select('state').where('id', '=', caseId).executeTakeFirstOrThrow()
  const state = row.state as unknown as CaseState
  course = state.course
  const people = [state.handler.personId, state.firstContact.personId, ...(state.ruling?.arbiters ?? []), ...(state.referral?.toPersonId ? [state.referral.toPersonId] : []), ...state.obligations.flatMap(({ personId }) => personId ?? [])]
  const ofUnit = PEOPLE.filter((candidate) => state.referral && world.units[CAST[candidate].unit] === state.referral.toUnitId)
  const candidates = [...PEOPLE.filter((candidate) => people.includes(world.people[candidate])), ...ofUnit]
  return { state, who: pick(candidates.length > 0 ? candidates : PEOPLE) }
}

async function registerOne(): Promise<number> {
  if (random() < 0.1) {
    const raised = await world.call(pick(PEOPLE), 'POST', '/api/staff/emergencies', { place: '八床' })
    if (raised.status === 201) cases.push({ id: raised.body.id, number: raised.body.number, code: raised.body.trackingCode })
    return raised.status
  }
  const decision = random() < 0.5 ? pick(DECISIONS)() : undefined
  const reply = await world.call(pick(PEOPLE), 'POST', '/api/staff/cases', {
    channel: pick(['visit', 'phone', 'letter']), subject: '路灯不亮', category: pick(['consultation', 'help', 'suggestion', 'report']), requester: { name: '赵敏', phone: '13800000001' }, decision,
  })
  if (reply.status === 201) cases.push({ id: reply.body.id, number: reply.body.number, code: reply.body.trackingCode })
  return reply.status
}

async function oneAct(): Promise<number> {
  if (cases.length < 6 || random() < 0.08) return registerOne()
  const known = pick(cases.slice(-14))
  if (random() < 0.06) return (await world.call(null, 'POST', `/api/public/cases/${known.number}/not-solved`, { code: known.code, reason: '没有解决' })).status
  if (random() < 0.04) return (await world.call(null, 'POST', `/api/public/cases/${known.number}/rating`, { code: known.code, grade: 1 + Math.floor(random() * 5) })).status
  const { state, who } = await likely(known.id)
  const fitting = ON_A_CASE.filter(([path]) => FITTING[state.status]?.includes(path.split('/')[0] ?? ''))
  acting = state
  const [path, body] = random() < 0.7 && fitting.length > 0 ? pick(fitting) : pick(ON_A_CASE)
  return (await world.call(random() < 0.7 ? who : pick(PEOPLE), 'POST', `/api/staff/cases/${known.id}/${path}`, body())).status
}

/** The highest transaction whose entries have been looked at. */
let lookedAt = '0'

/** Verifies and replays whole every stream that has grown since the last look; the names of those that are not as they should be. */
async function differing(): Promise<string[]> {
  const grown = await sql<{ stream: string; xid: string }>`select stream, max(xid)::text as xid from ledger_entries where xid > ${lookedAt}::xid8 group by stream`.execute(world.db)
  if (grown.rows.length === 0) return []
  lookedAt = String(grown.rows.map(({ xid }) => BigInt(xid)).reduce((most, xid) => (xid > most ? xid : most)))
  const entries = await world.db.selectFrom('ledger_entries').select(['institution_id', 'stream', 'seq', 'at', 'actor', 'kind', 'data', 'prev', 'hash', 'algorithm'])
    .where('institution_id', '=', world.institutionId).where('stream', 'in', grown.rows.map(({ stream }) => stream)).orderBy('stream').orderBy('seq').execute()
  const rows = await world.db.selectFrom('cases').select(['id', 'state']).where('id', 'in', grown.rows.map(({ stream }) => stream.slice('case:'.length))).execute()
  const states = new Map(rows.map(({ id, state }) => [`case:${id}`, state]))
  const bad: string[] = []
  for (const { stream } of grown.rows) {
    const own = entries.filter((entry) => entry.stream === stream).map(({ institution_id: institutionId, ...entry }) => ({ ...entry, institutionId }))
    const replayed = own.reduce<CaseState | null>((before, { at, actor, kind, data, institutionId }) =>
      evolve(before, { kind, ...data } as unknown as CaseFact, { caseId: stream.slice('case:'.length), institutionId, at, actor }), null)
    if (own.length === 0 || firstBadEntry(own as never, digestOf) || !isDeepStrictEqual(JSON.parse(JSON.stringify(replayed)), states.get(stream))) bad.push(stream)
  }
  return bad
}

/** Seals what can be sealed, and has the whole ledger verified as an operator would: chains, seals, and tables against replay. */
async function sealAndVerify(): Promise<number> {
  await sealLedger(world.services, { wait: true })
  const verdict = await verifyLive(world.services)
  expect(verdict, JSON.stringify(verdict)).toMatchObject({ ok: true })
  return verdict.tables.cases
}

it('keeps every promise through thousands of random acts by random people, several at once', { timeout: 240_000 }, async () => {
  const statuses = new Map<number, number>()
  for (let done = 0; done < ACTS; done += AT_ONCE) {
    nowMs += Math.floor(random() * 3_600_000)
    world.setTime(new Date(nowMs).toISOString())
    const [fired, ...answers] = await Promise.all([advanceObligations(world.services, caseKeeper, { limit: 50 }), ...Array.from({ length: AT_ONCE }, oneAct)])
    expect(fired).toBeGreaterThanOrEqual(0)
    for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
    expect(await brokenInvariants(world.db)).toEqual([])
    expect(await differing()).toEqual([])
    if (done % SEALED_EVERY === 0) await sealAndVerify()
  }
  expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([])
  expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(ACTS / 4)
  expect(await sealAndVerify()).toBeGreaterThan(50)
  // Time and again, not once at the end; nothing is left out but what another database's open transaction holds up.
  const { seals, entries } = await world.db.selectFrom('ledger_seals').select(({ fn }) => [fn.countAll<number>().as('seals'), fn.sum<number>('entries').as('entries')]).executeTakeFirstOrThrow()
  expect(seals).toBeGreaterThan(2)
  expect(entries).toBeGreaterThan(ACTS / 4)
})
