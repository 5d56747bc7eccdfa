// A ward's nurse station in its pages: the refused roster, the round and the register read, a call and a bell answered, arrivals ticked point by point,
// the walk-round recorded, a complaint written down, the shift handed on and signed for, a dispute that rises, is settled and answered.
// By the API, as in the story's own file on the server: the small requests, the dispute's registration and the interim word, and another family's question that nobody answers.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { administers } from '@daodi/server/stories/testing-administrator.ts'
import { cardiologyWard } from '@daodi/server/stories/testing-casts.ts'
import { shoot, useBrowser } from './testing-browser.ts'
import { begins, beginJourney, caseOn, figuresOf, lineOf, noticesOf, receiptOn, registerOf, submits, timelineOf, type Journey } from './testing-journey.ts'
import { startStory, type StorySite } from './testing-story.ts'

let site: StorySite
let journey: Journey
let ward: string
let guide: string
let monday: string
let tuesday: string
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
  const plan = async (kindId: string, who: string, day = '2026-03-02') => (await site.does('dan', `/api/staff/units/${ward}/roster`, { add: [{ kindId, personId: site.people[who], day }] })).shiftIds[0] as string
  monday = await plan(guide, 'xi')
  tuesday = await plan(guide, 'zhen', '2026-03-03')
  await plan(nurse, 'ya')
  await site.at('2026-03-01 15:00')
  for (const subject of ['3 床要求换靠窗床位', '8 床问报销比例', '11 床陪护椅损坏']) await site.does('zhen', '/api/staff/cases', { channel: 'visit', category: 'help', subject, decision: { branch: 'mine' } })
})
afterEach(async () => { await site.stop() })
// After the site's own ending, so that the pages are pictured and closed before it.
useBrowser()

const DISPUTE = '换床纠纷'
const COMPLAINT = '夜间呼叫无人应'
const UNANSWERED = '何时能办转院'
const CALL = '几点可以探视'
const family = { name: '家属', phone: '13800000019' }
const ids: Record<string, string> = {}
const register = async (body: { subject: string }): Promise<void> => {
  ids[body.subject] = (await site.does('xi', '/api/staff/cases', { channel: 'visit', category: 'help', requester: family, ...body })).id
}

/** Who lacks a language is not rostered; the guide nurse goes round, reads the register and begins. */
async function begun(): Promise<void> {
  const planning = await journey.comes('2026-03-01 15:10', { as: '丹露' }, `/staff/roster/week?unit=${ward}&week=2026-03-02`)
  await planning.getByRole('button', { name: '安排 主责导诊班 周三 03-04' }).click()
  await planning.getByRole('combobox', { name: '安排 主责导诊班 周三 03-04' }).fill('雅丽')
  await planning.keyboard.press('Enter')
  await planning.getByText(/闽南语）/).waitFor()
  await shoot(planning, 's21-1-refused')

  const round = await journey.comes('2026-03-02 07:20', { as: '奚梅' }, `/staff/roster/shifts/${monday}`)
  await round.getByRole('heading', { name: '班前巡视' }).waitFor()
  for (const subject of ['3 床要求换靠窗床位', '8 床问报销比例', '11 床陪护椅损坏']) await round.getByText(subject).first().waitFor()
  for (const [item, place, what] of [['卫生间通畅', '5 床', '卫生间堵塞'], ['柜门', '9 床', '柜门坏了']] as const) {
    const group = round.getByRole('group', { name: item })
    await group.getByText('有问题', { exact: true }).click()
    await group.getByRole('textbox', { name: /^位置/ }).fill(place)
    await group.getByRole('textbox', { name: /^问题/ }).fill(what)
    await group.getByRole('combobox').fill('后勤')
    await round.keyboard.press('Enter')
  }
  await round.getByRole('button', { name: '完成巡视' }).click()
  await round.getByText(/已巡视/).first().waitFor()
  await round.getByRole('button', { name: '已看过，接班' }).click()
  await round.getByText(/接班$/).first().waitFor()
  await shoot(round, 's21-2-begun')

}

