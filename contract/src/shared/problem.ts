import { z } from 'zod'

/** RFC 9457. `code` is stable and translated by the webs; `errors` points into the request. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional().describe('What is wrong and what to do, in English; `code` is what programs and the webs go by'),
  /** The one field of the body that is meant, where the input was well formed and its content is refused. */
  pointer: z.string().optional(),
  errors: z.array(z.object({
    pointer: z.string().describe('JSON pointer into the body, or `query/name`, `params/name`'),
    code: z.string(),
    detail: z.string(),
  })).optional(),
})

/** Refusals that any operation may answer with, whatever it does. */
export const COMMON_REFUSALS = {
  'bad-request': 400,
  'unknown-field': 400,
  'not-signed-in': 401,
  'password-change-needed': 403,
  'not-allowed': 403,
  'cross-site': 403,
  'not-found': 404,
  'idempotency-conflict': 409,
  'idempotency-in-progress': 409,
  'body-too-large': 413,
  'unsupported-media': 415,
  'too-fast': 429,
  'unavailable': 503,
} as const
export type CommonRefusal = keyof typeof COMMON_REFUSALS
