import { dueAfter, localDate } from '@daodi/domain/calendar/calendar.ts'
import type { Category, Topic } from './catalog.ts'
import { bureau } from './bureau.ts'
import { reportTopics, unclearTopics } from './bureau-topics-odd.ts'
import { callBackFor } from './bureau-plot.ts'
import { caseOf, plainPlan, routeTo, Visitors, type Plot } from './plot.ts'
import type { Ask } from './shelf.ts'
import type { Stage, Story } from './stage.ts'
import type { Plan } from './stories.ts'

const LIMITS: Partial<Record<Category, number>> = { consultation: 2, help: 5, complaint: 7, report: 7 }

/** The regulation's limit in working days where the catalogue promises none. */
const limitOf = (ask: Ask): number => ask.days ?? (ask.urgent ? 3 : LIMITS[ask.category] ?? 10)

/** What lies on the desks now, so that whoever signs in has something to do. Every line of it is one case. */
export function bureauDesk(plot: Plot): Story[] {
  const desk = new Desk(plot)
  return [...waitingToBeSignedFor(desk), ...waitingForADecision(desk), ...atWork(desk), ...late(desk), ...answering(desk)]
}

function waitingToBeSignedFor(desk: Desk): Story[] {
  const referred = (person: string, minutes: number, changes: Partial<Plan> = {}): Story => desk.ago(minutes, about(person), { stop: 'referred', ...changes })
  return [
    referred('钱博', 25, { toPerson: true }), referred('钱博', 140, { toPerson: true, escorted: true }), referred('周宁', 60, { toPerson: false }), referred('孙桃', 95),
    referred('何欣', 40), referred('乔木', 210), referred('路平', 520, { toPerson: true }), referred('方圆', 1300, { toPerson: true }),
    desk.ago(330, (topic) => topic.wrongUnit !== undefined, { route: 'wrongUnit', stop: 'returned' }),
  ]
}

function waitingForADecision(desk: Desk): Story[] {
  return [
    desk.web(12, about('楼晓')), desk.web(48, about('孙桃')), desk.web(170, about('叶子')), desk.ago(9, about('何欣'), { route: 'mine', stop: 'asked' }),
    desk.unclear(0, 35), desk.unclear(1, 300), desk.unclear(2, 720),
    desk.ago(700, (topic) => topic.wrongUnit !== undefined && topic.category === 'help', { route: 'passedRound', stop: 'unclear' }),
  ]
}

function atWork(desk: Desk): Story[] {
  const handling = (person: string, dueInDays: number, changes: Partial<Plan> = {}): Story => desk.due(dueInDays, about(person), { stop: 'handling', promise: false, ...changes })
  return [
    handling('钱博', 0, { note: true }), handling('钱博', 4, { promise: true, interim: true }), handling('孙桃', 0), handling('乔木', 0, { note: true }), handling('楼晓', 0, { interim: true }),
    handling('叶子', 0), handling('程诚', 1), handling('路平', 2, { promise: true }), handling('周宁', 3, { promise: true, papers: 'complete' }), handling('方圆', 6, { promise: true, interim: true }),
    handling('何欣', 2, { corrected: true }), handling('田野', 5, { note: true }), handling('居安', 4), handling('江涛', 7, { informs: true }),
    desk.due(3, (topic) => topic.person === '何平', { stop: 'handling', promise: true }),
    desk.due(5, about('钱博', 'application'), { stop: 'waiting-for-papers', papers: 'missing' }), desk.due(9, about('孙桃', 'application'), { stop: 'waiting-for-papers', papers: 'missing' }),
    desk.due(4, about('叶子', 'application'), { stop: 'waiting-for-papers', papers: 'missing' }), desk.report(),
  ]
}

function late(desk: Desk): Story[] {
  const overdue = (person: string, days: number, changes: Partial<Plan> = {}): Story => desk.due(-days, about(person), { stop: 'handling', promise: false, ...changes })
  return [overdue('钱博', 2, { note: true }), overdue('乔木', 1), overdue('路平', 4, { interim: true }), overdue('楼晓', 1), overdue('孙桃', 5, { note: true })]
}

function answering(desk: Desk): Story[] {
  const soon = { work: 0.3, promise: false }
  return [
    desk.ago(650, about('乔木'), { ...soon, stop: 'resolved', first: '李文' }), desk.ago(1100, about('何欣'), { ...soon, stop: 'resolved', first: '李文', failedAttempts: 1 }),
    desk.ago(1600, about('田野'), { ...soon, stop: 'resolved', first: '柳青' }), desk.ago(1750, about('程诚', 'help'), { ...soon, stop: 'resolved', first: '梅雨', failedAttempts: 2 }),
    desk.ago(1900, about('路平', 'complaint'), { ...soon, stop: 'answered' }), desk.ago(2300, about('楼晓', 'complaint'), { ...soon, stop: 'answered' }),
    desk.ago(1500, about('程诚', 'complaint'), { ...soon, stop: 'answered' }), desk.ago(4200, about('钱博', 'application'), { ...soon, stop: 'answered', papers: 'missing', first: '李文' }),
    desk.ago(3000, about('乔木', 'help'), { ...soon, mood: 'notSolved', stop: 'reopened' }), desk.ago(3600, about('何欣', 'help'), { ...soon, mood: 'notSolved', stop: 'reopened' }),
  ]
}