/** Small requests, a call, a bell, and the head nurse's announced round. */
async function morning(): Promise<void> {
  const ticking = await journey.comes('2026-03-02 08:50', { as: '奚梅' }, `/staff/roster/shifts/${monday}`)
  await ticking.getByRole('button', { name: /^完成/ }).click()
  await ticking.getByText('奚梅 03-02 08:50 完成').or(ticking.getByText(/奚梅 .*完成/)).first().waitFor()


  const desk = await journey.comes('2026-03-02 09:00', { as: '奚梅' }, '/staff/')
  await (await lineOf(desk)).click()
  await desk.keyboard.type(CALL)
  await desk.getByRole('combobox', { name: '渠道' }).selectOption({ label: '来电' })
  await desk.getByRole('combobox', { name: '铃响几声' }).selectOption('2')
  await desk.getByRole('combobox', { name: '类别' }).selectOption({ label: '咨询' })
  await desk.getByRole('button', { name: /^当场答复/ }).click()
  await desk.getByRole('form', { name: '当场答复' }).getByLabel('答复内容').fill('每天下午三点到五点。')
  await shoot(desk, 's21-3-call')
  await desk.keyboard.press('Control+Enter')
  await receiptOn(desk)
  await register({ channel: 'phone', rings: 4, subject: '床位号是多少', decision: { branch: 'onSpot', text: '12 床。' } } as { subject: string })
  for (const subject of ['退押金', '打印费用清单', '借平车']) await register({ subject, decision: { branch: 'onSpot', text: `${subject}已办好。` } } as { subject: string })

  await journey.passes('2026-03-02 09:10')
  await site.does('ya', '/api/staff/bells', { unitId: ward, place: '12 床' })
  const ringing = await journey.comes('2026-03-02 09:10:09', { as: '奚梅' }, '/staff/roster/bells')
  await ringing.getByRole('button', { name: /应\s*铃/ }).click()
  await ringing.getByText('奚梅 应铃，9 秒').waitFor()

  const walk = await journey.comes('2026-03-02 09:30', { as: '丹露' }, `/staff/roster/walkrounds?unit=${ward}`)
  await walk.getByRole('button', { name: /^安排/ }).click()
  await walk.getByRole('dialog').getByLabel('时间', { exact: true }).fill('15:00')
  await walk.getByRole('button', { name: /保\s*存/ }).click()
  await walk.getByText('奚梅 接待').waitFor()
  await shoot(walk, 's21-3-walkround')

}

/** A dispute that nobody settles within the hour, while people come and go. */
async function afternoon(): Promise<void> {
  await journey.passes('2026-03-02 10:00')
  await register({ subject: DISPUTE, content: '家属要求换到靠窗床位，与邻床家属争执。', decision: { branch: 'mine' } } as { subject: string })
  await register({ subject: UNANSWERED, requester: { phone: '13800000029' }, decision: { branch: 'mine' } } as { subject: string })

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

  const listening = await journey.comes('2026-03-02 14:30', { as: '奚梅' }, '/staff/')
  await (await lineOf(listening)).click()
  await listening.keyboard.type(`${COMPLAINT} ${family.phone} `)
  await listening.getByRole('combobox', { name: '类别' }).selectOption({ label: '投诉' })
  await listening.getByRole('checkbox', { name: '已向来访人复述确认' }).check()
  await listening.getByRole('button', { name: /住址、单位/ }).click()
  await listening.getByRole('textbox', { name: '详细内容' }).fill('3月1日夜里两点按铃，十多分钟无人来；希望说明原因并改进。')
  await listening.getByRole('button', { name: /^我来办/ }).click()
  await shoot(listening, 's21-5-complaint')
  await listening.keyboard.press('Control+Enter')
  await receiptOn(listening)

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
}

