import { z } from 'zod'
import { CATEGORIES, CHANNELS, URGENCIES } from '@daodi/contract/shared/codes.ts'
import { Phone } from '@daodi/contract/shared/text.ts'
import type { PolicyOverlay as Overlay } from '@daodi/domain/policy/inherit.ts'
import type { Limit as DomainLimit } from '@daodi/domain/calendar/calendar.ts'
import { NOTICE_KINDS, NOTICE_PARTIES } from '@daodi/domain/notices/kinds.ts'
import { LIMITED_STEPS, type ResolveRule, type Rung as DomainRung, type StepRule as DomainStepRule } from '@daodi/domain/policy/policy.ts'
import { CALENDAR_NAMES } from './calendar-definition.ts'

/** The domain knows these codes as plain strings: an organisation's list is checked here, once, when it is published. */
const Category: z.ZodType<string, string> = z.enum(CATEGORIES)
const Channel: z.ZodType<string, string> = z.enum(CHANNELS)
const Urgency: z.ZodType<string, string> = z.enum(URGENCIES)
const CalendarName: z.ZodType<string, string> = z.enum(CALENDAR_NAMES)

/** Stable names of what a schema cannot say by its shape; policy-problems.ts has the sentence for each. */
export type Fault = 'blank' | 'twice' | 'whole-days' | 'too-long' | 'day-end-without-days' | 'session-end-without-hours' | 'no-rule-that-always-holds' | 'rule-never-reached' | 'rungs-out-of-order' | 'not-a-phone'

interface Reporter { addIssue: (issue: { code: 'custom'; path: (string | number)[]; params: { fault: Fault; detail?: string } }) => void }

function report(context: Reporter, fault: Fault, path: (string | number)[], detail?: string): void {
  context.addIssue({ code: 'custom', path, params: { fault, ...(detail === undefined ? {} : { detail }) } })
}

const Words = z.string().superRefine((text, context) => { if (text.trim() === '') report(context, 'blank', []) })

function listOf<Item extends z.ZodType<string, string>>(item: Item) {
  return z.array(item).superRefine((items, context) => {
    items.forEach((one, index) => { if (items.indexOf(one) < index) report(context, 'twice', [index], one) })
  })
}

const UNITS_OF_TIME = ['workingDays', 'naturalDays', 'workingHours', 'naturalHours', 'workingMinutes', 'naturalMinutes'] as const

/** Ten years in each unit: no regulation promises later, and the working-time engine refuses fifty. */
const MOST: Record<DomainLimit['unit'], number> = {
  workingDays: 3_650, naturalDays: 3_650, workingHours: 87_600, naturalHours: 87_600, workingMinutes: 5_256_000, naturalMinutes: 5_256_000,
}

const Limit = z.strictObject({
  amount: z.number().positive(),
  unit: z.enum(UNITS_OF_TIME),
  dayEnd: z.enum(['business', 'midnight']).optional(),
  sessionEnd: z.enum(['same', 'next']).optional(),
}).superRefine((limit, context) => {
  const days = limit.unit === 'workingDays' || limit.unit === 'naturalDays'
  if (days && !Number.isInteger(limit.amount)) report(context, 'whole-days', ['amount'])
  if (limit.amount > MOST[limit.unit]) report(context, 'too-long', ['amount'])
  if (limit.dayEnd !== undefined && !days) report(context, 'day-end-without-days', ['dayEnd'])
  if (limit.sessionEnd !== undefined && limit.unit !== 'workingHours' && limit.unit !== 'workingMinutes') report(context, 'session-end-without-hours', ['sessionEnd'])
})

const RoleRef = z.strictObject({ of: z.enum(['handler', 'firstContact', 'receiver', 'institution']), post: Words })

const Roles = z.array(RoleRef).min(1).max(20)
const Rung = z.strictObject({ after: Limit, from: z.enum(['due', 'opened']), tell: z.array(RoleRef).min(1), afterHours: Roles.optional() })

