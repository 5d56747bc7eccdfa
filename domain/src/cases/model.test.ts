import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Policy } from '../policy/policy.ts'
import { decideCase } from './decide-case.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState } from './state.ts'
import { after, holder, idOf, laterBy, people, question, registered, rulesAt, units } from './testing-cast.ts'
import { brokenByFact, brokenRules } from './testing-invariants.ts'
import { MOVES } from './testing-moves.ts'
import { bureauPolicy, wardPolicy } from './testing-policy.ts'
import { CAREFUL } from './testing-care.ts'
import { Trial, type Step } from './testing-trial.ts'

const anyStep: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof({ weight: 30, arbitrary: fc.nat(90) }, { weight: 8, arbitrary: fc.nat(2_000) }, { weight: 1, arbitrary: fc.nat(30_000) }),
  who: fc.nat(999), move: fc.nat(999), dice: fc.nat(99_999), willing: fc.nat(9).map((one) => one < 6),
})

/** Policies that differ wherever the rules ask the policy. */
const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  base: fc.constantFrom(bureauPolicy, wardPolicy), missing: fc.constantFrom<Policy['papers']['missing']>('runs', 'restarts'), returnBeforeClose: fc.boolean(),
  resolveFrom: fc.constantFrom<Policy['resolveFrom']>('registration', 'signFor'), replyBy: fc.constantFrom<Policy['replyBy']>('firstContact', 'handler'),
  callBack: fc.constantFrom<Policy['callBack']['when']>('never', 'always', 'complaints'), returns: fc.nat(3), attempts: fc.nat(3), reopenings: fc.nat(3),
  stops: fc.constantFrom<Policy['pause']['stops']>('both', 'limit', 'none'), agreed: fc.boolean(), refusals: fc.boolean(), extensions: fc.nat(2),
  second: fc.constantFrom<Policy['transfers']['second']>('free', 'approval', 'approval'), earlier: fc.constantFrom<Policy['transfers']['earlier']>('free', 'free', 'coordination'), asked: fc.boolean(), contact: fc.boolean(), careful: fc.nat(2).map((one) => one === 0), touch: fc.boolean(), pair: fc.nat(3).map((one) => one === 0),
}).map(({ base, careful, touch, pair, missing, returnBeforeClose, resolveFrom, replyBy, callBack, returns, attempts, reopenings, second, earlier, asked, contact, ...course }) => ({
  ...base, ...(careful ? CAREFUL : {}), firstContactMode: pair ? 'pair' as const : base.firstContactMode, resolveFrom, replyBy, papers: { missing, returnBeforeClose }, callBack: { ...base.callBack, when: callBack },
  returns: { ...base.returns, max: returns, basis: asked, suggestion: asked }, transfers: { ...base.transfers, second, earlier },
  unclear: [...base.unclear, { of: 'handler', post: 'leaderInCharge' }, { of: 'institution', post: 'principal' }] satisfies Policy['unclear'],
  limits: { ...base.limits, ...(touch ? { keepInTouch: { amount: 6, unit: 'workingHours' as const } } : {}), contact: contact ? { amount: 4, unit: 'naturalHours' as const } : null }, contactAttempts: attempts, reopening: { ...base.reopening, max: reopenings },
  pause: { ...base.pause, stops: course.stops, approvers: course.agreed ? base.unclear : [] }, extension: { ...base.extension, max: course.extensions },
  refusalReport: { ...base.refusalReport, categories: course.refusals ? ['help'] : [] },
}))

const seen = new Map<string, number>()
const monday = beijing('2026-03-02 09:00')

/** Plays the steps through one case after another; gives how many cases it took. Throws when a rule is broken. */
function play(policy: Policy, steps: readonly Step[]): number {
  let trial = new Trial(policy, monday, seen)
  let cases = 1
  for (const step of steps) {
    trial.take(step)
    if (!trial.isOver) continue
    trial.replay()
    trial = new Trial(policy, monday, seen)
    cases++
  }
  trial.replay()
  return cases
}

const COOPERATION_KINDS: CaseFact['kind'][] = ['colleague-called', 'relay-promised', 'relay-acknowledged', 'person-contacted', 'custody-offered', 'custody-confirmed', 'advice-asked',
  'advice-given', 'advice-passed-up', 'transfer-asked', 'transfer-refused', 'ruling-passed-on', 'inquiry-made', 'inquiry-answered', 'unsolved-forwarded', 'forward-answered', 'case-merged',
  'case-unmerged', 'child-added', 'told-with', 'emergency-raised', 'staff-assigned', 'assignment-confirmed', 'record-completed']
