import { spawn } from 'node:child_process'
import type { OperatingUser } from './operating-user.ts'

export interface CommandResult {
  /** 0 is success; null when it could not be started or was killed. */
  code: number | null
  output: string
}

export interface CommandOptions {
  user: OperatingUser | undefined
  cwd: string
  /** Milliseconds; then the command is killed, so that nothing here can hang. */
  timeout: number
}

/**
 * The server gets no secrets of ours through its environment, no PGDATA or PGPORT of the caller's, and English messages.
 * Windows programs do not start without the system's own variables.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = process.platform === 'win32' ? process.env : { PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin' }
  const withoutPostgres = Object.fromEntries(Object.entries(kept).filter(([name]) => !name.startsWith('PG') && !name.startsWith('DATABASE')))
  return { ...withoutPostgres, LC_ALL: 'C', TZ: 'UTC' }
}

/** Runs one of PostgreSQL's programs to its end and returns what it printed, both streams together. Never throws. */
export function runCommand(file: string, args: string[], options: CommandOptions): Promise<CommandResult> {
  const { user, cwd, timeout } = options
  return new Promise((resolve) => {
    const identity = user === undefined ? {} : { uid: user.uid, gid: user.gid }
    const child = spawn(file, args, {
      ...identity,
      cwd,
      timeout,
      killSignal: 'SIGKILL',
      env: cleanEnvironment(),
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    const finish = (code: number | null, extra = ''): void => resolve({ code, output: `${Buffer.concat(chunks).toString('utf8')}${extra}`.trim() })
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => finish(null, error.message))
    child.on('close', (code) => finish(code))
    // On Windows the server keeps pg_ctl's pipes open, and 'close' would not come before the server ends.
    child.on('exit', (code) => setTimeout(() => finish(code), 500).unref())
  })
}
