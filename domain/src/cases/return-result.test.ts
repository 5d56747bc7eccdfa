import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { returnResult } from './return-result.ts'
import { openObligation, type CaseState } from './state.ts'
import { askForPause } from './ask-for-approval.ts'
import { correctCase } from './correct-case.ts'
import { decideApproval } from './decide-approval.ts'
import { accepts, cannotReach, gives, mine, passesTo, promises, refers, reopens, replies, resolves, takes } from './testing-acts.ts'
import { holder, people, playOut, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, ma, wu, stranger } = people
type Act = Parameters<Story['does']>[1]
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

describe('the time of a returned result', () => {
  const corrects = (field: 'urgency' | 'matter', after: string, days: number): Act => (state, by, rules) =>
    correctCase(state, by, { field, before: null, after, same: false, reason: text(34), matter: { days, edition: 1, cites: false, inForce: true } }, rules)
  const levels = [[holder(tao)]]
  const pauses: Act = (state, by, rules) => askForPause(state, by, { cause: 'thirdParty', until: beijing('2026-03-27 17:30'), reason: text(1), levels }, rules)
  const agrees: Act = (state, by, rules) => decideApproval(state, by, { approve: true, reason: null, levels }, rules)
  const fromSigning = { ...bureauPolicy, resolveFrom: 'signFor' as const }
  const inHand = (matterDays: number | null = null, policy = bureauPolicy): Story => new Story('2026-03-02 09:00', { matterDays }, { policy }).does(li, mine())
  const paused = (): Story => inHand().at('2026-03-04 09:00').does(li, pauses).does(tao, agrees)
  const goesBack = (story: Story, at: string): Story => story.does(li, resolves()).at(at).does(li, givesBack)

  it('that was not given is no floor under shorter limits that come afterwards', () => {
    const kept = (): Story => goesBack(inHand(20, fromSigning).at('2026-03-04 16:00'), '2026-03-05 09:00')
    expect(kept().facts.at(-1)).toMatchObject({ kind: 'result-returned', given: null })
    expect(kept().dueAt('resolve')).toBe(beijing('2026-03-30 17:30'))
    expect(kept().does(li, corrects('matter', text(70).id, 3)).dueAt('resolve')).toBe(beijing('2026-03-05 17:30'))
    expect(kept().does(li, corrects('urgency', 'critical', 0)).does(li, refers(qian)).does(qian, accepts).dueAt('resolve')).toBe(beijing('2026-03-05 15:00'))
  })

  it('that was given stands under every limit that comes afterwards', () => {
    const given = goesBack(inHand().at('2026-03-13 16:00'), '2026-03-16 16:00')
    expect(given.facts.at(-1)).toMatchObject({ kind: 'result-returned', given: beijing('2026-03-17 17:30') })
    expect(given.state.course.extendedTo).toBe(beijing('2026-03-17 17:30'))
    expect(given.does(li, corrects('matter', text(70).id, 11)).dueAt('resolve')).toBe(beijing('2026-03-17 17:30'))
  })

  it('stays as a correction left it', () => {
    const graver = inHand().at('2026-03-09 09:00').does(li, corrects('urgency', 'critical', 0))
    expect(openObligation(goesBack(graver.at('10:00'), '2026-03-09 10:30').state, 'resolve')).toMatchObject({ dueAt: beijing('2026-03-10 17:30'), limitAt: beijing('2026-03-10 17:30') })
    const lighter = goesBack(new Story('2026-03-02 09:00', { urgency: 'critical' }).does(li, mine()).at('10:00').does(li, corrects('urgency', 'normal', 0)), '2026-03-02 10:30')
    expect(lighter.dueAt('resolve')).toBe(beijing('2026-03-03 17:30'))
  })

  it('follows a correction that is made while the result is checked', () => {
    const checked = (): Story => inHand(20).at('2026-03-04 16:00').does(li, resolves()).at('2026-03-05 09:00')
    const matter = checked().does(li, corrects('matter', text(70).id, 5))
    expect(matter.facts.at(-1)).toMatchObject({ kind: 'field-corrected', limit: { dueAt: beijing('2026-03-09 17:30') } })
    expect(matter.does(li, givesBack).dueAt('resolve')).toBe(beijing('2026-03-09 17:30'))
    expect(checked().does(li, corrects('urgency', 'critical', 0)).does(li, givesBack).dueAt('resolve'), 'never less than the time of one answer').toBe(beijing('2026-03-06 17:30'))
    expect(checked().does(li, replies()).does(li, corrects('matter', text(70).id, 5)).facts.at(-1)).not.toHaveProperty('limit')
  })

  it('does not count what a pause took that ended with the result', () => {
    const story = paused().at('2026-03-20 09:00').does(li, resolves())
    expect(story.facts.at(-1)).toMatchObject({ kind: 'case-resolved', minutes: 12 * 420, limit: { dueAt: beijing('2026-04-01 17:30'), pausedAt: null } })
    story.at('2026-03-23 09:00').does(li, givesBack)
    expect(openObligation(story.state, 'resolve')).toMatchObject({ dueAt: beijing('2026-04-01 17:30'), limitAt: beijing('2026-04-01 17:30') })
    expect(story.state.course).toMatchObject({ pausedMinutes: 12 * 420, extendedTo: null })
    expect(story.does(li, corrects('matter', text(70).id, 5)).dueAt('resolve'), 'the pause counts under another matter too').toBe(beijing('2026-03-25 17:30'))
  })

  it('is no shorter for a promise that the pause has put off', () => {
    const story = inHand().does(li, promises('2026-03-13 17:30')).at('2026-03-04 09:00').does(li, pauses).does(tao, agrees).at('2026-03-06 09:00')
    expect(goesBack(story, '2026-03-06 10:00').state).toMatchObject({ promise: null, obligations: [{ kind: 'resolve', dueAt: beijing('2026-03-17 17:30'), limitAt: beijing('2026-03-18 17:30') }] })
  })

  it('goes on waiting for papers, and runs anew when they come', () => {
    const waiting = inHand().does(li, gives(true, false)).at('2026-03-03 09:00').does(li, resolves()).at('2026-03-20 09:00').does(li, givesBack)
    expect(openObligation(waiting.state, 'resolve')?.pausedAt).toBe(beijing('2026-03-02 09:00'))
    expect(waiting.at('2026-03-23 09:00').does(li, takes({ given: [1] })).dueAt('resolve')).toBe(beijing('2026-04-07 17:30'))
  })

  it('runs anew from the papers that came while the result was checked', () => {
    const checked = inHand().does(li, gives(true, false)).at('2026-03-03 09:00').does(li, resolves()).at('2026-03-04 09:00').does(li, takes({ given: [1] }))
    expect(checked.state).toMatchObject({ status: 'resolved', limitFrom: beijing('2026-03-04 09:00') })
    expect(openObligation(checked.at('2026-03-09 09:00').does(li, givesBack).state, 'resolve')).toMatchObject({ dueAt: beijing('2026-03-18 17:30'), pausedAt: null })
  })

  it('is what a new round keeps of the date, too', () => {
    const story = paused().at('2026-03-20 09:00').does(li, resolves()).does(li, replies()).at('2026-03-23 09:00').does(li, reopens)
    expect(story.facts.at(-1)).toMatchObject({ kind: 'case-reopened', date: 'kept' })
    expect(story.dueAt('resolve')).toBe(beijing('2026-04-01 17:30'))
    expect(story.state.course).not.toHaveProperty('limitLeft')
  })
})

