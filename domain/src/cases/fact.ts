import type { Limit } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Closing, Obligation } from '../obligations/obligation.ts'
import type { CareAct } from './care-fact.ts'
import type { CooperationAct } from './cooperation-fact.ts'
import type { ObligationKind } from '../policy/policy.ts'
import type { LimitLeft } from './course.ts'
import type { CourseAct } from './course-fact.ts'
import type { Branch, Custody, Holder, Notice, Referral, Resolution, Ruling, SaidAtRegistration, TextRef } from './state.ts'

/** What registering a case lays down for good. */
export interface Registered extends SaidAtRegistration {
  kind: 'case-registered'
  number: string
  channel: string
  category: string
  urgency: string
  confidential: boolean
  /** `paper`: taken over from a paper register, as it was written there. */
  origin: 'staff' | 'public' | 'paper'
  requesterId: string | null
  matterId: string | null
  matterDays: number | null
  /** The edition of the directory of matters that was in force, with or without a matter named. */
  matterEdition: number | null
  /** The matter's outcome has to cite its basis (须引用依据). */
  matterCites: boolean
  subject: TextRef
  content: TextRef | null
  place: TextRef | null
  registerUnitId: string
  firstContact: Holder
  asked: string
  /** The others of the pair, where the regulation wants two to be asked. */
  pair?: Holder[]
  /** The sheet that the regulation has for such a case. */
  sheet?: string
  /** Which of the regulation's steps of a reception were ticked off. */
  receptionSteps?: string[]
  policy: string
}

type Act =
  | Registered
  | CourseAct
  | CooperationAct
  | CareAct
  | { kind: 'case-decided'; branch: Branch }
  | { kind: 'referral-made'; referral: Referral; escorted: boolean; insteadOf: string | null; approvedBy: string | null }
  | { kind: 'referral-accepted'; holder: Holder; offered: string[] }
  | { kind: 'referral-returned'; fromUnitId: string; suggestedUnitId: string | null; reason: TextRef; basis: TextRef | null; count: number }
  | { kind: 'referral-withdrawn'; toUnitId: string; reason: TextRef | null }
  | { kind: 'ruling-asked'; ruling: Ruling; skipped: TextRef | null }
  | { kind: 'ruling-given'; holder: Holder; instruction: TextRef | null; binding: boolean; precedent: boolean; offered: string[]; post?: string }
  | { kind: 'promise-made'; dueAt: Instant; estimated: boolean; text: TextRef | null; by: string }
  | { kind: 'notice-issued'; notice: Notice }
  | { kind: 'papers-taken'; custody: Custody; given: number[] }
  /** `limit`: it waited for them although the result had been handed in, and counts anew, should that be returned. */
  | { kind: 'papers-complete'; limit?: LimitLeft }
  | { kind: 'papers-returned'; custodyId: string }
  | { kind: 'note-added'; note: 'progress' | 'interim'; text: TextRef; public: boolean }
  /** `limit`: what was left of it; `minutes`: of working time that a pause took which ends with it. Facts from before either was recorded have neither. */
  | { kind: 'case-resolved'; resolution: Resolution; limit?: LimitLeft; minutes?: number }
  /** The result goes back to the handler before the person is told of it. `given`: until when, where that is more time than was left; null where none was given, left out by facts from before it was recorded. */
  | { kind: 'result-returned'; reason: TextRef; given?: Instant | null }
  | { kind: 'person-told'; channel: string; text: TextRef; by: string; /** The files that went with it. */ attachments?: string[] }
  | { kind: 'contact-failed'; channel: string; note: TextRef | null; count: number }
  | { kind: 'case-closed'; unreached: boolean }
  | { kind: 'case-reopened'; by: 'staff' | 'public'; reason: TextRef; round: number; date?: DateAgain }
  | { kind: 'case-withdrawn'; reason: TextRef | null }
  /** `requesterId`: the first that was told of whoever asks, who is recorded with it. `limit`: what it makes of the limit while the result is being checked. */
  | { kind: 'field-corrected'; field: CorrectedField; before: string | TextRef | null; after: string | TextRef; reason: TextRef; confidential?: true; afterwards?: true; matter?: MatterTerms; requesterId?: string; limit?: LimitLeft }
  | { kind: 'information-added'; text: TextRef }
  | { kind: 'case-rated'; round: number; grade: number; reasons: string[]; comment: TextRef | null; solved: boolean | null }
  | { kind: 'attachment-added'; attachmentId: string; name: TextRef; contentDigest: string; size: number }
  /** `form`: the contacts went onto this printed form. */
  | { kind: 'requester-revealed'; reason: TextRef | null; form?: string }
  | { kind: 'requester-erased'; texts: number }
  | { kind: 'succession'; from: Holder; to: Holder }
  | { kind: 'obligation-warned'; obligationId: string; duty: ObligationKind; scheduledAt: Instant }
  | { kind: 'obligation-late'; obligationId: string; duty: ObligationKind; scheduledAt: Instant }
  /** `free`: whoever is told may take it up. Facts from before anybody could do not say so, and come to the same state as then. */
  | { kind: 'obligation-climbed'; obligationId: string; duty: ObligationKind; rung: number; people: string[]; scheduledAt: Instant; free?: true }

/** What became of the date the person had been given: it holds, it moved by as little as the policy allows, or the limit counts anew. Left out by facts older than the choice: anew. */
export type DateAgain = 'kept' | 'moved' | 'anew'

/** What the directory says of a matter on the day it is taken over into a case. */
export interface MatterTerms { days: number | null; limit?: Limit; edition: number | null; cites: boolean }

/** `matter`: by its id, with its terms beside it. */
export type CorrectedField = 'subject' | 'content' | 'place' | 'occurredAt' | 'involvedCount' | 'involvedNames' | 'priority' | 'matter' | 'category' | 'channel' | 'urgency'
  | 'requesterName' | 'requesterPhone' | 'requesterEmail' | 'requesterOrganization' | 'requesterAddress'

/** What an act changes among the obligations; part of the same fact, so that one entry tells the whole of it. */
export interface Duties {
  opens?: Obligation[]
  changes?: Obligation[]
  closes?: Closing[]
}

/** The colleague, away at that time, whose it was to do, where the holder of the B post did it. */
export interface InPlace { inPlaceOf?: string }

/** What whoever granted it added to their yes; said among colleagues only. */
export interface Remarked { remark?: TextRef }

/** By it the first contact followed what somebody else handles. Facts from before that was counted do not say so. */
export interface Followed { followed?: true }

export type CaseFact = Act & Duties & InPlace & Remarked & Followed
export type FactOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }> & Duties & InPlace & Remarked & Followed
