import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { openObligation } from './state.ts'
import { accepts, asksForRuling, cannotReach, closes, mine, passesTo, refers, replies, resolves } from './testing-acts.ts'
import { holder, people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, he, ma, niu, stranger } = people
const story = (more = {}): Story => new Story('2026-03-02 09:00', more).at('09:05').does(li, mine())
/** Handled by Qian in another unit, first contact Li. */
const passed = (more = {}, policy = bureauPolicy): Story =>
  new Story('2026-03-02 09:00', more, { policy }).at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts)
const resolved = (more = {}, policy = bureauPolicy): Story => passed(more, policy).at('2026-03-04 16:00').does(qian, resolves())

describe('resolving', () => {
  it('makes the first contact owe the person the reply', () => {
    const done = resolved()
    expect(done.state).toMatchObject({ status: 'resolved', outcome: 'solved', toldAt: null, resolution: { outcome: 'solved', text: text(20), citation: text(11), by: qian.personId, at: beijing('2026-03-04 16:00') } })
    expect(done.state.obligations).toMatchObject([{ kind: 'reply', ...holder(li), dueAt: beijing('2026-03-05 17:30') }])
    expect(done.facts.at(-1)?.closes).toMatchObject([{ as: 'met' }])
    expect(done.state.legs.at(-1)).toEqual({ kind: 'reply', ...holder(li), from: beijing('2026-03-04 16:00'), to: null })
  })

  it('makes the handler owe it where the policy says so', () => {
    const done = resolved({}, { ...bureauPolicy, replyBy: 'handler' })
    expect(openObligation(done.state, 'reply')).toMatchObject(holder(qian))
    expect(done.state.legs.at(-1)).toMatchObject(holder(qian))
  })

  it('is refused by state, person, referral, ruling, words, reference', () => {
    const wrong = { phrase: '不归我们管', citation: null }
    expect(new Story('2026-03-02 09:00').answer(stranger, resolves(wrong))).toBe('case-not-in-handling')
    expect(passed().answer(li, resolves(wrong))).toBe('not-handler')
    expect(story().does(li, refers(qian)).answer(li, resolves(wrong))).toBe('referral-pending')
    expect(story().does(li, asksForRuling(tao)).answer(li, resolves(wrong))).toBe('ruling-pending')
    expect(story({ category: 'application' }).answer(li, resolves(wrong))).toBe('forbidden-phrase')
    expect(story({ category: 'application' }).answer(li, resolves({ citation: null }))).toBe('citation-needed')
    expect(story({ category: 'application' }).answer(li, resolves({ citation: null, outcome: 'explained' }))).toBe('citation-needed')
    expect(story({ category: 'application' }).answer(li, resolves({ citation: null, outcome: 'outside' }))).toBe('accepted')
    expect(story().answer(li, resolves({ citation: null }))).toBe('accepted')
    expect(passed().answer(ma, resolves())).toBe('accepted')
    expect(resolved().answer(qian, resolves())).toBe('case-not-in-handling')
  })
})

