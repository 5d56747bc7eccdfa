import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { Policy, Sheet } from '../policy/policy.ts'
import { isFirstContact, isHandler, takesPart, type Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type Holder, type TextRef } from './state.ts'

/** The sheet that the regulation has for such a case: the one that names its matter, else the one for its category. */
export function sheetFor(policy: Policy, { matterName, category }: { matterName: string | null; category: string }): Sheet | null {
  const sheets = policy.sheets ?? []
  return sheets.find(({ matters }) => matterName !== null && matters.includes(matterName)) ?? sheets.find(({ categories }) => categories.includes(category)) ?? null
}

/** The case's sheet, as its own edition of the regulation has it. */
export function sheetOf(state: CaseState, policy: Policy): Sheet | null {
  return (state.sheet && policy.sheets?.find(({ name }) => name === state.sheet?.name)) ?? null
}

/** The parts of a step that are asked for in this case: those for a flag only where it is set. */
export function askedParts(state: CaseState, sheet: Sheet, step: string): string[] {
  const parts = sheet.steps.find(({ name }) => name === step)?.parts ?? []
  return parts.filter(({ flag }) => !flag || state.flags?.some(({ name }) => name === flag)).map(({ name }) => name)
}

export function missingParts(state: CaseState, policy: Policy, step: string): string[] {
  const sheet = sheetOf(state, policy)
  if (!sheet) return []
  const filled = new Set(state.sheet?.filled.filter((one) => one.step === step).map(({ part }) => part))
  return askedParts(state, sheet, step).filter((part) => !filled.has(part))
}

/** The flags that the regulation knows for this case: those somebody is told of, and those that a part of its sheet is for. */
export function knownFlags(state: CaseState, policy: Policy): string[] {
  const ofParts = sheetOf(state, policy)?.steps.flatMap(({ parts }) => parts.flatMap(({ flag }) => flag ?? [])) ?? []
  return [...new Set([...(policy.flags ?? []).map(({ name }) => name), ...ofParts])]
}

export type FillRefusal = 'case-ended' | 'no-sheet' | 'no-such-part' | 'step-complete' | 'not-participant'

/** Writes down parts of the case's sheet; whoever takes part may, a colleague who was asked for an opinion too. */
export function fillSheet(state: CaseState, by: Actor, ask: { step: string; parts: { part: string; text: TextRef }[] }, rules: Rules): Outcome<CaseFact, FillRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  const sheet = sheetOf(state, rules.policy)
  if (!sheet) return refuse('no-sheet')
  if (!takesPart(by, state)) return refuse('not-participant')
  const known = askedParts(state, sheet, ask.step)
  if (ask.parts.some(({ part }) => !known.includes(part))) return refuse('no-such-part')
  // A part that a flag asks for after the step was complete can still be written down; what was complete stands.
  const missing = missingParts(state, rules.policy, ask.step)
  if (isDone(state, ask.step) && ask.parts.some(({ part }) => !missing.includes(part))) return refuse('step-complete')
  return done<CaseFact>({ kind: 'sheet-filled', step: ask.step, parts: ask.parts })
}

export type CompleteStepRefusal = 'case-not-in-handling' | 'no-sheet' | 'no-such-part' | 'step-complete' | 'not-handler' | 'part-missing'

/** A step is complete when everything that it asks for has been written down, and somebody answerable says so. */
export function completeStep(state: CaseState, by: Actor, step: string, rules: Rules): Outcome<CaseFact, CompleteStepRefusal> {
  const sheet = sheetOf(state, rules.policy)
  if (!sheet) return refuse('no-sheet')
  if (state.status !== 'handling') return refuse('case-not-in-handling')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  if (!sheet.steps.some(({ name }) => name === step)) return refuse('no-such-part')
  if (isDone(state, step)) return refuse('step-complete')
  return missingParts(state, rules.policy, step).length > 0 ? refuse('part-missing') : done<CaseFact>({ kind: 'step-completed', step })
}

function isDone(state: CaseState, step: string): boolean {
  return state.sheet?.done.some((one) => one.step === step) === true
}

/** What of its sheet keeps the case from being solved: a step that is not complete, the visit that it wants. */
export function sheetHoldsUp(state: CaseState, policy: Policy): 'step-open' | 'visit-owed' | null {
  const sheet = sheetOf(state, policy)
  if (!sheet) return null
  if (sheet.steps.some(({ name }) => !isDone(state, name) || missingParts(state, policy, name).length > 0)) return 'step-open'
  return sheet.visitBeforeClose && !state.sheet?.visited ? 'visit-owed' : null
}

export type FlagRefusal = 'case-ended' | 'flag-not-used' | 'already-flagged' | 'not-participant'

/** Marks what makes the case a special one. Whom the regulation names is told at once, and confirms. */
export function flagCase(state: CaseState, by: Actor, ask: { flag: string; note: TextRef | null; tell: readonly Holder[] }, rules: Rules): Outcome<CaseFact, FlagRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!knownFlags(state, rules.policy).includes(ask.flag)) return refuse('flag-not-used')
  if (state.flags?.some(({ name }) => name === ask.flag)) return refuse('already-flagged')
  if (!takesPart(by, state)) return refuse('not-participant')
  const told = ask.tell.filter(({ personId }, nth) => personId !== by.personId && ask.tell.findIndex((other) => other.personId === personId) === nth)
  const asked = new Set(state.obligations.filter(({ kind }) => kind === 'confirm').map(({ about }) => about))
  const opens = told.filter(({ personId }) => !asked.has(personId)).map((holder) => owe({ kind: 'confirm', about: holder.personId, ...holder, limit: rules.policy.limits.confirm }, rules))
  return done<CaseFact>({ kind: 'case-flagged', flag: ask.flag, note: ask.note, told: told.map(({ personId }) => personId), ...(opens.length > 0 ? { opens } : {}) })
}

export type UnflagRefusal = 'case-ended' | 'not-flagged' | 'not-handler'

/** Set by mistake. Whoever was told stays told, and has nothing to confirm any more unless for something else. */
export function unflagCase(state: CaseState, by: Actor, ask: { flag: string; reason: TextRef }): Outcome<CaseFact, UnflagRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  const flag = state.flags?.find(({ name }) => name === ask.flag)
  if (!flag) return refuse('not-flagged')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  const others = [...(state.emergency?.assigned ?? []), ...(state.flags ?? []).filter((one) => one !== flag).flatMap(({ told }) => told)].filter(({ confirmedAt }) => confirmedAt === null)
  const freed = flag.told.filter(({ personId, confirmedAt }) => confirmedAt === null && !others.some((one) => one.personId === personId)).map(({ personId }) => personId)
  const closes = state.obligations.filter(({ kind, about }) => kind === 'confirm' && about !== undefined && freed.includes(about)).map(({ id }) => ({ id, as: 'void' as const }))
  return done<CaseFact>({ kind: 'flag-removed', flag: ask.flag, reason: ask.reason, ...(closes.length > 0 ? { closes } : {}) })
}
