import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Actor } from './actor.ts'
import { appeal } from './appeal.ts'
import { answerHelp } from './ask-for-help.ts'
import { withdrawCase, withdrawPublicly } from './close-case.ts'
import { openObligation, type CaseState, type Holder } from './state.ts'
import { accepts, asksForRuling, closes, mine, promises, onSpot, passesTo, refers, reopens, replies, resolves, saysNotSolved } from './testing-acts.ts'
import { holder, people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, he, ma, niu, sun, stranger } = people
const handled = (policy = bureauPolicy): Story =>
  new Story('2026-03-02 09:00', {}, { policy }).at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts)
const told = (policy = bureauPolicy, caller: Actor | null = null): Story =>
  handled(policy).at('2026-03-04 16:00').does(qian, resolves()).at('2026-03-05 09:00').does(li, replies({ caller: caller && holder(caller) }))
const closed = (policy = bureauPolicy): Story => told(policy).at('2026-03-05 10:00').does(li, closes)
const calling = { ...bureauPolicy, callBack: { ...bureauPolicy.callBack, when: 'always' as const } }
const withdraws = (state: CaseState, by: Actor, { policy }: Rules) => withdrawCase(state, by, text(24), policy)

describe('closing', () => {
  it('ends what was answered', () => {
    const { state, facts } = closed()
    expect(state).toMatchObject({ status: 'closed', endedAt: beijing('2026-03-05 10:00'), toldAt: beijing('2026-03-05 09:00'), outcome: 'solved', obligations: [] })
    expect(facts.at(-1)).toEqual({ kind: 'case-closed', unreached: false, closes: [] })
  })

  it.each([['the first contact', li], ['their head', tao], ['the handler', qian], ['the handler’s head', ma]])('is for %s', (_, by) => {
    expect(told().answer(by, closes)).toBe('accepted')
  })

  it('is refused by end, by work undone, by person, by silence, by papers', () => {
    expect(closed().answer(stranger, closes)).toBe('case-ended')
    expect(new Story('2026-03-02 09:00').answer(stranger, closes)).toBe('case-not-resolved')
    expect(handled().answer(li, closes)).toBe('case-not-resolved')
    expect(handled().does(qian, resolves()).answer(zhou, closes)).toBe('not-closer')
    expect(handled().does(qian, resolves()).answer(li, closes)).toBe('nobody-told')
  })
})

describe('a call-back that is owed', () => {
  it('is met when whoever owes it closes the case', () => {
    const { state, facts } = told(calling, niu).does(niu, closes)
    expect(state).toMatchObject({ status: 'closed', obligations: [] })
    expect(facts.at(-1)?.closes).toMatchObject([{ as: 'met' }])
  })

  it('is for the one who owes it, and for a head of their unit', () => {
    const story = told(calling, he)
    expect(story.answer(he, closes)).toBe('accepted')
    expect(story.does(ma, closes).facts.at(-1)?.closes).toMatchObject([{ as: 'met' }])
  })

  it('was left out when somebody else closes it', () => {
    expect(told(calling, niu).does(li, closes).facts.at(-1)?.closes).toMatchObject([{ as: 'void' }])
  })

  it('lets the caller reopen the case: the call has shown that it is not solved', () => {
    const again = told(calling, niu).does(niu, reopens)
    expect(again.facts.at(-1)).toMatchObject({ kind: 'case-reopened', by: 'staff', closes: [{ as: 'met' }] })
    expect(told(calling, niu).does('public', saysNotSolved).facts.at(-1)?.closes).toMatchObject([{ as: 'void' }])
  })

  it('gives no right to end anything once there is none', () => {
    expect(told(bureauPolicy, niu).answer(niu, closes)).toBe('not-closer')
    expect(closed().answer(niu, reopens)).toBe('not-closer')
  })
})

