// Signed in and in one's own language; and what happens at a desk that was left.
import { expect, test } from 'vitest'
import { useBrowser, visit } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'

const url = demoUrl()
useBrowser()

test('the language is changed before signing in, on any page, and on the public\'s pages, and stays', async () => {
  const { page, faults } = await visit({ expected: ['401 /api/staff/session'] })
  await page.goto(`${url}/staff/cases?view=all`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Look around as …' }).waitFor()
  await page.getByRole('button', { name: /李文/ }).click()
  const inEnglish = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My to-do' })
  const inChinese = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '我的应办' })
  await inEnglish.waitFor()
  for (const path of ['roster/now', 'directory']) {
    await page.goto(`${url}/staff/${path}`)
    await inEnglish.waitFor()
    await page.getByRole('button', { name: /李文/ }).click()
    await page.getByRole('menuitem', { name: '中文' }).click()
    await inChinese.waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    await page.reload()
    await inChinese.waitFor()
    await page.getByRole('button', { name: /李文/ }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
  }
  await inEnglish.waitFor()

  const phone = await visit({ width: 'phone', from: '127.0.0.33' })
  const person = phone.page
  await person.goto(url)
  await person.getByRole('button', { name: 'English' }).click()
  await person.getByRole('heading', { name: 'How can we help you?' }).waitFor()
  await person.goto(`${url}/track`)
  await person.getByRole('button', { name: '中文' }).click()
  await person.getByRole('heading', { level: 1, name: '查询进度' }).waitFor()
  await person.goto(`${url}/ask`)
  await person.getByRole('heading', { name: '我要提问、反映' }).waitFor()
  expect([...faults, ...phone.faults]).toEqual([])
})

test('a desk that was left says so a minute before, stays for whoever is there, and signs out where nobody is', async () => {
  const { page, context, faults } = await visit({ as: '李文', expected: ['401 /api/staff/'] })
  // The page's clock alone: what the server keeps goes on as always.
  await page.clock.install()
  await page.goto(`${url}/staff/todo`)
  await page.locator('.todo-row').first().waitFor()
  const notice = page.getByRole('dialog', { name: '您还在吗？' })
  await page.clock.fastForward('28:50')
  await page.clock.runFor(2_000)
  expect(await notice.count()).toBe(0)
  await page.clock.fastForward('00:30')
  await notice.getByText(/\d+ 秒后将退出登录/).waitFor()
  // A sleeve on the keyboard is nobody; the button is somebody.
  await page.keyboard.press('j')
  await page.clock.runFor(2_000)
  await notice.getByRole('button').click()
  await notice.waitFor({ state: 'hidden' })
  expect((await context.request.get(`${url}/api/staff/session`)).status()).toBe(200)

  await page.clock.fastForward('29:20')
  await notice.waitFor()
  await page.clock.fastForward('01:00')
  const again = page.getByRole('dialog', { name: '登录已失效，请重新登录' })
  await again.waitFor()
  expect((await context.request.get(`${url}/api/staff/session`)).status()).toBe(401)
  // What was open is still there behind it, for whoever signs in again.
  expect(await page.locator('.todo-row').count()).toBeGreaterThan(0)
  expect(faults).toEqual([])
})
