import { z } from 'zod'
import type { Operation } from './operation.ts'
import { PublicStep } from './public/cases.ts'
import { COMMON_REFUSALS, Problem } from './shared/problem.ts'
import { Correction } from './staff/cases/correct-case.ts'
import { Decision } from './staff/cases/decision.ts'
import { RequesterInput } from './staff/cases/register-case.ts'
import * as views from './staff/cases/views.ts'
import { PersonView, UnitView } from './staff/directory/directory.ts'
import { MatterView } from './staff/matters/matter-view.ts'
import { ObligationRow } from './staff/obligations/obligations.ts'
import { Me } from './staff/session/session.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
type JsonObject = { [key: string]: Json | undefined }

/** Shapes with a name of their own in the document. What goes in and what comes out are told apart by defaults. */
const namedBodies: Record<string, z.ZodType> = { Decision, Correction, RequesterInput }
const namedReplies: Record<string, z.ZodType> = {
  Problem, Me, PublicStep, MatterView, PersonView, UnitView, ObligationRow,
  Holder: views.Holder, Leg: views.Leg, ObligationView: views.ObligationView, CaseStanding: views.CaseStanding,
  RegisteredCase: views.RegisteredCase, CaseRow: views.CaseRow, CaseView: views.CaseView, PaperView: views.PaperView,
  NoticeView: views.NoticeView, CustodyView: views.CustodyView, TimelineEntry: views.TimelineEntry, ActView: views.ActView,
}

export const API_VERSION = '0.1.0'
export const SESSION_COOKIE = 'daodi_session'

const componentUri = (id: string): string => `#/components/schemas/${id}`

/**
 * The OpenAPI 3.1 document of these operations: a pure function of the contract, so that the server can serve it and a
 * test can hold the committed file against it.
 */
export function openApiDocument(operations: readonly Operation[]): JsonObject {
  const bodies = components(operations, 'Body', namedBodies)
  const replies = components(operations, 'Reply', namedReplies)
  const paths: Record<string, JsonObject> = {}
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation, bodies.refs, replies.refs) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daodi 到底', version: API_VERSION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'First-contact responsibility: every question owned, handed over, answered and provable. Times are ISO 8601 with offset; lists are paged by `after`; refusals are application/problem+json with a stable `code`.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      responses: Object.fromEntries([...sharedRefusals].map(([status, codes]) => [`Refused${status}`, refusal(status, codes)])),
      schemas: { ...replies.schemas, ...bodies.schemas },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 },
          description: 'The same key with the same request gets the first answer again for 24 hours; with another request it is refused.',
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        token: { type: 'http', scheme: 'bearer', description: 'An API token, shown once when it is made.' },
      },
    },
  }
}

function takesKey({ method, keepsNoAnswer }: Operation): boolean {
  return method === 'POST' && !keepsNoAnswer
}

type Side = 'Body' | 'Reply'

function shapeOf(operation: Operation, side: Side): z.ZodType | null {
  const shape = side === 'Body' ? operation.body : operation.reply
  return shape instanceof z.ZodUndefined ? null : shape
}

/** Every shape of one side as a component: the named ones, and each operation's own where it has none of those. */
function components(operations: readonly Operation[], side: Side, named: Record<string, z.ZodType>) {
  const registry = z.registry<{ id: string }>()
  const names = new Map<z.ZodType, string>()
  const add = (shape: z.ZodType, id: string): void => {
    if (names.has(shape)) return
    names.set(shape, id)
    registry.add(shape, { id })
  }
  for (const [id, shape] of Object.entries(named)) add(shape, id)
  const refs = new Map<string, JsonObject>()
  for (const operation of operations) {
    const shape = shapeOf(operation, side)
    if (!shape) continue
    add(shape, `${operation.id[0]?.toUpperCase()}${operation.id.slice(1)}${side}`)
    refs.set(operation.id, { $ref: componentUri(names.get(shape) ?? '') })
  }
  const { schemas } = z.toJSONSchema(registry, { io: side === 'Body' ? 'input' : 'output', uri: componentUri, override: side === 'Body' ? tidy : tidyReply })
  return { schemas: asComponents(schemas), refs }
}

/** A pattern that only repeats its format, and the bounds of JavaScript's integers, say nothing to a reader. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}

/** A reply may gain fields in a later version, so a client is not told that it has no others. */
function tidyReply(at: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  tidy(at)
  if (at.jsonSchema.additionalProperties === false) delete at.jsonSchema.additionalProperties
}

/**
 * Drops each schema's own dialect and address. zod puts every recursive shape aside under a running number; ours are
 * all "any JSON value", which becomes one component. Throws when another recursive shape appears: it needs a name.
 */
