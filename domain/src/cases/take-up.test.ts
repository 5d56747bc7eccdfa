import { describe, expect, it } from 'vitest'
import type { CaseFact } from './fact.ts'
import { evolve } from './evolve.ts'
import { withFollowUps } from './follow-up.ts'
import { resolveCase } from './resolve-case.ts'
import { succeed } from './succeed.ts'
import type { CaseState } from './state.ts'
import { mine } from './testing-acts.ts'
import { holder, people } from './testing-cast.ts'
import { Story } from './testing-story.ts'
import { mayTakeUp, takenUp, takeUpDuty } from './take-up.ts'
import { laterBy } from '../calendar/instant.ts'

const { li, sun, wei, zhou } = people
const TEXT = { id: '00000000-0000-4000-8000-000000000001', digest: '0'.repeat(64) }

/** A case whose handler is late, told at the first rung to two. */
function climbed(): { state: CaseState; rules: ReturnType<Story['rules']>; next: string } {
  const story = new Story('2026-03-02 09:00').at('09:05').does(li, mine())
  const { state } = story
  const resolve = state.obligations.find(({ kind }) => kind === 'resolve')
  if (!resolve) throw new Error('nothing is owed')
  const at = laterBy(resolve.dueAt, 30)
  const next = laterBy(at, 60)
  const steps = [{ at: resolve.dueAt, kind: 'late' as const }, { at, kind: 'rung' as const, rung: 1 }, { at: next, kind: 'rung' as const, rung: 2 }]
  const planned: CaseState = { ...state, obligations: [{ ...resolve, steps, taken: 1, lateAt: resolve.dueAt }] }
  const fact: CaseFact = { kind: 'obligation-climbed', obligationId: resolve.id, duty: 'resolve', rung: 1, people: [sun.personId, wei.personId], scheduledAt: at, free: true }
  return { state: play(planned, fact, 'system', at), rules: { ...story.rules(), at }, next }
}

function play(state: CaseState, fact: CaseFact, actor: string, at: string): CaseState {
  return evolve(state, fact, { caseId: state.id, institutionId: state.institutionId, at, actor })
}

function taken(state: CaseState, by: typeof sun, rules: ReturnType<Story['rules']>): CaseState {
  const outcome = takeUpDuty(state, by, {}, rules)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.facts.reduce((now, fact) => play(now, fact, by.personId, rules.at), state)
}

