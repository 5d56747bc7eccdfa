// Finding one case among many, and taking all of them along as a workbook.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fresh, pressFor, shoot, useBrowser, visit, type Visitor } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'
import { register } from './testing-desk.ts'

const url = demoUrl()
useBrowser()
let visitor: Visitor
let page: Page
const subject = fresh('文昌桥头的石狮子')
let number: string

beforeAll(async () => {
  const desk = await visit({ as: '李文' })
  number = (await register(desk.context, url, {
    subject, content: '上周大货车倒车时把桥栏撞断三根，左边那只的底座也裂开了，怕砸到学生。', category: 'help', requester: { name: '欧阳静怡', phone: '13800008899' },
    decision: { branch: 'mine' },
  })).number
  await desk.close()
})
beforeEach(async () => {
  // A supervisor reads everything.
  visitor = await visit({ as: '吴静' })
  page = visitor.page
})

const table = () => page.getByRole('table', { name: '办件列表' })
const foot = () => page.locator('.case-list-foot')
const shownSubjects = (): Promise<string[]> => page.locator('[data-case]').allInnerTexts()
const search = () => page.getByRole('searchbox', { name: '搜索事由、内容、编号、姓名、电话' })

async function open(query: string): Promise<void> {
  await page.goto(`${url}/staff/cases?${query}`)
  await foot().waitFor()
}

