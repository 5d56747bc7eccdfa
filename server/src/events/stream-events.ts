import type { ServerResponse } from 'node:http'
import { streamEvents } from '@daodi/contract/staff/obligations/obligations.ts'
import { viewersOf } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import { route, type Services } from '../http/route.ts'
import { watchChanges } from './watch-changes.ts'

/** Proxies close silent connections; and after a while the browser comes anew, so that a revoked session does not listen on. */
const HEARTBEAT_MS = 20_000
const LONGEST_MS = 300_000

export const streamEventsRoute = route(streamEvents, async ({ caller }, services) =>
  ({ ok: true, value: undefined, sent: { events: (response) => stream(response, caller, services) } }))

function stream(response: ServerResponse, caller: Staff, services: Services): void {
  const viewers = new Set(viewersOf(caller))
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'keep-alive' })
  response.write('retry: 2000\n\n')
  const unwatch = watchChanges(services, (changed) => {
    if (changed.institution_id !== caller.institutionId || !changed.viewers.some((viewer) => viewers.has(viewer))) return
    response.write(`event: changed\ndata: ${JSON.stringify({ caseId: changed.case_id, obligations: true })}\n\n`)
  })
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  const end = setTimeout(() => response.end(), LONGEST_MS)
  response.once('close', () => { unwatch(); clearInterval(heartbeat); clearTimeout(end) })
}