/** The day is handed on and signed for; the dispute is settled before the director is needed, another question is not. */
async function settled(): Promise<void> {
  const writing = await journey.comes('2026-03-02 15:30', { as: '奚梅' }, `/staff/roster/shifts/${monday}`)
  await writing.getByRole('button', { name: /甄怡 主责导诊班/ }).click()
  await writing.getByRole('textbox', { name: '交接说明' }).fill('换床纠纷未了，明早九点半前向家属说明进展。')
  await writing.getByRole('button', { name: '写好，交接班人签收' }).click()
  await writing.getByText('等待 甄怡 签收').waitFor()

  const reading = await journey.comes('2026-03-03 07:25', { as: '甄怡' }, `/staff/roster/shifts/${tuesday}`)
  const events = reading.getByRole('region', { name: /前一天以来的事/ })
  for (const subject of [DISPUTE, COMPLAINT, '退押金']) await events.getByText(subject).waitFor()
  await shoot(reading, 's21-7-read')
  await reading.goto(`${site.url}/staff/roster/shifts/${monday}`)
  await reading.getByRole('button', { name: /^签\s*收$/ }).click()
  await reading.getByText(/甄怡 已于 .* 签收/).waitFor()

  await journey.passes('2026-03-03 09:30')
  await site.does('xi', `/api/staff/cases/${ids[DISPUTE]}/notes`, { kind: 'interim', text: '已与两家沟通，下午有床位调整，届时答复。', public: true })
  const settling = await journey.comes('2026-03-03 15:00', { as: '奚梅' }, `/staff/cases/${ids[DISPUTE]}`)
  await caseOn(settling, DISPUTE)
  const resolution = await begins(settling, '办理完毕')
  await resolution.getByLabel('给来访人的说明').fill('已调到 10 床靠窗位置，双方同意。')
  await submits(resolution)
  await submits(await begins(settling, '答复来访人'))
  await settling.locator('.case-tags').getByText('已办结').waitFor()
  await shoot(settling, 's21-8-settled')
}

/** The register with its levels, the overdue clock, the bells and the figures agree. */
async function agree(): Promise<void> {
  const early = await journey.comes('2026-03-04 09:59', { as: '丹露' }, '/staff/cases?view=late')
  await early.getByRole('heading').first().waitFor()
  expect((await site.sees('dan', '/api/staff/cases?view=late')).rows.map(({ subject }: { subject: string }) => subject)).not.toContain(UNANSWERED)
  const head = await journey.comes('2026-03-04 11:00', { as: '丹露' }, '/staff/cases?view=late')
  await head.getByRole('link', { name: UNANSWERED }).waitFor()
  const rows = await registerOf(head, site.url)
  const subjects = [COMPLAINT, UNANSWERED, DISPUTE, '借平车', '打印费用清单', '退押金', '床位号是多少', CALL, '9 床 柜门坏了', '5 床 卫生间堵塞', '11 床陪护椅损坏', '8 床问报销比例', '3 床要求换靠窗床位']
  for (const subject of subjects) expect(rows.filter((row) => row.includes(subject))).toHaveLength(1)
  expect(rows.find((row) => row.includes(DISPUTE))).toContain('已办结')
  await head.goto(`${site.url}/staff/cases/${ids[DISPUTE]}`)
  await caseOn(head, DISPUTE)
  const told = (await timelineOf(head)).filter((line) => line.includes('上报'))
  expect(told).toHaveLength(2)
  for (const [index, words] of [['薄菲', '甄怡'], ['柴文', '丹露']].entries()) for (const word of words) expect(told[index]).toContain(word)
  await shoot(head, 's21-9-levels')
  expect(await figuresOf(head, site.url, ward)).toMatchObject({ 当场答复: '5', '电话 3 声内接听': '1 / 2', '服务忌语被拦截（次）': '0' })
  await shoot(head, 's21-10-figures')
  const bell = async (as: string) => (await noticesOf(await journey.comes('2026-03-04 11:00', { as }, '/staff/'), site.url)).filter((line) => line.endsWith(DISPUTE))
  for (const as of ['薄菲', '甄怡', '柴文', '丹露']) expect(await bell(as)).toEqual([`超期，逐级上报到您 ${DISPUTE}`])
  for (const as of ['鄂平', '奚梅', '雅丽']) expect(await bell(as)).toEqual([])
}

test('a day of a ward', async () => {
  await begun()
  await morning()
  await afternoon()
  await settled()
  await agree()
  // The browser notes the refused roster as a fault of the network; there is no other.
  expect(journey.faults()).toEqual([expect.stringMatching(/^422 .*\/roster$/)])
})
