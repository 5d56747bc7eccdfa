import { z } from 'zod'
import { BRANCHES, Category, Channel, OBLIGATION_STATES, ObligationKind, Outcome, ReplyChannel, Status, Urgency } from '../../shared/codes.ts'
import { Instant, TwoClocks } from '../../shared/time.ts'
import { CARE_ACTS, CareView } from './care-view.ts'
import { CourseView } from './course-views.ts'
import { COOPERATION_ACTS, CooperationView } from './cooperation-view.ts'

export const Holder = z.object({
  personId: z.uuid(), personName: z.string(), unitId: z.uuid(), unitName: z.string(),
  phone: z.string().nullable(), room: z.string().nullable(),
})

/** One stretch of the baton. `hold`: somebody works on it; `wait`: handed over, not yet signed for; `reply`: resolved, the person not yet told. */
export const Leg = z.object({
  kind: z.enum(['hold', 'wait', 'reply']), personId: z.uuid().nullable(), personName: z.string().nullable(), unitId: z.uuid(), unitName: z.string(),
  from: Instant, to: Instant.nullable(),
  /** Working minutes of the organisation's calendar between from and to (or now). */
  workingMinutes: z.int(),
})

/** How late something is, in working time; calendar days would count nights and holidays. */
const LateBy = z.object({ workingMinutes: z.int(), minutesPerWorkingDay: z.int() })

const DueLimit = z.object({ amount: z.number(), unit: z.enum(['workingDays', 'naturalDays', 'workingHours', 'naturalHours', 'workingMinutes', 'naturalMinutes']) })

export const ObligationView = z.object({
  id: z.uuid(), caseId: z.uuid(), kind: ObligationKind, state: z.enum(OBLIGATION_STATES),
  owner: z.object({ personId: z.uuid().nullable(), personName: z.string().nullable(), unitId: z.uuid(), unitName: z.string() }),
  openedAt: Instant, warnAt: Instant.nullable(), dueAt: Instant, estimated: z.boolean(), lateAt: Instant.nullable(), closedAt: Instant.nullable(),
  /** Whole working days from now to the due time, by the owner's calendar; without it the pages count calendar days. */
  workingDaysLeft: z.int().optional(),
  lateBy: LateBy.nullable().optional(),
  /** Rungs of the ladder that have fired. */
  rung: z.int(), escalatedTo: z.array(z.object({ personId: z.uuid(), personName: z.string(), rung: z.int() })),
  /** Who took it up after it had climbed. */
  takenUpBy: z.object({ personId: z.uuid(), personName: z.string() }).nullable().optional(),
  /** In the case itself: which limit gives the date, the matter's, a rule's for such cases, the general one, or what was agreed on since. Null where nothing but its history does. */
  why: z.object({
    by: z.enum(['matter', 'rule', 'general', 'promise', 'extension', 'insideLimit']), limit: DueLimit.nullable(), category: Category.nullable(), urgency: Urgency.nullable(), channel: Channel.nullable(),
  }).nullable().optional(),
  /** Traffic light: green, amber ≤ 30 % or ≤ 1 working day left, red late, grey paused. */
  light: z.enum(['green', 'amber', 'red', 'grey']),
})

/** The reply of registration and of every act on a case: where it stands now. */
export const CaseStanding = z.object({
  id: z.uuid(), number: z.string(), status: Status, round: z.int(), firstContact: Holder, handler: Holder,
  dueAt: Instant.nullable(), dueEstimated: z.boolean(),
})
export const RegisteredCase = CaseStanding.extend({ trackingCode: z.string() })

/** `refused`: leave to pass it on again was asked for and refused. */
const PassingAct = z.object({ act: z.enum(['referred', 'returned', 'refused']), at: Instant, personName: z.string().nullable(), fromUnitName: z.string().nullable(), toUnitName: z.string().nullable() })

