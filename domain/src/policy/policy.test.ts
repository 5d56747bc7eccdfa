import { describe, expect, it } from 'vitest'
import { inherit } from './inherit.ts'
import { beijing, bureau } from '../calendar/testing-calendars.ts'
import { resolveLimit } from './resolve-limit.ts'
import { plainPolicy } from './testing-policy.ts'

describe('the limit for resolving', () => {
  const plain = { channel: 'visit', matterDays: null }
  const from = { calendar: bureau, since: beijing('2026-03-02 10:00') }

  it.each([
    ['complaint', 'critical', { amount: 4, unit: 'workingHours' }],
    ['consultation', 'critical', { amount: 1, unit: 'workingDays' }],
    ['complaint', 'normal', { amount: 7, unit: 'workingDays' }],
    ['help', 'urgent', { amount: 10, unit: 'workingDays' }],
  ])('of a %s that is %s', (category, urgency, limit) => {
    expect(resolveLimit(plainPolicy, { category, urgency, ...plain }, from)).toEqual(limit)
  })

  it.each([
    ['the matter’s own promise where the rule says nothing of the urgency, shorter', { amount: 3, unit: 'workingDays' }, { category: 'complaint', urgency: 'normal', matterDays: 3 }],
    ['or longer', { amount: 20, unit: 'workingDays' }, { category: 'complaint', urgency: 'normal', matterDays: 20 }],
    ['the urgent rule where it ends before the promise', { amount: 4, unit: 'workingHours' }, { category: 'complaint', urgency: 'critical', matterDays: 3 }],
    ['the promise where it ends before the urgent rule', { amount: 1, unit: 'workingDays' }, { category: 'help', urgency: 'critical', matterDays: 1 }],
  ])('is %s', (_, limit, more) => {
    expect(resolveLimit(plainPolicy, { ...plain, ...more }, from)).toEqual(limit)
  })

  it('may depend on the channel it came by', () => {
    const policy = inherit(plainPolicy, { limits: { resolve: [{ channel: 'phone', limit: { amount: 1, unit: 'workingDays' } }, { limit: { amount: 9, unit: 'workingDays' } }] } })
    expect(['phone', 'visit'].map((channel) => resolveLimit(policy, { ...plain, category: 'help', urgency: 'normal', channel }, from).amount)).toEqual([1, 9])
  })

  it('is refused where no rule fits', () => {
    const policy = inherit(plainPolicy, { limits: { resolve: [{ category: 'complaint', limit: { amount: 1, unit: 'workingDays' } }] } })
    expect(() => resolveLimit(policy, { category: 'help', urgency: 'normal', ...plain }, from)).toThrow(RangeError)
  })
})

describe('inheriting', () => {
  it('changes nothing where the unit says nothing', () => {
    expect(inherit(plainPolicy, {})).toEqual(plainPolicy)
    expect(inherit(plainPolicy, { returns: undefined, limits: { decide: undefined }, replyBy: undefined })).toEqual(plainPolicy)
  })

  it('merges groups and keeps what they do not say', () => {
    const policy = inherit(plainPolicy, { returns: { max: 5 }, papers: { missing: 'runs' }, rating: { reasons: [] } })
    expect(policy.returns).toEqual({ ...plainPolicy.returns, max: 5 })
    expect(policy.papers).toEqual({ missing: 'runs', returnBeforeClose: true })
    expect(policy.rating.reasons).toEqual([])
    const apart = inherit(plainPolicy, { rating: { reasons: ['热情'], complaints: ['冷淡'] } })
    expect(inherit(apart, { rating: { reasons: ['热情', '太慢'] } }).rating).toEqual({ reasons: ['热情', '太慢'] })
    expect(inherit(apart, { rating: { complaints: ['太慢'] } }).rating).toEqual({ reasons: ['热情'], complaints: ['太慢'] })
  })

  it('replaces lists, limits and role references whole', () => {
    const policy = inherit(plainPolicy, {
      categories: ['help'], limits: { decide: { amount: 2, unit: 'naturalHours', dayEnd: undefined }, resolve: [{ limit: { amount: 1, unit: 'workingDays' } }] },
      callBack: { by: { of: 'handler', post: 'head' } }, unclear: [{ of: 'institution', post: 'principal' }],
    })
    expect(policy.categories).toEqual(['help'])
    expect(policy.limits.decide).toEqual({ amount: 2, unit: 'naturalHours' })
    expect(policy.limits.resolve).toHaveLength(1)
    expect(policy.callBack).toEqual({ when: 'complaints', by: { of: 'handler', post: 'head' } })
    expect(policy.unclear).toEqual([{ of: 'institution', post: 'principal' }])
  })

  it('takes a ladder away with an empty one, adds one, and lets null say there is no line', () => {
    const policy = inherit(plainPolicy, { ladders: { resolve: [], reply: plainPolicy.ladders.resolve }, supervisionLine: null })
    expect(policy.ladders).toEqual({ resolve: [], reply: plainPolicy.ladders.resolve })
    expect(policy.supervisionLine).toBeNull()
  })

  it('gives every group its merge: a part of any group leaves the rest of it as it was', () => {
    const groups = Object.entries(plainPolicy).filter(([name, value]) => typeof value === 'object' && value !== null && !Array.isArray(value) && name !== 'publicIntake')
    for (const [name, group] of groups) {
      const [first] = Object.entries(group as Record<string, unknown>)
      if (!first) throw new Error(`${name} is empty`)
      expect(inherit(plainPolicy, { [name]: Object.fromEntries([first]) })).toEqual(plainPolicy)
    }
    expect(groups).toHaveLength(22)
  })
})
