import { z } from 'zod'
import { operation } from '../../operation.ts'
import { EmptyBody, NoBody, NoParams, NoQuery, NoReply, pageOf, pageQuery } from '../../shared/page.ts'
import { line } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { MatterInput, MatterView, NewMatter, PromisedLimit } from './matter-view.ts'

const PROBLEM_KINDS = ['no-owner', 'overlapping-keyword', 'second-owner', 'same-name', 'overlapping-synonym', 'no-such-unit', 'nobody-in-unit', 'no-such-post', 'post-elsewhere', 'post-without-duties',
  'nobody-in-post', 'no-such-person', 'validity-reversed', 'promise-beyond-statute'] as const
const OWNER_REFUSALS = { 'no-such-unit': 422, 'no-such-person': 422, 'no-such-post': 422 } as const
const Change = z.enum(['added', 'changed', 'removed'])
const OneMatter = z.strictObject({ matterId: z.uuid() })
const OneEdition = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) })

export const listMatters = operation({
  id: 'listMatters', method: 'GET', path: '/api/staff/matters', gate: 'signedIn', summary: '事项目录（现行版）',
  params: NoParams, query: z.strictObject({ q: line(100).optional(), unitId: z.uuid().optional(), everyday: z.literal('true').optional(), ...pageQuery }), body: NoBody,
  reply: pageOf(MatterView), status: 200, refusals: {},
})
export const getMatter = operation({
  id: 'getMatter', method: 'GET', path: '/api/staff/matters/:matterId', gate: 'signedIn', summary: '一个事项：现行内容（或某一版当时的内容）和历次变化',
  params: OneMatter, query: z.strictObject({ edition: z.coerce.number().int().min(1).max(1_000_000).optional() }), body: NoBody, status: 200, refusals: { 'no-such-matter': 404 },
  reply: z.object({
    matter: MatterView, removedIn: z.int().nullable(),
    versions: z.array(z.object({ edition: z.int(), publishedAt: Instant, change: Change, fields: z.array(z.string()), workingDays: z.int().nullable(), promised: PromisedLimit.nullable(), unitName: z.string() })),
  }),
})
export const createMatter = operation({
  id: 'createMatter', method: 'POST', path: '/api/staff/matters', gate: 'administrator', summary: '新增事项：立即作为新一版目录发布，或（draft）存为草稿',
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ id: z.uuid(), edition: z.int().nullable() }),
  body: NewMatter,
  refusals: { ...OWNER_REFUSALS, 'matter-name-taken': 409, 'matter-problems': 409 },
})

export const MatterDraft = z.object({
  id: z.uuid(), change: Change, matter: MatterView.omit({ edition: true }), fields: z.array(z.string()), fromPrecedent: z.boolean(), changedAt: Instant, changedByName: z.string().nullable(),
})
export const listMatterDrafts = operation({
  id: 'listMatterDrafts', method: 'GET', path: '/api/staff/matter-drafts', gate: 'administrator', summary: '尚未发布的事项草稿',
  params: NoParams, query: z.strictObject({ ...pageQuery }), body: NoBody, reply: pageOf(MatterDraft), status: 200, refusals: {},
})
export const saveMatterDraft = operation({
  id: 'saveMatterDraft', method: 'PUT', path: '/api/staff/matter-drafts/:matterId', gate: 'administrator', summary: '修改事项；发布前只是草稿',
  params: OneMatter, query: NoQuery, body: MatterInput, status: 200, reply: z.object({ id: z.uuid() }), refusals: { ...OWNER_REFUSALS, 'no-such-matter': 404 },
})
export const removeMatter = operation({
  id: 'removeMatter', method: 'POST', path: '/api/staff/matter-drafts/:matterId/removal', gate: 'administrator', summary: '下一版目录中撤下这个事项',
  params: OneMatter, query: NoQuery, body: EmptyBody, status: 200, reply: z.object({ id: z.uuid() }), refusals: { 'no-such-matter': 404 },
})
export const discardMatterDraft = operation({
  id: 'discardMatterDraft', method: 'DELETE', path: '/api/staff/matter-drafts/:matterId', gate: 'administrator', summary: '放弃一个草稿',
  params: OneMatter, query: NoQuery, body: NoBody, reply: NoReply, status: 204, refusals: { 'no-such-draft': 404 },
})
export const checkMatters = operation({
  id: 'checkMatters', method: 'GET', path: '/api/staff/matter-problems', gate: 'administrator', summary: '草稿发布后的目录有何问题：一事两主、无主事项、岗位无职责、别名或关键词重叠',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: {},
  reply: z.object({
    edition: z.int(), matters: z.int(), added: z.int(), changed: z.int(), removed: z.int(), /** The first 500. */ total: z.int(),
    problems: z.array(z.object({ kind: z.enum(PROBLEM_KINDS), /** Null: about a post that no matter names. */ matterId: z.uuid().nullable(), matterName: z.string().nullable(), otherId: z.uuid().nullable(), otherName: z.string().nullable(), otherUnitName: z.string().nullable(), unitName: z.string().nullable(), word: z.string().nullable() })),
  }),
})

