import { createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { registerPast } from '../cases/register-past.ts'
import { run } from '../commands/import-register.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { installationSecret } from '../setup/store-installation.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { importRegister } from './import-register.ts'
import { readMapping } from './mapping.ts'
import { readTables } from './read-table.ts'
import { csvFile, officeRegister } from './testing-registers.ts'

let world: World
let folder: string
let said = ''
beforeAll(async () => {
  world = await makeWorld()
  folder = await mkdtemp(join(tmpdir(), 'daodi-imports-'))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { said += String(text); return true })
})
afterEach(() => { said = '' })
afterAll(async () => {
  vi.restoreAllMocks()
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})

const LINES = [
  [1, '2024-001', new Date('2024-03-04T00:00:00Z'), '来人', '孔祥瑞', '南河村三组', 13912340001, '自建房翻建要哪些材料', '咨询', '李文', null, null, '当场办结', '已告知材料清单', new Date('2024-03-04T00:00:00Z'), '非常满意', '何'],
  [2, '2024-002', '2024.3.5', '来电', '孟庆和', '宏达建材有限公司', '0571-88886666、13912340002', '规划许可证遗失如何补办', '申办', '李文', '许可科', '钱博', '转办', '许可证已补发', '2024年3月12日', '满意', null],
  [3, '2024-003', '2024年3月6日下午3点', '来函', '匿名', null, null, '举报违章搭建', '举报', '李文', '规划科', '何平', null, '不属于本局职责，已告知向城管反映', '2024/3/8', null, null],
  [4, '2024-004', '二〇二四年三月七日', '同上', '曾阿牛', '同上', '无', { formula: 'CONCATENATE("路灯","不亮")', result: '路灯不亮' }, '求助', '李文', null, null, null, null, null, null, null],
]

function options(more: Record<string, string | boolean> = {}) {
  return { institution: 'JS', unit: '规划科', ...more }
}

async function take(path: string, more: Record<string, string | boolean> = {}) {
  return run({ positionals: [path], values: options(more) }, world.services)
}

async function counts(): Promise<string> {
  const { rows: [row] } = await world.pool.query(`select (select count(*) from cases) || ' ' || (select count(*) from ledger_entries) || ' ' || (select count(*) from texts) || ' '
    || (select count(*) from requesters) || ' ' || (select count(*) from imported_rows) || ' ' || (select count(*) from register_counters) as counts`)
  return row.counts
}

async function cases() {
  const { body } = await world.call('he', 'GET', '/api/staff/cases?view=unit&limit=100')
  return body.rows
}

