import type { Rules } from '../obligations/owe.ts'
import type { Outcome } from '../outcome.ts'
import type { Policy } from '../policy/policy.ts'
import type { Actor } from './actor.ts'
import type { CARE_ACTS } from './care-acts.ts'
import { planEffectCheck, recordEffect } from './effect.ts'
import type { CaseFact } from './fact.ts'
import { giveSolution } from './solve.ts'
import { completeStep, fillSheet, flagCase, knownFlags, sheetOf, unflagCase } from './sheet.ts'
import type { CaseState } from './state.ts'
import { takeUpDuty } from './take-up.ts'
import { holder, laterBy, people, text } from './testing-cast.ts'

interface Throw { state: CaseState; by: Actor; rules: Rules; dice: number }
type Trial = Outcome<CaseFact, string>

/** Settings of a regulation that lets nothing be left out. */
export const CAREFUL: Pick<Policy, 'sheets' | 'flags' | 'effectCheck' | 'leaderSolves'> = {
  leaderSolves: { by: [{ of: 'handler', post: 'head' }], within: { amount: 3, unit: 'workingDays' } },
  sheets: [{ name: '手术首访', matters: ['手术首访'], categories: ['help'], visitBeforeClose: true, steps: [{ name: '术前准备', parts: [{ name: '病史' }, { name: '风险共识', flag: '重大手术' }] }] }],
  flags: [{ name: '重大手术', notify: [{ of: 'handler', post: 'head' }], afterHours: [{ of: 'institution', post: 'dutyOfficer' }] }],
  effectCheck: { categories: ['help'], after: { amount: 30, unit: 'naturalDays' } },
}

const RESULTS = ['lasting', 'partly', 'failed'] as const

function stepOf(state: CaseState, rules: Rules, dice: number): string {
  return dice % 9 === 0 ? '没有的环节' : sheetOf(state, rules.policy)?.steps[0]?.name ?? ''
}

export const CARE_MOVES: Record<(typeof CARE_ACTS)[number], (thrown: Throw) => Trial> = {
  fillSheet: ({ state, by, rules, dice }) => fillSheet(state, by, { step: stepOf(state, rules, dice), parts: [{ part: dice % 3 === 0 ? '风险共识' : '病史', text: text(dice) }] }, rules),
  completeStep: ({ state, by, rules, dice }) => completeStep(state, by, stepOf(state, rules, dice), rules),
  flagCase: ({ state, by, rules, dice }) => flagCase(state, by, { flag: dice % 7 === 0 ? '没有的情形' : knownFlags(state, rules.policy)[0] ?? '', note: null, tell: [holder(people.sun), holder(people.niu)] }, rules),
  giveSolution: ({ state, by, dice }) => giveSolution(state, by, { text: text(dice), phrase: dice % 13 === 0 ? '不清楚' : null }),
  unflagCase: ({ state, by, dice }) => unflagCase(state, by, { flag: state.flags?.[0]?.name ?? '', reason: text(dice) }),
  planEffectCheck: ({ state, by, rules, dice }) => planEffectCheck(state, by, laterBy(rules.at, dice % 5 === 0 ? -60 : 4_000), rules),
  takeUpDuty: ({ state, by, rules, dice }) => takeUpDuty(state, by, dice % 2 === 0 ? {} : { obligationId: state.obligations[0]?.id }, rules),
  recordEffect: ({ state, by, dice }) => recordEffect(state, by, { result: RESULTS[dice % 3] ?? 'lasting', text: text(dice) }),
}
