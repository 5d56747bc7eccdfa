// A county construction bureau in its pages: asked at the wrong unit, relayed, three papers told once, promised, urged, closed, rated.
// By the API, as in the story's own file on the server: that Qian is out, the papers brought and given back, and whoever takes on the slip from the opinion box.
// Left out: the bulletin of March and the annual sheets of Li and Qian.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { administers } from '@daodi/server/stories/testing-administrator.ts'
import { countyBureau } from '@daodi/server/stories/testing-casts.ts'
import { focused, pressFor, shoot, useBrowser } from './testing-browser.ts'
import { begins, beginJourney, caseOn, figuresOf, lineOf, noticesOf, picks, receiptOn, registerOf, submits, timelineOf, type Journey } from './testing-journey.ts'
import { showTime, startStory, type StorySite } from './testing-story.ts'

let site: StorySite
let journey: Journey
beforeEach(async () => {
  site = await startStory(countyBureau, '2026-03-02 08:30')
  journey = beginJourney(site)
  await administers(site, 'guan', '/api/staff/matters', {
    name: '自建房规划许可', unitId: site.units['许可科'], personId: site.people['qian'], category: 'application', keywords: ['自建房', '规划许可'], workingDays: 10, room: '305',
    papers: [{ name: '身份证' }, { name: '土地证' }, { name: '图纸' }],
  })
})
afterEach(async () => { await site.stop() })
// After the site's own ending, so that the pages are pictured and closed before it.
useBrowser()

const PERMIT = '自建房规划许可'
const CORRECTED = '自建房规划许可（二层）'
const SLIP = '办事大厅增设座椅'
let id = ''
let receipt = { number: '', code: '' }
const act = (who: string, path: string, body?: unknown) => site.does(who, `/api/staff/cases/${id}/${path}`, body)

/** Asked at the wrong unit, of a colleague who is out. */
async function asked(): Promise<void> {
  await journey.passes('2026-03-02 08:50')
  const { id: absence } = await site.does('qian', '/api/staff/absences', { kind: 'out', to: '2026-03-02T12:00:00+08:00' })
  const desk = await journey.comes('2026-03-02 09:00', { as: '李文' }, '/staff/')
  await desk.getByRole('combobox', { name: '来办什么事，一句话' }).waitFor()
  await desk.keyboard.type(`${PERMIT} 13800000001 `)
  await expect.poll(() => desk.getByRole('main').innerText()).toMatch(/许可科[\s\S]*钱博/)
  expect(await desk.getByRole('main').innerText()).toContain('305')
  await desk.getByRole('textbox', { name: '姓名' }).fill('赵敏')
  await desk.getByRole('button', { name: /住址、单位/ }).click()
  await desk.getByRole('textbox', { name: '住址' }).fill('石桥村12号')
  await desk.getByRole('textbox', { name: '单位' }).fill('石桥村')
  await desk.keyboard.press('Alt+3')
  await desk.getByRole('form', { name: '转其他科室' }).waitFor()
  const panel = desk.getByRole('form', { name: '转其他科室' })
  await site.at('2026-03-02 09:05')
  await showTime(desk, '2026-03-02 09:05')
  await panel.getByRole('button', { name: '记一次：没有联系上' }).click()
  // Out and nobody stands in: passing it on stands chosen.
  await expect.poll(() => panel.getByRole('radio', { name: '同事不在，已向来访人承诺转告并帮办' }).isChecked()).toBe(true)
  await panel.getByLabel('转告的话（可不填）').fill('回来后请联系赵女士')
  await shoot(desk, 's01-1-register')
  await desk.keyboard.press('Control+Enter')
  receipt = await receiptOn(desk)
  expect(receipt.number).toMatch(/^QG20260302-/)

  id = (await site.sees('li', '/api/staff/cases')).rows[0].id
  await desk.goto(`${site.url}/staff/cases/${id}`)
  await desk.getByText('李文 已承诺转告 钱博 并帮办，待阅知').waitFor()
  await desk.getByText('石桥村', { exact: true }).first().waitFor()
  expect(await act('li', 'requester/reveal', { reason: '核对住址' })).toMatchObject({ name: '赵敏', phone: '13800000001', organization: '石桥村', address: '石桥村12号' })
  await shoot(desk, 's01-2-relayed')
  await journey.passes('2026-03-02 10:30')
  await site.does('qian', `/api/staff/absences/${absence}/ending`)
}

