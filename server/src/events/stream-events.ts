import type { ServerResponse } from 'node:http'
import { streamEvents } from '@daodi/contract/staff/obligations/obligations.ts'
import { viewersOf } from '../access/store.ts'
import type { Staff } from '../http/caller.ts'
import { route, type Services } from '../http/route.ts'
import { countUnread, ownNoticesSince, type NewNotice } from '../notices/store.ts'
import { NoticePlace, readNoticeCursor } from './notice-cursor.ts'
import { currentHorizon, type Changed } from './store.ts'
import { watchChanges, watchNotices } from './watch-changes.ts'

/** Proxies close silent connections; and after a while the browser comes anew, so that a revoked session does not listen on. */
const HEARTBEAT_MS = 20_000
const LONGEST_MS = 300_000

export const streamEventsRoute = route(streamEvents, async ({ caller, query, lastEventId }, services) =>
  ({ ok: true, value: undefined, sent: { events: (response) => stream(response, { caller, services, after: lastEventId ?? query.after }) } }))

interface Listening { caller: Staff; services: Services; after: string | undefined }

function stream(response: ServerResponse, listening: Listening): void {
  const { caller, services } = listening
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'keep-alive' })
  response.write('retry: 2000\n\n')
  const concerns = changesFor(caller)
  const unwatch = watchChanges(services, (changed) => {
    if (!concerns(changed)) return
    response.write(`event: changed\ndata: ${JSON.stringify({ ...(changed.case_id === null ? {} : { caseId: changed.case_id }), obligations: true })}\n\n`)
  })
  const unwatchNotices = tellNotices(response, listening)
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  const end = setTimeout(() => response.end(), LONGEST_MS)
  response.once('close', () => { unwatch(); unwatchNotices(); clearInterval(heartbeat); clearTimeout(end) })
}

/** What somebody is told to have moved: what they see as `visibleTo` says, so a team's cases too, but for the confidential ones. */
export function changesFor(caller: Staff): (changed: Changed) => boolean {
  const viewers = new Set([...viewersOf(caller), ...caller.standsInFor.map((personId) => `p:${personId}`)])
  const team = new Set(caller.team.map((personId) => `p:${personId}`))
  return ({ institution_id, case_id, viewers: seenBy, confidential }) => institution_id === caller.institutionId
    && (seenBy ?? []).some((viewer) => viewers.has(viewer) || (case_id !== null && !confidential && team.has(viewer)))
}

/**
 * Each notice once, also across connections: every event's id says what has been told, and whoever comes back with it is
 * told first what they missed. The first event gives the number unread and a place to come back to.
 */
function tellNotices(response: ServerResponse, { caller, services, after }: Listening): () => void {
  let place: NoticePlace | null = null
  const early: NewNotice[] = []
  const say = (notice: NewNotice): void => {
    if (!place?.take(notice)) return
    response.write(`event: notice\nid: ${place.toString()}\ndata: ${JSON.stringify({ id: notice.id, kind: notice.kind, caseId: notice.case_id })}\n\n`)
  }
  const { ready, stop } = watchNotices(services, (notice, since) => {
    if (notice.institution_id !== caller.institutionId || notice.person_id !== caller.personId) return
    if (place === null) { early.push(notice); return }
    place.advance(BigInt(since))
    say(notice)
  })
  const begin = async (): Promise<void> => {
    await ready
    const cursor = readNoticeCursor(after)
    const missed = cursor ? await ownNoticesSince(services.db, caller, String(cursor.horizon)) : { rows: [], horizon: await currentHorizon(services.db) }
    const unread = await countUnread(services.db, caller)
    if (response.destroyed) return
    place = new NoticePlace(cursor?.horizon ?? BigInt(missed.horizon), cursor?.told ?? new Set())
    for (const notice of [...missed.rows, ...early]) say(notice)
    place.advance(BigInt(missed.horizon))
    response.write(`event: notices\nid: ${place.toString()}\ndata: ${JSON.stringify({ unread })}\n\n`)
  }
  begin().catch(() => { services.log.warn('a stream of notices could not begin'); response.end() })
  return stop
}
