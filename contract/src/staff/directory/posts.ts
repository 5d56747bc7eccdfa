import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery, pageOf, pageQuery } from '../../shared/page.ts'
import { line, prose } from '../../shared/text.ts'

const PersonRef = z.object({ personId: z.uuid(), personName: z.string() })
/** Words such as a language or a certificate, each once. */
export const WordList = z.array(line(40)).max(20)
const Text = prose(2000)

export const PostView = z.object({
  id: z.uuid(), unitId: z.uuid(), unitName: z.string(), name: z.string(), duties: z.string().nullable(), authority: z.string().nullable(), limits: z.string().nullable(), rank: z.int(),
  languages: z.array(z.string()), qualifications: z.array(z.string()),
  holders: z.array(PersonRef.extend({ exceptionReason: z.string().nullable() })),
})

const fields = {
  duties: Text.nullable().optional(), authority: Text.nullable().optional(), limits: Text.nullable().optional(), rank: z.int().min(0).max(99).optional(),
  languages: WordList.optional(), qualifications: WordList.optional(),
  /** Replaces the list. Somebody who lacks a language or qualification needs a reason. */
  holders: z.array(z.strictObject({ personId: z.uuid(), exceptionReason: line(200).optional() })).max(500).optional(),
}

export const listPosts = operation({
  id: 'listPosts', method: 'GET', path: '/api/staff/posts', gate: 'signedIn', summary: '岗位：职责、权限、任职人员',
  params: NoParams, query: z.strictObject({ q: line(60).optional(), unitId: z.uuid().optional(), ...pageQuery }), body: NoBody, reply: pageOf(PostView), status: 200, refusals: {},
})
export const createPost = operation({
  id: 'createPost', method: 'POST', path: '/api/staff/posts', gate: 'administrator', summary: '新增岗位',
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ unitId: z.uuid(), name: line(60), ...fields }),
  refusals: { 'no-such-unit': 422, 'no-such-person': 422, 'post-name-taken': 409, 'holder-not-qualified': 409 },
})
export const updatePost = operation({
  id: 'updatePost', method: 'PATCH', path: '/api/staff/posts/:postId', gate: 'administrator', summary: '修改岗位；removed 为撤销',
  params: z.strictObject({ postId: z.uuid() }), query: NoQuery, status: 200, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ name: line(60).optional(), ...fields, removed: z.boolean().optional() }),
  refusals: { 'no-such-post': 404, 'no-such-person': 422, 'post-name-taken': 409, 'holder-not-qualified': 409 },
})
