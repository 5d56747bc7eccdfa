// A question that can be answered at once: one line, one key, and the receipt.
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { focused, fresh, shoot, useBrowser, visit, type Visitor } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'

const url = demoUrl()
useBrowser()
let desk: Visitor
let page: Page
beforeEach(async () => {
  desk = await visit({ as: '李文' })
  page = desk.page
  await page.goto(`${url}/staff/`)
  await page.getByRole('combobox', { name: '来办什么事，一句话' }).waitFor()
})

const line = () => page.getByRole('combobox', { name: '来办什么事，一句话' })
const done = () => page.getByRole('region', { name: '已登记' })

async function expectReceipt(subject: string, code: string): Promise<void> {
  await page.waitForURL(/\/staff\/print\/[^/]+\/receipt/)
  const sheet = page.getByRole('article')
  await sheet.getByText('首问回执单').waitFor()
  const words = await sheet.innerText()
  for (const told of [subject, '首问责任人', '李文', '已当场答复', '答复内容', '查询码', code]) expect(words).toContain(told)
  // A QR code that is drawn, not an empty box, and not for an address that lacks the number.
  const picture = sheet.getByRole('img')
  expect(await picture.evaluate((element) => element.querySelectorAll('path, rect').length + (element instanceof HTMLImageElement ? element.naturalWidth : 0))).toBeGreaterThan(0)
  const box = await picture.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(80)
}

describe('a question that the catalogue answers', () => {
  test('one of every day stands ready before anything is typed: a key fills it in, Enter registers it with owner and limit', async () => {
    const chip = page.getByRole('group', { name: '常办小事' }).getByRole('button', { name: /^公租房维修/ })
    await chip.waitFor()
    await page.keyboard.press((await chip.getAttribute('aria-keyshortcuts'))!)
    await page.getByRole('form', { name: '转其他科室' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('登记 · 转其他科室')
    await page.keyboard.press('Enter')
    await done().waitFor()
    expect(await done().innerText()).toMatch(/公租房维修[^]*办理期限[^]*日/)
  })

  test('takes one line and two keys: what will be told and recorded is seen before it is', async () => {
    await page.keyboard.type('规划许可证遗失怎么补领')
    await page.getByRole('option', { name: /规划许可证补领/, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    const confirm = page.getByRole('form', { name: '核对后登记' })
    await confirm.waitFor()
    const shown = await confirm.innerText()
    for (const told of ['规划许可证遗失怎么补领', '规划许可证补领 · 许可科', '到三楼305室许可科登记', '登记即办结']) expect(shown).toContain(told)
    // Back with Escape, where the line is as it was; a key held down confirms nothing.
    await page.keyboard.press('Escape')
    await confirm.waitFor({ state: 'hidden' })
    await expect.poll(() => line().evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.down('Enter')
    await confirm.waitFor()
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    expect(await confirm.isVisible()).toBe(true)
    expect(await done().isVisible()).toBe(false)
    await shoot(page, 'on-the-spot-confirm')
    await page.keyboard.press('Enter')
    await done().waitFor()
    expect(await done().innerText()).toContain('已办结')
    const code = await done().locator('.done-code').innerText()
    await page.keyboard.press('p')
    await expectReceipt('规划许可证遗失怎么补领', code)
    await shoot(page, 'on-the-spot-receipt')
    await page.keyboard.press('Escape')
    // What was just registered stays in sight until the next person is waited on.
    await done().waitFor()
    await page.keyboard.press('Enter')
    await line().waitFor()
    expect(await line().inputValue()).toBe('')
    expect(desk.faults).toEqual([])
  })

  test('is changed to another matter while its panel is open', async () => {
    await page.keyboard.type('规划许可证遗失怎么补领')
    const first = page.getByRole('option', { name: /规划许可证补领/, selected: true })
    await first.waitFor()
    await page.keyboard.press('Alt+Enter')
    await focused(page, 'panel-text')
    const options = page.locator('#matters').getByRole('option')
    expect(await options.count()).toBeGreaterThan(1)
    await options.nth(1).click()
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
    await focused(page, 'panel-text')
    await page.keyboard.press('Alt+ArrowUp')
    await first.waitFor()
    expect(await page.locator('#panel-text').inputValue()).toContain('305')
    expect(desk.faults).toEqual([])
  })

  test('is gone from the page once somebody went elsewhere', async () => {
    await page.keyboard.type('规划许可证遗失怎么补领')
    await page.getByRole('option', { name: /规划许可证补领/, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: '核对后登记' }).waitFor()
    await page.keyboard.press('Enter')
    await done().waitFor()
    // A page read anew waits for the next person; the last receipt is one link away.
    await page.reload()
    await line().waitFor()
    expect(await line().inputValue()).toBe('')
    await page.getByRole('button', { name: /^上一件 .*的回执$/ }).click()
    await done().waitFor()
    await page.keyboard.press('Alt+t')
    await page.getByRole('heading', { name: '我的应办' }).waitFor()
    await page.keyboard.press('Alt+r')
    await line().waitFor()
    expect(await line().inputValue()).toBe('')
    expect(desk.faults).toEqual([])
  })
})

describe('a question without a matter', () => {
  test('is answered by keyboard, and the next person is waited on', async () => {
    const subject = fresh('哪里有开水喝')
    await page.keyboard.type(subject)
    await page.getByText('没有匹配的事项，可直接选择下面的处理方式。').waitFor()
    await page.keyboard.press('Enter')
    await focused(page, 'panel-text')
    await page.keyboard.type('一楼大厅左手边，免费。')
    await page.keyboard.press('Control+Enter')
    await done().waitFor()
    expect(await done().innerText()).toContain(subject)
    await page.keyboard.press('Enter')
    await expect.poll(() => line().evaluate((element) => element === document.activeElement)).toBe(true)
    expect(desk.faults).toEqual([])
  })

  test('is answered with the mouse alone as well', async () => {
    const subject = fresh('几点下班')
    await line().click()
    await line().fill(subject)
    await page.getByRole('button', { name: /当场答复/ }).click()
    const panel = page.getByRole('form', { name: '当场答复' })
    await panel.getByRole('textbox', { name: '答复内容' }).fill('下午五点半。')
    await panel.getByRole('button', { name: /登记/ }).click()
    await done().waitFor()
    const code = await done().locator('.done-code').innerText()
    await done().getByRole('button', { name: /打印回执/ }).click()
    await expectReceipt(subject, code)
    await page.getByRole('button', { name: /^返回/ }).click()
    await done().getByRole('button', { name: /下一位/ }).click()
    await line().waitFor()
    expect(desk.faults).toEqual([])
  })

  test('sent twice by an impatient finger is one case', async () => {
    const subject = fresh('洗手间在哪里')
    await line().fill(subject)
    await page.getByRole('button', { name: /当场答复/ }).click()
    await page.getByRole('textbox', { name: '答复内容' }).fill('出门右转。')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await done().waitFor()
    const found = await page.request.get(`${url}/api/staff/cases?view=all&q=${encodeURIComponent(subject)}`)
    expect((await found.json() as { rows: unknown[] }).rows).toHaveLength(1)
    expect(desk.faults).toEqual([])
  })
})
