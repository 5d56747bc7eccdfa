import { expect, test } from 'vitest'
import { z } from 'zod'
import { openApiDocument } from './openapi.ts'
import { operation } from './operation.ts'
import { operations } from './operations.ts'
import { NoBody, NoParams, NoQuery } from './shared/page.ts'

interface Described {
  operationId: string
  security: unknown[]
  parameters?: { name?: string; in?: string; required?: boolean; schema?: object; $ref?: string }[]
  requestBody?: unknown
  responses: Record<string, unknown>
}
interface Read {
  paths: Record<string, Record<string, Described>>
  components: Record<string, Record<string, unknown>>
}

const document = JSON.parse(JSON.stringify(openApiDocument(operations))) as Read
const described = Object.values(document.paths).flatMap((path) => Object.values(path))

test('every operation is described once, under its own name', () => {
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(operations.map(({ id }) => id).sort())
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length)
})

test('every reference leads somewhere', () => {
  const text = JSON.stringify(document)
  const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)]
  expect(references.length).toBe(text.split('"$ref"').length - 1)
  for (const [, kind = '', name = ''] of references) expect(Object.keys(document.components[kind] ?? {})).toContain(name)
})

test.each(operations.map((each) => [each.id, each] as const))('%s tells its path values, its refusals and its key', (id, each) => {
  const found = described.find(({ operationId }) => operationId === id)
  const inPath = (found?.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name)
  expect(inPath).toEqual([...each.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  const resolved = Object.entries(found?.responses ?? {}).map(([status, response]) => {
    const reference = (response as { $ref?: string }).$ref?.split('/').at(-1)
    return [status, JSON.stringify(reference ? document.components['responses']?.[reference] : response)] as const
  })
  const byStatus = new Map(resolved)
  for (const [code, status] of Object.entries(each.refusals)) expect(byStatus.get(String(status))).toContain(`"${code}"`)
  const takesKey = (found?.parameters ?? []).some(({ $ref }) => $ref?.endsWith('/IdempotencyKey'))
  expect(takesKey).toBe(each.method === 'POST' && !each.keepsNoAnswer)
  expect(resolved.some(([, response]) => response?.includes('idempotency-conflict') ?? false)).toBe(takesKey)
  expect(found?.security.length === 0).toBe(each.gate === 'public')
})

test('query values are told as what they mean, and none is required that may be left out', () => {
  const invented = operation({
    id: 'invented', method: 'GET', path: '/api/staff/invented', gate: 'signedIn', summary: '', refusals: {}, status: 200,
    params: NoParams, body: NoBody, reply: z.object({ ok: z.boolean() }),
    query: z.strictObject({ open: z.stringbool().optional(), limit: z.coerce.number().int().max(5).default(3), must: z.string() }),
  })
  const { paths } = JSON.parse(JSON.stringify(openApiDocument([invented]))) as Read
  expect(paths['/api/staff/invented']?.['get']?.parameters).toEqual([
    { name: 'open', in: 'query', required: false, schema: { type: 'boolean' } },
    { name: 'limit', in: 'query', required: false, schema: { type: 'integer', maximum: 5, default: 3 } },
    { name: 'must', in: 'query', required: true, schema: { type: 'string' } },
  ])
})

test('a recursive shape of our own is refused until it has a name', () => {
  const tree: z.ZodType = z.lazy(() => z.object({ children: z.array(tree) }))
  const odd = operation({
    id: 'odd', method: 'GET', path: '/api/staff/odd', gate: 'signedIn', summary: '', refusals: {}, status: 200,
    params: NoParams, query: NoQuery, body: NoBody, reply: z.object({ tree, any: z.json() }),
  })
  expect(() => openApiDocument([odd])).toThrow('a recursive shape without a name')
})