/** Working and natural time cannot be compared without a calendar, so each is ordered by itself. */
function nominalMinutes(limit: DomainLimit): { family: 'working' | 'natural'; minutes: number } {
  switch (limit.unit) {
    case 'workingMinutes': return { family: 'working', minutes: limit.amount }
    case 'workingHours': return { family: 'working', minutes: limit.amount * 60 }
    case 'workingDays': return { family: 'working', minutes: limit.amount * 480 }
    case 'naturalMinutes': return { family: 'natural', minutes: limit.amount }
    case 'naturalHours': return { family: 'natural', minutes: limit.amount * 60 }
    case 'naturalDays': return { family: 'natural', minutes: limit.amount * 1440 }
  }
}

const Ladder = z.array(Rung).max(20).superRefine((rungs: DomainRung[], context) => {
  const reached = new Map<string, number>()
  rungs.forEach((rung, index) => {
    const { family, minutes } = nominalMinutes(rung.after)
    const before = reached.get(`${family} ${rung.from}`)
    if (before !== undefined && minutes <= before) report(context, 'rungs-out-of-order', [index, 'after'], String(index + 1))
    reached.set(`${family} ${rung.from}`, Math.max(minutes, before ?? 0))
  })
})

const Rule = z.strictObject({ category: Category.optional(), urgency: Urgency.optional(), channel: Channel.optional(), limit: Limit })

const CONDITIONS = ['category', 'urgency', 'channel'] as const

function covers(earlier: ResolveRule, later: ResolveRule): boolean {
  return CONDITIONS.every((part) => earlier[part] === undefined || earlier[part] === later[part])
}

const ResolveRules = z.array(Rule).max(200).superRefine((rules: ResolveRule[], context) => {
  rules.forEach((rule, index) => {
    const earlier = rules.findIndex((candidate, at) => at < index && covers(candidate, rule))
    if (earlier >= 0) report(context, 'rule-never-reached', [index], String(earlier + 1))
  })
  const last = rules.at(-1)
  if (!last || CONDITIONS.some((part) => last[part] !== undefined)) report(context, 'no-rule-that-always-holds', [])
})

/** As with the limits for the whole: a rule behind one that covers it for the same step would never be used. */
const StepRules = z.array(Rule.extend({ step: z.enum(LIMITED_STEPS) })).max(200).superRefine((rules: DomainStepRule[], context) => {
  rules.forEach((rule, index) => {
    const earlier = rules.findIndex((candidate, at) => at < index && candidate.step === rule.step && covers(candidate, rule))
    if (earlier >= 0) report(context, 'rule-never-reached', [index], String(earlier + 1))
  })
})

