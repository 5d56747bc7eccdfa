import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { documentFile } from './document-file.ts'
import type { Form } from './form-source.ts'
import { unzipped, wordsIn, xmlFault } from './testing-document.ts'

let world: World
let caseId: string
let number: string
const NAME = '欧阳䶮𠮷'
const PHONE = '13877712345'
const LONG = `翻建审批${'，邻里签字确认书及四至界线说明'.repeat(40)}`
const PAPERS = Array.from({ length: 30 }, (_, index) => ({ name: `第${index + 1}项材料<甲&乙>`, copies: 2, form: 'copy' as const, given: index % 3 === 0 }))

beforeAll(async () => {
  world = await makeWorld()
  const registered = await world.call('li', 'POST', '/api/staff/cases', {
    channel: 'visit', subject: '自建房翻建要哪些材料', content: LONG, place: '南河村七组', category: 'application', requester: { name: NAME, phone: PHONE, address: '城关镇南河村七组十二号' },
    decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '归许可科办理' },
  })
  ;({ id: caseId, number } = registered.body)
})
afterAll(() => world.drop())

async function print(form: string, body: object = {}, who: 'li' | 'qian' | 'wu' | 'out' | 'zhou' = 'li') {
  return world.call(who, 'POST', `/api/staff/cases/${caseId}/forms/${form}`, body)
}

function valuesOf(form: Form): Record<string, string> {
  return Object.fromEntries(form.blocks.flatMap((block) => (block.kind === 'fields' ? block.rows.flat().map(({ name, value }) => [name, value]) : [])))
}

async function documentOf(form: Form): Promise<{ xml: string; files: Map<string, Buffer> }> {
  const files = unzipped(await buffer((await documentFile(form)).stream))
  const faults = [...files].filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, bytes]) => [name, xmlFault(bytes.toString('utf8'))]).filter(([, fault]) => fault !== null)
  expect(faults).toEqual([])
  return { xml: files.get('word/document.xml')?.toString('utf8') ?? '', files }
}

async function entries(): Promise<{ kind: string; data: { form?: string } }[]> {
  return (await world.call('li', 'GET', `/api/staff/cases/${caseId}/ledger`)).body.entries
}

