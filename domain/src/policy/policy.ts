import type { Limit } from '../calendar/calendar.ts'
import type { NoticeKind, NoticeParty } from '../notices/kinds.ts'

/** Somebody named by the part they have in a case: the post `post` of the unit that `of` points to, looked for upwards in the unit tree. */
export interface RoleRef {
  of: 'handler' | 'firstContact' | 'receiver' | 'institution'
  post: string
}

/** One rung of the ladder (逐级上报). Several roles on a rung are told together. */
export interface Rung {
  after: Limit
  /** Counted from the due moment, or from the opening of the obligation. */
  from: 'due' | 'opened'
  tell: RoleRef[]
  /** Told instead where the rung is reached outside office hours (总值班). */
  afterHours?: RoleRef[]
}

export type ObligationKind = 'decide' | 'signFor' | 'rule' | 'resolve' | 'reply' | 'callBack'
  // Of a shift, a bell or a walk-round, not of a case.
  | 'round' | 'handOver' | 'answerBell' | 'task' | 'walkround'
  | 'approve' | 'tell' | 'resume' | 'assist' | 'reportBack' | 'feedback' | 'visit' | 'undone' | 'support'
  | 'relay' | 'contact' | 'custody' | 'advise' | 'allow' | 'inquire' | 'followUp' | 'confirm' | 'fillIn'
  | 'keepInTouch' | 'checkEffect' | 'settle' | 'appeal' | 'solve'

/** At most one of each is open in a case at a time, and each belongs to its status. The others may stand beside them, several at once. */
export const SINGLE_KINDS: readonly ObligationKind[] = ['decide', 'signFor', 'rule', 'resolve', 'reply', 'callBack']

/** Somebody who may decide, and how much: what goes beyond it is for the next one. */
export interface Authority {
  by: RoleRef
  /** Added to the original limit at the most. */
  upTo: Limit
}

/** The first rule whose conditions all hold gives the limit; a rule without conditions always holds. */
export interface ResolveRule {
  category?: string
  urgency?: string
  channel?: string
  limit: Limit
}

/** The steps of a case whose limit may depend on what kind of case it is; how long the whole may take is said by its own rules. */
export const LIMITED_STEPS = ['decide', 'signFor', 'contact', 'rule', 'reply', 'callBack'] as const
export type LimitedStep = (typeof LIMITED_STEPS)[number]

/** The first rule for the step whose conditions all hold gives its limit, in place of the general one. */
export interface StepRule {
  step: LimitedStep
  category?: string
  urgency?: string
  channel?: string
  limit: Limit
}

/** A kind of case of which certain things have to be written down, step by step (记录单). */
export interface Sheet {
  name: string
  /** For cases of the matters so named; else of these categories. */
  matters: string[]
  categories: string[]
  steps: { name: string; parts: SheetPart[] }[]
  /** Solved only after the person was visited, or was here as agreed. */
  visitBeforeClose: boolean
}

/** `flag`: asked for only where this flag is set. */
export interface SheetPart { name: string; flag?: string | null }

/** Something that makes a case a special one (情形): who is told of it at once, in office hours and outside them. */
export interface FlagRule { name: string; notify: RoleRef[]; afterHours: RoleRef[] }

/** Duty by shifts (值班). */
export interface RosterPolicy {
  /** The round before a shift (班前巡视) opens so many minutes before it begins. */
  roundMinutesBefore: number
  /** What is looked at on the round; empty: no round is owed. */
  roundItems: string[]
  /** A shift ends only after the successor has signed the record. */
  handOverNeeded: boolean
  /** After the shift's end, until when it has to be handed over. */
  handOverWithin: Limit
  /** After so many seconds a bell that one's own group has not answered is any group's. */
  bellSeconds: number
  /** What happens to people on duty and asks one of them to do something point by point (接诊、送行). */
  occasions?: Occasion[]
  /** Visits of heads and departments (查房、巡查): what they are called here, and when what was found has to be recorded. */
  walkrounds?: { title: string; recordWithin: Limit }
}

