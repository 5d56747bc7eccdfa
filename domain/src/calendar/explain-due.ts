import { dueAfter, type Calendar, type Due, type Limit } from './calendar.ts'
import { toMs, type Instant } from './instant.ts'
import { timetableOf } from './timetable.ts'
import { dayTeller, type CalendarDay } from './year-of-days.ts'

/** One day on the way from the start to the due moment. */
export interface CountedDay extends CalendarDay {
  /**
   * `received` the day of receipt, which days never count; `counted` as a day; `passed` over because it rests; `moved`
   * the last natural day rests, so the end moves on; `worked` so many minutes; `elapsed` plain time.
   */
  why: 'received' | 'counted' | 'passed' | 'moved' | 'worked' | 'elapsed'
  /** Which day of the limit it is; null where it is none. */
  nth: number | null
  /** Minutes of the limit that were used up on this day; for limits in hours and minutes. */
  used: number | null
}

export interface ExplainedDue extends Due { days: CountedDay[]; cut: boolean }

/** Beyond this nobody reads the table day by day. */
const MOST_DAYS = 800

/** The due moment with every day between, and why each was counted or not. Refuses (RangeError) like `dueAfter`. */
export function explainDue(calendar: Calendar, since: Instant, limit: Limit): ExplainedDue {
  const due = dueAfter(calendar, since, limit)
  const timetable = timetableOf(calendar)
  const [start, end] = [toMs(since), toMs(due.at)]
  const first = timetable.dayOf(start)
  const last = timetable.dayOf(Math.max(start, end - 1))
  const tell = dayTeller(calendar)
  const count = counter(calendar, limit, first)
  const days: CountedDay[] = []
  for (let day = first; day <= Math.min(last, first + MOST_DAYS); day++) {
    const window = { from: Math.max(start, timetable.startOf(day)), to: Math.min(end, timetable.startOf(day + 1)) }
    const worked = timetable.spansOn(day).reduce((sum, span) => sum + Math.max(0, Math.min(span.to, window.to) - Math.max(span.from, window.from)), 0)
    days.push({ ...tell(day), ...count(day, { worked: worked / 60_000, elapsed: Math.max(0, window.to - window.from) / 60_000 }, tell(day).works) })
  }
  return { ...due, days, cut: last > first + MOST_DAYS }
}

type Told = Pick<CountedDay, 'why' | 'nth' | 'used'>
type Count = (day: number, minutes: { worked: number; elapsed: number }, works: boolean) => Told

function counter(calendar: Calendar, limit: Limit, first: number): Count {
  const { unit, amount } = limit
  const passed: Told = { why: 'passed', nth: null, used: null }
  const aroundTheClock = calendar.kind === 'aroundTheClock'
  if (aroundTheClock || unit === 'naturalHours' || unit === 'naturalMinutes') return (_, { elapsed }) => ({ why: 'elapsed', nth: null, used: elapsed })
  if (unit === 'workingHours' || unit === 'workingMinutes') return (_, { worked }) => (worked > 0 ? { why: 'worked', nth: null, used: worked } : passed)
  let nth = 0
  return (day, _, works) => {
    if (day === first && amount > 0) return { why: 'received', nth: null, used: null }
    if (unit === 'workingDays') return works ? { why: 'counted', nth: ++nth, used: null } : passed
    if (nth >= amount) return works ? { why: 'counted', nth: null, used: null } : { why: 'moved', nth: null, used: null }
    nth++
    return nth === amount && !works ? { why: 'moved', nth, used: null } : { why: 'counted', nth, used: null }
  }
}

