import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './testing-axe.ts'
import { picture, pressFor, tooWide, visit, type Language } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'
import { bringWhatPagesShow, LOOKS, type PageToTry } from './testing-pages.ts'
import { Data, wrongWords } from './testing-words.ts'

/** So many pages of one person make a test: what fails on a busy machine is tried once more without the whole list. */
const TOGETHER = 8
const PORTIONS = LOOKS.flatMap(({ who, pages }) => Array.from({ length: Math.ceil(pages.length / TOGETHER) }, (_, portion) => {
  const some = pages.slice(portion * TOGETHER, (portion + 1) * TOGETHER)
  return { who, some, from: some[0]?.name ?? '' }
}))

/** Every page in this language, at both widths; in Chinese with axe. */
export function tryEveryPage(language: Language): void {
  beforeAll(bringWhatPagesShow)

  describe(`in ${language}`, () => {
    test.each(PORTIONS)('the pages of $who from $from on', async ({ who, some }) => {
      const visitor = await visit({ language, ...(who === null ? { from: '127.0.0.30', expected: ['404 /t/'] } : { as: who }) })
      const data = new Data(visitor.page)
      const found: Record<string, unknown> = {}
      for (const one of some) {
        const faults = await faultsOf(visitor.page, one, { language, data })
        if (faults.length > 0) found[one.name] = faults
      }
      expect(found).toEqual({})
      expect(visitor.faults).toEqual([])
    })
  })
}

/** What is wrong with it on a wide screen and on a phone. */
async function faultsOf(page: Page, { name, path, ready, opens, presses }: PageToTry, { language, data }: { language: Language; data: Data }): Promise<string[]> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(demoUrl() + path())
  await page.locator(ready).first().waitFor()
  if (opens) await open(page, opens)
  if (presses) await press(page, presses.button[language], presses.ready)
  const seen = language === 'zh' ? look : wordsOf
  const wide = await seen(page, language, data)
  if (wide.length > 0) await picture(page, `page-${name.replaceAll(' ', '-')}-${language}-1440`)
  await page.setViewportSize({ width: 390, height: 844 })
  const narrow = [...await seen(page, language, data), ...await tooWideOn(page), ...await bannerFaults(page, language)]
  if (narrow.length > 0) await picture(page, `page-${name.replaceAll(' ', '-')}-${language}-390`)
  return [...wide.map((fault) => `wide: ${fault}`), ...narrow.map((fault) => `narrow: ${fault}`)]
}

async function open(page: Page, { key, ready }: NonNullable<PageToTry['opens']>): Promise<void> {
  // A branch needs a question first.
  if (key.startsWith('Alt')) await page.keyboard.type('问一件事')
  await pressFor(page, key, page.locator(ready).first())
}

async function press(page: Page, words: string, ready: string): Promise<void> {
  await page.getByText(words, { exact: true }).last().click()
  await page.locator(ready).first().waitFor()
}

export async function look(page: Page, language: Language, data: Data): Promise<string[]> {
  const words = await wordsOf(page, language, data)
  return [...await axeFindings(page), ...words]
}

/** English is looked at without axe, which has seen the same elements and colours in Chinese: it differs in its words and their length. */
async function wordsOf(page: Page, language: Language, data: Data): Promise<string[]> {
  await settled(page)
  return (await wrongWords(page, language, data)).map((words) => `in the wrong language, or not found: ${words}`)
}

export async function tooWideOn(page: Page): Promise<string[]> {
  const pixels = await tooWide(page)
  return pixels > 0 ? [`${pixels} pixels wider than the window`] : []
}

const BANNER: Readonly<Record<Language, RegExp>> = { zh: /演示系统.*虚构/, en: /Demonstration.*(?:invented|fictional)/ }

/** A demonstration says that it is one, on the screen and on paper. */
export async function bannerFaults(page: Page, language: Language): Promise<string[]> {
  const banner = page.locator('aside.demo-banner, header > .demo').filter({ hasText: BANNER[language], visible: true })
  const faults = await banner.count() === 1 ? [] : ['does not say that it is a demonstration']
  await page.emulateMedia({ media: 'print' })
  if (await banner.count() !== 1) faults.push('printed, it does not say that it is a demonstration')
  await page.emulateMedia({ media: null })
  return faults
}

/** Nothing is being read any more and what was read is drawn. */
async function settled(page: Page): Promise<void> {
  await page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'hidden' })
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) }))
}
