import { describe, expect, it } from 'vitest'
import { beijing, bureau, ward } from '../calendar/testing-calendars.ts'
import { lightOf, minutesPerDay } from './light.ts'

const ten = { openedAt: beijing('2026-03-02 09:00'), dueAt: beijing('2026-03-16 17:30'), warnAt: beijing('2026-03-11 14:00'), lateAt: null, pausedAt: null }
const short = { ...ten, dueAt: beijing('2026-03-03 17:30'), warnAt: beijing('2026-03-03 14:00') }

describe('the traffic light of a duty', () => {
  it.each([
    ['green at first', ten, '2026-03-02 09:00', 'green'], ['green until the warning', ten, '2026-03-11 13:59', 'green'], ['amber from the warning', ten, '2026-03-11 14:00', 'amber'],
    ['amber on the last working day of a long limit', { ...ten, warnAt: null }, '2026-03-13 17:30', 'amber'], ['not before', { ...ten, warnAt: null }, '2026-03-13 17:29', 'green'],
    ['not on the last day of a short one', short, '2026-03-03 08:30', 'green'], ['amber when the short one warns', short, '2026-03-03 14:00', 'amber'],
    ['red at the due moment, before the engine has come round', ten, '2026-03-16 17:30', 'red'], ['amber just before', ten, '2026-03-16 17:29', 'amber'],
    ['red once late, whatever was moved since', { ...ten, lateAt: beijing('2026-03-04 09:00') }, '2026-03-05 09:00', 'red'],
    ['grey while it waits', { ...ten, pausedAt: beijing('2026-03-03 09:00') }, '2026-04-20 09:00', 'grey'],
  ] as const)('%s', (_, duty, now, light) => {
    expect(lightOf(duty, bureau, beijing(now))).toBe(light)
  })
})

describe('a working day in minutes', () => {
  it.each([['with a lunch break', bureau, 420], ['around the clock', ward, 1440], ['without sessions of its own', { ...bureau, sessions: [] }, 480]])('%s', (_, calendar, minutes) => {
    expect(minutesPerDay(calendar)).toBe(minutes)
  })
})
