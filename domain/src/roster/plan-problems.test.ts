import { describe, expect, it } from 'vitest'
import { beijing, bureau } from '../calendar/testing-calendars.ts'
import { bothAway } from './away.ts'
import { gapsIn, shiftProblems, uncovered, type PlanScene } from './plan-problems.ts'
import { copiedShifts, shiftSpan, type Shift, type ShiftKind } from './shift.ts'

const guide: ShiftKind = { id: 'guide', unitId: 'ward', name: '主责导诊班', from: '07:40', to: '15:40', weekdays: [1, 2, 3, 4, 5], least: 1, needs: ['普通话'], postNeeds: ['闽南语'], criteria: ['五年以上经验'] }
const night: ShiftKind = { ...guide, id: 'night', name: '大夜班', from: '23:40', to: '07:40', needs: [], postNeeds: [], criteria: [] }
const kinds = new Map([[guide.id, guide], [night.id, night]])
const scene: PlanScene = { kinds, skills: new Map([['a', new Set(['普通话', '闽南语', '五年以上经验'])], ['b', new Set(['普通话'])]]), absences: [], at: beijing('2026-03-01 08:00') }

let next = 0
function shift(kind: ShiftKind, personId: string, day: string, overrideReason: string | null = null): Shift {
  return { id: `s${next += 1}`, kindId: kind.id, personId, day, overrideReason, ...shiftSpan(kind, day, bureau) }
}

describe('a shift', () => {
  it('over midnight ends on the next day', () => {
    expect(shiftSpan(night, '2026-03-02', bureau)).toEqual({ startsAt: beijing('2026-03-02 23:40'), endsAt: beijing('2026-03-03 07:40') })
  })

  it('is blocked for somebody who lacks a language, naming what is missing', () => {
    const problems = shiftProblems([shift(guide, 'b', '2026-03-02', '临时顶班')], [], scene)
    expect(problems).toMatchObject([{ problem: 'needs-missing', missing: ['闽南语'], blocking: true }, { problem: 'criteria-missing', blocking: false }])
  })

  it('may go to somebody without a criterion only with a reason', () => {
    const skilled = { ...scene, skills: new Map([['c', new Set(['普通话', '闽南语'])]]) }
    expect(shiftProblems([shift(guide, 'c', '2026-03-02')], [], skilled)).toMatchObject([{ problem: 'criteria-missing', missing: ['五年以上经验'], blocking: true }])
    expect(shiftProblems([shift(guide, 'c', '2026-03-02', '护士长同意')], [], skilled)).toMatchObject([{ blocking: false }])
  })

  it('is blocked where the person is on another one, also one asked for in the same plan', () => {
    const planned = [shift(night, 'a', '2026-03-02'), shift(guide, 'a', '2026-03-03')]
    expect(shiftProblems(planned, [], scene)).toEqual([])
    const longer = { ...night, id: 'longer', to: '08:00' }
    const withLonger = { ...scene, kinds: new Map([...kinds, ['longer', longer]]) }
    expect(shiftProblems([shift(longer, 'a', '2026-03-02'), shift(guide, 'a', '2026-03-03')], [], withLonger))
      .toMatchObject([{ problem: 'overlaps', kindId: 'guide', otherKindId: 'longer', blocking: true }])
  })

  it('is blocked during leave, and not right before it', () => {
    const away = { ...scene, absences: [{ personId: 'a', kind: 'leave' as const, from: beijing('2026-03-02 15:40'), to: null }] }
    expect(shiftProblems([shift(guide, 'a', '2026-03-02')], [], away)).toEqual([])
    expect(shiftProblems([shift(guide, 'a', '2026-03-03')], [], away)).toMatchObject([{ problem: 'away', absence: 'leave', blocking: true }])
  })

  it('that has ended is blocked, one that is going on is not', () => {
    const overAt = (time: string) => shiftProblems([shift(night, 'b', '2026-03-02')], [], { ...scene, at: beijing(time) }).map(({ problem, blocking }) => [problem, blocking])
    expect(overAt('2026-03-03 07:39')).toEqual([])
    expect(overAt('2026-03-03 07:40')).toEqual([['over', true]])
  })

  it('on a day on which the kind is not worked is told, not blocked', () => {
    expect(shiftProblems([shift(guide, 'a', '2026-03-07')], [], scene)).toMatchObject([{ problem: 'off-day', blocking: false }])
  })
})

describe('coverage', () => {
  it('lists every shift with too few people, counting a person once', () => {
    const two = { ...guide, least: 2 }
    const planned = [shift(two, 'a', '2026-03-02'), shift(two, 'a', '2026-03-02'), shift(two, 'b', '2026-03-03'), shift(two, 'a', '2026-03-03')]
    expect(gapsIn(['2026-03-02', '2026-03-03', '2026-03-07'], [two], planned)).toEqual([{ kindId: 'guide', day: '2026-03-02', have: 1, least: 2 }])
  })

  it('names the hours of a desk that nobody covers', () => {
    const desk = [{ from: beijing('2026-03-02 08:30'), to: beijing('2026-03-02 17:30') }]
    const duty = [{ from: beijing('2026-03-02 12:00'), to: beijing('2026-03-02 16:00') }, { from: beijing('2026-03-02 08:00'), to: beijing('2026-03-02 11:30') }, { from: beijing('2026-03-02 11:00'), to: beijing('2026-03-02 11:20') }]
    expect(uncovered(desk, duty)).toEqual([{ from: beijing('2026-03-02 11:30'), to: beijing('2026-03-02 12:00') }, { from: beijing('2026-03-02 16:00'), to: beijing('2026-03-02 17:30') }])
    expect(uncovered(desk, [])).toEqual(desk)
  })
})

describe('copying a week', () => {
  it('leaves out days on which the kind is not worked and kinds that are no more', () => {
    const weekend = { ...guide, weekdays: [1] }
    expect(copiedShifts([shift(guide, 'a', '2026-03-02'), shift(guide, 'b', '2026-03-03'), shift(night, 'a', '2026-03-02')], 7, [weekend]))
      .toEqual([{ kindId: 'guide', personId: 'a', day: '2026-03-09', overrideReason: null }])
  })
})

describe('A and B', () => {
  const covers = [{ personId: 'a', deputyId: 'b' }]
  const trip = { personId: 'a', kind: 'trip' as const, from: beijing('2026-03-02 08:00'), to: beijing('2026-03-04 18:00') }

  it.each([
    ['the deputy wants to leave during it', { personId: 'b', from: '2026-03-04 08:00', to: '2026-03-05 18:00' }, 'a'],
    ['the deputy wants to leave after it', { personId: 'b', from: '2026-03-04 18:00', to: '2026-03-05 18:00' }, null],
    ['somebody else wants to leave', { personId: 'c', from: '2026-03-02 08:00', to: '2026-03-05 18:00' }, null],
  ])('while A is away and %s', (_name, { personId, from, to }, against) => {
    const found = bothAway({ personId, kind: 'leave', from: beijing(from), to: beijing(to) }, covers, [trip])
    expect(found?.otherId ?? null).toBe(against)
  })

  it('are never both away, whoever asks first, also without an end', () => {
    const open = { personId: 'b', kind: 'out' as const, from: beijing('2026-03-01 08:00'), to: null }
    expect(bothAway(trip, covers, [open])).toMatchObject({ otherId: 'b', other: 'deputy', kind: 'out' })
  })
})
