import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { dueStepsOf, stepFact } from './advance-obligation.ts'
import { accepts, asksForRuling, gives, mine, passesTo, resolves } from './testing-acts.ts'
import { people, playOut, rulesAt } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, tao, qian, wei, sun } = people

describe('what comes due by itself', () => {
  it('fires for all that is owed in a case, oldest first, also after a week without a server', () => {
    const story = new Story('2026-03-02 09:00').does(li, mine()).does(li, asksForRuling(tao)).at('2026-03-23 09:00')
    const due = dueStepsOf(story.state, story.now)
    expect(due.map(({ step, duty }) => `${step.kind} ${duty}`)).toEqual([
      'warn rule', 'late rule', 'rung rule', 'rung rule', 'warn resolve', 'late resolve', 'rung resolve', 'rung resolve', 'rung resolve',
    ])
    expect(due.map(({ step }) => step.at)).toEqual(due.map(({ step }) => step.at).toSorted())
    expect(story.timeWorks()).toHaveLength(9)
    expect(story.timeWorks()).toEqual([])
  })

  it('is written down as planned, not as late as the engine came', () => {
    const story = new Story('2026-03-02 09:00').at('2026-03-09 09:00')
    story.timeWorks()
    expect(story.facts.slice(1)).toEqual([
      { kind: 'obligation-warned', obligationId: story.state.obligations[0]?.id, duty: 'decide', scheduledAt: beijing('2026-03-02 10:30') },
      { kind: 'obligation-late', obligationId: story.state.obligations[0]?.id, duty: 'decide', scheduledAt: beijing('2026-03-02 11:00') },
      { kind: 'obligation-climbed', obligationId: story.state.obligations[0]?.id, duty: 'decide', rung: 1, people: [], scheduledAt: beijing('2026-03-02 12:00'), free: true },
    ])
    expect(story.state.obligations[0]).toMatchObject({ lateAt: beijing('2026-03-02 11:00'), rung: 1, taken: 3 })
  })

  it('asks the pinned policy whom a rung tells, and whoever is told takes part', () => {
    const story = new Story('2026-03-02 09:00').at('09:05').does(li, passesTo('otherUnit', qian)).at('2026-03-03 11:00')
    const asked: string[][] = []
    story.timeWorks((roles) => {
      asked.push(roles.map(({ of, post }) => `${of} ${post}`))
      return roles.length === 1 ? [sun.personId] : [wei.personId, sun.personId]
    })
    expect(asked).toEqual([['receiver head'], ['handler leaderInCharge', 'institution office']])
    expect(story.state.participants).toEqual([li.personId, qian.personId, sun.personId, wei.personId])
    expect(story.state.ruling).toBeNull()
  })

  it('makes arbiters of those whom the ladder of the ruling tells, not of those told of the work', () => {
    const story = new Story('2026-03-02 09:00').does(li, mine()).at('2026-03-16 17:00').does(li, asksForRuling(tao)).at('2026-03-17 14:30')
    expect(story.timeWorks(() => [sun.personId])).toEqual(['warn resolve', 'late resolve', 'rung 1 resolve'])
    expect(story.state.ruling?.arbiters).toEqual([tao.personId])
  })

  it('passes a silent ruling from target to target, each with its own time, whenever the engine comes round', () => {
    const policy = { ...bureauPolicy, unclear: ['office', 'leaderInCharge', 'principal'].map((post) => ({ of: 'institution' as const, post })) }
    const ask = () => new Story('2026-03-02 09:00', {}, { policy }).does(li, mine()).does(li, asksForRuling(tao))
    const holder = { office: tao, leaderInCharge: sun, principal: wei }
    const holders = (roles: { post: string }[]) => roles.map(({ post }) => holder[post as keyof typeof holder].personId)
    const seldom = ask().at('2026-03-13 09:00')
    seldom.timeWorks(holders)
    const often = ask()
    for (let hour = 0; hour <= 11 * 24; hour += 1) {
      const moment = new Date(Date.parse('2026-03-02T01:00:00Z') + hour * 3_600_000 + 8 * 3_600_000).toISOString()
      often.at(`${moment.slice(0, 10)} ${moment.slice(11, 16)}`).timeWorks(holders)
    }
    const told = (story: Story) => story.facts.flatMap((fact) => ('scheduledAt' in fact ? [`${fact.scheduledAt} ${fact.kind}`] : []))
    expect(told(seldom)).toEqual(told(often))
    expect(told(seldom).map((one) => one.split(' ')[0])).toEqual(told(seldom).map((one) => one.split(' ')[0]).toSorted())
    expect(seldom.facts.flatMap((fact) => (fact.kind === 'ruling-passed-on' ? [[fact.level, fact.arbiters]] : []))).toEqual([[1, [sun.personId]], [2, [wei.personId]]])
    expect(seldom.timeWorks(holders)).toEqual([])
  })

  it('tells nobody on a rung that the policy does not have', () => {
    const due = { obligationId: 'one', duty: 'reply' as const, step: { at: beijing('2026-03-02 09:00'), kind: 'rung' as const, rung: 9 } }
    expect(stepFact(due, rulesAt(due.step.at), ({ roles }) => roles.map(() => 'somebody'))).toMatchObject({ kind: 'obligation-climbed', rung: 9, people: [] })
  })

  it('does nothing to an obligation that has been closed in between', () => {
    const story = new Story('2026-03-02 09:00').does(li, mine()).at('2026-03-16 17:30')
    const [warning] = dueStepsOf(story.state, story.now)
    const resolved = story.does(li, resolves()).state
    if (!warning) throw new Error('no warning')
    expect(playOut(resolved, [stepFact(warning, rulesAt(warning.step.at), () => [])], story.now, 'system')).toEqual(resolved)
  })

  it('waits with the papers, and follows the work to the next handler', () => {
    const waiting = new Story('2026-03-02 09:00').does(li, mine()).does(li, gives(false)).at('2026-06-01 09:00')
    expect(waiting.timeWorks()).toEqual([])
    const handed = new Story('2026-03-02 09:00').does(li, passesTo('otherUnit', qian)).does(qian, accepts).at('2026-03-16 17:30')
    expect(handed.timeWorks()).toEqual(['warn resolve', 'late resolve'])
    expect(handed.state.obligations[0]?.personId).toBe(qian.personId)
  })
})
