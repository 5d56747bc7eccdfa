import type { Demo } from './catalog.ts'
import { CasePlay, type Asker, type Channel } from './case-play.ts'
import { Pace } from './pace.ts'
import { Rounds, type Random } from './random.ts'
import type { Requester } from './people-of-the-county.ts'
import type { Mood } from './rating-stories.ts'
import type { Ask, Shelf } from './shelf.ts'
import type { Stage, Story } from './stage.ts'
import { caseStory, type Plan, type Telling } from './stories.ts'

/** An institution with everything its stories are made of. `arbiter` rules on unclear cases, `caller` calls back after complaints. */
export interface Plot { demo: Demo; stage: Stage; shelf: Shelf; requesters: readonly Requester[]; random: Random; arbiter: string; caller: string }

/** A case in which nothing goes wrong; the stories say what is different. */
export function plainPlan(plot: Plot, changes: Partial<Plan>): Plan {
  const { random } = plot
  return {
    askedAt: null, route: 'otherUnit', toPerson: random.chance(0.6), escorted: random.chance(0.3), sign: [6, 190], promise: random.chance(0.55), papers: 'none',
    note: random.chance(0.5), interim: random.chance(0.3), work: random.between(0.12, 0.9), reply: [8, 220], failedAttempts: 0, unreachable: false, withdrawn: false,
    corrected: false, informs: false, mood: moodAfter(random), instruction: null, arbiter: plot.arbiter, caller: plot.caller, callBack: 'none', stop: null, ...changes,
  }
}

/** Most people rate nothing; of those who do, most are content. */
export function moodAfter(random: Random): Mood {
  const drawn = random.next()
  return drawn < 0.52 ? 'silent' : drawn < 0.85 ? 'content' : drawn < 0.96 ? 'fair' : 'annoyed'
}

/** How one comes through the door to the first contact, for whom the unit and the person are known. */
export function routeTo(ask: Ask, first: string, demo: Demo): 'mine' | 'colleague' | 'otherUnit' {
  if (ask.person === first) return 'mine'
  return demo.people.find((person) => person.name === first)?.unit === ask.unit ? 'colleague' : 'otherUnit'
}

export interface Casting { ask: Ask; asker: Asker; channel: Channel; first: string; start: number; end: number | null; plan: Plan }

export function telling(plot: Plot, casting: Casting): Telling {
  const random = plot.random.fork()
  const { ask, asker, channel, first, start, end, plan } = casting
  return {
    play: new CasePlay(plot.stage, { ask, asker, channel, first }), pace: new Pace(plot.stage.axis, random, { start, end }), random, plan,
    anybodyIn: (unit) => plot.demo.people.find((person) => person.unit === unit)?.name ?? plot.arbiter,
  }
}

export function caseOf(plot: Plot, casting: Casting): Story {
  return caseStory(telling(plot, casting))
}

/** Some come again and again; some give no name. */
export class Visitors {
  readonly #fresh: Rounds<Requester>
  readonly #known: Requester[] = []
  readonly #random: Random

  constructor(requesters: readonly Requester[], random: Random) {
    this.#fresh = new Rounds(requesters)
    this.#random = random
  }

  /** Somebody who leaves a name and a telephone number. */
  named(): Requester {
    if (this.#known.length > 4 && this.#random.chance(0.16)) return this.#random.pick(this.#known)
    const { value } = this.#fresh.next()
    this.#known.push(value)
    return value
  }

  anybody(): Asker {
    const drawn = this.#random.next()
    return drawn < 0.34 ? 'passer-by' : drawn < 0.42 ? 'declined' : this.named()
  }
}

/** The next of `choices` by weight. */
export function weighed<Value>(random: Random, choices: readonly (readonly [Value, number])[]): Value {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
  let drawn = random.next() * total
  for (const [value, weight] of choices) {
    drawn -= weight
    if (drawn < 0) return value
  }
  throw new RangeError('nothing to choose from')
}

/** A moment in working time: any day, mornings more than afternoons. */
export function arrival(stage: Stage, random: Random, leave: number): number {
  const { days, length } = stage.axis
  const day = days[Math.floor(random.next() * days.length)] ?? { from: 0, to: length }
  const share = random.chance(0.6) ? random.between(0.03, 0.5) : random.between(0.5, 0.98)
  return Math.min(day.from + (day.to - day.from) * share, length - leave * random.between(1, 2.5))
}
