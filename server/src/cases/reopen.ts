import type { Actor } from '@daodi/domain/cases/actor.ts'
import { appeal, goesToLeader, type AppealRefusal } from '@daodi/domain/cases/appeal.ts'
import { reopenCase, type ReopenRefusal } from '@daodi/domain/cases/close-case.ts'
import { evolve } from '@daodi/domain/cases/evolve.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { CaseState, Holder, TextRef } from '@daodi/domain/cases/state.ts'
import { succeed } from '@daodi/domain/cases/succeed.ts'
import type { RoleRef } from '@daodi/domain/policy/policy.ts'
import { LAST_RESORT } from '@daodi/domain/obligations/climb.ts'
import { heardBy } from './heard-by.ts'
import { aroundCase, roleHolders, type Decided, type Scene } from './scene.ts'

/**
 * Reopens the case and, in the same act, puts a successor in the place of a handler or first contact who has left since:
 * people may leave once all their cases are closed, but no open case may belong to somebody who does not work here.
 * Beyond the policy's number a leader is asked to decide. `by` null: the person said "not solved".
 */
export async function reopen(scene: Scene, by: Actor | null, reason: TextRef): Promise<Decided<ReopenRefusal | AppealRefusal>> {
  const { state, rules } = scene
  const reopened = reopenCase(state, by, reason, rules)
  if (!reopened.ok && reopened.refusal === 'too-many-reopenings') return appeal(state, by, { text: reason, to: goesToLeader(state, rules.policy) ? await heardBy(scene, 'appeal') : [] }, rules)
  return reopened.ok ? { ok: true, facts: [...reopened.facts, ...await successions(scene, reopened.facts, by)] } : reopened
}

async function successions(scene: Scene, reopened: readonly CaseFact[], by: Actor | null): Promise<CaseFact[]> {
  const { handler, firstContact } = scene.state
  const around = await aroundCase(scene, { personIds: [handler.personId, firstContact.personId] })
  let state = playedOn(scene, scene.state, { facts: reopened, by })
  const facts: CaseFact[] = []
  for (const [of, from] of [['handler', handler], ['firstContact', firstContact]] as const) {
    // Whoever was both has been succeeded in both by the first of the two.
    const stillHolds = state.handler.personId === from.personId || state.firstContact.personId === from.personId
    if (around.people.has(from.personId) || !stillHolds) continue
    const follows = succeed(state, { from, to: successor(of) }, scene.rules)
    if (!follows.ok) throw new Error(`no succession in a case just reopened: ${follows.refusal}`)
    facts.push(...follows.facts)
    state = playedOn(scene, state, { facts: follows.facts, by })
  }
  return facts

  function successor(of: RoleRef['of']): Holder {
    const [found] = roleHolders(scene.state, around, [{ of, post: 'head' }, ...LAST_RESORT])
    if (found) return found
    if (by) return { personId: by.personId, unitId: by.unitId }
    throw new Error('nobody in the institution holds any post, so nobody can take over from those who have left')
  }
}

function playedOn({ rules }: Scene, state: CaseState, { facts, by }: { facts: readonly CaseFact[]; by: Actor | null }): CaseState {
  const happening = { caseId: state.id, institutionId: state.institutionId, at: rules.at, actor: by?.personId ?? 'public' }
  return facts.reduce<CaseState>((before, fact) => evolve(before, fact, happening), state)
}
