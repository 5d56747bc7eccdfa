import type { FastifyRequest } from 'fastify'
import { transaction } from '../database/transaction.ts'
import type { Caller } from './caller.ts'
import { claimKey, keepAnswer, requestDigest } from './idempotency-store.ts'
import { meantField } from './meant-field.ts'
import { readInput } from './read-input.ts'
import { Refused } from './refused.ts'
import type { Answer, Request, Route, Services } from './route.ts'

/** What plumbing has to be told about subjects: who the caller is, and whether the gate of an operation is open to them. */
export interface Gatekeeper {
  identify(request: FastifyRequest, services: Services): Promise<Caller>
  /** Throws Refused when the caller may not call this operation at all. */
  admit(caller: Caller, route: Route): void
  /** Slows down public operations and guesses; throws Refused `too-fast`. */
  slowDown(request: { route: Route; address: string; caller: Caller; params: unknown }, services: Services): Promise<void>
  /** Counts what turned out to be a guess, and words that were refused; outside the operation's transaction, which a refusal has rolled back. */
  noteRefusal(request: { route: Route; address: string; caller: Caller; params: unknown; refusal: string }, services: Services): Promise<void>
}

/** `pointer`: the field of the body that a refusal means. */
export interface Served { answer: Answer<unknown, string>; status: number; replayed: boolean; pointer: string | null }

const KEY = /^[\x21-\x7e]{1,200}$/

/** One request, always the same way: who, may they, read the input, do it in one transaction, answer. */
export async function serveRoute(route: Route, request: FastifyRequest, services: Services, gatekeeper: Gatekeeper): Promise<Served> {
  const { operation } = route
  refuseCrossSite(request)
  const params = readInput(operation.params, request.params, 'params')
  const query = readInput(operation.query, request.query, 'query')
  const caller = await gatekeeper.identify(request, services)
  gatekeeper.admit(caller, route)
  await gatekeeper.slowDown({ route, address: request.ip, caller, params }, services)
  const body = operation.consumes ? undefined : readInput(operation.body, request.body ?? undefined, 'body')
  const input = {
    params, query, body, caller, at: services.clock(), address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
    ...(operation.produces === 'events' ? lastEventId(request) : {}), ...(operation.consumes ? { file: fileReader(request) } : {}),
  } as Request<never>
  const served = route.transaction === 'one' ? await inOneTransaction(route, input, request, services) : finish(route, await route.handle(input, services), body)
  if (!served.answer.ok) await gatekeeper.noteRefusal({ route, address: request.ip, caller, params, refusal: served.answer.refusal }, services)
  return served
}

/** Rolls back on a refusal: nothing is half-done. */
class RolledBack extends Error {
  readonly answer: Answer<unknown, string>

  constructor(answer: Answer<unknown, string>) {
    super('rolled back')
    this.answer = answer
  }
}

async function inOneTransaction(route: Route, input: Request<never>, request: FastifyRequest, services: Services): Promise<Served> {
  const claim = idempotencyClaim(route, input, request)
  try {
    return await transaction(services.db, async (trx) => {
      const first = claim ? await claimKey(trx, claim) : null
      if (first) return { answer: { ok: true, value: first.reply }, status: first.status, replayed: true, pointer: null }
      const answer = await route.handle(input, { ...services, db: trx })
      if (!answer.ok) throw new RolledBack(answer)
      if (claim) await keepAnswer(trx, { ...claim, status: route.operation.status, reply: answer.value, caseId: answer.caseId ?? null })
      return finish(route, answer, input.body)
    })
  } catch (error) {
    if (error instanceof RolledBack) return finish(route, error.answer, input.body)
    throw error
  }
}

function idempotencyClaim(route: Route, input: Request<never>, request: FastifyRequest) {
  const key = request.headers['idempotency-key']
  if (route.operation.method !== 'POST' || key === undefined || route.operation.consumes) return null
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Refused('bad-request', { errors: [{ pointer: 'header/Idempotency-Key', code: 'wrong-type', detail: 'A key has 1 to 200 printable ASCII characters.' }] })
  }
  const caller = input.caller.kind === 'staff' ? `staff:${input.caller.personId}` : `public:${input.address}`
  return { caller, key: `${route.operation.id}:${key}`, digest: requestDigest(request.method, request.url, request.body), at: input.at }
}

function finish(route: Route, answer: Answer<unknown, string>, body: unknown): Served {
  const status = answer.ok ? route.operation.status : (route.operation.refusals[answer.refusal] ?? new Refused(answer.refusal as never).status)
  return { answer, status, replayed: false, pointer: answer.ok ? null : meantField(answer.refusal, body) }
}

/** A browser names the site a write comes from; a token's client does not, and needs no cookie. */
function refuseCrossSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused('cross-site')
  const { origin } = request.headers
  if (origin !== undefined && site === undefined && hostOf(origin) !== request.host) throw new Refused('cross-site')
}

function hostOf(origin: string): string | null {
  try { return new URL(origin).host } catch { return null }
}

function lastEventId(request: FastifyRequest): { lastEventId?: string } {
  const given = request.headers['last-event-id']
  return typeof given === 'string' && given !== '' ? { lastEventId: given } : {}
}

function fileReader(request: FastifyRequest) {
  return async () => {
    const part = await request.file()
    return part ? { name: part.filename, stream: part.file } : null
  }
}
