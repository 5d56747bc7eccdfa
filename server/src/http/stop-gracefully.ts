import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const open = new WeakMap<FastifyInstance, Set<FastifyReply['raw']>>()

/** Keeps the event streams that are open at hand: they never end by themselves, and would hold up every stop. */
export function watchRequests(app: FastifyInstance, isStream: (request: FastifyRequest) => boolean): void {
  const streams = new Set<FastifyReply['raw']>()
  open.set(app, streams)
  app.addHook('onRequest', (request, reply, done) => {
    if (isStream(request)) {
      streams.add(reply.raw)
      reply.raw.once('close', () => streams.delete(reply.raw))
    }
    done()
  })
}

/**
 * Takes no more connections, ends event streams (browsers connect again, elsewhere or later) and lets requests in
 * flight finish, for `limitMs` at most; what is not finished then is cut off.
 */
export async function stopGracefully(app: FastifyInstance, limitMs: number): Promise<void> {
  const closing = app.close()
  for (const stream of open.get(app) ?? []) stream.destroy()
  // A connection whose request has just finished would be kept open for the next one.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  const cut = setTimeout(() => app.server.closeAllConnections(), limitMs)
  try {
    await closing
  } finally {
    clearInterval(idle)
    clearTimeout(cut)
  }
}
