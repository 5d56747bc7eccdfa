import type { Instant } from '../calendar/instant.ts'
import type { CaseRef, Consultation, Inquiry, Transfer } from './cooperation.ts'
import type { Holder, TextRef } from './state.ts'

/** What a leader said who left it to the next one, as what they were asked, and why somebody in between was passed over. */
export interface PassedUp { opinion: TextRef; post?: string; skipped: TextRef | null }

/** What colleagues do with each other for the person who asks. */
export type CooperationAct =
  | { kind: 'colleague-called'; personId: string; channel: string; reached: boolean; calledAt: Instant; note: TextRef | null }
  | { kind: 'relay-promised'; by: Holder; to: Holder; text: TextRef | null }
  | { kind: 'relay-acknowledged'; to: Holder }
  | { kind: 'person-contacted'; channel: string; note: TextRef | null; late: boolean }
  | { kind: 'custody-offered'; custodyId: string; to: Holder }
  | { kind: 'custody-confirmed'; custodyId: string; from: string; to: Holder }
  /** `skipped`: why a leader in between was passed over. */
  | { kind: 'advice-asked'; consultation: Consultation; skipped?: TextRef }
  | { kind: 'advice-passed-up'; consultationId: string; level: number; post: string; of: string[]; up: PassedUp }
  /** `post`: as what whoever answers was asked. */
  | { kind: 'advice-given'; consultationId: string; text: TextRef; post?: string }
  | { kind: 'transfer-asked'; transfer: Transfer }
  | { kind: 'transfer-refused'; transferId: string; toUnitId: string; reason: TextRef | null }
  /** `up`: by a leader who left it to the next one; else because the time was up. */
  | { kind: 'ruling-passed-on'; level: number; arbiters: string[]; unitId: string; scheduledAt: Instant; up?: PassedUp }
  | { kind: 'inquiry-made'; inquiry: Inquiry }
  | { kind: 'inquiry-answered'; inquiryId: string; text: TextRef }
  | { kind: 'unsolved-forwarded'; to: Holder }
  | { kind: 'forward-answered'; text: TextRef }
  | { kind: 'number-given'; unitId: string; number: TextRef }
  | { kind: 'case-merged'; into: CaseRef; reason: TextRef | null }
  | { kind: 'case-joined'; other: CaseRef }
  | { kind: 'case-unmerged'; from: CaseRef; reason: TextRef }
  | { kind: 'case-parted'; other: CaseRef }
  | { kind: 'child-added'; child: CaseRef; /** Not split off: an emergency in the case's course. */ emergency?: true }
  | { kind: 'parent-set'; parent: CaseRef; emergency?: true }
  | { kind: 'told-with'; main: CaseRef; channel: string; text: TextRef }
  | { kind: 'emergency-raised'; notified: string[]; note: TextRef | null }
  | { kind: 'staff-assigned'; people: Holder[]; note: TextRef | null }
  | { kind: 'assignment-confirmed' }
  | { kind: 'record-completed'; subject: TextRef | null; content: TextRef | null; category: string | null; place: TextRef | null; requesterId: string | null }

const KINDS: Readonly<Record<CooperationAct['kind'], true>> = {
  'colleague-called': true, 'relay-promised': true, 'relay-acknowledged': true, 'person-contacted': true, 'custody-offered': true, 'custody-confirmed': true,
  'advice-asked': true, 'advice-passed-up': true, 'advice-given': true, 'transfer-asked': true, 'transfer-refused': true, 'ruling-passed-on': true, 'inquiry-made': true, 'inquiry-answered': true,
  'unsolved-forwarded': true, 'forward-answered': true, 'number-given': true, 'case-merged': true, 'case-joined': true, 'case-unmerged': true, 'case-parted': true,
  'child-added': true, 'parent-set': true, 'told-with': true, 'emergency-raised': true, 'staff-assigned': true, 'assignment-confirmed': true, 'record-completed': true,
}

export function isCooperation<Fact extends { kind: string }>(fact: Fact): fact is Extract<Fact, { kind: CooperationAct['kind'] }> {
  return Object.hasOwn(KINDS, fact.kind)
}
