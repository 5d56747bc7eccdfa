import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { OperatorError } from '../database/operator-error.ts'
import { policyStream } from '../ledger/store-append.ts'
import { settingsDigest } from '../policy/published-fact.ts'
import { policyByDigest } from '../policy/store.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { main } from './daodi.ts'

let world: World
let folder: string

beforeAll(async () => {
  world = await makeWorld()
  folder = mkdtempSync(join(tmpdir(), 'daodi-policy-'))
})
afterAll(async () => {
  await world.drop()
  rmSync(folder, { recursive: true })
})
afterEach(() => { vi.restoreAllMocks(); vi.unstubAllEnvs() })

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function run(...words: string[]): Promise<{ code: number | null; out: string }> {
  let out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true })
  vi.stubEnv('DATABASE_URL', world.url)
  vi.stubEnv('DATA_DIR', folder)
  try {
    return { code: await main(words), out }
  } catch (error) {
    if (error instanceof OperatorError) return { code: null, out: error.message }
    throw error
  }
}

async function idleMinutes(unit: string): Promise<number> {
  const { policy_digest: digest } = await world.db.selectFrom('units').select('policy_digest').where('id', '=', world.units[unit] ?? '').executeTakeFirstOrThrow()
  return (await policyByDigest(world.db, digest)).idleMinutes
}

it('checks presets and settings, and says where what is wrong', async () => {
  expect((await run('policy', 'check', 'presets/county-bureau.yaml')).code).toBe(0)
  const wrong = await run('policy', 'check', file('wrong.yaml', 'idleMinutes: soon\nidleMinuten: 5\n'))
  expect(wrong.code).toBe(1)
  expect(wrong.out).toMatch(/wrong\.yaml:1 idleMinutes/)
  expect(wrong.out).toMatch(/wrong\.yaml:2 idleMinuten/)
})

it('publishes for a unit, by its letters or name, and for nobody else', async () => {
  const before = await idleMinutes('规划科')
  const published = await run('policy', 'publish', file('good.yaml', 'idleMinutes: 7\n'), '--unit', 'XK')
  expect([published.code, published.out]).toEqual([0, expect.stringContaining('许可科：第 1 版')])
  expect([await idleMinutes('许可科'), await idleMinutes('规划科')]).toEqual([7, before])
  expect((await run('policy', 'publish', file('better.yaml', 'idleMinutes: 8\n'), '--unit', '许可科')).out).toContain('version 2')
  const unitId = world.units['许可科'] ?? ''
  const facts = await world.db.selectFrom('ledger_entries').select(['kind', 'actor', 'data']).where('stream', '=', policyStream(unitId)).orderBy('seq').execute()
  const { document } = await world.db.selectFrom('policy_versions').select('document').where('unit_id', '=', unitId).where('version', '=', 2).executeTakeFirstOrThrow()
  expect(facts).toMatchObject([{ kind: 'policy-published', actor: 'system', data: { version: 1, restores: null } }, { data: { version: 2, unitsChanged: 1, settings: settingsDigest(document) } }])
})

it('publishes nothing that is wrong, and asks which unit is meant', async () => {
  const bad = file('bad.yaml', 'idleMinutes: -1\n')
  expect((await run('policy', 'publish', bad, '--unit', 'GH')).code).toBe(1)
  const good = file('good.yaml', 'idleMinutes: 9\n')
  expect((await run('policy', 'publish', good)).out).toContain('--unit')
  expect((await run('policy', 'publish', good, '--unit', '没有的科')).out).toContain('No unit is called')
  expect(await world.db.selectFrom('policy_versions').select('version').where('unit_id', '=', world.units['规划科'] ?? '').execute()).toEqual([])
})