describe('taking up a duty that has climbed', () => {
  it('is for whoever was told, once: the first has it, and the others of the rung are named', () => {
    const { state, rules } = climbed()
    expect(takeUpDuty(state, zhou, {}, rules)).toMatchObject({ ok: false, refusal: 'not-told' })
    const outcome = takeUpDuty(state, sun, {}, rules)
    expect(outcome).toMatchObject({ ok: true, facts: [{ kind: 'duty-taken-up', duty: 'resolve', rung: 1, told: [wei.personId] }] })
    const after = taken(state, sun, rules)
    expect(after.obligations.find(({ kind }) => kind === 'settle')).toMatchObject({ personId: sun.personId, level: 1 })
    expect(takeUpDuty(after, wei, {}, rules)).toMatchObject({ ok: false, refusal: 'taken-up-already' })
  })

  it('is offered to whoever it would be given to, an answered case’s call-back too', () => {
    const { state, rules } = climbed()
    const free = (now: CaseState, by: typeof sun, which: { id?: string; kind?: string } = { kind: 'resolve' }) => mayTakeUp(now, by, which)
    expect([sun, wei, zhou].map((by) => free(state, by))).toEqual([true, true, false])
    expect(free(state, { ...zhou, standsInFor: [wei.personId] })).toBe(true)
    expect([{ kind: 'reply' }, { id: 'another' }, {}].map((which) => free(state, sun, which))).toEqual([false, false, true])
    const after = taken(state, sun, rules)
    expect([sun, wei].map((by) => free(after, by))).toEqual([false, false])
    const duty = state.obligations[0]?.id ?? ''
    const higher = play(after, { kind: 'obligation-climbed', obligationId: duty, duty: 'resolve', rung: 2, people: [wei.personId], scheduledAt: rules.at, free: true }, 'system', rules.at)
    expect([sun, wei].map((by) => free(higher, by))).toEqual([false, true])
    const callBack: CaseState = { ...state, status: 'answered', obligations: state.obligations.map((one) => ({ ...one, kind: 'callBack' })) }
    expect(free(callBack, sun, { kind: 'callBack' })).toBe(true)
    expect(takeUpDuty(callBack, sun, {}, rules).ok).toBe(true)
    expect(free({ ...state, status: 'closed' }, sun)).toBe(false)
  })

  it('holds the next rung back as long as the time for settling runs, and no longer', () => {
    const { state, rules, next } = climbed()
    const after = taken(state, sun, { ...rules, policy: { ...rules.policy, limits: { ...rules.policy.limits, settle: { amount: 3, unit: 'naturalHours' } } } })
    const [resolve] = after.obligations
    expect(resolve?.steps.map(({ at }) => at)).toEqual([state.obligations[0]?.steps[0]?.at, rules.at, laterBy(rules.at, 180)])
    expect(laterBy(rules.at, 180) > next).toBe(true)
  })

  it('goes to the next level when it told somebody after that', () => {
    const { state, rules } = climbed()
    const first = taken(state, sun, rules)
    const id = first.obligations.find(({ kind }) => kind === 'resolve')?.id ?? ''
    const higher = play(first, { kind: 'obligation-climbed', obligationId: id, duty: 'resolve', rung: 2, people: [zhou.personId], scheduledAt: rules.at, free: true }, 'system', rules.at)
    const second = taken(higher, zhou, rules)
    expect(takenUp(second, id)).toMatchObject({ personId: zhou.personId, level: 2 })
    expect(second.obligations.filter(({ kind }) => kind === 'settle')).toHaveLength(1)
  })

  it('stays taken up when somebody succeeds the one who owes it, or the one who took it up', () => {
    const { state, rules } = climbed()
    const after = taken(state, sun, rules)
    const succeeded = (before: CaseState, from: typeof sun, to: typeof sun) => {
      const outcome = succeed(before, { from: holder(from), to: holder(to) }, rules)
      const happening = { caseId: before.id, institutionId: before.institutionId, at: rules.at, actor: 'system' }
      return withFollowUps(before, outcome.ok ? outcome.facts : [], happening, rules).reduce((now, fact) => evolve(now, fact, happening), before)
    }
    const handedOn = succeeded(succeeded(after, li, zhou), sun, wei)
    const id = handedOn.obligations.find(({ kind, personId }) => kind === 'resolve' && personId === zhou.personId)?.id ?? ''
    expect(takenUp(handedOn, id)).toMatchObject({ personId: wei.personId, level: 1 })
    expect(handedOn.obligations.filter(({ kind }) => kind === 'settle')).toHaveLength(1)
  })

  it('is nobody’s where the rung fired before anybody could take anything up', () => {
    const { state, rules } = climbed()
    const obligations = state.obligations.map((duty) => { const { told: _, ...rest } = duty; return rest })
    expect(takeUpDuty({ ...state, obligations }, sun, {}, rules)).toMatchObject({ ok: false, refusal: 'nothing-climbed' })
  })

  it('may be seen to by the B post of whoever took it up', () => {
    const { state, rules } = climbed()
    const after = taken(state, wei, rules)
    const answer = { outcome: 'solved' as const, text: TEXT, citation: TEXT, direction: null, phrase: null }
    expect(resolveCase(after, zhou, answer, rules).ok).toBe(false)
    expect(resolveCase(after, { ...zhou, standsInFor: [wei.personId] }, answer, rules).ok).toBe(true)
  })

  it('lets them do the work, and is over with it', () => {
    const { state, rules } = climbed()
    const after = taken(state, wei, rules)
    const outcome = resolveCase(after, wei, { outcome: 'solved', text: TEXT, citation: TEXT, direction: null, phrase: null }, rules)
    expect(outcome.ok).toBe(true)
    const happening = { caseId: after.id, institutionId: after.institutionId, at: rules.at, actor: wei.personId }
    const [fact] = withFollowUps(after, outcome.ok ? outcome.facts : [], happening, rules)
    expect(fact?.closes?.map(({ as }) => as)).toEqual(expect.arrayContaining(['met', 'met']))
    expect(fact && evolve(after, fact, happening).obligations.some(({ kind }) => kind === 'settle')).toBe(false)
  })
})
