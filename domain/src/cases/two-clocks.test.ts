import { describe, expect, it } from 'vitest'
import { beijing, bureau } from '../calendar/testing-calendars.ts'
import { accepts, closes, gives, mine, passesTo, reopens, replies, resolves, takes } from './testing-acts.ts'
import { people } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'
import { twoClocks, unitClockFrom } from './two-clocks.ts'

const { li, qian } = people

it('runs for the person from registration and for the unit from its signature', () => {
  const times = { registeredAt: beijing('2026-03-02 10:00'), signedAt: beijing('2026-03-05 09:00'), until: beijing('2026-03-09 11:00') }
  expect(twoClocks(bureau, { ...times, standstills: [] })).toEqual({ requester: { since: times.registeredAt, workingDays: 5 }, unit: { since: times.signedAt, workingDays: 2 } })
})

it.each([
  ['of nobody', 'none', '2026-03-06 10:00', [5, 2]],
  ['of the unit', 'limit', '2026-03-06 10:00', [5, 1]],
  ['of both', 'both', '2026-03-06 10:00', [2, 1]],
  ['of both, until now', 'both', null, [1, 0]],
] as const)('stands still while a pause stops the clock: %s', (_, stops, to, days) => {
  const times = { registeredAt: beijing('2026-03-02 10:00'), signedAt: beijing('2026-03-05 09:00'), until: beijing('2026-03-09 11:00') }
  const { requester, unit } = twoClocks(bureau, { ...times, standstills: [{ from: beijing('2026-03-03 10:00'), to: to && beijing(to), stops }] })
  expect([requester.workingDays, unit.workingDays]).toEqual(days)
})

describe('what the unit’s clock runs from', () => {
  const runs = { ...bureauPolicy, papers: { ...bureauPolicy.papers, missing: 'runs' as const } }
  const ours = (policy = bureauPolicy) => new Story('2026-03-02 09:00', {}, { policy }).at('09:05').does(li, mine())
  const handed = () => new Story('2026-03-02 09:00').at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts)
  const inRound = () => handed().at('11:00').does(qian, resolves()).does(li, replies()).does(li, closes).at('14:00').does(li, reopens)

  it.each([
    ['registration, in the hands of whoever was asked', () => ours(), 'registration', '2026-03-02 09:00'],
    ['taking it over', handed, 'takeover', '2026-03-02 10:30'],
    ['nothing yet while papers are outstanding', () => ours().at('09:30').does(li, gives(true, false)), 'missingPapers', '2026-03-02 09:00'],
    ['the papers being complete', () => ours().does(li, gives(true, false)).at('2026-03-04 09:00').does(li, takes({ given: [1] })), 'papers', '2026-03-04 09:00'],
    ['registration all the same where the clock does not wait for papers', () => ours(runs).does(li, gives(true, false)), 'registration', '2026-03-02 09:00'],
    ['the papers being complete, though another unit had taken it over before', () => handed().does(qian, gives(true, false)).at('2026-03-04 09:00').does(li, takes({ given: [1] })), 'papers', '2026-03-04 09:00'],
    ['the new round', inRound, 'reopening', '2026-03-02 14:00'],
  ])('is %s', (_, story, from, since) => {
    const { state } = story()
    expect([unitClockFrom(state), state.signedAt]).toEqual([from, beijing(since)])
  })
})
