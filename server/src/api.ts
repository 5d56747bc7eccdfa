import { createServer } from 'node:net'
import fastifyUnderPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { API_VERSION, openApiDocument } from '@daodi/contract/openapi.ts'
import { operations } from '@daodi/contract/operations.ts'
import { gatekeeper } from './access/gatekeeper.ts'
import { errorCode } from './database/connection-errors.ts'
import { OperatorError } from './database/operator-error.ts'
import { serveHealth } from './health.ts'
import { buildServer } from './http/build-server.ts'
import { serveMetrics, type Figure, type PoolFigures } from './http/metrics.ts'
import { Refused } from './http/refused.ts'
import { logRequests } from './http/request-log.ts'
import type { Route, Services } from './http/route.ts'
import { sendProblem } from './http/send.ts'
import { servePages, type Pages } from './http/serve-pages.ts'
import type { Gatekeeper } from './http/serve-route.ts'
import { stopGracefully, watchRequests } from './http/stop-gracefully.ts'
import { countUnsealed } from './ledger/store-seals.ts'
import { countObligations, workerLag } from './obligations/store-figures.ts'

export interface ApiOptions {
  services: Services
  routes: readonly Route[]
  /** The pool behind `services.db`, for its figures. */
  pool: PoolFigures
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies?: string[]
  /** Reached over TLS: cookies get `Secure`. */
  secure?: boolean
  checkReplies?: boolean
  metricsToken?: string | null
  /** How late the event loop may be on average, in milliseconds, before requests are refused. */
  mostDelayMs?: number
  /** The built webs; none in most tests. */
  pages?: readonly Pages[]
}

export interface RunningApi {
  app: FastifyInstance
  url: string
  port: number
  /** Takes no more connections, closes event streams, lets requests in flight finish for `limitMs` (15 s), then cuts them off. */
  stop: (limitMs?: number) => Promise<void>
}

/** Everything the API answers, not listening yet: tests may `inject` into it. */
export async function buildApi(options: ApiOptions): Promise<FastifyInstance> {
  const { services, routes } = options
  const callers = new WeakMap<FastifyRequest, string>()
  const app = await buildServer({
    routes, services, gatekeeper: rememberCallers(callers), trustedProxies: options.trustedProxies ?? [], secure: options.secure ?? false,
    checkReplies: options.checkReplies ?? false,
  })
  const streams = eventStreams(routes)
  watchRequests(app, (request) => streams.has(nameOf(request)))
  logRequests(app, services.log, { nameOf, callerOf: (request) => callers.get(request) ?? null })
  await refuseUnderPressure(app, options.mostDelayMs ?? 1_000)
  serveMetrics(app, { pool: options.pool, figures: figuresOf(services), token: options.metricsToken ?? null }, nameOf)
  serveHealth(app, services, API_VERSION)
  let document: object | null = null
  app.get('/api/openapi.json', { config: { name: 'openapi' } }, (_request, reply) => reply.header('cache-control', 'no-cache').send(document ??= openApiDocument(operations)))
  await servePages(app, options.pages ?? [])
  return app
}

/** Serves the API on `host` and `port`; port 0 takes a free one. Refuses (OperatorError) a port that is taken or not allowed. */
export async function startApi(options: ApiOptions & { port: number; host: string }): Promise<RunningApi> {
  const { host } = options
  const app = await buildApi(options)
  try {
    await app.listen({ host, port: options.port })
  } catch (error) {
    await app.close()
    throw listenRefusal(error, options)
  }
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return { app, port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, stop: (limitMs = 15_000) => stopGracefully(app, limitMs) }
}

/** Says early that the port is taken, before a database is made for a server that could not start. */
export async function refuseTakenPort(at: { host: string; port: number }): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => { probe.once('error', reject).listen(at.port, at.host, resolve) })
  } catch (error) {
    throw listenRefusal(error, at)
  }
  await new Promise((resolve) => { probe.close(resolve) })
}

function listenRefusal(error: unknown, { host, port }: { host: string; port: number }): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE': return new OperatorError(`${host} 上的 ${port} 端口已被别的程序占用；请停掉那个程序，或把 PORT 设为别的端口号。`, `Port ${port} on ${host} is in use by another program; stop that one, or set PORT to another number.`, { cause: error })
    case 'EACCES': return new OperatorError(`当前用户无权使用 ${port} 端口；请把 PORT 设为 1023 以上的数字。`, `Port ${port} may not be used by this user; set PORT to a number above 1023.`, { cause: error })
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return new OperatorError(`本机没有 ${host} 这个地址；请把 HOST 设为本机已有的地址，或设为 0.0.0.0（所有地址）。`, `This machine has no address ${host}; set HOST to one it has, or to 0.0.0.0 for all.`, { cause: error })
    default: return error
  }
}

function rememberCallers(callers: WeakMap<FastifyRequest, string>): Gatekeeper {
  return {
    ...gatekeeper,
    identify: async (request, services) => {
      const caller = await gatekeeper.identify(request, services)
      callers.set(request, caller.kind === 'staff' ? caller.personId : 'public')
      return caller
    },
  }
}

/** What answered a request, for logs and metrics: an operation's id, or one of a few other names. */
function nameOf({ routeOptions, url }: FastifyRequest): string {
  const { name } = routeOptions.config as { name?: string }
  return name === undefined || (name === 'pages' && url.startsWith('/api')) ? 'unknown' : name
}

function eventStreams(routes: readonly Route[]): Set<string> {
  return new Set(routes.filter(({ operation }) => operation.produces === 'events').map(({ operation }) => operation.id))
}

/** A server that answers late to everybody refuses some at once instead. Its own state stays readable. */
async function refuseUnderPressure(app: FastifyInstance, mostDelayMs: number): Promise<void> {
  await app.register(fastifyUnderPressure, {
    maxEventLoopDelay: mostDelayMs, sampleInterval: 1_000,
    pressureHandler: (request, reply) => {
      if (/^\/(?:api\/health|metrics)/.test(request.url)) return
      sendProblem(reply, new Refused('unavailable', { retryAfter: 5 }))
    },
  })
}

function figuresOf({ db, clock }: Services): Figure[] {
  return [
    { name: 'daodi_obligations_open', help: 'Obligations that are open', read: async () => (await countObligations(db)).open },
    { name: 'daodi_obligations_late', help: 'Open obligations that are late', read: async () => (await countObligations(db)).late },
    { name: 'daodi_worker_lag_seconds', help: 'How long the oldest step that is due waits to be taken', read: () => workerLag(db, clock()) },
    { name: 'daodi_ledger_unsealed', help: 'Ledger entries that no seal covers yet, at most 10000', read: () => countUnsealed(db) },
  ]
}
