import { expect, it } from 'vitest'
import { nextTry } from './back-off.ts'
import { quietUntil } from './quiet-hours.ts'

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString()

it.each([
  ['before midnight, until next morning', '2026-03-02 23:10', { from: '22:00', to: '07:30' }, '2026-03-03 07:30'],
  ['after midnight, until this morning', '2026-03-03 03:00', { from: '22:00', to: '07:30' }, '2026-03-03 07:30'],
  ['at their beginning', '2026-03-02 22:00', { from: '22:00', to: '07:30' }, '2026-03-03 07:30'],
  ['not at their end', '2026-03-03 07:30', { from: '22:00', to: '07:30' }, null],
  ['over noon', '2026-03-02 12:30', { from: '12:00', to: '14:00' }, '2026-03-02 14:00'],
  ['not in the afternoon', '2026-03-02 15:00', { from: '12:00', to: '14:00' }, null],
])('quiet hours %s', (_, now, quiet, until) => {
  expect(quietUntil(at(now), 'Asia/Shanghai', quiet)).toBe(until === null ? null : at(until))
})

it('pauses grow between tries and come to an end', () => {
  const now = at('2026-03-02 09:00')
  for (const channel of ['mail', 'webhook'] as const) {
    const tries: string[] = []
    for (let attempts = 1; ; attempts += 1) {
      const next = nextTry(channel, attempts, now)
      if (next === null) break
      tries.push(next)
    }
    expect(tries).toEqual(tries.toSorted())
    expect(tries.length).toBeGreaterThan(5)
  }
})