const Edition = z.object({ number: z.int(), publishedAt: Instant, publishedByName: z.string().nullable(), note: z.string().nullable(), matters: z.int(), added: z.int(), changed: z.int(), removed: z.int() })
export const publishMatters = operation({
  id: 'publishMatters', method: 'POST', path: '/api/staff/matter-editions', gate: 'administrator', summary: '把全部草稿发布为新一版事项目录',
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ number: z.int(), added: z.int(), changed: z.int(), removed: z.int() }),
  body: z.strictObject({ note: line(300).optional(), /** The edition that was looked at; refused if another was published meanwhile. */ after: z.int().min(0).max(1_000_000).optional() }),
  refusals: { 'matter-problems': 409, 'nothing-to-publish': 409, 'edition-moved': 409, 'not-whole-institution': 403 },
})
export const listMatterEditions = operation({
  id: 'listMatterEditions', method: 'GET', path: '/api/staff/matter-editions', gate: 'signedIn', summary: '事项目录的历次版本',
  params: NoParams, query: z.strictObject({ ...pageQuery }), body: NoBody, reply: pageOf(Edition), status: 200, refusals: {},
})
export const getMatterEdition = operation({
  id: 'getMatterEdition', method: 'GET', path: '/api/staff/matter-editions/:number', gate: 'signedIn', summary: '某一版改了哪些事项、改了什么',
  params: OneEdition, query: z.strictObject({ ...pageQuery }), body: NoBody, status: 200, refusals: { 'no-such-edition': 404 },
  reply: Edition.extend({
    changes: pageOf(z.object({
      matterId: z.uuid(), name: z.string(), change: Change,
      fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    })),
  }),
})
export const listEditionMatters = operation({
  id: 'listEditionMatters', method: 'GET', path: '/api/staff/matter-editions/:number/matters', gate: 'signedIn', summary: '某一版目录当时的全部事项，每项的全部内容',
  params: OneEdition, query: z.strictObject({ q: line(100).optional(), ...pageQuery }), body: NoBody, reply: pageOf(MatterView), status: 200, refusals: { 'no-such-edition': 404 },
})

export const listPrecedents = operation({
  id: 'listPrecedents', method: 'GET', path: '/api/staff/precedents', gate: 'administrator', summary: '今后照此办理的裁定',
  params: NoParams, query: z.strictObject({ ...pageQuery }), body: NoBody, status: 200, refusals: {},
  reply: pageOf(z.object({
    id: z.uuid(), caseNumber: z.string(), subject: z.string().nullable(), unitId: z.uuid(), unitName: z.string(), matterId: z.uuid().nullable(), matterName: z.string().nullable(),
    ruledAt: Instant, ruledByName: z.string(), drafted: z.boolean(),
  })),
})
export const draftFromPrecedent = operation({
  id: 'draftFromPrecedent', method: 'POST', path: '/api/staff/precedents/:precedentId/draft', gate: 'administrator', summary: '把裁定转为事项目录草稿',
  params: z.strictObject({ precedentId: z.uuid() }), query: NoQuery, body: z.strictObject({ name: line(100) }), reply: z.object({ id: z.uuid() }), status: 201,
  refusals: { 'no-such-precedent': 404 },
})
export const revokePrecedent = operation({
  id: 'revokePrecedent', method: 'POST', path: '/api/staff/precedents/:precedentId/revocation', gate: 'administrator', summary: '裁定今后不再照此办理',
  params: z.strictObject({ precedentId: z.uuid() }), query: NoQuery, body: EmptyBody, reply: NoReply, status: 204, refusals: { 'no-such-precedent': 404 },
})
