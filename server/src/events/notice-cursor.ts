/**
 * Where a listener stands in their notices. Ids tell nothing of the order of commits, so it is a transaction below which
 * everything has ended and been told, and which notices above it have been told already.
 */
export interface NoticeCursor { horizon: bigint; told: Set<string> }

const CURSOR = /^(\d{1,20})(?:~([0-9a-f]{12}(?:\.[0-9a-f]{12})*))?$/

/** Null for what is no cursor: the listener begins at the present then. */
export function readNoticeCursor(text: string | undefined): NoticeCursor | null {
  const [, horizon, told] = CURSOR.exec(text ?? '') ?? []
  return horizon === undefined ? null : { horizon: BigInt(horizon), told: new Set(told?.split('.') ?? []) }
}

/** The random end of an id tells one person's notices apart. */
const endOf = (id: string): string => id.slice(-12)

/** Follows what one listener has been told. */
export class NoticePlace {
  #horizon: bigint
  readonly #told = new Map<string, bigint>()
  readonly #before: Set<string>

  constructor(horizon: bigint, toldBefore: Set<string>) {
    this.#horizon = horizon
    this.#before = toldBefore
  }

  /** Whether it is new to the listener; from then on it is not. */
  take(notice: { id: string; xid: string }): boolean {
    if (BigInt(notice.xid) < this.#horizon) return false
    const end = endOf(notice.id)
    const isNew = !this.#told.has(end) && !this.#before.has(end)
    this.#told.set(end, BigInt(notice.xid))
    return isNew
  }

  /** Everything of transactions below `horizon` has been told. */
  advance(horizon: bigint): void {
    if (horizon <= this.#horizon) return
    this.#horizon = horizon
    for (const [end, xid] of this.#told) if (xid < horizon) this.#told.delete(end)
  }

  toString(): string {
    return this.#told.size === 0 ? String(this.#horizon) : `${this.#horizon}~${[...this.#told.keys()].join('.')}`
  }
}
