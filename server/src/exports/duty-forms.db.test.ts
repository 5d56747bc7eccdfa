import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { documentFile } from './document-file.ts'
import type { Form } from './form-source.ts'
import { unzipped, wordsIn, xmlFault } from './testing-document.ts'

let world: World
let unitId: string
let day: string
let held: string

beforeAll(async () => {
  world = await makeWorld('ward-nurse-station', '2026-03-02 07:50')
  unitId = world.units['许可科'] ?? ''
  const kind = async (body: object) => (await post('sun', `units/${unitId}/shift-kinds`, { weekdays: [1, 2, 3, 4, 5, 6, 7], ...body })).body.id as string
  const [first, second] = [await kind({ name: '日班', from: '08:00', to: '16:00', tasks: [{ task: '清点急救车', by: null }, { task: '补足护理用品', by: '15:00' }] }), await kind({ name: '夜班', from: '16:00', to: '00:00' })]
  const { body } = await post('sun', `units/${unitId}/roster`, { add: [{ kindId: first, personId: world.people.qian, day: '2026-03-02' }, { kindId: second, personId: world.people.zhou, day: '2026-03-02' }] });
  [day] = body.shiftIds
  await world.db.updateTable('people').set({ phone: '2034' }).where('id', '=', world.people.qian).execute()
  await post('qian', `shifts/${day}/beginning`)
})
afterAll(() => world.drop())

const post = (who: Who, path: string, body: object = {}) => world.call(who, 'POST', `/api/staff/${path}`, body)
const print = async (who: Who, form: string, body: object = {}): Promise<Form> => {
  const { status, body: reply } = await post(who, form.includes('/') ? form : `shifts/${day}/forms/${form}`, body)
  expect(status, JSON.stringify(reply)).toBe(200)
  return reply as Form
}

function valuesOf(form: Form): Record<string, string> {
  return Object.fromEntries(form.blocks.flatMap((block) => (block.kind === 'fields' ? block.rows.flat().map(({ name, value }) => [name, value]) : [])))
}
function tablesOf(form: Form) {
  return form.blocks.flatMap((block) => (block.kind === 'table' ? [{ names: block.columns.map(({ name }) => name), rows: block.rows }] : []))
}
async function wordsOf(form: Form): Promise<string[]> {
  const files = unzipped(await buffer((await documentFile(form)).stream))
  expect([...files].filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, bytes]) => [name, xmlFault(bytes.toString('utf8'))]).filter(([, fault]) => fault !== null)).toEqual([])
  return wordsIn(files.get('word/document.xml')?.toString('utf8') ?? '')
}

describe('the hand-over sheet of a shift', () => {
  it('shows what would be handed over, before the record is written', async () => {
    world.setTime('2026-03-02 09:10')
    const { body: spot } = await post('qian', 'cases', { channel: 'visit', subject: '问开药窗口', category: 'consultation', readBack: true, decision: { branch: 'onSpot', text: '一楼大厅左手第三个窗口，我陪您过去。' } })
    expect(spot.number).toBeDefined()
    world.setTime('2026-03-02 10:20')
    const { body: mine } = await post('qian', 'cases', { channel: 'phone', subject: '询问床位和押金', category: 'help', readBack: true, decision: { branch: 'mine' } })
    held = mine.id
    const taken = await post('qian', `cases/${held}/papers`, { papers: ['医保卡', '入院通知单'] })
    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
    const form = await print('qian', 'handOver')
    expect(Object.keys(valuesOf(form))).toEqual(['交班人', '接班人', '班次', '起止时间', '交班时间', '系统内签收', '印章、钥匙和设备', '注意事项'])
    expect(valuesOf(form)).toMatchObject({ 交班人: '钱博（许可科）', 接班人: '', 班次: '日班', 起止时间: '2026年3月2日 08:00–16:00', 系统内签收: '' })
    const [open, tasks, papers] = tablesOf(form)
    expect(open).toMatchObject({ names: ['编号', '事由', '进度', '时限'], rows: [[mine.number, '询问床位和押金', '办理中、承办', expect.stringContaining('2026年3月')]] })
    expect(tasks).toMatchObject({ names: ['事项', '时限', '清点'], rows: [['补足护理用品', '2026年3月2日 15:00', '□'], ['清点急救车', '2026年3月2日 16:00', '□']] })
    expect(papers).toMatchObject({ names: ['收据号', '材料名称', '收取时间', '清点'], rows: [[expect.stringMatching(/^SJ[0-9A-F]{8}$/), '医保卡、入院通知单', '2026年3月2日 10:20', '□']] })
    expect(form.blocks.some((block) => block.kind === 'paragraph' && block.text.includes('尚未写'))).toBe(true)
  })

  it('keeps to the record once it is written, and says who signed', async () => {
    world.setTime('2026-03-02 15:50')
    expect((await post('qian', `shifts/${day}/handover`, { successorId: world.people.zhou, notes: '3 床明早空腹。' })).status).toBe(204)
    expect(valuesOf(await print('zhou', 'handOver'))['系统内签收']).toBe('未签收')
    world.setTime('2026-03-02 16:05')
    await post('zhou', `shifts/${day}/handover/acceptance`)
    await post('zhou', 'cases', { channel: 'visit', subject: '交班之后的事', category: 'help', readBack: true, decision: { branch: 'mine' } })
    const form = await print('sun', 'handOver')
    expect(valuesOf(form)).toMatchObject({ 接班人: '周宁', 交班时间: '2026年3月2日 15:50', 系统内签收: '周宁　2026年3月2日 16:05', 注意事项: '3 床明早空腹。' })
    expect(tablesOf(form)[0]?.rows).toHaveLength(1)
    expect(await wordsOf(form)).toEqual(expect.arrayContaining(['工作交接单', '医保卡、入院通知单', '3 床明早空腹。']))
  })

  it('is for those who may read the shift', async () => {
    for (const who of ['li', 'out'] as const) expect((await post(who, `shifts/${day}/forms/handOver`)).body.code).toBe('no-such-shift')
    expect((await post('qian', `shifts/${day}/forms/tax`)).status).toBe(400)
  })
})

