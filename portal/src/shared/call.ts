import type { FieldFault, ProblemReply } from './wire.ts'

/**
 * How a call ended. `refused`: the server said no and wrote nothing. `unclear`: no answer, or one that proves
 * nothing about what was written; only the same request under the same key may follow.
 */
export type Answer<Value> =
  | { kind: 'done'; value: Value }
  | Refused
  | { kind: 'unclear' }
export interface Refused { kind: 'refused'; status: number; code: string; errors: FieldFault[]; waitSeconds: number | null }

/** Milliseconds after which a phone on a poor line is told that no answer came. */
const PATIENCE = 30_000

export function ask<Value>(path: string): Promise<Answer<Value>> {
  return call<Value>(path, { method: 'GET', headers: { Accept: 'application/json' } })
}

/** `key` names the intention: the same key with the same body gets the first answer again. */
export function send<Value>(path: string, body: unknown, key: string): Promise<Answer<Value>> {
  return call<Value>(path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Daodi-Request': '1', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  })
}

async function call<Value>(path: string, init: RequestInit): Promise<Answer<Value>> {
  const given = new AbortController()
  const timer = setTimeout(() => given.abort(), PATIENCE)
  try {
    const response = await fetch(path, { ...init, cache: 'no-store', signal: given.signal })
    const content: unknown = await response.json()
    // A hotel's sign-in page answers 200 too, and a proxy's error page is no answer of ours.
    if (!isRecord(content)) return { kind: 'unclear' }
    if (response.ok) return { kind: 'done', value: content as Value }
    return refusalOf(response.status, content, response.headers.get('Retry-After'))
  } catch {
    return { kind: 'unclear' }
  } finally {
    clearTimeout(timer)
  }
}

function isRecord(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null
}

function isProblem(content: Record<string, unknown>): content is ProblemReply & Record<string, unknown> {
  return typeof content['code'] === 'string'
}

/** A request still in work may yet be written; a 500 tells nothing; a 503 with a code of ours was turned away at the door. */
function saysNothingWritten(status: number, problem: ProblemReply): boolean {
  return problem.code !== 'idempotency-in-progress' && (status < 500 || status === 503)
}

export function refusalOf(status: number, content: Record<string, unknown>, retryAfter: string | null): Refused | { kind: 'unclear' } {
  if (!isProblem(content) || !saysNothingWritten(status, content)) return { kind: 'unclear' }
  return { kind: 'refused', status, code: content.code, errors: content.errors ?? [], waitSeconds: waitOf(retryAfter, status) }
}

/** `Retry-After` is seconds or a date; a refusal for haste without one is taken as a minute. */
export function waitOf(header: string | null, status: number): number | null {
  if (header && /^\d+$/.test(header)) return Math.max(1, Number(header))
  const until = header ? Date.parse(header) : NaN
  if (!Number.isNaN(until)) return Math.max(1, Math.ceil((until - Date.now()) / 1000))
  return status === 429 ? 60 : null
}
