// What somebody else left lying has climbed: whoever was told takes it up, from their list or from the notice.
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pressFor, shoot, tooWide, useBrowser, visit } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'
import { isFocused, sends } from './testing-journey.ts'

const url = demoUrl()
useBrowser()

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: '接办', exact: true })
const CLIMBED = '.todo-row:has-text("逐级上报到您")'

test('from the list, with one key; afterwards everybody reads who has it', async () => {
  const leader = await visit({ as: '包正' })
  const { page } = leader
  await page.goto(`${url}/staff/todo`)
  const row = page.locator(CLIMBED).first()
  const subject = await row.locator('.todo-subject').innerText()
  await row.locator('.todo-subject').focus()
  await pressFor(page, 't', dialogOf(page))
  expect(await dialogOf(page).innerText()).toMatch(/应办的.+，期限/)
  // Nothing has to be filled in: Enter is enough.
  await expect.poll(() => isFocused(dialogOf(page).getByRole('button', { name: '接办' }))).toBe(true)
  await shoot(page, 'take-up')
  await sends(page, dialogOf(page))
  await page.locator('.duty-climbed', { hasText: '包正 接办' }).waitFor()
  expect(new URL(page.url()).searchParams.get('act')).toBe(null)
  await page.goto(`${url}/staff/todo`)
  await page.locator('.todo-row', { hasText: subject }).filter({ hasText: '已由 包正 接办' }).first().waitFor()
  await page.locator('.todo-row', { hasText: subject }).filter({ hasText: '处置接办的事项' }).waitFor()
  expect(leader.faults).toEqual([])
})

test('from the notice of the rung, on a phone', async () => {
  const office = await visit({ as: '安宁', width: 'phone' })
  const { page } = office
  await page.goto(`${url}/staff/notices`)
  await page.locator('.notices li').first().waitFor()
  await page.getByRole('button', { name: /^接办/ }).first().click()
  await dialogOf(page).waitFor()
  expect(await tooWide(page)).toBe(0)
  await shoot(page, 'take-up-phone')
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'hidden' })
  expect(office.faults).toEqual([])
})
