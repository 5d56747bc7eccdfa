import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { makeWorld, type World } from '../testing-world.ts'
import { run } from './token-create.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })
afterEach(() => { vi.restoreAllMocks() })

async function create(values: Record<string, string>): Promise<{ code: number; out: string }> {
  let out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true })
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const code = await run({ positionals: [], values }, world.services)
  return { code, out }
}

const GOOD = { login: 'li', name: '取号机', scope: 'register', days: '90' }

it('prints a token that signs its owner in, and nothing else on standard output', async () => {
  const { code, out } = await create(GOOD)
  expect(code).toBe(0)
  expect(out).toMatch(/^daodi_[A-Za-z0-9_-]{43}\n$/)
  const headers = { authorization: `Bearer ${out.trim()}` }
  expect((await world.call(null, 'GET', '/api/staff/session', undefined, headers)).body.person.name).toBe('李文')
  expect((await world.call(null, 'POST', '/api/staff/cases', { channel: 'visit', subject: '在哪取号', category: 'consultation' }, headers)).status).toBe(201)
  expect((await world.call(null, 'GET', '/api/staff/tokens', undefined, headers)).status).toBe(403)
  const entry = await world.db.selectFrom('ledger_entries').select(['kind', 'actor']).where('stream', '=', `person:${world.people.li}`).executeTakeFirst()
  expect(entry).toEqual({ kind: 'token-created', actor: 'system' })
})

it.each([
  [{ login: 'nobody' }, 'Nobody signs in as nobody'], [{ login: '' }, '--login'], [{ name: ' ' }, '--name'], [{ scope: 'all' }, '--scope'], [{ days: '0' }, '--days'], [{ days: '731' }, '--days'],
  [{ days: '9e9' }, '--days'],
])('refuses %j in one sentence', async (changed, sentence) => {
  const before = await world.db.selectFrom('api_tokens').selectAll().execute()
  await expect(create({ ...GOOD, ...changed })).rejects.toThrow(sentence)
  expect(await world.db.selectFrom('api_tokens').selectAll().execute()).toEqual(before)
})
