import type { ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Operation } from '@daodi/contract/operation.ts'
import type { CommonRefusal } from '@daodi/contract/shared/problem.ts'
import type { Tables } from '../database/tables.ts'
import type { Caller, Staff } from './caller.ts'
import type { FieldError } from './refused.ts'

/** Database handle of the request: the transaction for writing operations, the pool for reading ones. */
export type Db = Kysely<Tables>

/** What a running server gives to every operation. Nothing in it is state that another process would have to see. */
export interface Services {
  db: Db
  /** Now, as an instant. Tests and the demo set it. */
  clock: () => string
  /** A fresh time-ordered id. */
  newId: () => string
  dataDir: string
  ledgerAlgorithm: 'sha256' | 'sm3'
  demo: boolean
  /** After how many wrong passwords in a row an account is locked, and for how long; the installation's to say. */
  signInLock?: { failures: number; seconds: number }
  /** What the operator set for everything that leaves; without it nothing leaves by mail but where an institution set a server itself. */
  outside?: Outside
  /** Passwords and secrets that have to be used again: the database holds them closed only. */
  secrets: Secrets
  log: { info(message: object | string): void; warn(message: object | string): void; error(message: object | string): void }
}

/** `about` names the row that it belongs to. */
export interface Secrets {
  close(text: string, about: string): string
  open(box: string, about: string): { ok: true; text: string } | { ok: false; fault: 'key-missing' | 'key-wrong' }
}

export interface SmtpServer { host: string; port: number; security: 'tls' | 'starttls' | 'none'; login: string | null; password: string | null; sender: string; senderName: string | null }

export interface Outside {
  /** For institutions that set no server of their own. */
  smtp: SmtpServer | null
  /** Ranges of addresses inside which webhooks may go though they are private: `10.1.0.0/16`. */
  privateNetworks: string[]
  /** How people reach the pages, for links. */
  publicUrl: string | null
}

export interface Sent {
  file?: { stream: NodeJS.ReadableStream; name: string; mediaType: string; size?: number }
  /** Takes over the connection and writes server-sent events to it. */
  events?: (response: ServerResponse) => void
}

export type Answer<Reply, Refusal extends string> =
  | { ok: true; value: Reply; sent?: Sent; cookie?: { value: string } | { clear: true }; caseId?: string }
  | { ok: false; refusal: Refusal; retryAfter?: number; errors?: FieldError[] }

export interface Request<Op extends Operation> {
  params: z.output<Op['params']>
  query: z.output<Op['query']>
  body: z.output<Op['body']>
  caller: Op['gate'] extends 'public' ? Caller : Staff
  at: string
  address: string
  userAgent: string
  /** Where a stream of events was left off. */
  lastEventId?: string
  /** The multipart file of an operation that consumes one. */
  file?: () => Promise<{ name: string; stream: NodeJS.ReadableStream } | null>
}

export type RefusalOf<Op extends Operation> = Extract<keyof Op['refusals'], string> | CommonRefusal

export interface Route {
  operation: Operation
  /** `own`: the handler opens its transaction itself, because something has to stay even when it refuses. */
  transaction: 'one' | 'own' | 'none'
  handle(request: Request<Operation>, services: Services): Promise<Answer<unknown, string>>
}

/** Binds an operation of the contract to what does it. A refusal that the contract does not map to a status does not compile. */
export function route<Op extends Operation>(
  operation: Op,
  handle: (request: Request<Op>, services: Services) => Promise<Answer<z.input<Op['reply']>, RefusalOf<Op>>>,
  transaction?: Route['transaction'],
): Route {
  const writes = operation.method !== 'GET'
  return { operation, transaction: transaction ?? (writes ? 'one' : 'none'), handle }
}

export function answer<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}
