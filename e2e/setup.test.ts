// An empty installation: the one-time token from the console, the first administrator, a unit, the first case.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './testing-axe.ts'
import { focused, shoot, tooWide, useBrowser, visit } from './testing-browser.ts'
import { startSite, type Site } from './testing-site.ts'
import { Data, wrongWords } from './testing-words.ts'

useBrowser()
let site: Site
beforeAll(async () => { site = await startSite('serve') })
afterAll(async () => { await site.stop() })

const PASSWORD = '稻花香里说丰年-26'

function tokenOnTheConsole(): string {
  const token = /one-time token:\s+(\S+)/.exec(site.output())?.[1]
  expect(token, site.output()).toMatch(/^[A-Za-z0-9_-]{15,}$/)
  return token ?? ''
}

test('the set-up page reads well in both languages and fits a phone', async () => {
  const visitor = await visit({ url: site.url })
  const { page } = visitor
  const data = new Data(page)
  await page.goto(`${site.url}/staff/setup`)
  await page.getByRole('heading', { name: '初始设置' }).waitFor()
  expect([...await axeFindings(page), ...await wrongWords(page, 'zh', data)]).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect([...await axeFindings(page), await tooWide(page)]).toEqual([0])
  await shoot(page, 'setup-0-phone')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: '中文' }).waitFor()
  expect([...await axeFindings(page), ...await wrongWords(page, 'en', data), await tooWide(page)]).toEqual([0])
  expect(visitor.faults).toEqual([])
})

test('from an empty database to the first case', async () => {
  const visitor = await visit({ url: site.url, expected: ['401 /api/staff/session', '403 /api/staff/setup', '422 /api/staff/setup'] })
  const { page } = visitor
  // The public is told that nothing is open yet; staff are led to the set-up.
  await page.goto(site.url)
  await page.getByRole('heading', { name: '系统还没有设置' }).waitFor()
  await page.goto(`${site.url}/staff/`)
  await page.getByRole('link', { name: '系统尚未设置，前往初始设置' }).click()
  await page.getByRole('heading', { name: '初始设置' }).waitFor()
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await field('设置口令').fill('not the right token')
  await field('单位全称').fill('青禾县自然资源局')
  await field('简称').fill('青禾资源局')
  await field('登记代号').fill('qh')
  await field('姓名').fill('关小满')
  await field('登录名').fill('guanxm')
  await field('密码').fill(PASSWORD)
  await field('再输一次').fill(PASSWORD)
  await page.getByRole('radio', { name: /^县局机关/ }).check()
  await shoot(page, 'setup-1')
  await page.getByRole('button', { name: '完成设置' }).click()
  await page.getByRole('alert').first().waitFor()
  await field('设置口令').fill(tokenOnTheConsole())
  await page.getByRole('button', { name: '完成设置' }).click()
  await page.getByText('现在可以用刚才的登录名和密码登录。').waitFor()
  await page.getByRole('link', { name: '去登录' }).click()
  await field('登录名').fill('guanxm')
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: /关小满/ }).waitFor()
  expect(await page.getByText('演示系统').count()).toBe(0)

  // What is still missing comes first; the one person there holds every role.
  await page.getByRole('heading', { name: '上线准备' }).waitFor()
  await page.getByText(/都由关小满一人担任/).waitFor()
  await shoot(page, 'setup-2-ready')

  // A unit to begin with.
  await page.goto(`${site.url}/staff/admin/units`)
  await page.getByRole('button', { name: '新增科室' }).click()
  const form = page.getByRole('dialog', { name: '新增科室' })
  await focused(page, 'new-unit-name')
  await page.keyboard.type('不动产登记中心')
  await form.getByRole('textbox', { name: '登记代号' }).fill('QHDJ')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /不动产登记中心/ }).waitFor()
  await shoot(page, 'setup-2-units')

  // And the first case, which the person can follow.
  await page.goto(`${site.url}/staff/`)
  await page.getByRole('combobox', { name: '来办什么事，一句话' }).waitFor()
  await page.keyboard.type('房产证上的名字写错了一个字')
  await page.keyboard.press('Alt+1')
  await page.getByRole('form', { name: '我来办' }).waitFor()
  await page.keyboard.press('Control+Enter')
  const done = page.getByRole('region', { name: '已登记' })
  await done.waitFor()
  const number = await done.locator('dd').first().innerText()
  const code = await done.locator('.done-code').innerText()
  expect(number).toMatch(/^QH\d{8}-0001$/)
  await shoot(page, 'setup-3-first-case')
  const person = await visit({ url: site.url, width: 'phone' })
  await person.page.goto(`${site.url}/t/${number}#${code}`)
  await person.page.getByRole('heading', { name: /关小满 正在办理/ }).waitFor()
  expect(await tooWide(person.page)).toBe(0)
  expect([...visitor.faults, ...person.faults]).toEqual([])
})

test('the token opens nothing a second time', async () => {
  const visitor = await visit({ url: site.url, expected: ['409 /api/staff/setup'] })
  await visitor.page.goto(`${site.url}/staff/setup`)
  await visitor.page.getByText('系统已经设置过了').waitFor()
  const again = await visitor.context.request.post(`${site.url}/api/staff/setup`, {
    data: { token: tokenOnTheConsole(), preset: 'county-bureau', institution: { name: '另一个单位', shortName: '另一个', registerCode: 'LY' }, administrator: { name: '某人', login: 'somebody', password: PASSWORD } },
  })
  expect(again.status()).toBe(409)
  expect(visitor.faults).toEqual([])
})
