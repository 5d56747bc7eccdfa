import { randomBytes } from 'node:crypto'
import { signIn } from '@daodi/contract/staff/session/session.ts'
import { secretDigest } from '../access/store.ts'
import { passwordIs } from '../access/store-credentials.ts'
import { countAddressTry, countPasswordTry, forgiveSignIn, USUAL_LOCK } from '../access/store-tries.ts'
import { transaction } from '../database/transaction.ts'
import type { Caller } from '../http/caller.ts'
import { Refused } from '../http/refused.ts'
import { route, type Services } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { meOf } from './me.ts'
import { findLogin, lockLogin, openSession, type KnownLogin } from './store.ts'

/**
 * Refuses alike, and after the same work, whether the login, the password or both were wrong. A locked login is refused
 * without looking at the password, so that the lock cannot be used to try further.
 */
export const signInRoute = route(signIn, async ({ body, caller, at, address }, services) => {
  const { db } = services
  const login = body.login.normalize('NFKC').toLowerCase()
  const wait = await countAddressTry(db, address, at)
  if (wait > 0) throw new Refused('too-fast', { retryAfter: wait })
  const tried = await countPasswordTry(db, login, services.signInLock ?? USUAL_LOCK, at)
  if (tried.locked > 0) return { ok: false, refusal: 'account-locked', retryAfter: tried.locked }
  const known = await findLogin(db, login)
  const locked = secondsUntil(known?.locked_until ?? null, at)
  if (locked > 0) return { ok: false, refusal: 'account-locked', retryAfter: locked }
  if (!await passwordIs(body.password, known?.password_hash ?? null) || !known) {
    // Not waited for: how long the entry takes would tell that there is such an account.
    if (known && tried.isLast) void lock(services, known, { failures: tried.failures, at }).catch(() => services.log.error({ msg: 'the lock of an account was not recorded' }))
    return { ok: false, refusal: 'wrong-credentials' }
  }
  const cookie = await beginSession(services, { institutionId: known.institution_id, personId: known.id, replaces: sessionOf(caller), at })
  await forgiveSignIn(db, login, address)
  return { ok: true, value: { person: await meOf(services, known.institution_id, known.id) }, cookie }
}, 'own')

function secondsUntil(instant: string | null, at: string): number {
  return instant === null ? 0 : Math.ceil((Date.parse(instant) - Date.parse(at)) / 1000)
}

export function sessionOf(caller: Caller): Buffer | null {
  return caller.kind === 'staff' ? caller.sessionDigest : null
}

/** The cookie's value is known to the browser alone; the database keeps its digest. */
export async function beginSession(
  services: Services, whose: { institutionId: string; personId: string; replaces: Buffer | null; at: string },
): Promise<{ value: string }> {
  const value = randomBytes(32).toString('base64url')
  await transaction(services.db, (trx) => openSession(trx, { ...whose, digest: secretDigest(value) }))
  return { value }
}

/** Beside the count of tries, for the administrator to see and to undo, and to outlast a crash; an entry in the person's file. */
async function lock(services: Services, known: KnownLogin, { failures, at }: { failures: number; at: string }): Promise<void> {
  const { id: personId, institution_id: institutionId } = known
  const lockedUntil = new Date(Date.parse(at) + (services.signInLock ?? USUAL_LOCK).seconds * 1000).toISOString()
  await transaction(services.db, async (trx) => {
    await lockLogin(trx, { institutionId, personId, failures, lockedUntil })
    await appendFact(trx, { institutionId, stream: personStream(personId), kind: 'account-locked', data: { failures }, actor: 'system', at, algorithm: services.ledgerAlgorithm })
  })
}
