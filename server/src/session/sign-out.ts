import { signOut, signOutEverywhere } from '@daodi/contract/staff/session/session.ts'
import { route } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { closeSession, closeSessionsOf } from './store.ts'

export const signOutRoute = route(signOut, async ({ caller }, services) => {
  if (caller.sessionDigest) await closeSession(services.db, caller.sessionDigest)
  return { ok: true, value: undefined, cookie: { clear: true } }
})

/** On all devices, this one included. */
export const signOutEverywhereRoute = route(signOutEverywhere, async ({ caller, at }, services) => {
  const { institutionId, personId } = caller
  const sessions = await closeSessionsOf(services.db, caller)
  await appendFact(services.db, { institutionId, stream: personStream(personId), kind: 'signed-out-everywhere', data: { sessions }, actor: personId, at, algorithm: services.ledgerAlgorithm })
  return { ok: true, value: undefined, cookie: { clear: true } }
})
