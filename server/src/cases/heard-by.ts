import type { Holder } from '@daodi/domain/cases/state.ts'
import { LAST_RESORT } from '@daodi/domain/obligations/climb.ts'
import { APPEALS_TO } from '@daodi/domain/policy/policy.ts'
import { aroundCase, roleHolders, type Scene } from './scene.ts'

/** Those the policy names; where they are the handler alone, or nobody, whoever stands in for everything. */
export async function heardBy(scene: Scene, of: 'undone' | 'support' | 'appeal'): Promise<Holder[]> {
  const around = await aroundCase(scene)
  const without = (holders: Holder[]): Holder[] => holders.filter(({ personId }) => personId !== scene.state.handler.personId)
  const named = without(roleHolders(scene.state, around, scene.rules.policy.help[of] ?? APPEALS_TO))
  return named.length > 0 ? named : without(roleHolders(scene.state, around, LAST_RESORT))
}
