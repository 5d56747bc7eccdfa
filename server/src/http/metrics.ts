import { timingSafeEqual, createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Refused } from './refused.ts'
import { sendProblem } from './send.ts'

export interface PoolFigures { totalCount: number; idleCount: number; waitingCount: number }

/** A figure read anew at each scrape; null where it cannot be told, the database being away. */
export interface Figure { name: string; help: string; read: () => Promise<number | null> }

export interface MetricsOptions {
  pool: PoolFigures
  figures: readonly Figure[]
  /** Who knows it may read the metrics from anywhere; without one only this machine itself may. */
  token: string | null
}

/** Prometheus metrics at `/metrics`: by operation and status, never by path, because paths hold ids and numbers. */
export function serveMetrics(app: FastifyInstance, { pool, figures, token }: MetricsOptions, nameOf: (request: FastifyRequest) => string): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'daodi_' })
  const seconds = new Histogram({
    name: 'daodi_request_seconds', help: 'Requests and how long they took, by operation and status', labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [registry],
  })
  app.addHook('onResponse', (request, reply, done) => {
    seconds.observe({ operation: nameOf(request), status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    done()
  })
  addGauge(registry, { name: 'daodi_pool_connections', help: 'Database connections open', read: async () => pool.totalCount })
  addGauge(registry, { name: 'daodi_pool_idle', help: 'Database connections open and unused', read: async () => pool.idleCount })
  addGauge(registry, { name: 'daodi_pool_waiting', help: 'Requests waiting for a database connection', read: async () => pool.waitingCount })
  for (const figure of figures) addGauge(registry, figure)
  app.get('/metrics', { config: { name: 'metrics' } }, async (request, reply) => {
    if (!mayRead(request, token)) return sendProblem(reply, new Refused('not-allowed'))
    return reply.type(registry.contentType).header('cache-control', 'no-store').send(await registry.metrics())
  })
}

function addGauge(registry: Registry, { name, help, read }: Figure): void {
  const gauge: Gauge = new Gauge({
    name, help, registers: [registry],
    collect: async () => {
      const value = await read().catch(() => null)
      if (value === null) gauge.reset()
      else gauge.set(value)
    },
  })
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

function mayRead(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) return sameSecret(request.headers.authorization ?? '', `Bearer ${token}`)
  // A proxy on this machine brings the whole world to the loopback address, and says so in these.
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined
  return LOOPBACK.test(request.socket.remoteAddress ?? '') && !isForwarded
}

function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
