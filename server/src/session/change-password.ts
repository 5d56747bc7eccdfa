import { changePassword } from '@daodi/contract/staff/session/session.ts'
import { checkPassword } from '@daodi/domain/access/check-password.ts'
import { hashPassword, passwordIs, storePassword } from '../access/store-credentials.ts'
import { revokeTokensOf } from '../access/store-tokens.ts'
import { countPasswordTry, forgivenTries, USUAL_LOCK } from '../access/store-tries.ts'
import { transaction } from '../database/transaction.ts'
import { spellings } from '../directory/store-spellings.ts'
import { Refused } from '../http/refused.ts'
import { route } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { closeSessionsOf, findOwnLogin } from './store.ts'

/**
 * The present password is asked for again, because a screen may have been left open; other devices have to sign in anew. A password
 * that somebody else had set ends with the tokens made until then: they need not be this person's.
 */
export const changePasswordRoute = route(changePassword, async ({ body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId } = caller
  const own = await findOwnLogin(db, institutionId, personId)
  const tried = await countPasswordTry(db, own.login, services.signInLock ?? USUAL_LOCK, at)
  if (tried.locked > 0) throw new Refused('too-fast', { retryAfter: tried.locked })
  if (!await passwordIs(body.current, own.password_hash)) return { ok: false, refusal: 'wrong-credentials' }
  await forgivenTries(db, own.login).execute()
  if (body.next.normalize('NFKC') === body.current.normalize('NFKC')) return { ok: false, refusal: 'password-same' }
  const refusal = checkPassword(body.next, { login: own.login, names: [own.name, spellings(own.name).pinyin] })
  if (refusal) return { ok: false, refusal }
  const passwordHash = await hashPassword(body.next)
  await transaction(db, async (trx) => {
    await storePassword(trx, { institutionId, personId, passwordHash, setByOther: false })
    const sessions = await closeSessionsOf(trx, caller, caller.sessionDigest)
    const data = { sessions, ...(own.password_set_by_other ? { tokens: await revokeTokensOf(trx, caller, at) } : {}) }
    await appendFact(trx, { institutionId, stream: personStream(personId), kind: 'password-changed', data, actor: personId, at, algorithm })
  })
  return { ok: true, value: undefined }
  // A transaction of its own: the count of wrong tries has to stay, and no digest of the body, which holds two passwords, may be kept.
}, 'own')
