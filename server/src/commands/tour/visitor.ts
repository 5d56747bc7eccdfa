import type { z } from 'zod'
import type { Operation } from '@daodi/contract/operation.ts'

const PATIENCE_MS = 15_000

/** Nothing answers at the address, or not this program. */
export class NoServer extends Error {
  override readonly name = 'NoServer'
}

/** The server answered with a refusal; `code` is the stable one of the contract. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused'
  readonly operation: string
  readonly status: number
  readonly code: string

  constructor(operation: string, status: number, code: string) {
    super(`${operation}: ${status} ${code}`)
    this.operation = operation
    this.status = status
    this.code = code
  }
}

interface Asked<Op extends Operation> { params?: z.input<Op['params']>; query?: z.input<Op['query']>; body?: z.input<Op['body']> }

/** Somebody at a browser of their own: calls the public interface, and keeps the cookie that signing in gives. */
export class Visitor {
  readonly #base: string
  #cookie: string | null = null

  constructor(base: string) {
    this.#base = base
  }

  /** Throws NoServer or CallRefused. The answer is checked against the contract. */
  async call<Op extends Operation>(operation: Op, asked: Asked<Op> = {}): Promise<z.output<Op['reply']>> {
    const response = await this.#send(operation, asked)
    const [cookie] = response.headers.getSetCookie()
    if (cookie) this.#cookie = cookie.split(';')[0] ?? null
    const isJson = String(response.headers.get('content-type')).includes('json')
    const answer: unknown = isJson ? await response.json() : null
    if (!response.ok) throw new CallRefused(operation.id, response.status, codeIn(answer))
    const read = operation.reply.safeParse(answer)
    if (!read.success) throw new NoServer(`${operation.id}: ${read.error.issues[0]?.path.join('.') ?? ''}`)
    return read.data as z.output<Op['reply']>
  }

  async #send<Op extends Operation>(operation: Op, { params, query, body }: Asked<Op>): Promise<Response> {
    const url = new URL(pathOf(operation.path, params ?? {}), this.#base)
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value))
    const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(this.#cookie === null ? {} : { cookie: this.#cookie }) }
    try {
      return await fetch(url, { method: operation.method, headers, signal: AbortSignal.timeout(PATIENCE_MS), ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    } catch (error) {
      throw new NoServer(error instanceof Error ? error.message : String(error), { cause: error })
    }
  }
}

function pathOf(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
}

function codeIn(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string' ? answer.code : 'unknown'
}
