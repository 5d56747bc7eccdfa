import { bureau } from './bureau.ts'
import { elsewhereTopics, reportTopics, unclearTopics } from './bureau-topics-odd.ts'
import { estateTopics } from './bureau-topics-estate.ts'
import { townTopics } from './bureau-topics-town.ts'
import type { Channel } from './case-play.ts'
import type { Category } from './catalog.ts'
import { arrival, caseOf, moodAfter, plainPlan, routeTo, telling, Visitors, weighed, type Plot } from './plot.ts'
import { requestersOf } from './people-of-the-county.ts'
import type { Random } from './random.ts'
import { Shelf, type Ask } from './shelf.ts'
import type { Stage, Story } from './stage.ts'
import { elsewhereStory, spotStory, type Plan } from './stories.ts'

const COMING: readonly (readonly [Channel, number])[] = [['visit', 50], ['phone', 30], ['hotline', 8], ['wechat', 5], ['letter', 3], ['leaderReception', 2], ['assigned', 2]]
const AT_THE_COUNTER: readonly (readonly [string, number])[] = [['李文', 36], ['柳青', 24], ['梅雨', 22], ['文静', 4], ['钱博', 3], ['何欣', 3], ['叶子', 3], ['田野', 2], ['路平', 2], ['何平', 1]]

/** Working minutes that a case of the past is given to come to its end before now. */
const TO_THE_END = 420

export function bureauPlot(stage: Stage, random: Random): Plot {
  return {
    demo: bureau, stage, random, shelf: new Shelf(bureau, [...estateTopics, ...townTopics], elsewhereTopics, random.fork()),
    requesters: requestersOf('terms', 150, 1001), arbiter: '安宁', caller: '安宁',
  }
}

/** What has been dealt with in the past sixty working days, in the proportions of a hotline's bulletin. */
export function bureauHistory(plot: Plot): Story[] {
  const { random, shelf, stage } = plot
  const visitors = new Visitors(plot.requesters, random.fork())
  const stories: Story[] = []
  const when = (): { start: number; end: number } => ({ start: arrival(stage, random, TO_THE_END), end: stage.axis.length - 4 })
  for (let count = 0; count < 106; count += 1) {
    const about = { ask: shelf.takeSpot(), asker: visitors.anybody(), channel: weighed(random, COMING.slice(0, 2)), first: weighed(random, AT_THE_COUNTER), ...when() }
    stories.push(spotStory(telling(plot, { ...about, plan: plainPlan(plot, { mood: random.chance(0.55) ? 'silent' : moodAfter(random) }) })))
  }
  for (let count = 0; count < 10; count += 1) {
    const { subject, topic } = shelf.takeElsewhere()
    const ask: Ask = { ...shelf.takeSpot(), subject, matter: null, citation: null, category: random.chance(0.7) ? 'consultation' : 'help', done: topic.text }
    const about = { ask, asker: visitors.anybody(), channel: weighed(random, COMING.slice(0, 2)), first: weighed(random, AT_THE_COUNTER), ...when() }
    stories.push(elsewhereStory(telling(plot, { ...about, plan: plainPlan(plot, {}) }), topic))
  }
  const wanted: [Category, number][] = [['help', 33], ['suggestion', 22], ['complaint', 6], ['application', 6], ['commendation', 1], ['consultation', 2]]
  for (const [category, number] of wanted) {
    for (let count = 0; count < number; count += 1) {
      const ask = shelf.take((topic) => topic.category === category)
      stories.push(worked(plot, ask, { visitors, ...when() }))
    }
  }
  for (const [index, topic] of unclearTopics.entries()) {
    const about = { ask: shelf.ask(topic, index), asker: visitors.named(), channel: 'visit' as const, first: weighed(random, AT_THE_COUNTER), ...when() }
    stories.push(caseOf(plot, { ...about, plan: plainPlan(plot, { route: 'unclear', instruction: topic.instruction, callBack: callBackFor(topic.category) }) }))
  }
  for (const [index, topic] of reportTopics.entries()) {
    const about = { ask: shelf.ask(topic, index), asker: 'declined' as const, channel: 'letter' as const, first: '文静', ...when() }
    stories.push(caseOf(plot, { ...about, plan: plainPlan(plot, { route: routeTo(about.ask, about.first, bureau), toPerson: true, mood: 'silent', callBack: 'due' }) }))
  }
  return stories
}

export function callBackFor(category: Category): 'due' | 'none' {
  return category === 'complaint' || category === 'report' ? 'due' : 'none'
}

/** One that takes work, with the mishaps of real life in their shares. */
function worked(plot: Plot, ask: Ask, about: { visitors: Visitors; start: number; end: number }): Story {
  const { random, stage } = plot
  const { start, end, visitors } = about
  const first = random.chance(0.1) ? ask.person : weighed(random, AT_THE_COUNTER)
  const asker = visitors.named()
  const web = webAsk(stage, random, start)
  const isWeb = web !== null && ask.category !== 'application' && ask.person !== '文静' && ask.unit !== '办公室'
  const route = isWeb ? 'web' : routeTo(ask, first, bureau)
  const plan = plainPlan(plot, {
    route, askedAt: isWeb ? web : null, papers: ask.papers.length === 0 ? 'none' : weighed(random, [['none', 3], ['complete', 4], ['missing', 4]] as const),
    callBack: callBackFor(ask.category), ...mishap(random, ask, route),
  })
  const channel: Channel = ask.category === 'suggestion' && random.chance(0.3) ? 'suggestionBox' : weighed(random, COMING)
  return caseOf(plot, { ask: isWeb ? { ...ask, matter: null, days: null, papers: [] } : ask, asker, channel: isWeb ? 'web' : channel, first: isWeb ? '文静' : first, start, end, plan })
}

function webAsk(stage: Stage, random: Random, start: number): number | null {
  if (!random.chance(0.34)) return null
  const at = stage.axis.ms(start) + (random.chance(0.6) ? random.between(4, 7) * 3_600_000 : 0)
  return Math.floor(at / 1000) * 1000
}

function mishap(random: Random, ask: Ask, route: Plan['route']): Partial<Plan> {
  const drawn = random.next()
  if (route === 'otherUnit' && ask.wrongUnit !== null && random.chance(0.55)) return { route: random.chance(0.16) ? 'passedRound' : 'wrongUnit' }
  if (drawn < 0.1) return { work: random.between(1.05, 1.7), mood: random.chance(0.6) ? 'late' : 'silent' }
  if (drawn < 0.14) return { work: 2.1, mood: 'late' }
  if (drawn < 0.18) return { sign: [440, 700] }
  if (drawn < 0.22) return { reply: [430, 640], mood: 'late' }
  if (drawn < 0.28) return { mood: 'notSolved' }
  if (drawn < 0.32) return { failedAttempts: 1 + Math.floor(random.next() * 2) }
  if (drawn < 0.345) return { failedAttempts: 3, unreachable: true, mood: 'silent' }
  if (drawn < 0.39) return { withdrawn: true }
  if (drawn < 0.43) return { corrected: true }
  return drawn < 0.5 ? { informs: true } : {}
}
