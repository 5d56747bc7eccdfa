import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Policy, StepRule } from '../policy/policy.ts'
import { correctCase } from './correct-case.ts'
import { openObligation } from './state.ts'
import { accepts, mine, passesTo, promises, resolves } from './testing-acts.ts'
import { people, playOut, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'
import { whyDue } from './why-due.ts'

const { li, qian } = people
const hours = (amount: number) => ({ amount, unit: 'workingHours' as const })
const STEPS: StepRule[] = [
  { step: 'signFor', urgency: 'critical', limit: hours(1) }, { step: 'signFor', category: 'complaint', channel: 'phone', limit: hours(2) }, { step: 'decide', urgency: 'critical', limit: hours(0.5) },
  { step: 'contact', urgency: 'critical', limit: hours(1) }, { step: 'reply', category: 'complaint', limit: hours(3) },
]
const stepped: Policy = { ...bureauPolicy, limits: { ...bureauPolicy.limits, steps: STEPS } }
const told = (more = {}, policy = stepped): Story => new Story('2026-03-02 09:00', more, { policy })
const why = (story: Story, kind: Parameters<typeof openObligation>[1]) => {
  const owed = openObligation(story.state, kind)
  return owed && whyDue(story.state, owed, story.rules())
}

describe('the limits of the steps', () => {
  it.each<[string, object, string]>([
    ['by urgency', { urgency: 'critical' }, '2026-03-02 10:05'], ['by category and channel together', { category: 'complaint', channel: 'phone', readBack: true }, '2026-03-02 11:05'],
    ['as in general where only one of two conditions holds', { category: 'complaint', readBack: true }, '2026-03-02 15:05'], ['as in general for everything else', {}, '2026-03-02 15:05'],
  ])('signing %s', (_, more, due) => {
    expect(told(more).at('09:05').does(li, passesTo('otherUnit', qian)).dueAt('signFor')).toBe(beijing(due))
  })

  it('deciding, and with it how long an answer on the spot may take', () => {
    const urgent = told({ urgency: 'critical' })
    expect(urgent.dueAt('decide')).toBe(beijing('2026-03-02 09:30'))
    expect(urgent.state.spotUntil).toBe(beijing('2026-03-02 09:30'))
    expect(told().dueAt('decide')).toBe(beijing('2026-03-02 11:00'))
  })

  it('contact is owed only of the cases that a rule names, where the regulation asks for none in general', () => {
    const taken = (more: object): Story => told(more).at('09:05').does(li, passesTo('otherUnit', qian)).at('09:30').does(qian, accepts)
    expect(taken({ urgency: 'critical' }).state.obligations.find(({ kind }) => kind === 'contact')?.dueAt).toBe(beijing('2026-03-02 10:30'))
    expect(taken({}).state.obligations.some(({ kind }) => kind === 'contact')).toBe(false)
  })

  it('a regulation without such rules gives what it always gave', () => {
    const act = (policy: Policy) => told({ urgency: 'critical' }, policy).at('09:05').does(li, passesTo('otherUnit', qian)).facts
    expect(act({ ...bureauPolicy, limits: { ...bureauPolicy.limits, steps: [] } })).toEqual(act(bureauPolicy))
  })
})

describe('why a duty is due when it is', () => {
  it('names the rule, the general limit, the matter or the promise', () => {
    expect(why(told({ urgency: 'critical' }), 'decide')).toEqual({ by: 'rule', limit: hours(0.5), conditions: { urgency: 'critical' } })
    expect(why(told(), 'decide')).toEqual({ by: 'general', limit: hours(2) })
    const handled = (more: object): Story => told(more).at('09:05').does(li, mine())
    expect(why(handled({ category: 'consultation' }), 'resolve')).toEqual({ by: 'rule', limit: { amount: 2, unit: 'workingDays' }, conditions: { category: 'consultation' } })
    expect(why(handled({ matterDays: 3 }), 'resolve')).toEqual({ by: 'matter', limit: { amount: 3, unit: 'workingDays' } })
    expect(why(handled({}), 'resolve')).toEqual({ by: 'general', limit: { amount: 10, unit: 'workingDays' } })
    expect(why(handled({}).does(li, promises('2026-03-05 12:00')), 'resolve')).toEqual({ by: 'promise' })
    expect(why(handled({ category: 'complaint', readBack: true }).at('15:00').does(li, resolves()), 'reply')).toMatchObject({ by: 'rule', conditions: { category: 'complaint' } })
  })

  it('says nothing of a date that no limit gives any more', () => {
    const story = told().at('09:05').does(li, mine())
    const owed = openObligation(story.state, 'resolve')
    expect(owed && whyDue(story.state, { ...owed, dueAt: beijing('2026-03-11 10:00') }, story.rules())).toBeNull()
  })
})

describe('a matter promised in hours or natural days', () => {
  it.each<[string, { amount: number; unit: 'workingHours' | 'naturalHours' | 'naturalDays' }, string]>([
    ['working hours', { amount: 4, unit: 'workingHours' }, '2026-03-02 15:00'], ['hours by the clock on the wall', { amount: 24, unit: 'naturalHours' }, '2026-03-03 09:00'], ['natural days, on to the next working day', { amount: 5, unit: 'naturalDays' }, '2026-03-09 17:30'],
  ])('%s', (_, matterLimit, due) => {
    const story = told({ matterLimit }).at('09:05').does(li, mine())
    expect(story.dueAt('resolve')).toBe(beijing(due))
    expect(why(story, 'resolve')).toEqual({ by: 'matter', limit: matterLimit })
  })

  it('is taken over with another matter, given up with one that promises days, and replays to the same', () => {
    const puts = (terms: { days: number | null; limit?: { amount: number; unit: 'naturalHours' } }) => (state: Story['state'], by: typeof li, rules: ReturnType<Story['rules']>) =>
      correctCase(state, by, { field: 'matter', before: state.matterId, after: text(70).id, same: false, reason: text(34), matter: { edition: 3, cites: false, inForce: true, ...terms } }, rules)
    const story = told().at('09:05').does(li, mine()).does(li, puts({ days: null, limit: { amount: 30, unit: 'naturalHours' } }))
    expect(story.dueAt('resolve')).toBe(beijing('2026-03-03 15:00'))
    expect(story.state.matterLimit).toEqual({ amount: 30, unit: 'naturalHours' })
    story.does(li, puts({ days: 2 }))
    expect(story.state).not.toHaveProperty('matterLimit')
    expect(story.dueAt('resolve')).toBe(beijing('2026-03-04 17:30'))
    expect(playOut(null, story.facts, story.now, li.personId).obligations).toEqual(story.state.obligations)
  })
})
