import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { formOf } from '../attachments/testing-upload.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { readWorkbook } from './read-workbook.ts'

let world: World
let guan: { cookie: string }

beforeAll(async () => {
  world = await makeWorld()
  guan = await sessionFor(world, 'guan')
  await world.db.updateTable('people').set({ name: '夏荷', phone: '139 0000 0008' }).where('id', '=', world.people.out).execute()
})
afterAll(async () => { await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

type Sheets = Record<string, (string | number | null | ExcelJS.CellFormulaValue)[][]>
const UNITS = ['单位名称', '上级单位', '类型', '职责', '联络员']
const POSTS = ['单位', '岗位名称', '职责', '要求语言']
const PEOPLE = ['登录名', '姓名', '单位', '岗位', '电话', '语言', '角色']

async function workbook(sheets: Sheets, change: (book: ExcelJS.Workbook) => void = () => undefined): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows)
  change(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function check(bytes: Buffer | string) {
  const { payload, headers } = formOf({ name: '名录.xlsx', bytes })
  return world.call(null, 'POST', '/api/staff/directory/imports', payload, { ...headers, ...guan })
}
const apply = (checked: { id: string; digest: string }) => world.call(null, 'POST', `/api/staff/directory/imports/${checked.id}/application`, { digest: checked.digest }, guan)
const places = (body: { problems: { sheet: string; row: number | null; column: string | null; code: string }[] }) => body.problems.map(({ sheet, row, column, code }) => [sheet, row, column, code])
const rowCounts = async () => Promise.all((['units', 'posts', 'people', 'post_holders', 'unit_posts', 'grants', 'ledger_entries'] as const).map(async (table) =>
  (await world.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count))

const GOOD: Sheets = {
  单位: [UNITS, ['一号窗口', '许可科', '窗口', '受理施工许可', 'xin.ming'], ['许可二科', '青山县建设局', '科室', '', '新明'], ['二科窗口', '许可二科', '窗口', '', '']],
  岗位: [POSTS, ['许可科/一号窗口', '综合受理', '受理各类许可申请', '普通话'], ['许可二科', '审查', '', '']],
  人员: [PEOPLE, ['xin.ming', '新明', '一号窗口', '综合受理；许可二科/审查', '0555-7654321；13800000001', '普通话、闽南语', '接待员'], ['qian', '钱博', '许可科', '', '13800000002', '', '']],
}

describe('a directory workbook', () => {
  it('is tried out without changing anything, then applied as a whole, and comes to nothing the second time', async () => {
    const before = await rowCounts()
    const checked = await check(await workbook(GOOD))
    expect(checked.status, JSON.stringify(checked.body)).toBe(200)
    expect(checked.body).toMatchObject({ problemCount: 0, problems: [] })
    expect(checked.body.sheets).toEqual([
      { sheet: 'units', rows: 3, new: 3, changed: 0, unchanged: 0, absent: 4 }, { sheet: 'posts', rows: 2, new: 2, changed: 0, unchanged: 0, absent: 0 }, { sheet: 'people', rows: 2, new: 1, changed: 1, unchanged: 0, absent: 8 },
    ])
    expect(checked.body.changes.find((one: { name: string }) => one.name === '钱博')).toEqual({ sheet: 'people', row: 3, kind: 'changed', name: '钱博', fields: [{ field: 'phones', from: '', to: '13800000002' }] })
    expect(await rowCounts()).toEqual(before)
    const applied = await apply(checked.body)
    expect(applied.status, JSON.stringify(applied.body)).toBe(200)
    expect(applied.body).toEqual({ created: 6, changed: 1 })
    const { body: units } = await world.call('li', 'GET', '/api/staff/units')
    expect(units.units.filter((unit: { name: string }) => /窗口|二科/.test(unit.name)).map((unit: { name: string; depth: number; posts: { post: string; personName: string }[] }) => [unit.name, unit.depth, unit.posts.map((held) => `${held.post} ${held.personName}`)]))
      .toEqual([['一号窗口', 2, ['liaison 新明']], ['许可二科', 1, ['liaison 新明']], ['二科窗口', 2, []]])
    const { body: book } = await world.call('li', 'GET', '/api/staff/phone-book?q=xm')
    expect(book.rows).toMatchObject([{ kind: 'person', name: '新明', unitName: '一号窗口', phones: ['0555-7654321', '13800000001'], post: '审查、综合受理', duty: '受理各类许可申请' }])
    const person = await world.db.selectFrom('people').select(['password_hash', 'languages', 'pinyin']).where('login', '=', 'xin.ming').executeTakeFirstOrThrow()
    expect(person).toEqual({ password_hash: null, languages: ['普通话', '闽南语'], pinyin: 'xinming' })
    expect((await world.db.selectFrom('ledger_entries').select('kind').where('stream', '=', `directory:${checked.body.id}`).orderBy('seq').execute()).map(({ kind }) => kind)).toEqual(['directory-imported', 'directory-rows'])
    expect((await apply(checked.body)).body.code).toBe('import-applied')
    const again = await check(await workbook(GOOD))
    expect(again.body).toMatchObject({ problemCount: 0, changes: [] })
    const after = await rowCounts()
    expect((await apply(again.body)).body).toEqual({ created: 0, changed: 0 })
    expect((await rowCounts()).slice(0, 6)).toEqual(after.slice(0, 6))
  })

  it('comes back as it went out: the export holds no change, and by its ids a unit is renamed', async () => {
    const exported = await world.app.inject({ method: 'GET', url: '/api/staff/directory/workbook', headers: guan })
    expect(exported.statusCode).toBe(200)
    const same = await check(exported.rawPayload)
    expect(places(same.body)).toEqual([])
    expect(same.body.changes).toEqual([])
    expect(same.body.sheets.map((tally: { unchanged: number; rows: number }) => tally.unchanged === tally.rows)).toEqual([true, true, true, true, true])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(exported.rawPayload as unknown as ArrayBuffer)
    book.getWorksheet('单位')?.eachRow((row) => { if (row.getCell(2).value === '许可二科') row.getCell(2).value = '审批科' })
    book.removeWorksheet(book.getWorksheet('岗位')?.id ?? 0)
    book.removeWorksheet(book.getWorksheet('人员')?.id ?? 0)
    const renamed = await check(Buffer.from(await book.xlsx.writeBuffer()))
    expect(places(renamed.body)).toEqual([])
    expect(renamed.body.changes).toMatchObject([{ kind: 'changed', name: '审批科', fields: [{ field: 'name', from: '许可二科', to: '审批科' }] }])
    expect((await apply(renamed.body)).body).toEqual({ created: 0, changed: 1 })
  })

  it('writes matters and their papers into drafts, once', async () => {
    const sheets: Sheets = {
      事项: [['事项名称', '单位', '岗位', '类别', '别名', '承诺工作日', '生效日期', '当场办结'], ['占道挖掘许可', '一号窗口', '综合受理', '申办', '挖路；破路', 7, '2026年3月1日', '否'], ['查询进度', '许可科', '', '咨询', '', '', '', '是']],
      材料: [['事项', '材料名称', '份数', '形式'], ['占道挖掘许可', '申请表', 2, '原件'], ['占道挖掘许可', '施工图', '', '']],
    }
    const checked = await check(await workbook(sheets))
    expect(places(checked.body)).toEqual([])
    expect(checked.body.sheets).toMatchObject([{ sheet: 'matters', rows: 2, new: 2 }, { sheet: 'papers', rows: 2, new: 1, changed: 0, unchanged: 0 }])
    expect((await apply(checked.body)).body).toEqual({ created: 2, changed: 0 })
    const { body } = await world.call(null, 'GET', '/api/staff/matter-drafts', undefined, guan)
    expect(body.rows.map((row: { matter: { name: string; postName: string | null; papers: { name: string; copies: number }[]; synonyms: string[]; validFrom: string | null } }) => [row.matter.name, row.matter.postName, row.matter.papers.map((paper) => `${paper.name}${paper.copies}`), row.matter.synonyms, row.matter.validFrom]))
      .toEqual(expect.arrayContaining([['占道挖掘许可', '综合受理', ['申请表2', '施工图1'], ['挖路', '破路'], '2026-03-01'], ['查询进度', null, [], [], null]]))
    expect((await check(await workbook(sheets))).body).toMatchObject({ problemCount: 0, changes: [] })
    const wrong = await check(await workbook({ 事项: [['事项名称', '单位', '岗位', '失效日期', '生效日期'], ['甲', '许可科', '没有的岗', '2026-01-01', '2026-02-30']], 材料: [['事项', '材料名称', '份数'], ['没有的事', '表', 0]] }))
    expect(places(wrong.body)).toEqual([['事项', 2, 'E', 'date-format'], ['事项', 2, 'C', 'post-unknown'], ['材料', 2, 'A', 'matter-unknown'], ['材料', 2, 'C', 'number-format']].toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))))
  })

  it.each<[string, Sheets, [string, number | null, string | null, string][]]>([
    ['circular units', { 单位: [UNITS, ['甲', '乙', '', '', ''], ['乙', '丙', '', '', ''], ['丙', '甲', '', '', '']] }, [['单位', 2, 'B', 'unit-circular'], ['单位', 3, 'B', 'unit-circular'], ['单位', 4, 'B', 'unit-circular']]],
    ['a unit above which nothing is', { 单位: [UNITS, ['甲', '没有的科', '', '', ''], ['', '许可科', '', '', '']] }, [['单位', 2, 'B', 'unit-parent-unknown'], ['单位', 3, 'A', 'missing']]],
    ['somebody of another institution', { 人员: [PEOPLE, ['out', '外人', '许可科', '', '', '', '']] }, [['人员', 2, 'A', 'login-elsewhere']]],
    ['the same login twice', { 人员: [PEOPLE, ['xin.a', '甲', '许可科', '', '', '', ''], ['XIN.A', '乙', '规划科', '', '', '', '']] }, [['人员', 3, 'A', 'twice']]],
    ['one person in two units', { 人员: [PEOPLE, ['xin.a', '甲', '许可科', '', '13800000009', '', ''], ['xin.b', '甲', '规划科', '', '138 0000 0009', '', '']] }, [['人员', 3, 'B', 'person-twice']]],
    ['somebody who works here under another login', { 人员: [PEOPLE, ['xin.d', '新明', '规划科', '', '+86 138-0000-0001', '', '']] }, [['人员', 2, 'B', 'person-known']]],
    ['somebody who works in another institution', { 人员: [PEOPLE, ['xin.e', '夏荷', '规划科', '', '0555-1234567；13900000008', '', '']] }, [['人员', 2, 'B', 'person-elsewhere']]],
    ['a sheet that nobody reads', { 人员: [PEOPLE, ['xin.f', '己', '规划科', '', '', '', '']], 人员名单: [['姓名'], ['庚']], 空表: [] }, [['人员名单', null, null, 'sheet-unknown']]],
    ['unknown unit, post, role, phone', { 人员: [PEOPLE, ['xin.a', '甲', '没有的科', '', '', '', ''], ['xin.b', '乙', '许可科', '没有的岗', '电话', '', '皇帝']] }, [['人员', 2, 'C', 'unit-unknown'], ['人员', 3, 'D', 'post-unknown'], ['人员', 3, 'E', 'phone-format'], ['人员', 3, 'G', 'not-in-list']]],
    ['a post asking for what somebody lacks', { 人员: [PEOPLE, ['xin.c', '丙', '一号窗口', '综合受理', '', '英语', '']] }, [['人员', 2, 'D', 'holder-not-qualified']]],
    ['a formula', { 人员: [PEOPLE, ['xin.a', { formula: '"甲"&"乙"', result: '甲乙' }, '许可科', '', '', '', '']] }, [['人员', 2, 'B', 'formula']]],
    ['an unknown column, and one missing', { 人员: [['登录名', '姓名', '生日'], ['xin.a', '甲', '1']] }, [['人员', 1, 'C', 'column-unknown'], ['人员', 1, null, 'column-missing']]],
  ])('with %s is refused, place by place', async (_, sheets, expected) => {
    const before = await rowCounts()
    const { status, body } = await check(await workbook(sheets))
    expect(status).toBe(200)
    expect(places(body)).toHaveLength(expected.length)
    expect(places(body)).toEqual(expect.arrayContaining(expected))
    expect(body).toMatchObject({ id: null, problemCount: expected.length })
    expect(await rowCounts()).toEqual(before)
  })

  it('with merged cells is refused with the range', async () => {
    const { body } = await check(await workbook({ 人员: [PEOPLE, ['xin.a', '甲', '许可科', '', '', '', '']] }, (book) => book.getWorksheet('人员')?.mergeCells('B2:B3')))
    expect(body.problems).toMatchObject([{ sheet: '人员', row: 2, column: 'B', code: 'merged', params: { value: 'B2:B3' } }])
  })

  it('with a hidden sheet is refused, because it is not read', async () => {
    const { body } = await check(await workbook({ 单位: [UNITS], 人员: [PEOPLE, ['xin.a', '甲', '许可科', '', '', '', '']] }, (book) => { const sheet = book.getWorksheet('人员'); if (sheet) sheet.state = 'veryHidden' }))
    expect(body).toMatchObject({ id: null, problems: [{ sheet: '人员', row: null, code: 'sheet-hidden' }] })
  })

  it('that is none, or of other sheets, or too long, is refused as a whole, with the file, the sheet and the remedy', async () => {
    const unreadable = await check('登录名,姓名\nxin,甲')
    expect(unreadable.body).toMatchObject({ status: 415, code: 'workbook-unreadable', errors: [{ pointer: '/file', code: 'workbook-unreadable' }] })
    expect(unreadable.body.detail).toContain('名录.xlsx')
    expect((await check(Buffer.from('PK\x03\x04 and nothing more'))).body.code).toBe('workbook-unreadable')
    expect((await check(await workbook({ Sheet1: [['登录名'], ['x']] }))).body).toMatchObject({ status: 422, code: 'workbook-has-no-sheet', detail: expect.stringContaining('“Sheet1”') })
    const rows = Array.from({ length: 50_001 }, (_, index) => [`p${index}`, '甲', '许可科'])
    expect((await check(await workbook({ 人员: [PEOPLE.slice(0, 3), ...rows] }))).body).toMatchObject({ status: 422, code: 'workbook-too-many-rows', detail: expect.stringContaining('“人员”') })
  })

  it('is not applied once the directory is another than the one shown', async () => {
    const checked = await check(await workbook({ 人员: [PEOPLE.slice(0, 3), ['qian', '钱博文', '许可科']] }))
    expect(checked.body.problemCount).toBe(0)
    expect((await world.call(null, 'PATCH', `/api/staff/accounts/${world.people.qian}`, { name: '钱大博' }, guan)).status).toBe(200)
    expect((await apply(checked.body)).body).toMatchObject({ status: 409, code: 'directory-changed' })
    expect((await world.db.selectFrom('people').select('name').where('login', '=', 'qian').executeTakeFirstOrThrow()).name).toBe('钱大博')
  })
})

describe('the reader', () => {
  it('knows shared strings, numbers, several lines, hidden sheets and characters written as codes', async () => {
    const bytes = await workbook({ 单位: [['名 & <称>', 13800000001, 'a\nb', '😀']], 藏: [['x']] }, (book) => { const sheet = book.getWorksheet('藏'); if (sheet) sheet.state = 'hidden' })
    const read = await readWorkbook(bytes, { wanted: () => true, rowsMax: 10 })
    expect(read.ok && read.sheets.map(({ name, rows }) => [name, rows.map((row) => [...row.cells.values()].map((cell) => cell.text))])).toEqual([['单位', [['名 & <称>', '13800000001', 'a\nb', '😀']]]])
  })
})
