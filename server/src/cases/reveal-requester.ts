import { revealRequester } from '@daodi/contract/staff/cases/reveal-requester.ts'
import { takesPart } from '@daodi/domain/cases/actor.ts'
import type { RevealRefusal } from '@daodi/domain/cases/reveal-requester.ts'
import { capacities } from '@daodi/domain/cases/standing-in.ts'
import { transaction } from '../database/transaction.ts'
import { hasRole, type Staff } from '../http/caller.ts'
import { route, type Services } from '../http/route.ts'
import { actorOf, openScene, recordScene } from './scene.ts'
import { requesterOf } from './store-read.ts'
import { lockCase } from './store.ts'

/**
 * Full contact data of the person. Whoever looks leaves an entry in the ledger. In a transaction of its own, because an
 * answer kept for a repeated request would hold the contacts a second time and show them again without an entry.
 */
export const revealRequesterRoute = route(revealRequester, ({ params, body, caller, at }, outside) => transaction(outside.db, async (db) => {
  const revealed = await reveal({ ...outside, db }, caller, { caseId: params.caseId, reason: body.reason, at })
  return revealed.ok ? { ...revealed, caseId: params.caseId } : revealed
}), 'own')

export interface Contacts { name: string | null; phone: string | null; organization: string | null; address: string | null; email: string | null }
type Revealed = { ok: true; value: Contacts } | { ok: false; refusal: RevealRefusal | 'no-such-case' }

/** Looks the contacts up and writes down who looked, and on which printed form if on one. Needs a transaction. */
export async function reveal(services: Services, staff: Staff, asked: { caseId: string; reason?: string | undefined; form?: string; at: string }): Promise<Revealed> {
  const locked = await lockCase(services.db, staff, asked.caseId)
  if (!locked) return { ok: false, refusal: 'no-such-case' }
  const capacity = capacities(actorOf(staff), locked.state).find(({ by }) => takesPart(by, locked.state))
  if (!capacity && !hasRole(staff, 'supervisor')) return { ok: false, refusal: 'not-participant' }
  const { requesterId } = locked.state
  const row = requesterId ? await requesterOf(services.db, locked.state.institutionId, requesterId) : undefined
  if (!row || row.erased_at !== null) return { ok: false, refusal: 'no-requester' }
  const scene = await openScene(locked, services, asked.at)
  const on = asked.form === undefined ? {} : { form: asked.form }
  await recordScene(scene, [{ kind: 'requester-revealed', reason: scene.texts.maybe('reason', asked.reason), ...on }], { actor: staff.personId, inPlaceOf: capacity?.inPlaceOf ?? null })
  const { name, phone, organization, address, email } = row
  return { ok: true, value: { name, phone, organization, address, email } }
}
