import { correctCase } from '@daodi/contract/staff/cases/correct-case.ts'
import { correctCase as correct, type CorrectAsk } from '@daodi/domain/cases/correct-case.ts'
import { actRoute } from './act-route.ts'
import type { Scene } from './scene.ts'
import { requesterOf, type RequesterRow } from './store-read.ts'
import { requesterRenewal } from './store-register.ts'
import { renewSearch } from './store-search.ts'
import { bodyOf } from './store-texts.ts'

const REQUESTER_COLUMNS = { requesterName: 'name', requesterPhone: 'phone', requesterEmail: 'email', requesterOrganization: 'organization', requesterAddress: 'address' } as const

export const correctCaseRoute = actRoute(correctCase, async (scene, by, { body }) => {
  const reason = scene.texts.add('reason', body.reason)
  const { field, value } = body
  if (field === 'category' || field === 'channel' || field === 'urgency') {
    const before = scene.state[field]
    return correct(scene.state, by, { field, before, after: value, same: before === value, reason }, scene.rules)
  }
  if (field === 'subject' || field === 'content') {
    const before = scene.state[field]
    const old = before ? await bodyOf(scene.services.db, scene.state.institutionId, before.id) : null
    return correct(scene.state, by, { field, before, after: scene.texts.add(field, value), same: old === value, reason }, scene.rules)
  }
  const outcome = correct(scene.state, by, await requesterAsk(scene, { field, value, reason }), scene.rules)
  if (outcome.ok && scene.state.requesterId) await renew(scene, scene.state.requesterId, { field, value })
  return outcome
})

/** The person's data live in their own row; the ledger keeps digests of the old and the new value, which are erasable like all words. */
async function requesterAsk(scene: Scene, { field, value, reason }: { field: keyof typeof REQUESTER_COLUMNS; value: string; reason: CorrectAsk['reason'] }): Promise<CorrectAsk> {
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
