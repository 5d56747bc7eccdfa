// A week of the ward's roster: planned with the mouse and by keyboard alone, copied, taken back; what speaks against a
// shift is said before it is put down, and the two of an A and B post are never both away.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { unitId } from './testing-desk.ts'
import { useBrowser, visit, type Visitor } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'

const url = demoUrl()
useBrowser()

const STATION = '心内科病区护士站'
let weeks = 8
/** The Monday of a week that nobody has planned: far from those of the demonstration, and each journey its own. */
const freshWeek = (): string => {
  const day = new Date(Date.now() + (weeks += 1) * 7 * 86_400_000)
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}
let ward = ''
beforeAll(async () => {
  const visitor = await visit({ as: '苏敏' })
  ward = await unitId(visitor.context, url, STATION)
  await visitor.close()
})

async function planner(week: string, expected: readonly string[] = []): Promise<Visitor & Week> {
  const visitor = await visit({ as: '苏敏', expected })
  await visitor.page.goto(`${url}/staff/roster/week?unit=${ward}&week=${week}`)
  await visitor.page.locator('.roster-people [data-person]').first().waitFor()
  return { ...visitor, ...weekOn(visitor.page) }
}

interface Week { person: (name: string) => Locator; field: (kind: string, day: number) => Locator; names: (kind: string, day: number) => Promise<string[]> }
function weekOn(page: Page): Week {
  const field = (kind: string, day: number) => page.locator('.roster-grid tbody tr').filter({ has: page.locator('th', { hasText: kind }) }).locator('td').nth(day)
  return { person: (name) => page.locator('.roster-people [data-person]', { hasText: name }), field, names: (kind, day) => field(kind, day).locator('[data-shift]').allInnerTexts() }
}

async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
  const middle = async (one: Locator) => { const box = await one.boundingBox(); if (!box) throw new Error('nothing to point at'); return [box.x + box.width / 2, box.y + box.height / 2] as const }
  const [start, end] = [await middle(from), await middle(to)]
  await page.mouse.move(...start)
  await page.mouse.down()
  await page.mouse.move(start[0] + 9, start[1] + 4, { steps: 2 })
  await page.mouse.move(...end, { steps: 8 })
}
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await carry(page, from, to)
  await page.mouse.up()
}

/** What has the focus: a planned name, a person of the list, or the name of a button. */
const focus = (page: Page): Promise<string> => page.evaluate(() => {
  const { activeElement: at } = document
  return at instanceof HTMLElement && at !== document.body ? at.dataset['shift'] !== undefined ? `shift ${at.innerText}` : at.dataset['person'] === undefined ? at.getAttribute('aria-label') ?? at.innerText : `person ${at.innerText}` : 'nothing'
})
const said = (page: Page): Promise<string> => page.locator('[id^="DndLiveRegion"]').innerText()

test('with the mouse: put on, moved, refused, taken off, taken back', async () => {
  const { page, person, field, names, faults } = await planner(freshWeek(), ['409 /api/staff/units/'])
  await expect.poll(() => field('责护班', 0).innerText()).toContain('缺 1 人')
  await drag(page, person('夏荷'), field('责护班', 0))
  await expect.poll(() => names('责护班', 0)).toEqual(['夏荷'])
  expect(await field('责护班', 0).innerText()).not.toContain('缺')

  // The day shift overlaps: said while she is held over it, and refused when she is put down all the same.
  await carry(page, person('夏荷'), field('主责导诊班', 0))
  await expect.poll(() => field('主责导诊班', 0).innerText()).toContain('已排责护班')
  await page.mouse.up()
  await page.locator('.ant-message-error').waitFor()
  expect(await names('主责导诊班', 0)).toEqual([])

  await drag(page, field('责护班', 0).locator('[data-shift]'), field('责护班', 2))
  await expect.poll(() => names('责护班', 2)).toEqual(['夏荷'])
  expect(await names('责护班', 0)).toEqual([])

  await carry(page, field('责护班', 2).locator('[data-shift]'), page.locator('.roster-people h2'))
  await page.locator('.roster-bin').waitFor()
  expect(await said(page)).toContain('撤下处')
  await page.mouse.up()
  await expect.poll(() => names('责护班', 2)).toEqual([])
  await page.locator('.ant-message button', { hasText: '撤销' }).last().click()
  await expect.poll(() => names('责护班', 2)).toEqual(['夏荷'])

  await drag(page, person('温宁'), page.locator('.roster-people h2'))
  expect(await said(page)).toContain('没有变动')
  expect(faults).toEqual([])
})

