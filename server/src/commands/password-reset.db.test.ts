import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { run } from './password-reset.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })
afterEach(() => { vi.restoreAllMocks() })

async function reset(login: string): Promise<string> {
  let out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true })
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  await run({ positionals: [], values: { login } }, world.services)
  return out.trim()
}
const signIn = (password: string) => world.call(null, 'POST', '/api/staff/session', { login: 'guan', password })

it('lets the only administrator in again, who has to choose another; what was open before is closed', async () => {
  const before = await sessionFor(world, 'guan')
  for (let tries = 0; tries < 6; tries += 1) await signIn('wrong wrong wrong')
  const password = await reset(' GUAN ')
  expect(password).toMatch(/^[A-Za-z2-9]{14}$/)
  expect((await world.call(null, 'GET', '/api/staff/session', undefined, before)).status).toBe(401)
  const { status, body } = await signIn(password)
  expect([status, body.person.passwordChangeNeeded]).toEqual([200, true])
  const entry = await world.db.selectFrom('ledger_entries').select(['actor']).where('stream', '=', `person:${world.people.guan}`).where('kind', '=', 'password-reset').executeTakeFirst()
  expect(entry).toEqual({ actor: 'system' })
})

it.each([['', '--login'], ['nobody', 'Nobody signs in as nobody']])('refuses %j in one sentence', async (login, sentence) => {
  await expect(reset(login)).rejects.toThrow(sentence)
})