/** Signed for, three papers told once, promised for a day and for no other way. */
async function promised(): Promise<void> {
  const handler = await journey.comes('2026-03-02 10:30', { as: '钱博' }, `/staff/cases/${id}`)
  await caseOn(handler, PERMIT)
  await expect.poll(async () => {
    await handler.keyboard.press('s')
    return (await site.sees('qian', `/api/staff/cases/${id}`)).handler.personName
  }, { timeout: 20_000, interval: 1_000 }).toBe('钱博')
  const notice = handler.getByRole('dialog', { name: '一次性告知' })
  await pressFor(handler, 'n', notice)
  await notice.getByRole('checkbox').first().check()
  await shoot(handler, 's01-3-notice')
  await handler.keyboard.press('Control+Enter')
  await notice.waitFor({ state: 'hidden' })
  const { notices } = await site.sees('qian', `/api/staff/cases/${id}`)
  expect(notices.map(({ papers }: { papers: { name: string; given: boolean }[] }) => papers.map(({ name, given }) => `${name} ${given}`))).toEqual([['身份证 true', '土地证 false', '图纸 false']])

  await journey.passes('2026-03-03 09:00')
  await act('qian', 'papers', { papers: ['土地证', '图纸'] })
  const promising = await journey.comes('2026-03-03 09:00', { as: '钱博' }, `/staff/cases/${id}`)
  const promise = promising.getByRole('dialog', { name: '承诺时间' })
  await caseOn(promising, PERMIT)
  await pressFor(promising, 'p', promise)
  await focused(promising, 'promise-at')
  const date = promise.getByLabel('承诺日期')
  await promise.locator('.ant-picker').hover()
  await promise.locator('.ant-picker-clear').click()
  await expect.poll(() => date.inputValue()).toBe('')
  expect(await promise.getByRole('button', { name: /^提交/ }).isDisabled()).toBe(true)
  expect(await site.isRefused('qian', `/api/staff/cases/${id}/promise`, { text: '尽快' })).toBe('bad-request')
  await date.fill('2026-03-17 17:30')
  await promising.keyboard.press('Enter')
  await promising.keyboard.press('Control+Enter')
  await promise.waitFor({ state: 'hidden' })
  await promising.locator('.case-tags').getByText('承诺 3月17日 17:30').waitFor()

  const correcting = await journey.comes('2026-03-04 10:00', { as: '李文' }, `/staff/cases/${id}`)
  await caseOn(correcting, PERMIT)
  const correction = await begins(correcting, '更正登记')
  await correction.getByLabel('改为').fill(CORRECTED)
  await correction.getByLabel('为什么更正').fill('补充层数')
  await submits(correction)
  await caseOn(correcting, CORRECTED)
}

