import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { correctCase, type CorrectAsk } from './correct-case.ts'
import { archiveCase } from './inform-person.ts'
import { openObligation } from './state.ts'
import { accepts, mine, onSpot, refers, resolves } from './testing-acts.ts'
import { people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, qian, stranger } = people
type Act = Parameters<Story['does']>[1]
const MATTER = text(70).id

const corrects = (ask: Partial<CorrectAsk> = {}): Act => (state, by, rules) =>
  correctCase(state, by, { field: 'subject', before: state.subject, after: text(33), same: false, reason: text(34), ...ask }, rules)
const puts = (days: number | null, more: Partial<NonNullable<CorrectAsk['matter']>> = {}): Act => (state, by, rules) =>
  corrects({ field: 'matter', before: state.matterId, after: MATTER, matter: { days, edition: 3, cites: true, inForce: true, ...more } })(state, by, rules)

const asked = (): Story => new Story('2026-03-02 09:00')
const handled = (promisedAt: string | null = null): Story => asked().at('09:05').does(li, mine({ promisedAt: promisedAt === null ? null : beijing(promisedAt) }))
const closed = (policy = bureauPolicy): Story => new Story('2026-03-02 09:00', {}, { policy }).does(li, onSpot())

describe('the matter of a case', () => {
  it('is taken over with its terms as they are today, and the fact keeps what was before', () => {
    const story = handled().does(li, puts(20)).does(li, puts(5, { edition: 4, cites: false }))
    expect(story.state).toMatchObject({ matterId: MATTER, matterDays: 5, matterEdition: 4, matterCites: false })
    expect(story.facts.at(-1)).toMatchObject({ kind: 'field-corrected', field: 'matter', before: MATTER, after: MATTER, matter: { days: 5, edition: 4, cites: false } })
    expect(story.facts.at(-1)).not.toHaveProperty('matter.inForce')
  })

  it('makes the outcome cite its basis where the directory says so', () => {
    const { state } = handled().does(li, puts(20))
    expect(state.matterCites).toBe(true)
    expect(handled().does(li, puts(20)).answer(li, resolves({ citation: null }))).toBe('citation-needed')
  })

  it.each([[20, '2026-03-30 17:30'], [5, '2026-03-09 17:30'], [null, '2026-03-16 17:30']])('of %s days: the limit counts from the start', (days, due) => {
    expect(asked().does(li, puts(days)).at('09:05').does(li, mine()).dueAt('resolve')).toBe(beijing(due))
    expect(handled().at('2026-03-04 10:00').does(li, puts(days)).dueAt('resolve')).toBe(beijing(due))
  })

  it('never moves the due past what was promised to the person', () => {
    const { state } = handled('2026-03-10 17:30').does(li, puts(20))
    expect(openObligation(state, 'resolve')).toMatchObject({ dueAt: beijing('2026-03-10 17:30'), limitAt: beijing('2026-03-30 17:30') })
    expect(handled('2026-03-10 17:30').does(li, puts(5)).dueAt('resolve')).toBe(beijing('2026-03-09 17:30'))
  })

  it('whose time has gone by already leaves that time from now, if that is sooner than what held', () => {
    expect(handled().at('2026-03-06 10:00').does(li, puts(2)).dueAt('resolve')).toBe(beijing('2026-03-10 17:30'))
    expect(handled().at('2026-03-16 10:00').does(li, puts(2)).dueAt('resolve')).toBe(beijing('2026-03-16 17:30'))
  })

  it('does not help who is late', () => {
    const late = handled().at('2026-03-17 09:00')
    late.timeWorks()
    expect(late.does(li, puts(20)).dueAt('resolve')).toBe(beijing('2026-03-16 17:30'))
    expect(handled().at('2026-03-17 09:00').does(li, puts(20)).dueAt('resolve')).toBe(beijing('2026-03-16 17:30'))
  })

  it('is for those who decide or handle the case, and for their heads', () => {
    expect(handled().answer(tao, puts(5))).toBe('accepted')
    expect(handled().answer(zhou, puts(5))).toBe('not-participant')
    expect(handled().answer(li, puts(5, { inForce: false }))).toBe('matter-not-in-force')
    expect(handled().answer(li, corrects({ field: 'matter', before: null, after: MATTER }))).toBe('no-such-matter')
  })
})

describe('a due moment that a correction has moved, or left as it was', () => {
  const fromSigning = { ...bureauPolicy, resolveFrom: 'signFor' as const }
  const is = (field: 'urgency' | 'category', after: string): Act => corrects({ field, after })
  const corrected: [string, string, string, Act, string][] = [
    ['graver, counted from then', 'normal', '2026-03-09 09:00', is('urgency', 'critical'), '2026-03-09 15:00'],
    ['lighter, which changes nothing', 'critical', '2026-03-02 10:00', is('urgency', 'normal'), '2026-03-02 15:00'],
    ['another category, which changes nothing', 'normal', '2026-03-03 09:00', is('category', 'consultation'), '2026-03-16 17:30'],
    ['another matter whose time has gone by', 'normal', '2026-03-06 10:00', puts(2), '2026-03-10 17:30'],
  ]

  it.each(corrected)('%s: is taken over as it stands, inside the unit and wherever the limit counts from registration', (...[, urgency, at, correction, due]) => {
    for (const [policy, receiver] of [[bureauPolicy, zhou], [bureauPolicy, qian], [fromSigning, zhou]] as const) {
      const story = new Story('2026-03-02 09:00', { urgency }, { policy }).does(li, mine()).at(at).does(li, correction)
      expect(story.dueAt('resolve')).toBe(beijing(due))
      expect(openObligation(story.does(li, refers(receiver)).does(receiver, accepts).state, 'resolve')).toMatchObject({ personId: receiver.personId, dueAt: beijing(due), limitAt: beijing(due), lateAt: null })
    }
  })

  it('is counted anew by what is right now where another unit’s clock starts', () => {
    const story = new Story('2026-03-02 09:00', {}, { policy: fromSigning }).does(li, mine()).at('2026-03-03 09:00').does(li, is('category', 'consultation'))
    expect(story.does(li, refers(qian)).does(qian, accepts).dueAt('resolve')).toBe(beijing('2026-03-05 17:30'))
  })
})

describe('what was written down of a case that has ended', () => {
  it('may be put right by the first contact and the handler, until it is archived', () => {
    expect(closed().at('2026-06-01 09:00').does(li, corrects()).state).toMatchObject({ status: 'closed', subject: text(33) })
    expect(closed().does(li, puts(5)).state).toMatchObject({ status: 'closed', matterId: MATTER, obligations: [] })
    expect(closed().answer(stranger, corrects())).toBe('case-ended')
    expect(closed().does(li, (state, by) => archiveCase(state, by, text(38))).answer(li, corrects())).toBe('case-archived')
  })

  it('or for as long as the regulation says', () => {
    const policy = { ...bureauPolicy, correctWithin: { amount: 5, unit: 'workingDays' as const } }
    expect(closed(policy).at('2026-03-09 17:00').answer(li, corrects())).toBe('accepted')
    expect(closed(policy).at('2026-03-10 09:00').answer(li, corrects())).toBe('correction-window-passed')
  })
})

it('somebody of whom nothing was written down is recorded by what is told of them now', () => {
  const story = new Story('2026-03-02 09:00', { requesterId: null }).does(li, corrects({ field: 'requesterName', before: null, newRequester: text(71).id }))
  expect(story.state.requesterId).toBe(text(71).id)
  expect(story.facts.at(-1)).toMatchObject({ kind: 'field-corrected', field: 'requesterName', requesterId: text(71).id })
})
