import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Services } from './route.ts'

export interface RequestNames {
  /** The operation's id, or what else answered. */
  nameOf: (request: FastifyRequest) => string
  /** A person's id or `public`; null where it was not asked. */
  callerOf: (request: FastifyRequest) => string | null
}

/**
 * One line a request: which operation, by whose id, how it ended and how long it took. Nothing of what was sent: no
 * path, no query, no body, no address, because all of them can hold what people wrote.
 */
export function logRequests(app: FastifyInstance, log: Services['log'], { nameOf, callerOf }: RequestNames): void {
  app.addHook('onResponse', (request, reply, done) => {
    const line = { msg: 'request', operation: nameOf(request), method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime), caller: callerOf(request) }
    if (reply.statusCode >= 500) log.warn(line)
    else log.info(line)
    done()
  })
}
