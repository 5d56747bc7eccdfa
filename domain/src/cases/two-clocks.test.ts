import { expect, it } from 'vitest'
import { beijing, bureau } from '../calendar/testing-calendars.ts'
import { twoClocks } from './two-clocks.ts'

it('runs for the person from registration and for the unit from its signature', () => {
  const times = { registeredAt: beijing('2026-03-02 10:00'), signedAt: beijing('2026-03-05 09:00'), until: beijing('2026-03-09 11:00') }
  expect(twoClocks(bureau, times)).toEqual({ requester: { since: times.registeredAt, workingDays: 5 }, unit: { since: times.signedAt, workingDays: 2 } })
})
