import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Category, ObligationKind, Urgency } from '../../shared/codes.ts'
import { NoBody, NoQuery, NoReply, pageOf, pageQuery } from '../../shared/page.ts'
import { pasted, prose, Settings } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'

const OfUnit = z.strictObject({ unitId: z.uuid() })
/** Versions are numbered from 1; a draft begun before there was any is based on 0. */
export const VersionNumber = z.int().min(1).max(1_000_000)
const AskedVersion = z.coerce.number().pipe(VersionNumber)
export const BasedOn = z.int().min(0).max(1_000_000)
export const OfVersion = z.strictObject({ unitId: z.uuid(), version: AskedVersion })
const UNKNOWN = { 'no-such-unit': 404 } as const
const Bilingual = z.object({ zh: z.string(), en: z.string() })
export const VersionNote = prose(500)

/**
 * One thing that is wrong, or worth knowing: where, what, and the way out. `line` is that of the text, when a text was given;
 * `alsoAt` are the other places with the very same fault.
 */
export const SettingsProblem = z.object({ path: z.string(), line: z.int().nullable(), alsoAt: z.array(z.object({ path: z.string(), line: z.int().nullable() })).optional(), message: Bilingual, remedy: Bilingual })

export const VersionView = z.object({
  unitId: z.uuid(), unitName: z.string(), version: z.int(), publishedAt: z.string(), byName: z.string().nullable(),
  note: z.string().nullable(),
  /** The earlier version that was published anew. */
  restores: z.int().nullable(),
})

const SettingChange = z.object({ path: z.string(), kind: z.enum(['added', 'removed', 'changed']), before: z.json(), after: z.json() })

export const getUnitPolicy = operation({
  id: 'getUnitPolicy', method: 'GET', path: '/api/staff/units/:unitId/policy', gate: 'signedIn', summary: '某科室现行的制度设定（继承后的结果）',
  params: OfUnit, query: NoQuery, body: NoBody, status: 200, refusals: UNKNOWN,
  reply: z.object({ digest: z.string(), versions: z.array(VersionView), policy: Settings }),
})

export const getPolicySettings = operation({
  id: 'getPolicySettings', method: 'GET', path: '/api/staff/units/:unitId/policy/settings', gate: 'administrator', summary: '编辑制度：本级设定、继承的设定、草稿',
  params: OfUnit, query: NoQuery, body: NoBody, status: 200, refusals: UNKNOWN,
  reply: z.object({
    unit: z.object({ id: z.uuid(), name: z.string(), isRoot: z.boolean() }),
    /** What this unit lays down itself, in its newest version; 0 when there is none. */
    own: Settings, version: z.int(),
    /** What it would have without settings of its own; null for the root. */
    inherited: Settings.nullable(),
    /** Every setting there is, as JSON Schema: forms are drawn from it, so that no setting can be missed. */
    schema: Settings,
    draft: z.object({ settings: Settings, basedOn: z.int(), savedAt: Instant }).nullable(),
    /** Posts that somebody holds, for the roles of ladders. */
    posts: z.array(z.string()),
  }),
})

/** Either the settings themselves or their YAML text. */
const Draft = z.strictObject({ settings: Settings.optional(), text: pasted(200_000).optional() })

export const checkPolicyDraft = operation({
  id: 'checkPolicyDraft', method: 'POST', path: '/api/staff/units/:unitId/policy/check', gate: 'administrator', summary: '检查制度草稿：问题与改法、与现行制度的差别；不保存', keepsNoAnswer: true,
  params: OfUnit, query: NoQuery, body: Draft, status: 200, refusals: UNKNOWN,
  reply: z.object({
    /** As read; null when the text cannot be read at all. */
    /** As they were read, faults and all. */
    settings: z.record(z.string(), z.json()).nullable(), text: z.string(), problems: z.array(SettingsProblem), warnings: z.array(SettingsProblem),
    /** Against what is in force in the unit now. */
    changes: z.array(SettingChange), unitsChanged: z.int(),
  }),
})

