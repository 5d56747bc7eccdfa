// A county construction bureau in its pages: asked at the wrong unit, relayed, three papers told once, promised, urged, closed, rated.
// The call, the relay, the papers brought, the urge and the papers given back go by the API, as in the story's own file on the server.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { administers } from '@daodi/server/stories/testing-administrator.ts'
import { countyBureau } from '@daodi/server/stories/testing-casts.ts'
import { focused, pressFor, shoot, useBrowser } from './testing-browser.ts'
import { beginJourney, type Journey } from './testing-journey.ts'
import { startStory, type StorySite } from './testing-story.ts'

let site: StorySite
let journey: Journey
beforeEach(async () => {
  site = await startStory(countyBureau, '2026-03-02 08:30')
  journey = beginJourney(site)
  await administers(site, 'guan', '/api/staff/matters', {
    name: '自建房规划许可', unitId: site.units['许可科'], personId: site.people['qian'], category: 'application', keywords: ['自建房', '规划许可'], workingDays: 10, room: '305',
    papers: [{ name: '身份证' }, { name: '土地证' }, { name: '图纸' }],
  })
})
afterEach(async () => { await site.stop() })
// After the site's own ending, so that the pages are pictured and closed before it.
useBrowser()

test('a permit asked for at the wrong unit of a county bureau', async () => {
  const desk = await journey.comes('2026-03-02 09:00', { as: '李文' }, '/staff/')
  await desk.getByRole('combobox', { name: '来办什么事，一句话' }).waitFor()
  await desk.keyboard.type('自建房规划许可 13800000001 ')
  await expect.poll(() => desk.getByRole('main').innerText()).toContain('钱博')
  await desk.keyboard.press('Alt+3')
  await desk.getByRole('form', { name: '转其他科室' }).waitFor()
  await shoot(desk, 's01-1-register')
  await desk.keyboard.press('Control+Enter')
  const done = desk.getByRole('region', { name: '已登记' })
  await done.waitFor()
  const number = await done.locator('dd').first().innerText()
  const code = await done.locator('.done-code').innerText()
  expect(number).toMatch(/^QG20260302-/)

  await site.at('2026-03-02 09:05')
  const { rows: [{ id }] } = await site.sees('li', '/api/staff/cases')
  const act = (who: string, path: string, body?: unknown) => site.does(who, `/api/staff/cases/${id}/${path}`, body)
  await act('li', 'colleague-calls', { personId: site.people['qian'], channel: 'phone', reached: false })
  await act('li', 'relay', { toPersonId: site.people['qian'], text: '回来后请联系赵女士' })
  await desk.goto(`${site.url}/staff/cases/${id}`)
  await desk.getByText('李文 已承诺转告 钱博 并帮办，待阅知').waitFor()
  await shoot(desk, 's01-2-relayed')

  const handler = await journey.comes('2026-03-02 10:30', { as: '钱博' }, `/staff/cases/${id}`)
  await handler.getByRole('heading', { name: '自建房规划许可' }).waitFor()
  await expect.poll(async () => {
    await handler.keyboard.press('s')
    return (await site.sees('qian', `/api/staff/cases/${id}`)).handler.personName
  }, { timeout: 20_000, interval: 1_000 }).toBe('钱博')
  const notice = handler.getByRole('dialog', { name: '一次性告知' })
  await pressFor(handler, 'n', notice)
  await shoot(handler, 's01-3-notice')
  await handler.keyboard.press('Control+Enter')
  await notice.waitFor({ state: 'hidden' })
  expect((await site.sees('qian', `/api/staff/cases/${id}`)).notices.map(({ papers }: { papers: object[] }) => papers.length)).toEqual([3])

  await journey.passes('2026-03-03 09:00')
  await act('qian', 'papers', { papers: ['身份证', '土地证', '图纸'] })
  const promising = await journey.comes('2026-03-03 09:00', { as: '钱博' }, `/staff/cases/${id}`)
  const promise = promising.getByRole('dialog', { name: '承诺时间' })
  await promising.getByRole('heading', { name: '自建房规划许可' }).waitFor()
  await pressFor(promising, 'p', promise)
  await promising.keyboard.press('Control+Enter')
  await promise.waitFor({ state: 'hidden' })
  await promising.locator('.case-tags').getByText(/^承诺 /).waitFor()

  await journey.passes('2026-03-16 09:00')
  await act('sun', 'urges', { text: '明天到期' })
  await journey.passes('2026-03-17 11:00')
  for (const { id: custodyId } of (await site.sees('qian', `/api/staff/cases/${id}`)).custody) await act('qian', 'papers/return', { custodyId })
  const ending = await journey.comes('2026-03-17 11:00', { as: '钱博' }, `/staff/cases/${id}`)
  await ending.getByRole('heading', { name: '自建房规划许可' }).waitFor()
  const resolution = ending.getByRole('dialog', { name: '办理完毕' })
  await pressFor(ending, 'r', resolution)
  await focused(ending, 'resolve-text')
  await ending.keyboard.type('已核发规划许可证，请凭身份证到305领取。')
  await ending.keyboard.press('Control+Enter')
  await resolution.waitFor({ state: 'hidden' })
  const replying = await journey.comes('2026-03-17 11:00', { as: '李文' }, `/staff/cases/${id}`)
  await replying.getByRole('heading', { name: '自建房规划许可' }).waitFor()
  const reply = replying.getByRole('dialog', { name: '答复来访人' })
  await pressFor(replying, 'r', reply)
  await replying.keyboard.press('Control+Enter')
  await reply.waitFor({ state: 'hidden' })
  await replying.locator('.case-tags').getByText('已办结').waitFor()
  await shoot(replying, 's01-4-closed')

  const person = await journey.comes('2026-03-17 12:00', { width: 'phone', from: '127.0.0.31' }, `/t/${number}#${code}`)
  await person.getByRole('heading', { name: '已办结' }).waitFor()
  await person.getByText('非常满意', { exact: true }).click()
  await person.getByText('解决了', { exact: true }).click()
  await person.getByRole('button', { name: '提交评价' }).click()
  await person.getByText('您已评价：非常满意').waitFor()
  await shoot(person, 's01-5-rated')
  expect(journey.faults()).toEqual([])
})