describe('replying', () => {
  it('is what ends the first contact’s duty', () => {
    const told = resolved().at('2026-03-05 09:00').does(li, replies())
    expect(told.state).toMatchObject({ status: 'answered', toldAt: beijing('2026-03-05 09:00'), endedAt: null, obligations: [] })
    expect(told.facts.at(-1)).toMatchObject({ kind: 'person-told', channel: 'phone', text: text(21), by: li.personId, closes: [{ as: 'met' }] })
    expect(told.state.legs.every(({ to }) => to !== null)).toBe(true)
  })

  it('closes in one go when asked to', () => {
    const told = resolved().does(li, replies({ close: true }))
    expect(told.state).toMatchObject({ status: 'closed', outcome: 'solved' })
    expect(told.facts.at(-1)).toEqual({ kind: 'case-closed', unreached: false })
  })

  it.each([['the first contact', li], ['their head', tao], ['the handler', qian], ['the handler’s head', ma]])('is for %s', (_, by) => {
    expect(resolved().answer(by, replies())).toBe('accepted')
    expect(resolved({}, { ...bureauPolicy, replyBy: 'handler' }).answer(by, replies()), 'whoever owes it').toBe('accepted')
  })

  it('is refused by state, person, words', () => {
    expect(passed().answer(stranger, replies({ phrase: '不清楚' }))).toBe('case-not-resolved')
    expect(resolved().answer(zhou, replies({ phrase: '不清楚' }))).toBe('not-replier')
    expect(resolved().answer(he, replies())).toBe('not-replier')
    expect(resolved().answer(li, replies({ phrase: '不清楚' }))).toBe('forbidden-phrase')
    expect(resolved().does(li, replies()).answer(li, replies())).toBe('case-not-resolved')
  })

  it.each([
    ['always', 'help', true], ['never', 'complaint', false], ['complaints', 'complaint', true], ['complaints', 'report', true], ['complaints', 'help', false],
  ] as const)('opens a call-back when the policy says %s and it was a %s: %s', (when, category, wanted) => {
    const policy = { ...bureauPolicy, callBack: { ...bureauPolicy.callBack, when } }
    const told = resolved({ category, readBack: true }, policy).does(li, replies({ caller: holder(niu), close: true }))
    expect(told.state.status).toBe(wanted ? 'answered' : 'closed')
    expect(told.state.obligations.map(({ kind, personId }) => [kind, personId])).toEqual(wanted ? [['callBack', niu.personId]] : [])
    expect(told.state.participants.includes(niu.personId), 'whoever is to call can see the case').toBe(wanted)
  })

  it('opens none when there is nobody to call', () => {
    expect(resolved({ category: 'complaint', readBack: true }).does(li, replies({ close: true })).state.status).toBe('closed')
  })
})

describe('not reaching the person', () => {
  it('is counted, and enough of it allows closing', () => {
    const tried = resolved().does(li, cannotReach).does(qian, cannotReach)
    expect(tried.state).toMatchObject({ attempts: 2, status: 'resolved' })
    expect(tried.answer(li, closes)).toBe('nobody-told')
    const closed = tried.does(li, cannotReach).does(li, closes)
    expect(closed.state).toMatchObject({ status: 'closed', outcome: 'solved', toldAt: null, attempts: 3, obligations: [] })
    expect(closed.facts.at(-1)).toMatchObject({ kind: 'case-closed', unreached: true, closes: [{ as: 'met' }] })
  })

  it('is refused by state and person', () => {
    expect(passed().answer(stranger, cannotReach)).toBe('case-not-resolved')
    expect(resolved().answer(stranger, cannotReach)).toBe('not-replier')
  })

  it('has to be tried at least once, even where the policy asks for nothing', () => {
    const policy = { ...bureauPolicy, contactAttempts: 0 }
    expect(resolved({}, policy).answer(li, closes)).toBe('nobody-told')
    expect(resolved({}, policy).does(li, cannotReach).answer(li, closes)).toBe('accepted')
  })
})

describe('a reply that belongs inside the limit for resolving', () => {
  const policy = { ...bureauPolicy, replyInsideLimit: true }

  it('is due with the limit when that comes first, and after the usual time when not', () => {
    const limit = passed({}, policy).state.obligations.find(({ kind }) => kind === 'resolve')?.dueAt ?? ''
    const early = passed({}, policy).does(qian, resolves()).state.obligations[0]
    expect(early?.dueAt).toBe(passed().does(qian, resolves()).state.obligations[0]?.dueAt)
    const lastMinute = new Date(Date.parse(limit) + 8 * 3_600_000 - 60_000).toISOString().slice(0, 16).replace('T', ' ')
    const late = passed({}, policy).at(lastMinute).does(qian, resolves()).state.obligations[0]
    expect(late).toMatchObject({ kind: 'reply', dueAt: limit })
  })
})
