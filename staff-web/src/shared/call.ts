import type { Operation, Refusals } from '@daodi/contract/operation.ts'
import type { Problem } from '@daodi/contract/shared/problem.ts'
import type { z } from 'zod'
import { randomKey } from './random-key.ts'

export type FieldError = NonNullable<z.output<typeof Problem>['errors']>[number]

/** The server said no. `code` is stable; its sentence comes from `refusalText`. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly errors: readonly FieldError[]
  /** Seconds to wait before another try, when the server named them. */
  readonly retryAfter: number | null

  constructor(refusal: { status: number; code: string; errors: readonly FieldError[]; retryAfter: number | null }) {
    super(refusal.code)
    this.name = 'Refused'
    this.status = refusal.status
    this.code = refusal.code
    this.errors = refusal.errors
    this.retryAfter = refusal.retryAfter
  }
}

/** Nothing answered, or something that is not our server did. Whether a write arrived is not known: try again with the same key. */
export class Unreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('unreachable', options)
    this.name = 'Unreachable'
  }
}

type Part<Name extends string, Value> =
  [Value] extends [undefined] ? Partial<Record<Name, undefined>>
    : [Value] extends [Record<string, never>] ? Partial<Record<Name, Value>>
    : Partial<Value> extends Value ? Partial<Record<Name, Value>> : Record<Name, Value>

export type AskOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> =
  Part<'params', z.input<P>> & Part<'query', z.input<Q>> & Part<'body', z.input<B>> & {
    /** One per intention, not per try: the server answers a repeated key with its first answer. */
    idempotencyKey?: string
    /** Without the session, if there is one: so that a page that reads by itself does not keep it open. */
    anonymous?: boolean
    signal?: AbortSignal
  }

type Listener = (refused: Refused) => void
const listeners = new Set<Listener>()

/** Hears every refusal that concerns the session itself (not signed in, password change needed). Returns the way to stop. */
export function onSessionRefusal(listener: Listener): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** Performs one operation of the contract. Throws `Refused` or `Unreachable`; an abort throws the signal's reason. */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, F extends Refusals>(
  operation: Operation<P, Q, B, R, F>, ask: AskOf<P, Q, B>,
): Promise<z.output<R>> {
  const given: Asked = ask
  const response = await send(operation, given)
  if (!response.ok) throw await refusalOf(response)
  if (response.status === 204) return undefined as z.output<R>
  return await readJson(response) as z.output<R>
}

export interface FetchedFile { readonly blob: Blob; readonly name: string }

/** Performs an operation that answers with a file. Throws as `call` does. */
export async function fetchFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, F extends Refusals>(
  operation: Operation<P, Q, B, R, F>, ask: AskOf<P, Q, B>,
): Promise<FetchedFile> {
  const response = await send(operation, ask)
  if (!response.ok) throw await refusalOf(response)
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { blob: await response.blob(), name: name === undefined ? 'file' : decodeURIComponent(name) }
}

/** The same-origin address of an operation that is followed rather than called: a download, a stream. */
export function addressOf(operation: { readonly path: string }, params: Readonly<Record<string, string>> = {}): string {
  return operation.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

interface Asked { params?: unknown; query?: unknown; body?: unknown; idempotencyKey?: string; anonymous?: boolean; signal?: AbortSignal }

async function send(operation: { method: string; path: string }, asked: Asked): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  // No other site's page can send this header without asking leave first: a write that carries it is ours.
  if (operation.method !== 'GET') headers['x-daodi-request'] = '1'
  if (operation.method === 'POST') headers['idempotency-key'] = asked.idempotencyKey ?? randomKey()
  if (asked.body !== undefined) headers['content-type'] = 'application/json'
  try {
    return await fetch(addressOf(operation, asked.params as Record<string, string> | undefined) + queryText(asked.query), {
      method: operation.method, headers, credentials: asked.anonymous === true ? 'omit' : 'same-origin', cache: 'no-store', signal: asked.signal ?? null,
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
    })
  } catch (failure) {
    if (asked.signal?.aborted) throw failure
    throw new Unreachable({ cause: failure })
  }
}

function queryText(query: unknown): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, string | number | boolean | null | undefined>)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

async function refusalOf(response: Response): Promise<Error> {
  const problem = await readJson(response) as Partial<z.output<typeof Problem>> | null
  // A gateway's own page has no code; the server behind it did not answer.
  if (!problem || typeof problem.code !== 'string') return new Unreachable()
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  const refused = new Refused({
    status: response.status, code: problem.code, errors: problem.errors ?? [], retryAfter: Number.isFinite(wait) ? wait : null,
  })
  if (refused.code === 'not-signed-in' || refused.code === 'password-change-needed') for (const listener of listeners) listener(refused)
  return refused
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (failure) {
    if (!response.ok) return null
    throw new Unreachable({ cause: failure })
  }
}
