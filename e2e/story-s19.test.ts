// A secondary school in its pages: papers taken in for a closed registry and handed over by hand and by name, a tip-off that only its own people see,
// a matter that nobody seems to own. The question about the buses and the results go by the API, as in the story's own file on the server.
// Left out: the principal's spot check, special check and undercover visit with their briefing, and the rectified finding.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { administers } from '@daodi/server/stories/testing-administrator.ts'
import { secondarySchool } from '@daodi/server/stories/testing-casts.ts'
import { shoot, tooWide, useBrowser } from './testing-browser.ts'
import { batonOf, begins, beginJourney, caseOn, figuresOf, lineOf, noticesOf, picks, receiptOn, registerOf, submits, type Journey } from './testing-journey.ts'
import { startStory, type StorySite } from './testing-story.ts'

let site: StorySite
let journey: Journey
beforeEach(async () => {
  site = await startStory(secondarySchool, '2026-03-02 08:00')
  journey = beginJourney(site)
  await administers(site, 'guan', '/api/staff/matters', {
    name: '转学证明', unitId: site.units['教务处'], personId: site.people['mao'], category: 'application', papers: [{ name: '户口簿' }, { name: '转学申请表' }, { name: '学籍卡' }],
  })
})
afterEach(async () => { await site.stop() })
// After the site's own ending, so that the pages are pictured and closed before it.
useBrowser()

const TRANSFER = '转学证明'
const TIP = '校内小卖部零食价格偏高'
const BUSES = '校门口有哪几路公交'
const STEPS = '校门口的台阶归谁管'
const ids: Record<string, string> = {}
const does = (who: string, subject: string, path: string, body?: unknown) => site.does(who, `/api/staff/cases/${ids[subject]}/${path}`, body)
const idOf = (address: string): string => new URL(address).pathname.split('/').at(-1) ?? ''

/** A parent is told all three papers at once; two are taken in while the registry is closed, and handed over at four. */
async function papers(): Promise<void> {
  const teacher = await journey.comes('2026-03-02 14:10', { as: '林叶' }, '/staff/')
  await (await lineOf(teacher)).click()
  await teacher.keyboard.type(`${TRANSFER} 13800000017 `)
  await teacher.getByRole('textbox', { name: '姓名' }).fill('柯岚')
  await teacher.getByRole('option', { name: /转学证明/ }).waitFor()
  await teacher.getByRole('button', { name: /住址、单位/ }).click()
  await teacher.getByRole('textbox', { name: '单位' }).fill('七年级三班家长')
  // It is another unit's: said before it is taken on all the same.
  await teacher.getByRole('button', { name: /^我来办/ }).click()
  await teacher.getByRole('status').filter({ hasText: '“转学证明”归教务处' }).waitFor()
  await teacher.getByRole('button', { name: /^我来办/ }).click()
  const panel = teacher.getByRole('form', { name: '我来办' })
  await panel.getByRole('checkbox', { name: /户口簿/ }).check()
  await panel.getByRole('checkbox', { name: /转学申请表/ }).check()
  expect(await panel.getByRole('checkbox', { name: /学籍卡/ }).isChecked()).toBe(false)
  await shoot(teacher, 's19-1-register')
  await panel.getByRole('button', { name: /^登记/ }).click()
  expect((await receiptOn(teacher)).number).toMatch(/^EQ20260302-/)
  await teacher.getByRole('button', { name: '查看办件' }).click()
  await caseOn(teacher, TRANSFER)
  ids[TRANSFER] = idOf(teacher.url())
  await teacher.locator('.case-tags').getByText('还差 1 份材料').waitFor()

  await site.at('2026-03-02 14:20')
  const call = await begins(teacher, '联系同事')
  await picks(teacher, call, '联系谁', '毛姝')
  await call.getByLabel('情况（可不填）').fill('教务处暂时关门')
  await submits(call)
  const taking = await begins(teacher, '代收材料')
  expect(await taking.getByRole('textbox').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))).toEqual(['户口簿', '转学申请表'])
  await shoot(teacher, 's19-2-taking')
  await submits(taking)
  await teacher.getByText(/林叶 3月2日 14:\d\d 代收，现由 林叶 保管/).waitFor()
  await teacher.getByText(/联系 毛姝（电话，.*）：没有联系上/).waitFor()
  await shoot(teacher, 's19-3-taken')

  const four = await journey.comes('2026-03-02 16:00', { as: '林叶' }, `/staff/cases/${ids[TRANSFER]}`)
  await caseOn(four, TRANSFER)
  const referral = await begins(four, '转办')
  await picks(four, referral, '选择科室', '教务处')
  await picks(four, referral, '具体经办人（可不填，由科室安排）', '毛姝')
  await referral.getByLabel('为什么转、要求办什么').fill('转学证明由教务处办理')
  await submits(referral)
  const offer = await begins(four, '移交材料')
  await picks(four, offer, '移交给谁', '毛姝')
  await submits(offer)
  await four.getByText('待 毛姝 确认接收').waitFor()

  const registry = await journey.comes('2026-03-02 16:05', { as: '毛姝', width: 'phone' }, '/staff/todo')
  await registry.getByRole('button', { name: `签收 ${TRANSFER}` }).tap()
  await registry.getByText(`已签收：${TRANSFER}`).waitFor()
  await registry.goto(`${site.url}/staff/cases/${ids[TRANSFER]}`)
  await caseOn(registry, TRANSFER)
  const confirming = await begins(registry, '确认收到材料')
  await shoot(registry, 's19-4-phone-confirm')
  await submits(confirming)
  await registry.getByText(/保管：林叶 3月2日 14:\d\d → 毛姝 3月2日 16:05/).waitFor()
  expect(await tooWide(registry)).toBe(0)
  await shoot(registry, 's19-5-phone-custody')
  await does('mao', TRANSFER, 'person-contacts', { channel: 'phone', note: '尚缺学籍卡' })
}

