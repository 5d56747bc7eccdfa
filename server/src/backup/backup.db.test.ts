// A backup taken while an installation works, restored onto an empty machine: the ledger verifies and can be sealed on.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect } from '../database/connect.ts'
import { type EmbeddedDatabase, startEmbedded } from '../database/embedded/start-embedded.ts'
import { newFolder, removeFolder } from '../database/embedded/testing-embedded.ts'
import { migrate } from '../database/migrate.ts'
import { OperatorError } from '../database/operator-error.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import { appendFact } from '../ledger/store-append.ts'
import { main } from '../commands/daodi.ts'
import { tarHeader } from './tar.ts'

const root = newFolder()
const dataDir = join(root, 'working')
const file = join(root, 'backup.tar.gz')
let database: EmbeddedDatabase

async function run(words: string[], env: Record<string, string>): Promise<{ code: number | null; out: string; refused: OperatorError | null }> {
  let out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true })
  for (const [name, value] of Object.entries({ DATABASE_URL: '', ...env })) vi.stubEnv(name, value)
  try {
    return { code: await main(words), out, refused: null }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    return { code: null, out, refused: error }
  } finally {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  }
}

const institutionId = '01890000-0000-7000-8000-000000000001'
const at = '2026-01-05T01:00:00.000Z'

async function writeFacts(url: string, count: number): Promise<void> {
  const { db, close } = connect(url)
  for (let index = 0; index < count; index += 1) await appendFact(db, { institutionId, stream: `mail:${institutionId}`, kind: 'mail-password-lost', data: {}, actor: 'system', at, algorithm: 'sha256' })
  await sealLedger({ db, clock: () => at, ledgerAlgorithm: 'sha256' })
  await close()
}

beforeAll(async () => {
  database = await startEmbedded({ dataDir })
  await migrate(database.url)
  const { db, close } = connect(database.url)
  await db.insertInto('institutions').values({ id: institutionId, name: '青河县政务服务局', short_name: '青河政务' }).execute()
  await close()
  await writeFacts(database.url, 5)
  mkdirSync(join(dataDir, 'attachments', 'incoming'), { recursive: true })
  writeFileSync(join(dataDir, 'attachments', 'one'), 'a'.repeat(1500))
  writeFileSync(join(dataDir, 'attachments', 'incoming', 'half'), 'x')
  writeFileSync(join(dataDir, 'secrets.key'), 'key', { mode: 0o600 })
})
afterEach(() => { vi.restoreAllMocks() })
afterAll(async () => {
  await database.stop()
  removeFolder(root, dataDir)
})

describe('daodi backup and restore', () => {
  it('copies a working installation so that the copy verifies and goes on being sealed', async () => {
    const writing = writeFacts(database.url, 30)
    expect(await run(['backup', file], { DATA_DIR: dataDir })).toMatchObject({ code: 0, out: expect.stringContaining('已备份') })
    await writing
    expect(statSync(file).mode & 0o077).toBe(0)
    expect((await run(['backup', file], { DATA_DIR: dataDir })).refused?.zh).toMatch(/已经存在/)

    const other = join(root, 'other')
    expect(await run(['restore', file], { DATA_DIR: other })).toMatchObject({ code: 0, out: expect.stringContaining('已恢复') })
    expect([readFileSync(join(other, 'attachments', 'one'), 'utf8').length, existsSync(join(other, 'attachments', 'incoming')), statSync(join(other, 'secrets.key')).mode & 0o777]).toEqual([1500, false, 0o600])
    const verified = await run(['ledger', 'verify', '--json'], { DATA_DIR: other })
    expect([verified.code, JSON.parse(verified.out).ledger.findings]).toEqual([0, []])
    expect(JSON.parse(verified.out).ledger.entries).toBeGreaterThanOrEqual(5)
    expect(await run(['ledger', 'seal'], { DATA_DIR: other })).toMatchObject({ code: 0 })
    expect((await run(['restore', file], { DATA_DIR: other })).refused?.zh).toMatch(/已有内容/)
  })

  it('is stopped by what is damaged, no backup, or newer than this program, and leaves the folder empty', async () => {
    const empty = join(root, 'empty')
    const whole = readFileSync(file)
    const tar = gunzipSync(whole)
    const newer = JSON.stringify({ daodi: 'backup', format: 1, at, postgres: '18', migrations: 9999 })
    const head = Buffer.concat([tarHeader('daodi/backup.json', { size: newer.length, seconds: 0 }), Buffer.from(newer.padEnd(512, '\0'))])
    const broken = { damaged: whole.subarray(0, whole.length / 2), text: Buffer.from('no backup'), newer: gzipSync(Buffer.concat([head, tar.subarray(1024)])) }
    for (const [name, bytes] of Object.entries(broken)) {
      writeFileSync(join(root, name), bytes)
      expect((await run(['restore', join(root, name)], { DATA_DIR: empty })).refused?.zh).toMatch(name === 'newer' ? /较新版本/ : /可能已损坏/)
      expect(execFileSync('ls', ['-A', empty], { encoding: 'utf8' })).toBe('')
    }
  })

  it('makes nothing where there is nothing, and leaves outside databases to their own tools', async () => {
    expect((await run(['backup', join(root, 'none')], { DATA_DIR: join(root, 'nothing') })).refused?.zh).toMatch(/没有数据库/)
    expect((await run(['backup', join(root, 'none')], { DATABASE_URL: 'postgres://x@127.0.0.1/x', DATA_DIR: dataDir })).refused?.message).toMatch(/pg_basebackup/)
    expect((await run(['restore', file], { DATABASE_URL: 'postgres://x@127.0.0.1/x', DATA_DIR: join(root, 'y') })).refused?.message).toMatch(/unset DATABASE_URL/)
    expect(existsSync(join(root, 'nothing'))).toBe(false)
  })
})
