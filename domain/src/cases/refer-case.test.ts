import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Policy } from '../policy/policy.ts'
import { withdrawReferral } from './return-referral.ts'
import { openObligation } from './state.ts'
import { accepts, asksForRuling, gives, mine, passesTo, promises, refers, resolves, returns, rules, takes } from './testing-acts.ts'
import { holder, people, text, units } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, he, ma, shi, wei, sun, stranger, wu } = people
const story = (policy: Policy = bureauPolicy): Story => new Story('2026-03-02 09:00', {}, { policy }).at('09:05').does(li, mine())
const referred = (policy?: Policy): Story => story(policy).at('09:20').does(li, refers(qian))
const signing: Policy = { ...bureauPolicy, resolveFrom: 'signFor' }

const takesBack: Parameters<Story['does']>[1] = (state, by) => withdrawReferral(state, by, text(23))

describe('referring', () => {
  it('leaves the work with the giver until it is signed for', () => {
    const { state } = referred()
    expect(state).toMatchObject({ handler: holder(li), firstContact: holder(li), status: 'handling' })
    expect(state.obligations.map(({ kind }) => kind)).toEqual(['resolve', 'signFor'])
    expect(state.referral?.returnBy).toBe(beijing('2026-03-03 17:30'))
  })

  it('may be returned within a working day of that moment', () => {
    expect(story().at('2026-03-04 11:00').does(li, refers(qian)).state.referral).toMatchObject({ at: beijing('2026-03-04 11:00'), returnBy: beijing('2026-03-05 17:30') })
  })

  it.each([['a colleague', zhou], ['somebody else', qian], ['a stranger', stranger]])('is not for %s', (_, by) => {
    expect(story().answer(by, refers(shi))).toBe('not-handler')
  })

  it.each([['the handler', li], ['the head', tao], ['a leader over the unit', sun]])('is for %s', (_, by) => {
    expect(story().answer(by, refers(shi))).toBe('accepted')
  })

  it('is refused for one reason at a time: state, person, pending, binding, target', () => {
    expect(new Story('2026-03-02 09:00').answer(stranger, refers(qian))).toBe('case-not-in-handling')
    expect(referred().answer(stranger, refers(qian))).toBe('not-handler')
    expect(referred().answer(li, refers(shi))).toBe('referral-pending')
    expect(story().does(li, asksForRuling(tao)).answer(li, refers(li))).toBe('ruling-pending')
    expect(story().answer(li, refers(li))).toBe('same-person')
    expect(story().answer(li, refers(li, { toPersonId: null }))).toBe('same-person')
    expect(story().does(li, resolves()).answer(li, refers(qian))).toBe('case-not-in-handling')
  })
})

describe('signing for it', () => {
  it('moves the work; the first contact stays', () => {
    const signed = referred().at('10:30').does(qian, accepts)
    expect(signed.state).toMatchObject({ handler: holder(qian), firstContact: holder(li), referral: null, signedAt: beijing('2026-03-02 10:30') })
    expect(signed.state.obligations).toMatchObject([{ kind: 'resolve', ...holder(qian), dueAt: beijing('2026-03-16 17:30') }])
    expect(signed.facts.at(-1)?.closes?.map(({ as }) => as)).toEqual(['met', 'void'])
    expect(signed.state.legs.map(({ kind, personId, from, to }) => [kind, personId, from, to])).toEqual([
      ['hold', li.personId, beijing('2026-03-02 09:00'), beijing('2026-03-02 09:20')], ['wait', qian.personId, beijing('2026-03-02 09:20'), beijing('2026-03-02 10:30')],
      ['hold', qian.personId, beijing('2026-03-02 10:30'), null],
    ])
  })

  it.each([['no-pending-referral', story(), qian], ['referred-elsewhere', referred(), he], ['referred-elsewhere', referred(), li], ['referred-elsewhere', referred(), stranger]])(
    '%s', (refusal, given, by) => { expect(given.answer(by, accepts)).toBe(refusal) },
  )

  it('is for anybody of the unit when nobody is named, and for its heads always', () => {
    const toUnit = story().does(li, refers(qian, { toPersonId: null }))
    expect(toUnit.answer(he, accepts)).toBe('accepted')
    expect(toUnit.answer(shi, accepts)).toBe('referred-elsewhere')
    expect(referred().does(ma, accepts).state.handler).toEqual(holder(ma))
    expect(referred().does(wei, accepts).state.handler).toEqual({ personId: wei.personId, unitId: units.permits })
  })

  it('starts the clock of a unit that is new to the case, where the policy counts from there', () => {
    const signed = referred(signing).at('2026-03-04 10:00').does(qian, accepts)
    expect(signed.dueAt('resolve')).toBe(beijing('2026-03-18 17:30'))
    const colleague = signed.at('2026-03-10 10:00').does(qian, refers(he)).at('2026-03-11 10:00').does(he, accepts)
    expect(colleague.dueAt('resolve'), 'handing it round inside the unit gains no time').toBe(beijing('2026-03-18 17:30'))
    expect(colleague.state.signedAt).toBe(beijing('2026-03-04 10:00'))
    const back = colleague.does(he, refers(li)).at('2026-03-12 10:00').does(li, accepts)
    expect(back.dueAt('resolve')).toBe(beijing('2026-03-26 17:30'))
    expect(back.state.registeredAt).toBe(beijing('2026-03-02 09:00'))
  })

  it('keeps a promise that the person has been given', () => {
    const promised = story().does(li, promises('2026-03-05 17:30')).does(li, refers(qian)).at('10:30').does(qian, accepts)
    expect(openObligation(promised.state, 'resolve')).toMatchObject({ ...holder(qian), dueAt: beijing('2026-03-05 17:30'), limitAt: beijing('2026-03-16 17:30') })
    const now = story().does(li, promises('2026-03-02 10:30')).does(li, refers(qian)).at('10:30').does(qian, accepts)
    expect(now.dueAt('resolve')).toBe(beijing('2026-03-16 17:30'))
    const missed = story().does(li, promises('2026-03-03 17:30')).does(li, refers(qian)).at('2026-03-04 10:30').does(qian, accepts)
    expect(missed.dueAt('resolve'), 'a promise that was missed before is not missed again by the next').toBe(beijing('2026-03-16 17:30'))
  })

  it('leaves the limit waiting while papers are missing', () => {
    const missing = story().does(li, gives(true, false)).does(li, refers(qian)).at('10:30').does(qian, accepts)
    expect(openObligation(missing.state, 'resolve')?.pausedAt).toBe(beijing('2026-03-02 09:05'))
    expect(missing.does(qian, takes({ given: [1] })).state.obligations[0]?.pausedAt).toBeNull()
  })

  it('takes the papers in the giver’s custody along, and nobody else’s', () => {
    const signed = story().does(li, takes()).does(tao, takes()).does(li, refers(qian)).does(qian, accepts)
    expect(signed.state.custody.map((item) => item.holder)).toEqual([qian.personId, tao.personId])
  })
})