type Fits = (topic: Topic) => boolean

function about(person: string, category?: Category): Fits {
  const matters = new Set(bureau.matters.filter((matter) => matter.person === person).map((matter) => matter.name))
  return (topic) => (topic.person ? topic.person === person : topic.matter !== null && matters.has(topic.matter))
    && topic.category !== 'commendation' && (category === undefined || topic.category === category)
}

/** Places cases so that they stand as they should at this very moment. */
class Desk {
  readonly #plot: Plot
  readonly #visitors: Visitors
  #turn = 0

  constructor(plot: Plot) {
    this.#plot = plot
    this.#visitors = new Visitors(plot.requesters.slice(100), plot.random.fork())
  }

  /** Asked so many working minutes ago. */
  ago(minutes: number, fits: Fits, changes: Partial<Plan> & { first?: string }): Story {
    return this.#place(this.#plot.shelf.take(fits), this.#plot.stage.axis.length - minutes, changes)
  }

  /** Asked so that its limit ends with the working day that is `days` after the one that ends next; negative: it has passed. */
  due(days: number, fits: Fits, changes: Partial<Plan>): Story {
    const ask = this.#plot.shelf.take((topic) => fits(topic) && this.#fitsIn(topic, days, changes))
    const { axis } = this.#plot.stage
    const index = nextEnd(this.#plot.stage) - limitOf(ask) + days
    const day = axis.days[Math.max(0, index)] ?? { from: 0, to: axis.length }
    return this.#place(ask, day.from + this.#plot.random.between(0.1, 0.7) * Math.min(300, day.to - day.from), changes)
  }

  /** Asked on the web, and nobody has decided yet. */
  web(minutes: number, fits: Fits): Story {
    const ask = { ...this.#plot.shelf.take((topic) => fits(topic) && topic.category !== 'application'), matter: null, days: null, papers: [] }
    const { stage } = this.#plot
    const start = stage.axis.length - minutes
    return this.#place(ask, start, { route: 'web', stop: 'asked', askedAt: Math.floor(stage.axis.ms(start) / 1000) * 1000, first: '文静' })
  }

  unclear(topic: number, minutes: number): Story {
    const found = unclearTopics[topic]
    if (!found) throw new RangeError(`there is no unclear topic ${topic}`)
    return this.#place(this.#plot.shelf.ask(found, topic + 1), this.#plot.stage.axis.length - minutes, { route: 'unclear', stop: 'unclear' })
  }

  report(): Story {
    const [topic] = reportTopics
    if (!topic) throw new RangeError('there is no report')
    return this.#place(this.#plot.shelf.ask(topic, 1), this.#plot.stage.axis.length - 900, { stop: 'handling', toPerson: true, promise: false, first: '文静', asker: 'declined' })
  }

  /** A limit must be long enough to have begun, and short enough to have begun within the sixty days. */
  #fitsIn(topic: Topic, days: number, changes: Partial<Plan>): boolean {
    const limit = limitOf(this.#plot.shelf.ask(topic, 0))
    const index = nextEnd(this.#plot.stage) - limit + days
    return index >= 0 && index < this.#plot.stage.axis.days.length - (changes.stop === 'handling' ? 1 : 0)
  }

  #place(ask: Ask, start: number, { first, asker, ...changes }: Partial<Plan> & { first?: string; asker?: 'declined' }): Story {
    this.#turn += 1
    const receptionist = ['李文', '柳青', '梅雨', '李文'][this.#turn % 4] ?? '李文'
    const from = first ?? (changes.route === 'mine' ? ask.person : receptionist)
    const plan = plainPlan(this.#plot, { route: routeTo(ask, from, bureau), sign: [5, 60], reply: [10, 90], mood: 'silent', callBack: callBackFor(ask.category), note: false, interim: false, ...changes })
    const channel = changes.route === 'web' ? 'web' : asker ? 'letter' : this.#turn % 3 === 0 ? 'phone' : 'visit'
    return caseOf(this.#plot, { ask, asker: asker ?? this.#visitors.named(), channel, first: from, start, end: null, plan })
  }
}

/** The place on the axis of the working day that ends next: today's if it has not ended, else the day that is yet to begin. */
function nextEnd({ axis, calendar, now }: Stage): number {
  const end = dueAfter(calendar, new Date(now).toISOString(), { amount: 0, unit: 'workingDays' }).at
  const last = new Date(axis.ms(axis.length)).toISOString()
  return localDate(calendar, last) === localDate(calendar, end) ? axis.days.length - 1 : axis.days.length
}
