// A company in its pages: a supplier's late payment handed over although the colleague was not reached, a clause that goes up the ladder, one answer with the document.
// The matter from the meeting is registered by the API, as in the story's own file on the server; so are two of the results.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownDataFolder } from '@daodi/server/attachments/testing-upload.ts'
import { tradingCompany } from '@daodi/server/stories/testing-casts.ts'
import { shoot, useBrowser } from './testing-browser.ts'
import { begins, beginJourney, caseOn, figuresOf, lineOf, noticesOf, picks, receiptOn, registerOf, submits, timelineOf, type Journey } from './testing-journey.ts'
import { showTime, startStory, type StorySite } from './testing-story.ts'

let site: StorySite
let journey: Journey
beforeEach(async () => {
  site = await startStory(tradingCompany, '2026-03-02 08:30')
  await ownDataFolder(site)
  journey = beginJourney(site)
})
afterEach(async () => { await site.stop() })
// After the site's own ending, so that the pages are pictured and closed before it.
useBrowser()

const PAYMENT = '一月份货款为何迟付'
const CLAUSE = '合同违约金条款怎么理解'
const MEETING = '请改进对账方式'
const peng = { name: '彭宇', phone: '13800000010', organization: '宏达配件厂' }
const ids: Record<string, string> = {}

/** A payment is handed over although nobody answers the telephone. */
async function payment(): Promise<void> {
  const purchasing = await journey.comes('2026-03-02 09:03', { as: '秦璐' }, '/staff/')
  await (await lineOf(purchasing)).click()
  await purchasing.keyboard.type(`${PAYMENT} ${peng.phone} `)
  await purchasing.getByRole('textbox', { name: '姓名' }).fill(peng.name)
  await purchasing.getByRole('combobox', { name: '类别' }).selectOption({ label: '咨询' })
  await purchasing.getByRole('button', { name: /住址、单位/ }).click()
  await purchasing.getByRole('textbox', { name: '单位' }).fill(peng.organization)
  await purchasing.getByRole('button', { name: /^转其他科室/ }).click()
  const panel = purchasing.getByRole('form', { name: '转其他科室' })
  await picks(purchasing, panel, '转给哪个科室', '财务部')
  await picks(purchasing, panel, '指定同事（选填，不指定则由科室签收）', '时雯')
  await panel.getByLabel('转办理由').fill('付款由财务部负责，402室')
  await panel.getByRole('button', { name: '记一次：没有联系上' }).click()
  await site.at('2026-03-02 09:05')
  await showTime(purchasing, '2026-03-02 09:05')
  await shoot(purchasing, 's11-1-register')
  await panel.getByRole('button', { name: /^登记/ }).click()
  await receiptOn(purchasing)
  await purchasing.getByRole('button', { name: '查看办件' }).click()
  await caseOn(purchasing, PAYMENT)
  ids[PAYMENT] = new URL(purchasing.url()).pathname.split('/').at(-1) ?? ''
  await purchasing.getByText(/联系 时雯（电话，.*09:03）：没有联系上/).waitFor()
  await purchasing.locator('.case-holder').getByText(/待 财务部 时雯 在 .* 前签收/).waitFor()
  await shoot(purchasing, 's11-2-waiting')

  await site.at('2026-03-02 09:08')
  await site.does('tao', '/api/staff/absences', { personId: site.people.shi, kind: 'trip', to: '2026-03-02T13:00:00+08:00' })
  await site.at('2026-03-02 09:10')
  await reported()
  await site.at('2026-03-02 10:00')
  ids[MEETING] = (await site.does('qin', '/api/staff/cases', {
    channel: 'meeting', category: 'suggestion', subject: MEETING, requester: peng, decision: { branch: 'colleague', toPersonId: site.people.pan, reason: '对账由潘宁负责' },
  })).id
  await site.does('pan', `/api/staff/cases/${ids[MEETING]}/referral/acceptance`)
  await site.does('pan', `/api/staff/cases/${ids[MEETING]}/person-contacts`, { channel: 'visit' })

  const finance = await journey.comes('2026-03-02 13:30', { as: '时雯' }, '/staff/todo')
  await finance.getByRole('button', { name: `签收 ${PAYMENT}` }).click()
  await finance.getByText(`已签收：${PAYMENT}`).waitFor()
  await finance.goto(`${site.url}/staff/cases/${ids[PAYMENT]}`)
  await caseOn(finance, PAYMENT)
  const duties = finance.getByRole('complementary').getByRole('region', { name: '应办' })
  await expect.poll(async () => (await duties.innerText()).replace(/\s+/g, ' ')).toMatch(/联系来访人 明天 09:00/)
  await shoot(finance, 's11-3-signed')

  const calling = await journey.comes('2026-03-02 15:00', { as: '时雯' }, `/staff/cases/${ids[PAYMENT]}`)
  await caseOn(calling, PAYMENT)
  const contact = await begins(calling, '已联系来访人')
  await contact.getByText('电话', { exact: true }).click()
  await contact.getByLabel('说了什么（可不填）').fill('已说明付款流程')
  await submits(contact)
  await calling.getByText('与来访人取得联系（电话）').waitFor()
}

