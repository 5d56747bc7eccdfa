import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startApi, type RunningApi } from '../api.ts'
import type { Services } from '../http/route.ts'
import type { Pages } from '../http/serve-pages.ts'
import { routes } from '../routes.ts'
import { startWorker, type RunningWorker } from '../worker.ts'
import type { Environment } from './environment.ts'
import type { OpenDatabase } from './open-database.ts'
import type { StopSignal } from './stop-signal.ts'

export interface Parts { api: boolean; worker: boolean }

interface Run { environment: Environment; database: OpenDatabase; services: Services; stop: StopSignal; parts: Parts }

/**
 * Runs the API and the worker until a stop is asked for, then ends them in good order: no new requests, those in flight
 * finish, event streams close, the job in hand is done, the ledger is sealed. The database is the caller's to close.
 */
export async function runServer({ environment, database, services, stop, parts }: Run, onReady: (url: string | null) => void): Promise<void> {
  const worker = parts.worker ? await startWorker(services, { url: database.url }) : null
  let api: RunningApi | null = null
  try {
    if (parts.api && !stop.isAsked()) api = await startApi(apiOptions(environment, database, services))
    if (!stop.isAsked()) onReady(api && (environment.publicUrl?.href ?? `${api.url}/`))
    services.log.info({ msg: 'stopping', signal: await stop.asked })
  } finally {
    await endInOrder(api, worker)
  }
}

function apiOptions(environment: Environment, database: OpenDatabase, services: Services) {
  const { host, port, trustedProxies, publicUrl, metricsToken } = environment
  return {
    services, routes, pool: database.pool, host, port, trustedProxies, metricsToken, secure: publicUrl?.protocol === 'https:', checkReplies: services.demo, pages: builtPages(services.log),
  }
}

async function endInOrder(api: RunningApi | null, worker: RunningWorker | null): Promise<void> {
  await api?.stop()
  await worker?.stop()
}

/** Paths that the portal's own pages answer; everything else below `/` that is no file does not exist. */
const PORTAL_PATH = /^(?:ask\/?|track\/?|desks\/?|t\/[^/]{1,100}\/?)?$/

/** The built webs, beside the bundle, or in dist/ when run from source. */
function builtPages(log: Services['log']): Pages[] {
  const here = dirname(fileURLToPath(import.meta.url))
  const dist = existsSync(join(here, '..', 'staff-web', 'index.html')) ? join(here, '..') : join(here, '..', '..', '..', 'dist')
  const pages: Pages[] = [
    { folder: join(dist, 'staff-web'), prefix: '/staff/', understands: (path) => !/\.[a-z0-9]+$/i.test(path) },
    { folder: join(dist, 'portal'), prefix: '/', understands: (path) => PORTAL_PATH.test(path) },
  ]
  const missing = pages.filter(({ folder }) => !existsSync(join(folder, 'index.html')))
  if (missing.length > 0) log.warn(`Some pages are not built and not served (${missing.map(({ folder }) => folder).join(', ')}); run "npm run build".`)
  return pages
}
