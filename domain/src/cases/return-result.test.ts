import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Actor } from './actor.ts'
import { returnResult } from './return-result.ts'
import { openObligation, type CaseState } from './state.ts'
import { accepts, cannotReach, mine, passesTo, promises, refers, replies, resolves } from './testing-acts.ts'
import { people, text } from './testing-cast.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, ma, wu, stranger } = people
const givesBack = (state: CaseState, by: Actor, rules: Rules) => returnResult(state, by, text(24), rules)
const handled = (): Story => new Story('2026-03-02 09:00').at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts)
const resolved = (): Story => handled().at('2026-03-04 16:00').does(qian, resolves())

describe('returning a result', () => {
  it('puts the work back into the handler’s hands, in the same round and under the same limit', () => {
    const before = openObligation(handled().state, 'resolve')
    const { state, facts } = resolved().at('2026-03-05 09:00').does(li, cannotReach).does(li, givesBack)
    expect(facts.at(-1)).toMatchObject({ kind: 'result-returned', reason: text(24), closes: [{ as: 'void' }] })
    expect(state).toMatchObject({ status: 'handling', round: 1, resolution: null, outcome: null, attempts: 0, reopenings: 0, handler: { personId: qian.personId } })
    expect(state.legs.at(-1)).toMatchObject({ kind: 'hold', personId: qian.personId, from: beijing('2026-03-05 09:00'), to: null })
    expect(state.obligations.map(({ kind }) => kind)).toEqual(['resolve'])
    expect(openObligation(state, 'resolve')?.dueAt).toBe(before?.dueAt)
  })

  it('keeps what was promised to the person', () => {
    const story = handled().does(qian, promises('2026-03-06 17:30')).at('2026-03-04 16:00').does(qian, resolves()).does(li, givesBack)
    expect(openObligation(story.state, 'resolve')?.dueAt).toBe(beijing('2026-03-06 17:30'))
    const last = handled().does(qian, promises('2026-03-06 17:30')).at('2026-03-06 16:00').does(qian, resolves()).does(li, givesBack)
    expect(openObligation(last.state, 'resolve')?.dueAt).toBe(beijing('2026-03-06 17:30'))
  })

  it('leaves the time of one reply where the limit has run out meanwhile, and no more', () => {
    const { state } = resolved().at('2026-04-20 09:00').does(li, givesBack)
    const owed = openObligation(state, 'resolve')
    expect(owed?.dueAt).toBe(beijing('2026-04-21 17:30'))
    expect(owed?.lateAt).toBeNull()
  })

  it('binds whoever takes over to the same time, which they are not late for as they sign', () => {
    const { state } = resolved().at('2026-04-20 09:00').does(li, givesBack).does(qian, refers(ma)).does(ma, accepts)
    expect(openObligation(state, 'resolve')).toMatchObject({ personId: ma.personId, dueAt: beijing('2026-04-21 17:30') })
  })

  it('may happen again, and ends with an answer', () => {
    const story = resolved().does(li, givesBack).does(qian, resolves()).does(li, givesBack).does(qian, resolves()).does(li, replies())
    expect(story.state.status).toBe('answered')
  })

  it.each([['the first contact', li], ['their head', tao], ['the handler, taking it back', qian], ['the handler’s head', ma]])('is for %s', (_, by) => {
    expect(resolved().answer(by, givesBack)).toBe('accepted')
  })

  it('is refused before there is a result, after the person was told, and to anybody else', () => {
    expect(handled().answer(li, givesBack)).toBe('case-not-resolved')
    expect(resolved().does(li, replies()).answer(li, givesBack)).toBe('case-not-resolved')
    expect([zhou, wu, stranger].map((by) => resolved().answer(by, givesBack))).toEqual(['not-replier', 'not-replier', 'not-replier'])
    expect(new Story('2026-03-02 09:00').does(li, mine()).answer(li, givesBack)).toBe('case-not-resolved')
  })
})
