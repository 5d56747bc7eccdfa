import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingMinutesBetween, type Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { anyCalendar, anyInstant, anyLimit, beijing, bureau, ward } from '../calendar/testing-calendars.ts'
import { bureauPolicy, wardPolicy } from '../cases/testing-policy.ts'
import { rulesAt } from '../cases/testing-cast.ts'
import type { Policy, Rung } from '../policy/policy.ts'
import { dueSteps, nextAt, takeStep, type Obligation, type Step } from './obligation.ts'
import { moveDue, owe, type Rules } from './owe.ts'

const owner = { personId: 'person', unitId: 'unit' }

const anyLadder: fc.Arbitrary<Rung[]> = fc.array(fc.record({ after: anyLimit, from: fc.constantFrom<Rung['from']>('due', 'opened'), tell: fc.constant([]) }), { maxLength: 5 })

interface Scene { rules: Rules; duty: Parameters<typeof owe>[0] }
const anyScene: fc.Arbitrary<Scene> = fc.record({ calendar: anyCalendar, at: anyInstant, since: fc.option(anyInstant), limit: anyLimit, ladder: anyLadder, percent: fc.integer({ min: 0, max: 100 }) })
  .map(({ calendar, at, since, limit, ladder, percent }) => ({
    rules: rulesAt(at, { calendar, policy: { ...bureauPolicy, warnAtPercentLeft: percent, ladders: { resolve: ladder } } }),
    duty: { kind: 'resolve', ...owner, limit, ...(since === null ? {} : { since }) },
  }))
const anyMoments = fc.array(anyInstant, { maxLength: 12 })
const END_OF_TIME = '2200-01-01T00:00:00.000Z'

/** What the engine does each time it comes round; gives the obligation afterwards and what has fired. */
function drain(obligation: Obligation, moments: readonly Instant[]): { obligation: Obligation; fired: Step[] } {
  const fired: Step[] = []
  let current = obligation
  for (const now of moments) {
    for (const step of dueSteps(current, now)) {
      current = takeStep(current, step)
      fired.push(step)
    }
  }
  return { obligation: current, fired }
}

const rungsOf = (steps: readonly Step[]): number[] => steps.flatMap((step) => (step.kind === 'rung' ? [step.rung] : []))
const numbers = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)

