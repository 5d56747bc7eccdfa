import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { afterEach, beforeAll, expect } from 'vitest'
import { demoUrl } from './testing-demo.ts'

export type Width = 'desk' | 'phone'
export type Language = 'zh' | 'en'

const SIZES: Readonly<Record<Width, { width: number; height: number }>> = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
/** How long anything may take to appear: far longer than it does, for machines that are busy. */
const PATIENCE_MS = 40_000
const SHOTS = join(dirname(fileURLToPath(import.meta.url)), '.shots')

let browser: Browser | null = null

/**
 * One browser for all the files of a worker, which ends with it; each visit has cookies and stores of its own. Every
 * visit ends with its test; where that failed, its pages are pictured first.
 */
export function useBrowser(): void {
  beforeAll(async () => { if (browser?.isConnected() !== true) browser = await openBrowser() })
  afterEach(async ({ task }) => {
    const contexts = browser?.contexts() ?? []
    if (task.result?.state === 'fail') {
      for (const [index, page] of contexts.flatMap((context) => context.pages()).entries()) await picture(page, `failed-${task.name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60)}-${index}`).catch(() => undefined)
    }
    await Promise.all(contexts.map((context) => context.close()))
  })
}

/** The test runner names the browser in CHROMIUM_PATH; run by hand, the usual places do. */
async function openBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH']
  const executablePath = named ?? PLACES.find((place) => existsSync(place))
  if (!executablePath) throw new Error('No Chromium was found; install one, or set CHROMIUM_PATH.')
  // Root may not use the sandbox, and containers have a small /dev/shm.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'] })
}

export interface Visitor {
  context: BrowserContext
  page: Page
  url: string
  /** What went wrong in the pages: exceptions, errors in the console, answers that refuse, requests to anywhere else. */
  faults: string[]
  close(): Promise<void>
}

export interface VisitOptions {
  /** Where; the demonstration that the journeys share if left out. */
  url?: string
  width?: Width
  language?: Language
  /** A demo person's name, to be signed in at once. */
  as?: string
  /** The address a visitor of the portal seems to come from. */
  from?: string
  /** Answers that are part of the story: `404 /api/public/cases/`. */
  expected?: readonly string[]
}

/** Somebody at a browser of their own. Chinese and a wide screen unless told otherwise. */
export async function visit(options: VisitOptions = {}): Promise<Visitor> {
  if (!browser) throw new Error('useBrowser() comes first')
  const { url = demoUrl(), width = 'desk', language = 'zh', as, from, expected = [] } = options
  const context = await browser.newContext({
    viewport: SIZES[width], deviceScaleFactor: 1, hasTouch: width === 'phone', isMobile: width === 'phone', locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai',
    acceptDownloads: true, reducedMotion: 'reduce', ...(from ? { extraHTTPHeaders: { 'x-forwarded-for': from } } : {}),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const faults: string[] = []
  context.on('weberror', (error) => { faults.push(`exception: ${error.error().stack ?? error.error().message}`) })
  context.on('console', (message) => {
    // What the server refused is told below, with its address.
    if ((message.type() === 'error' || message.type() === 'warning') && !message.text().startsWith('Failed to load resource')) faults.push(`${message.type()}: ${message.text()}`)
  })
  context.on('request', (request) => { if (!isOwn(request.url(), url)) faults.push(`a request to elsewhere: ${request.url()}`) })
  context.on('response', (response) => {
    const told = `${response.status()} ${response.url().slice(url.length)}`
    if (response.status() >= 400 && !expected.some((start) => told.startsWith(start))) faults.push(told)
  })
  if (language === 'en') await context.addInitScript(() => { if (location.protocol.startsWith('http') && localStorage.getItem('daodi.language') === null) localStorage.setItem('daodi.language', 'en') })
  if (as !== undefined) await signIn(context, url, as)
  const page = await context.newPage()
  return { context, page, url, faults, close: () => context.close() }
}

function isOwn(address: string, url: string): boolean {
  return address.startsWith(`${url}/`) || address.startsWith('data:') || address.startsWith('blob:') || address === 'about:blank'
}

/** Without the page: a journey about something else need not click the strip each time. Anybody in the directory, by name. */
async function signIn(context: BrowserContext, url: string, name: string): Promise<void> {
  const { people } = await (await context.request.get(`${url}/api/staff/demo/people`)).json() as { people: Named[] }
  const enter = async (personId: string): Promise<void> => {
    const answer = await context.request.post(`${url}/api/staff/demo/session`, { data: { personId } })
    expect(answer.status(), await answer.text()).toBe(200)
  }
  const shown = people.find((one) => one.name === name)
  await enter(shown?.id ?? people[0]?.id ?? '')
  if (shown) return
  const { rows } = await (await context.request.get(`${url}/api/staff/people?q=${encodeURIComponent(name)}`)).json() as { rows: Named[] }
  const found = rows.find((one) => one.name === name)
  if (!found) throw new Error(`nobody in the demo is called ${name}`)
  await enter(found.id)
}

interface Named { id: string; name: string }

/** A picture for people to look at; taken only where E2E_SHOTS is set, because a hundred pictures take half a minute. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['E2E_SHOTS']) await picture(page, name)
}

export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: false })
}

/** A subject that no other journey and no earlier run has used. */
export function fresh(subject: string): string {
  return `${subject}（${Date.now().toString(36).slice(-5)}）`
}

/** How many pixels the page is wider than the window; 0 where nothing has to be scrolled sideways. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

/** Presses a key until what it opens is there: a page that has just appeared may not be listening yet. */
export async function pressFor(page: Page, key: string, shown: Locator): Promise<void> {
  await expect.poll(async () => {
    if (await shown.isVisible()) return true
    await page.keyboard.press(key)
    return shown.waitFor({ timeout: 3_000 }).then(() => true, () => false)
  }, { timeout: PATIENCE_MS }).toBe(true)
}

/** Waits until the keyboard is in the field with this id. */
export async function focused(page: Page, id: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id)
}
