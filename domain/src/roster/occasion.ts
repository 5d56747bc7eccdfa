import type { Instant } from '../calendar/instant.ts'
import type { Occasion, Turn } from '../policy/policy.ts'

/** Somebody on duty in the unit, in the order of its roster. */
export interface OnTurn {
  personId: string
  /** Leads the others on duty (主班). */
  main: boolean
  /** When the last one of this occasion came to this person; null: none yet. */
  lastAt: Instant | null
}

export interface Received {
  /** Who has to see to it. */
  personId: string
  /** The main shift is told at once and may take it; until then it stays with whoever received it. */
  offeredTo: string | null
}

export function turnOf(occasion: Occasion, inOfficeHours: boolean): Turn {
  return inOfficeHours ? occasion.turn : occasion.turnAfterHours ?? occasion.turn
}

/**
 * Who sees to somebody who has just come or goes. Whoever is away is not among those on duty, so that rotation passes them
 * by; null when nobody is on duty.
 */
export function receivedBy(turn: Turn, receiverId: string, onDuty: readonly OnTurn[]): Received | null {
  const main = onDuty.find((one) => one.main)
  const here = onDuty.some(({ personId }) => personId === receiverId)
  const next = nextInRotation(onDuty)
  if (next === null) return null
  if (turn === 'rotation') return { personId: next, offeredTo: null }
  if (!here) return { personId: main?.personId ?? next, offeredTo: null }
  if (turn === 'receiver' || !main || main.personId === receiverId) return { personId: receiverId, offeredTo: null }
  return { personId: receiverId, offeredTo: main.personId }
}

/** Whose last turn is the longest ago; of several who had none, the first on the roster. */
export function nextInRotation(onDuty: readonly OnTurn[]): string | null {
  let next: OnTurn | undefined
  for (const one of onDuty) {
    if (!next || (next.lastAt !== null && (one.lastAt === null || one.lastAt < next.lastAt))) next = one
  }
  return next?.personId ?? null
}

export interface Offered extends Received { receivedBy: string | null; doneAt: Instant | null }

/**
 * The main shift takes it, or is busy: then it stays with whoever received it. Whoever got it in rotation and is busy gives
 * it back to them as well.
 */
export function answerOffer(task: Offered, personId: string, take: boolean): Received | 'task-done' | 'not-offered' {
  if (task.doneAt !== null) return 'task-done'
  if (task.offeredTo === personId) return { personId: take ? personId : task.personId, offeredTo: null }
  if (!take && task.personId === personId && task.receivedBy !== null && task.receivedBy !== personId) return { personId: task.receivedBy, offeredTo: null }
  return 'not-offered'
}
