import { setTimeout as sleep } from 'node:timers/promises'
import { errorText } from '../connection-errors.ts'
import type { DatabaseLog } from '../log.ts'
import { isAlive, processIdentity } from './processes.ts'

export interface ServerWatch {
  /** Ends the watch; returns when no restart is under way any more. */
  stop: () => Promise<void>
}

const LOOK_EVERY = 250
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 30_000

/**
 * Looks after the server with process number `first` and calls `restart`, which returns the new number, whenever it is
 * gone: at once, then after pauses that double up to half a minute, for as long as it takes.
 */
export function watchServer(first: number, restart: () => Promise<number>, log: DatabaseLog): ServerWatch {
  const ending = new AbortController()
  const pause = (milliseconds: number): Promise<void> => sleep(milliseconds, undefined, { ref: false, signal: ending.signal }).catch(() => undefined)

  const restartUntilUp = async (): Promise<number | undefined> => {
    for (let wait = FIRST_PAUSE; !ending.signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        return await restart()
      } catch (error) {
        log.warn(`The database server could not be restarted, trying again in ${wait} ms: ${errorText(error)}`)
      }
      await pause(wait)
    }
    return undefined
  }

  const look = async (): Promise<void> => {
    let pid = first
    let identity = processIdentity(pid)
    while (!ending.signal.aborted) {
      await pause(LOOK_EVERY)
      if (ending.signal.aborted || (isAlive(pid) && processIdentity(pid) === identity)) continue
      log.warn(`The database server (process ${pid}) has ended unexpectedly; restarting it.`)
      const next = await restartUntilUp()
      if (next === undefined) return
      pid = next
      identity = processIdentity(pid)
      log.info(`The database server runs again (process ${pid}).`)
    }
  }

  const looking = look()
  return {
    stop: async () => {
      ending.abort()
      await looking
    },
  }
}