const RequiredEntry = z.strictObject({ channel: Channel.optional(), category: Category.optional(), fields: z.array(z.enum(['content', 'name', 'phone', 'place', 'occurredAt', 'involvedCount', 'involvedNames'])).min(1) })
const required = z.strictObject({ requester: z.boolean(), readBack: listOf(Category), citation: listOf(Category), entries: z.array(RequiredEntry).max(100).optional() })
const sideLimits = {
  relay: Limit, custody: Limit, advise: Limit, allow: Limit, inquire: Limit, followUp: Limit, confirm: Limit, fillIn: Limit,
  approve: Limit, tell: Limit, assist: Limit, reportBack: Limit, undone: Limit, support: Limit, contact: Limit.nullable(), keepInTouch: Limit.nullable().optional(), visit: Limit.nullable().optional(), settle: Limit.optional(), onSpot: Limit.optional(), appeal: Limit.optional(), steps: StepRules.optional(),
}
const limits = z.strictObject({ decide: Limit, signFor: Limit, rule: Limit, reply: Limit, callBack: Limit, resolve: ResolveRules, ...sideLimits })
const ladders = z.strictObject({
  decide: Ladder.optional(), signFor: Ladder.optional(), rule: Ladder.optional(), resolve: Ladder.optional(), reply: Ladder.optional(), callBack: Ladder.optional(),
  relay: Ladder.optional(), contact: Ladder.optional(), custody: Ladder.optional(), advise: Ladder.optional(), allow: Ladder.optional(), inquire: Ladder.optional(),
  followUp: Ladder.optional(), confirm: Ladder.optional(), fillIn: Ladder.optional(), keepInTouch: Ladder.optional(), checkEffect: Ladder.optional(), settle: Ladder.optional(), appeal: Ladder.optional(), solve: Ladder.optional(),
  approve: Ladder.optional(), tell: Ladder.optional(), resume: Ladder.optional(), assist: Ladder.optional(), reportBack: Ladder.optional(), feedback: Ladder.optional(), visit: Ladder.optional(),
  undone: Ladder.optional(), support: Ladder.optional(),
  round: Ladder.optional(), handOver: Ladder.optional(), answerBell: Ladder.optional(), task: Ladder.optional(), walkround: Ladder.optional(),
})
const callBack = z.strictObject({ when: z.enum(['never', 'always', 'complaints']), by: RoleRef })
const returns = z.strictObject({ max: z.int().min(1).max(20), within: Limit, basis: z.boolean(), suggestion: z.boolean() })
const absent = z.strictObject({ deputy: z.enum(['automatic', 'named']), report: Roles })
const transfers = z.strictObject({ second: z.enum(['free', 'approval']), from: z.int().min(2).max(9).optional(), by: Roles, earlier: z.enum(['free', 'coordination']) })
const unsolved = z.strictObject({ to: Roles })
const emergency = z.strictObject({ notify: Roles, afterHours: Roles, category: Category, channel: Channel })
const NoOrRoles = z.array(RoleRef).max(20)
const SheetPart = z.strictObject({ name: Words, flag: Words.nullable().optional() })
/** Names are how a case refers to its sheet, its steps and their parts: none stands twice. */
function namedOnce<Item extends z.ZodType<{ name: string }, { name: string }>>(item: Item, most: number) {
  return z.array(item).max(most).superRefine((items: { name: string }[], context) => {
    items.forEach(({ name }, index) => { if (items.findIndex((one) => one.name === name) < index) report(context, 'twice', [index, 'name'], name) })
  })
}
const sheets = namedOnce(z.strictObject({ name: Words, matters: listOf(Words), categories: listOf(Category), steps: namedOnce(z.strictObject({ name: Words, parts: namedOnce(SheetPart, 40) }), 20), visitBeforeClose: z.boolean() }), 50)
const flags = namedOnce(z.strictObject({ name: Words, notify: NoOrRoles, afterHours: NoOrRoles }), 50)
const effectCheck = z.strictObject({ categories: listOf(Category), after: Limit })
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const officeHours = z.strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1).max(7), from: ClockTime, to: ClockTime })
const Authority = z.strictObject({ by: RoleRef, upTo: Limit })
const extension = z.strictObject({ max: z.int().min(0).max(20), approvers: z.array(Authority).min(1).max(10) })
const pause = z.strictObject({ stops: z.enum(['both', 'limit', 'none']), longest: Limit, approvers: z.array(RoleRef).max(10) })
const refusalReport = z.strictObject({ categories: listOf(Category), approvers: z.array(RoleRef).min(1).max(10) })
const supervision = z.strictObject({ general: Limit, key: Limit, listed: Limit })
const help = z.strictObject({ undone: z.array(RoleRef).min(1).max(10), support: z.array(RoleRef).min(1).max(10), appeal: z.array(RoleRef).max(10).optional() })
const papers = z.strictObject({ missing: z.enum(['runs', 'restarts']), returnBeforeClose: z.boolean() })
const closing = z.strictObject({ withReply: z.boolean() })
const finding = z.strictObject({ suggest: z.int().min(0).max(100), preselect: z.int().min(0).max(100), portal: z.int().min(0).max(100).optional() })
const reopening = z.strictObject({ max: z.int().min(0).max(20), within: Limit, date: z.enum(['kept', 'anew']).optional(), atLeast: Limit.optional() })
const publicPages = z.strictObject({ attachments: z.int().min(0).max(20).optional(), megabytes: z.int().min(1).max(20).optional(), withdrawal: z.boolean().optional() })
const rating = z.strictObject({ reasons: listOf(Words), complaints: listOf(Words).optional() })
const forbiddenPhrases = z.strictObject({ block: listOf(Words), allow: listOf(Words) })

