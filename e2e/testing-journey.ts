import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { pressFor, visit, type Visitor, type VisitOptions } from './testing-browser.ts'
import { showTime, type StorySite } from './testing-story.ts'

export interface Journey {
  /** Somebody comes to their screen at this moment, the others having left theirs. */
  comes(time: string, who: VisitOptions, path: string): Promise<Page>
  /** Everybody leaves their screen before hours pass: idle that long, they would be signed out. */
  passes(time: string): Promise<void>
  /** What went wrong in anybody's pages. */
  faults(): string[]
}

export function beginJourney(site: StorySite): Journey {
  const visitors: Visitor[] = []
  const passes: Journey['passes'] = async (time) => {
    await Promise.all(visitors.map((visitor) => visitor.close()))
    await site.at(time)
  }
  return {
    passes, faults: () => visitors.flatMap(({ faults }) => faults),
    comes: async (time, who, path) => {
      await passes(time)
      const visitor = await visit({ url: site.url, ...who })
      visitors.push(visitor)
      await showTime(visitor.page, time)
      await visitor.page.goto(`${site.url}${path}`)
      return visitor.page
    },
  }
}

/** The line of the register page, once it is there. */
export async function lineOf(page: Page): Promise<Locator> {
  const line = page.getByRole('combobox', { name: '来办什么事，一句话' })
  await line.waitFor()
  return line
}

/** What is handed to the person: number and code, read off the card that says it is done. */
export async function receiptOn(page: Page): Promise<{ number: string; code: string }> {
  const done = page.getByRole('region', { name: '已登记' })
  await done.waitFor()
  return { number: await done.locator('dd').first().innerText(), code: await done.locator('.done-code').innerText() }
}

export async function caseOn(page: Page, subject: string): Promise<void> {
  await page.getByRole('heading', { name: subject, exact: true }).waitFor()
}

/** By mouse: the button in the bar, or under "more" where the bar has no room for it. */
export async function begins(page: Page, act: string, title = act): Promise<Locator> {
  const bar = page.locator('.act-bar')
  const button = bar.getByRole('button', { name: act, exact: true })
  if (await button.count() > 0) await button.click()
  else {
    await bar.getByRole('button', { name: '更多', exact: true }).click()
    await page.locator('.more-acts').getByRole('button', { name: act, exact: true }).click()
  }
  const dialog = page.getByRole('dialog', { name: title, exact: true })
  await dialog.waitFor()
  return dialog
}

export async function submits(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: '提交', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** By keyboard: its letter, or through the list of everything one may do. */
export async function beginsByKey(page: Page, act: string, key: string | null, title = act): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: title, exact: true })
  if (key !== null) {
    await pressFor(page, key, dialog)
    return dialog
  }
  const more = page.locator('.more-acts')
  await pressFor(page, '.', more)
  const button = more.getByRole('button', { name: act, exact: true })
  for (let steps = 0; steps < 60 && !await isFocused(button); steps += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialog.waitFor()
  return dialog
}

export async function sends(page: Page, dialog: Locator): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
}

export async function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement)
}

/** By mouse: opens a picker, types into it and takes the one it finds. */
export async function picks(page: Page, within: Locator, label: string, words: string): Promise<void> {
  await within.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(words)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: words }).first().click()
}

/** What the bell says, and each notice as `kind subject`, the newest first. */
export async function noticesOf(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/staff/notices`)
  await page.getByRole('heading', { name: '提醒' }).waitFor()
  await expect.poll(() => page.locator('.notices li, .card .state').count()).toBeGreaterThan(0)
  const rows = await page.locator('.notices li').all()
  return Promise.all(rows.map(async (row) => `${await row.locator('b').first().innerText()} ${(await row.locator('a').first().innerText()).replace(/^\S+\s+/, '')}`))
}

/** The register as it stands in the list: each row's words, the newest first. */
export async function registerOf(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/staff/cases?view=all`)
  await page.locator('[data-case]').first().waitFor()
  const rows = page.getByRole('row').filter({ has: page.locator('[data-case]') })
  return (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' '))
}

/** Who held the case, leg by leg, as the baton tells it. */
export async function batonOf(page: Page): Promise<string> {
  return (await page.getByRole('region', { name: /^接力图/ }).innerText()).replace(/\s+/g, ' ')
}

/** The timeline in words, oldest first. */
export async function timelineOf(page: Page): Promise<string[]> {
  return (await page.locator('.timeline-line').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ')).toReversed()
}

/** The figures of a unit on its page, by name. */
export async function figuresOf(page: Page, url: string, unitId: string): Promise<Record<string, string>> {
  await page.goto(`${url}/staff/unit?unit=${unitId}`)
  const figures = page.locator('.unit-figures dl')
  await figures.waitFor()
  const rows = await figures.locator('> div').all()
  return Object.fromEntries(await Promise.all(rows.map(async (row) => [await row.locator('dt').innerText(), await row.locator('dd').innerText()])))
}
