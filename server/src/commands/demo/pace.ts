import type { Random } from './random.ts'
import type { Axis } from './working-axis.ts'

const SECOND = 1_000
const HOUR = 3_600_000

/** The passing of time in one story, in working minutes. */
export class Pace {
  readonly #axis: Axis
  readonly #random: Random
  readonly #end: number | null
  #minute: number

  /** With `end`, whatever would come later is done sooner instead, so that the story is over by then. */
  constructor(axis: Axis, random: Random, { start, end }: { start: number; end: number | null }) {
    this.#axis = axis
    this.#random = random
    this.#minute = start
    this.#end = end
  }

  /** The moment reached, in ms; infinite once the story has run into the future. */
  get ms(): number {
    return this.#minute > this.#axis.length ? Number.POSITIVE_INFINITY : Math.floor(this.#axis.ms(this.#minute) / SECOND) * SECOND
  }

  /** Some minutes on, sooner rather than later. */
  after(from: number, to: number): number {
    return this.on(this.#random.soonBetween(from, to))
  }

  on(minutes: number): number {
    const next = this.#minute + minutes
    this.#minute = this.#end !== null && next > this.#end ? this.#minute + (this.#end - this.#minute) * this.#random.between(0.25, 0.6) : next
    return this.ms
  }

  /** Goes on from a moment outside of working time: the staff take it up when they are back. */
  meet(ms: number): void {
    this.#minute = Math.max(this.#minute, this.#axis.minuteAt(ms))
  }

  /** When somebody at home gets round to it: by day, China's time, some hours after `from`. */
  atHome(from: number, hours: [number, number]): number {
    const at = from + this.#random.between(hours[0], hours[1]) * HOUR
    const hour = new Date(at + 8 * HOUR).getUTCHours()
    const awake = hour < 7 ? at + (7 - hour) * HOUR : hour > 21 ? at + (31 - hour) * HOUR : at
    return Math.floor(awake / SECOND) * SECOND
  }
}
