import type { CaseFact } from '../cases/fact.ts'
import type { Happened } from './tell.ts'

/** What other systems are told of by webhook, under a name that stays while facts may be cut differently. */
export const EVENT_KINDS = ['case.registered', 'case.decided', 'case.referred', 'case.accepted', 'case.returned', 'case.rulingAsked', 'case.ruled', 'case.promised', 'case.resolved',
  'case.answered', 'case.closed', 'case.reopened', 'case.withdrawn', 'case.rated', 'duty.late', 'duty.climbed'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

const EVENT_OF: Partial<Record<CaseFact['kind'], EventKind>> = {
  'case-registered': 'case.registered', 'case-decided': 'case.decided', 'referral-made': 'case.referred', 'referral-accepted': 'case.accepted', 'referral-returned': 'case.returned',
  'ruling-asked': 'case.rulingAsked', 'ruling-given': 'case.ruled', 'promise-made': 'case.promised', 'case-resolved': 'case.resolved', 'person-told': 'case.answered',
  'case-closed': 'case.closed', 'case-reopened': 'case.reopened', 'case-withdrawn': 'case.withdrawn', 'case-rated': 'case.rated',
  'obligation-late': 'duty.late', 'obligation-climbed': 'duty.climbed',
}

/** What a receiver is told: ids, codes and times, never words or anything of the person who asked. */
export interface CaseEvent {
  kind: EventKind
  data: Record<string, string | number | string[] | null>
}

/** Null: nothing to tell other systems. Of a confidential case they learn nothing at all. */
export function eventOf({ fact, state, actor }: Happened): CaseEvent | null {
  const kind = EVENT_OF[fact.kind]
  if (!kind || state.confidential) return null
  const { id, number, status, round, category, channel, urgency, matterId, firstContact, handler, outcome, grade } = state
  const owed = 'obligationId' in fact ? { duty: fact.duty, ...(fact.kind === 'obligation-climbed' ? { rung: fact.rung, told: fact.people } : {}) } : {}
  return {
    kind,
    data: {
      caseId: id, number, status, round, category, channel, urgency, matterId, firstContactId: firstContact.personId, firstContactUnitId: firstContact.unitId,
      handlerId: handler.personId, handlerUnitId: handler.unitId, promisedAt: state.promise?.dueAt ?? null, outcome, grade,
      by: actor === 'public' || actor === 'system' ? actor : 'staff', ...owed,
    },
  }
}
