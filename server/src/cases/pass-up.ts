import { passUp } from '@daodi/contract/staff/cases/pass-up.ts'
import { passUp as up } from '@daodi/domain/cases/pass-up.ts'
import type { Actor } from '@daodi/domain/cases/actor.ts'
import { LEADERS } from '@daodi/domain/policy/policy.ts'
import type { Surroundings } from '../directory/store.ts'
import { actRoute } from './act-route.ts'
import { targetsOf, type Target } from './arbiters.ts'
import { aroundCase, roleHolders, type Scene } from './scene.ts'

export const passUpRoute = actRoute(passUp, async (scene, by, { body }) => {
  const questionId = body.questionId ?? null
  const above = leadersAbove(scene, await aroundCase(scene, { unitIds: [scene.state.ruling?.absent?.unitId] }), { by, questionId })
  const to = body.level === undefined ? above[0] : above.find(({ level }) => level === body.level)
  return up(scene.state, by, {
    questionId, opinion: scene.texts.add('opinion', body.opinion), to: to ?? null, skips: to !== undefined && to !== above[0], skipped: scene.texts.maybe('reason', body.skipReason),
  }, scene.rules)
})

/** The leaders above whoever was asked, level by level; for a ruling those whom the policy names for it. */
export function leadersAbove(scene: Scene, around: Surroundings, { by, questionId }: { by: Pick<Actor, 'personId'>; questionId: string | null }): Target[] {
  const { state, rules: { policy } } = scene
  const { ruling } = state
  const find = (roles: Parameters<typeof roleHolders>[2]) => roleHolders(state, around, roles, questionId === null ? ruling?.absent?.unitId : undefined)
  const targets = targetsOf(questionId !== null ? policy.leaders ?? LEADERS : ruling?.cause === 'absent' ? policy.absent.report : policy.unclear, find)
  const asked = questionId === null ? ruling?.level : state.consultations.find(({ id }) => id === questionId)?.level
  const from = asked ?? levelOf(targets, by.personId)
  return targets.filter(({ level }) => level > from).map((one) => ({ ...one, holders: one.holders.filter(({ personId }) => personId !== by.personId) })).filter(({ holders }) => holders.length > 0)
}

/** Where somebody stands among the leaders themselves; -1 where they do not. */
export function levelOf(targets: readonly Target[], personId: string): number {
  return Math.max(-1, ...targets.filter(({ holders }) => holders.some((one) => one.personId === personId)).map(({ level }) => level))
}
