import type { Instant } from '../calendar/instant.ts'
import type { ObligationKind } from '../policy/policy.ts'
import type { EffectResult } from './care.ts'
import type { Holder, TextRef } from './holder.ts'

/** What is recorded so that nothing of the work is left out. */
export type CareAct =
  | { kind: 'sheet-filled'; step: string; parts: { part: string; text: TextRef }[] }
  | { kind: 'step-completed'; step: string }
  | { kind: 'case-flagged'; flag: string; note: TextRef | null; told: string[] }
  | { kind: 'flag-removed'; flag: string; reason: TextRef }
  | { kind: 'effect-planned'; dueAt: Instant }
  | { kind: 'effect-checked'; result: EffectResult; text: TextRef }
  | { kind: 'leader-asked'; leader: Holder }
  | { kind: 'solution-given'; text: TextRef }
  /** `told`: the others of the same rung, and whoever had taken it up before. */
  | { kind: 'duty-taken-up'; obligationId: string; duty: ObligationKind; rung: number; told: string[] }

const KINDS: Readonly<Record<CareAct['kind'], true>> = {
  'sheet-filled': true, 'step-completed': true, 'case-flagged': true, 'flag-removed': true, 'effect-planned': true, 'effect-checked': true, 'duty-taken-up': true, 'leader-asked': true, 'solution-given': true,
}

export function isCare<Fact extends { kind: string }>(fact: Fact): fact is Extract<Fact, { kind: CareAct['kind'] }> {
  return Object.hasOwn(KINDS, fact.kind)
}