/** Of a colleague on a journey the panel says so, and that it goes to the leaders. */
async function reported(): Promise<void> {
  const desk = await journey.comes('2026-03-02 09:10', { as: '秦璐' }, '/staff/')
  await (await lineOf(desk)).click()
  await desk.keyboard.type(`${CLAUSE} ${peng.phone} `)
  await desk.getByRole('combobox', { name: '类别' }).selectOption({ label: '咨询' })
  await desk.getByRole('button', { name: /^转其他科室/ }).click()
  const panel = desk.getByRole('form', { name: '转其他科室' })
  await picks(desk, panel, '指定同事（选填，不指定则由科室签收）', '时雯')
  await panel.getByText('时雯出差，按制度报领导指定承办人').waitFor()
  await panel.getByLabel('转办理由').fill('时雯另有出差，条款归哪个部门解释不明')
  await shoot(desk, 's11-2-reported')
  await desk.keyboard.press('Control+Enter')
  await receiptOn(desk)
  ids[CLAUSE] = (await site.sees('qin', '/api/staff/cases')).rows.find((row: { subject: string }) => row.subject === CLAUSE).id
}

/** The clause climbs to the deputy leader, who rules. */
async function clause(): Promise<void> {
  const deputy = await journey.comes('2026-03-03 10:00', { as: '魏刚' }, '/staff/todo')
  await deputy.getByRole('link', { name: CLAUSE }).first().click()
  await caseOn(deputy, CLAUSE)
  const ruling = await begins(deputy, '裁定承办人')
  await picks(deputy, ruling, '由谁承办', '方正')
  await ruling.getByLabel('办理要求（可不填）').fill('由法务部解释')
  await shoot(deputy, 's11-4-ruling')
  await submits(ruling)
  await deputy.locator('.case-holder').getByText('方正').waitFor()
  const told = (await timelineOf(deputy)).join('\n')
  expect(told).toMatch(/到期未裁定，改请 .*魏刚/)
  await shoot(deputy, 's11-5-ruled')
  await site.at('2026-03-03 14:30')
  await site.does('fang', `/api/staff/cases/${ids[CLAUSE]}/person-contacts`, { channel: 'phone', note: '告知周四答复' })
}

