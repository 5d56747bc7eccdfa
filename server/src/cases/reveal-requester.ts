import { revealRequester } from '@daodi/contract/staff/cases/reveal-requester.ts'
import { takesPart } from '@daodi/domain/cases/actor.ts'
import { transaction } from '../database/transaction.ts'
import { hasRole } from '../http/caller.ts'
import { route } from '../http/route.ts'
import { actorOf, openScene, recordScene } from './scene.ts'
import { requesterOf } from './store-read.ts'
import { lockCase } from './store.ts'

/**
 * Full contact data of the person. Whoever looks leaves an entry in the ledger. In a transaction of its own, because an
 * answer kept for a repeated request would hold the contacts a second time and show them again without an entry.
 */
export const revealRequesterRoute = route(revealRequester, ({ params, body, caller, at }, outside) => transaction(outside.db, async (db) => {
  const services = { ...outside, db }
  const locked = await lockCase(services.db, caller, params.caseId)
  if (!locked) return { ok: false, refusal: 'no-such-case' }
  if (!takesPart(actorOf(caller), locked.state) && !hasRole(caller, 'supervisor')) return { ok: false, refusal: 'not-participant' }
  const { requesterId } = locked.state
  const row = requesterId ? await requesterOf(services.db, locked.state.institutionId, requesterId) : undefined
  if (!row || row.erased_at !== null) return { ok: false, refusal: 'no-requester' }
  const scene = await openScene(locked, services, at)
  await recordScene(scene, [{ kind: 'requester-revealed', reason: scene.texts.maybe('reason', body.reason) }], { actor: caller.personId })
  const { name, phone, organization, address, email } = row
  return { ok: true, value: { name, phone, organization, address, email }, caseId: params.caseId }
}), 'own')
