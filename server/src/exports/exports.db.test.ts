import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installJobs } from '../jobs/install-jobs.ts'
import { runJobs, type RunningJobs } from '../jobs/run-jobs.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { exportPath } from './folder.ts'
import { WRITE_EXPORT, writeExport } from './write-export.ts'

const COPIES = 3_000

let world: World
let folder: string
let jobs: RunningJobs | undefined
beforeAll(async () => {
  world = await makeWorld()
  folder = await mkdtemp(join(tmpdir(), 'daodi-exports-'))
  world.services.dataDir = folder
  await installJobs(world.url)
})
afterAll(async () => {
  await jobs?.stop()
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})

async function registerCases(): Promise<void> {
  const ask = (body: object) => world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', category: 'help', ...body })
  const first = await ask({ subject: '=HYPERLINK("http://x","点我")', requester: { name: '+赵敏敏', phone: '13800000001', organization: '@SUM(A1)', address: '城关镇南河村七组十二号' }, decision: { branch: 'onSpot', text: '-2+3 已当场办好' } })
  expect(first.status, JSON.stringify(first.body)).toBe(201)
  const second = await ask({ subject: '自建房翻建要哪些材料', occurredAt: '2026-02-20T10:00:00+08:00', place: '南河村口', involvedCount: 3, involvedNames: '钱多多、孙立', requester: { name: '钱多多', phone: '13912345678' }, decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '归许可科' } })
  const taken = await world.call('li', 'POST', `/api/staff/cases/${second.body.id}/papers`, { papers: ['身份证复印件', '户口本'] })
  expect(taken.status, JSON.stringify(taken.body)).toBe(200)
  await world.pool.query(COPY, [first.body.id, COPIES])
}

/** One answered case over and over: what is measured is the writing, not the registering. */
const COPY = `with n as (select n, ('0195aaaa-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, $2::int) n),
  copied as (insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', n.id, 'number', 'GH20250101-' || lpad(n.n::text, 5, '0'),
    'register_day', '2025-01-01', 'register_serial', n.n, 'registered_at', '2025-01-01T01:00:00Z'))).* from cases c, n where c.id = $1)
  insert into case_viewers select v.institution_id, v.viewer, n.id from case_viewers v, n where v.case_id = $1`

function request(who: Who, body: object) {
  return world.call(who, 'POST', '/api/staff/exports', { filters: {}, ...body })
}

async function finished(who: Who, id: string) {
  for (let tries = 0; tries < 400; tries += 1) {
    const { body } = await world.call(who, 'GET', `/api/staff/exports/${id}`)
    if (body.state === 'done' || body.state === 'failed') return body
    await sleep(50)
  }
  throw new Error('the export never ended')
}

