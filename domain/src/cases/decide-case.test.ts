import { describe, expect, it } from 'vitest'
import { beijing, bureau } from '../calendar/testing-calendars.ts'
import type { CallAsk } from './absent-colleague.ts'
import { decideCase } from './decide-case.ts'
import { openObligation } from './state.ts'
import { mine, notOurs, onSpot, passesTo, promises, takes, unclear } from './testing-acts.ts'
import { holder, people, text, units } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const asked = (more = {}): Story => new Story('2026-03-02 09:00', more).at('09:10')
const { li, zhou, tao, qian, wei, stranger } = people

const withCall = (call: CallAsk) => ({ branch: 'unclear' as const, reason: text(30), arbiters: [tao.personId], arbiterUnitId: tao.unitId, calls: [call] })

describe('the six branches', () => {
  it('answered on the spot: resolved, told and closed in one act', () => {
    const { state, facts } = asked().does(li, onSpot())
    expect(facts.slice(1).map(({ kind }) => kind)).toEqual(['case-decided', 'case-resolved', 'person-told', 'case-closed'])
    expect(state).toMatchObject({
      status: 'closed', branch: 'onSpot', outcome: 'solved', toldAt: beijing('2026-03-02 09:10'), endedAt: beijing('2026-03-02 09:10'), obligations: [],
      firstContact: holder(li), handler: holder(li), resolution: { outcome: 'solved', text: text(10), citation: text(11), by: li.personId },
    })
    expect(facts[1]).toMatchObject({ closes: [{ as: 'met' }] })
  })

  it('not ours: explained with a direction, and closed', () => {
    const { state } = asked().does(li, notOurs())
    expect(state).toMatchObject({ status: 'closed', branch: 'notOurs', outcome: 'outside', resolution: { outcome: 'outside', direction: text(12) }, obligations: [] })
  })

  it('mine, later: the first contact resolves, counted from registration', () => {
    const story = asked().does(li, mine())
    expect(story.state).toMatchObject({ status: 'handling', branch: 'mine', handler: holder(li), promise: null })
    expect(story.state.obligations).toMatchObject([{ kind: 'resolve', ...holder(li), dueAt: beijing('2026-03-16 17:30'), estimated: false }])
    expect(story.facts.at(-1)?.closes).toMatchObject([{ as: 'met' }])
  })

  it('mine, with a promise: due when promised, never after the limit', () => {
    const { state } = asked().does(li, mine({ promisedAt: beijing('2026-03-05 17:30'), text: text(17) }))
    expect(openObligation(state, 'resolve')).toMatchObject({ dueAt: beijing('2026-03-05 17:30'), limitAt: beijing('2026-03-16 17:30') })
    expect(state.promise).toEqual({ dueAt: beijing('2026-03-05 17:30'), estimated: false, text: text(17), by: li.personId, at: beijing('2026-03-02 09:10') })
  })

  it('mine, with papers missing: the limit waits, and a promise beside it does too', () => {
    const { state } = asked().does(li, mine({ notice: { papers: text(18), given: [true, false, false] }, promisedAt: beijing('2026-03-05 17:30') }))
    expect(state.notices).toEqual([{ at: beijing('2026-03-02 09:10'), by: li.personId, papers: text(18), given: [true, false, false], breach: false }])
    expect(openObligation(state, 'resolve')).toMatchObject({ pausedAt: beijing('2026-03-02 09:10'), dueAt: beijing('2026-03-05 17:30') })
  })

  it('mine, with all papers there: the limit runs', () => {
    expect(asked().does(li, mine({ notice: { papers: text(18), given: [true, true] } })).state.obligations[0]?.pausedAt).toBeNull()
  })

  it('a colleague: the work stays here until the colleague signs', () => {
    const { state } = asked().does(li, passesTo('colleague', zhou))
    expect(state).toMatchObject({ status: 'handling', branch: 'colleague', handler: holder(li), referral: { from: holder(li), toUnitId: units.planning, toPersonId: zhou.personId } })
    expect(state.obligations.map(({ kind, personId }) => [kind, personId])).toEqual([['resolve', li.personId], ['signFor', zhou.personId]])
    expect(state.legs.map(({ kind, personId }) => [kind, personId])).toEqual([['hold', li.personId], ['wait', zhou.personId]])
  })

  it('another unit: the unit signs when nobody is named, within four office hours', () => {
    const story = asked().does(li, passesTo('otherUnit', qian, { toPersonId: null, escorted: true }))
    expect(story.state.referral).toMatchObject({ toUnitId: units.permits, toPersonId: null, returnBy: beijing('2026-03-03 17:30') })
    expect(openObligation(story.state, 'signFor')).toMatchObject({ personId: null, unitId: units.permits, dueAt: beijing('2026-03-02 15:10') })
    expect(story.facts.at(-1)).toMatchObject({ kind: 'referral-made', escorted: true })
    expect(story.state.units).toContain(units.permits)
  })

  it('unclear, for a colleague who is away: the tries to reach them are kept, none of them yet to come', () => {
    const call = { personId: qian.personId, channel: 'phone', reached: false, calledAt: beijing('2026-03-02 09:05'), note: null }
    const { facts } = asked().does(li, (state, by, rules) => decideCase(state, by, withCall(call), rules))
    expect(facts.slice(1)).toMatchObject([{ kind: 'case-decided', branch: 'unclear' }, { ...call, kind: 'colleague-called' }, { kind: 'ruling-asked' }])
    expect(asked().answer(li, (state, by, rules) => decideCase(state, by, withCall({ ...call, calledAt: beijing('2026-03-02 09:11') }), rules))).toBe('call-in-future')
  })

  it('unclear: the first of the arbiters rules, and the work stays here', () => {
    const { state } = asked().does(li, unclear(tao, wei))
    expect(state).toMatchObject({ status: 'handling', branch: 'unclear', handler: holder(li), ruling: { askedBy: holder(li), arbiters: [tao.personId, wei.personId] } })
    expect(openObligation(state, 'rule')).toMatchObject({ ...holder(tao), dueAt: beijing('2026-03-03 09:10') })
    expect(state.participants).toEqual(expect.arrayContaining([tao.personId, wei.personId]))
  })
})

