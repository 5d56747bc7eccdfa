// Every page, in Chinese, at both widths: axe finds nothing, nothing is wider than a phone, nothing is in the
// wrong language, no error stands in the console, no other host is asked for anything, and each says that it is a demonstration.
import { expect, test } from 'vitest'
import { bannerFaults, look, tooWideOn, tryEveryPage } from './testing-accessibility.ts'
import { useBrowser, visit } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'
import { Data } from './testing-words.ts'

useBrowser()

test('what looks for faults finds those that are planted', async () => {
  const visitor = await visit({ language: 'en', width: 'phone', from: '127.0.0.31' })
  const { page } = visitor
  await page.goto(demoUrl())
  await page.locator('.doors').waitFor()
  const data = new Data(page)
  const faults = async (): Promise<string[]> => [...await look(page, 'en', data), ...await tooWideOn(page), ...await bannerFaults(page, 'en')]
  const before = await faults()
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="/favicon.svg" style="width:500px"><button></button><p>这里没有翻译</p><p>shell.notFound</p>')
    document.querySelector('header > .demo')?.remove()
    console.error('planted')
  })
  await page.evaluate(() => fetch('http://127.0.0.1:9/elsewhere').catch(() => undefined))
  const after = (await faults()).filter((line) => !before.includes(line)).join('\n')
  for (const planted of ['image-alt', 'button-name', '这里没有翻译', 'shell.notFound', 'pixels wider', 'a demonstration']) expect(after).toContain(planted)
  expect(visitor.faults.join('\n')).toContain('error: planted')
  expect(visitor.faults.join('\n')).toMatch(/127\.0\.0\.1:9|Content Security Policy/)
})

tryEveryPage('zh')