describe('searching', () => {
  test('finds a case by two, three and five characters, by a sentence inside it, by name and by phone', async () => {
    await open('view=all')
    for (const [word, isMarked] of [['石狮', true], ['石狮子', true], ['底座也裂开', true], ['桥栏撞断三根', true], ['欧阳静怡', false], ['静怡', false], ['13800008899', false]] as const) {
      await search().fill(word)
      await page.waitForURL((address) => address.searchParams.get('q') === word)
      await expect.poll(shownSubjects, { message: word }).toContainEqual(expect.stringContaining(subject))
      // Words of the question stand marked in the line that has them; those of the person do not.
      await expect.poll(() => table().locator('mark').allInnerTexts().then((marks) => marks.join('').includes(word.slice(0, 2))), { message: word }).toBe(isMarked)
    }
    await shoot(page, 'cases-search')
    expect(visitor.faults).toEqual([])
  })

  test('finds by number, and says so when there is nothing', async () => {
    await open('view=all')
    await search().fill(number)
    await expect.poll(async () => (await shownSubjects()).length).toBe(1)
    await search().fill('没有任何办件会写的话语')
    await page.getByText('没有符合条件的办件').waitFor()
    await page.getByRole('button', { name: '清除筛选' }).last().click()
    await expect.poll(async () => (await shownSubjects()).length).toBeGreaterThan(5)
    expect(new URL(page.url()).searchParams.has('q')).toBe(false)
    expect(visitor.faults).toEqual([])
  })

  test('works from the box on every page, by its key', async () => {
    await page.goto(`${url}/staff/todo`)
    await page.getByRole('heading', { name: '我的应办' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('石狮子')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/staff\/cases\?.*q=/)
    await expect.poll(shownSubjects).toContainEqual(expect.stringContaining(subject))
    expect(visitor.faults).toEqual([])
  })
})

describe('views and filters', () => {
  test('stand in the address: they survive a reload, and the back button undoes them', async () => {
    await open('view=all')
    const all = await foot().innerText()
    await page.getByRole('combobox', { name: '状态' }).click()
    await page.locator('.ant-select-item-option', { hasText: '办理中' }).click()
    await page.waitForURL(/status=handling/)
    await page.getByRole('combobox', { name: '类别' }).click()
    await page.locator('.ant-select-item-option', { hasText: '求助' }).click()
    await page.waitForURL(/category=help/)
    await expect.poll(shownSubjects).toContainEqual(expect.stringContaining(subject))
    const narrowed = await foot().innerText()
    expect(narrowed).not.toBe(all)
    await shoot(page, 'cases-filtered')
    await page.reload()
    await expect.poll(() => foot().innerText()).toBe(narrowed)
    await page.goBack()
    await page.waitForURL((address) => !address.searchParams.has('category'))
    await page.goBack()
    await page.waitForURL((address) => !address.searchParams.has('status'))
    await expect.poll(() => foot().innerText()).toBe(all)
    expect(visitor.faults).toEqual([])
  })

  test('change by key, and each shows what it says', async () => {
    await open('view=all')
    await page.keyboard.press('5')
    await page.waitForURL(/view=late/)
    await page.getByRole('link', { name: '超期的', exact: true }).and(page.locator('[aria-current]')).waitFor()
    await expect.poll(() => page.locator('[role=row][data-late]').count()).toBeGreaterThan(0)
    expect(await page.locator('[role=row][data-late=false]').count()).toBe(0)
    await page.keyboard.press('1')
    await page.waitForURL(/view=mineHandling/)
    await page.getByText('这里没有办件').waitFor()
    expect(visitor.faults).toEqual([])
  })

  test('an address with nonsense in it still shows a list', async () => {
    await page.goto(`${url}/staff/cases?view=everything&status=finished&from=yesterday&unitId=1`)
    await page.getByText('这里没有办件').waitFor()
    await page.getByRole('link', { name: '我承办的' }).and(page.locator('[aria-current]')).waitFor()
    expect(visitor.faults).toEqual([])
  })
})

describe('a long list', () => {
  test('loads on by itself when it is scrolled, without showing any case twice', async () => {
    await open('view=all')
    const loaded = async (): Promise<number> => Number(/\d+/.exec(await foot().innerText())?.[0])
    const first = await loaded()
    expect(first).toBeGreaterThanOrEqual(50)
    const places = new Map<string, Set<string>>()
    await expect.poll(async () => {
      const rows = await page.locator('[role=row]:has([data-case])').evaluateAll((found) => found.map((row) => [row.querySelector('[data-case]')?.getAttribute('data-case') ?? '', row.getAttribute('aria-rowindex') ?? '']))
      for (const [id = '', place = ''] of rows) places.set(id, (places.get(id) ?? new Set()).add(place))
      const isAtEnd = await table().evaluate((element) => { element.scrollTop += element.clientHeight / 2; return element.scrollTop + element.clientHeight >= element.scrollHeight - 1 })
      return isAtEnd && (await foot().innerText()).startsWith('共') && places.size === await loaded()
    }, { timeout: 60_000, interval: 40 }).toBe(true)
    expect(await loaded()).toBeGreaterThan(first)
    expect([...places.values()].filter((where) => where.size > 1)).toEqual([])
    await shoot(page, 'cases-end')
    expect(visitor.faults).toEqual([])
  })

  test('a case is opened and left by keyboard, and the list stands where it stood', async () => {
    await open('view=all')
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('j')
    const chosen = page.locator('[role=row][data-chosen=true] [data-case]')
    await expect.poll(() => chosen.evaluate((element) => element === document.activeElement)).toBe(true)
    const id = await chosen.getAttribute('data-case')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}/staff/cases/${id}`)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await page.goBack()
    await expect.poll(() => chosen.getAttribute('data-case')).toBe(id)
    expect(visitor.faults).toEqual([])
  })
})

describe('the export', () => {
  test('shows how far it is and gives a workbook of what the filters leave', async () => {
    await open('view=all&category=help')
    const dialog = page.getByRole('dialog', { name: '导出登记台账' })
    await pressFor(page, 'e', dialog)
    await dialog.getByRole('button', { name: '开始导出' }).click()
    await dialog.getByRole('progressbar').waitFor()
    await dialog.getByText(/导出完成，共 \d+ 件/).waitFor({ timeout: 60_000 })
    const exported = Number(/\d+/.exec(await dialog.getByText(/导出完成，共 \d+ 件/).innerText())?.[0])
    expect(exported).toBeGreaterThan(0)
    await shoot(page, 'cases-export')
    const downloading = page.waitForEvent('download')
    await dialog.getByRole('link', { name: /下载/ }).or(dialog.getByRole('button', { name: /下载/ })).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(bytes.includes('xl/workbook.xml')).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(visitor.faults).toEqual([])
  })
})

describe('on a phone', () => {
  test('the list is cards that lead to the case', async () => {
    const phone = await visit({ as: '李文', width: 'phone' })
    await phone.page.goto(`${url}/staff/cases?view=mineFirst&q=${encodeURIComponent('石狮子')}`)
    await phone.page.getByRole('link', { name: new RegExp('文昌桥头的石狮子') }).first().click()
    await phone.page.getByRole('heading', { name: subject }).waitFor()
    await shoot(phone.page, 'cases-phone')
    expect(phone.faults).toEqual([])
  })
})