/** Both are answered by the first contact, the clause once and with its document. */
async function answers(): Promise<void> {
  const paying = await journey.comes('2026-03-04 09:40', { as: '时雯' }, `/staff/cases/${ids[PAYMENT]}`)
  await caseOn(paying, PAYMENT)
  const resolution = await begins(paying, '办理完毕')
  await resolution.getByLabel('给来访人的说明').fill('款项已于今日支付。')
  await submits(resolution)
  const telling = await journey.comes('2026-03-04 10:00', { as: '秦璐' }, '/staff/todo')
  await telling.getByRole('link', { name: PAYMENT }).first().click()
  await caseOn(telling, PAYMENT)
  const reply = await begins(telling, '答复来访人')
  await reply.getByText('电话', { exact: true }).click()
  await reply.getByRole('checkbox', { name: '答复后直接办结归档' }).check()
  await submits(reply)
  await telling.locator('.case-tags').getByText('已办结').waitFor()
  await site.does('pan', `/api/staff/cases/${ids[MEETING]}/resolution`, { outcome: 'solved', text: '改为每月五日前邮件对账。' })
  await site.does('qin', `/api/staff/cases/${ids[MEETING]}/reply`, { channel: 'phone', text: '改为每月五日前邮件对账。', close: true })

  await journey.passes('2026-03-05 09:30')
  await site.does('fang', `/api/staff/cases/${ids[CLAUSE]}/resolution`, { outcome: 'explained', text: '违约金按合同第九条计算，附说明。' })
  const legal = await journey.comes('2026-03-05 09:30', { as: '方正' }, `/staff/cases/${ids[CLAUSE]}`)
  await caseOn(legal, CLAUSE)
  await legal.locator('.act-bar').getByRole('button', { name: '更多', exact: true }).click()
  await legal.getByText(/^为什么有些事现在不能做/).click()
  const refused = legal.locator('.more-refused div').filter({ hasText: '办结归档' })
  await refused.waitFor()
  expect((await refused.innerText()).length).toBeGreaterThan(8)
  await shoot(legal, 's11-6-not-yet')

  const answering = await journey.comes('2026-03-05 10:00', { as: '秦璐' }, `/staff/cases/${ids[CLAUSE]}`)
  await caseOn(answering, CLAUSE)
  await answering.locator('.case-aside input[type=file]').setInputFiles({ name: '条款说明.txt', mimeType: 'text/plain', buffer: Buffer.from('违约金按合同第九条计算。') })
  await answering.getByRole('link', { name: /条款说明\.txt/ }).waitFor()
  const told = await begins(answering, '答复来访人')
  await told.getByLabel('答复内容').fill('违约金按合同第九条计算，说明已交给您。')
  await told.getByRole('checkbox', { name: /条款说明\.txt/ }).check()
  await told.getByRole('checkbox', { name: '答复后直接办结归档' }).uncheck()
  await submits(told)
  await answering.locator('.case-tags').getByText('已答复').waitFor()
  const receipt = await begins(answering, '确认已收到答复')
  await submits(receipt)
  await shoot(answering, 's11-7-answered')
  const closing = await begins(answering, '办结归档', '确定办结归档？')
  await closing.getByRole('button', { name: /办结归档/ }).last().click()
  await answering.locator('.case-tags').getByText('已办结').waitFor()
}

/** The register, the bells and the timeline agree; the main leader is told of nothing. */
async function agree(): Promise<void> {
  const leader = await journey.comes('2026-03-05 11:00', { as: '谢安' }, '/staff/')
  const rows = await registerOf(leader, site.url)
  expect(rows).toHaveLength(3)
  for (const [index, words] of [[MEETING, '会议', '潘宁'], [CLAUSE, '来访', '方正'], [PAYMENT, '来访', '时雯']].entries()) for (const word of [...words, '秦璐', '已办结']) expect(rows[index]).toContain(word)
  await shoot(leader, 's11-8-register')
  await leader.getByRole('link', { name: CLAUSE }).click()
  await caseOn(leader, CLAUSE)
  const told = await timelineOf(leader)
  expect(told.filter((line) => line.includes('答复来访人'))).toHaveLength(1)
  await shoot(leader, 's11-9-clause')
  expect(await figuresOf(leader, site.url, site.units['采购部'] ?? '')).toMatchObject({ 转本科同事: '1', 转其他科室: '1', 请示裁定: '1', 尚未了结: '0' })
  const bell = async (as: string) => noticesOf(await journey.comes('2026-03-05 11:00', { as }, '/staff/'), site.url)
  expect(await bell('谢安')).toEqual([])
  expect(await bell('陶毅')).toEqual([`已超期 ${CLAUSE}`, `请您裁定由谁承办 ${CLAUSE}`])
  expect(await bell('时雯')).toEqual([`有一件转来，请签收 ${PAYMENT}`])
  expect(await bell('秦璐')).toHaveLength(6)
}

test('a supplier’s three matters in a company', async () => {
  await payment()
  await clause()
  await answers()
  await agree()
  expect(journey.faults()).toEqual([])
})
