import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Actor } from './actor.ts'
import { withdrawCase } from './close-case.ts'
import { openObligation } from './state.ts'
import { succeed } from './succeed.ts'
import { accepts, asksForRuling, cannotReach, closes, mine, onSpot, passesTo, promises, refers, replies, resolves, rules, saysNotSolved, takes } from './testing-acts.ts'
import { holder, people, text, units } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, he, shi, niu, sun, wu } = people
const follows = (leaver: Actor, successor: Actor): Parameters<Story['does']>[1] => (state, _by, given) =>
  succeed(state, { from: holder(leaver), to: holder(successor) }, given)
const handled = (): Story => new Story('2026-03-02 09:00').at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts)

describe('when somebody leaves', () => {
  it('the successor is first contact, and so on for everything the leaver held', () => {
    const { state, facts } = new Story('2026-03-02 09:00').at('09:05').does(wu, follows(li, zhou))
    expect(state).toMatchObject({ firstContact: holder(zhou), handler: holder(zhou), asked: li.personId, registeredAt: beijing('2026-03-02 09:00') })
    expect(state.obligations).toMatchObject([{ kind: 'decide', ...holder(zhou), openedAt: beijing('2026-03-02 09:05'), dueAt: beijing('2026-03-02 11:00') }])
    expect(facts.at(-1)).toMatchObject({ kind: 'succession', from: holder(li), to: holder(zhou), closes: [{ as: 'void' }] })
    expect(state.obligations[0]?.id).not.toBe(facts[0]?.opens?.[0]?.id)
    expect(state.legs.map(({ personId, to }) => [personId, to])).toEqual([[li.personId, beijing('2026-03-02 09:05')], [zhou.personId, null]])
  })

  it('whoever records it does not become part of the case', () => {
    expect(new Story('2026-03-02 09:00').does(wu, follows(li, zhou)).state.participants).toEqual([li.personId, zhou.personId])
  })

  it('the handler alone changes, when only the handler leaves; the unit’s clock goes on', () => {
    const { state } = handled().does(qian, takes()).does(qian, promises('2026-03-06 17:30')).at('2026-03-04 09:00').does(wu, follows(qian, he))
    expect(state).toMatchObject({ firstContact: holder(li), handler: holder(he), signedAt: beijing('2026-03-02 10:30'), custody: [{ holder: he.personId }] })
    expect(openObligation(state, 'resolve')).toMatchObject({ ...holder(he), dueAt: beijing('2026-03-06 17:30'), limitAt: beijing('2026-03-16 17:30') })
    expect(state.promise?.by).toBe(qian.personId)
  })

  it('what has fired already does not fire again for the successor', () => {
    const late = handled().at('2026-03-17 14:30')
    expect(late.timeWorks()).toEqual(['warn resolve', 'late resolve', 'rung 1 resolve'])
    late.does(wu, follows(qian, he))
    expect(late.timeWorks()).toEqual([])
    expect(openObligation(late.state, 'resolve')).toMatchObject({ lateAt: beijing('2026-03-16 17:30'), rung: 1 })
    expect(late.at('2026-03-17 17:30').timeWorks()).toEqual(['rung 2 resolve'])
  })

  it('a referral that waits for the leaver waits for the successor', () => {
    const { state } = new Story('2026-03-02 09:00').does(li, passesTo('otherUnit', qian)).at('10:00').does(wu, follows(qian, shi))
    expect(state.referral).toMatchObject({ from: holder(li), toPersonId: shi.personId, toUnitId: units.housing })
    expect(openObligation(state, 'signFor')).toMatchObject({ ...holder(shi), dueAt: beijing('2026-03-02 15:00') })
    expect(state.legs.at(-1)).toMatchObject({ kind: 'wait', ...holder(shi), from: beijing('2026-03-02 10:00') })
  })

  it('a referral by the leaver is the successor’s, and stays with its receiver', () => {
    const story = new Story('2026-03-02 09:00').does(li, passesTo('otherUnit', qian)).does(wu, follows(li, zhou))
    expect(story.state).toMatchObject({ handler: holder(zhou), referral: { from: holder(zhou), toPersonId: qian.personId } })
    expect(story.state.legs.at(-1)).toMatchObject({ kind: 'wait', personId: qian.personId })
    expect(story.answer(qian, accepts)).toBe('accepted')
  })

  it('a ruling asked of the leaver is for the successor to give', () => {
    const story = handled().does(qian, asksForRuling(tao, sun)).does(wu, follows(tao, niu))
    expect(story.state.ruling?.arbiters).toEqual([niu.personId, sun.personId])
    expect(openObligation(story.state, 'rule')?.personId).toBe(niu.personId)
    expect(story.answer(tao, rules(he))).toBe('not-arbiter')
    expect(story.answer(niu, rules(he))).toBe('accepted')
    expect(story.does(wu, follows(niu, sun)).state.ruling?.arbiters, 'nobody rules twice').toEqual([sun.personId])
  })

  it('a reply or a call-back that the leaver owed is owed by the successor', () => {
    const policy = { ...bureauPolicy, callBack: { ...bureauPolicy.callBack, when: 'always' as const } }
    const resolved = new Story('2026-03-02 09:00', {}, { policy }).does(li, mine()).does(li, resolves()).does(wu, follows(li, zhou))
    expect(openObligation(resolved.state, 'reply')).toMatchObject(holder(zhou))
    expect(resolved.state.legs.at(-1)).toMatchObject({ kind: 'reply', ...holder(zhou), to: null })
    const answered = resolved.does(zhou, replies({ caller: holder(niu) })).does(wu, follows(niu, sun))
    expect(openObligation(answered.state, 'callBack')).toMatchObject({ personId: sun.personId })
    expect(answered.state.legs.every(({ to }) => to !== null), 'nobody holds what is answered').toBe(true)
  })

  it('a closed case has a successor too, for it may be reopened', () => {
    const closed = new Story('2026-03-02 09:00').does(li, onSpot()).does(wu, follows(li, zhou))
    expect(closed.state).toMatchObject({ status: 'closed', firstContact: holder(zhou), handler: holder(zhou), obligations: [] })
    expect(closed.state.legs.every(({ to }) => to !== null)).toBe(true)
    expect(openObligation(closed.does('public', saysNotSolved).state, 'resolve')).toMatchObject(holder(zhou))
  })
})

describe('succession is refused', () => {
  it('for what is over for good, between one and the same, and where the leaver holds nothing', () => {
    expect(new Story('2026-03-02 09:00').does(li, (state, by, { policy }) => withdrawCase(state, by, text(24), policy)).answer(wu, follows(zhou, zhou))).toBe('case-ended')
    expect(handled().answer(wu, follows(shi, shi))).toBe('same-person')
    expect(handled().answer(wu, follows(shi, he))).toBe('not-in-case')
    expect(new Story('2026-03-02 09:00').does(li, mine()).does(li, refers(qian, { toPersonId: null })).answer(wu, follows(qian, he))).toBe('not-in-case')
  })

  it.each([
    ['giver of a referral', () => handled().does(qian, refers(shi)), qian], ['keeper of papers', () => handled().does(tao, takes()), tao],
    ['one of the arbiters', () => handled().does(qian, asksForRuling(tao, sun)), sun], ['first contact of a handled case', handled, li],
    ['replier who could not reach anybody', () => handled().does(qian, resolves()).does(li, cannotReach), li],
    ['first contact of a closed case', () => handled().does(qian, resolves()).does(li, replies()).does(li, closes), li],
  ] as const)('not for the %s', (_, story, leaver) => {
    expect(story().answer(wu, follows(leaver, niu))).toBe('accepted')
  })
})
