import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { openObligation } from './state.ts'
import { gives, mine, promises, refers, resolves, takes } from './testing-acts.ts'
import { people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, stranger } = people
const story = (): Story => new Story('2026-03-02 09:00').at('09:05').does(li, mine())

describe('promising', () => {
  it('moves the due moment forward and plans warning and ladder by it', () => {
    const promised = story().at('09:30').does(li, promises('2026-03-05 17:30'))
    expect(promised.state.promise).toEqual({ dueAt: beijing('2026-03-05 17:30'), estimated: false, text: text(17), by: li.personId, at: beijing('2026-03-02 09:30') })
    const resolve = openObligation(promised.state, 'resolve')
    expect(resolve).toMatchObject({ dueAt: beijing('2026-03-05 17:30'), limitAt: beijing('2026-03-16 17:30') })
    expect(resolve?.steps.find(({ kind }) => kind === 'late')?.at).toBe(beijing('2026-03-05 17:30'))
  })

  it('is refused by state, person, referral, and by the day', () => {
    expect(new Story('2026-03-02 09:00').answer(stranger, promises('2026-03-05 17:30'))).toBe('case-not-in-handling')
    expect(story().answer(zhou, promises('2026-03-01 17:30'))).toBe('not-handler')
    expect(story().does(li, refers(qian)).answer(li, promises('2026-03-01 17:30'))).toBe('referral-pending')
    expect(story().does(li, resolves()).answer(li, promises('2026-03-05 17:30'))).toBe('case-not-in-handling')
    expect(story().answer(li, promises('2026-03-02 09:05'))).toBe('promise-in-past')
    expect(story().answer(li, promises('2026-03-16 17:31'))).toBe('promise-beyond-limit')
    expect(story().answer(li, promises('2026-03-16 17:30'))).toBe('accepted')
    expect(story().answer(tao, promises('2026-03-05 17:30'))).toBe('accepted')
  })

  it('never moves an earlier promise back, not even after it was missed', () => {
    const promised = story().does(li, promises('2026-03-04 17:30'))
    expect(promised.answer(li, promises('2026-03-04 17:31'))).toBe('promise-later')
    expect(promised.answer(li, promises('2026-03-04 17:30'))).toBe('accepted')
    expect(promised.answer(li, promises('2026-03-03 17:30'))).toBe('accepted')
    expect(promised.at('2026-03-05 09:00').answer(li, promises('2026-03-06 17:30'))).toBe('promise-later')
  })

  it('does not start a clock that waits for papers', () => {
    const waiting = story().does(li, gives(false)).does(li, promises('2026-03-04 17:30')).at('2026-03-20 09:00')
    expect(waiting.timeWorks()).toEqual([])
    const complete = waiting.does(li, takes({ given: [0] }))
    expect(complete.state.promise, 'what was promised before the papers came is over').toBeNull()
    expect(complete.dueAt('resolve')).toBe(beijing('2026-04-03 17:30'))
  })

  it('does not send a rung of the ladder a second time', () => {
    const told = { after: { amount: 2, unit: 'workingHours' as const }, from: 'opened' as const, tell: [] }
    const policy = { ...bureauPolicy, ladders: { resolve: [told, { ...told, from: 'due' as const }] } }
    const climbing = new Story('2026-03-02 09:00', {}, { policy }).does(li, mine()).at('11:00')
    expect(climbing.timeWorks()).toEqual(['rung 1 resolve'])
    climbing.does(li, promises('2026-03-03 17:30')).at('2026-03-11 09:00')
    expect(climbing.timeWorks()).toEqual(['warn resolve', 'late resolve', 'rung 2 resolve'])
    expect(climbing.timeWorks()).toEqual([])
    expect(openObligation(climbing.state, 'resolve')).toMatchObject({ lateAt: beijing('2026-03-03 17:30'), rung: 2, taken: 3 })
  })
})
