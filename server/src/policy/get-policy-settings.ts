import { z } from 'zod'
import { getPolicySettings } from '@daodi/contract/staff/policy/policy.ts'
import { answer, route } from '../http/route.ts'
import { PolicyDocument } from './schema.ts'
import { resolveAlong } from './store.ts'
import { administeredUnit, draftOf, regulation } from './store-editor.ts'

type Reply = z.input<typeof getPolicySettings.reply>
type Settings = Reply['own']

/** Forms are drawn from this, so a setting that the schema learns has its place in the editor at once. */
/** Every setting there is, as JSON Schema: the page's form is drawn from it. */
export const SETTINGS_SCHEMA = z.toJSONSchema(PolicyDocument, { io: 'input', unrepresentable: 'any' }) as Settings

export const getPolicySettingsRoute = route(getPolicySettings, async ({ params: { unitId }, caller }, { db }) => {
  const { institutionId, personId } = caller
  const unit = await administeredUnit(db, caller, unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  const { tree, laidDown: { settings, versions } } = await regulation(db, institutionId)
  const draft = await draftOf(db, { institutionId, unitId, personId })
  const isRoot = unit.parent_id === null
  return answer({
    unit: { id: unit.id, name: unit.name, isRoot }, own: (settings.get(unitId) ?? {}) as unknown as Settings, version: versions.get(unitId) ?? 0,
    inherited: isRoot ? null : resolveAlong(unit.path.slice(0, -1), settings) as unknown as Settings, schema: SETTINGS_SCHEMA,
    draft: draft && { settings: draft.document as Settings, basedOn: draft.based_on, savedAt: draft.saved_at },
    posts: [...new Set(tree.flatMap((one) => [...one.posts, ...one.shiftPosts]))].toSorted(),
  })
})
