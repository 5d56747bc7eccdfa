/**
 * A program for the tests to kill: starts the embedded database on the folder in its first argument, prints one line of
 * JSON, and stops it on SIGTERM.
 */
import { errorText } from '../connection-errors.ts'
import { startEmbedded } from './start-embedded.ts'

const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`)
const log = { info: (message: string) => void say({ log: message }), warn: (message: string) => void say({ log: message }) }

try {
  const { url, adopted, stop } = await startEmbedded({ dataDir: process.argv[2] ?? '', log })
  const alive = setInterval(() => undefined, 60_000)
  process.once('SIGTERM', () => {
    clearInterval(alive)
    void stop().then(() => say({ stopped: true }))
  })
  say({ url, adopted })
} catch (error) {
  say({ refused: errorText(error) })
  process.exitCode = 1
}
