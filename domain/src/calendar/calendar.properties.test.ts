import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkCalendar, dueAfter, isWorkingAt, nextWorkingMoment, workingDaysBetween, workingMinutesBetween,
  type Calendar, type DayOverride, type Limit, type Session,
} from './calendar.ts'
import { fromMs, toMs } from './instant.ts'
import { anyCalendar, anyInstant, anyLimit, bureau } from './testing-calendars.ts'

const often = { numRuns: 500 }

/** Slow and plain, to judge the engine by: minute by minute, asking the host's formatter what the clock on the wall shows. */
function workingMinutesByTheClock(calendar: Calendar, from: number, to: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: calendar.timeZone, dateStyle: 'short', timeStyle: 'short' })
  let total = 0
  for (let ms = from; ms < to; ms += 60_000) {
    const [date = '', time = ''] = format.format(ms).split(' ')
    const override = calendar.overrides.findLast((one) => one.date === date)
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
    const works = calendar.work.includes(date) || (!calendar.rest.includes(date) && calendar.weekdays.includes(weekday))
    const season = calendar.seasons.find(({ from: start, to: end }) => {
      const on = date.slice(5)
      return start <= end ? on >= start && on <= end : on >= start || on <= end
    })
    const sessions = override ? override.sessions : works ? (season ?? calendar).sessions : []
    if (calendar.kind === 'aroundTheClock' || sessions.some((session) => time >= session.from && time < session.to)) total++
  }
  return total
}

describe('for any calendar, moment and limit', () => {
  it('more time is never due earlier', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, anyLimit, fc.integer({ min: 0, max: 30 }), (calendar, since, limit, more) => {
      expect(dueAfter(calendar, since, { ...limit, amount: limit.amount + more }).at >= dueAfter(calendar, since, limit).at).toBe(true)
    }), often)
  })

  it('what begins later is never due earlier', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, anyInstant, anyLimit, (calendar, one, other, limit) => {
      const [earlier, later] = one <= other ? [one, other] : [other, one]
      expect(dueAfter(calendar, later, limit).at >= dueAfter(calendar, earlier, limit).at).toBe(true)
    }), often)
  })

  it('nothing is due before it began', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, anyLimit, (calendar, since, limit) => {
      expect(dueAfter(calendar, since, limit).at >= since).toBe(true)
    }), often)
  })

  it('working minutes add up over any split', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, anyInstant, anyInstant, (calendar, a, b, c) => {
      const [from = a, split = b, to = c] = [a, b, c].toSorted()
      const parts = workingMinutesBetween(calendar, from, split) + workingMinutesBetween(calendar, split, to)
      expect(parts).toBeCloseTo(workingMinutesBetween(calendar, from, to), 6)
    }), often)
  })

  it('working minutes are those the clock on the wall shows', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 3 * 1440 }), (calendar, since, minutes) => {
      const from = Math.floor(toMs(since) / 60_000) * 60_000
      // Where the clock is put back, a session stays one unbroken stretch from its first start to its last end; the plain count breaks it.
      const clockPutBack = /York|Howe|Havana/.test(calendar.timeZone) && ['04', '10', '11'].includes(since.slice(5, 7))
      fc.pre(!clockPutBack)
      const to = from + minutes * 60_000
      expect(workingMinutesBetween(calendar, fromMs(from), fromMs(to))).toBe(workingMinutesByTheClock(calendar, from, to))
    }), { numRuns: 40 })
  })

  it('a limit in working minutes takes exactly so many', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, fc.integer({ min: 0, max: 5000 }), (calendar, since, minutes) => {
      const { at } = dueAfter(calendar, since, { amount: minutes, unit: 'workingMinutes' })
      expect(workingMinutesBetween(calendar, since, at)).toBeCloseTo(minutes, 9)
    }), often)
  })

  it('a limit in working days takes exactly so many', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 40 }), fc.constantFrom<Limit['dayEnd']>('business', 'midnight'), (calendar, since, days, dayEnd) => {
      const { at } = dueAfter(calendar, since, { amount: days, unit: 'workingDays', dayEnd })
      expect(workingDaysBetween(calendar, since, at)).toBe(days)
    }), often)
  })

  it('a due time lies in working time or at its end', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, anyLimit, (calendar, since, limit) => {
      fc.pre(!limit.unit.startsWith('natural') || limit.unit === 'naturalDays')
      const { at } = dueAfter(calendar, since, { ...limit, dayEnd: 'business' })
      expect(isWorkingAt(calendar, at) || isWorkingAt(calendar, fromMs(toMs(at) - 1))).toBe(true)
    }), often)
  })

  it('the next working moment works, and there is none between', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, (calendar, at) => {
      const next = nextWorkingMoment(calendar, at)
      expect(isWorkingAt(calendar, next)).toBe(true)
      expect(workingMinutesBetween(calendar, at, next)).toBe(0)
    }), often)
  })

  it('a calendar object that was read anew gives the same', () => {
    fc.assert(fc.property(anyCalendar, anyInstant, anyLimit, (calendar, since, limit) => {
      expect(dueAfter(structuredClone(calendar), since, limit)).toEqual(dueAfter(calendar, since, limit))
    }), often)
  })
})

