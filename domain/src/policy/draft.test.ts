import { describe, expect, it } from 'vitest'
import { beijing, bureau } from '../calendar/testing-calendars.ts'
import { diffPolicies } from './diff-policies.ts'
import { inherit } from './inherit.ts'
import { replayBoth, type PastDuty } from './replay-duty.ts'
import { gapsTogether, roleGaps, roleGroups } from './role-coverage.ts'
import { plainPolicy } from './testing-policy.ts'

describe('what differs between two policies', () => {
  it('is nothing between equals, in whatever order they were written', () => {
    expect(diffPolicies(plainPolicy, JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(plainPolicy).toReversed()))))).toEqual([])
  })

  it('is told setting by setting; limits, roles and lists are one each', () => {
    const after = inherit(plainPolicy, { limits: { decide: { amount: 2, unit: 'workingHours' } }, categories: ['help'], callBack: { by: { of: 'handler', post: 'head' } } })
    expect(diffPolicies(plainPolicy, after).map((change) => [change.path, change.kind])).toEqual([['categories', 'changed'], ['limits.decide', 'changed'], ['callBack.by', 'changed']])
  })

  it('tells what is added and removed in a group that was not there', () => {
    expect(diffPolicies({ limits: { decide: 1 } }, { returns: { max: 2 } })).toEqual([
      { path: 'limits.decide', kind: 'removed', before: 1, after: null }, { path: 'returns.max', kind: 'added', before: null, after: 2 },
    ])
  })
})

describe('roles that nobody holds', () => {
  const root = { id: 'r', name: '局', path: ['r'], posts: ['office'] }
  const one = { id: 'a', name: '一科', path: ['r', 'a'], posts: ['head'] }
  const two = { id: 'b', name: '二科', path: ['r', 'b'], posts: [] }

  it('finds every place that names roles', () => {
    expect(roleGroups(plainPolicy).map((group) => group.path)).toEqual([
      'ladders.resolve[0].tell', 'callBack.by', 'unclear', 'absent.report', 'consult', 'transfers.by', 'unsolved.to', 'emergency.notify', 'emergency.afterHours', 'extension.approvers[0].by',
      'pause.approvers', 'refusalReport.approvers', 'help.undone', 'help.support', 'publicIntake',
    ])
  })

  it('looks upwards in the tree, and tells a slip from a unit without anybody', () => {
    const policy = { unclear: [{ of: 'handler' as const, post: 'head' }], publicIntake: { of: 'institution' as const, post: 'ofice' }, callBack: { by: { of: 'handler' as const, post: 'office' } } }
    expect(roleGaps(policy, [one, two], [root, one, two])).toEqual([
      { path: 'unclear', role: { of: 'handler', post: 'head' }, units: ['二科'], everywhere: false },
      { path: 'publicIntake', role: { of: 'institution', post: 'ofice' }, units: [], everywhere: true },
    ])
  })

  it('are told once for each post, with every place that needs it', () => {
    const rung = (...posts: string[]) => ({ tell: posts.map((post) => ({ of: 'handler' as const, post })) })
    const policy = { ladders: { resolve: [rung('head'), rung('ghost')], reply: [rung('ghost'), rung('spook')], rule: [rung('head')] }, emergency: { notify: [{ of: 'institution' as const, post: 'ghost' }] } }
    expect(gapsTogether(roleGaps(policy, [one, two], [root, one, two])).map(({ gap, alsoAt }) => [gap.everywhere ? gap.role?.post : gap.units.join(), gap.path, ...alsoAt])).toEqual([
      ['二科', 'ladders.resolve[0].tell', 'ladders.rule[0].tell'],
      ['ghost', 'ladders.resolve[1].tell', 'ladders.reply[0].tell', 'emergency.notify'],
      ['spook', 'ladders.reply[1].tell'],
    ])
  })

  it('are somebody where shifts are planned for the post: for the institution anywhere, for a unit in it or above', () => {
    const onDuty = { ...one, shiftPosts: ['guard'] }
    const asked = (of: 'institution' | 'handler') => roleGaps({ tell: [{ of, post: 'guard' }] }, [onDuty, two], [root, onDuty, two]).map(({ units, everywhere }) => [units.join(), everywhere])
    expect(asked('institution')).toEqual([])
    expect(asked('handler')).toEqual([['二科', false]])
  })

  it('is content with one of several that is somebody', () => {
    expect(roleGaps({ unclear: [{ of: 'handler', post: 'head' }, { of: 'institution', post: 'office' }] }, [one, two], [root, one, two])).toEqual([])
  })
})

