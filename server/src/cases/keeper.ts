import { dueStepsOf } from '@daodi/domain/cases/advance-obligation.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { Holder } from '@daodi/domain/cases/state.ts'
import { peopleTold, type Meant } from '@daodi/domain/obligations/climb.ts'
import type { RoleRef } from '@daodi/domain/policy/policy.ts'
import { surroundings, type Surroundings } from '../directory/store.ts'
import type { Services } from '../http/route.ts'
import { onDutyNow, type OnDuty } from '../roster/store-duty.ts'
import { openScene, recordScene, recordScenes, roleHolders, type Scene } from './scene.ts'
import { lockAnyCase, lockAnyCases, type CasePlace } from './store.ts'

/** The directory and the roster as far as the steps that are due need them; nothing where none of them tells or asks anybody new. */
interface Around { directory: Surroundings; onDuty: readonly OnDuty[] }
const NOWHERE: Around = { directory: { units: new Map(), people: new Map(), posts: [], staffed: new Set(), rootUnitId: '' }, onDuty: [] }

/** Opens cases for the obligations engine, which knows nothing of how cases are kept. */
export const caseKeeper = {
  async lock(services: Services, found: CasePlace) {
    const locked = await lockAnyCase(services.db, found.institutionId, found.caseId)
    if (!locked) return null
    const scene = await openScene(locked, services, services.clock())
    return {
      ...opened(scene, await aroundThese(services, [scene])),
      record: async (facts: readonly CaseFact[]) => { await recordScene(scene, facts, { actor: 'system' }) },
    }
  },

  /** In a handful of statements, however many they are. */
  async lockTogether(services: Services, found: readonly CasePlace[], waits: boolean) {
    const scenes: Scene[] = []
    for (const one of await lockAnyCases(services.db, found, waits)) scenes.push(await openScene(one, services, services.clock()))
    const byInstitution = new Map<string, Scene[]>()
    for (const scene of scenes) byInstitution.set(scene.state.institutionId, [...byInstitution.get(scene.state.institutionId) ?? [], scene])
    const around = new Map<string, Around>()
    for (const [institutionId, theirs] of byInstitution) around.set(institutionId, await aroundThese(services, theirs))
    return {
      cases: scenes.map((scene) => opened(scene, around.get(scene.state.institutionId) ?? NOWHERE)),
      record: async (facts: ReadonlyMap<string, readonly CaseFact[]>) => {
        for (const theirs of byInstitution.values()) {
          await recordScenes(services.db, theirs.flatMap((scene) => { const own = facts.get(scene.state.id); return own ? [{ scene, facts: own }] : [] }), { actor: 'system' })
        }
      },
    }
  },
}

async function aroundThese({ db, clock }: Services, scenes: readonly Scene[]): Promise<Around> {
  const telling = scenes.filter(({ state, rules }) => dueStepsOf(state, rules.at).some(({ duty, step }) => step.kind === 'rung' || (duty === 'rule' && step.kind === 'late')))
  const [first] = telling
  if (!first) return NOWHERE
  const { institutionId } = first.state
  const unitIds = telling.flatMap(({ state }) => [state.firstContact.unitId, state.handler.unitId, state.referral?.toUnitId ?? null, state.ruling?.absent?.unitId ?? null]).filter((id) => id !== null)
  return { directory: await surroundings(db, institutionId, { unitIds: [...new Set(unitIds)], personIds: [] }), onDuty: await onDutyNow(db, institutionId, clock()) }
}

function opened({ state, rules }: Scene, { directory, onDuty }: Around) {
  const holders = (roles: readonly RoleRef[], unitId?: string) => roleHolders(state, directory, roles, unitId)
  const unitOf = { handler: state.handler.unitId, firstContact: state.firstContact.unitId, receiver: state.referral?.toUnitId ?? state.handler.unitId }
  const pathOf = (of: RoleRef['of']) => (of === 'institution' ? null : directory.units.get(unitOf[of])?.path ?? [])
  return {
    state, rules,
    finders: {
      people: (meant: Meant) => peopleTold(meant, { holders, onDuty, pathOf }),
      holders: (roles: RoleRef[], absent: Holder | null) => holders(roles, absent?.unitId),
    },
  }
}
