import { readFile, rm } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { filesIn, ownDataFolder, upload } from '../attachments/testing-upload.ts'
import { caseKeeper } from '../cases/keeper.ts'
import { newLog } from '../commands/log.ts'
import { run } from '../commands/requester-erase.ts'
import { writeExport } from '../exports/write-export.ts'
import { learnFromCases } from '../finding/learn.ts'
import { installJobs } from '../jobs/install-jobs.ts'
import { runJobs } from '../jobs/run-jobs.ts'
import { exportLedger } from '../ledger/export-ledger.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import { verifyExport } from '../ledger/verify-export.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { rememberRuling } from '../matters/store-precedents.ts'
import { tasks } from '../tasks.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { eraseRequester, forgetErasedQuestions } from './erase.ts'
import { actsIn, ALIKE, everyTable, pairsIn, RULED, ruledCase, tracesIn, wholeCase, WORDS, type Act } from './testing-erasure.ts'

let world: World
let act: Act
let folder: string
let logged = ''
let said = ''
/** Pairs of characters that tables hold whoever comes. */
let commonplace = new Set<string>()
beforeAll(async () => {
  world = await makeWorld()
  commonplace = pairsIn(`${await everyTable(world)}\n${ALIKE}`)
  act = actsIn(world)
  folder = await ownDataFolder(world)
  await installJobs(world.url)
  world.services.log = newLog('trace', new Writable({ write: (chunk, _encoding, done) => { logged += String(chunk); done() } }))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { said += String(text); return true })
})
afterEach(() => { said = '' })
afterAll(async () => {
  vi.restoreAllMocks()
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})

async function everyFile(): Promise<string> {
  const files = await filesIn(folder)
  return [...files, ...await Promise.all(files.map((file) => readFile(file, 'utf8')))].join('\n')
}

const everyRow = (): Promise<string> => everyTable(world)
const traces = (text: string): string[] => tracesIn(text, commonplace)

