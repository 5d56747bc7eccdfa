import type { Channel } from './case-play.ts'
import type { Category, Topic } from './catalog.ts'
import { arrival, caseOf, moodAfter, plainPlan, routeTo, telling, Visitors, weighed, type Plot } from './plot.ts'
import { requestersOf } from './people-of-the-county.ts'
import type { Random } from './random.ts'
import { Shelf, type Ask } from './shelf.ts'
import type { Stage, Story } from './stage.ts'
import { elsewhereStory, spotStory, type Plan } from './stories.ts'
import { ward } from './ward.ts'
import { wardElsewhere, wardTopics } from './ward-topics.ts'

const COMING: readonly (readonly [Channel, number])[] = [['visit', 52], ['bell', 24], ['phone', 14], ['qr', 10]]
const ON_DUTY: readonly (readonly [string, number])[] = [['夏荷', 52], ['孟晴', 34], ['葛兰', 8], ['温宁', 6]]
const UNIT = '心内科病区护士站'

export function wardPlot(stage: Stage, random: Random): Plot {
  return { demo: ward, stage, random, shelf: new Shelf(ward, wardTopics, wardElsewhere, random.fork()), requesters: requestersOf('herbs', 60, 2001), arbiter: '乔安', caller: '苏敏' }
}

export function wardHistory(plot: Plot): Story[] {
  const { random, shelf, stage } = plot
  const visitors = new Visitors(plot.requesters.slice(0, 46), random.fork())
  const stories: Story[] = []
  const when = (): { start: number; end: number } => ({ start: arrival(stage, random, 500), end: stage.axis.length - 6 })
  for (let count = 0; count < 36; count += 1) {
    const about = { ask: shelf.takeSpot(), asker: visitors.anybody(), channel: weighed(random, COMING), first: weighed(random, ON_DUTY), ...when() }
    stories.push(spotStory(telling(plot, { ...about, plan: plainPlan(plot, { mood: random.chance(0.5) ? 'silent' : moodAfter(random) }) })))
  }
  for (let count = 0; count < 2; count += 1) {
    const { subject, topic } = shelf.takeElsewhere()
    const ask: Ask = { ...shelf.takeSpot(), subject, matter: null, citation: null, category: 'consultation', done: topic.text }
    const about = { ask, asker: visitors.anybody(), channel: 'visit' as const, first: weighed(random, ON_DUTY), ...when() }
    stories.push(elsewhereStory(telling(plot, { ...about, plan: plainPlan(plot, {}) }), topic))
  }
  const wanted: [Category, number][] = [['help', 12], ['suggestion', 4], ['complaint', 2], ['commendation', 1]]
  for (const [category, number] of wanted) {
    for (let count = 0; count < number; count += 1) stories.push(worked(plot, shelf.take((topic) => topic.category === category), { visitors, ...when() }))
  }
  return stories
}

function worked(plot: Plot, ask: Ask, { visitors, start, end }: { visitors: Visitors; start: number; end: number }): Story {
  const { random } = plot
  const first = weighed(random, ON_DUTY.slice(0, 2))
  const drawn = random.next()
  const mishap: Partial<Plan> = drawn < 0.14 ? { work: random.between(1.05, 1.5), mood: 'late' } : drawn < 0.24 ? { mood: 'notSolved' } : drawn < 0.32 ? { sign: [180, 320] }
    : drawn < 0.4 ? { reply: [50, 140], mood: 'late' } : drawn < 0.5 ? { informs: true } : {}
  const plan = plainPlan(plot, {
    route: routeTo(ask, first, ward), sign: [3, 60], reply: [3, 40], promise: random.chance(0.4), callBack: ask.category === 'complaint' ? 'due' : 'none', ...mishap,
  })
  const channel = ask.category === 'suggestion' ? 'suggestionBox' : weighed(random, COMING)
  return caseOf(plot, { ask, asker: visitors.named(), channel, first, start, end, plan })
}

/** What the ward has in hand now. Minutes are minutes of the day in which people are awake. */
export function wardDesk(plot: Plot): Story[] {
  const visitors = new Visitors(plot.requesters.slice(46), plot.random.fork())
  let turn = 0
  const place = (minutes: number, fits: (topic: Topic) => boolean, changes: Partial<Plan>): Story => {
    const ask = plot.shelf.take((topic) => topic.category !== 'commendation' && fits(topic))
    const first = changes.route === 'mine' ? '夏荷' : turn++ % 3 === 2 ? '孟晴' : '夏荷'
    const usual: Partial<Plan> = { route: routeTo(ask, first, ward), sign: [2, 15], reply: [3, 20], promise: false, mood: 'silent', note: false, interim: false, callBack: ask.category === 'complaint' ? 'due' : 'none' }
    const channel = changes.stop === 'asked' ? 'bell' : turn % 2 === 0 ? 'visit' : 'bell'
    return caseOf(plot, { ask, asker: visitors.named(), channel, first, start: plot.stage.axis.length - minutes, end: null, plan: plainPlan(plot, { ...usual, ...changes }) })
  }
  const of = (matter: string) => (topic: Topic): boolean => topic.matter === matter
  return [
    place(6, of('床单被服更换'), { route: 'mine', stop: 'asked' }), place(18, of('呼叫铃和设施维修'), { stop: 'referred' }), place(45, of('病情沟通预约'), { stop: 'referred' }),
    place(420, of('费用核对'), { stop: 'referred' }), place(1_500, of('费用核对'), { stop: 'handling', interim: true }), place(2_050, of('呼叫铃和设施维修'), { stop: 'handling', note: true }),
    place(700, of('转床和病房调整'), { stop: 'handling', promise: true }),
    place(160, of('失物招领'), { route: 'mine', stop: 'handling' }), place(300, of('病情沟通预约'), { work: 0.08, stop: 'resolved' }),
    place(2_300, of('服务态度投诉'), { work: 0.25, stop: 'answered' }), place(900, of('服务态度投诉'), { stop: 'handling', interim: true }),
    place(1_900, (topic) => topic.unit === '护理部', { stop: 'handling', promise: true }), place(3_400, of('呼叫铃和设施维修'), { work: 0.1, mood: 'notSolved', stop: 'reopened' }),
    place(60, (topic) => topic.unit === UNIT || topic.matter === '床单被服更换', { stop: 'handling' }),
  ]
}