/** Urged by the director, closed, rated; a slip from the opinion box besides. */
async function ended(): Promise<void> {
  const director = await journey.comes('2026-03-16 09:00', { as: '孙涛' }, `/staff/cases/${id}`)
  await caseOn(director, CORRECTED)
  const urging = await begins(director, '催办')
  await urging.getByLabel('催办内容（可不填）').fill('明天到期')
  await submits(urging)
  await shoot(director, 's01-4-urged')

  await journey.passes('2026-03-17 11:00')
  for (const { id: custodyId } of (await site.sees('qian', `/api/staff/cases/${id}`)).custody) await act('qian', 'papers/return', { custodyId })
  const ending = await journey.comes('2026-03-17 11:00', { as: '钱博' }, `/staff/cases/${id}`)
  await caseOn(ending, CORRECTED)
  const resolution = ending.getByRole('dialog', { name: '办理完毕' })
  await pressFor(ending, 'r', resolution)
  await focused(ending, 'resolve-text')
  await ending.keyboard.type('已核发规划许可证，请凭身份证到305领取。')
  await ending.keyboard.press('Control+Enter')
  await resolution.waitFor({ state: 'hidden' })
  const replying = await journey.comes('2026-03-17 11:00', { as: '李文' }, `/staff/cases/${id}`)
  await caseOn(replying, CORRECTED)
  const reply = replying.getByRole('dialog', { name: '答复来访人' })
  await pressFor(replying, 'r', reply)
  await replying.keyboard.press('Control+Enter')
  await reply.waitFor({ state: 'hidden' })
  await replying.locator('.case-tags').getByText('已办结').waitFor()

  const person = await journey.comes('2026-03-17 12:00', { width: 'phone', from: '127.0.0.31' }, `/t/${receipt.number}#${receipt.code}`)
  await person.getByRole('heading', { name: '已办结' }).waitFor()
  await person.getByText('非常满意', { exact: true }).click()
  await person.getByText('解决了', { exact: true }).click()
  await person.getByRole('button', { name: '提交评价' }).click()
  await person.getByText('您已评价：非常满意').waitFor()
  await shoot(person, 's01-5-rated')

  const supervisor = await journey.comes('2026-03-17 15:00', { as: '吴静' }, '/staff/')
  await (await lineOf(supervisor)).click()
  await supervisor.keyboard.type(SLIP)
  await supervisor.getByRole('combobox', { name: '渠道' }).selectOption({ label: '意见箱' })
  await supervisor.getByRole('combobox', { name: '类别' }).selectOption({ label: '建议' })
  await supervisor.getByRole('button', { name: /住址、单位/ }).click()
  await supervisor.getByRole('checkbox', { name: '不愿留姓名电话' }).check()
  await picks(supervisor, supervisor.getByRole('group', { name: '谁先被问到' }), '谁先被问到', '安宁')
  expect(await supervisor.getByRole('button', { name: /^转其他科室/ }).count()).toBe(0)
  await shoot(supervisor, 's01-6-slip')
  await supervisor.keyboard.press('Control+Enter')
  await receiptOn(supervisor)
  const slipId = (await site.sees('an', '/api/staff/cases')).rows.find((row: { subject: string }) => row.subject === SLIP).id
  await site.does('an', `/api/staff/cases/${slipId}/decision`, { branch: 'mine' })
}

/** The register, the bells and the figure agree. */
async function agree(): Promise<void> {
  const supervisor = await journey.comes('2026-03-17 15:30', { as: '吴静' }, '/staff/')
  const rows = await registerOf(supervisor, site.url)
  expect(rows).toHaveLength(2)
  for (const [index, words] of [[SLIP, '意见箱', '安宁'], [CORRECTED, '李文', '钱博', '非常满意', '已办结']].entries()) for (const word of words) expect(rows[index]).toContain(word)
  await supervisor.goto(`${site.url}/staff/cases/${id}`)
  await caseOn(supervisor, CORRECTED)
  const told = await timelineOf(supervisor)
  expect(told.filter((line) => line.includes('催办'))).toHaveLength(1)
  expect(told.find((line) => line.includes(CORRECTED))).toContain(PERMIT)
  expect(told.some((line) => line.startsWith('3月2日 10:30 钱博'))).toBe(true)
  await shoot(supervisor, 's01-7-permit')
  const figures = await figuresOf(supervisor, site.url, site.units['规划科'] ?? '')
  expect(figures).toMatchObject({ 转其他科室: '1', 当场答复: '0', 尚未了结: '0', '服务忌语被拦截（次）': '0' })
  await shoot(supervisor, 's01-8-figures')
  const bell = async (as: string) => noticesOf(await journey.comes('2026-03-17 15:30', { as }, '/staff/'), site.url)
  expect(await bell('钱博')).toEqual([`被催办，请尽快办理 ${CORRECTED}`, `有一件转来，请签收 ${CORRECTED}`])
  expect(await bell('李文')).toEqual([`已有办理结果，待答复 ${CORRECTED}`, `转办已签收 ${CORRECTED}`])
  for (const as of ['孙涛', '何平', '徐建', '吴静']) expect(await bell(as)).toEqual([])
}

test('a permit asked for at the wrong unit of a county bureau', async () => {
  await asked()
  await promised()
  await ended()
  await agree()
  expect(journey.faults()).toEqual([])
})