describe('withdrawing', () => {
  it('ends the case with its reason, whatever was pending', () => {
    const { state, facts } = handled().does(qian, refers(li)).at('11:00').does(qian, withdraws)
    expect(state).toMatchObject({ status: 'withdrawn', outcome: 'withdrawn', endedAt: beijing('2026-03-02 11:00'), referral: null, ruling: null, obligations: [] })
    expect(state.legs.every(({ to }) => to !== null)).toBe(true)
    expect(facts.at(-1)).toMatchObject({ kind: 'case-withdrawn', reason: text(24), closes: [{ as: 'void' }, { as: 'void' }] })
    expect(handled().does(qian, asksForRuling(ma)).does(qian, withdraws).state.ruling).toBeNull()
  })

  it('is refused after the end, and once the person has been told', () => {
    expect(closed().answer(stranger, withdraws)).toBe('case-ended')
    expect(told().answer(li, withdraws)).toBe('case-ended')
    expect(handled().does(qian, resolves()).answer(li, withdraws)).toBe('accepted')
  })

  it('is for the first contact, the handler and their heads; other participants do not end it', () => {
    const referred = handled().does(qian, refers(he))
    expect([li, tao, qian, ma, sun].map((by) => referred.answer(by, withdraws))).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'accepted'])
    expect(referred.state.participants).toContain(he.personId)
    expect([he, zhou].map((by) => referred.answer(by, withdraws))).toEqual(['not-participant', 'not-participant'])
  })

  it('is the person’s own right, without a reason, where the policy does not say otherwise', () => {
    const takesBack = (state: CaseState, _: Actor, { policy }: Rules) => withdrawPublicly(state, null, policy)
    const { state, facts } = handled().does(qian, refers(li)).does('public', takesBack)
    expect(state).toMatchObject({ status: 'withdrawn', referral: null, obligations: [] })
    expect(facts.at(-1)).toMatchObject({ kind: 'case-withdrawn', reason: null })
    expect([told().answer(stranger, takesBack), closed().answer(stranger, takesBack)]).toEqual(['case-ended', 'case-ended'])
    expect(handled({ ...bureauPolicy, publicPages: { withdrawal: false } }).answer(stranger, takesBack)).toBe('withdrawal-not-offered')
  })

  it('is final', () => {
    expect(handled().does(li, withdraws).answer(li, reopens)).toBe('case-not-ended')
  })
})

