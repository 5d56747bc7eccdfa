import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ATTACHMENT_MAX_BYTES } from '@daodi/contract/staff/cases/attachments.ts'
import { Refused } from './refused.ts'
import type { Route, Services } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { sendAnswer, sendProblem } from './send.ts'
import { serveRoute, type Gatekeeper } from './serve-route.ts'

export interface ServerOptions {
  routes: readonly Route[]
  services: Services
  gatekeeper: Gatekeeper
  /** Addresses of reverse proxies whose X-Forwarded-For is believed; empty: nobody's. */
  trustedProxies: string[]
  /** Served over TLS (by us or the proxy): cookies get `Secure`, browsers are told to stay with it. */
  secure: boolean
  /** Check every answer against the contract; for tests and the demo. */
  checkReplies: boolean
  onRequest?: (measured: { operation: string; status: number; seconds: number }) => void
}

const JSON_LIMIT = 1024 * 1024

/** The HTTP server without any subject: routes, gate and everything else come in from the composition. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false, bodyLimit: JSON_LIMIT, trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    forceCloseConnections: 'idle', requestTimeout: 120_000, routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  })
  const safe = await securityHeaders(options.secure)
  app.addHook('onRequest', (_request, reply, done) => { for (const [name, value] of safe) reply.raw.setHeader(name, value); done() })
  await app.register(fastifyCookie)
  await app.register(fastifyCompress, { threshold: 1400, encodings: ['br', 'gzip'] })
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 0, fileSize: ATTACHMENT_MAX_BYTES + 1, headerPairs: 50 }, throwFileSizeLimit: false })
  readJsonStrictly(app)
  app.setErrorHandler((error, request, reply) => handleError(error, { request, reply, options }))
  for (const route of options.routes) addRoute(app, route, options)
  return app
}

function addRoute(app: FastifyInstance, route: Route, options: ServerOptions): void {
  const { operation } = route
  app.route({
    method: operation.method, url: operation.path, config: { name: operation.id },
    handler: async (request, reply) => {
      const started = performance.now()
      const served = await serveRoute(route, request, options.services, options.gatekeeper)
      options.onRequest?.({ operation: operation.id, status: served.status, seconds: (performance.now() - started) / 1000 })
      return sendAnswer(reply, { served, route, secure: options.secure, checkReplies: options.checkReplies })
    },
  })
}

/** Keeps `__proto__` and broken JSON out; an empty body is no body. */
function readJsonStrictly(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = String(body)
    if (text.trim() === '') return done(null, undefined)
    try {
      if (depthOf(text) > DEEPEST) throw new SyntaxError('nested too deeply')
      const value: unknown = JSON.parse(text, (key, inner: unknown) => { if (key === '__proto__') throw new SyntaxError('__proto__'); return inner })
      return done(null, value)
    } catch {
      return done(new Refused('bad-request', { errors: [{ pointer: '/', code: 'wrong-type', detail: 'The body is not JSON.' }] }))
    }
  })
}

/** No request nests deeper than settings do, which take about ten; checks that call themselves for each level would run out of stack at thousands. */
const DEEPEST = 64

/** How many brackets are open at once, at most; those in texts do not count. */
function depthOf(text: string): number {
  let [deepest, open, quoted] = [0, 0, false]
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (quoted && character === '\\') index += 1
    else if (character === '"') quoted = !quoted
    else if (!quoted && (character === '{' || character === '[')) deepest = Math.max(deepest, open += 1)
    else if (!quoted && (character === '}' || character === ']')) open -= 1
  }
  return deepest
}

const CODES: Readonly<Record<string, 'body-too-large' | 'unsupported-media' | 'not-found' | 'bad-request'>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large', FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media', FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request', FST_ERR_BAD_URL: 'bad-request',
}
/** Values that PostgreSQL cannot read or hold, which a schema should have refused: the request's fault all the same, and nothing was written. */
const UNREADABLE = /^22(?:001|003|007|008|021|P02|P03|P05)$/
/** PostgreSQL's ways of saying that it is away or too busy: worth trying again. */
const AWAY = /^(?:08|53|57P)|^(?:ECONN|EPIPE|ENOENT|ETIMEDOUT)/

interface Failed { request: FastifyRequest; reply: FastifyReply; options: ServerOptions }

function handleError(error: unknown, { request, reply, options }: Failed): FastifyReply {
  if (error instanceof Refused) return sendProblem(reply, error)
  // Nobody hears this answer. The connection's code looks like that of a lost database, and is no fault of anybody's.
  if (brokeOff(request)) return sendProblem(reply, new Refused('bad-request'))
  const url = request.routeOptions.url ?? ''
  const code = codeOf(error)
  const known = CODES[code]
  if (known) return sendProblem(reply, new Refused(known))
  if (AWAY.test(code) || /timeout exceeded when trying to connect|Connection terminated/.test(error instanceof Error ? error.message : '')) {
    options.services.log.warn({ msg: 'the database is away', url, code })
    return sendProblem(reply, new Refused('unavailable', { retryAfter: 2 }))
  }
  if (UNREADABLE.test(code)) {
    options.services.log.warn({ msg: 'a value that no schema refused', url, code, error: describeError(error) })
    return sendProblem(reply, new Refused('bad-request'))
  }
  options.services.log.error({ msg: 'an operation failed', url, code, error: describeError(error) })
  return sendProblem(reply, { code: 'internal', status: 500 })
}

/** The client left before it had sent everything. */
function brokeOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Name, constraint and stack only: a database error's detail quotes row contents, which are personal. */
function describeError(error: unknown): { name: string; constraint?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: 'unknown' }
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? { constraint: error.constraint } : {}
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12).join('\n')
  return { name: error.name, ...constraint, ...(frames ? { stack: frames } : {}) }
}