describe('taking over a paper register', () => {
  it('shows everything and writes nothing in a dry run', async () => {
    const path = await officeRegister(folder, LINES)
    const before = await counts()
    expect(await take(path, { 'dry-run': true })).toBe(0)
    expect(said).toContain('C 日期 → 日期时间')
    expect(said).toContain('E 姓名 → 服务对象姓名')
    expect(said).toContain('Q 领导签字')
    expect(said).toMatch(/5 → GH20240304-0001 2024-03-04 00:30Z visit consultation 李文 closed/)
    expect(said).toMatch(/6 → GH20240305-0001 .* phone application 李文 → 钱博 closed/)
    expect(said).toMatch(/8 → GH20240307-0001 .* letter help 李文 handling late/)
    expect(said).toContain('4 lines: 4 good, 0 imported before, 0 bad')
    expect(said).not.toContain('孔祥瑞')
    expect(await counts()).toBe(before)
  })

  it('makes cases at the paper’s times by the acts of any case', async () => {
    expect(await take(await officeRegister(folder, LINES))).toBe(0)
    expect(said).toContain('Imported')
    const [open, outside, referred, onSpot] = await cases()
    expect(onSpot).toMatchObject({ number: 'GH20240304-0001', status: 'closed', outcome: 'solved', channel: 'visit', category: 'consultation', subject: '自建房翻建要哪些材料', requesterName: '孔*瑞', requesterPhone: '139****0001',
      grade: 5, registeredAt: '2024-03-04T00:30:00.000Z', closedAt: '2024-03-04T00:30:00.000Z', late: false, firstContact: { personName: '李文' }, handler: { personName: '李文' } })
    expect(referred).toMatchObject({ number: 'GH20240305-0001', status: 'closed', handler: { personName: '钱博', unitName: '许可科' }, firstContact: { personName: '李文' }, closedAt: '2024-03-12T00:30:00.000Z', organization: '宏达建材有限公司', late: false })
    expect(referred.legs.map((leg: { kind: string }) => leg.kind)).toEqual(['hold', 'wait', 'hold', 'reply'])
    expect(outside).toMatchObject({ status: 'closed', outcome: 'outside', registeredAt: '2024-03-06T07:00:00.000Z', requesterName: null, handler: { personName: '何平' } })
    expect(open).toMatchObject({ status: 'handling', channel: 'letter', subject: '路灯不亮', requesterName: '曾*牛', requesterPhone: null })
    const page = await world.call('li', 'GET', `/api/staff/cases/${referred.id}`)
    expect(page.body.content).toBe('联系电话：0571-88886666、13912340002\n原登记编号：2024-002\n处理方式：转办')
    expect(page.body).toMatchObject({ resolution: { text: '许可证已补发' }, replies: [{ text: '许可证已补发', channel: 'phone' }], ledger: { intact: true } })
    expect(page.body.timeline.at(-1)).toMatchObject({ kind: 'note-added', actor: { as: 'system' }, at: '2026-03-02T01:00:00.000Z', public: false })
    expect(page.body.timeline.at(-1).text).toMatch(/^由纸质登记簿导入：register-\w+\.xlsx 第 6 行，原登记编号 2024-002$/)
    const ledger = await world.call('li', 'GET', `/api/staff/cases/${referred.id}/ledger`)
    expect(ledger.body.entries.map((entry: { kind: string; at: string }) => `${entry.at.slice(0, 10)} ${entry.kind}`)).toEqual(['2024-03-05 case-registered', '2024-03-05 case-decided', '2024-03-05 referral-made',
      '2024-03-05 referral-accepted', '2024-03-12 case-resolved', '2024-03-12 person-told', '2024-03-12 case-closed', '2024-03-12 case-rated', '2026-03-02 note-added'])
    expect(ledger.body.entries[0].data).toMatchObject({ origin: 'paper' })
    const found = await world.call('li', 'GET', `/api/staff/cases?q=${encodeURIComponent('2024-002')}`)
    expect(found.body.rows.map((row: { id: string }) => row.id)).toEqual([referred.id])
    const ranged = await world.call('li', 'GET', '/api/staff/cases?from=2024-03-04&to=2024-03-05')
    expect(ranged.body.rows).toHaveLength(2)
    await sealLedger(world.services)
    expect(await verifyLive(world.services)).toMatchObject({ ok: true })
  })

  it('keeps how many came, and when, where and to whom it happened', async () => {
    const path = await csvFile(folder, '日期,事由,首问责任人,人数,发生时间,发生地点,涉及人员,办理结果\n2022-05-06,门口积水,李文,3人,2022-05-05 16:00,东门岗亭,孔祥瑞、孟庆和,已清\n2022-05-07,门口积冰,李文,一家老小,昨天,,,已清\n', 'utf-8')
    expect(await take(path), said).toBe(0)
    const rows = (await cases()).filter((row: { registeredAt: string }) => row.registeredAt.startsWith('2022'))
    const [second, first] = await Promise.all(rows.map(async (row: { id: string }) => (await world.call('li', 'GET', `/api/staff/cases/${row.id}`)).body))
    expect(first).toMatchObject({ occurredAt: '2022-05-05T08:00:00.000Z', afterwards: false, place: '东门岗亭', involvedCount: 3, involvedNames: '孔祥瑞、孟庆和', content: null })
    expect(second).toMatchObject({ occurredAt: null, place: null, involvedCount: null, content: '人数：一家老小\n发生时间：昨天' })
  })

  it('takes no line twice, and what the register has gained since', async () => {
    const path = await officeRegister(folder, [...LINES, [5, '2024-005', '2024-03-08', '来人', '同上', null, null, '新增的一行', '咨询', '李文', null, null, null, '已办', null, null, null]])
    const before = (await cases()).length
    expect(await take(path)).toBe(0)
    expect(said).toContain('5 lines: 1 good, 4 imported before, 0 bad')
    expect(await take(path)).toBe(0)
    expect(said).toContain('0 good, 5 imported before')
    expect((await cases()).length).toBe(before + 1)
    const changed = LINES.map((line, index) => (index === 0 ? line.with(7, '改过的事由') : line))
    expect(await take(await officeRegister(folder, changed))).toBe(1)
    expect(said).toMatch(/ {2}5: 这个登记编号以前导入过/)
  })

  it('goes by the day of the place, also before eight in the morning, and knows lines that were kept under the day in UTC', async () => {
    const line = (number: string, at: string, what: string, end: string | null) => [1, number, at, '来人', '早客', null, null, what, '咨询', '李文', null, null, null, '已办', end, null, null]
    const early = line('1', '2021-03-03 07:30', '次日一早', null)
    expect(await take(await officeRegister(folder, [early])), said).toBe(0)
    const secret = await installationSecret(world.db)
    const { rowCount } = await world.pool.query('update imported_rows set identity = $1 where case_id in (select id from cases where register_day = $2)', [createHmac('sha256', secret).update('number 1 2021-03-02').digest(), '2021-03-03'])
    expect(rowCount).toBe(1)
    const path = await officeRegister(folder, [line('1', '2021-03-02 09:00', '头一天', null), early, line('9', '2021-01-01 07:00', '元旦一早', '1月2日')])
    expect(await take(path), said).toBe(0)
    expect(said).toContain('3 lines: 2 good, 1 imported before, 0 bad')
    const { rows: [newYear] } = await world.pool.query(`select ended_at from cases where register_day = '2021-01-01'`)
    expect(newYear.ended_at).toMatch(/^2021-01-0[12]T/)
    expect(await take(path), said).toBe(0)
    expect(said).toContain('3 lines: 0 good, 3 imported before')
  })

  const bad = [
    [1, 'B-1', '2024-02-30', '飞鸽', '甲', null, null, '事由一', '咨询', '李文', null, null, null, null, null, null, null],
    [2, 'B-2', '2024-04-01', '来人', '乙', null, null, null, '怪类', '无此人', null, null, null, '已办', null, null, null],
    [3, 'B-3', '2030-01-01', '来人', '丙', null, null, '事由三', '咨询', '李文', '无此科', null, null, '已办', '2024-03-01', null, null],
    [4, 'B-4', '2024-04-02', '来人', '丁', null, null, '事由四', '咨询', '李文', null, null, null, '已办', '2024-03-31', null, null],
    [5, 'B-5', '2024-04-03', '来人', '戊', null, null, '好的一行', '咨询', '李文', null, null, null, '已办', null, null, null],
    [6, 'B-5', '2024-04-03', '来人', '己', null, null, '编号重复', '咨询', '李文', null, null, null, '已办', null, null, null],
  ]

  it('names the row, the column and the remedy, and writes nothing when one line is bad', async () => {
    const before = await counts()
    expect(await take(await officeRegister(folder, bad))).toBe(1)
    for (const line of ['5 C 日期: 日期“2024-02-30”读不懂', '5 D 来访方式: 来访方式“飞鸽”不认识', '6 H 事由: 没有事由', '6 I 类别: 类别“怪类”不认识', '6 J 首问责任人: 本单位没有“无此人”这个人', '7 C 日期: 日期在今天之后',
      '8 O 办结时间: 早于登记日期', '10: 同一天里这个登记编号出现了两次']) expect(said).toContain(`  ${line}`)
    expect(said).toContain('Nothing was imported')
    expect(await counts()).toBe(before)
  })

  it('takes the good ones with --skip-bad, without gaps in the numbers', async () => {
    const report = await importRegister(world.services, {
      register: async (services, past) => {
        const registered = await registerPast(services, past)
        return past.subject === '要拒绝的' ? { ok: false, refusal: 'category-not-used' } : registered
      },
    }, {
      fileName: 'a.xlsx', tables: await readTables(await officeRegister(folder, [...bad,
        [7, 'B-7', '2024-04-03', '来人', null, null, null, '要拒绝的', '咨询', '李文', null, null, null, '已办', null, null, null],
        [8, 'B-8', '2024-04-03', '来人', null, null, null, '再一行', '咨询', '李文', null, null, null, '已办', null, null, null]])),
      mapping: await readMapping(null), institution: '县建设局', unit: 'GH', sheet: null, dryRun: false, skipBad: true, progress: () => undefined,
    })
    expect(report).toMatchObject({ written: true, imported: [{ number: 'GH20240403-0001' }, { number: 'GH20240403-0002', row: 12 }] })
    expect(report.faults.at(-1)).toMatchObject({ row: 11, zh: expect.stringContaining('现行制度不使用') })
    expect((await verifyLive(world.services)).ok).toBe(true)
  })
})

