import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call at all, before anything about the subject is known:
 * `public` without sign-in, `signedIn` any member of staff, the rest a grant of that role somewhere.
 */
export type Gate = 'public' | 'signedIn' | 'administrator' | 'head'

/** Refusal code → HTTP status. The keys are exactly what the domain act may refuse with; a missing one does not compile. */
export type Refusals = Readonly<Record<string, RefusalStatus>>
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503

export interface Operation<
  Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType, Refused extends Refusals = Refusals,
> {
  readonly id: string
  readonly method: Method
  /** Fastify style: `/api/staff/cases/:caseId`. */
  readonly path: string
  readonly summary: string
  readonly gate: Gate
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly reply: Reply
  readonly status: 200 | 201 | 202 | 204
  readonly refusals: Refused
  /** What the answer is when it is not JSON. */
  readonly produces?: 'file' | 'events'
  /** What the request is when it is not JSON. */
  readonly consumes?: 'multipart'
  /** A POST that heeds no Idempotency-Key: its request or answer holds secrets, contacts or a file that may not be kept. */
  readonly keepsNoAnswer?: true
}

/** Declares one call of the wire. Everything the server answers and both webs know about it comes from this value. */
export function operation<
  P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, const F extends Refusals,
>(declared: Operation<P, Q, B, R, F>): Operation<P, Q, B, R, F> {
  return declared
}