describe('who decides', () => {
  it.each([['the first contact', li], ['the head in their place', tao], ['a leader over the unit', wei]])('%s', (_, by) => {
    expect(asked().answer(by, mine())).toBe('accepted')
  })

  it('also whoever was really asked, where somebody else is appointed', () => {
    expect(asked({ firstContact: holder(zhou), asked: li.personId }).answer(li, mine())).toBe('accepted')
  })

  it.each([['a colleague', zhou], ['another unit', qian], ['a stranger', stranger]])('not %s', (_, by) => {
    expect(asked().answer(by, mine())).toBe('not-first-contact')
  })

  it('nobody twice, and that comes before who asks', () => {
    expect(asked().does(li, mine()).answer(stranger, mine())).toBe('already-decided')
    expect(asked().does(li, onSpot()).answer(li, mine())).toBe('already-decided')
  })
})

describe('what is refused', () => {
  it.each([
    ['forbidden-phrase', onSpot({ phrase: '不清楚', citation: null })], ['citation-needed', onSpot({ citation: null })], ['forbidden-phrase', notOurs({ phrase: '不归我们管' })],
    ['promise-in-past', mine({ promisedAt: beijing('2026-03-02 09:10') })], ['promise-beyond-limit', mine({ promisedAt: beijing('2026-03-17 08:30') })],
    ['accepted', mine({ promisedAt: beijing('2026-03-16 17:30') })],
    ['no-arbiter', unclear()], ['not-in-your-unit', passesTo('colleague', qian)], ['accepted', passesTo('colleague', qian, { sameDepartment: true })], ['same-unit', passesTo('otherUnit', li)],
    ['same-person', passesTo('colleague', li)], ['same-person', passesTo('otherUnit', qian, { toPersonId: li.personId })],
    ['same-person', passesTo('colleague', li, { toPersonId: null })], ['accepted', notOurs()],
  ])('%s', (expected, act) => {
    expect(asked({ category: 'application' }).answer(li, act)).toBe(expected)
  })

  it('a reference is only needed where the policy wants one', () => {
    expect(asked().answer(li, onSpot({ citation: null }))).toBe('accepted')
  })
})

describe('limits', () => {
  it.each([
    ['the first rule that fits decides', { category: 'consultation' }, '2026-03-04 17:30'], ['urgency before category', { category: 'consultation', urgency: 'critical' }, '2026-03-02 15:00'],
    ['the matter before the rules', { category: 'consultation', matterDays: 20 }, '2026-03-30 17:30'],
    ['but not before the urgency', { category: 'consultation', urgency: 'critical', matterDays: 20 }, '2026-03-02 15:00'], ['otherwise the general one', {}, '2026-03-16 17:30'],
  ])('%s', (_, more, due) => {
    expect(asked(more).does(li, mine()).dueAt('resolve')).toBe(beijing(due))
  })

  it('a policy without a rule that always holds is an error, not a case without a limit', () => {
    const policy = { ...bureauPolicy, limits: { ...bureauPolicy.limits, resolve: [] } }
    expect(() => new Story('2026-03-02 09:00', {}, { policy }).answer(li, mine())).toThrow('no rule that always holds')
  })

  it('a promise within the published notices is no estimate, even where the limit is one', () => {
    const yearEnd = new Story('2026-12-28 09:00').at('09:10').does(li, mine({ promisedAt: beijing('2026-12-31 17:30') }))
    expect(openObligation(yearEnd.state, 'resolve')).toMatchObject({ dueAt: beijing('2026-12-31 17:30'), estimated: false })
    const next = new Story('2026-12-28 09:00').at('09:10').does(li, mine({ promisedAt: beijing('2027-01-05 17:30') }))
    expect(next.state.promise?.estimated).toBe(true)
    expect(bureau.knownThrough).toBe('2026-12-31')
  })

  it('a promise made at once may be moved forward later, not back', () => {
    const story = asked().does(li, mine({ promisedAt: beijing('2026-03-05 17:30') }))
    expect(story.answer(li, promises('2026-03-06 17:30'))).toBe('promise-later')
    expect(story.answer(li, promises('2026-03-04 17:30'))).toBe('accepted')
  })
})

describe('papers taken before the decision', () => {
  it('keep an answer on the spot from closing the case until they are given back', () => {
    const { state } = asked().does(li, takes()).does(li, onSpot())
    expect(state).toMatchObject({ status: 'answered', outcome: 'solved', endedAt: null, obligations: [] })
    expect(state.legs.every(({ to }) => to !== null)).toBe(true)
  })

  it('do not where the policy lets them stay', () => {
    const policy = { ...bureauPolicy, papers: { ...bureauPolicy.papers, returnBeforeClose: false } }
    expect(new Story('2026-03-02 09:00', {}, { policy }).does(li, takes()).does(li, onSpot()).state.status).toBe('closed')
  })
})