describe('what is owed, on any calendar with any ladder', () => {
  it('is planned in order: at most one warning before the due moment, one mark of lateness at it, every rung once and none before an earlier one', () => {
    fc.assert(fc.property(anyScene, ({ rules, duty }) => {
      const { steps, dueAt } = owe(duty, rules)
      expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted())
      expect(rungsOf(steps)).toEqual(numbers(1, rules.policy.ladders.resolve?.length ?? 0))
      expect(steps.filter(({ kind }) => kind === 'late')).toEqual([{ at: dueAt, kind: 'late' }])
      const warnings = steps.filter(({ kind }) => kind === 'warn')
      expect(warnings.length).toBeLessThanOrEqual(1)
      expect(warnings.every(({ at }) => at > rules.at && at < dueAt)).toBe(true)
    }))
  })

  it('warns when the share of working time that the policy names is left', () => {
    fc.assert(fc.property(anyScene, ({ rules, duty }) => {
      const { steps, dueAt } = owe(duty, rules)
      const [warning] = steps.filter(({ kind }) => kind === 'warn')
      const whole = workingMinutesBetween(rules.calendar, rules.at, dueAt)
      const share = whole * rules.policy.warnAtPercentLeft / 100
      const tooShort = whole < 10 || whole - share < 1 || share < 1
      expect(warning ? Math.abs(workingMinutesBetween(rules.calendar, warning.at, dueAt) - share) <= 1 : tooShort).toBe(true)
    }))
  })

  it('fires every step exactly once and in order, whenever and however often the engine looks', () => {
    fc.assert(fc.property(anyScene, anyMoments, ({ rules, duty }, moments) => {
      const owed = owe(duty, rules)
      const { obligation, fired } = drain(owed, [...moments, END_OF_TIME, END_OF_TIME])
      expect(fired).toEqual(owed.steps)
      expect(obligation).toEqual({ ...owed, taken: owed.steps.length, lateAt: owed.dueAt, rung: rules.policy.ladders.resolve?.length ?? 0 })
      expect(nextAt(obligation)).toBeNull()
    }))
  })

  it('fires nothing before its time', () => {
    fc.assert(fc.property(anyScene, anyMoments, anyInstant, ({ rules, duty }, moments, now) => {
      const { obligation } = drain(owe(duty, rules), moments)
      expect(dueSteps(obligation, now).every(({ at }) => at <= now)).toBe(true)
      const next = nextAt(obligation)
      expect(dueSteps(obligation, now).length > 0).toBe(next !== null && next <= now)
    }))
  })

  it('fires nothing while it waits for something outside', () => {
    fc.assert(fc.property(anyScene, anyMoments, ({ rules, duty }, moments) => {
      const waiting = { ...owe(duty, rules), pausedAt: rules.at }
      expect(drain(waiting, [...moments, END_OF_TIME])).toEqual({ obligation: waiting, fired: [] })
      expect(nextAt(waiting)).toBeNull()
    }))
  })

  it('is planned anew when it becomes due at another moment, and a rung that was climbed is not climbed again', () => {
    fc.assert(fc.property(anyScene, anyMoments, anyInstant, anyInstant, ({ rules, duty }, moments, now, dueAt) => {
      const owed = owe(duty, rules)
      const before = drain(owed, moments.filter((moment) => moment < now))
      const moved = moveDue(before.obligation, { at: dueAt, estimated: true }, { ...rules, at: now })
      expect(moved).toMatchObject({ id: owed.id, openedAt: owed.openedAt, limitAt: owed.limitAt, dueAt, estimated: true, taken: 0, lateAt: null, pausedAt: null })
      expect(moved.steps.filter(({ kind }) => kind === 'late')).toEqual([{ at: dueAt, kind: 'late' }])
      expect(moved.steps.map(({ at }) => at)).toEqual(moved.steps.map(({ at }) => at).toSorted())
      const later = drain(moved, [END_OF_TIME])
      expect([...rungsOf(before.fired), ...rungsOf(later.fired)]).toEqual(numbers(1, rules.policy.ladders.resolve?.length ?? 0))
    }))
  })
})

describe('rungs', () => {
  const plan = (ladder: Rung[], at: Instant, calendar: Calendar = bureau): Obligation => owe(
    { kind: 'resolve', ...owner, limit: { amount: 2, unit: 'workingDays' } }, rulesAt(at, { calendar, policy: { ...bureauPolicy, ladders: { resolve: ladder } } }),
  )
  const opened = beijing('2026-03-02 09:00')

  it('are lifted to the earlier rung when the ladder would send them first', () => {
    const { steps } = plan([{ after: { amount: 1, unit: 'workingDays' }, from: 'due', tell: [] }, { after: { amount: 1, unit: 'workingHours' }, from: 'opened', tell: [] }], opened)
    expect(steps.filter(({ kind }) => kind === 'rung')).toEqual([{ at: beijing('2026-03-05 17:30'), kind: 'rung', rung: 1 }, { at: beijing('2026-03-05 17:30'), kind: 'rung', rung: 2 }])
  })

  it('come after warning and lateness of the same moment', () => {
    const { steps } = plan([{ after: { amount: 0, unit: 'naturalMinutes' }, from: 'due', tell: [] }], opened)
    expect(steps.map(({ kind }) => kind)).toEqual(['warn', 'late', 'rung'])
  })

  it('counted from the opening stay where they are when the due moment moves, and count from now after waiting', () => {
    const owed = plan([{ after: { amount: 2, unit: 'workingHours' }, from: 'opened', tell: [] }], opened)
    const due = { at: beijing('2026-03-03 17:30'), estimated: false }
    const ladder = { ...bureauPolicy, ladders: { resolve: [{ after: { amount: 2, unit: 'workingHours' as const }, from: 'opened' as const, tell: [] }] } }
    const rules = rulesAt(beijing('2026-03-02 10:00'), { policy: ladder })
    expect(moveDue(owed, due, rules).steps[0]).toEqual({ at: beijing('2026-03-02 11:00'), kind: 'rung', rung: 1 })
    expect(moveDue({ ...owed, pausedAt: opened }, due, rules).steps[0]).toEqual({ at: beijing('2026-03-02 12:00'), kind: 'rung', rung: 1 })
  })
})

