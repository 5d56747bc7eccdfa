// A ledger that a logical copy has brought to a server whose transactions are counted from the start again.
import { sql } from 'kysely'
import { makeSeal } from '@daodi/domain/ledger/seal.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newIdAt } from '../database/new-id.ts'
import { type ClonedDatabase, cloneDatabase } from '../database/testing.ts'
import { advanceLedger, refuseMovedLedger } from './advance-ledger.ts'
import { digestOf } from './digest.ts'
import { sealLedger } from './seal-ledger.ts'
import { appendFact } from './store-append.ts'
import { nextTransaction } from './store-advance.ts'
import { insertSeal } from './store-seals.ts'
import { settled } from './testing-settled.ts'
import { verifyLive } from './verify-live.ts'

const AHEAD = 120_000n
const at = '2026-03-02T02:00:00.000Z'
const institutionId = newIdAt(Date.parse(at))
const fact = { institutionId, stream: `mail:${institutionId}`, kind: 'mail-password-lost', data: {}, actor: 'system', at, algorithm: 'sha256' } as const
let database: ClonedDatabase

beforeAll(async () => {
  database = await cloneDatabase()
  const { db } = database
  await db.insertInto('institutions').values({ id: institutionId, name: '青河县政务服务局', short_name: '青河政务' }).execute()
  await appendFact(db, fact)
  const xid = await nextTransaction(db) + AHEAD
  await sql`alter table ledger_entries disable trigger user`.execute(db)
  await sql`update ledger_entries set xid = ${String(xid)}::xid8`.execute(db)
  await sql`alter table ledger_entries enable trigger user`.execute(db)
  const [entry] = await db.selectFrom('ledger_entries').select(['institution_id as institutionId', 'stream', 'seq', 'hash']).execute()
  if (!entry) throw new Error('no entry')
  await insertSeal(db, makeSeal(null, [entry], { at, fromXid: '0', toXid: String(xid + 1n), algorithm: 'sha256' }, digestOf))
})
afterAll(() => database.drop())

it('is not served or sealed before the counter is past its seals, and verifies and is sealed on after that', async () => {
  const means = { db: database.db, clock: () => at, ledgerAlgorithm: 'sha256' as const }
  await expect(refuseMovedLedger(database.db)).rejects.toMatchObject({ zh: expect.stringContaining('daodi ledger advance'), message: expect.stringContaining('logical copy') })
  await expect(sealLedger(means)).rejects.toThrow(/daodi ledger advance/)
  const left: bigint[] = []
  expect(await advanceLedger(means, (one) => left.push(one))).toBeGreaterThan(AHEAD - 1000n)
  expect(left.length).toBeGreaterThan(0)
  // Other files' transactions from before hold the horizon back as long as they run.
  await settled(database.db)
  await refuseMovedLedger(database.db)
  expect(await advanceLedger(means, () => undefined)).toBe(0n)
  await appendFact(database.db, fact)
  await settled(database.db)
  expect(await sealLedger(means)).toMatchObject({ seals: 1, entries: 1 })
  expect(await verifyLive(means)).toMatchObject({ ok: true, ledger: { entries: 2, seals: 2, unsealed: 0 } })
})
