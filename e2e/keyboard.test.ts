// Nothing needs a mouse: every key is told, every act has its way, and one always sees where the keyboard is.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fresh, pressFor, shoot, useBrowser, visit, type Visitor } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'
import { act, register, unitId } from './testing-desk.ts'

const url = demoUrl()
useBrowser()

describe('the question mark', () => {
  test.each([
    ['/staff/', '李文', '.ask input', ['当场答复', '我来办', '本科同事', '转其他科室', '不属本单位', '说不准', '修改答复后再登记', '提交', '回到输入框']],
    ['/staff/todo', '李文', '.todo-row', ['下一条', '上一条', '打开', '签收', '看我的', '看超期']],
    ['/staff/cases?view=all', '李文', '[data-case]', ['下一件', '上一件', '打开', '搜索', '导出', '切换视图全部']],
    ['/staff/unit', '孙涛', '.unit-columns', []],
  ])('lists the keys of %s', async (path, who, ready, here) => {
    const visitor = await visit({ as: who })
    const { page } = visitor
    await page.goto(url + path)
    await page.locator(ready).first().waitFor()
    // From the line, where a question mark is text, Escape leads out.
    await page.keyboard.press('Escape')
    const overlay = page.getByRole('dialog', { name: '本页按键' })
    await pressFor(page, '?', overlay)
    const told = await overlay.locator('dd').allInnerTexts()
    expect(told).toEqual(expect.arrayContaining([...here, '登记', '我的应办', '办件', '搜索办件', '查看按键']))
    expect(await overlay.locator('dt').count()).toBe(told.length)
    await page.keyboard.press('Escape')
    await overlay.waitFor({ state: 'hidden' })
    expect(visitor.faults).toEqual([])
  })

  test('and the places: each has its key, from wherever one is', async () => {
    const visitor = await visit({ as: '孙涛' })
    const { page } = visitor
    await page.goto(`${url}/staff/todo`)
    await page.getByRole('heading', { name: '我的应办' }).waitFor()
    for (const [key, path] of [['Alt+r', '/staff'], ['Alt+c', '/staff/cases'], ['Alt+u', '/staff/unit'], ['Alt+t', '/staff/todo']] as const) {
      await page.keyboard.press(key)
      await page.waitForURL((address) => address.pathname.replace(/\/$/, '') === path)
    }
    expect(visitor.faults).toEqual([])
  })
})

const ATTACH = '添加附件'
const REVEAL = '显示联系方式'
/** What cannot be taken back asks whether it is meant. */
const ASKED_TWICE: Readonly<Record<string, string>> = { 来访人撤回: '确定来访人要撤回？', 办结归档: '确定办结归档？' }