describe('limits and ladders as organisations state them', () => {
  const owed = (policy: Policy, calendar: Calendar, at: string, duty: Pick<Parameters<typeof owe>[0], 'kind' | 'limit'>): Obligation =>
    owe({ ...owner, ...duty }, rulesAt(beijing(at), { policy, calendar }))

  it('four office hours from the lunch break begin at 14:00 and end next morning at 09:00', () => {
    expect(owed(bureauPolicy, bureau, '2026-03-02 13:30', { kind: 'signFor', limit: { amount: 4, unit: 'workingHours' } }).dueAt).toBe(beijing('2026-03-03 09:00'))
  })

  it('no ruling within a working day of office hours: the leader in charge is told next day at the same time', () => {
    const { steps } = owed(bureauPolicy, bureau, '2026-03-02 09:10', { kind: 'rule', limit: bureauPolicy.limits.rule })
    expect(steps.filter(({ kind }) => kind !== 'warn')).toEqual([
      { at: beijing('2026-03-03 09:10'), kind: 'late' }, { at: beijing('2026-03-03 09:10'), kind: 'rung', rung: 1 }, { at: beijing('2026-03-04 17:30'), kind: 'rung', rung: 2 },
    ])
  })

  it('a promise of Wednesday 17:00 that is missed reaches the head four office hours later, Thursday 12:00', () => {
    const monday = owed(bureauPolicy, bureau, '2026-03-02 09:00', { kind: 'resolve', limit: { amount: 5, unit: 'workingDays' } })
    const promised = moveDue(monday, { at: beijing('2026-03-04 17:00'), estimated: false }, rulesAt(beijing('2026-03-02 09:00')))
    expect(promised.steps.slice(0, 3)).toEqual([
      // Three quarters of the twenty office hours until the promise.
      { at: beijing('2026-03-04 10:00'), kind: 'warn' }, { at: beijing('2026-03-04 17:00'), kind: 'late' },
      { at: beijing('2026-03-05 12:00'), kind: 'rung', rung: 1 },
    ])
  })

  it('on a ward 48 hours are 48 hours, and the levels come at 1 h, at 23 h and at the end', () => {
    const { dueAt, estimated, steps } = owed(wardPolicy, ward, '2026-03-02 10:00', { kind: 'resolve', limit: { amount: 48, unit: 'naturalHours' } })
    expect({ dueAt, estimated }).toEqual({ dueAt: beijing('2026-03-04 10:00'), estimated: false })
    expect(steps).toEqual([
      { at: beijing('2026-03-02 11:00'), kind: 'rung', rung: 1 }, { at: beijing('2026-03-03 09:00'), kind: 'rung', rung: 2 },
      { at: beijing('2026-03-03 22:00'), kind: 'warn' }, { at: beijing('2026-03-04 10:00'), kind: 'late' }, { at: beijing('2026-03-04 10:00'), kind: 'rung', rung: 3 },
    ])
  })

  it('a server that was down for a week catches up with everything, oldest first', () => {
    const obligation = owed(bureauPolicy, bureau, '2026-03-02 09:00', { kind: 'resolve', limit: { amount: 2, unit: 'workingDays' } })
    const { fired } = drain(obligation, [beijing('2026-03-11 09:00')])
    expect(fired.map(({ kind }) => kind)).toEqual(['warn', 'late', 'rung', 'rung', 'rung'])
    expect(fired.map(({ at }) => at)).toEqual(fired.map(({ at }) => at).toSorted())
  })

  it('days beyond the published holiday notices are estimates', () => {
    expect(owed(bureauPolicy, bureau, '2026-12-30 09:00', { kind: 'resolve', limit: { amount: 10, unit: 'workingDays' } }).estimated).toBe(true)
  })

  it('a limit that is over before the work is taken is late at once, without a warning', () => {
    const late = owe({ kind: 'resolve', ...owner, limit: { amount: 1, unit: 'workingDays' }, since: beijing('2026-03-02 09:00') }, rulesAt(beijing('2026-03-06 09:00')))
    expect(late.dueAt).toBe(beijing('2026-03-03 17:30'))
    expect(dueSteps(late, beijing('2026-03-06 09:00')).map(({ kind }) => kind)).toEqual(['late', 'rung', 'rung'])
  })
})
