// Asked at the wrong desk, handed over, answered, rated: the whole main job, at the counter by keyboard alone.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { focused, fresh, pressFor, shoot, useBrowser, visit } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'

const url = demoUrl()
useBrowser()

const SUBJECT = fresh('屋后山坡上堆的渣土归谁管')
const REPLY = '渣土由许可科联系施工单位清运，已于今日上午清完。'

/** Moves the mark down the to-do list until it stands on the duty about this subject. */
async function markInTodo(page: Page, subject: string): Promise<void> {
  const row = page.getByRole('listitem').filter({ hasText: subject })
  await row.waitFor()
  const marked = page.locator('li[aria-current]')
  for (let steps = 0; steps < 60 && !(await marked.innerText()).includes(subject); steps += 1) await page.keyboard.press('j')
  expect(await marked.innerText()).toContain(subject)
}

test('a question asked at the wrong desk is owned, handed over, answered and rated, and its ledger is whole', async () => {
  const desk = await visit()
  const receptionist = desk.page
  await receptionist.goto(`${url}/staff/`)
  await receptionist.getByRole('button', { name: /李文/ }).click()

  // One line, one key, the unit.
  await receptionist.getByRole('combobox', { name: '来办什么事，一句话' }).waitFor()
  await receptionist.keyboard.type(`${SUBJECT} 13800006677 `)
  await expect.poll(() => receptionist.getByRole('textbox', { name: '电话' }).inputValue()).toBe('13800006677')
  await receptionist.keyboard.press('Alt+3')
  await receptionist.getByRole('form', { name: '转其他科室' }).waitFor()
  await focused(receptionist, 'panel-unit')
  await receptionist.keyboard.type('许可科')
  await receptionist.locator('.ant-select-item-option-active', { hasText: '许可科' }).waitFor()
  await receptionist.keyboard.press('Enter')
  await focused(receptionist, 'panel-reason')
  await receptionist.keyboard.type('渣土处置由许可科审批')
  await shoot(receptionist, 'main-job-1-register')
  await receptionist.keyboard.press('Control+Enter')

  const done = receptionist.getByRole('region', { name: '已登记' })
  await done.waitFor()
  const number = await done.locator('dd').first().innerText()
  const code = await done.locator('.done-code').innerText()
  expect(number).toMatch(/^[A-Z]{2,6}\d{8}-\d{4}$/)
  expect(code).toMatch(/^[A-Z2-9]{6}$/)
  await expect.poll(() => done.innerText()).toContain('等待对方签收，签收前仍由您负责')
  await shoot(receptionist, 'main-job-2-registered')

  // The receiver signs for it in the to-do list, promises and resolves.
  const permits = await visit({ as: '钱博' })
  const handler = permits.page
  await handler.goto(`${url}/staff/todo`)
  await markInTodo(handler, SUBJECT)
  await shoot(handler, 'main-job-3-todo')
  await handler.keyboard.press('s')
  await handler.getByText(`已签收：${SUBJECT}`).waitFor()
  await expect.poll(async () => (await handler.getByRole('listitem').filter({ hasText: SUBJECT }).innerText())).toContain('办理')
  await markInTodo(handler, SUBJECT)
  await handler.keyboard.press('Enter')
  await handler.getByRole('heading', { name: SUBJECT }).waitFor()
  const promise = handler.getByRole('dialog', { name: '承诺时间' })
  await pressFor(handler, 'p', promise)
  await handler.keyboard.press('Control+Enter')
  await promise.waitFor({ state: 'hidden' })
  await handler.locator('.case-tags').getByText(/^承诺 /).waitFor()
  const resolution = handler.getByRole('dialog', { name: '办理完毕' })
  await pressFor(handler, 'r', resolution)
  await focused(handler, 'resolve-text')
  await handler.keyboard.type(REPLY)
  await handler.keyboard.press('Control+Enter')
  await resolution.waitFor({ state: 'hidden' })
  await handler.locator('.case-tags').getByText('待答复').waitFor()
  await shoot(handler, 'main-job-4-resolved')

  // The first contact replies, in the end as in the beginning.
  await receptionist.keyboard.press('Enter')
  await receptionist.getByRole('combobox', { name: '来办什么事，一句话' }).waitFor()
  await receptionist.keyboard.press('Alt+t')
  await receptionist.waitForURL(`${url}/staff/todo`)
  await markInTodo(receptionist, SUBJECT)
  await receptionist.keyboard.press('Enter')
  await receptionist.getByRole('heading', { name: SUBJECT }).waitFor()
  const reply = receptionist.getByRole('dialog', { name: '答复来访人' })
  await pressFor(receptionist, 'r', reply)
  expect(await reply.getByRole('textbox', { name: '答复内容' }).inputValue()).toBe(REPLY)
  await receptionist.keyboard.press('Control+Enter')
  await reply.waitFor({ state: 'hidden' })
  await receptionist.locator('.case-tags').getByText('已办结').waitFor()
  await receptionist.getByText('链完整').waitFor()
  await shoot(receptionist, 'main-job-5-closed')

  // The person, on a phone, by the address in the receipt's QR.
  const person = await visit({ width: 'phone', from: '127.0.0.10' })
  await person.page.goto(`${url}/t/${number}#${code}`)
  await person.page.getByRole('heading', { name: '已办结' }).waitFor()
  const told = await person.page.getByRole('main').innerText()
  for (const words of [SUBJECT, REPLY, '李文', '钱博', '许可科']) expect(told).toContain(words)
  await shoot(person.page, 'main-job-6-track')
  await person.page.getByText('非常满意', { exact: true }).click()
  await person.page.getByText('解决了', { exact: true }).click()
  await person.page.getByRole('button', { name: '提交评价' }).click()
  await person.page.getByText('您已评价：非常满意').waitFor()
  await shoot(person.page, 'main-job-7-rated')

  // What the person said stands on the case page, and the chain still holds.
  await receptionist.getByText('非常满意').first().waitFor()
  await receptionist.getByRole('link', { name: '查看台账' }).click()
  await receptionist.getByText('链完整').waitFor()
  const kinds = await receptionist.getByRole('main').innerText()
  expect(kinds).not.toContain('链不完整')
  await shoot(receptionist, 'main-job-8-ledger')
  expect([...desk.faults, ...permits.faults, ...person.faults]).toEqual([])
})
