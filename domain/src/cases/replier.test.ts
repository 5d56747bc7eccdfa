import { describe, expect, it } from 'vitest'
import { tell } from '../notices/tell.ts'
import { bureauPolicy } from './testing-policy.ts'
import { firstContactReleased, replier } from './duties.ts'
import { replyToCase } from './reply-to-case.ts'
import { resolveCase } from './resolve-case.ts'
import { accepts, mine, passesTo } from './testing-acts.ts'
import { holder, people } from './testing-cast.ts'
import { Story } from './testing-story.ts'

const { li, qian, sun } = people
const TEXT = { id: '00000000-0000-4000-8000-000000000001', digest: '0'.repeat(64) }
const ANSWER = { outcome: 'solved' as const, text: TEXT, citation: TEXT, direction: null, phrase: null }

describe('who replies', () => {
  it('is the leader where the regulation says so and there is one, and the leader may', () => {
    const story = new Story('2026-03-02 09:00').at('09:05').does(li, mine())
    const policy = { ...bureauPolicy, replyBy: 'leader' as const }
    const rules = { ...story.rules(), policy, replyLeader: holder(sun) }
    expect(replier(story.state, rules)).toEqual(holder(sun))
    expect(replier(story.state, { policy })).toEqual(story.state.firstContact)
    const outcome = resolveCase(story.state, li, ANSWER, rules)
    const reply = outcome.ok ? outcome.facts[0]?.opens?.[0] : undefined
    expect(reply).toMatchObject({ kind: 'reply', personId: sun.personId })
    const resolved = { ...story.state, status: 'resolved' as const, obligations: reply ? [reply] : [] }
    expect(replyToCase(resolved, sun, { channel: 'phone', text: TEXT, phrase: null, close: true, caller: null }, rules).ok).toBe(true)
  })

  it('is the handler once another has signed, where the first contact’s duty ends with that', () => {
    const policy = { ...bureauPolicy, firstContactUntil: 'signedFor' as const }
    const before = new Story('2026-03-02 09:00').at('09:05').does(li, passesTo('otherUnit', qian))
    expect(firstContactReleased(before.state, policy)).toBe(false)
    const { state } = before.does(qian, accepts)
    expect(replier(state, { policy })).toEqual(state.handler)
    expect(replier(state, { policy: bureauPolicy })).toEqual(state.firstContact)
    const fact = { kind: 'case-closed' as const, unreached: false }
    const told = (regulation: typeof policy | typeof bureauPolicy) => tell({ before: state, fact, state, actor: qian.personId }, regulation)?.people ?? []
    expect(told(policy)).not.toContain(li.personId)
    expect(told(bureauPolicy)).toContain(li.personId)
  })
})
