// A ward's nurse station in its pages: the refused roster, the round and the register read, arrivals ticked point by point, the walk-round recorded.
// The small requests, the calls, the bell, the dispute's levels, the complaint, the hand-over's signature, the register, the notices and the figures are proved in the story's own file on the server.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { administers } from '@daodi/server/stories/testing-administrator.ts'
import { cardiologyWard } from '@daodi/server/stories/testing-casts.ts'
import { shoot, useBrowser } from './testing-browser.ts'
import { beginJourney, type Journey } from './testing-journey.ts'
import { startStory, type StorySite } from './testing-story.ts'

let site: StorySite
let journey: Journey
let ward: string
let guide: string
let monday: string
beforeEach(async () => {
  site = await startStory(cardiologyWard, '2026-03-01 07:00')
  journey = beginJourney(site)
  ward = site.units['心内科病区'] ?? ''
  const post = await administers(site, 'guan', '/api/staff/posts', { unitId: ward, name: '主责导诊护士', languages: ['普通话', '闽南语'] })
  for (const who of ['xi', 'zhen']) await site.does('dan', `/api/staff/people/${site.people[who]}/skills`, { skills: ['普通话', '闽南语'] })
  await site.does('dan', `/api/staff/people/${site.people['ya']}/skills`, { skills: ['普通话'] })
  const kind = async (body: object): Promise<string> => (await site.does('dan', `/api/staff/units/${ward}/shift-kinds`, { weekdays: [1, 2, 3, 4, 5, 6, 7], ...body })).id
  guide = await kind({ name: '主责导诊班', from: '07:40', to: '15:40', post: 'firstContact', postId: post.id, main: true, tasks: [{ task: '测量生命体征', by: '09:00' }] })
  const nurse = await kind({ name: '责护班', from: '08:00', to: '16:00' })
  const plan = async (kindId: string, who: string) => (await site.does('dan', `/api/staff/units/${ward}/roster`, { add: [{ kindId, personId: site.people[who], day: '2026-03-02' }] })).shiftIds[0] as string
  monday = await plan(guide, 'xi')
  await plan(nurse, 'ya')
  await site.at('2026-03-01 15:00')
  await site.does('zhen', '/api/staff/cases', { channel: 'visit', category: 'help', subject: '3 床要求换靠窗床位', firstContactId: undefined, decision: { branch: 'mine' } })
})
afterEach(async () => { await site.stop() })
// After the site's own ending, so that the pages are pictured and closed before it.
useBrowser()

test('a day of a ward', async () => {
  const planning = await journey.comes('2026-03-01 15:10', { as: '丹露' }, `/staff/roster/week?unit=${ward}&week=2026-03-02`)
  await planning.getByRole('button', { name: '安排 主责导诊班 周二 03-03' }).click()
  await planning.getByRole('combobox', { name: '安排 主责导诊班 周二 03-03' }).fill('雅丽')
  await planning.keyboard.press('Enter')
  await planning.getByText(/闽南语）/).waitFor()
  await shoot(planning, 's21-1-refused')

  const round = await journey.comes('2026-03-02 07:20', { as: '奚梅' }, `/staff/roster/shifts/${monday}`)
  await round.getByRole('heading', { name: '班前巡视' }).waitFor()
  await round.getByText('3 床要求换靠窗床位').first().waitFor()
  await round.getByRole('button', { name: '完成巡视' }).click()
  await round.getByText(/已巡视/).first().waitFor()
  await round.getByRole('button', { name: '已看过，接班' }).click()
  await round.getByText(/接班$/).first().waitFor()
  await shoot(round, 's21-2-begun')

  const ticking = await journey.comes('2026-03-02 08:50', { as: '奚梅' }, `/staff/roster/shifts/${monday}`)
  await ticking.getByRole('button', { name: /^完成/ }).click()
  await ticking.getByText('奚梅 03-02 08:50 完成').or(ticking.getByText(/奚梅 .*完成/)).first().waitFor()

  const walk = await journey.comes('2026-03-02 09:30', { as: '丹露' }, `/staff/roster/walkrounds?unit=${ward}`)
  await walk.getByRole('button', { name: /^安排/ }).click()
  await walk.getByRole('dialog').getByLabel('时间', { exact: true }).fill('15:00')
  await walk.getByRole('button', { name: /保\s*存/ }).click()
  await walk.getByText('奚梅 接待').waitFor()
  await shoot(walk, 's21-3-walkround')

  const receiving = await journey.comes('2026-03-02 14:00', { as: '雅丽', width: 'phone' }, `/staff/roster/tasks?unit=${ward}`)
  await receiving.getByText('轮到 奚梅').waitFor()
  await receiving.getByLabel('谁、在哪里').fill('16 床')
  await receiving.getByRole('button', { name: /登\s*记/ }).click()
  await receiving.getByText('16 床').first().waitFor()
  await shoot(receiving, 's21-4-received-phone')

  const points = await journey.comes('2026-03-02 14:20', { as: '奚梅' }, `/staff/roster/tasks?unit=${ward}`)
  await points.getByRole('checkbox', { name: '起身迎接并自我介绍' }).click()
  await expect.poll(() => points.getByRole('checkbox', { name: /起身迎接并自我介绍 奚梅/ }).isChecked()).toBe(true)
  await points.getByRole('button', { name: /^全部完成/ }).click()
  await points.getByText('没有未完成的事项').waitFor()

  await site.at('2026-03-02 14:40')
  await site.does('ya', `/api/staff/units/${ward}/occasions`, { occasion: '出院送行', task: '4 床' })
  const leaving = await journey.comes('2026-03-02 14:55', { as: '雅丽' }, `/staff/roster/tasks?unit=${ward}`)
  await leaving.getByText('非常满意', { exact: true }).click()
  await shoot(leaving, 's21-5-leaving')
  await leaving.getByRole('button', { name: /^全部完成/ }).click()
  await leaving.getByText(/近三十天满意度 5/).waitFor()

  const met = await journey.comes('2026-03-02 15:15', { as: '丹露' }, `/staff/roster/walkrounds?unit=${ward}`)
  await met.getByRole('button', { name: '记录所见' }).click()
  await met.getByRole('textbox', { name: '所见' }).fill('走廊灯不亮')
  await met.getByRole('checkbox', { name: '转为办件' }).check()
  await met.getByRole('combobox', { name: '由哪个科室处理' }).fill('后勤')
  await met.keyboard.press('Enter')
  await met.getByRole('button', { name: /保\s*存/ }).click()
  await expect.poll(async () => (await site.sees('dan', `/api/staff/units/${ward}/walkrounds?state=done`)).rows[0]?.findings?.length).toBe(1)
  expect((await site.sees('ou', '/api/staff/cases')).rows).toMatchObject([{ subject: '走廊灯不亮' }])
  // The browser notes the refused roster as a fault of the network; there is no other.
  expect(journey.faults()).toEqual([expect.stringMatching(/^422 .*\/roster$/)])
})
