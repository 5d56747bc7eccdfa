import type { Limit } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Obligation } from '../obligations/obligation.ts'
import type { Care } from './care.ts'
import type { Cooperation } from './cooperation.ts'
import type { Course } from './course.ts'
import type { Holder, TextRef } from './holder.ts'

export type { Holder, TextRef } from './holder.ts'

export type CaseStatus = 'registered' | 'handling' | 'resolved' | 'answered' | 'closed' | 'withdrawn' | 'merged'
export type CaseOutcome = 'solved' | 'explained' | 'outside' | 'withdrawn' | 'merged'
export type Branch = 'onSpot' | 'mine' | 'colleague' | 'otherUnit' | 'notOurs' | 'unclear'

/** A stretch of the baton. A waiting leg belongs to the receiver who has not signed yet. */
export interface Leg {
  kind: 'hold' | 'wait' | 'reply'
  personId: string | null
  unitId: string
  from: Instant
  to: Instant | null
}

export interface Referral {
  from: Holder
  toUnitId: string
  toPersonId: string | null
  at: Instant
  reason: TextRef | null
  /** Until when the receiver may send it back (退单窗口). */
  returnBy: Instant
}

export interface Ruling {
  askedBy: Holder
  at: Instant
  reason: TextRef
  /** Whoever of them rules first decides; the ladder adds more. */
  arbiters: string[]
  /** Which of the policy's targets is being asked, counted from 0; the next one is asked when this one stays silent. */
  level: number
  cause: RulingCause
  /** Of the absent colleague, where that is the cause. */
  absent: Holder | null
}

/** Nobody knows whose it is, the units dispute it, it came back to somebody who had it, or the colleague is away. */
export type RulingCause = 'unclear' | 'dispute' | 'circle' | 'absent'

export interface Notice {
  at: Instant
  by: string
  papers: TextRef
  /** One flag a paper, in the notice's order. */
  given: boolean[]
  breach: boolean
  /** Why it was not all said the first time; only where it is a breach. */
  reason?: TextRef
}

export interface Custody {
  id: string
  papers: TextRef
  count: number
  at: Instant
  by: string
  holder: string
  returnedAt: Instant | null
  /** Handed to somebody who has not confirmed it yet. */
  offer: { to: Holder; at: Instant } | null
  /** Everybody who had it, each from the moment they confirmed it. */
  chain: { personId: string; at: Instant }[]
}

export interface Resolution {
  outcome: 'solved' | 'explained' | 'outside'
  text: TextRef
  citation: TextRef | null
  direction: TextRef | null
  by: string
  at: Instant
}

/** Everything the rules need to know of a case. It is what replaying its stream of facts gives, and nothing else. */
/** What may be written down of a question when it is registered; left out where nobody said it. */
export interface SaidAtRegistration {
  /** The matter's promised limit, where it is promised otherwise than in working days. */
  matterLimit?: Limit
  /** The window or desk at which it was taken. */
  deskId?: string
  /** How often the telephone rang before it was answered. */
  rings?: number
  /** When it was asked or happened, where that is not the moment of registration. */
  occurredAt?: Instant
  /** Written down later than the regulation allows (事后登记). */
  afterwards?: true
  /** A colleague asks (内部咨询). Who it is stands with the requester, where it can be erased. */
  colleague?: true
  /** How many people it concerns, and who. */
  involvedCount?: number
  involvedNames?: TextRef
  /** Why the person is seen to first (优先): in the words alone, which are erased with them. */
  priority?: TextRef
  readBackAt: Instant | null
  /** Until when it could be answered on the spot; left out by facts from before that was worked out. */
  spotUntil?: Instant
}

export interface CaseState extends Cooperation, Care, SaidAtRegistration {
  id: string
  institutionId: string
  number: string
  status: CaseStatus
  round: number
  channel: string
  category: string
  urgency: string
  confidential: boolean
  origin: 'staff' | 'public' | 'paper'
  requesterId: string | null
  matterId: string | null
  /** The matter's promised limit in working days, as it stood when the case was registered under it, or put under it. */
  matterDays: number | null
  matterEdition: number | null
  matterCites: boolean
  subject: TextRef
  content: TextRef | null
  place: TextRef | null
  registeredAt: Instant
  /** When the last fact was recorded. Nothing is recorded before it, even if two people act at once and their clocks disagree. */
  changedAt: Instant
  registerUnitId: string
  /** When the first contact last saw to it that it goes on. */
  followedAt?: Instant
  branch: Branch | null
  /** Never changes but by recorded succession. */
  firstContact: Holder
  /** Who was really asked, where the policy appoints somebody else as first contact. */
  asked: string
  /** First contact together with the one named: the others of the pair. */
  pair?: Holder[]
  handler: Holder
  /** Since when the handling unit's clock runs; a hand-over inside the unit leaves it running. */
  signedAt: Instant
  /** Since when the limit counts where policy counts it from registration: registration, a reopening, or complete papers. */
  limitFrom: Instant
  policy: string
  referral: Referral | null
  returns: number
  ruling: Ruling | null
  /** A ruling binds: the case may not leave the unit it named. */
  bound: boolean
  promise: { dueAt: Instant; estimated: boolean; text: TextRef | null; by: string; at: Instant } | null
  notices: Notice[]
  custody: Custody[]
  resolution: Resolution | null
  toldAt: Instant | null
  attempts: number
  outcome: CaseOutcome | null
  endedAt: Instant | null
  reopenings: number
  ratedRound: number
  grade: number | null
  information: number
  attachments: number
  legs: Leg[]
  course: Course
  /** The open ones only. */
  obligations: Obligation[]
  participants: string[]
  units: string[]
}

const ENDED: readonly CaseStatus[] = ['closed', 'withdrawn', 'merged']

export function hasEnded(state: Pick<CaseState, 'status'>): boolean {
  return ENDED.includes(state.status)
}

export function openObligation(state: CaseState, kind: Obligation['kind']): Obligation | undefined {
  return state.obligations.find((obligation) => obligation.kind === kind)
}
