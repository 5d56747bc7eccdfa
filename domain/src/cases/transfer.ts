import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import { referralFact, type ReferAsk } from './referral.ts'
import { withRemark } from './remark.ts'
import type { CaseState, TextRef } from './state.ts'

/** A unit that has signed for a case passes it on again, and the policy wants a superior to allow that (不得再次推转). */
export function needsLeave(state: CaseState, by: Actor, ask: ReferAsk, rules: Rules): boolean {
  const { second, from = 2 } = rules.policy.transfers
  const again = state.passes + 1 >= from && ask.toUnitId !== state.handler.unitId
  return again && second === 'approval' && !ask.approvers?.some(({ personId }) => personId === by.personId)
}

/** It would go back to somebody who had it before. */
export function goesRound(state: CaseState, ask: Pick<ReferAsk, 'toUnitId' | 'toPersonId'>, rules: Rules): boolean {
  if (rules.policy.transfers.earlier !== 'coordination') return false
  const held = state.legs.filter(({ kind }) => kind === 'hold')
  return held.some((leg) => (ask.toPersonId === null ? leg.unitId === ask.toUnitId && leg.unitId !== state.handler.unitId : leg.personId === ask.toPersonId))
}

export function transferFact(state: CaseState, by: Actor, ask: ReferAsk, rules: Rules): CaseFact {
  const { toUnitId, toPersonId, reason, escorted, approvers = [] } = ask
  const id = rules.newId()
  const opens = approvers.map((holder) => owe({ kind: 'allow', about: id, ...holder, limit: rules.policy.limits.allow }, rules))
  return {
    kind: 'transfer-asked', opens,
    transfer: { id, by: by.personId, at: rules.at, approvers: approvers.map(({ personId }) => personId), toUnitId, toPersonId, reason, escorted },
  }
}

export interface TransferDecision {
  approve: boolean
  reason: TextRef | null
}
export type TransferRefusal = 'no-transfer-asked' | 'not-approver' | 'reason-needed'

/** Granted, the referral goes out at once in the asker's name; refused, the case stays where it is. */
export function decideTransfer(state: CaseState, by: Actor, ask: TransferDecision, rules: Rules): Outcome<CaseFact, TransferRefusal> {
  const { transfer } = state
  if (!transfer) return refuse('no-transfer-asked')
  if (!transfer.approvers.includes(by.personId)) return refuse('not-approver')
  if (!ask.approve && ask.reason === null) return refuse('reason-needed')
  const closes = state.obligations.filter(({ kind }) => kind === 'allow').map(({ id, personId }) => ({ id, as: personId === by.personId ? 'met' as const : 'void' as const }))
  if (!ask.approve) return done({ kind: 'transfer-refused', transferId: transfer.id, toUnitId: transfer.toUnitId, reason: ask.reason, closes })
  const { toUnitId, toPersonId, reason, escorted } = transfer
  return withRemark(done<CaseFact>({ ...referralFact(state, { toUnitId, toPersonId, reason, escorted }, rules), approvedBy: by.personId, closes }), ask.reason)
}