describe('every act on a case', () => {
  const mine = { branch: 'mine', papers: [{ name: '身份证' }] }
  const STATES: [string, string, (desk: Visitor) => Promise<string>][] = [
    ['not decided on', '李文', async (desk) => (await register(desk.context, url, { subject: fresh('还没判定'), requester: { name: '方小杰', phone: '13800001212' } })).id],
    ['in hand', '李文', async (desk) => (await register(desk.context, url, { subject: fresh('正在办'), requester: { name: '方小杰', phone: '13800001212' }, decision: mine })).id],
    ['referred and not signed for', '李文', async (desk) => (await register(desk.context, url, {
      subject: fresh('等签收'), decision: { branch: 'otherUnit', toUnitId: await unitId(desk.context, url, '许可科'), reason: '由你们办理' },
    })).id],
    ['resolved', '李文', async (desk) => {
      const { id } = await register(desk.context, url, { subject: fresh('待答复'), decision: { branch: 'mine' } })
      await act(desk.context, url, `${id}/resolution`, { outcome: 'solved', text: '办好了。' })
      return id
    }],
    ['closed', '李文', async (desk) => (await register(desk.context, url, { subject: fresh('已办结'), decision: { branch: 'onSpot', text: '办好了。' } })).id],
  ]

  test.each(STATES)('that is %s has a way without a mouse', async (_state, who, make) => {
    const visitor = await visit({ as: who })
    const { page } = visitor
    const id = await make(visitor)
    const view = await (await visitor.context.request.get(`${url}/api/staff/cases/${id}`)).json() as { acts: { act: string; allowed: boolean }[] }
    await page.goto(`${url}/staff/cases/${id}`)
    await page.locator('.case-subject-line').waitFor()
    let choosers = 0
    page.on('filechooser', () => { choosers += 1 })
    const acts = await offered(page)
    expect(acts).toHaveLength(view.acts.filter(({ allowed }) => allowed).length)
    for (const { name, key } of acts) await reach(page, name, key)
    await expect.poll(() => choosers).toBe(acts.filter(({ name }) => name === ATTACH).length)
    expect(visitor.faults).toEqual([])
  })

  /** What stands under "more", each with its letter. */
  async function offered(page: Page): Promise<{ name: string; key: string | null }[]> {
    const more = page.getByRole('dialog', { name: '其他操作' })
    await pressFor(page, '.', more)
    const acts = await more.locator('.more-acts button').evaluateAll((buttons) => buttons.map((button) => {
      const key = button.querySelector('kbd')?.textContent?.trim() ?? null
      return { name: (button.textContent ?? '').replace(key ?? '', '').trim(), key: key && key.toLowerCase() }
    }))
    await page.keyboard.press('Escape')
    await more.waitFor({ state: 'hidden' })
    return acts
  }

  async function reach(page: Page, name: string, key: string | null): Promise<void> {
    if (name === ATTACH) { await page.keyboard.press(key ?? ''); return }
    if (name === REVEAL) { await pressFor(page, key ?? '', page.getByText('已显示完整信息')); return }
    const panel = page.getByRole('dialog', { name: ASKED_TWICE[name] ?? name, exact: true })
    if (key === null) await tabToAct(page, name)
    else await pressFor(page, key, panel)
    await panel.waitFor()
    // The keyboard is inside, and Escape leads out again.
    await expect.poll(() => panel.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
  }

  async function tabToAct(page: Page, name: string): Promise<void> {
    const more = page.getByRole('dialog', { name: '其他操作' })
    await expect.poll(async () => {
      await pressFor(page, '.', more)
      await page.keyboard.press('Tab')
      return page.evaluate(() => document.activeElement?.textContent?.trim())
    }, { interval: 30, timeout: 60_000 }).toBe(name)
    await page.keyboard.press('Enter')
  }
})

describe('the focus', () => {
  test.each([
    ['/staff/', '李文', '.ask input'], ['/staff/todo', '李文', '.todo-row'], ['/staff/cases?view=all', '李文', '[data-case]'], ['/staff/admin/accounts', '关立', 'table'],
    ['/', null, '.doors'], ['/ask', null, 'form textarea'], ['/track', null, 'form input'],
  ])('is seen at every stop of %s', async (path, who, ready) => {
    const visitor = await visit(who === null ? { from: '127.0.0.40' } : { as: who })
    const { page } = visitor
    await page.goto(url + path)
    await page.locator(ready).first().waitFor()
    await page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur() })
    const unseen: string[] = []
    let stops = 0
    for (; stops < 40; stops += 1) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(lookAtStop)
      if (stop === null) break
      if (!stop.isSeen) unseen.push(stop.what)
    }
    expect(stops).toBeGreaterThan(3)
    expect(unseen).toEqual([])
    expect(visitor.faults).toEqual([])
  })

  test('can skip what stands on every page, and comes back to where a dialog was opened', async () => {
    const visitor = await visit({ as: '李文' })
    const { page } = visitor
    await page.goto(`${url}/staff/todo`)
    await page.locator('.todo-row').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
    await shoot(page, 'keyboard-skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await page.goto(`${url}/staff/cases?view=all`)
    await page.locator('[data-case]').first().waitFor()
    const opener = page.getByRole('button', { name: '导出' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '导出登记台账' })
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(visitor.faults).toEqual([])
  })
})

/** Whether the element that has the focus, or what is drawn around it, looks different from without; null at the end of the page. */
async function lookAtStop(): Promise<{ what: string; isSeen: boolean } | null> {
  const stop = document.activeElement
  if (!(stop instanceof HTMLElement) || stop === document.body) return null
  const around = [stop, stop.parentElement, stop.parentElement?.parentElement, stop.parentElement?.parentElement?.parentElement, ...stop.parentElement?.querySelectorAll('*') ?? []].slice(0, 40)
  const looks = (): string => around.map((element) => {
    if (!element) return ''
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationLine, transform, left, opacity } = getComputedStyle(element)
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationLine, transform, left, opacity].join()
  }).join('\n')
  const focused = looks()
  stop.blur()
  let plain = looks()
  if (plain === focused) {
    // Some parts of the page hear of it only when they are drawn anew.
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) })
    plain = looks()
  }
  stop.focus()
  return { what: stop.outerHTML.slice(0, 160), isSeen: focused !== plain }
}