function asComponents(schemas: Record<string, object>): JsonObject {
  const text = JSON.stringify(schemas).replace(/__shared#\/\$defs\/schema\d+/g, 'JsonValue')
  const { __shared: shared, ...own } = JSON.parse(text) as Record<string, JsonObject>
  const aside = Object.values(shared?.['$defs'] ?? {})
  if (new Set(aside.map((schema) => JSON.stringify(schema))).size > 1) throw new Error('a recursive shape without a name')
  if (aside[0]) own['JsonValue'] = aside[0] as JsonObject
  return Object.fromEntries(Object.entries(own).map(([id, { $schema: _dialect, $id: _address, id: _id, ...schema }]) => [id, schema]))
}

function describe(operation: Operation, bodies: Map<string, JsonObject>, replies: Map<string, JsonObject>): JsonObject {
  const publicly = operation.gate === 'public'
  const parameters = [...parametersOf(operation.params, 'path'), ...parametersOf(operation.query, 'query')]
  if (takesKey(operation)) parameters.push({ $ref: '#/components/parameters/IdempotencyKey' })
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.path.split('/')[publicly && operation.path.startsWith('/api/public') ? 2 : 3] ?? 'staff'],
    security: publicly ? [] : [{ session: [] }, { token: [] }],
    'x-daodi-gate': operation.gate,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(operation, bodies.get(operation.id)),
    responses: { [String(operation.status)]: success(operation, replies.get(operation.id)), ...refusals(operation) },
  }
}

function requestBody(operation: Operation, body: JsonObject | undefined): JsonObject {
  if (operation.consumes === 'multipart') {
    const schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } } }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}
}

function success(operation: Operation, reply: JsonObject | undefined): JsonObject {
  if (operation.produces === 'events') return { description: 'Server-sent events', content: { 'text/event-stream': { schema: { type: 'string' } } } }
  if (operation.produces === 'file') return { description: 'A download', content: { 'application/octet-stream': {} } }
  return reply ? { description: 'Done', content: { 'application/json': { schema: reply } } } : { description: 'Done' }
}

/** Query and path values travel as text: what is told is what they must mean, and whether they may be left out. */
function parametersOf(shape: z.ZodType, place: 'path' | 'query'): JsonObject[] {
  const read = (io: 'input' | 'output') => JSON.parse(JSON.stringify(z.toJSONSchema(shape, { io, override: tidy }))) as JsonObject
  const properties = (read('output')['properties'] ?? {}) as Record<string, JsonObject>
  const required = (read('input')['required'] ?? []) as string[]
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name, in: place, required: place === 'path' || required.includes(name), ...(description ? { description } : {}), schema,
  }))
}

/** Refusals that cannot come from this operation, because it takes no body, needs no sign-in or heeds no key. */
function beside(operation: Operation): ReadonlySet<string> {
  const not = new Set<string>()
  if (operation.gate === 'public') for (const code of ['not-signed-in', 'password-change-needed', 'not-allowed']) not.add(code)
  if (!takesKey(operation)) for (const code of ['idempotency-conflict', 'idempotency-in-progress']) not.add(code)
  if (operation.method === 'GET') for (const code of ['cross-site', 'body-too-large', 'unsupported-media']) not.add(code)
  return not
}

function refusals(operation: Operation): JsonObject {
  const never = beside(operation)
  const common = Object.entries(COMMON_REFUSALS).filter(([code]) => !never.has(code))
  const byStatus = codesByStatus([...Object.entries(operation.refusals), ...common])
  return Object.fromEntries([...byStatus].map(([status, codes]) => {
    const shared = sharedRefusals.get(status)
    return [String(status), shared?.join() === codes.join() ? { $ref: `#/components/responses/Refused${status}` } : refusal(status, codes)]
  }))
}

/** Statuses that most operations answer with for the same reasons, told once. */
const sharedRefusals = codesByStatus(Object.entries(COMMON_REFUSALS))

function refusal(status: number, codes: readonly string[]): JsonObject {
  const schema = { allOf: [{ $ref: componentUri('Problem') }, { properties: { status: { const: status }, code: { enum: [...codes] } } }] }
  return { description: codes.join(', '), content: { 'application/problem+json': { schema } } }
}

function codesByStatus(refused: readonly (readonly [string, number])[]): Map<number, string[]> {
  const byStatus = new Map<number, string[]>()
  for (const [code, status] of refused) byStatus.set(status, [...new Set([...byStatus.get(status) ?? [], code])])
  return new Map([...byStatus].sort(([a], [b]) => a - b))
}
