import { revokeSessions } from '@daodi/contract/staff/directory/directory.ts'
import { Refused } from '../http/refused.ts'
import { route } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { endSignIns } from '../session/store.ts'
import { administered } from './administered.ts'
import { lockAccount } from './store-accounts.ts'

/** Everything by which the person is signed in anywhere ends: sessions, and API tokens, which nobody else could take away. */
export const revokeSessionsRoute = route(revokeSessions, async ({ params, caller, at }, services) => {
  const { institutionId } = caller
  const account = await lockAccount(services.db, institutionId, params.personId, administered(caller))
  if (!account?.in_scope) return { ok: false, refusal: 'no-such-person' }
  if (!account.grants_in_scope) throw new Refused('not-allowed')
  const person = { institutionId, personId: account.id }
  const data = await endSignIns(services.db, person, at)
  await appendFact(services.db, { institutionId, stream: personStream(account.id), kind: 'sessions-revoked', data: { ...data }, actor: caller.personId, at, algorithm: services.ledgerAlgorithm })
  return { ok: true, value: undefined }
})