/** A tip-off has to be read back, and stays among its own people. */
async function tipOff(): Promise<void> {
  const phone = await journey.comes('2026-03-02 16:20', { as: '林叶' }, '/staff/')
  await (await lineOf(phone)).click()
  await phone.keyboard.type(`${TIP} 13800000027 `)
  await phone.getByRole('textbox', { name: '姓名' }).fill('何先生')
  await phone.getByRole('combobox', { name: '渠道' }).selectOption({ label: '来电' })
  await phone.getByRole('combobox', { name: '类别' }).selectOption({ label: '举报' })
  await phone.getByRole('button', { name: /^我来办/ }).click()
  const panel = phone.getByRole('form', { name: '我来办' })
  await panel.getByRole('button', { name: /^登记/ }).click()
  await phone.getByRole('alert').filter({ hasText: '复述确认' }).waitFor()
  await shoot(phone, 's19-6-read-back')
  await phone.getByRole('checkbox', { name: '已向来访人复述确认' }).check()
  await panel.getByRole('button', { name: /^登记/ }).click()
  await phone.getByRole('alert').filter({ hasText: '还须登记：详细内容' }).waitFor()
  await phone.getByRole('textbox', { name: '详细内容' }).fill('面包比校外贵一倍，学生只能在里面买')
  await panel.getByRole('button', { name: /^登记/ }).click()
  await receiptOn(phone)
  await phone.getByRole('button', { name: '查看办件' }).click()
  await caseOn(phone, TIP)
  ids[TIP] = idOf(phone.url())
  await phone.locator('.case-tags').getByText('保密件').waitFor()
  await phone.getByRole('button', { name: '显示', exact: true }).click()
  await phone.getByText('13800000027').waitFor()

  await site.at('2026-03-02 16:40')
  ids[BUSES] = (await site.does('lin', '/api/staff/cases', {
    channel: 'phone', category: 'consultation', subject: BUSES, decision: { branch: 'notOurs', text: '公交线路由县公共交通公司答复。', where: '县公共交通公司', phone: '0570-6200000', channel: 'phone' },
  })).id
  const logistics = await journey.comes('2026-03-02 16:40', { as: '欧力', }, `/staff/cases?view=all&q=${encodeURIComponent('小卖部')}`)
  await logistics.getByText(/没有/).first().waitFor()
  expect(await logistics.locator('[data-case]').count()).toBe(0)
}

/** The school office rules within the hour whose the steps before the gate are. */
async function ruled(): Promise<void> {
  const gate = await journey.comes('2026-03-03 09:00', { as: '林叶' }, '/staff/')
  await (await lineOf(gate)).click()
  await gate.keyboard.type(STEPS)
  await gate.getByRole('combobox', { name: '渠道' }).selectOption({ label: '来访' })
  await gate.getByRole('combobox', { name: '类别' }).selectOption({ label: '求助' })
  await gate.getByRole('button', { name: /^说不准/ }).click()
  const panel = gate.getByRole('form', { name: '说不准' })
  await panel.getByLabel('说不准在哪里').fill('不知归谁')
  await panel.getByRole('button', { name: /^登记/ }).click()
  await receiptOn(gate)
  await gate.getByRole('button', { name: '查看办件' }).click()
  await caseOn(gate, STEPS)
  ids[STEPS] = idOf(gate.url())
  await gate.locator('.case-holder').getByText(/已请示 牛希，.*10:00 前指定承办人/).waitFor()

  const office = await journey.comes('2026-03-03 09:40', { as: '牛希' }, '/staff/todo')
  await office.getByRole('link', { name: STEPS }).first().click()
  await caseOn(office, STEPS)
  const ruling = await begins(office, '裁定承办人')
  await picks(office, ruling, '由谁承办', '欧力')
  await ruling.getByLabel('办理要求（可不填）').fill('由总务处修缮')
  await submits(ruling)
  await office.locator('.case-holder').getByText('欧力').waitFor()
  await shoot(office, 's19-7-ruled')
  await does('ou', STEPS, 'person-contacts', { channel: 'phone' })
}

