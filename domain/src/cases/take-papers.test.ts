import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { issueNotice } from './issue-notice.ts'
import { openObligation } from './state.ts'
import { closes, gives, givesBack, mine, onSpot, passesTo, promises, refers, replies, resolves, takes, accepts } from './testing-acts.ts'
import { people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'
import { withdrawCase } from './close-case.ts'

const { li, zhou, tao, qian, he, stranger } = people
const story = (policy = bureauPolicy): Story => new Story('2026-03-02 09:00', {}, { policy }).at('09:05').does(li, mine())
const withdraws: Parameters<Story['does']>[1] = (state, by, { policy }) => withdrawCase(state, by, text(24), policy)
const runs = { ...bureauPolicy, papers: { ...bureauPolicy.papers, missing: 'runs' as const } }

describe('the one-time notice', () => {
  it('lists all papers with what is there and what is missing, and the limit waits for the missing ones', () => {
    const { state } = story().does(li, gives(true, false, false))
    expect(state.notices).toEqual([{ at: beijing('2026-03-02 09:05'), by: li.personId, papers: text(18), given: [true, false, false], breach: false }])
    expect(openObligation(state, 'resolve')?.pausedAt).toBe(beijing('2026-03-02 09:05'))
  })

  it('a second one has to say why, and the reason stands beside the breach', () => {
    const given = story().does(li, gives(false))
    const again = (reason: ReturnType<typeof text> | null) => issueNotice(given.state, li, { papers: text(18), given: [true], reason }, given.rules())
    expect(again(null)).toEqual({ ok: false, refusal: 'notice-reason-needed' })
    expect(again(text(20))).toMatchObject({ ok: true, facts: [{ kind: 'notice-issued', notice: { breach: true, reason: text(20) } }, {}] })
  })

  it('a second one is a breach, and does not prolong the waiting', () => {
    const again = story().does(li, gives(true, false)).at('2026-03-04 09:00').does(li, gives(false))
    expect(again.state.notices.map(({ breach }) => breach)).toEqual([false, true])
    expect(openObligation(again.state, 'resolve')?.pausedAt).toBe(beijing('2026-03-02 09:05'))
  })

  it('one that finds everything there ends the waiting', () => {
    const complete = story().does(li, gives(true, false)).at('2026-03-04 09:00').does(li, gives(true, true))
    expect(openObligation(complete.state, 'resolve')).toMatchObject({ pausedAt: null, dueAt: beijing('2026-03-18 17:30') })
    expect(complete.kinds().slice(-2)).toEqual(['notice-issued', 'papers-complete'])
  })

  it('that comes after the limit no longer stops the clock', () => {
    const late = story().at('2026-03-16 17:30')
    expect(late.does(li, gives(false)).state.obligations[0]?.pausedAt).toBe(beijing('2026-03-16 17:30'))
    const tooLate = story().at('2026-03-17 08:30').does(li, gives(false))
    expect(tooLate.state.obligations[0]?.pausedAt).toBeNull()
    expect(tooLate.timeWorks()).toEqual(['warn resolve', 'late resolve'])
  })

  it('stops nothing where the policy lets the limit run', () => {
    const running = new Story('2026-03-02 09:00', {}, { policy: runs }).does(li, mine()).does(li, gives(false))
    expect(running.state.obligations[0]?.pausedAt).toBeNull()
  })

  it('is refused by state, person and pending referral', () => {
    expect(new Story('2026-03-02 09:00').answer(stranger, gives(false))).toBe('case-not-in-handling')
    expect(story().answer(zhou, gives(false))).toBe('not-handler')
    expect(story().does(li, refers(qian)).answer(li, gives(false))).toBe('referral-pending')
    expect(story().does(li, refers(qian)).does(qian, accepts).answer(li, gives(false)), 'the first contact may still give it').toBe('accepted')
  })
})

describe('taking papers', () => {
  it('keeps who has them', () => {
    const { state } = story().at('09:30').does(li, takes({ count: 2 }))
    expect(state.custody).toMatchObject([{ papers: text(19), count: 2, at: beijing('2026-03-02 09:30'), by: li.personId, holder: li.personId, returnedAt: null }])
  })

  it('starts the limit anew, in full, when the last missing one has come', () => {
    const waiting = story().does(li, gives(true, false, false)).at('2026-03-03 09:00').does(li, takes({ given: [1] }))
    expect(openObligation(waiting.state, 'resolve')?.pausedAt).not.toBeNull()
    const complete = waiting.does(li, takes({ given: [2, 7, -1] }))
    expect(complete.state.notices[0]?.given).toEqual([true, true, true])
    expect(openObligation(complete.state, 'resolve')).toMatchObject({ pausedAt: null, dueAt: beijing('2026-03-17 17:30'), limitAt: beijing('2026-03-17 17:30') })
    expect(complete.kinds().slice(-2)).toEqual(['papers-taken', 'papers-complete'])
  })

  it('counts from complete papers also for whoever signs for it afterwards', () => {
    const complete = story().does(li, gives(false)).at('2026-03-20 09:00').does(li, takes({ given: [0] })).does(li, refers(qian)).does(qian, accepts)
    expect(complete.dueAt('resolve')).toBe(beijing('2026-04-03 17:30'))
    expect(complete.state.registeredAt).toBe(beijing('2026-03-02 09:00'))
  })

  it('changes neither limit nor promise where the limit ran on', () => {
    const running = new Story('2026-03-02 09:00', {}, { policy: runs }).does(li, mine({ promisedAt: beijing('2026-03-06 17:30') })).does(li, gives(false))
    const complete = running.at('2026-03-04 09:00').does(li, takes({ given: [0] }))
    expect(complete.kinds().slice(-2)).toEqual(['papers-taken', 'papers-complete'])
    expect(complete.state.promise?.dueAt).toBe(beijing('2026-03-06 17:30'))
    expect(complete.dueAt('resolve')).toBe(beijing('2026-03-06 17:30'))
    expect(complete.answer(li, promises('2026-03-09 17:30'))).toBe('promise-later')
  })

  it('is refused after the end and to those without part', () => {
    expect(story().does(li, resolves()).does(li, replies({ close: true })).answer(stranger, takes())).toBe('case-ended')
    expect(story().answer(zhou, takes())).toBe('not-participant')
    expect(story().answer(stranger, takes())).toBe('not-participant')
    expect(new Story('2026-03-02 09:00').answer(tao, takes())).toBe('accepted')
    expect(new Story('2026-03-02 09:00').does(li, passesTo('otherUnit', qian)).answer(qian, takes()), 'who has not signed yet may take them').toBe('accepted')
  })
})

describe('giving papers back', () => {
  const here = (policy = bureauPolicy): Story => story(policy).does(li, takes())

  it('is for whoever has them, or a head of a unit in the case', () => {
    expect(here().at('10:00').does(li, givesBack()).state.custody[0]?.returnedAt).toBe(beijing('2026-03-02 10:00'))
    expect(here().answer(tao, givesBack())).toBe('accepted')
    expect(here().answer(he, givesBack())).toBe('not-custodian')
    expect(here().does(li, refers(qian)).does(qian, accepts).answer(li, givesBack())).toBe('not-custodian')
  })

  it('is refused for papers that are not there, before it matters who asks', () => {
    expect(story().answer(stranger, givesBack())).toBe('no-such-custody')
    expect(here().does(li, givesBack()).answer(stranger, givesBack())).toBe('already-returned')
  })

  it('is needed before closing, where the policy says so', () => {
    const told = here().does(li, resolves()).does(li, replies({ close: true }))
    expect(told.state.status, 'the reply counts, the case stays open').toBe('answered')
    expect(told.answer(li, closes)).toBe('papers-in-custody')
    expect(told.does(li, givesBack()).answer(li, closes)).toBe('accepted')
  })

  it('is needed before a withdrawal, where the policy says so', () => {
    expect(here().answer(li, withdraws)).toBe('papers-in-custody')
    expect(here().does(li, givesBack()).answer(li, withdraws)).toBe('accepted')
  })

  it('stays possible after a case has ended with papers still here', () => {
    const withdrawn = here({ ...bureauPolicy, papers: { ...bureauPolicy.papers, returnBeforeClose: false } }).does(li, withdraws)
    expect(withdrawn.answer(li, givesBack())).toBe('accepted')
    const answered = new Story('2026-03-02 09:00').does(li, takes()).does(li, onSpot())
    expect(answered.does(li, givesBack()).does(li, closes).state.status).toBe('closed')
  })
})
