import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import { availableActs, CASE_ACTS, type CaseAct } from './acts.ts'
import { COOPERATION_ACTS } from './cooperation-acts.ts'
import { accepts, asksForRuling, closes, gives, givesBack, mine, onSpot, passesTo, promises, refers, replies, resolves, returns, rules, takes } from './testing-acts.ts'
import { people } from './testing-cast.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, wu, stranger } = people
const all = (story: Story, by: Actor): CaseAct[] => availableActs(story.state, by, story.rules()).flatMap(({ act, refusal }) => (refusal === null ? [act] : []))
/** The way of the case itself; what colleagues do with each other has tests of its own. */
const beside: readonly string[] = COOPERATION_ACTS
const allowed = (story: Story, by: Actor): CaseAct[] => all(story, by).filter((act) => !beside.includes(act))
const refusal = (story: Story, by: Actor, act: CaseAct): string | null | undefined => availableActs(story.state, by, story.rules()).find((one) => one.act === act)?.refusal
const ANY_PART: CaseAct[] = ['takePapers', 'addNote', 'correctCase', 'addAttachment', 'revealRequester', 'reportUndone', 'informPerson']
const ANSWERED: CaseAct[] = ['takePapers', 'addNote', 'correctCase', 'addAttachment', 'revealRequester', 'reportUndone']
const HANDLES: CaseAct[] = ['askForExtension', 'askForPause', 'askForAssist', 'makeAppointment', 'askForSupport', ...ANY_PART]
const ABOVE: CaseAct[] = ['urgeCase', 'instructCase', 'superviseCase']

const registered = (): Story => new Story('2026-03-02 09:00').at('09:05')
const handling = (): Story => registered().does(li, mine())
const referred = (): Story => registered().does(li, passesTo('otherUnit', qian))

describe('what somebody may do with a case now', () => {
  it('names every act once, in the order of the case page', () => {
    expect(availableActs(handling().state, li, handling().rules()).map(({ act }) => act)).toEqual([...CASE_ACTS])
  })

  it.each<[string, () => Story, Actor, CaseAct[]]>([
    ['first contact of a new case', registered, li, ['decideCase', 'withdrawCase', ...ANY_PART]],
    ['handler', handling, li, ['promiseCase', 'issueNotice', 'referCase', 'askForRuling', 'resolveCase', 'withdrawCase', ...HANDLES]],
    ['head of the handler', handling, tao, ['promiseCase', 'issueNotice', 'referCase', 'askForRuling', 'resolveCase', 'withdrawCase', ...HANDLES, ...ABOVE]],
    ['giver of a referral', referred, li, ['withdrawReferral', 'withdrawCase', 'askForAssist', 'makeAppointment', 'askForSupport', ...ANY_PART]],
    ['receiver', referred, qian, ['acceptReferral', 'returnReferral', ...ANY_PART]],
    ['first contact while somebody else handles', () => referred().does(qian, accepts), li, ['issueNotice', 'withdrawCase', 'makeAppointment', 'askForSupport', 'urgeCase', ...ANY_PART]],
    ['arbiter', () => handling().does(li, asksForRuling(people.niu)), people.niu, ['ruleCase', ...ANY_PART]],
    ['replier', () => handling().does(li, resolves()), li, ['returnResult', 'replyToCase', 'recordContactAttempt', 'withdrawCase', ...ANY_PART]],
    ['first contact of an answered case', () => handling().does(li, resolves()).does(li, replies()), li, ['closeCase', 'reopenCase', 'confirmReceipt', ...ANSWERED]],
    ['first contact of a closed case', () => registered().does(li, onSpot()), li, ['reopenCase', 'correctCase', 'revealRequester', 'confirmReceipt', 'archiveCase', 'planEffectCheck']],
    ['keeper of papers', () => handling().does(li, takes()), li, ['promiseCase', 'issueNotice', 'takePapers', 'returnPapers', 'referCase', 'askForRuling', 'resolveCase', ...HANDLES]],
    ['colleague without part', handling, zhou, []], ['supervisor', handling, wu, ['urgeCase', 'superviseCase']], ['stranger', referred, stranger, []],
  ])('%s', (_, story, by, acts) => {
    expect(allowed(story(), by)).toEqual(CASE_ACTS.filter((act) => acts.includes(act)))
  })

  it.each<[string, () => Story, Actor, Partial<Record<CaseAct, string>>]>([
    ['a supervisor', handling, wu, { promiseCase: 'not-handler', addNote: 'not-participant', revealRequester: 'not-participant', decideCase: 'already-decided', closeCase: 'case-not-resolved' }],
    ['after the end', () => registered().does(li, onSpot()), li, { addNote: 'case-ended', closeCase: 'case-ended', addAttachment: 'case-ended', resolveCase: 'case-not-in-handling' }],
    ['while it waits for a signature', referred, li, { resolveCase: 'referral-pending', acceptReferral: 'referred-elsewhere' }],
    ['with no papers', handling, li, { returnPapers: 'no-such-custody' }],
    ['with papers given back', () => handling().does(li, takes()).does(li, givesBack()), li, { returnPapers: 'already-returned' }],
    ['with papers somebody else has', () => handling().does(tao, takes()), li, { returnPapers: 'not-custodian' }],
  ])('says why not: %s', (_, story, by, reasons) => {
    expect(Object.entries(reasons).map(([act]) => [act, refusal(story(), by, act as CaseAct)])).toEqual(Object.entries(reasons))
  })

  it('offers a promise as long as there is a day left to promise', () => {
    expect(refusal(handling().at('2026-03-16 17:29'), li, 'promiseCase')).toBeNull()
    expect(refusal(handling().at('2026-03-16 17:30'), li, 'promiseCase')).toBe('promise-in-past')
    expect(refusal(handling().does(li, promises('2026-03-04 17:30')).at('2026-03-05 09:00'), li, 'promiseCase')).toBe('promise-in-past')
  })

  it('offers a referral inside the unit where a ruling binds the case to it', () => {
    const bound = referred().does(qian, returns(tao)).does(li, refers(people.shi)).does(people.shi, returns(tao)).does(tao, rules(qian))
    expect(bound.state.bound).toBe(true)
    expect(refusal(bound, qian, 'referCase')).toBeNull()
  })

  it('gives papers back when only some of them are this person’s', () => {
    const both = handling().does(tao, takes()).does(li, takes())
    expect(refusal(both, li, 'returnPapers')).toBeNull()
  })

  it('changes nothing', () => {
    const story = handling().does(li, gives(false))
    const before = structuredClone(story.state)
    availableActs(story.state, li, story.rules())
    expect(story.state).toEqual(before)
    expect(story.answer(li, closes)).toBe('case-not-resolved')
  })
})
