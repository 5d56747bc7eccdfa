import { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import type { Holder } from '@daodi/domain/cases/state.ts'
import { findDesk } from '../directory/store-desks.ts'
import { hasRole, type Staff } from '../http/caller.ts'
import { Refused } from '../http/refused.ts'
import { route, type Services } from '../http/route.ts'
import { register } from './register.ts'
import { actorOf } from './scene.ts'
import { standing, standingOf, type HolderName } from './store-read.ts'
import { findStaff, peopleAsked } from './store-people.ts'
import type { RegisterScene } from './store-register.ts'

export const registerCaseRoute = route(registerCase, async ({ body, caller, at }, services) => {
  const { firstContactId, askedTogether = [], deskId, ...input } = body
  const named = await namedPeople(services, caller, { firstContactId, askedTogether })
  if (!named) return { ok: false, refusal: 'no-such-first-contact' }
  const { firstContact, together } = named
  // Supervisors answer for no case: they write down for somebody else what they found.
  if (firstContact === null && hasRole(caller, 'supervisor')) throw new Refused('not-allowed')
  const desk = deskId === undefined ? undefined : await findDesk(services.db, caller.institutionId, deskId)
  if (desk === null) return { ok: false, refusal: 'no-such-desk' }
  const asked: Holder = firstContact ?? { personId: caller.personId, unitId: caller.unitId }
  const registered = await register(services, { ...input, institutionId: caller.institutionId, origin: 'staff' }, { asked, by: actorOf(caller), firstContact: firstContact ?? together?.highest ?? null, others: together?.others ?? [], desk }, at)
  if (!registered.ok) return registered
  const { state, scene, trackingCode } = registered
  const known = scene.around.people.has(state.firstContact.personId) && scene.around.people.has(state.handler.personId)
  const shown = known ? standing(state, { holder: holderIn(scene) }) : await standingOf(services.db, state)
  return { ok: true, caseId: state.id, value: { ...shown, trackingCode } }
})

interface Named { firstContact: Holder | null; together: { highest: Holder; others: Holder[] } | null }

/** Somebody else who was asked first, and those asked together with the caller; null where one of them does not work here. */
async function namedPeople({ db }: Services, caller: Staff, { firstContactId, askedTogether }: { firstContactId: string | undefined; askedTogether: readonly string[] }): Promise<Named | null> {
  const other = firstContactId === undefined || firstContactId === caller.personId ? null : await findStaff(db, caller.institutionId, firstContactId)
  const together = askedTogether.length === 0 ? null : await peopleAsked(db, caller.institutionId, [caller.personId, ...askedTogether])
  if (other === undefined || (askedTogether.length > 0 && together === null)) return null
  return { firstContact: other && { personId: other.id, unitId: other.unit_id }, together }
}

/** Names out of what registration has read already: the first contact and whoever is named in the decision are in it. */
function holderIn(scene: RegisterScene): (holder: Holder) => HolderName {
  return ({ personId, unitId }) => {
    const person = scene.around.people.get(personId)
    const unit = scene.around.units.get(unitId)
    return { personId, personName: person?.name ?? '', unitId, unitName: unit?.name ?? '', phone: person?.phone ?? unit?.phone ?? null, room: person?.room ?? unit?.room ?? null }
  }
}
