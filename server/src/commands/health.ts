import { LAG_LIMIT_SECONDS, type Health } from '../health.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { readEnvironment } from './environment.ts'

const PATIENCE_MS = 5_000

export const health: Command = {
  words: 'health', usage: '[URL]',
  zh: '询问运行中的服务是否正常；不正常时退出码为 1',
  en: 'asks the running server whether it is well; exit code 1 if it is not',
  examples: ['health', 'health http://127.0.0.1:8080'],
  takes: { least: 0, most: 1 },
  run,
}

async function run({ positionals }: Given): Promise<ExitCode> {
  const { port, host } = readEnvironment()
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const base = positionals[0] ?? `http://${isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
  const found = await ask(base)
  if (typeof found === 'string') {
    process.stdout.write(`服务没有应答 / no answer from ${base}: ${found}\n`)
    return 1
  }
  process.stdout.write(`${JSON.stringify(found)}\n`)
  if (found.worker.ok === false) process.stdout.write(`后台任务落后超过 ${LAG_LIMIT_SECONDS} 秒 / the worker is behind by more than ${LAG_LIMIT_SECONDS} s\n`)
  return found.ready && found.worker.ok !== false ? 0 : 1
}

async function ask(base: string): Promise<Health | string> {
  try {
    const response = await fetch(new URL('/api/health', base), { signal: AbortSignal.timeout(PATIENCE_MS) })
    return await response.json() as Health
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
