import { z } from 'zod'
import { operation } from '../operation.ts'
import { Category, Grade, Status } from '../shared/codes.ts'
import { EmailAddress } from '../shared/notices.ts'
import { NoBody, NoParams, NoQuery } from '../shared/page.ts'
import { Content, line, NOTE_MAX, OutsidePhone, PersonName, prose, Subject } from '../shared/text.ts'
import { Due, Instant, TwoClocks } from '../shared/time.ts'

const Numbered = z.strictObject({ number: z.string().regex(/^[A-Z]{2,6}[0-9]{8}-[0-9]{4,6}$/, 'number-format') })
/** Six characters without look-alikes; compared without regard to case. */
const Code = z.string().trim().regex(/^[A-Za-z0-9]{6}$/, 'code-format')
/** A wrong code and an unknown number answer alike. */
const UNKNOWN = { 'no-such-case': 404 } as const

/** How many files the person may still lay to it, each of so many megabytes; null: none are taken. */
const Files = z.object({ left: z.int(), megabytes: z.int() })

export const getPublicInfo = operation({
  id: 'getPublicInfo', method: 'GET', path: '/api/public/info', gate: 'public', summary: '对外公开的信息：受理单位、监督电话、类别',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: {},
  reply: z.object({
    demo: z.boolean(), setupNeeded: z.boolean(), timeZone: z.string(),
    institutions: z.array(z.object({ id: z.uuid(), name: z.string(), shortName: z.string(), phone: z.string().nullable(), supervisionLine: z.string().nullable(), /** Windows and desks are shown to the public. */ desks: z.boolean(), /** Who leaves an address is written to. */ mails: z.boolean(), files: Files.nullable(), categories: z.array(Category), ratingReasons: z.array(z.string()) })),
  }),
})
export const askPublicly = operation({
  id: 'askPublicly', method: 'POST', path: '/api/public/cases', gate: 'public', summary: '网上提问或反映问题，无需账号',
  params: NoParams, query: NoQuery,
  body: z.strictObject({
    institutionId: z.uuid().optional(), subject: Subject, content: Content.optional(), category: Category.optional(),
    requester: z.strictObject({ name: PersonName.optional(), phone: OutsidePhone.optional(), organization: line(120).optional(), address: line(200).optional(), email: EmailAddress.optional(), declined: z.boolean().optional() }).optional(),
    channel: z.enum(['web', 'wechat', 'qr']).optional(), place: line(200).optional(),
  }),
  reply: z.object({ number: z.string(), trackingCode: z.string(), expectedReplyBy: Instant, estimated: z.boolean() }), status: 201,
  refusals: { 'no-such-institution': 422, 'category-not-used': 422, 'nobody-receives': 503 },
})