export const CaseRow = z.object({
  id: z.uuid(), number: z.string(), status: Status, round: z.int(), registeredAt: Instant, channel: Channel, category: Category, urgency: Urgency, /** Seen to first; why is said in the case alone. */ priority: z.boolean().optional(),
  subject: z.string(), /** A colleague asks. */ colleague: z.boolean().optional(), requesterName: z.string().nullable(), requesterPhone: z.string().nullable(), organization: z.string().nullable(),
  firstContact: Holder, handler: Holder, pendingUnitName: z.string().nullable(), matterName: z.string().nullable(),
  outcome: Outcome.nullable(), closedAt: Instant.nullable(), dueAt: Instant.nullable(), dueEstimated: z.boolean(), late: z.boolean(),
  light: z.enum(['green', 'amber', 'red', 'grey', 'none']),
  /** Whole working days from now to the due time. */
  workingDaysLeft: z.int().nullable().optional(), lateBy: LateBy.nullable().optional(), grade: z.int().nullable(), result: z.string().nullable(),
  /** The stretch of text in which `q` was found, when that is not the subject. */
  excerpt: z.string().nullable().optional(),
  /** Open, no longer to be answered on the spot, and the person has no date. */
  unpromised: z.boolean(),
  /** Since when the first contact has not followed what somebody else handles, and so many working days ago; null where there is nothing to follow. */
  unfollowed: z.object({ since: Instant, workingDays: z.int() }).nullable(),
  /** How often it went to another unit, leave refused for that included, and was sent back; `acts`, who did, with the filter `passing` alone. */
  passing: z.object({ referred: z.int(), returned: z.int(), acts: z.array(PassingAct) }),
  legs: z.array(Leg.omit({ personName: true, unitName: true })),
  clocks: TwoClocks,
})

export const PaperView = z.object({ name: z.string(), copies: z.int(), form: z.enum(['original', 'copy', 'either']), given: z.boolean(), note: z.string().nullable() })
export const NoticeView = z.object({ at: Instant, byName: z.string(), papers: z.array(PaperView), breach: z.boolean(), reason: z.string().nullable() })
export const CustodyView = z.object({
  id: z.uuid(), papers: z.array(z.string()), takenAt: Instant, takenByName: z.string(), receiptNumber: z.string(), holderName: z.string(), returnedAt: Instant.nullable(),
  /** Everybody who had them, each from the moment they confirmed it. */
  chain: z.array(z.object({ name: z.string(), at: Instant })), offeredTo: z.object({ personId: z.uuid(), name: z.string(), at: Instant }).nullable(),
})

export const TimelineEntry = z.object({
  seq: z.int(), at: Instant, kind: z.string(),
  actor: z.object({ personId: z.uuid().nullable(), name: z.string().nullable(), unitName: z.string().nullable(), as: z.enum(['staff', 'public', 'system']), inPlaceOf: z.string().nullable() }),
  /** Names for the sentence: people, units, dates, branches, counts. Never personal data of the requester. */
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  /** The words of the act, when there are any and they have not been erased. */
  text: z.string().nullable(),
  /** What whoever granted it added to their yes. */
  remark: z.string().nullable(),
  /** The person asking sees this entry on the tracking page. */
  public: z.boolean(),
})

export const CASE_ACTS = ['decideCase', 'promiseCase', 'issueNotice', 'takePapers', 'returnPapers', 'referCase', 'acceptReferral', 'returnReferral',
  'withdrawReferral', 'askForRuling', 'ruleCase', 'resolveCase', 'returnResult', 'replyToCase', 'recordContactAttempt', 'closeCase', 'reopenCase',
  'withdrawCase', 'addNote', 'correctCase', 'addAttachment', 'revealRequester',
  'askForExtension', 'askForPause', 'reportRefusal', 'decideApproval', 'resumeCase', 'askForAssist', 'giveAssist', 'waiveAssist', 'urgeCase', 'instructCase',
  'reportOnInstruction', 'superviseCase', 'reportOnSupervision', 'signOffSupervision', 'makeAppointment', 'moveAppointment', 'endAppointment',
  'reportUndone', 'askForSupport', 'answerHelp', 'informPerson', 'confirmReceipt', 'archiveCase', ...COOPERATION_ACTS, ...CARE_ACTS] as const
export const ActView = z.object({ act: z.enum(CASE_ACTS), allowed: z.boolean(), refusal: z.string().nullable() })

