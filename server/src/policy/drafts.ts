import { discardPolicyDraft, savePolicyDraft } from '@daodi/contract/staff/policy/policy.ts'
import { answer, route } from '../http/route.ts'
import { administeredUnit, draftDropped, saveDraft } from './store-editor.ts'

/** Half a thought may be kept: a draft is not checked until it is to be published. */
export const savePolicyDraftRoute = route(savePolicyDraft, async ({ params: { unitId }, body, caller, at }, { db }) => {
  if (!await administeredUnit(db, caller, unitId)) return { ok: false, refusal: 'no-such-unit' }
  await saveDraft(db, { institutionId: caller.institutionId, unitId, personId: caller.personId }, { settings: body.settings, basedOn: body.basedOn, at })
  return answer({ savedAt: at })
})

export const discardPolicyDraftRoute = route(discardPolicyDraft, async ({ params: { unitId }, caller }, { db }) => {
  if (!await administeredUnit(db, caller, unitId)) return { ok: false, refusal: 'no-such-unit' }
  await draftDropped(db, { institutionId: caller.institutionId, unitId, personId: caller.personId }).execute()
  return answer(undefined)
})
