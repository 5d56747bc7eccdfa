import type { Services } from '../http/route.ts'
import type { Holder } from '@daodi/domain/cases/state.ts'
import type { RoleRef } from '@daodi/domain/policy/policy.ts'
import { aroundCase, LAST_RESORT, openScene, recordScene, roleHolders } from './scene.ts'
import { lockAnyCase } from './store.ts'

/** Opens a case for the obligations engine, which knows nothing of how cases are kept. */
export const caseKeeper = {
  async lock(services: Services, found: { institutionId: string; caseId: string }) {
    const locked = await lockAnyCase(services.db, found.institutionId, found.caseId)
    if (!locked) return null
    const scene = await openScene(locked, services, services.clock())
    const around = await aroundCase(scene, { unitIds: [scene.state.ruling?.absent?.unitId] })
    return {
      state: scene.state, rules: scene.rules,
      finders: {
        people: (roles: RoleRef[]) => {
          const named = roleHolders(scene.state, around, roles)
          return (named.length > 0 ? named : roleHolders(scene.state, around, LAST_RESORT).slice(0, 1)).map((holder) => holder.personId)
        },
        holders: (roles: RoleRef[], absent: Holder | null) => roleHolders(scene.state, around, roles, absent?.unitId),
      },
      record: async (facts: Parameters<typeof recordScene>[1]) => { await recordScene(scene, facts, { actor: 'system' }) },
    }
  },
}