describe('what registers look like', () => {
  it('reads CSV in UTF-8 and GB18030, with the 2000s’ six columns and a mapping', async () => {
    const six = '发问人姓名,单位及住址,联系方法,发问事由,被问人姓名,办理结果或衔接情况\n白居易,香山寺,13700000001,"问路\n找民政局",小李,已告知\n,,,几点上班,小李,已答\n,,,几点上班,小李,已答\n'
    const map = join(folder, 'map.yaml')
    await writeFile(map, 'people: { 小李: li }\ndefaults: { date: 2023-05-04, channel: phone, category: help }\n')
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      expect(await take(await csvFile(folder, six, encoding), { map }), said).toBe(0)
    }
    expect(said).toContain('3 lines: 3 good')
    expect(said).toContain('3 lines: 0 good, 3 imported before')
    const rows = (await cases()).filter((row: { registeredAt: string }) => row.registeredAt.startsWith('2023'))
    expect(rows.map((row: { subject: string }) => row.subject)).toEqual(['几点上班', '几点上班', '问路 找民政局'])
    expect(rows[2]).toMatchObject({ channel: 'phone', category: 'help', status: 'closed', requesterName: '白*易' })
  })

  it('finds the named sheet, columns by letter, people who have left', async () => {
    await world.pool.query('update people set disabled_at = now() where id = $1', [world.people.zhou])
    const path = await officeRegister(folder, [[1, 'L-1', '2024-05-06', '来人', '子', null, null, '归档的', '咨询', '周宁', null, null, null, '已办', null, null, null]], (sheet, book) => {
      const other = book.addWorksheet('另一册')
      other.addRow(['日期', '事由', '首问责任人', '办理结果'])
      other.addRow(['2024-05-06', '另一册的', '周宁', '已办'])
      other.addRow(['2024-05-07', '未办的', '周宁', null])
      sheet.getCell('A1').value = '改名'
    })
    await expect(take(path)).rejects.toThrow('Several sheets look like registers ("2024年", "另一册")')
    await expect(take(path, { sheet: '没有' })).rejects.toThrow('There is no sheet "没有"; there are "2024年", "另一册"')
    expect(await take(path, { sheet: '另一册', unit: '许可科' })).toBe(1)
    expect(said).toContain('“周宁”的账号已停用，不能负责未办结的件')
    expect(await take(path, { sheet: '另一册', unit: '许可科', 'skip-bad': true })).toBe(0)
    const map = join(folder, 'letters.yaml')
    await writeFile(map, 'columns: { date: A, subject: b, firstContact: 首问责任人, result: D }\nheaderRow: 1\n')
    expect(await take(path, { sheet: '另一册', unit: '许可科', map, 'skip-bad': true })).toBe(0)
    expect(said).toContain('0 good, 1 imported before, 1 bad')
  })

  it('reads a head whose rows make sense only together', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('台账')
    sheet.addRow(['日期', '时间', '服务对象', null, '事由', '首问责任人', null, '办理结果'])
    sheet.addRow([null, null, '姓名', '电话', null, '姓名', '电话', null])
    for (const merge of ['C1:D1', 'F1:G1', 'A1:A2', 'B1:B2', 'E1:E2', 'H1:H2']) sheet.mergeCells(merge)
    sheet.addRow(['2024-07-01', '下午3:20', '卯', '13600000009', '两层表头', '李文', '8888001', '已办'])
    const path = join(folder, 'two.xlsx')
    await book.xlsx.writeFile(path)
    expect(await take(path), said).toBe(0)
    const row = (await cases()).find((found: { subject: string }) => found.subject === '两层表头')
    expect(row).toMatchObject({ registeredAt: '2024-07-01T07:20:00.000Z', requesterName: '卯', requesterPhone: '136****0009', firstContact: { personName: '李文' } })
    const page = await world.call('li', 'GET', `/api/staff/cases/${row.id}`)
    expect(page.body.content).toBe('首问责任人 电话：8888001')
  })

  it('fills merged cells and passes over heads printed again', async () => {
    const path = await officeRegister(folder, [
      [1, null, '2024-06-03', '来人', '子', null, null, '合并的日期一', '咨询', '李文', null, null, null, '已办', null, null, null], [2, null, null, '来人', '丑', null, null, '合并的日期二', '咨询', '李文', null, null, null, '已办', null, null, null],
      ['序号', '登记编号', '日期', '来访方式', '姓名', '单位或住址', '联系电话', '事由', '类别', '首问责任人', '承办部门', '承办人', '处理方式', '办理结果', '办结时间', '满意度', '领导签字'],
      [3, null, '2024-06-04', '来人', '寅', null, null, '第二页', '咨询', '李文', null, null, null, '已办', null, null, null],
    ], (sheet) => { sheet.mergeCells('C5:C6') })
    expect(await take(path), said).toBe(0)
    expect(said).toContain('3 lines: 3 good')
    expect((await cases()).find((row: { subject: string }) => row.subject === '合并的日期二')).toMatchObject({ number: 'GH20240603-0002' })
  })

  it('says what is wrong with a file, a mapping, a place', async () => {
    const text = join(folder, 'a.bin')
    await writeFile(text, Buffer.from([0xff, 0x00, 0x80, 0x81, 0x00]))
    await expect(take(text)).rejects.toThrow('neither a workbook nor text')
    await writeFile(text, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))
    await expect(take(text)).rejects.toThrow('old .xls workbook')
    await writeFile(text, 'PK\x03\x04 broken')
    await expect(take(text)).rejects.toThrow('cannot be read as a workbook')
    await writeFile(text, '')
    await expect(take(text)).rejects.toThrow('is empty')
    await writeFile(text, Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
    await expect(take(text)).rejects.toThrow('larger than 20 MB')
    await writeFile(text, `日期,事由,首问责任人,办理结果\n${'2024-01-02,一,李文,办\n'.repeat(50_001)}`)
    await expect(take(text)).rejects.toThrow('more than 50000 rows')
    await writeFile(text, '甲,乙\n1,2\n')
    await expect(take(text)).rejects.toThrow('No row with the heads of a register')
    const good = await officeRegister(folder, LINES)
    await expect(take(good, { institution: 'XX' })).rejects.toThrow('There is no institution XX; there are JS 县建设局, LS 临水建设局')
    await expect(take(good, { unit: '无此科' })).rejects.toThrow('there is no unit "无此科"')
    const map = join(folder, 'bad.yaml')
    for (const [yaml, message] of [['colums: {}', 'colums is not known there; known are columns'], ['columns: { subjekt: A }', 'columns'], ['columns: { subject: 没有这列 }', 'is the column "没有这列", which is not there'], ['a: [', 'is not YAML'], ['channels: { 甲: fax }', 'channels.甲']] as const) {
      await writeFile(map, yaml)
      await expect(take(good, { map })).rejects.toThrow(message)
    }
    await expect(take(join(folder, 'nothing.csv'))).rejects.toThrow('There is no file')
  })

  it('takes a thousand lines in one go', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('台账')
    sheet.addRow(['日期', '姓名', '联系电话', '事由', '首问责任人', '办理结果', '办结时间'])
    for (let index = 0; index < 1_000; index += 1) sheet.addRow([`2022-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`, `来访者${index}`, `136${String(10_000_000 + index)}`, `第${index}件事`, '李文', '已办结', null])
    const path = join(folder, 'large.xlsx')
    await book.xlsx.writeFile(path)
    expect(await take(path)).toBe(0)
    expect(said).toContain('1000 lines: 1000 good')
    const { rows } = await world.pool.query(`select register_day, count(*)::int as count, max(register_serial)::int as last from cases where register_day < '2023-01-01' group by 1 having count(*) <> max(register_serial)`)
    expect(rows).toEqual([])
    expect((await verifyLive(world.services)).ok).toBe(true)
  })
})
