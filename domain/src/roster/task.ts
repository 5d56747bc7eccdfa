import type { Calendar, LocalDate } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { momentOfLocal } from '../calendar/local-moment.ts'
import type { Shift, ShiftKind } from './shift.ts'

/** A common task (共性工作) of every shift of a kind: until when on the clock it has to be done; null: before the shift ends. */
export interface CommonTask { task: string; by: string | null }

/** A common task on one shift. */
export interface PlannedTask { task: string; dueAt: Instant }

/** The common tasks of a shift; those whose time had passed when it was planned are not asked for any more. */
export function plannedTasks(kind: Pick<ShiftKind, 'from' | 'to'> & { tasks: readonly CommonTask[] }, shift: Pick<Shift, 'day' | 'startsAt' | 'endsAt'>, { calendar, at }: { calendar: Calendar; at: Instant }): PlannedTask[] {
  return kind.tasks.map(({ task, by }) => ({ task, dueAt: dueOf(by, kind, shift, calendar) })).filter(({ dueAt }) => dueAt > at)
}

/** A time that is not after the beginning lies on the next day, as the shift's own end does; none lies after its end. */
function dueOf(by: string | null, kind: Pick<ShiftKind, 'from' | 'to'>, shift: { day: LocalDate; startsAt: Instant; endsAt: Instant }, calendar: Calendar): Instant {
  if (by === null) return shift.endsAt
  const moment = momentOfLocal(calendar, shift.day, by, by <= kind.from && kind.to <= kind.from ? 1 : 0)
  return moment > shift.endsAt || moment <= shift.startsAt ? shift.endsAt : moment
}

export interface TaskItem {
  item: string
  at: Instant | null
  by: string | null
}

export interface OpenTask {
  items: readonly TaskItem[]
  satisfaction: boolean
  doneAt: Instant | null
}

export interface TickAsk {
  /** Points that are done now; left out: all that are left. */
  items?: readonly string[] | undefined
  /** How satisfied the person said to be; null: would not say. Left out: not asked yet. */
  grade?: number | null | undefined
}

export type TickRefusal = 'task-done' | 'no-such-item' | 'grade-needed'

/** Ticks points; with the last one the task is done, and not before the person was asked where that belongs to it. */
export function tickTask(task: OpenTask, ask: TickAsk, { by, at }: { by: string; at: Instant }): { items: TaskItem[]; done: boolean } | TickRefusal {
  if (task.doneAt !== null) return 'task-done'
  const { items: ticked } = ask
  if (ticked?.some((item) => !task.items.some((one) => one.item === item))) return 'no-such-item'
  const items = task.items.map((one) => (one.at === null && (ticked === undefined || ticked.includes(one.item)) ? { ...one, at, by } : { ...one }))
  const done = items.every((one) => one.at !== null)
  return done && task.satisfaction && ask.grade === undefined ? 'grade-needed' : { items, done }
}

/** Until when whoever takes over a task has time: what is late, or nearly, gets a little more. */
export function dueAfterPassing(dueAt: Instant, least: Instant): Instant {
  return dueAt > least ? dueAt : least
}
