import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { addNote } from './add-note.ts'
import type { Actor } from './actor.ts'
import { unfollowedSince } from './followed.ts'
import { withFollowUps } from './follow-up.ts'
import { accepts, closes, gives, mine, passesTo, promises, refers, replies, resolves, takes } from './testing-acts.ts'
import { idOf, people, playOut, rulesAt, text, units } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'
import { unpromisedFrom } from './unpromised.ts'

const { li, qian, he } = people
const asked = (more = {}) => new Story('2026-03-02 09:00', more)

describe('a person without a date', () => {
  it.each([
    ['since the time for answering on the spot was over', () => asked().does(li, mine()), '2026-03-02 11:00'],
    ['nor decided yet', () => asked(), '2026-03-02 11:00'],
    ['as the regulation says for how long that is', () => new Story('2026-03-02 09:00', {}, { policy: { ...bureauPolicy, limits: { ...bureauPolicy.limits, onSpot: { amount: 1, unit: 'naturalHours' } } } }), '2026-03-02 10:00'],
    ['also in another’s hands', () => asked().does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts), '2026-03-02 11:00'],
    ['once the papers they were waiting for are there', () => asked().does(li, mine()).does(li, gives(true, false)).at('10:00').does(li, takes({ given: [1] })), '2026-03-02 11:00'],
    ['not where one was promised', () => asked().does(li, mine()).does(li, promises('2026-03-04 17:00')), null],
    ['not where the matter has a limit', () => asked({ matterDays: 3 }).does(li, mine()), null],
    ['not while their papers are awaited', () => asked().does(li, mine()).does(li, gives(true, false)), null],
    ['not once there is a result', () => asked().does(li, mine()).does(li, resolves()), null],
  ])('%s', (_, story, from) => {
    expect(unpromisedFrom(story().state)).toBe(from === null ? null : beijing(from))
  })
})

describe('what the first contact follows', () => {
  const handed = () => asked().at('09:05').does(li, passesTo('otherUnit', qian)).at('10:30').does(qian, accepts)
  const noted = (story: Story, by: Actor, at: string, inPlaceOf?: string) => {
    const happening = { caseId: idOf('case', 1), institutionId: units.bureau, at: beijing(at), actor: by.personId }
    const outcome = addNote(story.state, by, { note: 'progress', text: text(1), public: false, phrase: null })
    if (!outcome.ok) throw new RangeError(outcome.refusal)
    const facts = inPlaceOf === undefined ? outcome.facts : outcome.facts.map((fact) => ({ ...fact, inPlaceOf }))
    return playOut(story.state, withFollowUps(story.state, facts, happening, rulesAt(beijing(at))), beijing(at), by.personId)
  }

  it.each([
    ['what they have themselves', () => asked().does(li, mine()), null],
    ['not before the receiver has signed', () => asked().does(li, passesTo('otherUnit', qian)), null],
    ['from the signature on', handed, '2026-03-02 10:30'],
    ['no later for being handed on', () => handed().at('14:00').does(qian, refers(he)).at('15:00').does(he, accepts), '2026-03-02 10:30'],
    ['until the person has the answer', () => handed().does(qian, resolves()), '2026-03-02 10:30'],
    ['and no longer', () => handed().does(qian, resolves()).does(li, replies()), null],
    ['nor when it has ended', () => handed().does(qian, resolves()).does(li, replies()).does(li, closes), null],
  ])('%s', (_, story, since) => {
    expect(unfollowedSince(story().state)).toBe(since === null ? null : beijing(since))
  })

  it('counts anew from each follow-up of theirs, and of nobody else', () => {
    expect(unfollowedSince(noted(handed(), li, '2026-03-04 09:00'))).toBe(beijing('2026-03-04 09:00'))
    expect(unfollowedSince(noted(handed(), qian, '2026-03-04 09:00'))).toBe(beijing('2026-03-02 10:30'))
    expect(unfollowedSince(noted(handed(), qian, '2026-03-04 09:00', li.personId))).toBe(beijing('2026-03-04 09:00'))
  })
})
