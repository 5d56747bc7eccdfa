import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { openObligation } from './state.ts'
import { asksForRuling, gives, mine, promises, refers, resolves, rules, takes, unclear } from './testing-acts.ts'
import { holder, people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, ma, wei, sun, stranger } = people
const story = (): Story => new Story('2026-03-02 09:00').at('09:05').does(li, mine())
const asked = (): Story => story().at('09:10').does(li, asksForRuling(tao, sun))

describe('asking who is to handle it', () => {
  it('leaves the work where it is, and the first of the arbiters owes the ruling', () => {
    const { state } = asked()
    expect(state).toMatchObject({ handler: holder(li), ruling: { askedBy: holder(li), at: beijing('2026-03-02 09:10'), reason: text(13), arbiters: [tao.personId, sun.personId] } })
    expect(state.obligations.map(({ kind, personId }) => [kind, personId])).toEqual([['resolve', li.personId], ['rule', tao.personId]])
    expect(state.legs).toHaveLength(1)
  })

  it('is refused by state, person, pending referral, pending ruling, and without anybody to rule', () => {
    expect(new Story('2026-03-02 09:00').answer(stranger, asksForRuling())).toBe('case-not-in-handling')
    expect(story().answer(zhou, asksForRuling())).toBe('not-handler')
    expect(story().does(li, refers(qian)).answer(li, asksForRuling())).toBe('referral-pending')
    expect(asked().answer(li, asksForRuling())).toBe('ruling-pending')
    expect(story().answer(li, asksForRuling())).toBe('no-arbiter')
    expect(story().answer(tao, asksForRuling(sun))).toBe('accepted')
  })
})

describe('ruling', () => {
  it('names the handler at once, without a signature; the first contact stays', () => {
    const ruled = asked().at('11:00').does(tao, rules(qian))
    expect(ruled.state).toMatchObject({ handler: holder(qian), firstContact: holder(li), ruling: null, bound: false, signedAt: beijing('2026-03-02 11:00') })
    expect(ruled.state.obligations).toMatchObject([{ kind: 'resolve', ...holder(qian) }])
    expect(ruled.facts.at(-1)).toMatchObject({ kind: 'ruling-given', instruction: text(16), binding: false })
    expect(ruled.facts.at(-1)?.closes?.map(({ as }) => as)).toEqual(['met', 'void'])
    expect(ruled.state.legs.map(({ personId }) => personId)).toEqual([li.personId, qian.personId])
  })

  it('is for any of the arbiters, and for nobody else, whatever they head', () => {
    expect(story().answer(tao, rules(qian))).toBe('no-pending-ruling')
    expect(asked().answer(sun, rules(qian))).toBe('accepted')
    expect(asked().answer(wei, rules(qian))).toBe('not-arbiter')
    expect(asked().answer(li, rules(qian))).toBe('not-arbiter')
  })

  it('is also for whoever the ladder tells when the first arbiter is silent', () => {
    const late = asked().at('2026-03-03 09:10')
    expect(late.timeWorks(() => [wei.personId])).toEqual(['warn rule', 'late rule', 'rung 1 rule'])
    expect(late.state.ruling?.arbiters).toEqual([tao.personId, sun.personId, wei.personId])
    expect(late.answer(wei, rules(ma))).toBe('accepted')
  })

  it('keeps the person’s promise and the waiting for papers when it names somebody else', () => {
    const ruled = story().does(li, promises('2026-03-06 17:30')).does(li, gives(false)).does(li, asksForRuling(tao)).at('11:00').does(tao, rules(qian))
    expect(openObligation(ruled.state, 'resolve')).toMatchObject({ dueAt: beijing('2026-03-06 17:30'), pausedAt: beijing('2026-03-02 09:05'), ...holder(qian) })
  })

  it('gives no new time to the unit that has it already', () => {
    const policy = { ...bureauPolicy, resolveFrom: 'signFor' as const }
    const ruled = new Story('2026-03-02 09:00', {}, { policy }).does(li, unclear(tao)).at('2026-03-05 09:00').does(tao, rules(zhou))
    expect(ruled.dueAt('resolve')).toBe(beijing('2026-03-16 17:30'))
    expect(ruled.state.signedAt).toBe(beijing('2026-03-02 09:00'))
  })

  it('holds up referring and resolving, not what may be done meanwhile', () => {
    expect(asked().answer(li, refers(qian))).toBe('ruling-pending')
    expect(asked().answer(li, resolves())).toBe('ruling-pending')
    expect(asked().answer(li, promises('2026-03-05 17:30'))).toBe('accepted')
    expect(asked().answer(li, gives(true))).toBe('accepted')
    expect(asked().answer(li, takes())).toBe('accepted')
  })

  it('binds where the policy allows no returns at all', () => {
    const policy = { ...bureauPolicy, returns: { ...bureauPolicy.returns, max: 0 } }
    const ruled = new Story('2026-03-02 09:00', {}, { policy }).does(li, unclear(tao)).does(tao, rules(qian))
    expect(ruled.state.bound).toBe(true)
    expect(ruled.answer(qian, refers(li))).toBe('bound-by-ruling')
  })
})
