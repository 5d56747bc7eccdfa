import type { Actor } from '@daodi/domain/cases/actor.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { withFollowUps } from '@daodi/domain/cases/follow-up.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import type { Outcome } from '@daodi/domain/outcome.ts'
import type { RoleRef } from '@daodi/domain/policy/policy.ts'
import { peopleOf, surroundings, type Surroundings } from '../directory/store.ts'
import { hasRole, type Staff } from '../http/caller.ts'
import type { Db, Services } from '../http/route.ts'
import { calendarOf, policyByDigest } from '../policy/store.ts'
import { chainFacts, type Recording } from './chain-facts.ts'
import type { LockedCase } from './store.ts'
import { record, recordTogether, type Besides } from './store-record.ts'
import { newTexts, type Texts } from './texts.ts'

/** A locked case with everything an act on it is decided with. */
export interface Scene {
  state: CaseState
  head: LockedCase['head']
  rules: Rules
  texts: Texts
  services: Services
}

export async function openScene(locked: LockedCase, services: Services, at: string): Promise<Scene> {
  const policy = await policyByDigest(services.db, locked.state.policy)
  const calendar = await calendarOf(services.db, locked.state.institutionId, locked.workingTime, policy.calendar)
  // Whoever waited for the lock asked before the last act was recorded; their act still comes after it.
  const { state, head } = locked
  const { changedAt } = state
  const replyLeader = policy.replyBy === 'leader' ? await leaderToReply(services.db, state, policy.replyLeader) : undefined
  const leaderOf = policy.leaderSolves && state.obligations.some(({ kind }) => kind === 'solve') ? await leadersAround(services.db, state, policy.leaderSolves.by) : undefined
  return { state, head, services, texts: newTexts(services), rules: { policy, calendar, at: at < changedAt ? changedAt : at, newId: services.newId, ...(replyLeader ? { replyLeader } : {}), ...(leaderOf ? { leaderOf } : {}) } }
}

/** Where a regulation does not say which leader replies. */
const LEADERS: readonly RoleRef[] = [{ of: 'handler', post: 'leaderInCharge' }, { of: 'handler', post: 'head' }]

/** The unit that was asked, the one that has it and the one that is to. */
const unitsOf = ({ firstContact, handler, referral }: CaseState): string[] => [firstContact.unitId, handler.unitId, ...(referral ? [referral.toUnitId] : [])]

async function leadersAround(db: Db, state: CaseState, named: readonly RoleRef[], more: readonly string[] = []): Promise<NonNullable<Rules['leaderOf']>> {
  const around = await surroundings(db, state.institutionId, { unitIds: [...unitsOf(state), ...more], personIds: [] })
  return (unitId) => leaderIn(around, { unitId, firstContactUnitId: state.firstContact.unitId }, named)
}

/** Also of a unit that the act names and the case has not been to: whoever is accountable there can be told. */
export async function knowLeaderOf(scene: Scene, unitId: string): Promise<void> {
  const { state, rules, services } = scene
  const { leaderSolves } = rules.policy
  if (rules.leaderOf && leaderSolves) scene.rules = { ...rules, leaderOf: await leadersAround(services.db, state, leaderSolves.by, [unitId]) }
}

/** The first of those named whom somebody holds, as seen from a unit that has the case. */
export function leaderIn(around: Surroundings, { unitId, firstContactUnitId }: { unitId: string; firstContactUnitId: string }, named: readonly RoleRef[]): { personId: string; unitId: string } | undefined {
  return around.units.has(unitId) ? peopleOf(around, named, { handler: unitId, receiver: unitId, firstContact: firstContactUnitId, institution: around.rootUnitId })[0] : undefined
}

async function leaderToReply(db: Db, state: CaseState, named: readonly RoleRef[] = LEADERS): Promise<{ personId: string; unitId: string } | undefined> {
  return roleHolders(state, await surroundings(db, state.institutionId, { unitIds: unitsOf(state), personIds: [] }), named)[0]
}

/** Writes the facts that an act came to, under the name of whoever acted: a person's id, `public` or `system`. */
export async function recordScene(scene: Scene, facts: readonly CaseFact[], more: Acting & Partial<Besides>): Promise<CaseState> {
  const { recording, besides } = written(scene, facts, more)
  await record(scene.services.db, recording, besides)
  return recording.state
}

/** The same for what one person does, or what comes due, in several cases of one institution; each of them once. */
export async function recordScenes(db: Db, all: readonly { scene: Scene; facts: readonly CaseFact[] }[], acting: Acting): Promise<void> {
  await recordTogether(db, all.map(({ scene, facts }) => written(scene, facts, acting)))
}

interface Acting { actor: string; inPlaceOf?: string | null }

/** What facts come to, with what follows from them, not yet written. */
function written(scene: Scene, facts: readonly CaseFact[], { actor, inPlaceOf = null, ...more }: Acting & Partial<Besides>): { recording: Recording; besides: Besides } {
  const { state, head, services, texts, rules } = scene
  const done = inPlaceOf === null ? facts : facts.map((fact) => ({ ...fact, inPlaceOf }))
  const acting = { caseId: state.id, institutionId: state.institutionId, actor, at: rules.at, algorithm: services.ledgerAlgorithm, tells: rules.policy }
  const recording = chainFacts({ state, head }, withFollowUps(state, done, acting, rules), acting)
  return { recording, besides: { texts: texts.rows, unitSeesItsCases: rules.policy.unitSeesItsCases, ...more } }
}

export function actorOf(staff: Staff): Actor {
  return { personId: staff.personId, unitId: staff.unitId, heads: staff.heads, supervises: hasRole(staff, 'supervisor'), standsInFor: staff.standsInFor }
}

/** The directory around a case and around whoever else the act names. */
export function aroundCase(scene: Scene, more: { unitIds?: (string | null | undefined)[]; personIds?: (string | null | undefined)[] } = {}): Promise<Surroundings> {
  const { state } = scene
  const unitIds = [state.firstContact.unitId, state.handler.unitId, ...(state.referral ? [state.referral.toUnitId] : []), ...given(more.unitIds)]
  return surroundings(scene.services.db, state.institutionId, { unitIds, personIds: given(more.personIds) })
}

function given(values: (string | null | undefined)[] = []): string[] {
  return values.filter((value): value is string => value != null)
}

/** The holders of a policy's roles, relative to this case; `receiverUnitId` where somebody is meant who has not been referred to, an absent colleague. */
export function roleHolders(state: CaseState, around: Surroundings, roles: readonly RoleRef[], receiverUnitId = state.referral?.toUnitId ?? state.handler.unitId): { personId: string; unitId: string }[] {
  return peopleOf(around, roles, {
    handler: state.handler.unitId, firstContact: state.firstContact.unitId, receiver: receiverUnitId, institution: around.rootUnitId,
  })
}

export type Decided<Refusal extends string> = Outcome<CaseFact, Refusal>