test('by keyboard alone: Escape changes nothing and keeps the focus, Delete goes to the bin, no arrow turns the week', async () => {
  const week = freshWeek()
  const { page, person, field, names, faults } = await planner(week)
  const press = async (key: string, then: string) => { await page.keyboard.press(key); await expect.poll(() => said(page)).toContain(then) }
  await person('乔安').focus()
  await press('Space', '已拿起 乔安')
  await press('ArrowLeft', '周日')
  await press('Escape', '已取消')
  expect(await focus(page)).toBe('person 乔安')

  await press('Space', '已拿起')
  await press('ArrowLeft', '周日')
  for (let rows = 0; rows < 4 && !(await said(page)).includes('责护班'); rows += 1) {
    const before = await said(page)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => said(page)).not.toBe(before)
  }
  await press('ArrowLeft', '责护班 周六')
  await press('Space', '乔安 已放到 责护班 周六')
  await expect.poll(() => names('责护班', 5)).toEqual(['乔安'])
  expect(await focus(page)).toBe('person 乔安')

  await field('责护班', 5).locator('[data-shift]').focus()
  await press('Space', '已拿起 乔安')
  await press('ArrowLeft', '责护班 周五')
  await press('Space', '已放到 责护班 周五')
  await expect.poll(() => names('责护班', 4)).toEqual(['乔安'])
  await expect.poll(() => focus(page)).toBe('shift 乔安')

  await press('Space', '已拿起')
  await press('Escape', '已取消')
  expect(await focus(page)).toBe('shift 乔安')
  await page.keyboard.press('ArrowRight')
  expect([await focus(page), new URL(page.url()).searchParams.get('week')]).toEqual([expect.stringContaining('责护班 周六'), week])
  await page.keyboard.press('ArrowLeft')

  await press('Space', '已拿起')
  await press('Delete', '撤下处')
  await press('Space', '已撤下 乔安')
  await expect.poll(() => names('责护班', 4)).toEqual([])
  await expect.poll(() => focus(page)).toContain('责护班 周五')
  await page.locator('.ant-message-success', { hasText: '已撤下' }).first().waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => names('责护班', 4)).toEqual(['乔安'])
  expect(new URL(page.url()).searchParams.get('week')).toBe(week)
  expect(faults).toEqual([])
})

test('a week is copied as far as it goes; what it leaves open is listed', async () => {
  const [from, to] = [freshWeek(), freshWeek()]
  const first = await planner(from)
  const problems = (page: Page) => page.locator('.roster-problems').innerText()
  expect(await problems(first.page)).toContain('责护班缺人：周一')
  for (const day of [0, 1]) {
    await drag(first.page, first.person('夏荷'), first.field('责护班', day))
    await expect.poll(() => first.names('责护班', day)).toEqual(['夏荷'])
  }
  await expect.poll(() => problems(first.page)).toContain('责护班缺人：周三')
  await first.page.locator('.ant-message-success').last().waitFor()
  await first.close()

  const next = await planner(to)
  // On Tuesday she has the evening already, which overlaps: the copy leaves that day out.
  await next.field('小夜班', 1).locator('button').click()
  await next.page.locator('.roster-add input:focus').first().waitFor()
  await next.page.keyboard.type('xh')
  await next.page.locator('.ant-select-item-option-active', { hasText: '夏荷' }).waitFor()
  await next.page.keyboard.press('Enter')
  await expect.poll(() => next.names('小夜班', 1)).toEqual(['夏荷'])
  await next.page.getByRole('button', { name: '复制上周' }).click()
  await next.page.getByText('已复制 1 个班，有 1 个因冲突未复制').waitFor()
  await expect.poll(() => next.names('责护班', 0)).toEqual(['夏荷'])
  expect([await next.names('责护班', 1), await next.names('小夜班', 1)]).toEqual([[], ['夏荷']])
  await next.page.keyboard.press('Control+z')
  await expect.poll(() => next.names('责护班', 0)).toEqual([])
  expect(await next.names('小夜班', 1)).toEqual(['夏荷'])

  await next.field('责护班', 1).locator('button').click()
  const offered = next.page.locator('.ant-select-item-option', { hasText: '夏荷' })
  await expect.poll(() => offered.innerText()).toContain('已排小夜班')
  expect([...first.faults, ...next.faults]).toEqual([])
})

test('the two of an A and B post are never both away', async () => {
  const { page, context, faults } = await visit({ as: '苏敏', expected: ['409 /api/staff/absences'] })
  const find = async (name: string): Promise<string> => (await (await context.request.get(`${url}/api/staff/people?q=${encodeURIComponent(name)}`)).json() as { rows: { id: string }[] }).rows[0]?.id ?? ''
  const post = async (path: string, data: object) => { const answer = await context.request.post(`${url}/api/staff/${path}`, { data }); expect(answer.status(), await answer.text()).toBeLessThan(300); return answer }
  const [holder, deputy] = [await find('乔安'), await find('苏敏')]
  await post(`people/${holder}/cover`, { deputyId: deputy })
  const { id } = await (await post('absences', { personId: holder, kind: 'out' })).json() as { id: string }
  await page.goto(`${url}/staff/roster`)
  await page.getByRole('button', { name: '登记离岗' }).click()
  await expect.poll(() => page.locator('[role="alert"]').innerText()).toContain('B 岗')
  await post(`absences/${id}/ending`, {})
  await page.getByRole('button', { name: '登记离岗' }).click()
  await page.getByRole('button', { name: '我回来了' }).click()
  await page.getByText('没有登记离岗').waitFor()
  await post(`people/${holder}/cover`, { deputyId: null })
  expect(faults).toEqual([])
})
