import type { z } from 'zod'
import type { Leg as LegSchema } from '@daodi/contract/staff/cases/views.ts'

export type Leg = z.infer<typeof LegSchema>

/** What is drawn of a leg: `late` is the stretch after the due mark, `fold` the hand-overs drawn as one, `ahead` what is left until due. */
export type Piece =
  | { readonly type: 'leg'; readonly leg: Leg; readonly place: number; readonly width: number; readonly current: boolean; readonly late: boolean; readonly continued: boolean }
  | { readonly type: 'fold'; readonly legs: readonly Leg[]; readonly width: number; readonly late: boolean }
  | { readonly type: 'seam'; readonly round: number; readonly width: number }
  | { readonly type: 'ahead'; readonly width: number }

export interface BatonShape {
  readonly pieces: readonly Piece[]
  /** From and to of each round's thread, in px from the left edge. */
  readonly threads: readonly { readonly from: number; readonly to: number }[]
  /** Where the due mark stands, in px; null when nothing is due or it lies in a folded stretch. */
  readonly flag: number | null
}

export interface BatonInput {
  readonly legs: readonly Leg[]
  /** The instants at which a new round began, oldest first. */
  readonly reopenedAt: readonly string[]
  readonly dueAt: string | null
  readonly open: boolean
  readonly now: number
}

export const GAP = 3
const SEAM = 46
const FOLD = 58
const AHEAD = 186
const LATE = 96
/** Room for a name and a unit above, and for a length of time inside. */
const MIN = { hold: 96, wait: 120, reply: 96 }
const CURRENT = 152

type Draft = Exclude<Piece, { type: 'seam' | 'fold' }> & { readonly share: number; readonly min: number }
type Item = Draft | (Piece & { readonly type: 'seam' | 'fold' })

function roundOf(leg: Leg, reopenedAt: readonly string[]): number {
  const from = Date.parse(leg.from)
  return 1 + reopenedAt.filter((at) => Date.parse(at) <= from).length
}

/** Legs of zero length still count a minute, so that an answer at the counter has a width at all. */
function draftLeg(leg: Leg, place: number, input: BatonInput): Draft[] {
  const current = input.open && leg.to === null
  const base = { type: 'leg', leg, place, width: 0, current } as const
  const share = Math.max(1, leg.workingMinutes)
  const whole: Draft = { ...base, share, min: current ? CURRENT : MIN[leg.kind], late: false, continued: false }
  if (input.dueAt === null) return [whole]
  const due = Date.parse(input.dueAt)
  const from = Date.parse(leg.from)
  const to = leg.to === null ? input.now : Date.parse(leg.to)
  if (to <= due) return [whole]
  if (from >= due) return [{ ...whole, late: true }]
  // The page knows no calendar, so the due mark stands by the hands of the clock inside its leg.
  const kept = (due - from) / (to - from)
  return [
    { ...whole, share: share * kept },
    { ...whole, share: share * (1 - kept), min: LATE, late: true, continued: true },
  ]
}

/** Gives each item its share of what is left, but never less than its minimum. */
function pour(items: readonly Item[], width: number): Piece[] {
  const fixed = items.reduce((sum, item) => sum + (isDraft(item) ? 0 : item.width), 0) + GAP * Math.max(0, items.length - 1)
  const room = Math.max(0, width - fixed)
  const pinned = new Set<Draft>()
  const drafts = items.filter(isDraft)
  for (;;) {
    const free = drafts.filter((draft) => !pinned.has(draft))
    const left = room - [...pinned].reduce((sum, draft) => sum + draft.min, 0)
    const total = free.reduce((sum, draft) => sum + draft.share, 0)
    const tight = free.filter((draft) => (draft.share / total) * left < draft.min)
    if (tight.length === 0) {
      return items.map((item) => (isDraft(item) ? { ...item, width: pinned.has(item) ? item.min : (item.share / total) * left } : item))
    }
    for (const draft of tight) pinned.add(draft)
  }
}

function isDraft(item: Item): item is Draft {
  return item.type === 'leg' || item.type === 'ahead'
}

function fold(items: readonly Item[], width: number): Item[] {
  const needed = (list: readonly Item[]) => list.reduce((sum, item) => sum + GAP + (isDraft(item) ? item.min : item.width), -GAP)
  if (needed(items) <= width) return [...items]
  const head = items.slice(0, 1)
  let tail = items.slice(1)
  const folded: Item[] = []
  while (tail.length > 1 && needed([...head, ...tail]) + FOLD + GAP > width) {
    const next = tail.shift()
    if (next !== undefined) folded.push(next)
  }
  const legs = folded.flatMap((item) => (item.type === 'leg' && !item.continued ? [item.leg] : []))
  if (legs.length === 0) return [...items]
  // A seam directly after the fold would be a seam between nothing visible.
  if (tail[0]?.type === 'seam') tail = tail.slice(1)
  const late = folded.some((item) => item.type === 'leg' && item.late)
  return [...head, { type: 'fold', legs, width: FOLD, late }, ...tail]
}

/**
 * Lays the relay on `width` px: working minutes as widths with a minimum, the middle folded when there are more
 * hand-overs than room, a seam between rounds, and what is left until due as a dashed stretch.
 */
export function layBaton(input: BatonInput, width: number): BatonShape {
  const items: Item[] = []
  const lastRound = input.legs.length === 0 ? 1 : roundOf(input.legs[input.legs.length - 1] as Leg, input.reopenedAt)
  let round = 1
  input.legs.forEach((leg, index) => {
    const its = roundOf(leg, input.reopenedAt)
    if (its > round && index > 0) items.push({ type: 'seam', round: its, width: SEAM })
    round = its
    items.push(...draftLeg(leg, index + 1, its === lastRound ? input : { ...input, dueAt: null }))
  })
  const total = input.legs.reduce((sum, leg) => sum + Math.max(1, leg.workingMinutes), 0)
  if (input.open && input.dueAt !== null && Date.parse(input.dueAt) > input.now) {
    items.push({ type: 'ahead', width: 0, share: total * aheadRatio(input), min: AHEAD })
  }
  const pieces = pour(fold(items, width), width)
  return { pieces, threads: threadsOf(pieces), flag: flagOf(pieces) }
}

/** What is left against what has passed, by the clock, kept between a quarter and once as long so that neither side vanishes. */
function aheadRatio(input: BatonInput): number {
  const first = input.legs[0]
  if (first === undefined || input.dueAt === null) return 1
  const passed = Math.max(60_000, input.now - Date.parse(first.from))
  return Math.min(1, Math.max(0.25, (Date.parse(input.dueAt) - input.now) / passed))
}

function threadsOf(pieces: readonly Piece[]): { from: number; to: number }[] {
  const threads: { from: number; to: number }[] = []
  let x = 0
  let from = 0
  let to = 0
  for (const piece of pieces) {
    if (piece.type === 'seam') {
      threads.push({ from, to })
      from = x + piece.width + GAP
    }
    x += piece.width
    if (piece.type !== 'ahead') to = x
    x += GAP
  }
  return [...threads, { from, to }]
}

function flagOf(pieces: readonly Piece[]): number | null {
  let x = 0
  for (const piece of pieces) {
    if (piece.type === 'ahead') return x + piece.width - 6
    if (piece.type === 'fold' && piece.late) return null
    if (piece.type === 'leg' && piece.late) return x - GAP / 2
    x += piece.width + GAP
  }
  return null
}