describe('erasing a person', () => {
  let kept: Awaited<ReturnType<typeof wholeCase>>
  let requesterId: string

  const learnedNow = async (): Promise<unknown[]> => (await world.pool.query(`select (select coalesce(json_agg(w order by w.word), '[]') from (select word, units, subjects, matters from finding_words) w) as words,
    (select json_agg(t order by t.target_id) from (select target_id, words, cases from finding_targets where cases > 0) t) as targets, (select sum(vocabulary) from finding_progress) as vocabulary`)).rows
  let taughtByOthers: unknown[]

  it('shows what it would do, masked, and does nothing unasked', async () => {
    const other = await world.call('li', 'POST', '/api/staff/cases', { channel: 'phone', subject: ALIKE, category: 'help', decision: { branch: 'mine' } })
    await act('li', other.body.id, 'resolution', { outcome: 'solved', text: '已说明' })
    await act('li', other.body.id, 'reply', { channel: 'phone', text: '已说明', close: true })
    await learnFromCases(world.services)
    taughtByOthers = await learnedNow()
    kept = await wholeCase(world)
    await ruledCase(world)
    expect(await learnFromCases(world.services)).toBe(1)
    await world.call('qian', 'POST', '/api/staff/exports', { layout: 'full', filters: { q: WORDS.name } })
    const { rows: [asked] } = await world.pool.query<{ id: string }>('select id from exports')
    await writeExport({ institutionId: world.institutionId, exportId: asked?.id ?? '' }, world.services)
    requesterId = (await world.call('li', 'GET', `/api/staff/cases/${kept.id}`)).body.requester.id
    await sealLedger(world.services)
    const standing = traces(await everyRow())
    expect(standing).toEqual(expect.arrayContaining([...Object.values(WORDS).filter((word) => word !== WORDS.inside), ...Object.values(RULED), '欧阳', '靖淇', '雨棚', '翠屏', '豆腐', '藤椅', '霉斑']))
    expect(traces(await everyFile())).toContain(WORDS.inside)
    const phone = { positionals: [], values: { phone: '+86 138-7771-2345' } }
    expect(await run(phone, world.services, () => Promise.resolve(null))).toBe(1)
    expect(await run(phone, world.services, () => Promise.resolve(false))).toBe(1)
    expect(said).toContain(requesterId)
    expect(said).toContain('1 still open')
    expect(said).toContain('--yes')
    expect(traces(said)).toEqual([])
    expect((await world.call('li', 'GET', `/api/staff/cases/${kept.id}`)).body.subject).toBe(WORDS.corrected)
    await expect(run({ positionals: [], values: {} }, world.services, () => Promise.resolve(true))).rejects.toThrow('--phone')
    expect(await run({ positionals: [], values: { id: world.people.li } }, world.services, () => Promise.resolve(true))).toBe(1)
  })

  it('leaves nothing of them in tables, ledger, search, jobs, files or log', async () => {
    expect(await run({ positionals: [], values: { id: requesterId, yes: true } }, world.services, () => Promise.reject(new Error('asked')))).toBe(0)
    expect(traces(await everyRow())).toEqual([])
    expect(traces(await everyFile())).toEqual([])
    expect(traces(logged + said)).toEqual([])
    expect(await filesIn(folder)).toEqual([])
    expect(await run({ positionals: [], values: { id: requesterId, yes: true } }, world.services, () => Promise.resolve(true))).toBe(1)
  })

  it('takes back what their questions taught and ruled, and nothing that others taught', async () => {
    expect(await learnedNow()).toEqual(taughtByOthers)
    const administrator = await sessionFor(world, 'guan')
    expect((await world.call(null, 'GET', '/api/staff/precedents', undefined, administrator)).body.rows).toEqual([])
    expect((await world.pool.query(`select actor from ledger_entries where kind = 'precedent-revoked'`)).rows).toEqual([{ actor: 'system' }])
    const { body: { rows: drafts } } = await world.call(null, 'GET', '/api/staff/matter-drafts', undefined, administrator)
    expect(drafts.map(({ matter }: { matter: object }) => matter)).toMatchObject([{ examples: [] }])
    expect((await world.call('li', 'GET', `/api/staff/register/suggestions?text=${encodeURIComponent('屋面排水')}`)).status).toBe(200)
    expect((await world.pool.query('select m.examples, v.document from matters m join matter_versions v on v.matter_id = m.id')).rows).toMatchObject([{ examples: [], document: { examples: [] } }])
    expect(await learnFromCases(world.services)).toBe(0)
    expect(await learnedNow()).toEqual(taughtByOthers)
  })

  it('leaves a ledger that verifies, with an entry in the case and one of its own', async () => {
    const ledger = await world.call('li', 'GET', `/api/staff/cases/${kept.id}/ledger`)
    expect(ledger.body).toMatchObject({ intact: true })
    expect(ledger.body.entries.at(-1)).toMatchObject({ kind: 'requester-erased', actor: 'system' })
    expect(ledger.body.entries.at(-1).data.texts).toBeGreaterThan(15)
    const { rows } = await world.pool.query(`select kind, data from ledger_entries where stream = $1`, [`requester:${requesterId}`])
    expect(rows).toEqual([{ kind: 'requester-erased', data: { cases: 2, texts: ledger.body.entries.at(-1).data.texts + Object.keys(RULED).length, attachments: 1, exports: 1 } }])
    await sealLedger(world.services)
    const verdict = await verifyLive(world.services)
    expect(verdict).toMatchObject({ ok: true })
    let exported = ''
    await exportLedger(world.services, (text) => { exported += text; return Promise.resolve() })
    expect(traces(exported)).toEqual([])
    expect(await verifyExport(async function* () { yield* exported.trimEnd().split('\n') }())).toMatchObject({ ok: true })
  })

  it('keeps every page working, with the words gone', async () => {
    const page = await world.call('qian', 'GET', `/api/staff/cases/${kept.id}`)
    expect([page.status, page.body]).toMatchObject([200, { erased: true, subject: '', content: null, requester: null, attachments: [], ledger: { intact: true }, status: 'handling' }])
    expect((await world.call(null, 'GET', `/api/public/cases/${kept.number}?code=${kept.trackingCode}`)).body).toMatchObject({ subject: null, status: 'handling' })
    const found = await world.call('qian', 'GET', `/api/staff/cases?q=${kept.number}`)
    expect(found.body.rows).toMatchObject([{ id: kept.id, subject: '', requesterName: null, requesterPhone: null }])
    expect((await world.call('qian', 'GET', `/api/staff/cases?q=${encodeURIComponent('雨棚')}`)).body.rows).toEqual([])
    expect((await world.call('qian', 'GET', '/api/staff/obligations')).status).toBe(200)
    expect((await world.call('qian', 'POST', `/api/staff/cases/${kept.id}/requester/reveal`, {})).body.code).toBe('no-requester')
    const corrected = await world.call('qian', 'POST', `/api/staff/cases/${kept.id}/corrections`, { field: 'requesterPhone', value: WORDS.phone, reason: '更正' })
    expect(corrected.body).toMatchObject({ status: 409, code: 'no-requester' })
    await act('qian', kept.id, 'notes', { kind: 'progress', text: WORDS.note })
    await act('qian', kept.id, 'resolution', { outcome: 'explained', text: '信息已依申请删除，不再办理。' })
  })

  it('may be done again for what was written into an open case afterwards', async () => {
    const { rows: [before] } = await world.pool.query('select erased_at from requesters where id = $1', [requesterId])
    world.setTime('2026-03-02 10:00')
    expect(await run({ positionals: [], values: { id: requesterId, yes: true } }, world.services, () => Promise.resolve(true))).toBe(0)
    expect(traces(await everyRow())).toEqual([])
    const { rows } = await world.pool.query(`select data from ledger_entries where stream = $1 order by seq`, [`requester:${requesterId}`])
    expect(rows.slice(1)).toEqual([{ data: { cases: 1, texts: 2, attachments: 0, exports: 0 } }])
    expect((await world.pool.query('select erased_at from requesters where id = $1', [requesterId])).rows).toEqual([before])
    expect(await run({ positionals: [], values: { id: requesterId, yes: true } }, world.services, () => Promise.resolve(true))).toBe(1)
    await sealLedger(world.services)
    expect(await verifyLive(world.services)).toMatchObject({ ok: true })
  })

  it('erases one case whose asker gave no name, and no case of somebody who did', async () => {
    const { subject, content, name, phone } = WORDS
    const unnamed = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject, content, category: 'help', decision: { branch: 'mine' } })
    await upload(world, 'li', unnamed.body.id, { name: `${WORDS.file}.txt`, bytes: WORDS.inside })
    const named = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '另一件', category: 'help', requester: { name: `${name}之友`, phone: `${phone.slice(0, -1)}9` }, decision: { branch: 'mine' } })
    const erase = (number: string) => run({ positionals: [], values: { case: number, yes: true } }, world.services, () => Promise.resolve(true))
    await expect(erase(named.body.number)).rejects.toThrow('--id')
    expect(await erase(unnamed.body.number)).toBe(0)
    expect(await erase(unnamed.body.number)).toBe(1)
    expect(await erase('GH20200101-0001')).toBe(1)
    expect((await world.call('li', 'GET', `/api/staff/cases/${unnamed.body.id}`)).body).toMatchObject({ subject: '', content: null, attachments: [], ledger: { intact: true } })
    expect((await world.call('li', 'GET', `/api/staff/cases?q=${encodeURIComponent('雨棚')}`)).body.rows).toEqual([])
    const { body: { requester } } = await world.call('li', 'GET', `/api/staff/cases/${named.body.id}`)
    expect(await run({ positionals: [], values: { id: requester.id, yes: true } }, world.services, () => Promise.resolve(true))).toBe(0)
    expect(traces(await everyRow())).toEqual([])
    expect(await filesIn(folder)).toEqual([])
    expect((await verifyLive(world.services)).ok).toBe(true)
  })

  it('finishes by jobs what a killed process left undone, and a person who comes again is new', async () => {
    const { name, phone, subject } = WORDS
    const again = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject, category: 'help', requester: { name, phone }, decision: { branch: 'mine' } })
    const page = await world.call('li', 'GET', `/api/staff/cases/${again.body.id}`)
    expect(page.body.requester.id).not.toBe(requesterId)
    await upload(world, 'li', again.body.id, { name: `${WORDS.file}.txt`, bytes: WORDS.inside })
    const erased = await eraseRequester(world.services, caseKeeper, { institutionId: world.institutionId, requesterId: page.body.requester.id })
    expect(erased).toMatchObject({ cases: 1, attachments: 1 })
    expect(traces(await everyFile())).toContain(WORDS.inside)
    const { rows: queued } = await world.pool.query<{ payload: object }>('select payload from graphile_worker._private_jobs')
    expect(queued.length).toBeGreaterThan(0)
    const jobs = await runJobs(tasks, world.services, world.url)
    await vi.waitFor(async () => { expect(await filesIn(folder)).toEqual([]) }, { timeout: 20_000 })
    await jobs.stop()
    expect(traces(await everyRow())).toEqual([])
    expect(traces(logged)).toEqual([])
    expect((await verifyLive(world.services)).ok).toBe(true)
  })

  it('reaches what was learned and ruled before erasing reached that far', async () => {
    const { institutionId, services, people, units } = world
    const { body: { id: caseId } } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: RULED.subject, content: RULED.content, category: 'help', decision: { branch: 'mine' } })
    await act('li', caseId, 'resolution', { outcome: 'solved', text: '已说明' })
    await act('li', caseId, 'reply', { channel: 'phone', text: '已说明', close: true })
    await learnFromCases(services)
    await rememberRuling(services.db, { institutionId, id: services.newId(), caseId, text: RULED, unitId: units['许可科'] ?? '', matterId: null, ruledBy: people.an, at: services.clock() })
    const kept = () => world.pool.query<{ text: string }>(`select (select string_agg(w::text, '') from finding_words w) || (select string_agg(l::text, '') from finding_learned l) || (select string_agg(p::text, '') from precedents p) as text`)
    expect(traces((await kept()).rows[0]?.text ?? '')).toContain('藤椅')
    await world.pool.query('update texts set body = null, salt = null where case_id = $1', [caseId])
    await forgetErasedQuestions(services)
    expect(traces((await kept()).rows[0]?.text ?? '')).toEqual([])
    expect(await learnedNow()).toEqual(taughtByOthers)
  })

  it('goes together with a registration at the same moment: all of it or nothing', async () => {
    const register = (subject: string) => world.call('li', 'POST', '/api/staff/cases', { channel: 'phone', subject, category: 'help', requester: { name: '周洄', phone: '13866600001' }, decision: { branch: 'mine' } })
    const first = await register('第一问')
    const { id } = (await world.call('li', 'GET', `/api/staff/cases/${first.body.id}`)).body.requester
    const both = await Promise.all([register('第二问'), eraseRequester(world.services, caseKeeper, { institutionId: world.institutionId, requesterId: id }), register('第三问')])
    expect(both[1]?.cases).toBeGreaterThanOrEqual(1)
    const { rows } = await world.pool.query('select name, phone, phone_digits from requesters where id = $1', [id])
    expect(rows).toEqual([{ name: null, phone: null, phone_digits: null }])
    expect((await verifyLive(world.services)).ok).toBe(true)
  })
})