/** Without a channel, or a category, it is for all of them. */
export interface RequiredEntry { channel?: string | undefined; category?: string | undefined; fields: EntryField[] }
/** What is said first (文明用语): by the first that fits the channel and the post; without one it is for all of them. `{unit}` and `{name}` stand for the speaker's. */
export interface Greeting { channel?: string | undefined; post?: string | undefined; text: string }
export type EntryField = 'content' | 'name' | 'phone' | 'place' | 'occurredAt' | 'involvedCount' | 'involvedNames'

/** Who takes it: the next in rotation among those on duty, the main shift, or whoever received it. */
export type Turn = 'rotation' | 'main' | 'receiver'

export interface Occasion {
  title: string
  turn: Turn
  /** Outside office hours; the same turn where left out. */
  turnAfterHours?: Turn
  items: string[]
  within: Limit
  /** The person is asked at the end how satisfied they are. */
  satisfaction: boolean
}

export interface Policy {
  name: string
  /** What the organisation calls the system: 首问负责制, 首问责任制, 首办责任制 … */
  systemName: string
  firstContactMode: 'anyone' | 'window' | 'appointed' | 'pair'
  categories: string[]
  channels: string[]
  /** `entries`: what has to be registered besides, for what comes by this channel and is of this category; whoever would rather not say is not asked. */
  required: { requester: boolean; readBack: string[]; citation: string[]; entries?: RequiredEntry[] | undefined }
  limits: {
    decide: Limit; signFor: Limit; rule: Limit; reply: Limit; callBack: Limit; resolve: ResolveRule[]
    /** Deciding on a request for more time, for a pause, for consent to a refusal. */
    approve: Limit
    /** Telling the person about a new date or a pause. */
    tell: Limit
    assist: Limit; reportBack: Limit; undone: Limit; support: Limit
    relay: Limit; custody: Limit; advise: Limit; allow: Limit; inquire: Limit; followUp: Limit; confirm: Limit; fillIn: Limit
    /** From signing for a case to speaking with the person; null where only the result counts. */
    contact: Limit | null
    /** Other limits for steps of cases of some category, urgency or channel; left out or none that fits: the limits beside this. */
    steps?: StepRule[]
    /** The longest time for which the person hears nothing while the case is in hand; null or left out: no matter how long. */
    keepInTouch?: Limit | null
    /** After the agreed moment of an appointment, until when it has to be recorded; null or left out: at that moment. */
    visit?: Limit | null
    /** For how long after it was asked a question may still be answered on the spot: from then on the person ought to have a date. As long as for deciding where left out. */
    onSpot?: Limit
    /** Settling a duty that has climbed, for whoever took it up; as long as for a ruling where left out. */
    settle?: Limit
    /** Deciding on what the person says again, beyond the number of reopenings; as long as for what could not be done where left out. */
    appeal?: Limit
  }
  /** Where the unit's clock starts. The person's own clock always runs from registration. */
  resolveFrom: 'registration' | 'signFor'
  /** A warning comes when this share (per cent) of the working time is left. */
  warnAtPercentLeft: number
  ladders: Partial<Record<ObligationKind, Rung[]>>
  replyBy: 'firstContact' | 'handler' | 'leader'
  /** Which leader, where a leader replies: the first of these whom somebody holds; else the leader in charge or the head. */
  replyLeader?: RoleRef[]
  /** Leaders are accountable (领导干部是责任主体): for every new case that is not answered at once, the first of these gives a solution in time, which the person reads. Left out: no leader has to. */
  leaderSolves?: { by: RoleRef[]; within: Limit }
  /** Until when the first contact stays responsible beside the handler: to the end, or until another has signed for the case. Left out: to the end. */
  firstContactUntil?: 'end' | 'signedFor'
  /** The person is to have the reply within the limit for resolving, not after it: 48 hours mean 48 hours. */
  replyInsideLimit: boolean
  callBack: { when: 'never' | 'always' | 'complaints'; by: RoleRef }
  /** `basis`: a return names the rule it rests on (职责条款); `suggestion`: and the unit it belongs to. */
  returns: { max: number; within: Limit; basis: boolean; suggestion: boolean }
  /** More time: how often in a round, and who may grant how much, from the lowest authority up. */
  extension: { max: number; approvers: Authority[] }
  /**
   * Waiting for the person's papers, a third party, an appointment. `stops`: which clock stands still meanwhile, the limit
   * alone (`limit`), the limit and the person's clock (`both`), or none. Without approvers nobody needs to agree.
   */
  pause: { stops: 'both' | 'limit' | 'none'; longest: Limit; approvers: RoleRef[] }
  /** 否定报备: in these categories a refusal needs the consent of one of these first. */
  refusalReport: { categories: string[]; approvers: RoleRef[] }
  /** How often a supervised case is reported on, by the level of supervision. */
  supervision: { general: Limit; key: Limit; listed: Limit }
  /** Who hears, past the handler, that a matter could not be done; and who is asked for support. */
  help: {
    undone: RoleRef[]; support: RoleRef[]
    /** Who decides when the person says "not solved" more often than may be reopened; the head of the handling unit where left out, and nobody, so that it is refused, where empty. */
    appeal?: RoleRef[]
  }
  /** Who is asked when duty is unclear or disputed, one after the other: the next once the time for ruling has passed. */
  unclear: RoleRef[]
  roster: RosterPolicy
  /** A colleague who is away: the B post signs in their place, or only whoever is named; to whom a journey is reported, in order. */
  absent: { deputy: 'automatic' | 'named'; report: RoleRef[] }
  /**
   * The leaders, from the lowest up, to whom a question is passed up; the head, the leader in charge and the principal where left out. Where
   * they are named, asking somebody higher before the lower ones needs a reason.
   */
  leaders?: RoleRef[]
  /** Who is asked before an answer is given (先请示再答复); all at once, the first answer counts. */
  consult: RoleRef[]
  /** `second`: a unit that signed for a case may pass it on freely, or with a superior's approval; `earlier`: back to somebody who had it before. */
  transfers: {
    second: 'free' | 'approval'
    /** The approval is needed from the referral of this number on; the second where left out. */
    from?: number
    by: RoleRef[]
    earlier: 'free' | 'coordination'
  }
  /** To whom goes what cannot be solved (报项目负责人). */
  unsolved: { to: RoleRef[] }
  /** What has to be written down of certain cases before they are solved. */
  sheets?: Sheet[]
  flags?: FlagRule[]
  /** After the end of solved cases of these categories somebody looks whether it has lasted; planned by hand for any other. */
  effectCheck?: { categories: string[]; after: Limit }
  emergency: { notify: RoleRef[]; afterHours: RoleRef[]; category: string; channel: string }
  /** Outside these hours the duty officer stands in where a rule says so. Days that the calendar does not work are outside too. */
  officeHours: { weekdays: number[]; from: string; to: string }
  papers: { missing: 'runs' | 'restarts'; returnBeforeClose: boolean }
  contactAttempts: number
  closing: { withReply: boolean }
  /** Finding whose matter a question is, in per cent of certainty: below `suggest` it says to ask the office, from `preselect` on the register page chooses the matter by itself, from `portal` on (else `preselect`; 0 never) the public's pages name it. */
  finding: { suggest: number; preselect: number; portal?: number | undefined }
  /**
   * `date`: the date that the person was given holds in the new round as long as it lies ahead (`kept`, also where left out), or the limit
   * always counts anew. `atLeast`: so much time a new round has all the same; a working day where left out.
   */
  reopening: { max: number; within: Limit; date?: 'kept' | 'anew' | undefined; atLeast?: Limit | undefined }
  /** Who is seen to first (优先服务对象), as it is called here; `help`: whom a bell asks to help them. Left out: the kinds below, and nobody is asked. */
  priority?: { kinds: string[]; help?: RoleRef[] | undefined }
  /** How people are received: what is said to them first, and what belongs to every reception (接待步骤), ticked off where it was done. */
  reception?: { greetings: Greeting[]; steps: string[] }
  /** What is registered later than so long after it was asked or happened bears a mark (事后登记). */
  registerWithin?: Limit
  /** For so long after the end the first contact and the handler may still put right what was written down; null or left out: until it is archived. */
  correctWithin?: Limit | null
  /** Reasons offered with a rating; with `complaints`, `reasons` are those of praise and these the others, each with its grades. */
  rating: { reasons: string[]; complaints?: string[] | undefined }
  /** Words that a reply must not contain (服务忌语), and phrases in which they are harmless. */
  forbiddenPhrases: { block: string[]; allow: string[] }
  publicIntake: RoleRef
  /** What the person may do on the public pages besides asking and adding; what is left out is as `publicPages` below says. */
  publicPages?: { [Setting in keyof PublicPages]?: PublicPages[Setting] | undefined }
  /** Ordinary staff see all cases of their own unit; false: only those they take part in. */
  unitSeesItsCases: boolean
  /** Categories whose cases only participants and heads may see (举报). */
  confidentialCategories: string[]
  supervisionLine: string | null
  /** A telephone is answered by this ring at the latest (铃响三声). */
  phoneRings?: number
  /** Who is told of what inside the product; a kind that is not named goes to whom it goes by default. */
  notices?: Partial<Record<NoticeKind, NoticeParty[]>>
  /** So many days after they came, notices inside the product are forgotten; and so many after their end, deliveries by mail and webhook. The root unit's count. */
  noticeDays?: number
  deliveryDays?: number
  idleMinutes: number
  retentionYears: number
  calendar: string
}