const KINDS: CaseFact['kind'][] = ['case-registered', 'case-decided', 'referral-made', 'referral-accepted', 'referral-returned', 'referral-withdrawn',
  'ruling-asked', 'ruling-given', 'promise-made', 'notice-issued', 'papers-taken', 'papers-complete', 'papers-returned', 'note-added', 'case-resolved', 'result-returned',
  'person-told', 'contact-failed', 'case-closed', 'case-reopened', 'case-withdrawn', 'field-corrected', 'information-added', 'case-rated',
  'attachment-added', 'requester-revealed', 'succession', ...COOPERATION_KINDS, 'obligation-warned', 'obligation-late', 'obligation-climbed',
  'approval-asked', 'approval-raised', 'approval-refused', 'extension-granted', 'pause-begun', 'pause-ended', 'refusal-agreed', 'assist-asked', 'assist-given', 'assist-waived',
  'case-urged', 'instruction-given', 'instruction-reported', 'supervision-opened', 'supervision-reported', 'supervision-signed-off', 'appointment-made', 'appointment-moved',
  'appointment-ended', 'sheet-filled', 'step-completed', 'case-flagged', 'flag-removed', 'effect-planned', 'effect-checked', 'duty-taken-up', 'leader-asked', 'solution-given', 'help-asked', 'help-answered', 'person-informed', 'receipt-confirmed', 'case-archived']

describe('a case, whatever anybody does to it', () => {
  it('keeps every rule after every act, and its ledger gives back the same state', () => {
    fc.assert(fc.property(anyPolicy, fc.array(anyStep, { minLength: 1, maxLength: 60, size: 'max' }), (policy, steps) => {
      expect(play(policy, steps)).toBeGreaterThan(0)
    }), { numRuns: 1500, seed: 20_260_302 })
  }, 240_000)

  it('has tried every act and recorded every kind of fact, or it proves nothing', () => {
    const often = (kind: string): boolean => (seen.get(kind) ?? 0) >= 5
    expect(MOVES.filter((move) => !often(move))).toEqual([])
    expect(KINDS.filter((kind) => !often(kind))).toEqual([])
  })
})

describe('the model itself', () => {
  const at = monday
  const fresh = registered(at)
  const handling = after(fresh, decideCase(fresh, people.li, { branch: 'mine', notice: null, promisedAt: null, text: null }, rulesAt(at)), at, people.li)
  const nobody = { personId: idOf('person', 404), unitId: units.permits }
  const [owed] = handling.obligations
  const doctored: [string, Partial<CaseState>][] = [
    ['first contact and handler are named people', { handler: nobody }],
    ['whoever holds or owes something takes part', { participants: [] }],
    ['handling owes resolve, not ', { obligations: [] }],
    ['at most one open obligation of a kind', { obligations: [...handling.obligations, ...handling.obligations] }],
    ['the handler resolves', { handler: holder(people.qian) }],
    ['no reply, no close', { status: 'closed' }],
    ['an end has a time', { endedAt: at }],
    ['explained and outside have a text', { outcome: 'outside' }],
    ['only the last leg is open', { legs: [...handling.legs, ...handling.legs] }],
    ['somebody has it as long as something is to be done', { legs: handling.legs.map((leg) => ({ ...leg, to: at })) }],
    ['nothing is due after its limit', { obligations: handling.obligations.map((one) => ({ ...one, dueAt: laterBy(one.dueAt, 1) })) }],
    ['nothing waits once the papers are complete', { obligations: handling.obligations.map((one) => ({ ...one, pausedAt: at })) }],
  ]

  it.each(doctored)('notices that this is broken: %s', (rule, change) => {
    expect(brokenRules(handling, bureauPolicy)).toEqual([])
    expect(brokenRules({ ...handling, ...change }, bureauPolicy)).toContain(rule)
  })

  it('notices what a fact may not do', () => {
    const note: CaseFact = { kind: 'note-added', note: 'progress', text: question.subject, public: false }
    expect(brokenByFact(handling, note, handling)).toEqual([])
    expect(brokenByFact(handling, note, { ...handling, firstContact: holder(people.qian) })).toEqual(['the first contact changes by succession only'])
    expect(brokenByFact(handling, note, { ...handling, handler: holder(people.qian) })).toEqual(['the handler changes by signature, ruling or succession only'])
    expect(brokenByFact({ ...handling, status: 'closed' }, note, handling)).toEqual(['note-added after the end'])
    expect(brokenByFact(handling, { ...note, closes: [{ id: owed?.id ?? '', as: 'met' }, { id: 'never opened', as: 'met' }] }, handling)).toEqual(['only what is owed is closed'])
    expect(brokenByFact(handling, note, { ...handling, registeredAt: laterBy(at, 1) })).toEqual(['registration stands'])
  })
})
