import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import { addChild, joinEmergency } from './merge-cases.ts'
import type { CaseState } from './state.ts'
import { accepts, mine, onSpot, passesTo } from './testing-acts.ts'
import { holder, idOf, people } from './testing-cast.ts'
import { Story } from './testing-story.ts'

const { li, zhou, qian, ma, shi, wu, stranger } = people
const part = { id: idOf('case', 2), number: 'GH20260302-0002' }
const joins = (state: CaseState, by: Actor) => joinEmergency(state, by, part)
const splits = (state: CaseState, by: Actor) => addChild(state, by, part)
/** Asked of Li Wen and Zhou together, handled by Qian of another section. */
const pairs = () => new Story('2026-03-02 09:00', { pair: [holder(zhou)] }).at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts)

describe('an emergency in the course of a case', () => {
  it.each([['the handler', qian], ['the handler’s head', ma], ['the first contact', li], ['the other of the pair', zhou]])('is joined to it by %s', (_, by) => {
    expect(pairs().answer(by, joins)).toBe('accepted')
  })

  it.each([['somebody of another section', shi], ['somebody of elsewhere', stranger], ['whoever supervises', wu]])('is not for %s', (_, by) => {
    expect(pairs().answer(by, joins)).toBe('not-participant')
  })

  it('is told apart from a part that was split off, which only the handler may do', () => {
    expect(pairs().does(zhou, joins).facts.at(-1)).toEqual({ kind: 'child-added', child: part, emergency: true })
    expect(pairs().does(qian, splits).facts.at(-1)).toEqual({ kind: 'child-added', child: part })
    expect(pairs().answer(zhou, splits)).toBe('not-handler')
  })

  it('is not joined to a case that nobody works on yet, or that is over', () => {
    expect(new Story('2026-03-02 09:00').answer(li, joins)).toBe('case-not-in-handling')
    expect(new Story('2026-03-02 09:00').does(li, onSpot()).answer(li, joins)).toBe('case-ended')
    expect(new Story('2026-03-02 09:00').does(li, mine()).does(li, joins).state.children).toEqual([part])
  })
})