describe('a duty replayed', () => {
  const duty: PastDuty = {
    kind: 'resolve', category: 'complaint', urgency: 'normal', channel: 'visit', matterDays: null, registeredAt: beijing('2026-03-02 10:00'), openedAt: beijing('2026-03-02 10:00'),
    dueAt: beijing('2026-03-11 17:30'), closedAt: beijing('2026-03-10 15:00'), pauses: [], limitFrom: beijing('2026-03-02 10:00'),
  }
  const regime = (changes: Parameters<typeof inherit>[1]) => ({ policy: inherit(plainPolicy, changes), calendar: bureau })
  const now = beijing('2026-04-01 09:00')

  it('differs when the shorter limit makes it late and climb', () => {
    const both = replayBoth(duty, { inForce: regime({}), draft: regime({ limits: { resolve: [{ limit: { amount: 3, unit: 'workingDays' } }] } }) }, now)
    expect(both).toMatchObject({ differs: true, inForce: { late: false, rung: 0 }, draft: { late: true, rung: 1, dueAt: beijing('2026-03-05 17:30') } })
  })

  it('is held against the moment it was really due where the limit stays the same', () => {
    const extended = { ...duty, dueAt: beijing('2026-03-20 17:30'), closedAt: beijing('2026-03-19 10:00') }
    const draft = regime({ ladders: { resolve: [{ after: { amount: 1, unit: 'workingHours' }, from: 'opened', tell: [{ of: 'handler', post: 'head' }] }] } })
    expect(replayBoth(extended, { inForce: regime({}), draft }, now)).toMatchObject({ differs: true, inForce: { late: false, rung: 0 }, draft: { late: false, rung: 1 } })
  })

  it('is put off by the pauses there were where the limit changes, unless the draft lets none count', () => {
    const shorter = { limits: { resolve: [{ limit: { amount: 3, unit: 'workingDays' as const } }] } }
    const paused = { ...duty, pauses: [{ from: beijing('2026-03-04 08:30'), to: beijing('2026-03-09 08:30') }] }
    const draft = (changes: Parameters<typeof inherit>[1]) => replayBoth(paused, { inForce: regime({}), draft: regime({ ...shorter, ...changes }) }, now)
    expect(draft({})).toMatchObject({ draft: { late: false, dueAt: beijing('2026-03-10 17:30') } })
    expect(draft({ pause: { stops: 'none' } })).toMatchObject({ draft: { late: true, dueAt: beijing('2026-03-05 17:30') } })
    expect(replayBoth({ ...paused, pauses: [{ from: beijing('2026-03-04 08:30'), to: null }], closedAt: null }, { inForce: regime({}), draft: regime(shorter) }, now)).toMatchObject({ draft: { late: false } })
  })

  it('counts from complete papers, but not from those of a later round', () => {
    const shorter = regime({ limits: { resolve: [{ limit: { amount: 3, unit: 'workingDays' as const } }] } })
    expect(replayBoth({ ...duty, limitFrom: beijing('2026-03-05 10:00') }, { inForce: regime({}), draft: shorter }, now)).toMatchObject({ draft: { dueAt: beijing('2026-03-10 17:30') } })
    expect(replayBoth({ ...duty, limitFrom: beijing('2026-03-12 10:00') }, { inForce: regime({}), draft: shorter }, now)).toMatchObject({ draft: { dueAt: beijing('2026-03-05 17:30') } })
  })

  it('does not differ under the same policy, and counts an open one until now', () => {
    expect(replayBoth({ ...duty, closedAt: null }, { inForce: regime({}), draft: regime({}) }, now)).toMatchObject({ differs: false, inForce: { late: true, rung: 1 } })
  })
})
