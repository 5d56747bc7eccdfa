import type { FastifyReply } from 'fastify'
import { SESSION_COOKIE } from '@daodi/contract/openapi.ts'
import { refusalsEn } from '@daodi/contract/refusals.en.ts'
import type { FieldError } from './refused.ts'
import type { Route, Sent } from './route.ts'
import type { Served } from './serve-route.ts'

const sentences: Readonly<Record<string, string>> = refusalsEn

/** RFC 9457 on every refusal. */
export function sendProblem(reply: FastifyReply, problem: { code: string; status: number; errors?: FieldError[] | undefined; retryAfter?: number | undefined; pointer?: string | null }): FastifyReply {
  if (problem.retryAfter) void reply.header('retry-after', String(problem.retryAfter))
  const { code, status, errors, pointer } = problem
  const detail = errors?.[0]?.detail ?? sentences[code]
  return reply.code(status).type('application/problem+json').header('cache-control', 'no-store')
    .send({ type: `urn:daodi:${code}`, title: code.replace(/-/g, ' '), status, code, ...(detail === undefined ? {} : { detail }), ...(pointer ? { pointer } : {}), ...(errors?.length ? { errors } : {}) })
}

export async function sendAnswer(
  reply: FastifyReply, { served, route, secure, checkReplies }: { served: Served; route: Route; secure: boolean; checkReplies: boolean },
): Promise<FastifyReply> {
  const { answer, status } = served
  if (!answer.ok) return sendProblem(reply, { code: answer.refusal, status, errors: answer.errors, retryAfter: answer.retryAfter, pointer: served.pointer })
  void reply.code(status).header('cache-control', 'no-store')
  if (served.replayed) void reply.header('idempotent-replayed', 'true')
  if (answer.cookie) setSessionCookie(reply, answer.cookie, secure)
  if (answer.sent?.file) return sendFile(reply, answer.sent.file)
  if (answer.sent?.events) {
    reply.hijack()
    answer.sent.events(reply.raw)
    return reply
  }
  if (status === 204 || answer.value === undefined) return reply.send()
  if (checkReplies) route.operation.reply.parse(answer.value)
  return reply.send(answer.value)
}

function setSessionCookie(reply: FastifyReply, cookie: { value: string } | { clear: true }, secure: boolean): void {
  const shape = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure }
  void ('clear' in cookie ? reply.clearCookie(SESSION_COOKIE, shape) : reply.setCookie(SESSION_COOKIE, cookie.value, shape))
}

/** Always a download, never a page: a stored file must not run in our origin. */
function sendFile(reply: FastifyReply, file: NonNullable<Sent['file']>): FastifyReply {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  void reply.type(file.mediaType).header('x-content-type-options', 'nosniff').header('content-security-policy', "sandbox; default-src 'none'")
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  if (file.size !== undefined) void reply.header('content-length', file.size)
  return reply.send(file.stream)
}

