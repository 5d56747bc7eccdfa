/** Numbers that look like chance and are the same at every run (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next()
  }

  /** Mostly near `from`, seldom near `to`: how long people take for things. */
  soonBetween(from: number, to: number): number {
    return from + (to - from) * this.next() ** 2.2
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<Value>(values: readonly Value[]): Value {
    const picked = values[Math.floor(this.next() * values.length)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }

  shuffled<Value>(values: readonly Value[]): Value[] {
    const order = values.map((value) => ({ value, key: this.next() }))
    return order.sort((a, b) => a.key - b.key).map(({ value }) => value)
  }

  /** A source of its own for one part, so that a change in one part does not stir up the others. */
  fork(): Random {
    return new Random(Math.floor(this.next() * 4_294_967_296))
  }
}

/** Gives its values one after another and begins again when all have been given. */
export class Rounds<Value> {
  readonly #values: readonly Value[]
  #given = 0

  constructor(values: readonly Value[]) {
    if (values.length === 0) throw new RangeError('nothing to go round')
    this.#values = values
  }

  next(): { value: Value; round: number } {
    const value = this.#values[this.#given % this.#values.length] as Value
    const round = Math.floor(this.#given / this.#values.length)
    this.#given += 1
    return { value, round }
  }
}
