import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { missingFields, registerCase, type Register } from './register-case.ts'
import { evolve } from './evolve.ts'
import { holder, idOf, people, playOut, question, registered, rulesAt, text, units } from './testing-cast.ts'
import { bureauPolicy, wardCalendar, wardPolicy } from './testing-policy.ts'

const at = beijing('2026-03-02 09:00')

function refusal(ask: Partial<Register>, policy = bureauPolicy): string {
  const outcome = registerCase({ ...question, ...ask }, rulesAt(at, { policy }))
  return outcome.ok ? 'accepted' : outcome.refusal
}

describe('registering', () => {
  it('lays down who was asked, and makes the first contact owe a decision in two office hours', () => {
    const state = registered(at)
    expect(state).toMatchObject({
      status: 'registered', round: 1, firstContact: holder(people.li), handler: holder(people.li), registeredAt: at, signedAt: at, branch: null, outcome: null, endedAt: null,
      participants: [people.li.personId], units: [units.planning], legs: [{ kind: 'hold', ...holder(people.li), from: at, to: null }],
    })
    expect(state.obligations).toMatchObject([{ kind: 'decide', ...holder(people.li), dueAt: beijing('2026-03-02 11:00'), lateAt: null, rung: 0, pausedAt: null }])
  })

  it('owes no decision when the decision comes with it', () => {
    const outcome = registerCase({ ...question, decides: true }, rulesAt(at))
    expect(outcome.ok && outcome.facts).toHaveLength(1)
    expect(registered(at, { decides: true }).obligations).toEqual([])
  })

  it('counts a question asked at night from the next morning, and on a ward from the moment', () => {
    const night = beijing('2026-03-02 20:10')
    expect(registered(night).obligations[0]?.dueAt).toBe(beijing('2026-03-03 10:30'))
    expect(registered(night, { category: 'help' }, rulesAt(night, { policy: wardPolicy, calendar: wardCalendar })).obligations[0]?.dueAt).toBe(beijing('2026-03-02 21:10'))
  })

  it('keeps who was really asked beside the appointed first contact and whoever wrote it down', () => {
    const outcome = registerCase({ ...question, firstContact: holder(people.zhou), asked: people.li.personId }, rulesAt(at))
    const state = playOut(null, outcome.ok ? outcome.facts : [], at, people.tao.personId)
    expect(state.participants).toEqual([people.zhou.personId, people.li.personId, people.tao.personId])
    expect(state.obligations[0]?.personId).toBe(people.zhou.personId)
  })

  it('makes nobody of the staff part of what the person wrote on the web', () => {
    const outcome = registerCase({ ...question, origin: 'public', channel: 'web' }, rulesAt(at))
    expect(playOut(null, outcome.ok ? outcome.facts : [], at, 'public').participants).toEqual([people.li.personId])
  })

  it('notes when the question was read back, and nothing when it was not', () => {
    expect(registered(at, { category: 'complaint', readBack: true }).readBackAt).toBe(at)
    expect(registered(at).readBackAt).toBeNull()
  })

  it('keeps when it happened, and marks what was written down too late', () => {
    const [morning, dayBefore] = [beijing('2026-03-02 08:40'), beijing('2026-02-25 15:00')]
    expect(registered(at, { occurredAt: morning, involvedCount: 3, involvedNames: text(7) })).toMatchObject({ occurredAt: morning, involvedCount: 3, involvedNames: text(7) })
    expect(registered(at, { occurredAt: morning }).afterwards).toBeUndefined()
    expect(registered(at, { occurredAt: dayBefore }).afterwards).toBe(true)
    expect(registered(at, { occurredAt: dayBefore }, rulesAt(at, { policy: { ...bureauPolicy, registerWithin: { amount: 10, unit: 'naturalDays' } } })).afterwards).toBeUndefined()
    expect(registered(at, { occurredAt: dayBefore, origin: 'paper' }).afterwards).toBeUndefined()
    expect(refusal({ occurredAt: beijing('2026-03-02 09:40') })).toBe('in-future')
  })

  it('is confidential when the category is, or when somebody says so', () => {
    expect(registered(at, { category: 'report' }).confidential).toBe(true)
    expect(registered(at, { confidential: true }).confidential).toBe(true)
    expect(registered(at).confidential).toBe(false)
  })

  it('takes nothing into the ledger but what belongs there', () => {
    const careless = { ...question, phone: '13800000001' }
    const outcome = registerCase(careless, rulesAt(at))
    expect(JSON.stringify(outcome)).not.toContain('13800000001')
  })

  it.each<[string, Partial<Register>]>([
    ['category-not-used', { category: 'weather', channel: 'smoke', requesterGiven: false }],
    ['channel-not-used', { category: 'complaint', channel: 'smoke', requesterGiven: false }],
    ['requester-missing', { category: 'complaint', requesterGiven: false }],
    ['read-back-needed', { category: 'complaint' }],
    ['accepted', { category: 'complaint', readBack: true }],
    ['accepted', { category: 'complaint', origin: 'public', channel: 'app' }],
    ['requester-missing', { origin: 'public', requesterGiven: false }],
    ['accepted', { origin: 'paper', category: 'complaint', channel: 'smoke', requesterGiven: false }],
  ])('%s, the first of several faults', (expected, ask) => {
    expect(refusal(ask)).toBe(expected)
  })

  it('asks for what such a call has to leave behind, by channel and category, and of nobody who would rather not say', () => {
    const policy = { ...bureauPolicy, required: { ...bureauPolicy.required, entries: [{ channel: 'phone', category: 'help', fields: ['content' as const, 'phone' as const] }] } }
    const call = { channel: 'phone', category: 'help', content: null }
    expect(missingFields({ ...question, ...call }, { policy })).toEqual(['content', 'phone'])
    expect(refusal(call, policy)).toBe('entry-incomplete')
    expect(refusal({ ...call, content: text(2) }, policy)).toBe('entry-incomplete')
    expect(refusal({ ...call, content: text(2), requesterFields: ['phone'] }, policy)).toBe('accepted')
    expect(refusal({ ...call, channel: 'visit' }, policy)).toBe('accepted')
    expect(refusal({ ...call, origin: 'paper' }, policy)).toBe('accepted')
    expect(refusal({ ...call, waived: true }, policy)).toBe('accepted')
  })

  it('asks for no requester where the policy does not', () => {
    expect(refusal({ category: 'help', requesterGiven: false }, wardPolicy)).toBe('accepted')
  })
})

describe('a stream', () => {
  const happening = { caseId: idOf('case', 1), institutionId: units.bureau, at, actor: 'system' }

  it('begins with a registration, once', () => {
    expect(() => evolve(null, { kind: 'papers-complete' }, happening)).toThrow('a case cannot begin with papers-complete')
    const outcome = registerCase(question, rulesAt(at))
    expect(() => playOut(registered(at), outcome.ok ? outcome.facts : [], at, 'system')).toThrow('a case is registered once')
  })
})
