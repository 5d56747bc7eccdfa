import { describe, expect, it } from 'vitest'
import { inherit } from './inherit.ts'
import { resolveLimit } from './policy.ts'
import { plainPolicy } from './testing-policy.ts'

describe('the limit for resolving', () => {
  it.each([
    ['complaint', 'critical', { amount: 4, unit: 'workingHours' }],
    ['consultation', 'critical', { amount: 1, unit: 'workingDays' }],
    ['complaint', 'normal', { amount: 7, unit: 'workingDays' }],
    ['help', 'urgent', { amount: 10, unit: 'workingDays' }],
  ])('of a %s that is %s', (category, urgency, limit) => {
    expect(resolveLimit(plainPolicy, { category, urgency, matterLimit: null })).toEqual(limit)
  })

  it('is the matter’s own promise before any rule', () => {
    expect(resolveLimit(plainPolicy, { category: 'complaint', urgency: 'critical', matterLimit: { amount: 3, unit: 'workingDays' } })).toEqual({ amount: 3, unit: 'workingDays' })
  })

  it('is refused where no rule fits', () => {
    const policy = inherit(plainPolicy, { limits: { resolve: [{ category: 'complaint', limit: { amount: 1, unit: 'workingDays' } }] } })
    expect(() => resolveLimit(policy, { category: 'help', urgency: 'normal', matterLimit: null })).toThrow(RangeError)
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
