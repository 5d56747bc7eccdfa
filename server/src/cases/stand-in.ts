import type { Decide } from '@daodi/domain/cases/decide-case.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { whoIsAway } from './absence.ts'
import type { Scene } from './scene.ts'
import { findStaff } from './store-people.ts'

export interface Receiver { toUnitId: string; toPersonId: string | null; insteadOf: string | null }

/** Whoever is named, or their B post while they are away and the policy lets it stand in by itself. */
export async function receiverInPlace(scene: Pick<Scene, 'services' | 'rules'> & { state: { institutionId: string } }, named: { unitId: string; personId: string | null }): Promise<Receiver> {
  return standIn(scene.services, { institutionId: scene.state.institutionId, policy: scene.rules.policy, at: scene.rules.at }, named)
}

interface Where { institutionId: string; policy: Policy; at: string }

/** The same for a decision that hands the case on. A B post in another unit cannot take what stays within one. */
export async function decidedInPlace(services: Scene['services'], where: Where, ask: Decide): Promise<Decide> {
  if (!('toPersonId' in ask) || ask.toPersonId === null) return ask
  const receiver = await standIn(services, where, { unitId: ask.toUnitId, personId: ask.toPersonId })
  return ask.branch === 'colleague' && receiver.toUnitId !== ask.toUnitId ? ask : { ...ask, ...receiver }
}

async function standIn(
  services: Scene['services'], where: Where, { unitId, personId }: { unitId: string; personId: string | null },
): Promise<Receiver> {
  const asNamed = { toUnitId: unitId, toPersonId: personId, insteadOf: null }
  if (personId === null || where.policy.absent.deputy !== 'automatic') return asNamed
  const [away] = await whoIsAway(services.db, where.institutionId, [personId], where.at)
  if (!away?.deputyId) return asNamed
  const deputy = await findStaff(services.db, where.institutionId, away.deputyId)
  return deputy ? { toUnitId: deputy.unit_id, toPersonId: deputy.id, insteadOf: personId } : asNamed
}
