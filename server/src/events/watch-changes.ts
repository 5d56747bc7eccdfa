import type { Db, Services } from '../http/route.ts'
import { noticesSince, type NewNotice } from '../notices/store.ts'
import { changesSince, currentHorizon, type Changed } from './store.ts'

type Listener = (changed: Changed) => void
/** `since`: transactions below it have ended, and their notices have been told. */
type NoticeListener = (notice: NewNotice, since: string) => void

const EVERY_MS = 700

/** One for each database handle of this process; a round is under way while `running`. `told`: what the last look brought. */
interface Watcher {
  listeners: Set<Listener>
  noticeListeners: Set<NoticeListener>
  running: boolean
  told: Map<string, number>
  toldNotices: Set<string>
  /** Resolves when the watcher knows from where it looks; from then on nothing that commits is missed. */
  ready: Promise<void>
}
const watchers = new WeakMap<Db, Watcher>()

/**
 * Tells listeners of this process what moved in the database, whichever process moved it. It asks the ledger, once for
 * all listeners and only while there are any. Not NOTIFY: that takes a lock at every commit and would slow down
 * registration for everybody (docs/adr/0005-live-updates.md).
 */
export function watchChanges(services: Services, listener: Listener): () => void {
  const watcher = watcherOf(services)
  watcher.listeners.add(listener)
  start(services, watcher)
  return () => { watcher.listeners.delete(listener) }
}

/** The same for notices. What commits after `ready` is told; what was there before, whoever listens has to look up after it. */
export function watchNotices(services: Services, listener: NoticeListener): { ready: Promise<void>; stop: () => void } {
  const watcher = watcherOf(services)
  watcher.noticeListeners.add(listener)
  start(services, watcher)
  return { ready: watcher.ready, stop: () => { watcher.noticeListeners.delete(listener) } }
}

function watcherOf({ db }: Services): Watcher {
  const known = watchers.get(db)
  if (known) return known
  const watcher: Watcher = { listeners: new Set(), noticeListeners: new Set(), running: false, told: new Map(), toldNotices: new Set(), ready: Promise.resolve() }
  watchers.set(db, watcher)
  return watcher
}

function start(services: Services, watcher: Watcher): void {
  if (watcher.running) return
  watcher.running = true
  watcher.ready = new Promise((resolve) => { void watch(services, watcher, resolve) })
}

/** Goes on until nobody listens any more. */
async function watch(services: Services, watcher: Watcher, ready: () => void): Promise<void> {
  let since: string | null = null
  while (watcher.listeners.size > 0 || watcher.noticeListeners.size > 0) {
    try {
      if (since === null) {
        since = await currentHorizon(services.db)
        ready()
      } else {
        since = await tellChanges(services.db, watcher, since)
      }
    } catch {
      services.log.warn({ msg: 'live updates wait for the database' })
    }
    await pause()
  }
  watcher.running = false
  ready()
}

async function tellChanges(db: Db, watcher: Watcher, since: string): Promise<string> {
  const { changed, horizon } = await changesSince(db, since)
  // After the horizon was taken: whatever ended below it is among these.
  const notices = watcher.noticeListeners.size > 0 ? await noticesSince(db, since) : []
  const fresh = changed.filter((one) => (watcher.told.get(one.stream) ?? 0) < one.seq)
  watcher.told = new Map(changed.map((one) => [one.stream, one.seq]))
  for (const one of fresh) for (const listener of watcher.listeners) listener(one)
  const untold = notices.filter((one) => !watcher.toldNotices.has(nameOf(one)))
  watcher.toldNotices = new Set(notices.map(nameOf))
  for (const one of untold) for (const listener of watcher.noticeListeners) listener(one, since)
  return horizon
}

const nameOf = (notice: NewNotice): string => `${notice.person_id} ${notice.id}`

/** Does not keep a stopping process alive. */
function pause(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, EVERY_MS).unref() })
}
