import type { Db, Services } from '../http/route.ts'
import { changesSince, currentHorizon, type Changed } from './store.ts'

type Listener = (changed: Changed) => void

const EVERY_MS = 700

/** One for each database handle of this process; a round is under way while `running`. `told`: what the last look brought. */
interface Watcher { listeners: Set<Listener>; running: boolean; told: Map<string, number> }
const watchers = new WeakMap<Db, Watcher>()

/**
 * Tells listeners of this process what moved in the database, whichever process moved it. It asks the ledger, once for
 * all listeners and only while there are any. Not NOTIFY: that takes a lock at every commit and would slow down
 * registration for everybody (docs/adr/0005-live-updates.md).
 */
export function watchChanges(services: Services, listener: Listener): () => void {
  const watcher = watchers.get(services.db) ?? { listeners: new Set<Listener>(), running: false, told: new Map<string, number>() }
  watchers.set(services.db, watcher)
  watcher.listeners.add(listener)
  if (!watcher.running) void watch(services, watcher)
  return () => { watcher.listeners.delete(listener) }
}

/** Goes on until nobody listens any more. */
async function watch(services: Services, watcher: Watcher): Promise<void> {
  watcher.running = true
  let since: string | null = null
  while (watcher.listeners.size > 0) {
    try {
      since = since === null ? await currentHorizon(services.db) : await tellChanges(services.db, watcher, since)
    } catch {
      services.log.warn({ msg: 'live updates wait for the database' })
    }
    await pause()
  }
  watcher.running = false
}

async function tellChanges(db: Db, watcher: Watcher, since: string): Promise<string> {
  const { changed, horizon } = await changesSince(db, since)
  const fresh = changed.filter((one) => (watcher.told.get(one.case_id) ?? 0) < one.seq)
  watcher.told = new Map(changed.map((one) => [one.case_id, one.seq]))
  for (const one of fresh) for (const listener of watcher.listeners) listener(one)
  return horizon
}

/** Does not keep a stopping process alive. */
function pause(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, EVERY_MS).unref() })
}
