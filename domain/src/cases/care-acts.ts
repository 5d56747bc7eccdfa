import { laterBy } from '../calendar/instant.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Outcome } from '../outcome.ts'
import type { Actor } from './actor.ts'
import { planEffectCheck, recordEffect } from './effect.ts'
import { askedParts, completeStep, fillSheet, flagCase, knownFlags, missingParts, sheetOf, unflagCase } from './sheet.ts'
import { giveSolution } from './solve.ts'
import type { CaseState } from './state.ts'
import { takeUpDuty } from './take-up.ts'

/** What makes sure that nothing is left out, in the order in which a case page offers it. */
export const CARE_ACTS = ['fillSheet', 'completeStep', 'flagCase', 'unflagCase', 'planEffectCheck', 'recordEffect', 'takeUpDuty', 'giveSolution'] as const
type CareActName = (typeof CARE_ACTS)[number]

interface Trying { state: CaseState; by: Actor; rules: Rules }

const NOBODY = '00000000-0000-4000-8000-000000000000'
const WORDS = { id: NOBODY, digest: '0'.repeat(64) }

/** Each act with complete input that nothing is wrong with. */
export const CARE_TRIALS: Record<CareActName, (trying: Trying) => Outcome<unknown, string>> = {
  fillSheet: (trying) => {
    const { state, by, rules } = trying
    return anyOf(steps(trying), (step) => fillSheet(state, by, { step, parts: fillable(trying, step).map((part) => ({ part, text: WORDS })) }, rules))
  },
  completeStep: (trying) => anyOf(steps(trying), (step) => completeStep(trying.state, trying.by, step, trying.rules)),
  flagCase: ({ state, by, rules }) => {
    const known = knownFlags(state, rules.policy)
    const fresh = known.filter((name) => !state.flags?.some((flag) => flag.name === name))
    return flagCase(state, by, { flag: fresh[0] ?? known[0] ?? '', note: null, tell: [] }, rules)
  },
  unflagCase: ({ state, by }) => unflagCase(state, by, { flag: state.flags?.[0]?.name ?? '', reason: WORDS }),
  planEffectCheck: ({ state, by, rules }) => planEffectCheck(state, by, laterBy(rules.at, 1), rules),
  recordEffect: ({ state, by }) => recordEffect(state, by, { result: 'lasting', text: WORDS }),
  takeUpDuty: ({ state, by, rules }) => takeUpDuty(state, by, {}, rules),
  giveSolution: ({ state, by }) => giveSolution(state, by, { text: WORDS, phrase: null }),
}

function steps({ state, rules }: Trying): string[] {
  return sheetOf(state, rules.policy)?.steps.map(({ name }) => name) ?? []
}

/** What can still be written down in a step: anything until it is complete, then only what is missing. */
function fillable({ state, rules }: Trying, step: string): string[] {
  const missing = missingParts(state, rules.policy, step)
  const sheet = sheetOf(state, rules.policy)
  const part = missing[0] ?? (sheet ? askedParts(state, sheet, step)[0] : undefined)
  return part === undefined ? [] : [part]
}

/** Allowed when it is for any of several things; else what speaks against the first. */
function anyOf(names: readonly string[], attempt: (name: string) => Outcome<unknown, string>): Outcome<unknown, string> {
  const tried = names.map(attempt)
  return tried.find((outcome) => outcome.ok) ?? tried[0] ?? attempt('')
}
