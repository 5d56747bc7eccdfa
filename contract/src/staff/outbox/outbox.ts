import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmailAddress, EventKind, OutboxState } from '../../shared/notices.ts'
import { EmptyBody, NoBody, NoParams, NoQuery, NoReply, pageOf, pageQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'

/** One message that leaves. Never the address or the words: those are looked up when it is sent. */
export const OutboxRow = z.object({
  id: z.uuid(), channel: z.enum(['mail', 'webhook']), purpose: z.enum(['notice', 'digest', 'requester', 'event', 'test']), kind: z.string(), state: OutboxState, attempts: z.int(),
  createdAt: Instant, nextAt: Instant.nullable(), endedAt: Instant.nullable(), answer: z.string().nullable(),
  personName: z.string().nullable(), endpointName: z.string().nullable(), caseNumber: z.string().nullable(),
})
export const listOutbox = operation({
  id: 'listOutbox', method: 'GET', path: '/api/staff/outbox', gate: 'administrator', summary: '发件箱：发往外部的每一条及其状态',
  params: NoParams, query: z.strictObject({ state: OutboxState.optional(), channel: z.enum(['mail', 'webhook']).optional(), endpointId: z.uuid().optional(), ...pageQuery }),
  body: NoBody, reply: pageOf(OutboxRow), status: 200, refusals: {},
})
export const resendOutbox = operation({
  id: 'resendOutbox', method: 'POST', path: '/api/staff/outbox/:outboxId/resending', gate: 'administrator', summary: '重新发送',
  params: z.strictObject({ outboxId: z.uuid() }), query: NoQuery, body: EmptyBody, reply: OutboxRow, status: 200,
  refusals: { 'no-such-message': 404, 'message-still-waiting': 409, 'message-has-no-receiver': 409 },
})

const Host = z.string().trim().toLowerCase().max(253, 'text-too-long').regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$|^[0-9a-f:]+$/, 'host-format')
const MailServer = z.object({
  host: Host, port: z.int().min(1).max(65_535), security: z.enum(['tls', 'starttls', 'none']), login: line(200).nullable(), sender: EmailAddress, senderName: line(60).nullable(),
})
const MailState = z.object({
  /** What this institution set itself. The password is never told. */
  own: MailServer.extend({ hasPassword: z.boolean() }).nullable(),
  /** The operator set a server for the whole installation; used where the institution set none. */
  installation: z.boolean(),
})
export const getMailSettings = operation({
  id: 'getMailSettings', method: 'GET', path: '/api/staff/mail', gate: 'administrator', summary: '邮件服务器设置（不含口令）',
  params: NoParams, query: NoQuery, body: NoBody, reply: MailState, status: 200, refusals: {},
})
/** `password` left out keeps the one that is stored, null removes it. */
export const setMailSettings = operation({
  id: 'setMailSettings', method: 'PUT', path: '/api/staff/mail', gate: 'administrator', summary: '更改邮件服务器设置；为 null 时恢复使用全系统设置',
  params: NoParams, query: NoQuery, body: z.strictObject({ server: z.strictObject({ ...MailServer.shape, password: z.string().min(1).max(500).nullable().optional() }).nullable() }),
  reply: MailState, status: 200, refusals: { 'password-needed': 422 },
})
export const sendTestMail = operation({
  id: 'sendTestMail', method: 'POST', path: '/api/staff/mail/test', gate: 'administrator', summary: '用现有设置发一封测试邮件，当场告知结果', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body: z.strictObject({ to: EmailAddress }), reply: z.object({ sent: z.boolean(), answer: z.string().nullable() }), status: 200, refusals: { 'mail-not-set': 409 },
})

const WebhookUrl = z.string().trim().max(500, 'text-too-long').pipe(z.url({ protocol: /^https?$/, error: 'url-format' }))
export const WebhookView = z.object({
  id: z.uuid(), name: z.string(), url: z.string(), kinds: z.array(EventKind), state: z.enum(['on', 'off', 'failed']), failures: z.int(), mostFailures: z.int(),
  formerSecretUntil: Instant.nullable(), createdAt: Instant,
})
const endpoint = z.strictObject({ endpointId: z.uuid() })
const UNKNOWN = { 'no-such-endpoint': 404 } as const
/** The receiver's address is looked at now and again at each delivery. */
const ADDRESS = { 'url-not-https': 422, 'url-private': 422, 'url-with-login': 422 } as const
const Kinds = z.array(EventKind).min(1).max(EventKind.options.length)

export const listWebhooks = operation({
  id: 'listWebhooks', method: 'GET', path: '/api/staff/webhooks', gate: 'administrator', summary: '外发事件的接收地址',
  params: NoParams, query: NoQuery, body: NoBody, reply: z.object({ endpoints: z.array(WebhookView) }), status: 200, refusals: {},
})
export const createWebhook = operation({
  id: 'createWebhook', method: 'POST', path: '/api/staff/webhooks', gate: 'administrator', summary: '新建接收地址；签名密钥只显示这一次', keepsNoAnswer: true,
  params: NoParams, query: NoQuery, body: z.strictObject({ name: line(60), url: WebhookUrl, kinds: Kinds, mostFailures: z.int().min(1).max(1000).optional() }),
  reply: z.object({ endpoint: WebhookView, secret: z.string() }), status: 201, refusals: { ...ADDRESS, 'too-many-endpoints': 409 },
})
export const updateWebhook = operation({
  id: 'updateWebhook', method: 'PATCH', path: '/api/staff/webhooks/:endpointId', gate: 'administrator', summary: '更改、停用或重新启用接收地址',
  params: endpoint, query: NoQuery,
  body: z.strictObject({ name: line(60).optional(), url: WebhookUrl.optional(), kinds: Kinds.optional(), mostFailures: z.int().min(1).max(1000).optional(), on: z.boolean().optional() }),
  reply: WebhookView, status: 200, refusals: { ...UNKNOWN, ...ADDRESS },
})
export const rotateWebhookSecret = operation({
  id: 'rotateWebhookSecret', method: 'POST', path: '/api/staff/webhooks/:endpointId/secret', gate: 'administrator', summary: '更换签名密钥：新旧并用若干小时', keepsNoAnswer: true,
  params: endpoint, query: NoQuery, body: z.strictObject({ hours: z.int().min(0).max(168).optional() }),
  reply: z.object({ endpoint: WebhookView, secret: z.string() }), status: 200, refusals: UNKNOWN,
})
export const testWebhook = operation({
  id: 'testWebhook', method: 'POST', path: '/api/staff/webhooks/:endpointId/test', gate: 'administrator', summary: '发一个测试事件；结果见投递记录',
  params: endpoint, query: NoQuery, body: EmptyBody, reply: OutboxRow, status: 201, refusals: { ...UNKNOWN, 'endpoint-off': 409 },
})
export const deleteWebhook = operation({
  id: 'deleteWebhook', method: 'DELETE', path: '/api/staff/webhooks/:endpointId', gate: 'administrator', summary: '删除接收地址；未送达的不再发送',
  params: endpoint, query: NoQuery, body: NoBody, reply: NoReply, status: 204, refusals: UNKNOWN,
})
