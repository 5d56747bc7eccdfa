// Every page, in both languages, at both widths: axe finds nothing, nothing is wider than a phone, nothing is in the
// wrong language, no error stands in the console and no other host is asked for anything.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { axeFindings } from './testing-axe.ts'
import { fresh, pressFor, shoot, tooWide, useBrowser, visit, type Language } from './testing-browser.ts'
import { act, register, unitId } from './testing-desk.ts'
import { Data, wrongWords } from './testing-words.ts'

const url = inject('demoUrl')
useBrowser()

const made = { open: '', referred: '', closed: '', number: '', code: '' }

beforeAll(async () => {
  const desk = await visit({ as: '李文' })
  const permits = await unitId(desk.context, url, '许可科')
  const open = await register(desk.context, url, {
    subject: fresh('自建房翻建的手续'), content: '想在原址翻建两层，面积不变。', category: 'help', requester: { name: '汤小禾', phone: '13800009900', address: '城关镇南河村' },
    decision: { branch: 'mine', papers: [{ name: '身份证', copies: 1, form: 'copy' }, { name: '申请表', given: true }] },
  })
  await act(desk.context, url, `${open.id}/notes`, { kind: 'interim', text: '正在核对宅基地面积。' })
  const referred = await register(desk.context, url, { subject: fresh('围挡占了人行道'), category: 'help', decision: { branch: 'otherUnit', toUnitId: permits, reason: '占道由许可科核发' } })
  const closed = await register(desk.context, url, { subject: fresh('几点下班'), decision: { branch: 'onSpot', text: '下午五点半。' } })
  Object.assign(made, { open: open.id, referred: referred.id, closed: closed.id, number: closed.number, code: closed.trackingCode })
  await desk.close()
})

interface PageToTry {
  name: string
  path: () => string
  ready: string
  /** A key that opens something on it, and what then stands there. */
  opens?: { key: string; ready: string }
}

/** Who looks at which pages; nobody is signed in where no name is given. */
const LOOKS: readonly { who: string | null; pages: readonly PageToTry[] }[] = [
  {
    who: null, pages: [
      { name: 'sign-in', path: () => '/staff/', ready: '.sign-in-form' },
      { name: 'portal', path: () => '/', ready: '.doors' },
      { name: 'ask', path: () => '/ask', ready: 'form textarea' },
      { name: 'track', path: () => '/track', ready: 'form input' },
      { name: 'desks', path: () => '/desks', ready: '.desks' },
      { name: 'tracked case', path: () => `/t/${made.number}#${made.code}`, ready: 'article.case' },
      { name: 'portal without such a page', path: () => '/t/', ready: 'h1' },
    ],
  },
  {
    who: '李文', pages: [
      { name: 'register', path: () => '/staff/', ready: '.ask input' },
      { name: 'asked together', path: () => '/staff/', ready: '.ask input', opens: { key: 'Alt+g', ready: '#who-together' } },
      { name: 'panel of another unit', path: () => '/staff/', ready: '.ask input', opens: { key: 'Alt+3', ready: 'form.panel' } },
      { name: 'keys', path: () => '/staff/todo', ready: '.todo-row', opens: { key: '?', ready: '.keys-groups' } },
      { name: 'panel of a result', path: () => `/staff/cases/${made.open}`, ready: '.case-subject-line', opens: { key: 'r', ready: '#resolve-text' } },
      { name: 'everything one may do', path: () => `/staff/cases/${made.open}`, ready: '.case-subject-line', opens: { key: '.', ready: '.more-acts' } },
      { name: 'export', path: () => '/staff/cases?view=all', ready: '[data-case]', opens: { key: 'e', ready: '.export-form' } },
      { name: 'to-do', path: () => '/staff/todo', ready: '.todo-row' },
      { name: 'cases', path: () => '/staff/cases?view=all', ready: '[data-case]' },
      { name: 'cases found', path: () => `/staff/cases?view=all&q=${encodeURIComponent('翻建')}`, ready: '[data-case]' },
      { name: 'no cases', path: () => '/staff/cases?view=all&q=zzzzzz', ready: '.card button' },
      { name: 'open case', path: () => `/staff/cases/${made.open}`, ready: '.case-subject-line' },
      { name: 'closed case', path: () => `/staff/cases/${made.closed}`, ready: '.case-subject-line' },
      { name: 'ledger', path: () => `/staff/cases/${made.open}/ledger`, ready: 'table' },
      { name: 'receipt', path: () => `/staff/print/${made.open}/receipt`, ready: 'article.form-sheet' },
      { name: 'notice', path: () => `/staff/print/${made.open}/notice`, ready: 'article.form-sheet' },
      { name: 'register on paper', path: () => '/staff/print/register?view=all&layout=full', ready: 'article.form-sheet' },
      { name: 'forms of a case', path: () => `/staff/cases/${made.open}`, ready: '.case-subject-line', opens: { key: 'Alt+p', ready: '.more-acts' } },
      { name: 'password', path: () => '/staff/password', ready: '#password-current' },
      { name: 'tokens', path: () => '/staff/tokens', ready: 'main .card' },
      { name: 'no such page', path: () => '/staff/nowhere/at/all', ready: 'main h1, main h2' },
    ],
  },
  { who: '钱博', pages: [{ name: 'referred case', path: () => `/staff/cases/${made.referred}`, ready: '.case-subject-line' }] },
  { who: '孙涛', pages: [{ name: 'unit', path: () => '/staff/unit', ready: '.unit-columns' }, { name: 'late', path: () => '/staff/todo?scope=late', ready: '.todo-row' }] },
  {
    who: '关立', pages: [
      { name: 'accounts', path: () => '/staff/admin/accounts', ready: 'table' },
      { name: 'units', path: () => '/staff/admin/units', ready: '.unit-tree' },
      { name: 'matters', path: () => '/staff/admin/matters', ready: '.matter-list' },
      { name: 'desk cover', path: () => '/staff/roster/desks', ready: 'main .card' },
      { name: 'desks kept', path: () => '/staff/directory/desks', ready: '.dir-list' },
      { name: 'policy', path: () => '/staff/admin/policy', ready: 'main .card' },
    ],
  },
]