export const savePolicyDraft = operation({
  id: 'savePolicyDraft', method: 'POST', path: '/api/staff/units/:unitId/policy/draft', gate: 'administrator', summary: '保存自己的制度草稿',
  params: OfUnit, query: NoQuery, body: z.strictObject({ settings: Settings, basedOn: BasedOn }), reply: z.object({ savedAt: Instant }), status: 200, refusals: UNKNOWN,
})
export const discardPolicyDraft = operation({
  id: 'discardPolicyDraft', method: 'DELETE', path: '/api/staff/units/:unitId/policy/draft', gate: 'administrator', summary: '丢弃自己的制度草稿',
  params: OfUnit, query: NoQuery, body: NoBody, reply: NoReply, status: 204, refusals: UNKNOWN,
})

export const publishPolicy = operation({
  id: 'publishPolicy', method: 'POST', path: '/api/staff/units/:unitId/policy/versions', gate: 'administrator', summary: '发布制度的新版本；在办的件仍按登记时的版本',
  params: OfUnit, query: NoQuery, status: 201, refusals: { ...UNKNOWN, 'policy-has-problems': 422, 'policy-changed': 409, 'no-such-version': 422, 'not-that-version': 422 },
  body: z.strictObject({
    settings: Settings, note: VersionNote.optional(),
    /** The version that was edited; refused when another has been published since. */
    basedOn: BasedOn.optional(), restores: VersionNumber.optional(),
  }),
  reply: z.object({ version: z.int(), digest: z.string(), unitsChanged: z.int() }),
})
export const listPolicyVersions = operation({
  id: 'listPolicyVersions', method: 'GET', path: '/api/staff/units/:unitId/policy/versions', gate: 'signedIn', summary: '某科室制度的历次版本，新的在前',
  params: OfUnit, query: z.strictObject(pageQuery), body: NoBody, reply: pageOf(VersionView), status: 200, refusals: UNKNOWN,
})
export const getPolicyVersion = operation({
  id: 'getPolicyVersion', method: 'GET', path: '/api/staff/units/:unitId/policy/versions/:version', gate: 'signedIn', summary: '某一版本的本级设定',
  params: OfVersion, query: NoQuery, body: NoBody, reply: VersionView.extend({ settings: Settings, text: z.string() }), status: 200, refusals: { ...UNKNOWN, 'no-such-version': 404 },
})
export const comparePolicyVersions = operation({
  id: 'comparePolicyVersions', method: 'GET', path: '/api/staff/units/:unitId/policy/comparison', gate: 'signedIn', summary: '比较同一科室的两个版本，逐项列出差别',
  params: OfUnit, query: z.strictObject({ from: AskedVersion, to: AskedVersion }), body: NoBody, status: 200,
  reply: z.object({ from: VersionView, to: VersionView, changes: z.array(SettingChange) }), refusals: { ...UNKNOWN, 'no-such-version': 404 },
})

const ReplayedDuty = z.object({ dueAt: Instant, estimated: z.boolean(), late: z.boolean(), rung: z.int() })
export const previewPolicy = operation({
  id: 'previewPolicy', method: 'POST', path: '/api/staff/units/:unitId/policy/preview', gate: 'administrator', summary: '用近期的真实办件试算草稿：哪些会超期、会上报到哪一级；分段返回', keepsNoAnswer: true,
  params: OfUnit, query: NoQuery, status: 200, refusals: { ...UNKNOWN, 'policy-has-problems': 422 },
  body: z.strictObject({ settings: Settings, days: z.int().min(1).max(92).optional(), after: pageQuery.after }),
  reply: z.object({
    from: Instant, to: Instant,
    /** Cases altogether; with the first part only. */
    total: z.int().nullable(), cases: z.int(), duties: z.int(), next: z.string().nullable(),
    counts: z.array(z.object({
      kind: ObligationKind, duties: z.int(), lateInForce: z.int(), lateDraft: z.int(),
      /** How many reached each rung, from the first. */
      rungsInForce: z.array(z.int()), rungsDraft: z.array(z.int()),
    })),
    rows: z.array(z.object({
      caseId: z.uuid(), number: z.string(), category: Category, urgency: Urgency, unitName: z.string(), kind: ObligationKind, openedAt: Instant, closedAt: Instant.nullable(),
      inForce: ReplayedDuty, draft: ReplayedDuty,
    })),
    /** More differences in this part than are listed. */
    more: z.int(),
  }),
})
