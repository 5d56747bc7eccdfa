import { createAccount } from '@daodi/contract/staff/directory/directory.ts'
import { checkPassword } from '@daodi/domain/access/check-password.ts'
import { hashPassword } from '../access/store-credentials.ts'
import { brokenConstraint } from '../database/connection-errors.ts'
import { transaction } from '../database/transaction.ts'
import { route } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { administered, distinctGrants } from './administered.ts'
import { lockAccounts, unitsWithin } from './store-accounts.ts'
import { spellings } from './store-spellings.ts'
import { insertPerson } from './store-people.ts'
import { samePerson } from './store-same-person.ts'
import { samePersonFault } from './same-person-fault.ts'

/** In a transaction of its own, because no digest of a body with a password may be kept for repeated requests: a second one finds the login taken. */
export const createAccountRoute = route(createAccount, async ({ body, caller, at }, services) => {
  const { institutionId } = caller
  const { password, roles: asked = [], ...person } = body
  const roles = distinctGrants(asked)
  const unitIds = [...new Set([person.unitId, ...roles.map((grant) => grant.unitId)])]
  if ((await unitsWithin(services.db, institutionId, administered(caller), unitIds)).size < unitIds.length) return { ok: false, refusal: 'no-such-unit' }
  const refusal = checkPassword(password, { login: person.login, names: [person.name, spellings(person.name).pinyin] })
  if (refusal) return { ok: false, refusal }
  const id = services.newId()
  const passwordHash = await hashPassword(password)
  try {
    const same = await transaction(services.db, async (trx) => {
      await lockAccounts(trx, institutionId)
      const found = await samePerson(trx, institutionId, { name: person.name, phones: [person.phone, ...person.otherPhones ?? []], except: null })
      if (found) return found
      await insertPerson(trx, { ...person, institutionId, id, passwordHash, passwordSetByOther: true, roles })
      const data = { unitId: person.unitId, roles: roles.map(({ role, unitId }) => ({ role, unitId })) }
      await appendFact(trx, { institutionId, stream: personStream(id), kind: 'person-created', begins: true, data, actor: caller.personId, at, algorithm: services.ledgerAlgorithm })
      return null
    })
    if (same) return { ok: false, refusal: same, errors: samePersonFault(same) }
  } catch (error) {
    if (brokenConstraint(error) === 'people_login_key') return { ok: false, refusal: 'login-taken' }
    throw error
  }
  return { ok: true, value: { id } }
}, 'own')
