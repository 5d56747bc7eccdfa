import { afterEach, expect, test, vi } from 'vitest'
import { ask, send, waitOf } from './call.ts'

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, headers })))

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['a proxy that speaks HTML', 502, '<html>'],
  ['a sign-in page of a hotel', 200, '<html>'],
  ['an error that tells nothing', 500, '{"code":"internal"}'],
  ['a request still in work', 409, '{"code":"idempotency-in-progress"}'],
  ['an answer that is no object', 200, 'null'],
])('%s leaves it unclear whether anything was written', async (_, status, body) => {
  answer(status, body)
  expect(await ask('/x')).toEqual({ kind: 'unclear' })
})

test('a lost connection leaves it unclear as well', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('lost')))
  expect(await ask('/x')).toEqual({ kind: 'unclear' })
})

test.each([[422, 'bad-request'], [503, 'nobody-receives'], [404, 'no-such-case']])('%i %s is a refusal', async (status, code) => {
  answer(status, JSON.stringify({ code, errors: [{ pointer: '/subject', code: 'text-missing', detail: '' }] }))
  expect(await ask('/x')).toEqual({ kind: 'refused', status, code, errors: [{ pointer: '/subject', code: 'text-missing', detail: '' }], waitSeconds: null })
})

test('too fast says how long to wait', async () => {
  answer(429, '{"code":"too-fast"}', { 'Retry-After': '42' })
  expect(await ask('/x')).toMatchObject({ kind: 'refused', waitSeconds: 42 })
  expect(waitOf(null, 429)).toBe(60)
  expect(waitOf(new Date(Date.now() + 30_000).toUTCString(), 429)).toBeGreaterThan(27)
})

test('a post names its intention and shows that it comes from these pages', async () => {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response('{"number":"JS"}', { status: 201 })))
  vi.stubGlobal('fetch', fetched)
  expect(await send('/x', { a: 1 }, 'key')).toEqual({ kind: 'done', value: { number: 'JS' } })
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"a":1}', headers: { 'Idempotency-Key': 'key', 'X-Daodi-Request': '1' } })
})
