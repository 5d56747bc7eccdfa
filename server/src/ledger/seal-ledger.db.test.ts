import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { firstBadEntry } from '@daodi/domain/ledger/chain-check.ts'
import { newIdAt } from '../database/new-id.ts'
import { type ClonedDatabase, cloneDatabase } from '../database/testing.ts'
import type { Db } from '../http/route.ts'
import { digestOf } from './digest.ts'
import { exportLedger } from './export-ledger.ts'
import { sealLedger } from './seal-ledger.ts'
import { entriesOf, inSnapshot, sealsOf } from './store-live.ts'
import { aStream } from './testing-ledger.ts'
import { settled } from './testing-settled.ts'
import { verifyExport } from './verify-export.ts'

let database: ClonedDatabase
const institutionId = newIdAt(Date.parse('2026-03-02T01:00:00.000Z'))
const means = () => ({ db: database.db, clock: () => '2026-03-02T02:00:00.000Z', ledgerAlgorithm: 'sha256' as const })

beforeAll(async () => {
  database = await cloneDatabase()
  await database.db.insertInto('institutions').values({ id: institutionId, name: '青河县政务服务局', short_name: '青河政务' }).execute()
})
afterAll(() => database.drop())

async function write(db: Db, entries: readonly LedgerEntry[]): Promise<void> {
  for (const { institutionId: institution_id, data, ...entry } of entries) {
    await db.insertInto('ledger_entries').values({ institution_id, ...entry, data: JSON.stringify(data) }).execute()
  }
}

let streams = 0
/** A stream of its own, as far as it is wanted now. */
function stream(length: number): LedgerEntry[] {
  const name = `person:${String(++streams).padStart(6, '0')}`
  return aStream(Array.from({ length }, (_, i) => ({ institutionId, stream: name, data: { 序号: i, 深: { z: [null, true, 'é\n😀'], a: 9007199254740991 } } })))
}

async function allSeals() {
  return inSnapshot(database.db, async (trx) => {
    const seals = []
    for await (const seal of sealsOf(trx)) seals.push(seal)
    return seals
  })
}

async function verdict() {
  let text = ''
  await exportLedger(means(), async (piece) => { text += piece })
  return verifyExport((async function* () { yield* text.trimEnd().split('\n') })())
}

describe('an entry', () => {
  it('comes back from the database as the value it was hashed as', async () => {
    const entries = stream(3)
    await write(database.db, entries)
    const back = await inSnapshot(database.db, async (trx) => {
      const read: LedgerEntry[] = []
      for await (const entry of entriesOf(trx)) if (entry.stream === entries[0]?.stream) read.push(entry)
      return read
    })
    expect(back).toEqual(entries)
    expect(firstBadEntry(back, digestOf)).toBeNull()
  })
})

describe('sealing', () => {
  it('chains seals, and has nothing to do twice', async () => {
    await settled(database.db)
    expect(await sealLedger(means())).toMatchObject({ seals: 1, entries: 3 })
    expect(await sealLedger(means())).toEqual({ seals: 0, entries: 0, busy: false })
    await write(database.db, stream(2))
    await settled(database.db)
    expect(await sealLedger(means())).toMatchObject({ seals: 1, entries: 2 })
    const [first, second] = (await allSeals()).slice(-2)
    expect(second).toMatchObject({ prev: first?.hash, fromXid: first?.toXid, number: (first?.number ?? 0) + 1 })
    expect(await verdict()).toMatchObject({ ok: true, unsealed: 0 })
  })

  it('stops before a transaction that is still open, and takes its entries up afterwards', async () => {
    const early = stream(1)
    const late = stream(1)
    const open = await database.pool.connect()
    try {
      await open.query('begin')
      await open.query('select pg_current_xact_id()')
      const [entry] = early as [LedgerEntry]
      await open.query('insert into ledger_entries (institution_id, stream, seq, at, actor, kind, data, prev, hash, algorithm) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)', [
        entry.institutionId, entry.stream, entry.seq, entry.at, entry.actor, entry.kind, JSON.stringify(entry.data), entry.prev, entry.hash, entry.algorithm,
      ])
      // Younger, and committed while the elder is open: sealing it alone would leave the elder behind for ever.
      await write(database.db, late)
      expect(await sealLedger(means())).toEqual({ seals: 0, entries: 0, busy: false })
      expect(await verdict()).toMatchObject({ ok: true, unsealed: 1 })
      await open.query('commit')
    } finally {
      open.release()
    }
    await settled(database.db)
    expect(await sealLedger(means())).toMatchObject({ entries: 2 })
    expect(await verdict()).toMatchObject({ ok: true, unsealed: 0 })
  })

  it('seals nothing of a transaction that was rolled back', async () => {
    await database.db.transaction().execute(async (trx) => {
      await write(trx, stream(1))
      await sql`select 1`.execute(trx)
      throw new Error('undone')
    }).catch(() => undefined)
    expect(await sealLedger(means())).toMatchObject({ entries: 0 })
  })

  it('cuts seals between transactions, and lets one that is larger than a seal have one of its own', async () => {
    await write(database.db, stream(3))
    await database.db.transaction().execute((trx) => write(trx, stream(5)))
    await write(database.db, stream(2))
    const before = (await allSeals()).length
    await settled(database.db)
    expect(await sealLedger(means(), { most: 2 })).toMatchObject({ entries: 10 })
    expect((await allSeals()).slice(before).map((seal) => seal.entries)).toEqual([2, 1, 5, 2])
    expect(await verdict()).toMatchObject({ ok: true, unsealed: 0 })
  })

  it('is done once when several processes do it while others write', async () => {
    const ending = new AbortController()
    const writers = Array.from({ length: 3 }, async () => {
      while (!ending.signal.aborted) await database.db.transaction().execute((trx) => write(trx, stream(2)))
    })
    const until = performance.now() + 1_500
    const sealers = Array.from({ length: 4 }, async (_, which) => {
      while (performance.now() < until) await sealLedger(means(), { wait: which % 2 === 0, most: 7 })
    })
    await sleep(1_500)
    await Promise.all(sealers)
    ending.abort()
    await Promise.all(writers)
    await settled(database.db)
    await sealLedger(means(), { wait: true })
    const judged = await verdict()
    expect(judged).toMatchObject({ ok: true, unsealed: 0, findings: [] })
    expect(judged.seals).toBeGreaterThan(4)
  })

  it('comes back at once, without waiting, while somebody else seals', async () => {
    const open = await database.pool.connect()
    try {
      await open.query('begin')
      await open.query('select pg_advisory_xact_lock(7305209117)')
      expect(await sealLedger(means())).toMatchObject({ busy: true, seals: 0 })
    } finally {
      await open.query('rollback')
      open.release()
    }
  })
})