describe('the duty log', () => {
  it('tells who was on, who came and called, what was done and what was handed over', async () => {
    const form = await print('sun', 'log')
    expect(valuesOf(form)).toMatchObject({
      日期: '2026年3月2日 周一', 科室: '许可科', 班次: '日班', 带班领导: '包副局长', 值班员: '钱博 2034', 班前巡视: '无',
      交班: '2026年3月2日 15:50 交 周宁，未了 1 件，2026年3月2日 16:05 签收。',
    })
    expect(valuesOf(form)['处理情况']).toMatch(/^登记 2 件，其中当场答复 1 件、转给他人 0 件。本班人员共答复 1 次/)
    const [came] = tablesOf(form)
    expect(came?.names).toEqual(['序号', '时间', '方式', '编号', '事由', '处理', '移交'])
    expect(came?.rows.map((row) => [row[0], row[1], row[2], row[4]])).toEqual([['1', '09:10', '来访', '问开药窗口'], ['2', '10:20', '来电', '询问床位和押金']])
    expect(await wordsOf(form)).toContain('值班日志')
  })
})

describe('the roster on paper', () => {
  it('has a line for each day and a column for each shift', async () => {
    const week = await print('li', `units/${unitId}/forms/roster`, { day: '2026-03-04' })
    const [table, phones] = tablesOf(week)
    expect(table?.names).toEqual(['日期', '日班\n08:00–16:00', '夜班\n16:00–次日00:00'])
    expect(table?.rows).toHaveLength(7)
    expect(table?.rows[0]).toEqual(['3月2日 周一', '钱博', '周宁'])
    expect(phones?.rows[0]).toEqual(expect.arrayContaining(['钱博', '2034', '周宁']))
    expect(valuesOf(week)).toMatchObject({ 科室: '许可科', 起止时间: '2026-03-02至2026-03-08', 带班领导: '包副局长' })
    const month = await print('li', `units/${unitId}/forms/roster`, { span: 'month', day: '2026-02-10' })
    expect(month.across).toBe(true)
    expect(month.blocks).toContainEqual({ kind: 'paragraph', text: '本月还没有排班' })
    await wordsOf(month)
  })

  it('has a line for each person and a column for each day, where it is of a month', async () => {
    const month = await print('li', `units/${unitId}/forms/roster`, { span: 'month', day: '2026-03-10' })
    const [table] = tablesOf(month)
    expect(table?.names).toHaveLength(2 + 31)
    expect(table?.names.slice(0, 4)).toEqual(['姓名', '电话', '1\n日', '2\n一'])
    expect(table?.rows.map((row) => row.slice(0, 4))).toEqual([['钱博', '2034', '', '日'], ['周宁', expect.any(String), '', '夜']])
    expect(valuesOf(month)['班次']).toBe('日＝日班 08:00–16:00、夜＝夜班 16:00–次日00:00')
    expect(await wordsOf(month)).toEqual(expect.arrayContaining(['钱博', '夜']))
    expect((await post('out', `units/${unitId}/forms/roster`)).body.code).toBe('no-such-unit')
    expect((await post('li', `units/${unitId}/forms/roster`, { day: '2026-02-30' })).status).toBe(400)
  })

  it('names holders and deputies with phones, duties and since when; posts without anybody too', async () => {
    const guan = await sessionFor(world, 'guan')
    for (const body of [{ unitId, name: '许可岗', duties: '受理、审查建房申请', holders: [{ personId: world.people.qian }] }, { unitId, name: '空岗', duties: '档案' }]) {
      await world.call(null, 'POST', '/api/staff/posts', body, guan)
    }
    world.setTime('2026-03-05 09:00')
    expect((await post('sun', `people/${world.people.qian}/cover`, { deputyId: world.people.zhou })).status).toBe(204)
    expect((await post('sun', `people/${world.people.zhou}/cover`, { deputyId: world.people.qian })).status).toBe(204)
    const form = await print('li', `units/${world.units['局'] ?? ''}/forms/covers`)
    const [table] = tablesOf(form)
    expect(table?.names).toEqual(['序号', '科室', '岗位', 'A岗', '电话', 'B岗', '电话', '职责', '备案日期'])
    expect(table?.rows.map((row) => [row[2], row[3], row[4], row[5], row[7], row[8]])).toEqual([
      ['空岗', '', '', '', '档案', ''], ['许可岗', '钱博', '2034', '周宁', '受理、审查建房申请', '2026年3月5日'], ['', '周宁', '', '钱博', '', '2026年3月5日'],
    ])
    expect(form).toMatchObject({ across: true, title: 'AB岗备案表' })
    const sent = await post('li', `units/${unitId}/forms/covers/document`)
    expect([sent.status, String(sent.headers['content-disposition'])]).toEqual([200, expect.stringContaining(encodeURIComponent('AB岗备案表-许可科.docx'))])
  })

  it.each(['log', 'handOver'])('can be written in English: %s', async (form) => {
    const { title, blocks } = await print('sun', form, { language: 'en' })
    const fixed = blocks.map((block) => (block.kind === 'fields' ? block.rows.flat().map(({ name }) => name) : block.kind === 'table' ? [block.title, block.columns] : block.kind === 'signatures' ? block.items.map(({ name }) => name) : ''))
    expect(JSON.stringify([title, fixed])).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
