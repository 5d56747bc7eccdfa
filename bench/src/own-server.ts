import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** The built server in a process of its own on this database: the API alone unless told otherwise. */
export function withServer<Value>(url: string, dataDir: string, work: (base: string, child: ChildProcess) => Promise<Value>, parts: readonly string[] = ['--api']): Promise<Value> {
  const environment = { DATABASE_URL: url, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }
  return withChild([join(here, '../server/daodi.js'), 'serve', ...parts], environment, work)
}

/** Runs a server of ours in a process of its own, until the work is done; it says its address when it is ready. */
export async function withChild<Value>(args: string[], environment: Record<string, string>, work: (base: string, child: ChildProcess) => Promise<Value>): Promise<Value> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    return await work(await addressSaid(child), child)
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
}

function addressSaid(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (address) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}