/** `attachments`: so many files to one case, 0 for none; each of so many `megabytes`. `withdrawal`: the person may take their own question back. */
export interface PublicPages { attachments: number; megabytes: number; withdrawal: boolean }

export function publicPages({ publicPages: own }: Pick<Policy, 'publicPages'>): PublicPages {
  return { attachments: own?.attachments ?? 6, megabytes: own?.megabytes ?? 15, withdrawal: own?.withdrawal ?? true }
}

/** Where a regulation is silent on how soon what was asked has to be registered. */
export const REGISTER_WITHIN: Limit = { amount: 1, unit: 'workingDays' }

/** Where a regulation does not say who is seen to first. */
const PRIORITY_KINDS: readonly string[] = ['孕妇', '危重患者', '老年人', '患病', '残疾人', '远道而来', '行动不便']

/** Bells ring in such a place: a question may come by one, or one calls helpers. */
export function ringsBells({ channels, priority }: Pick<Policy, 'channels' | 'priority'>): boolean {
  return channels.includes('bell') || (priority?.help?.length ?? 0) > 0
}

export function priorityKinds({ priority }: Pick<Policy, 'priority'>): readonly string[] {
  return priority?.kinds ?? PRIORITY_KINDS
}

/** Where a regulation is silent on who stands above whom. */
export const LEADERS: readonly RoleRef[] = [{ of: 'handler', post: 'head' }, { of: 'handler', post: 'leaderInCharge' }, { of: 'institution', post: 'principal' }]

/** Where a regulation is silent on who decides once the number of reopenings is used up. */
export const APPEALS_TO: readonly RoleRef[] = [{ of: 'handler', post: 'head' }]

/** Where a regulation is silent on the telephone. */
export const PHONE_RINGS = 3

/** Where a regulation is silent on how long they are kept: it may be older than the setting. */
export const KEPT_DAYS = { notices: 400, deliveries: 180 } as const
