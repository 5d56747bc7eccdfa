import type { RulingAsk } from '@daodi/domain/cases/ask-for-ruling.ts'
import type { Holder } from '@daodi/domain/cases/state.ts'
import type { RoleRef } from '@daodi/domain/policy/policy.ts'

export interface Target { level: number; post: string; holders: Holder[] }

/** The policy's targets that somebody holds, in order. */
export function targetsOf(roles: readonly RoleRef[], find: (roles: RoleRef[]) => Holder[]): Target[] {
  return roles.map((role, level) => ({ level, post: role.post, holders: find([role]) })).filter(({ holders }) => holders.length > 0)
}

/** Whom to ask: the first target, or the one chosen, for which every target passed over needs a reason. */
export function rulingTarget(targets: readonly Target[], chosen: number | undefined): Required<Pick<RulingAsk, 'arbiters' | 'arbiterUnitId' | 'level' | 'skips'>> {
  const [first] = targets
  const target = chosen === undefined ? first : targets.find(({ level }) => level === chosen)
  if (!first || !target) return { arbiters: [], arbiterUnitId: '', level: 0, skips: false }
  return { arbiters: target.holders.map(({ personId }) => personId), arbiterUnitId: target.holders[0]?.unitId ?? '', level: target.level, skips: target.level > first.level }
}
