import { resetPassword } from '@daodi/contract/staff/directory/directory.ts'
import { checkPassword } from '@daodi/domain/access/check-password.ts'
import { hashPassword } from '../access/store-credentials.ts'
import { transaction } from '../database/transaction.ts'
import { Refused } from '../http/refused.ts'
import { route } from '../http/route.ts'
import { administered } from './administered.ts'
import { lockAccount } from './store-accounts.ts'
import { replacePassword } from './store-reset.ts'
import { spellings } from './store-spellings.ts'

/**
 * The person signs in with it once and then has to choose another. Whoever has roles beyond the administrator's own
 * units is out of reach: their password would open more than the administrator may see; one's own is changed by knowing
 * the present one. Tokens end as well: whoever had the old password may have made some. A transaction of its own, as no digest of a body with a password may be kept.
 */
export const resetPasswordRoute = route(resetPassword, async ({ params, body, caller, at }, services) => {
  const { institutionId } = caller
  const passwordHash = await hashPassword(body.password)
  const refusal = await transaction(services.db, async (trx) => {
    const account = await lockAccount(trx, institutionId, params.personId, administered(caller))
    if (!account?.in_scope) return 'no-such-person'
    if (!account.grants_in_scope || account.id === caller.personId) throw new Refused('not-allowed')
    const refused = checkPassword(body.password, { login: account.login, names: [account.name, spellings(account.name).pinyin] })
    if (refused) return refused
    await replacePassword(trx, { institutionId, personId: account.id, login: account.login, passwordHash }, { actor: caller.personId, at, algorithm: services.ledgerAlgorithm })
    return null
  })
  return refusal ? { ok: false, refusal } : { ok: true, value: undefined }
}, 'own')
