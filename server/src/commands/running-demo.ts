import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Services } from '../http/route.ts'

const fileIn = (dataDir: string): string => join(dataDir, 'demo-address')

/** Where the demonstration of this data folder listens, for the tour to find. Not being able to say so stops nothing. */
export function rememberDemo(dataDir: string, url: string, log: Services['log']): void {
  try { writeFileSync(fileIn(dataDir), url) } catch { log.warn(`The address of the demonstration could not be written to ${fileIn(dataDir)}; give it to the tour: npm run tour -- ${url}`) }
}

export function forgetDemo(dataDir: string): void {
  try { rmSync(fileIn(dataDir), { force: true }) } catch { /* It is written anew at the next start. */ }
}

/** Null where none runs, or none has said so. */
export function addressOfDemo(dataDir: string): string | null {
  try {
    const url = readFileSync(fileIn(dataDir), 'utf8').trim()
    return URL.canParse(url) ? url : null
  } catch {
    return null
  }
}