const priority = z.strictObject({ kinds: listOf(Words).max(30), help: NoOrRoles.optional() })
const Greeting = z.strictObject({ channel: Channel.optional(), post: Words.optional(), text: Words })
const reception = z.strictObject({ greetings: z.array(Greeting).max(50), steps: listOf(Words).max(20) })
const notices = z.partialRecord(z.enum(NOTICE_KINDS), z.array(z.enum(NOTICE_PARTIES)))
const TURNS = ['rotation', 'main', 'receiver'] as const
const Occasion = z.strictObject({ title: Words, turn: z.enum(TURNS), turnAfterHours: z.enum(TURNS).optional(), items: listOf(Words).max(40), within: Limit, satisfaction: z.boolean() })
const Occasions = z.array(Occasion).max(20).superRefine((occasions, context) => {
  occasions.forEach(({ title }, index) => { if (occasions.findIndex((one) => one.title === title) < index) report(context, 'twice', [index, 'title'], title) })
})
const roster = z.strictObject({
  roundMinutesBefore: z.int().min(0).max(240), roundItems: listOf(Words).max(60), handOverNeeded: z.boolean(), handOverWithin: Limit, bellSeconds: z.int().min(0).max(3600),
  occasions: Occasions.optional(), walkrounds: z.strictObject({ title: Words, recordWithin: Limit }).optional(),
})

const PhoneNumber = z.string().superRefine((text, context) => { if (!Phone.safeParse(text).success) report(context, 'not-a-phone', []) })

/** Every setting, as an institution's root unit must give it. Unknown keys are refused at every level. */
export const PolicyDocument = z.strictObject({
  name: Words,
  systemName: Words,
  firstContactMode: z.enum(['anyone', 'window', 'appointed', 'pair']),
  categories: listOf(Category).min(1),
  channels: listOf(Channel).min(1),
  required,
  limits,
  resolveFrom: z.enum(['registration', 'signFor']),
  warnAtPercentLeft: z.int().min(1).max(99),
  ladders,
  replyBy: z.enum(['firstContact', 'handler', 'leader']), replyLeader: Roles.optional(), leaderSolves: z.strictObject({ by: Roles, within: Limit }).optional(), firstContactUntil: z.enum(['end', 'signedFor']).optional(),
  replyInsideLimit: z.boolean(),
  callBack,
  returns,
  extension,
  pause,
  refusalReport,
  supervision,
  help,
  unclear: z.array(RoleRef).min(1).max(20),
  roster,
  absent,
  leaders: Roles.optional(),
  consult: Roles,
  transfers,
  unsolved,
  sheets: sheets.optional(),
  flags: flags.optional(),
  effectCheck: effectCheck.optional(),
  emergency,
  officeHours,
  papers,
  contactAttempts: z.int().min(1).max(20),
  closing,
  finding,
  reopening,
  priority: priority.optional(),
  reception: reception.optional(),
  registerWithin: Limit.optional(),
  correctWithin: Limit.nullable().optional(),
  rating,
  forbiddenPhrases,
  publicIntake: RoleRef,
  publicPages: publicPages.optional(),
  unitSeesItsCases: z.boolean(),
  confidentialCategories: listOf(Category),
  supervisionLine: PhoneNumber.nullable(),
  phoneRings: z.int().min(1).max(20).optional(),
  notices: notices.optional(),
  noticeDays: z.int().min(30).max(3650).optional(),
  deliveryDays: z.int().min(7).max(3650).optional(),
  idleMinutes: z.int().min(5).max(720),
  retentionYears: z.int().min(1).max(100),
  calendar: CalendarName,
})

/** What a unit below may say: any part of it. Groups may be given in part; lists, limits and role references only whole. */
export const PolicyOverlay: z.ZodType<Overlay> = PolicyDocument.extend({
  required: required.partial(), limits: limits.partial(), ladders, callBack: callBack.partial(), returns: returns.partial(), extension: extension.partial(), pause: pause.partial(),
  refusalReport: refusalReport.partial(), supervision: supervision.partial(), help: help.partial(), papers: papers.partial(),
  closing: closing.partial(), finding: finding.partial(), reopening: reopening.partial(), rating: rating.partial(), forbiddenPhrases: forbiddenPhrases.partial(),
  roster: roster.partial(),
  absent: absent.partial(), transfers: transfers.partial(), unsolved: unsolved.partial(), emergency: emergency.partial(), officeHours: officeHours.partial(),
}).partial()
