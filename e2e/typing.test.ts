// Every letter arrives: while a dialog is only just opening, while somebody else moves the case, while suggestions come in, and near the end of the room.
import { NOTE_MAX } from '@daodi/contract/shared/text.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { focused, fresh, useBrowser, visit } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'
import { act, register } from './testing-desk.ts'
import { lineOf } from './testing-journey.ts'

const url = demoUrl()
useBrowser()

const WORDS = '已核发规划许可证，请凭身份证到305领取；如有变动，电话告知。'

/** Somebody else acts on the case again and again until the words are written. */
async function whileOthersAct(acts: () => Promise<void>, writes: () => Promise<void>): Promise<void> {
  const written = { yet: false }
  const writing = writes().finally(() => { written.yet = true })
  while (!written.yet) await acts()
  await writing
}

/** Presses the key and writes at once, without waiting for what it opens. */
async function opensAndTypes(page: Page, key: string, delay: number): Promise<void> {
  await page.keyboard.press(key)
  await page.keyboard.type(WORDS, { delay })
}

test.each([['r', 'resolve-text', '办理完毕'], ['i', 'note-text', '记录进展']])('in the dialog that %s opens', async (key, field, title) => {
  const visitor = await visit({ as: '李文' })
  const { page } = visitor
  const { id } = await register(visitor.context, url, { subject: fresh('边打字边有人办'), requester: { name: '方小杰', phone: '13800001212' }, decision: { branch: 'mine' } })
  const leader = await visit({ as: '包正' })
  await page.goto(`${url}/staff/cases/${id}`)
  await page.locator('.case-subject-line').waitFor()
  await page.locator('.act-bar').getByRole('button', { name: '办理完毕' }).waitFor()
  for (const delay of [0, 30]) {
    await whileOthersAct(() => act(leader.context, url, `${id}/urges`, { text: '请尽快' }), () => opensAndTypes(page, key, delay))
    await page.getByRole('dialog', { name: title }).waitFor()
    expect(await page.locator(`#${field}`).inputValue()).toBe(delay === 0 ? WORDS : WORDS + WORDS)
    // Closed and opened again it goes on where it was.
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: title }).waitFor({ state: 'hidden' })
  }
  expect(visitor.faults).toEqual([])
})

test('near the end of the room the field stays the field', async () => {
  const visitor = await visit({ as: '李文' })
  const { page } = visitor
  const { id } = await register(visitor.context, url, { subject: fresh('写得很长'), decision: { branch: 'mine' } })
  await page.goto(`${url}/staff/cases/${id}`)
  await page.locator('.case-subject-line').waitFor()
  await page.keyboard.press('i')
  await focused(page, 'note-text')
  const most = '长'.repeat(Math.floor(NOTE_MAX * 0.8) - 5)
  await page.keyboard.insertText(most)
  await page.keyboard.type(WORDS)
  expect(await page.locator('#note-text').inputValue()).toBe(most + WORDS)
  await page.getByText(`${most.length + WORDS.length} / ${NOTE_MAX}`).waitFor()
  expect(visitor.faults).toEqual([])
})

test('in the line of the register, while suggestions and news come in', async () => {
  const visitor = await visit({ as: '李文' })
  const { page } = visitor
  const other = await visit({ as: '柳青' })
  await page.goto(`${url}/staff/`)
  const line = await lineOf(page)
  const words = '邻居自建房翻建占了巷道，想问规划许可怎么办、要带哪些材料'
  await whileOthersAct(
    async () => { await register(other.context, url, { subject: fresh('自建房翻建要哪些手续'), decision: { branch: 'onSpot', text: '已告知。' } }) },
    () => page.keyboard.type(words, { delay: 40 }),
  )
  expect(await line.inputValue()).toBe(words)
  await page.keyboard.press('Alt+1')
  await page.getByRole('form', { name: '我来办' }).waitFor()
  expect(await line.inputValue()).toBe(words)
  expect(visitor.faults).toEqual([])
})
