import { isIP } from 'node:net'
import { defaultDataDir } from '../database/embedded/data-folder.ts'
import type { Outside } from '../http/route.ts'
import { OperatorError } from '../database/operator-error.ts'
import { readKey } from '../secrets/secret-key.ts'
import { readOutside } from './outside.ts'

/** What the environment says, checked. docs/operating.md has the table. */
export interface Environment {
  port: number
  host: string
  dataDir: string
  /** An outside PostgreSQL; null: the embedded one. */
  databaseUrl: string | null
  trustedProxies: string[]
  /** How people reach the server; `https:` makes cookies secure. */
  publicUrl: URL | null
  logLevel: string | null
  metricsToken: string | null
  outside: Outside
  signInLock: { failures: number; seconds: number }
  /** What stored passwords and secrets are closed with; null: the key file in the data folder. */
  secretsKey: Buffer | null
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent']

export function readEnvironment(env: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const text = (name: string): string | null => env[name]?.trim() || null
  return {
    port: readPort(text('PORT')),
    host: text('HOST') ?? '127.0.0.1',
    dataDir: text('DATA_DIR') ?? defaultDataDir(),
    databaseUrl: readDatabaseUrl(text('DATABASE_URL')),
    trustedProxies: readProxies(text('TRUSTED_PROXIES')),
    publicUrl: readPublicUrl(text('PUBLIC_URL')),
    logLevel: readLogLevel(text('LOG_LEVEL')),
    metricsToken: readMetricsToken(text('METRICS_TOKEN')),
    outside: readOutside(text),
    secretsKey: readSecretsKey(text('SECRETS_KEY')),
    signInLock: {
      failures: readWhole('SIGN_IN_FAILURES', text('SIGN_IN_FAILURES') ?? '5', { least: 3, most: 20 }),
      seconds: 60 * readWhole('SIGN_IN_LOCK_MINUTES', text('SIGN_IN_LOCK_MINUTES') ?? '15', { least: 1, most: 1440 }),
    },
  }
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|\[::1\]|localhost)$/i

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

function readWhole(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new OperatorError(`${name} 现为“${text}”，必须是 ${least} 到 ${most} 之间的整数。`, `${name} is "${text}"; it must be a whole number from ${least} to ${most}.`)
}

function readPort(text: string | null): number {
  if (text === null) return 8080
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new OperatorError(`PORT 现为“${text}”，必须是 1 到 65535 之间的数字；0 表示任选一个空闲端口。`, `PORT is "${text}"; it must be a number from 1 to 65535, or 0 for any free port.`)
}

function readDatabaseUrl(text: string | null): string | null {
  if (text === null || /^postgres(?:ql)?:\/\//.test(text)) return text
  throw new OperatorError('DATABASE_URL 的写法应为 postgres://用户:密码@主机:5432/数据库。', 'DATABASE_URL must look like postgres://user:password@host:5432/database.')
}

function readProxies(text: string | null): string[] {
  const proxies = (text ?? '').split(/[\s,]+/).filter((part) => part !== '')
  const wrong = proxies.find((proxy) => !isRange(proxy))
  if (wrong === undefined) return proxies
  throw new OperatorError(`TRUSTED_PROXIES 里有“${wrong}”；请填写地址或网段，如 10.0.0.5、10.0.0.0/8，用逗号分隔。`, `TRUSTED_PROXIES holds "${wrong}"; give addresses or ranges such as 10.0.0.5, 10.0.0.0/8, separated by commas.`)
}

function isRange(proxy: string): boolean {
  const [address = '', bits, ...more] = proxy.split('/')
  const version = isIP(address)
  const most = version === 4 ? 32 : 128
  return version !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

function readPublicUrl(text: string | null): URL | null {
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url
  throw new OperatorError(`PUBLIC_URL 现为“${text}”，写法应为 https://daodi.example.gov.cn。`, `PUBLIC_URL is "${text}"; it must look like https://daodi.example.gov.cn.`)
}

function readLogLevel(text: string | null): string | null {
  if (text === null || LOG_LEVELS.includes(text)) return text
  throw new OperatorError(`LOG_LEVEL 现为“${text}”，只能是 ${LOG_LEVELS.join('、')} 之一。`, `LOG_LEVEL is "${text}"; it must be one of ${LOG_LEVELS.join(', ')}.`)
}

function readMetricsToken(text: string | null): string | null {
  if (text === null || text.length >= 16) return text
  throw new OperatorError('METRICS_TOKEN 太短，容易被猜到；至少要 16 个字符。', 'METRICS_TOKEN is too short to keep a secret; give at least 16 characters.')
}

/** The message does not repeat the value: it is a secret, if a wrong one. */
function readSecretsKey(text: string | null): Buffer | null {
  const key = text === null ? null : readKey(text)
  if (text === null || key !== null) return key
  throw new OperatorError('SECRETS_KEY 不是有效的密钥；应为 32 个随机字节，用 base64 或十六进制书写，例如 openssl rand -base64 32 打印的那样。', 'SECRETS_KEY is no key; give 32 random bytes in base64 or hex, such as "openssl rand -base64 32" prints.')
}