/** All of it is answered; the office calls the tip-off's caller back and closes it. */
async function answered(): Promise<void> {
  await journey.passes('2026-03-04 10:00')
  await does('lin', TIP, 'resolution', { outcome: 'explained', text: '已核实，两种零食价格偏高，今日起调整。' })
  await does('lin', TIP, 'reply', { channel: 'phone', text: '已核实，两种零食价格偏高，今日起调整。', close: true })
  await site.at('2026-03-04 15:00')
  await does('ou', STEPS, 'resolution', { outcome: 'solved', text: '台阶已修好。' })
  await does('lin', STEPS, 'reply', { channel: 'phone', text: '台阶已修好。', close: true })
  await site.at('2026-03-05 09:00')
  await does('mao', TRANSFER, 'papers', { papers: ['学籍卡'] })
  for (const { id } of (await site.sees('mao', `/api/staff/cases/${ids[TRANSFER]}`)).custody) await does('mao', TRANSFER, 'papers/return', { custodyId: id })
  const registry = await journey.comes('2026-03-05 09:00', { as: '毛姝' }, `/staff/cases/${ids[TRANSFER]}`)
  await caseOn(registry, TRANSFER)
  const resolution = await begins(registry, '办理完毕')
  await resolution.getByLabel('给来访人的说明').fill('转学证明已开具。')
  await submits(resolution)
  const teacher = await journey.comes('2026-03-05 09:10', { as: '林叶' }, `/staff/cases/${ids[TRANSFER]}`)
  await caseOn(teacher, TRANSFER)
  const reply = await begins(teacher, '答复来访人')
  await reply.getByLabel('答复内容').fill('转学证明已开具，请来领取。')
  await submits(reply)
  await teacher.locator('.case-tags').getByText('已办结').waitFor()

  const office = await journey.comes('2026-03-05 10:00', { as: '牛希' }, '/staff/todo')
  await office.getByRole('link', { name: TIP }).first().click()
  await caseOn(office, TIP)
  const closing = await begins(office, '办结归档', '确定办结归档？')
  await closing.getByRole('button', { name: /办结归档/ }).last().click()
  await office.locator('.case-tags').getByText('已办结').waitFor()
}

/** The registers, the bells and the baton agree. */
async function agree(): Promise<void> {
  const teacher = await journey.comes('2026-03-05 11:00', { as: '林叶' }, '/staff/')
  const rows = await registerOf(teacher, site.url)
  expect(rows).toHaveLength(4)
  for (const [index, words] of [[STEPS, '求助'], [BUSES, '咨询'], [TIP, '举报'], [TRANSFER, '申办']].entries()) for (const word of [...words, '林叶', '已办结']) expect(rows[index]).toContain(word)
  await shoot(teacher, 's19-8-register')
  await teacher.goto(`${site.url}/staff/cases/${ids[TRANSFER]}`)
  await caseOn(teacher, TRANSFER)
  const baton = await batonOf(teacher)
  for (const words of ['毛姝', '首问 林叶 全程负责']) expect(baton).toContain(words)
  await shoot(teacher, 's19-9-transfer')
  const logistics = await journey.comes('2026-03-05 11:00', { as: '欧力' }, '/staff/')
  const own = await registerOf(logistics, site.url)
  expect(own).toHaveLength(1)
  expect(own[0]).toContain(STEPS)
  const principal = await journey.comes('2026-03-05 11:00', { as: '庞德' }, '/staff/')
  expect(await figuresOf(principal, site.url, site.units['七年级组'] ?? '')).toMatchObject({ 先受理后答复: '2', 不属本单位: '1', 请示裁定: '1', 尚未了结: '0' })
  const bell = async (as: string) => noticesOf(await journey.comes('2026-03-05 11:00', { as }, '/staff/'), site.url)
  expect((await bell('毛姝')).toSorted()).toEqual([`有一件转来，请签收 ${TRANSFER}`, `有一项请您办理或批准 ${TRANSFER}`].toSorted())
  expect(await bell('牛希')).toEqual([`请您裁定由谁承办 ${STEPS}`])
  expect(await bell('欧力')).toEqual([`已裁定承办人 ${STEPS}`])
  expect(await bell('林叶')).toEqual([`已办结 ${TIP}`, `已有办理结果，待答复 ${TRANSFER}`, `已有办理结果，待答复 ${STEPS}`, `您提请的事有了答复 ${TRANSFER}`])
}

test('four matters in a secondary school', async () => {
  await papers()
  await tipOff()
  await ruled()
  await answered()
  await agree()
  expect(journey.faults()).toEqual([])
})