async function sheetOf(id: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(exportPath(folder, id))
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

function cells(sheet: ExcelJS.Worksheet, row: number): unknown[] {
  return (sheet.getRow(row).values as unknown[]).slice(1)
}

describe('an export of the register', () => {
  it('is queued with its row, one at a time for each person', async () => {
    await registerCases()
    const asked = await request('li', { layout: 'full' })
    expect([asked.status, asked.body]).toEqual([202, { id: expect.any(String), state: 'waiting', done: 0, total: null, fileName: null }])
    expect((await request('li', { layout: 'full' })).body.code).toBe('export-running')
    expect((await world.call('li', 'GET', `/api/staff/exports/${asked.body.id}/file`)).body.code).toBe('export-not-ready')
    const { rows } = await world.pool.query<{ payload: unknown }>(`select payload from graphile_worker._private_jobs`)
    expect(rows.map((row) => row.payload)).toEqual([{ institutionId: world.institutionId, exportId: asked.body.id }])
    jobs = await runJobs({ [WRITE_EXPORT]: writeExport }, world.services, world.url)
    expect(await finished('li', asked.body.id)).toMatchObject({ state: 'done', done: COPIES + 2, total: COPIES + 2, fileName: '首问登记台账-202603020900.xlsx' })
    const sheet = await sheetOf(asked.body.id)
    expect(sheet.rowCount).toBe(COPIES + 2 + 3)
    expect(cells(sheet, 1)[0]).toBe('青山县建设局 首问负责制登记台账')
    expect(cells(sheet, 2)[0]).toMatch(/^导出人：李文　导出时间：2026-03-02 09:00/)
    expect(cells(sheet, 3)).toEqual(['序号', '登记编号', '日期时间', '来访方式', '服务对象姓名', '性别', '单位或住址', '联系电话', '人数', '咨询或办理事项', '发生时间、地点', '事项类别', '所收材料名称及数量', '首问责任人',
      '首问责任人电话', '处理方式', '承办部门', '承办人', '转交时间', '承诺时限', '办理结果', '办结时间', '答复时间及方式', '满意度', '服务对象签字', '备注'])
    const [open, done] = [cells(sheet, 4), cells(sheet, 5)]
    expect(open.slice(0, 5)).toEqual([1, 'GH20260302-0002', new Date('2026-03-02T09:00:00Z'), '来访', '钱*多'])
    expect([open[7], open[9], open[12], open[15], open[18], open[20]]).toEqual(['139****5678', '自建房翻建要哪些材料', '身份证复印件、户口本', '转办', new Date('2026-03-02T09:00:00Z'), '办理中；待许可科签收'])
    expect([open[8], open[10], open[25]]).toEqual([3, '2026-02-20 10:00；南河村口', '事后登记；涉及：钱*多、孙*'])
    expect(done.slice(4, 10)).toEqual(["'+**敏", undefined, "'@SUM(A1) 城关镇南河村****", '138****0001', undefined, `'=HYPERLINK("http://x","点我")`])
    expect([done[20], done[22]]).toEqual(['已解决；-2+3 已当场办好', '2026-03-02 09:00 来访'])
    const said = JSON.stringify(sheet.getSheetValues())
    for (const secret of ['赵敏敏', '钱多多', '13800000001', '13912345678', '七组']) expect(said).not.toContain(secret)
    const types = new Set<ExcelJS.ValueType>()
    sheet.eachRow((row) => row.eachCell((cell) => types.add(cell.type)))
    expect(types.has(ExcelJS.ValueType.Formula)).toBe(false)
  })

  it('is laid out for A4 across, with its header, page and origin on every page', async () => {
    const asked = await request('wu', { layout: 'brief', language: 'en', filters: { open: true } })
    expect(await finished('wu', asked.body.id)).toMatchObject({ state: 'done', done: 1, fileName: expect.stringMatching(/^first-contact-register-brief-/) })
    const sheet = await sheetOf(asked.body.id)
    expect(cells(sheet, 3)).toEqual(['Name of the person', 'Organisation and address', 'How to reach them', 'What they asked', 'Who was asked', 'Result or hand-over'])
    expect(cells(sheet, 4)).toEqual(['钱*多', undefined, '139****5678', '自建房翻建要哪些材料', '李文', 'In handling; waiting for 许可科 to sign'])
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:3' })
    expect(sheet.headerFooter.oddFooter).toMatch(/^&LExported by 吴静 .*&RPage &P of &N$/)
  })

  it('holds what the person may see when it is written, and is theirs alone', async () => {
    const nothing = await request('out', { layout: 'full' })
    expect(await finished('out', nothing.body.id)).toMatchObject({ state: 'done', done: 0 })
    const found = await request('qian', { layout: 'full', filters: { q: '自建房', from: '2026-03-01', to: '2026-03-02' } })
    expect(await finished('qian', found.body.id)).toMatchObject({ done: 1 })
    for (const who of ['li', 'sun', 'out'] as const) {
      expect((await world.call(who, 'GET', `/api/staff/exports/${found.body.id}`)).body.code).toBe('no-such-export')
      expect((await world.call(who, 'GET', `/api/staff/exports/${found.body.id}/file`)).status).toBe(404)
    }
    const file = await world.call('qian', 'GET', `/api/staff/exports/${found.body.id}/file`)
    expect(file.headers).toMatchObject({ 'content-disposition': expect.stringContaining('attachment'), 'x-content-type-options': 'nosniff' })
    expect((await request('qian', { layout: 'full', filters: { unitId: world.units['规划科'] } })).body.code).toBe('no-such-unit')
    expect((await request('qian', { layout: 'all' })).status).toBe(400)
  })

  it('says so when it cannot be written, leaves nothing behind, and does not block the next', async () => {
    const asked = await request('he', { layout: 'full', filters: { q: '没有这个' } })
    await finished('he', asked.body.id)
    await jobs?.stop()
    jobs = undefined
    const before = await readdir(join(folder, 'exports'))
    world.services.dataDir = join(folder, 'file')
    await writeFile(world.services.dataDir, 'a file where a folder should be')
    const failing = await request('he', { layout: 'full' })
    jobs = await runJobs({ [WRITE_EXPORT]: writeExport }, { ...world.services, log: { ...world.services.log, error: () => undefined } }, world.url)
    expect(await finished('he', failing.body.id)).toMatchObject({ state: 'failed' })
    world.services.dataDir = folder
    const gone = await request('bao', { layout: 'full' })
    await jobs.stop()
    jobs = undefined
    await world.pool.query('update people set disabled_at = now() where id = $1', [world.people.he])
    await world.pool.query(`update exports set state = 'waiting' where id = $1`, [failing.body.id])
    await writeExport({ institutionId: world.institutionId, exportId: failing.body.id }, world.services)
    const { rows } = await world.pool.query<{ state: string }>('select state from exports where id = $1', [failing.body.id])
    expect(rows).toEqual([{ state: 'failed' }])
    expect((await readdir(join(folder, 'exports'))).filter((name) => !before.includes(name) && name !== `${gone.body.id}.xlsx`)).toEqual([])
  })
})
