import type { FastifyInstance } from 'fastify'
import type { Services } from './http/route.ts'
import { workerLag } from './obligations/store-figures.ts'

export interface Health {
  live: true
  /** Requests can be answered. */
  ready: boolean
  version: string
  demo: boolean
  database: { ok: boolean; ms: number | null }
  /** Seconds by which the oldest obligation that is due has not been looked at; null while the database is away. */
  worker: { ok: boolean | null; lagSeconds: number | null }
}

const PATIENCE_MS = 3_000
/** Behind by more than this, the worker is not running, or cannot keep up. */
export const LAG_LIMIT_SECONDS = 120

async function readHealth(services: Pick<Services, 'db' | 'clock' | 'demo'>, version: string): Promise<Health> {
  const started = performance.now()
  const lag = await Promise.race([workerLag(services.db, services.clock()).catch(() => null), later(PATIENCE_MS)])
  const known = { live: true as const, version, demo: services.demo }
  if (lag === null) return { ...known, ready: false, database: { ok: false, ms: null }, worker: { ok: null, lagSeconds: null } }
  const ms = Math.round(performance.now() - started)
  return { ...known, ready: true, database: { ok: true, ms }, worker: { ok: lag <= LAG_LIMIT_SECONDS, lagSeconds: Math.round(lag) } }
}

function later(ms: number): Promise<null> {
  return new Promise((resolve) => { setTimeout(() => resolve(null), ms).unref() })
}

/** `/api/health`: 200 when requests can be answered, else 503. `/api/health/live`: the process itself answers. */
export function serveHealth(app: FastifyInstance, services: Services, version: string): void {
  app.get('/api/health', { config: { name: 'health' } }, async (_request, reply) => {
    const health = await readHealth(services, version)
    return reply.code(health.ready ? 200 : 503).header('cache-control', 'no-store').send(health)
  })
  app.get('/api/health/live', { config: { name: 'health' } }, (_request, reply) => reply.header('cache-control', 'no-store').send({ live: true }))
}