function refusalOf(reckon: () => unknown): unknown {
  try {
    reckon()
    return undefined
  } catch (error) {
    return error
  }
}

describe('for calendars that checkCalendar may doubt', () => {
  it('checkCalendar always answers, and reckoning either answers or refuses with a RangeError', () => {
    const odd: fc.Arbitrary<Calendar> = fc.record({
      timeZone: fc.constantFrom('Asia/Shanghai', '', 'x'), kind: fc.constant<Calendar['kind']>('sessions'),
      weekdays: fc.array(fc.integer({ min: -1, max: 8 }), { maxLength: 3 }),
      sessions: fc.array(fc.record({ from: fc.constantFrom('08:00', '22:00', '24:00', '9', ''), to: fc.constantFrom('12:00', '06:00', '24:00', '25:00') }), { maxLength: 3 }),
      seasons: fc.array(fc.record({ from: fc.constantFrom('01-01', '13-01'), to: fc.constantFrom('12-31', '1'), sessions: fc.constant<Session[]>([]) }), { maxLength: 2 }),
      rest: fc.array(fc.constantFrom('2026-01-01', 'x'), { maxLength: 2 }), work: fc.array(fc.constantFrom('2026-01-01', '2026-02-30'), { maxLength: 2 }),
      overrides: fc.constant<DayOverride[]>([]), knownFrom: fc.constantFrom('2026-01-01', '2026'), knownThrough: fc.constant('2026-12-31'),
    })
    fc.assert(fc.property(odd, anyInstant, anyLimit, (calendar, since, limit) => {
      const refusal = refusalOf(() => dueAfter(calendar, since, limit))
      expect(refusal === undefined || (refusal instanceof RangeError && checkCalendar(calendar).length > 0)).toBe(true)
    }), { numRuns: 200 })
  })
})

describe('the time zone of the process', () => {
  it('has no say', () => {
    const code = `
      import { dueAfter, localParts, workingMinutesBetween } from './calendar.ts'
      import { bureau } from './testing-calendars.ts'
      const answers = []
      for (let n = 0; n < 400; n++) {
        const since = new Date(Date.UTC(2026, 0, 1) + n * 77_777_777).toISOString()
        for (const unit of ['workingDays', 'naturalDays', 'workingHours']) answers.push(dueAfter(bureau, since, { amount: n % 17, unit }))
        answers.push(localParts(bureau, since), workingMinutesBetween(bureau, '2026-01-01T00:00:00.000Z', since))
      }
      console.log(new Date(2026, 6, 1).getTimezoneOffset() + '\\n' + JSON.stringify(answers))`
    const answer = (zone: string): string[] => execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code],
      { cwd: import.meta.dirname, env: { ...process.env, TZ: zone }, encoding: 'utf8', maxBuffer: 1e7 }).trim().split('\n')
    const [inChina, inNewYork, atDateLine] = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map(answer)
    expect([inChina?.[0], inNewYork?.[0], atDateLine?.[0]]).toEqual(['-480', '240', '-840'])
    expect(inNewYork?.[1]).toBe(inChina?.[1])
    expect(atDateLine?.[1]).toBe(inChina?.[1])
    expect(inChina?.[1]).toContain(dueAfter(bureau, '2026-01-01T00:00:00.000Z', { amount: 0, unit: 'workingDays' }).at)
  }, 30_000)
})
