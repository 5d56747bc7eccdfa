import type { Db, Services } from '../http/route.ts'
import { changesSince, currentHorizon, type Changed } from './store.ts'

type Listener = (changed: Changed) => void

/**
 * Tells listeners of this process what moved in the database, whichever process moved it. It asks the ledger, once for
 * all listeners and only while there are any. Not NOTIFY: that takes a lock at every commit and would slow down
 * registration for everybody (docs/adr/0005-live-updates.md).
 */
const watchers = new WeakMap<Db, { listeners: Set<Listener>; timer: NodeJS.Timeout | null }>()

const EVERY_MS = 700

export function watchChanges(services: Services, listener: Listener): () => void {
  const watcher = watchers.get(services.db) ?? { listeners: new Set<Listener>(), timer: null }
  watchers.set(services.db, watcher)
  watcher.listeners.add(listener)
  if (!watcher.timer) void start(services, watcher)
  return () => {
    watcher.listeners.delete(listener)
    if (watcher.listeners.size === 0 && watcher.timer) { clearTimeout(watcher.timer); watcher.timer = null }
  }
}

async function start(services: Services, watcher: { listeners: Set<Listener>; timer: NodeJS.Timeout | null }): Promise<void> {
  let since: string | null = null
  const round = async (): Promise<void> => {
    try {
      if (since === null) since = await currentHorizon(services.db)
      else {
        const { changed, horizon } = await changesSince(services.db, since)
        since = horizon
        for (const one of changed) for (const listener of watcher.listeners) listener(one)
      }
    } catch {
      services.log.warn({ msg: 'live updates wait for the database' })
    }
    if (watcher.listeners.size > 0) schedule()
    else watcher.timer = null
  }
  const schedule = (): void => { watcher.timer = setTimeout(() => void round(), EVERY_MS).unref() }
  watcher.timer = setTimeout(() => void round(), 0).unref()
}