describe('the forms of a case', () => {
  it('have the columns of the paper forms, and mask the person', async () => {
    const slip = await print('slip')
    expect(slip.status, JSON.stringify(slip.body)).toBe(200)
    const values = valuesOf(slip.body)
    expect(Object.keys(values)).toEqual(['编号', '来源', '转办日期', '转办部门', '接收部门', '首问责任人', '服务对象', '联系方式', '事由摘要', '所附材料', '承办要求', '办理时限', '转办人', '领导批示', '接收人签收及时间', '备注'])
    expect(values).toMatchObject({ 编号: number, 来源: '来访', 转办部门: '规划科', 接收部门: '许可科　305', 服务对象: '欧**𠮷', 承办要求: '归许可科办理', 转办人: '李文', 接收人签收及时间: '' })
    expect(values['事由摘要']).toContain(LONG)
    expect(values['事由摘要']).toMatch(/\n发生地点：南河村七组$/)
    expect(JSON.stringify((await print('handling')).body)).toContain('发生地点：南河村七组')
    expect(JSON.stringify((await print('handOver')).body)).toContain('发生地点：南河村七组')
    expect(JSON.stringify(slip.body)).not.toContain(PHONE)
  })

  it('say that there is nothing to print before anything has happened', async () => {
    for (const form of ['notice', 'returned', 'extension']) expect([form, (await print(form)).body.code]).toEqual([form, 'nothing-to-print'])
    expect((await print('tax')).status).toBe(400)
    expect((await print('slip', { site: 'javascript:alert(1)' })).status).toBe(400)
  })

  it('show full contacts to whoever works on it, once for each entry in the ledger', async () => {
    const before = (await entries()).length
    const refused = await world.call('bao', 'POST', `/api/staff/cases/${caseId}/forms/slip`, {})
    expect(refused.status).toBe(200)
    expect((await print('slip', { contacts: 'full' }, 'out')).status).toBe(404)
    const full = await print('slip', { contacts: 'full', reason: '随件移交' })
    expect(valuesOf(full.body)).toMatchObject({ 服务对象: NAME })
    expect(valuesOf(full.body)['联系方式']).toContain(PHONE)
    expect(full.body).toMatchObject({ full: true, foot: expect.stringContaining('含完整个人信息') })
    expect((await print('notice', { contacts: 'full' })).body.code).toBe('nothing-to-print')
    const after = await entries()
    expect(after.slice(before)).toMatchObject([{ kind: 'requester-revealed', data: { form: 'slip' } }])
    const page = await world.call('li', 'GET', `/api/staff/cases/${caseId}`)
    expect(page.body.timeline.at(-1)).toMatchObject({ kind: 'requester-revealed', params: { form: 'slip' }, text: '随件移交' })
  })

  it('follow what happens: signature, notice in two parts, papers in custody', async () => {
    await world.call('qian', 'POST', `/api/staff/cases/${caseId}/referral/acceptance`, {})
    expect(valuesOf((await print('slip')).body)['接收人签收及时间']).toContain('钱博')
    const issued = await world.call('qian', 'POST', `/api/staff/cases/${caseId}/notice`, { papers: PAPERS })
    expect(issued.status, JSON.stringify(issued.body)).toBe(200)
    await world.call('qian', 'POST', `/api/staff/cases/${caseId}/papers`, { papers: ['宅基地证原件'] })
    const notice = (await print('notice')).body as Form
    expect(notice.parts).toEqual(['第一联　交服务对象', '第二联　单位留存'])
    expect(Object.keys(valuesOf(notice))).toEqual(['编号', '事项名称', '办理依据', '申请条件', '服务对象', '需补正内容', '办理程序', '办理时限（法定/承诺）', '收费及依据', '办理地点与电话', '不予受理或办理的理由', ...(valuesOf(notice)['监督投诉电话'] === undefined ? [] : ['监督投诉电话'])])
    const list = notice.blocks.find((block) => block.kind === 'table')
    expect(list?.kind === 'table' && list.columns.map(({ name }) => name)).toEqual(['序号', '材料名称', '份数', '原件/复印件', '是否已交', '备注'])
    expect(list?.kind === 'table' && list.rows).toHaveLength(30)
    const handOver = (await print('handOver', {}, 'qian')).body as Form
    const tables = handOver.blocks.filter((block) => block.kind === 'table')
    expect(tables.map(({ columns }) => columns.map(({ name }) => name))).toEqual([['编号', '事由', '进度', '时限'], ['收据号', '材料名称', '收取时间', '现保管人', '清点']])
    expect(JSON.stringify(tables)).toContain('宅基地证原件')
  })

  it('say who may apply and where, as the matter says, whoever took it at the counter', async () => {
    const guan = await sessionFor(world, 'guan')
    const made = await world.call(null, 'POST', '/api/staff/matters', { name: '农村建房审批', unitId: world.units['许可科'], personId: world.people.qian, conditions: '本村村民；一户一宅', procedure: '申请、踏勘、审批', room: '208', phone: '13800000281' }, guan)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect((await world.call(null, 'GET', `/api/staff/matters/${made.body.id}`, undefined, guan)).body).toMatchObject({ matter: { conditions: '本村村民；一户一宅' } })
    const { body: asked } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '建房', category: 'application', matterId: made.body.id, decision: { branch: 'mine', papers: [{ name: '申请书' }] } })
    expect(valuesOf((await world.call('li', 'POST', `/api/staff/cases/${asked.id}/forms/notice`, {})).body)).toMatchObject({ 申请条件: '本村村民；一户一宅', 办理程序: '申请、踏勘、审批', 办理地点与电话: '许可科　208　13800000281' })
  })

  it('say what became of a request for more time, and who helped', async () => {
    const { body: other } = await world.call('qian', 'POST', '/api/staff/cases', { channel: 'visit', subject: '宅基地测绘', category: 'application', decision: { branch: 'mine' } })
    const until = new Date(Date.parse(other.dueAt) + 3 * 86_400_000).toISOString()
    const asked = await world.call('qian', 'POST', `/api/staff/cases/${other.id}/extension`, { until, reason: '测绘单位未出图' })
    const extension = () => world.call('qian', 'POST', `/api/staff/cases/${other.id}/forms/extension`, {})
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    const waiting = valuesOf((await extension()).body)
    expect(Object.keys(waiting)).toEqual(['编号', '原承办', '事由', '延期理由', '依据（三定方案、权责清单条款）', '原时限', '新时限', '已做工作', '申请人', '日期', '审核意见', '审批时间', '是否已告知服务对象'])
    expect(waiting).toMatchObject({ 延期理由: '测绘单位未出图', 申请人: '钱博', 审核意见: '', 是否已告知服务对象: '' })
    await world.call('sun', 'POST', `/api/staff/cases/${other.id}/approval`, { approve: true })
    expect(valuesOf((await extension()).body)['审核意见']).toMatch(/^同意；孙涛/)
  })

  it('name the cases that belong with it, and nothing of the kind where there are none', async () => {
    const { body: main } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '现场勘查', category: 'help', decision: { branch: 'mine' } })
    const handling = async (id: string) => valuesOf((await world.call('li', 'POST', `/api/staff/cases/${id}/forms/handling`, {})).body)
    expect(Object.keys(await handling(main.id))).not.toContain('子件')
    const { body: part } = await world.call('li', 'POST', '/api/staff/emergencies', { subject: '墙体倒塌', partOf: main.id })
    expect(await handling(main.id)).toMatchObject({ 子件: `${part.number}　墙体倒塌　办理中` })
    expect(await handling(part.id)).toMatchObject({ 主件: `${main.number}　现场勘查　办理中` })
  })

  it('are Word documents with the figures of the standard, whatever characters they hold', async () => {
    const { xml, files } = await documentOf((await print('notice', { contacts: 'full' })).body)
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(xml).toMatch(/<w:pgMar[^>]*w:top="209[78]"/)
    expect(xml).toMatch(/w:firstLine="480" w:firstLineChars="200"|w:firstLineChars="200" w:firstLine="480"/)
    expect(xml.match(/<w:sectPr/g)).toHaveLength(2)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml).toContain('w:eastAsia="仿宋"')
    expect(files.get('word/fontTable.xml')?.toString('utf8')).toContain('w:val="仿宋_GB2312,FangSong,STFangsong"')
    const words = wordsIn(xml)
    expect(words).toContain('第30项材料&lt;甲&amp;乙&gt;')
    expect(words.some((text) => text.includes(NAME))).toBe(true)
  })

  it('tell again what was answered on the spot, and lead to where the operator says the pages are', async () => {
    const words = '带身份证到三楼 305 室补领，不收费。'
    const { body: spot } = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '许可证丢了', category: 'consultation', readBack: true, decision: { branch: 'onSpot', text: words, citation: '《条例》第七条' } })
    const asked = (body: object) => world.call('li', 'POST', `/api/staff/cases/${spot.id}/forms/receipt`, body)
    const receipt = (await asked({ code: 'ABC234', site: 'http://127.0.0.1:8080' })).body as Form
    expect(valuesOf(receipt)).toMatchObject({ 承诺办理或答复时间: '已当场答复', 答复内容: words, 依据: '《条例》第七条' })
    expect(wordsIn((await documentOf(receipt)).xml).join('')).toContain(words)
    expect(receipt.blocks.find((block) => block.kind === 'track')).toMatchObject({ address: `http://127.0.0.1:8080/t/${spot.number}#ABC234` })
    world.services.outside = { smtp: null, privateNetworks: [], publicUrl: 'https://daodi.example/' }
    expect(((await asked({ code: 'ABC234', site: 'http://127.0.0.1:8080' })).body as Form).blocks.find((block) => block.kind === 'track')).toMatchObject({ address: `https://daodi.example/t/${spot.number}#ABC234` })
    delete world.services.outside
  })

  it('say where to go: to another organisation, or to another unit of this one', async () => {
    const receipt = async (id: string) => valuesOf((await world.call('li', 'POST', `/api/staff/cases/${id}/forms/receipt`, { code: 'ABC234', site: 'http://127.0.0.1:8080' })).body as Form)
    const ask = { channel: 'visit', subject: '燃气表坏了', category: 'help' }
    const { body: away } = await world.call('li', 'POST', '/api/staff/cases', { ...ask, decision: { branch: 'notOurs', text: '这归燃气公司管。', where: '县燃气公司营业厅', phone: '0596-1002003' } })
    expect(await receipt(away.id)).toMatchObject({ 答复内容: '这归燃气公司管。', 请到哪里办理及电话: '县燃气公司营业厅　0596-1002003' })
    await world.db.updateTable('units').set({ room: '305', phone: '0596-1000305' }).where('id', '=', world.units['许可科'] ?? '').execute()
    const { body: referred } = await world.call('he', 'POST', '/api/staff/cases', { ...ask, decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '占道由许可科核发' } })
    const { body: form } = await world.call('he', 'POST', `/api/staff/cases/${referred.id}/forms/receipt`, { code: 'ABC234', site: 'http://127.0.0.1:8080' })
    expect(valuesOf(form as Form)).toMatchObject({ 承办部门: '许可科　305　0596-1000305' })
  })

  it('carry the QR code where the tracking code is known', async () => {
    const receipt = (await print('receipt', { code: 'ABC234', site: 'https://daodi.example' })).body as Form
    expect(receipt.blocks.find((block) => block.kind === 'track')).toMatchObject({ address: `https://daodi.example/t/${number}#ABC234`, code: 'ABC234' })
    const { files, xml } = await documentOf(receipt)
    expect([...files.keys()].filter((name) => name.startsWith('word/media/')).length).toBeGreaterThan(0)
    expect(xml).toMatch(/<w:pgSz w:w="8391" w:h="11906"/)
    const sent = await world.call('li', 'POST', `/api/staff/cases/${caseId}/forms/receipt/document`, { code: 'ABC234', site: 'https://daodi.example' })
    expect([sent.status, sent.headers['content-type'], String(sent.headers['content-disposition'])]).toEqual([200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', expect.stringContaining(encodeURIComponent(`首问回执单-${number}.docx`))])
  })

  it.each(['receipt', 'notice', 'slip', 'handling', 'handOver'])('can be written in English: %s', async (form) => {
    const { body } = await print(form, { language: 'en' })
    const fixed = JSON.stringify({ ...body, institution: '', blocks: (body as Form).blocks.map((block) => (block.kind === 'fields' ? block.rows.flat().map(({ name }) => name) : block.kind === 'table' ? [block.title, block.columns] : block.kind === 'signatures' ? block.items.map(({ name }) => name) : block.kind === 'track' ? block.codeName : block)), foot: '' })
    expect(fixed).not.toMatch(/[\u4e00-\u9fff]/)
    await documentOf(body)
  })
})