test('what looks for faults finds those that are planted', async () => {
  const visitor = await visit({ language: 'en', width: 'phone', from: '127.0.0.31' })
  const { page } = visitor
  await page.goto(url)
  await page.locator('.doors').waitFor()
  const data = new Data(page)
  const before = [...await look(page, 'en', data), ...await tooWideOn(page)]
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="/favicon.svg" style="width:500px"><button></button><p>这里没有翻译</p><p>shell.notFound</p>')
    console.error('planted')
  })
  await page.evaluate(() => fetch('http://127.0.0.1:9/elsewhere').catch(() => undefined))
  const after = [...await look(page, 'en', data), ...await tooWideOn(page)].filter((line) => !before.includes(line)).join('\n')
  for (const planted of ['image-alt', 'button-name', '这里没有翻译', 'shell.notFound', 'pixels wider']) expect(after).toContain(planted)
  expect(visitor.faults.join('\n')).toContain('error: planted')
  expect(visitor.faults.join('\n')).toMatch(/127\.0\.0\.1:9|Content Security Policy/)
})

describe.each<Language>(['zh', 'en'])('in %s', (language) => {
  test.each(LOOKS)('the pages of $who', async ({ who, pages }) => {
    const visitor = await visit({ language, ...(who === null ? { from: '127.0.0.30', expected: ['404 /t/'] } : { as: who }) })
    const { page } = visitor
    const data = new Data(page)
    const found: Record<string, unknown> = {}
    for (const { name, path, ready, opens } of pages) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(url + path())
      await page.locator(ready).first().waitFor()
      if (opens) await open(page, opens)
      const wide = await look(page, language, data)
      await shoot(page, `page-${name.replaceAll(' ', '-')}-${language}-1440`)
      await page.setViewportSize({ width: 390, height: 844 })
      const narrow = [...await look(page, language, data), ...await tooWideOn(page)]
      await shoot(page, `page-${name.replaceAll(' ', '-')}-${language}-390`)
      if (wide.length + narrow.length > 0) found[name] = { wide, narrow }
    }
    expect(found).toEqual({})
    expect(visitor.faults).toEqual([])
  })
})

async function open(page: Page, { key, ready }: NonNullable<PageToTry['opens']>): Promise<void> {
  // A branch needs a question first.
  if (key.startsWith('Alt')) await page.keyboard.type('问一件事')
  await pressFor(page, key, page.locator(ready).first())
}

async function look(page: Page, language: Language, data: Data): Promise<string[]> {
  await settled(page)
  return [...await axeFindings(page), ...(await wrongWords(page, language, data)).map((words) => `in the wrong language, or not found: ${words}`)]
}

async function tooWideOn(page: Page): Promise<string[]> {
  const pixels = await tooWide(page)
  return pixels > 0 ? [`${pixels} pixels wider than the window`] : []
}

/** Nothing is being read any more and what was read is drawn. */
async function settled(page: Page): Promise<void> {
  await page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'hidden' })
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) }))
}