export const CaseView = CaseStanding.extend({
  channel: Channel, category: Category, urgency: Urgency, confidential: z.boolean(),
  subject: z.string(), content: z.string().nullable(), /** Where it happened or is (发生地点). */ place: z.string().nullable(),
  /** When it was asked or happened, where it is not when it was registered; `afterwards`: written down later than the regulation allows. */
  occurredAt: Instant.nullable(), afterwards: z.boolean(), involvedCount: z.int().nullable(), involvedNames: z.string().nullable(),
  /** Why the person is seen to first; null where they are not, empty once it is erased. */
  priority: z.array(z.string()).nullable(), erased: z.boolean(), registeredAt: Instant, readBackAt: Instant.nullable(),
  registerUnitName: z.string(), deskName: z.string().nullable(), /** `edition`: the directory of matters it was registered under; `cites`: its outcome has to cite the basis. */
  matter: z.object({ id: z.uuid(), name: z.string(), edition: z.int().nullable(), cites: z.boolean() }).nullable(), branch: z.enum(BRANCHES).nullable(),
  requester: z.object({
    id: z.uuid(), name: z.string().nullable(), phone: z.string().nullable(), organization: z.string().nullable(), address: z.string().nullable(), email: z.string().nullable(),
    /** A colleague, as the directory had them; nothing is masked then. */ colleague: z.boolean(), masked: z.boolean(), earlierCases: z.int(), openCases: z.int(),
  }).nullable(),
  promise: z.object({ dueAt: Instant, estimated: z.boolean(), text: z.string().nullable(), byName: z.string(), at: Instant }).nullable(),
  referral: z.object({ toUnitId: z.uuid(), toUnitName: z.string(), toUnitPhone: z.string().nullable(), toUnitRoom: z.string().nullable(), toPersonId: z.uuid().nullable(), toPersonName: z.string().nullable(), at: Instant, reason: z.string().nullable(), dueAt: Instant, dueEstimated: z.boolean(), returnable: z.boolean(), /** What the regulation asks a return to say. */ basisNeeded: z.boolean(), suggestionNeeded: z.boolean() }).nullable(),
  ruling: z.object({ askedAt: Instant, reason: z.string().nullable(), arbiters: z.array(z.object({ personId: z.uuid(), personName: z.string() })), dueAt: Instant, dueEstimated: z.boolean(), level: z.int(), cause: z.enum(['unclear', 'dispute', 'circle', 'absent']) }).nullable(),
  returns: z.int(), course: CourseView, notices: z.array(NoticeView), custody: z.array(CustodyView),
  resolution: z.object({ outcome: Outcome, text: z.string().nullable(), citation: z.string().nullable(), where: z.string().nullable(), phone: z.string().nullable(), byName: z.string(), at: Instant }).nullable(),
  replies: z.array(z.object({ at: Instant, byName: z.string(), channel: ReplyChannel, text: z.string().nullable(), round: z.int(), /** Names of the files that went to the person with it. */ files: z.array(z.string()) })),
  attempts: z.array(z.object({ at: Instant, byName: z.string(), channel: ReplyChannel, note: z.string().nullable(), round: z.int() })),
  ratings: z.array(z.object({ at: Instant, round: z.int(), grade: z.int(), reasons: z.array(z.string()), comment: z.string().nullable(), solved: z.boolean().nullable() })),
  attachments: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int(), mediaType: z.string(), at: Instant, byName: z.string().nullable() })),
  unpromised: CaseRow.shape.unpromised, unfollowed: CaseRow.shape.unfollowed,
  /** Two clocks: the person's runs from registration and never resets; the unit's from when the work became its own, anew where the policy says so. */
  clocks: z.object({
    requester: z.object({ since: Instant, workingMinutes: z.int(), workingDays: z.int() }),
    /** `from`: what set it going. With `missingPapers` it stands, and begins once the papers are complete. */
    unit: z.object({ since: Instant, workingMinutes: z.int(), workingDays: z.int(), from: z.enum(['registration', 'takeover', 'papers', 'reopening', 'missingPapers']) }),
    minutesPerWorkingDay: z.int(),
    /** Working minutes until `dueAt`, negative once it has passed; null when nothing is due. */
    leftMinutes: z.int().nullable().optional(),
  }),
  cooperation: CooperationView, care: CareView, legs: z.array(Leg), obligations: z.array(ObligationView), timeline: z.array(TimelineEntry), acts: z.array(ActView),
  ledger: z.object({ entries: z.int(), intact: z.boolean(), sealedThrough: z.int() }),
})