describe('the register on paper', () => {
  it.each(['brief', 'full'] as const)('%s: the columns of the book, oldest first, masked', async (layout) => {
    await world.call('li', 'POST', '/api/staff/cases', { channel: 'phone', subject: '=1+1 路灯不亮', category: 'help', requester: { name: '赵敏敏', phone: '13800000001' } })
    const { status, body } = await world.call('li', 'POST', '/api/staff/register/print', { layout, filters: {} })
    expect(status, JSON.stringify(body)).toBe(200)
    const [list] = (body as Form).blocks
    if (list?.kind !== 'table') throw new Error('no table')
    const names = list.columns.map(({ name }) => name)
    expect(names).toHaveLength(layout === 'brief' ? 6 : 26)
    const rows = list.rows.map((row) => Object.fromEntries(row.map((text, index) => [names[index], text])))
    expect(rows[0]?.[layout === 'brief' ? '发问事由' : '咨询或办理事项']).toBe('自建房翻建要哪些材料')
    expect(JSON.stringify(rows)).not.toContain(PHONE)
    // Paper computes nothing: no apostrophe is put before what a spreadsheet would.
    expect(JSON.stringify(rows)).toContain('"=1+1 路灯不亮"')
    expect(rows[0]?.['日期时间']).toBe(layout === 'full' ? '2026-03-02 09:00' : undefined)
    const { xml } = await documentOf(body)
    expect(xml).toContain('w:orient="landscape"')
  })

  it('refuses another unit’s book', async () => {
    expect((await world.call('li', 'POST', '/api/staff/register/print', { layout: 'brief', filters: { unitId: world.people.out } })).body.code).toBe('no-such-unit')
    const now = world.services.clock()
    world.setTime('2026-03-20 07:30')
    const early = await world.call('li', 'POST', '/api/staff/register/document', { layout: 'brief', filters: {}, language: 'en' })
    world.setTime(now)
    expect(String(early.headers['content-disposition'])).toContain('first-contact-register-brief-2026-03-20.docx')
  })

  it('comes in volumes where it is long, and says what each leaves out', async () => {
    const { rows: [one] } = await world.pool.query<{ id: string }>('select id from cases order by id limit 1')
    const columns = "institution_id, register_unit_id, register_day, round, channel, category, urgency, confidential, subject_id, first_contact_id, first_contact_unit_id, handler_id, handler_unit_id, policy_digest, code_digest, head_seq, head_hash, state, told"
    await world.pool.query(`insert into cases (id, number, register_serial, registered_at, status, ended_at, ${columns})
      select ('01990000-' || lpad(to_hex(n), 4, '0') || '-7000-8000-000000000000')::uuid, 'V' || n, 100000 + n, '2025-09-01', 'withdrawn', '2025-09-02', ${columns} from cases, generate_series(1, 1004) n where id = $1`, [one?.id])
    await world.pool.query("insert into case_viewers (institution_id, viewer, case_id) select institution_id, 'p:' || first_contact_id, id from cases where number like 'V%'")
    const print = async (more: object) => (await world.call('li', 'POST', '/api/staff/register/print', { layout: 'brief', filters: { to: '2026-01-31' }, ...more })).body as Form & { rows: number; total: number; next: string | null }
    const first = await print({})
    expect(first).toMatchObject({ rows: 1000, total: 1004, next: expect.any(String) })
    expect(JSON.stringify(first.blocks)).toContain('本册 1000 件，所选范围共 1004 件；更早的另成一册。')
    const second = await print({ after: first.next })
    expect(second).toMatchObject({ rows: 4, total: 1004, next: null })
    expect(JSON.stringify(second.blocks)).toContain('本册为最早的一册')
    const whole = await print({ filters: { from: '2026-03-01' } })
    expect([whole.next, JSON.stringify(whole.blocks).includes('本册')]).toEqual([null, false])
    expect((await world.call('li', 'POST', '/api/staff/register/print', { layout: 'brief', filters: {}, after: 'x' })).status).toBe(400)
  })
})
