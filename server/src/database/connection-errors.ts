import { DatabaseError } from 'pg'

/** The SQLSTATE (five characters) or the operating system's code (ECONNREFUSED …) of an error, if it carries one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function errorText(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(errorText).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** What an operator meets most, in Chinese; the system's own words follow, because that is what one searches for. */
const CHINESE: Readonly<Record<string, string>> = {
  EACCES: '没有权限', EPERM: '没有权限', ENOENT: '文件或文件夹不存在', ENOTDIR: '路径中有一段不是文件夹', EISDIR: '这是文件夹', EEXIST: '已经存在', ENOSPC: '磁盘已满', EROFS: '磁盘是只读的',
  ECONNREFUSED: '对方没有在听', ECONNRESET: '连接中断', ETIMEDOUT: '等待超时', ENOTFOUND: '找不到这台主机', EAI_AGAIN: '找不到这台主机', '28P01': '用户名或密码不对', '3D000': '没有这个数据库', '53300': '连接数已满',
}

export function errorTextZh(error: unknown): string {
  const known = CHINESE[errorCode(error) ?? '']
  return known === undefined ? errorText(error) : `${known}（${errorText(error)}）`
}

const NOT_REACHABLE_YET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EAI_AGAIN',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now: starting up, recovering or shutting down
  '53300', // too_many_connections
])

/** True where opening the same connection again a little later may well succeed. Only for connecting, never for statements. */
export function mayReconnect(error: unknown): boolean {
  const code = errorCode(error)
  if (code !== undefined) return NOT_REACHABLE_YET.has(code)
  return errorText(error).startsWith('Connection terminated')
}

const SQLSTATE = /^[0-9A-Z]{5}$/
/** Connection exception and operator intervention: the server went away or was made to, which may be after it had committed. */
const UNDECIDED = new Set(['08', '57'])

/** True where the server itself answered that the statement failed; for a COMMIT: that nothing was committed. */
export function isRefusedByDatabase(error: unknown): boolean {
  const code = errorCode(error)
  return code !== undefined && error instanceof DatabaseError && SQLSTATE.test(code) && !UNDECIDED.has(code.slice(0, 2))
}

const UNIQUE_VIOLATION = '23505'

/** The name of the unique constraint or index that a write ran into; undefined for every other error. */
export function brokenConstraint(error: unknown): string | undefined {
  if (errorCode(error) !== UNIQUE_VIOLATION || typeof error !== 'object' || error === null || !('constraint' in error)) return undefined
  return typeof error.constraint === 'string' ? error.constraint : undefined
}