describe('returning it', () => {
  it('gives it back to the giver and counts', () => {
    const { state, facts } = referred().at('10:30').does(qian, returns())
    expect(state).toMatchObject({ handler: holder(li), referral: null, returns: 1 })
    expect(state.obligations).toMatchObject([{ kind: 'resolve', ...holder(li) }])
    expect(facts.at(-1)).toMatchObject({ kind: 'referral-returned', fromUnitId: units.permits, count: 1, closes: [{ as: 'met' }] })
    expect(state.legs.at(-1)).toMatchObject({ kind: 'hold', ...holder(li), from: beijing('2026-03-02 10:30') })
  })

  it('goes to an arbiter when it is one return too many, and the ruling binds', () => {
    const twice = referred().does(qian, returns(tao)).does(li, refers(shi)).does(shi, returns(tao))
    expect(twice.state).toMatchObject({ returns: 2, referral: null, ruling: { arbiters: [tao.personId] }, handler: holder(li) })
    const ruled = twice.does(tao, rules(qian))
    expect(ruled.state).toMatchObject({ bound: true, handler: holder(qian), returns: 0 })
    expect(ruled.answer(qian, refers(shi))).toBe('bound-by-ruling')
    expect(ruled.answer(qian, refers(he))).toBe('accepted')
  })

  it('is owed by the unit of the arbiter, whoever handles it', () => {
    const twice = referred().does(qian, returns(sun)).does(li, refers(shi)).does(shi, returns(sun))
    expect(openObligation(twice.state, 'rule')).toMatchObject(holder(sun))
    expect(holder(sun).unitId).not.toBe(twice.state.handler.unitId)
  })

  it('only comes back where nobody can rule', () => {
    expect(referred().does(qian, returns()).does(li, refers(shi)).does(shi, returns()).state).toMatchObject({ returns: 2, ruling: null, handler: holder(li) })
  })

  it('is refused by state, by person, by time', () => {
    expect(story().answer(stranger, returns())).toBe('no-pending-referral')
    expect(referred().at('2026-03-04 09:00').answer(he, returns())).toBe('referred-elsewhere')
    expect(referred().at('2026-03-03 17:30').answer(qian, returns())).toBe('accepted')
    expect(referred().at('2026-03-04 09:00').answer(qian, returns())).toBe('return-window-passed')
    expect(referred().at('2026-03-04 09:00').answer(qian, accepts)).toBe('accepted')
  })
})

describe('withdrawing it', () => {
  it('takes it back before anybody signs, and voids what the receiver owed', () => {
    const { state, facts } = referred().at('09:40').does(li, takesBack)
    expect(state).toMatchObject({ referral: null, handler: holder(li), returns: 0 })
    expect(state.obligations.map(({ kind }) => kind)).toEqual(['resolve'])
    expect(facts.at(-1)).toMatchObject({ kind: 'referral-withdrawn', toUnitId: units.permits, closes: [{ as: 'void' }] })
    expect(state.legs.at(-1)).toMatchObject({ kind: 'hold', ...holder(li), to: null })
  })

  it('is for the giver or a head of the giver', () => {
    expect(story().answer(li, takesBack)).toBe('no-pending-referral')
    expect(referred().answer(tao, takesBack)).toBe('accepted')
    expect(referred().answer(qian, takesBack)).toBe('not-giver')
    expect(referred().answer(wu, takesBack)).toBe('not-giver')
  })
})

describe('a referral that comes with the decision', () => {
  it('is one like any other', () => {
    const passed = new Story('2026-03-02 09:00').at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts)
    expect(passed.state).toMatchObject({ handler: holder(qian), firstContact: holder(li), branch: 'otherUnit' })
  })
})
