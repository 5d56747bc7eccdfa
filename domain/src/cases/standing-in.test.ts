import { describe, expect, it } from 'vitest'
import { acceptReferral } from './accept-referral.ts'
import { availableActs } from './acts.ts'
import type { Actor } from './actor.ts'
import { resolveCase } from './resolve-case.ts'
import { capacities, STOOD_IN_FOR } from './standing-in.ts'
import { accepts, asksForRuling, mine, passesTo } from './testing-acts.ts'
import { holder, people, text } from './testing-cast.ts'
import { Story } from './testing-story.ts'

const { li, qian, he, shi, zhou } = people
const inPlaceOf = (by: Actor, ...colleagues: Actor[]): Actor => ({ ...by, standsInFor: colleagues.map(({ personId }) => personId) })
const referred = (): Story => new Story('2026-03-02 09:00').at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30')
const handled = (): Story => referred().does(qian, accepts)
const allowed = (story: Story, by: Actor): string[] => availableActs(story.state, by, story.rules()).flatMap(({ act, refusal }) => (refusal === null ? [act] : []))
const answer = { outcome: 'solved' as const, text: text(7), citation: null, direction: null, phrase: null }

describe('the holder of the B post, while a colleague is away', () => {
  it('may do what the colleague may do, and nothing once they are back', () => {
    const story = handled()
    expect(allowed(story, inPlaceOf(he, qian))).toEqual(expect.arrayContaining(['resolveCase', 'promiseCase', 'issueNotice', 'referCase', 'askForExtension', 'addNote']))
    expect(allowed(story, he)).toEqual([])
    expect(resolveCase(story.state, he, answer, story.rules())).toMatchObject({ ok: false, refusal: 'not-handler' })
    expect(resolveCase(story.state, inPlaceOf(he, qian), answer, story.rules())).toMatchObject({ ok: true })
  })

  it('lays what they sign for into the hands of the colleague', () => {
    const signed = acceptReferral(referred().state, inPlaceOf(he, qian), { papersReceived: true }, referred().rules())
    expect(signed).toMatchObject({ ok: true, facts: [{ kind: 'referral-accepted', holder: holder(qian) }] })
  })

  it('may not rule, approve or allow in the colleague’s place, for that is the colleague’s own authority', () => {
    const disputed = new Story('2026-03-02 09:00').at('09:05').does(li, mine()).does(li, asksForRuling(qian))
    expect(allowed(disputed, inPlaceOf(he, qian))).not.toContain('ruleCase')
    for (const kind of ['rule', 'approve', 'allow', 'advise', 'undone', 'support'] as const) expect(STOOD_IN_FOR).not.toContain(kind)
  })

  it.each<[string, Actor, (string | null)[]]>([
    ['the own right comes first, then the colleague who holds something here', inPlaceOf(he, qian), [null, qian.personId]],
    ['several colleagues, each by themselves', inPlaceOf(he, li, qian), [null, li.personId, qian.personId]],
    ['a colleague without a part in the case counts for nothing', inPlaceOf(he, shi, zhou), [null]],
    ['nobody is away', he, [null]],
  ])('%s', (_name, by, expected) => {
    expect(capacities(by, handled().state).map((capacity) => capacity.inPlaceOf)).toEqual(expected)
    expect(capacities(by, handled().state).map((capacity) => capacity.by.standsInFor)).toEqual(expected.map((personId) => (personId === null ? [] : [personId])))
  })
})