describe('facts from before the time of a result was recorded', () => {
  const old = (facts: readonly CaseFact[]): CaseFact[] => facts.map((fact) => {
    if (fact.kind === 'case-resolved') return { kind: fact.kind, resolution: fact.resolution, closes: fact.closes, opens: fact.opens }
    return fact.kind === 'result-returned' ? { kind: fact.kind, reason: fact.reason, closes: fact.closes, opens: fact.opens } : fact
  })
  const replayed = (facts: readonly CaseFact[]): CaseState => playOut(null, facts, beijing('2026-03-02 09:00'), li.personId)

  it.each([['time left', '2026-03-05 09:00', 0], ['time given', '2026-04-20 09:00', 1]])('come to the state that they came to then: %s', (_, at, given) => {
    const { facts } = resolved().at(at).does(li, givesBack)
    expect(old(facts).at(-1)).not.toHaveProperty('given')
    expect(replayed(old(facts))).toStrictEqual({ ...replayed(facts), course: { ...replayed(facts).course, extendedTo: null } })
    expect(replayed(facts).course.extendedTo).toBe(given === 1 ? beijing('2026-04-21 17:30') : null)
  })

  it('keep nothing of the limit, which is counted from its start when such a result is returned', () => {
    const story = resolved()
    story.state = replayed(old(story.facts))
    expect(story.state.course).not.toHaveProperty('limitLeft')
    expect(story.at('2026-03-05 09:00').does(li, givesBack).dueAt('resolve')).toBe(beijing('2026-03-16 17:30'))
  })
})
