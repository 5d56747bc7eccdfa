import type { z } from 'zod'
import { comparePolicyVersions, getPolicyVersion, listPolicyVersions } from '@daodi/contract/staff/policy/policy.ts'
import { diffPolicies } from '@daodi/domain/policy/diff-policies.ts'
import { cursorOf, readCursor } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { changeViews } from './check-draft.ts'
import { yamlText } from './read-yaml.ts'
import { unitOf } from './store-editor.ts'
import { versionOf, versionsOf, versionView } from './store-versions.ts'

const PAGE = 50

/** Like the regulation itself, its history is no secret inside the institution. */
export const listPolicyVersionsRoute = route(listPolicyVersions, async ({ params: { unitId }, query, caller }, { db }) => {
  const { institutionId } = caller
  if (!await unitOf(db, institutionId, unitId)) return { ok: false, refusal: 'no-such-unit' }
  const limit = query.limit ?? PAGE
  const cursor = readCursor(query.after, [/^\d{1,9}$/])?.[0]
  const rows = await versionsOf(db, { institutionId, unitId }, { before: cursor === undefined ? null : Number(cursor), limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return answer({ rows: shown.map(versionView), next: rows.length > limit && last ? cursorOf([String(last.version)]) : null })
})

export const getPolicyVersionRoute = route(getPolicyVersion, async ({ params: { unitId, version }, caller }, { db }) => {
  const { institutionId } = caller
  if (!await unitOf(db, institutionId, unitId)) return { ok: false, refusal: 'no-such-unit' }
  const row = await versionOf(db, { institutionId, unitId }, version)
  if (!row) return { ok: false, refusal: 'no-such-version' }
  return answer({ ...versionView(row), settings: row.document as z.input<typeof getPolicyVersion.reply>['settings'], text: yamlText(row.document) })
})

export const comparePolicyVersionsRoute = route(comparePolicyVersions, async ({ params: { unitId }, query, caller }, { db }) => {
  const { institutionId } = caller
  if (!await unitOf(db, institutionId, unitId)) return { ok: false, refusal: 'no-such-unit' }
  const from = await versionOf(db, { institutionId, unitId }, query.from)
  const to = await versionOf(db, { institutionId, unitId }, query.to)
  if (!from || !to) return { ok: false, refusal: 'no-such-version' }
  return answer({ from: versionView(from), to: versionView(to), changes: changeViews(diffPolicies(from.document, to.document)) })
})