export const PublicStep = z.object({
  at: Instant, kind: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])), text: z.string().nullable(),
})
export const trackCase = operation({
  id: 'trackCase', method: 'GET', path: '/api/public/cases/:number', gate: 'public', summary: '凭编号和查询码查进度',
  params: Numbered, query: z.strictObject({ code: Code }), body: NoBody, status: 200, refusals: UNKNOWN,
  reply: z.object({
    number: z.string(), institutionName: z.string(), subject: z.string().nullable(), place: z.string().nullable(), status: Status, round: z.int(), registeredAt: Instant,
    unit: z.object({ name: z.string(), phone: z.string().nullable(), room: z.string().nullable() }), handlerName: z.string(), firstContactName: z.string(), waitingForUnit: z.string().nullable(), /** Where the unit that has not signed for it yet is to be found. */ waitingPlace: z.object({ phone: z.string().nullable(), room: z.string().nullable() }).nullable(),
    promised: Due.nullable(), expected: Due.nullable(), clocks: TwoClocks, missingPapers: z.array(z.string()),
    replies: z.array(z.object({ at: Instant, text: z.string().nullable(), round: z.int(), /** What was given along with it. */ files: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int() })) })), timeline: z.array(PublicStep),
    legs: z.array(z.object({ kind: z.enum(['hold', 'wait', 'reply']), unitName: z.string(), personName: z.string().nullable(), from: Instant, to: Instant.nullable() })),
    outcome: z.string().nullable(), canRate: z.boolean(), canSayNotSolved: z.boolean(), /** What is said now goes to a leader, who decides whether it is handled again. */ leaderDecides: z.boolean(), canAddInformation: z.boolean(), canWithdraw: z.boolean(), /** Whether the person may still say that the answer reached them and it is done. */ canConfirm: z.boolean(), files: Files.nullable(), grade: z.int().nullable(),
    /** Every reason on offer; of them `ratingComplaints` are for who is not satisfied. Where there are none of those, all are for every grade. */
    ratingReasons: z.array(z.string()), ratingComplaints: z.array(z.string()), supervisionLine: z.string().nullable(),
  }),
})
export const addInformation = operation({
  id: 'addInformation', method: 'POST', path: '/api/public/cases/:number/information', gate: 'public', summary: '补充说明',
  params: Numbered, query: NoQuery, body: z.strictObject({ code: Code, text: prose(NOTE_MAX) }), reply: z.object({ at: Instant }), status: 201, refusals: { ...UNKNOWN, 'case-ended': 409, 'too-much-information': 409 },
})
export const sayNotSolved = operation({
  id: 'sayNotSolved', method: 'POST', path: '/api/public/cases/:number/not-solved', gate: 'public', summary: '没有解决，要求重办；超过重办次数的，交负责人决定',
  params: Numbered, query: NoQuery, body: z.strictObject({ code: Code, reason: prose(NOTE_MAX) }), reply: z.object({ at: Instant, status: Status, round: z.int() }), status: 200,
  refusals: { ...UNKNOWN, 'case-not-ended': 409, 'reopening-window-passed': 409, 'too-many-reopenings': 409, 'already-reported': 409 },
})
export const rateCase = operation({
  id: 'rateCase', method: 'POST', path: '/api/public/cases/:number/rating', gate: 'public', summary: '评价：每轮一次，五级',
  params: Numbered, query: NoQuery,
  body: z.strictObject({ code: Code, grade: Grade, reasons: z.array(line(40)).max(10).optional(), comment: prose(NOTE_MAX).optional(), solved: z.boolean().optional() }),
  reply: z.object({ at: Instant, grade: Grade }), status: 201, refusals: { ...UNKNOWN, 'not-answered-yet': 409, 'already-rated': 409, 'reason-not-offered': 422 },
})
export const reportUndonePublicly = operation({
  id: 'reportUndonePublicly', method: 'POST', path: '/api/public/cases/:number/undone', gate: 'public', summary: '办不成事反映：越过承办人',
  params: Numbered, query: NoQuery, body: z.strictObject({ code: Code, text: prose(NOTE_MAX) }), reply: z.object({ at: Instant }), status: 201,
  refusals: { ...UNKNOWN, 'case-ended': 409, 'already-reported': 409, 'no-receiver': 503 },
})
/** What the person may lay to their question: photos, drawn anew without place and camera, and PDF, by what the bytes really are. */
export const PUBLIC_ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const

export const attachPublicly = operation({
  id: 'attachPublicly', method: 'POST', path: '/api/public/cases/:number/attachments', gate: 'public', summary: '补充照片或 PDF（一次一个，字段名 file）；同一个文件再传一次，得到同一个回答', consumes: 'multipart', keepsNoAnswer: true,
  params: Numbered, query: z.strictObject({ code: Code }), body: NoBody, reply: z.object({ at: Instant, name: z.string(), size: z.int() }), status: 201,
  refusals: {
    ...UNKNOWN, 'case-ended': 409, 'attachments-not-taken': 409, 'too-many-attachments': 409,
    'attachment-missing': 400, 'attachment-name': 422, 'attachment-too-large': 413, 'attachment-type': 415,
  },
})
export const getPublicAttachment = operation({
  id: 'getPublicAttachment', method: 'GET', path: '/api/public/cases/:number/attachments/:attachmentId', gate: 'public', summary: '下载随答复给来访人的附件；其他附件不给', produces: 'file',
  params: Numbered.extend({ attachmentId: z.uuid() }), query: z.strictObject({ code: Code }), body: NoBody, reply: NoBody, status: 200, refusals: { ...UNKNOWN, 'no-such-attachment': 404 },
})
export const confirmPublicly = operation({
  id: 'confirmPublicly', method: 'POST', path: '/api/public/cases/:number/confirmation', gate: 'public', summary: '本人确认已收到答复、事情已办好：每轮一次',
  params: Numbered, query: NoQuery, body: z.strictObject({ code: Code }), reply: z.object({ at: Instant }), status: 200,
  refusals: { ...UNKNOWN, 'not-answered-yet': 409, 'already-confirmed': 409 },
})
export const withdrawPublicly = operation({
  id: 'withdrawPublicly', method: 'POST', path: '/api/public/cases/:number/withdrawal', gate: 'public', summary: '本人撤回诉求，理由可不填',
  params: Numbered, query: NoQuery, body: z.strictObject({ code: Code, reason: prose(NOTE_MAX).optional() }), reply: z.object({ at: Instant, status: Status }), status: 200,
  refusals: { ...UNKNOWN, 'case-ended': 409, 'papers-in-custody': 409, 'withdrawal-not-offered': 409 },
})
