import { correctCase } from '@daodi/contract/staff/cases/correct-case.ts'
import { correctCase as correct, type CorrectAsk } from '@daodi/domain/cases/correct-case.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { Actor } from '@daodi/domain/cases/actor.ts'
import { learnAgainFrom } from '../finding/store-learn.ts'
import { matterToday } from '../matters/store-matters.ts'
import { actRoute } from './act-route.ts'
import { callForHelp } from './call-for-help.ts'
import { utc } from './decision-ask.ts'
import { newPerson } from './register.ts'
import type { Scene } from './scene.ts'
import { PRIORITY_BETWEEN } from './texts.ts'
import { requesterOf, type RequesterRow } from './store-read.ts'
import { requesterRenewal } from './store-register.ts'
import { renewSearch } from './store-search.ts'
import { bodyOf } from './store-texts.ts'

const REQUESTER_COLUMNS = { requesterName: 'name', requesterPhone: 'phone', requesterEmail: 'email', requesterOrganization: 'organization', requesterAddress: 'address' } as const

export const correctCaseRoute = actRoute(correctCase, async (scene, by, { body }) => {
  const reason = scene.texts.add('reason', body.reason)
  const { field, value } = body
  if (field === 'priority') return correctPriority(scene, by, { value, reason })
  if (field === 'matter') return correctMatter(scene, by, { value, reason })
  const code = isCode(field) ? codeOf(scene.state, field) : null
  if (isCode(field)) {
    const after = field === 'occurredAt' ? utc(value) : value
    return correct(scene.state, by, { field, before: code, after, same: code === after, reason }, scene.rules)
  }
  if (field === 'subject' || field === 'content' || field === 'place' || field === 'involvedNames') {
    const before = scene.state[field] ?? null
    const old = before ? await bodyOf(scene.services.db, scene.state.institutionId, before.id) : null
    return correct(scene.state, by, { field, before, after: scene.texts.add(field, value), same: old === value, reason }, scene.rules)
  }
  if (scene.state.requesterId === null) return recordRequester(scene, by, { field, value, reason })
  const outcome = correct(scene.state, by, await requesterAsk(scene, { field, value, reason }), scene.rules)
  if (outcome.ok && scene.state.requesterId) await renew(scene, scene.state.requesterId, { field, value })
  return outcome
})

/** What stands in the facts itself, because it says nothing of anybody. */
const CODES = ['category', 'channel', 'urgency', 'occurredAt', 'involvedCount'] as const
type Code = (typeof CODES)[number]

function isCode(field: CorrectAsk['field']): field is Code {
  return CODES.some((code) => code === field)
}

function codeOf(state: CaseState, field: Code): string | null {
  if (field === 'occurredAt') return state.occurredAt ?? state.registeredAt
  return field === 'involvedCount' ? state.involvedCount?.toString() ?? null : state[field]
}

async function correctMatter(scene: Scene, by: Actor, { value, reason }: { value: string; reason: CorrectAsk['reason'] }) {
  const { state, services, rules } = scene
  const terms = state.matterId === value ? null : await matterTerms(scene, value)
  const outcome = correct(state, by, { field: 'matter', before: state.matterId, after: value, same: state.matterId === value, reason, ...(terms ? { matter: terms } : {}) }, rules)
  if (outcome.ok && state.endedAt !== null) await learnAgainFrom(services.db, state.institutionId, state.endedAt)
  return outcome
}

/** Somebody who turns out to be one to be seen to first waits from now on: the helpers are rung for as at registration, once. */
async function correctPriority(scene: Scene, by: Actor, { value, reason }: { value: readonly string[]; reason: CorrectAsk['reason'] }) {
  const outcome = correct(scene.state, by, await priorityAsk(scene, value, reason), scene.rules)
  if (outcome.ok && scene.state.priority === undefined && value.length > 0) await callForHelp(scene.services, scene.state, scene.rules)
  return outcome
}

async function priorityAsk({ state, services, texts }: Scene, kinds: readonly string[], reason: CorrectAsk['reason']): Promise<CorrectAsk> {
  const before = state.priority ?? null
  const [old, value] = [before && await bodyOf(services.db, state.institutionId, before.id), kinds.join(PRIORITY_BETWEEN)]
  return { field: 'priority', before, after: value === '' ? '' : texts.add('priority', value), same: (old ?? '') === value && (before === null) === (value === ''), kinds, reason }
}

/** What the directory says of the matter today, and under which edition. */
async function matterTerms({ services: { db }, state, rules }: Scene, matterId: string): Promise<CorrectAsk['matter'] | null> {
  const found = await matterToday(db, state.institutionId, { matterId, at: rules.at })
  return found && { days: found.working_days || null, ...(found.promised ? { limit: found.promised } : {}), edition: found.edition, cites: found.citation_required, inForce: found.in_force }
}

type Told = { field: keyof typeof REQUESTER_COLUMNS; value: string; reason: CorrectAsk['reason'] }

/** Nobody was recorded as asking: what is told of them now begins their record. */
async function recordRequester({ state, services, rules, texts }: Scene, by: Actor, { field, value, reason }: Told) {
  const { id, row } = newPerson({ institutionId: state.institutionId, told: { [REQUESTER_COLUMNS[field]]: value }, at: rules.at }, services)
  const outcome = correct(state, by, { field, before: null, after: texts.add('requester', value), same: false, newRequester: id, reason }, rules)
  if (outcome.ok) await row.execute(services.db)
  return outcome
}

/** The person's data live in their own row; the ledger keeps digests of the old and the new value, which are erasable like all words. */
async function requesterAsk(scene: Scene, { field, value, reason }: Told): Promise<CorrectAsk> {
  const found: RequesterRow | undefined = scene.state.requesterId ? await requesterOf(scene.services.db, scene.state.institutionId, scene.state.requesterId) : undefined
  const row = found?.erased_at === null ? found : undefined
  const old = row?.[REQUESTER_COLUMNS[field]] ?? null
  const before = old === null ? null : scene.texts.add('requester', old)
  return { field, before, after: scene.texts.add('requester', value), same: old === value, nobody: !row, reason }
}

async function renew(scene: Scene, requesterId: string, { field, value }: { field: keyof typeof REQUESTER_COLUMNS; value: string }): Promise<void> {
  const digits = field === 'requesterPhone' ? { phone_digits: value.replace(/\D/g, '') } : {}
  const { services: { db }, state: { id, institutionId } } = scene
  const renewal = requesterRenewal(db, institutionId, requesterId, { [REQUESTER_COLUMNS[field]]: value, ...digits })
  await renewSearch(db, { institutionId, requesterId, exceptCaseId: id }, renewal)
}
