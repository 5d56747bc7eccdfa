import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { countTry } from '../http/rate-limit-store.ts'
import type { Db } from '../http/route.ts'

export interface SignInLock { failures: number; seconds: number }
/** Where the installation says nothing else. */
export const USUAL_LOCK: SignInLock = { failures: 5, seconds: 15 * 60 }
/** Wrong passwords from one address, whatever the login. Right ones do not count: a whole office may share an address. */
const BY_ADDRESS = { most: 30, seconds: 300 }

/** By digest: a login typed into the wrong field may be a password. */
const keyOf = (login: string): string => `password|${createHash('sha256').update(login).digest('base64url')}`
const addressKey = (address: string): string => `password-from|${networkOf(address)}`

/** Somebody with IPv6 has a whole /64 to call from. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail ? tail.split(':') : []
  const filled = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest]
  return `${filled.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

/**
 * Counts one more try at a login's password before it is looked at, so that many tries at once are as few as one after
 * the other. The same for logins that nobody has: a lock says nothing about whether an account exists.
 * `locked`: seconds to wait, 0 when the password may be tried; `isLast`: one more failure and the login is locked.
 */
export async function countPasswordTry(db: Db, login: string, { failures: most, seconds }: SignInLock, at: string): Promise<{ locked: number; failures: number; isLast: boolean }> {
  const { rows: [row] } = await sql<{ count: number; wait: number }>`
    insert into rate_limits (key, window_start, count) values (${keyOf(login)}, ${at}, 1)
    on conflict (key) do update set
      count = case when rate_limits.window_start <= ${at}::timestamptz - make_interval(secs => ${seconds}) then 1 else least(rate_limits.count + 1, ${most + 1}) end,
      window_start = case when rate_limits.window_start <= ${at}::timestamptz - make_interval(secs => ${seconds}) or rate_limits.count + 1 = ${most}
        then ${at}::timestamptz else rate_limits.window_start end
    returning count, ceil(extract(epoch from window_start + make_interval(secs => ${seconds}) - ${at}::timestamptz))::int as wait`.execute(db)
  const count = row?.count ?? 1
  return { locked: count > most ? Math.max(1, row?.wait ?? 1) : 0, failures: Math.min(count, most), isLast: count === most }
}

/** Seconds to wait when too many wrong passwords came from this address, else 0. Counts this one until it proves right. */
export function countAddressTry(db: Db, address: string, at: string): Promise<number> {
  return countTry(db, addressKey(address), BY_ADDRESS, at)
}

export function forgivenTries(db: Db, login: string) {
  return db.deleteFrom('rate_limits').where('key', '=', keyOf(login))
}

/** After a right password: the login starts anew, and the try does not count against the address. */
export async function forgiveSignIn(db: Db, login: string, address: string): Promise<void> {
  await sql`with gone as (delete from rate_limits where key = ${keyOf(login)})
    update rate_limits set count = greatest(count - 1, 0) where key = ${addressKey(address)}`.execute(db)
}