describe('reopening', () => {
  it('starts a new round with the same people; the person’s clock runs on', () => {
    const again = closed().at('2026-03-09 09:00').does('public', saysNotSolved)
    expect(again.state).toMatchObject({
      status: 'handling', round: 2, reopenings: 1, firstContact: holder(li), handler: holder(qian), registeredAt: beijing('2026-03-02 09:00'),
      outcome: null, resolution: null, toldAt: null, endedAt: null, attempts: 0, promise: null, returns: 0, bound: false, grade: null,
    })
    expect(again.state.obligations).toMatchObject([{ kind: 'resolve', ...holder(qian), dueAt: beijing('2026-03-16 17:30') }])
    expect(again.facts.at(-1)).toMatchObject({ kind: 'case-reopened', by: 'public', reason: text(22), round: 2, date: 'kept' })
    expect(again.state.legs.at(-1)).toEqual({ kind: 'hold', ...holder(qian), from: beijing('2026-03-09 09:00'), to: null })
  })

  // Registered on 2 March, ten working days: 16 March 17:30.
  it.each([
    ['holds while it lies ahead', '2026-03-09 09:00', 'kept', '2026-03-16 17:30'],
    ['holds with just a working day left', '2026-03-13 17:30', 'kept', '2026-03-16 17:30'],
    ['moves so far that a working day is left', '2026-03-16 09:00', 'moved', '2026-03-17 17:30'],
    ['is counted anew once it has passed', '2026-03-17 09:00', 'anew', '2026-03-31 17:30'],
  ])('gives a date that %s, whoever signs for it in that round', (_, at, date, due) => {
    const again = closed().at(at).does('public', saysNotSolved)
    expect(again.facts.at(-1)).toMatchObject({ date })
    expect(again.dueAt('resolve')).toBe(beijing(due))
    expect(again.does(qian, refers(li)).does(li, accepts).dueAt('resolve')).toBe(beijing(due))
  })

  it('keeps the promise that was given, and never makes the limit of a new round longer than a limit', () => {
    const promised = handled().does(qian, promises('2026-03-10 12:00')).at('2026-03-04 16:00').does(qian, resolves()).does(li, replies({ close: true }))
    const again = promised.at('2026-03-05 09:00').does('public', saysNotSolved)
    expect(again.state.promise).toMatchObject({ dueAt: beijing('2026-03-10 12:00') })
    expect(again.dueAt('resolve')).toBe(beijing('2026-03-10 12:00'))
    const late = closed({ ...bureauPolicy, reopening: { ...bureauPolicy.reopening, atLeast: { amount: 90, unit: 'workingDays' } } }).at('2026-03-09 09:00').does('public', saysNotSolved)
    expect(late.dueAt('resolve')).toBe(beijing('2026-03-23 17:30'))
  })

  it('counts from the reopening where the policy says so', () => {
    const again = closed({ ...bureauPolicy, reopening: { ...bureauPolicy.reopening, date: 'anew' } }).at('2026-03-09 09:00').does('public', saysNotSolved)
    expect(again.state).toMatchObject({ signedAt: beijing('2026-03-09 09:00'), limitFrom: beijing('2026-03-09 09:00') })
    expect(again.dueAt('resolve')).toBe(beijing('2026-03-23 17:30'))
    expect(again.facts.at(-1)).toMatchObject({ date: 'anew' })
  })

  it('works on an answered case, and on one answered on the spot', () => {
    expect(told().does('public', saysNotSolved).state).toMatchObject({ status: 'handling', round: 2 })
    const spot = new Story('2026-03-02 09:00').does(li, onSpot()).does('public', saysNotSolved)
    expect(openObligation(spot.state, 'resolve')).toMatchObject(holder(li))
  })

  it('is refused by state, person, time, number', () => {
    expect(handled().answer(stranger, reopens)).toBe('case-not-ended')
    expect(handled().does(qian, resolves()).answer(li, reopens)).toBe('case-not-ended')
    expect(closed().at('2026-06-01 09:00').answer(zhou, reopens)).toBe('not-closer')
    const twice = closed().does(li, reopens).does(qian, resolves()).does(li, replies({ close: true }))
    expect(twice.answer(li, reopens)).toBe('too-many-reopenings')
    expect(twice.answer(stranger, saysNotSolved)).toBe('too-many-reopenings')
    expect(twice.answer(ma, reopens), 'a head of the handling unit may').toBe('accepted')
    expect(twice.at('2026-06-01 09:00').answer(ma, reopens)).toBe('reopening-window-passed')
  })

  describe('more often than may be', () => {
    const again = (to: Holder[]) => (state: CaseState, by: Actor, rules: Rules) => appeal(state, by.personId === 'public' ? null : by, { text: text(31), to }, rules)
    const usedUp = () => closed().does(li, reopens).does(qian, resolves()).does(li, replies({ close: true }))
    const asked = () => usedUp().does(li, again([holder(sun)]))
    const helpId = (state: CaseState) => state.course.help[0]?.id ?? ''

    it('is for a leader to decide in time, and keeps nobody else from what is theirs', () => {
      expect(asked().state).toMatchObject({ status: 'closed', course: { help: [{ of: 'appeal', to: [sun.personId] }] } })
      expect(asked().dueAt('appeal')).toBe(beijing('2026-03-06 17:30'))
      expect(openObligation(asked().state, 'appeal')).toMatchObject(holder(sun))
      expect(asked().answer(li, again([holder(sun)]))).toBe('already-reported')
      expect(asked().answer(li, reopens)).toBe('too-many-reopenings')
    })

    it('begins another round where the leader says so, long after the window too', () => {
      const once = asked().at('2026-06-01 09:00').does(sun, reopens)
      expect(once.state).toMatchObject({ status: 'handling', round: 3, course: { help: [] } })
      expect(once.state.obligations.map(({ kind }) => kind)).toEqual(['resolve'])
    })

    it('ends for good where the leader confirms it, and is not asked again in this round', () => {
      const confirmed = asked().does(sun, (state, by) => answerHelp(state, by, { helpId: helpId(state), text: text(32) }))
      expect(confirmed.state).toMatchObject({ status: 'closed', obligations: [], course: { help: [] } })
      expect(confirmed.answer(li, again([holder(sun)]))).toBe('too-many-reopenings')
    })

    it('holds up the closing of an answered case', () => {
      const answered = closed().does(li, reopens).does(qian, resolves()).does(li, replies()).does(li, again([holder(sun)]))
      expect(answered.answer(li, closes)).toBe('report-owed')
    })

    it('reaches nobody where the policy says so', () => {
      const policy = { ...bureauPolicy, help: { ...bureauPolicy.help, appeal: [] } }
      const none = closed(policy).does(li, reopens).does(qian, resolves()).does(li, replies({ close: true }))
      expect(none.answer(li, again([holder(sun)]))).toBe('too-many-reopenings')
    })
  })

  it('is open until the end of the window, counted from when the person was told', () => {
    expect(closed().at('2026-03-26 17:30').answer(stranger, saysNotSolved)).toBe('accepted')
    expect(closed().at('2026-03-26 17:31').answer(stranger, saysNotSolved)).toBe('reopening-window-passed')
  })

  it('is open from the closing when nobody could be told', () => {
    const policy = { ...bureauPolicy, contactAttempts: 1 }
    const unreached = new Story('2026-03-02 09:00', {}, { policy }).does(li, mine()).does(li, resolves())
      .does(li, (state) => ({ ok: true, facts: [{ kind: 'contact-failed', channel: 'phone', note: null, count: state.attempts + 1 }] })).at('2026-03-09 09:00').does(li, closes)
    expect(unreached.at('2026-03-30 17:30').answer(stranger, saysNotSolved)).toBe('accepted')
    expect(unreached.at('2026-03-30 17:31').answer(stranger, saysNotSolved)).toBe('reopening-window-passed')
  })
})
