import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type RawBuilder } from 'kysely'
import { chainEntry, type ChainHead, type LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { digestOf } from './digest.ts'
import { exportLedgerTo } from './export-ledger.ts'
import { liveFindingText } from './live-finding.ts'
import { sealLedger } from './seal-ledger.ts'
import { entriesOf, inSnapshot } from './store-live.ts'
import { settled } from './testing-settled.ts'
import { linesOf } from './text-lines.ts'
import { verifyExport } from './verify-export.ts'
import { verifyLive } from './verify-live.ts'

let world: World
/** Ids of two cases with a hand-over each, sealed. */
let cases: string[]

async function done(who: Who, url: string, body: object): Promise<{ id: string }> {
  const reply = await world.call(who, 'POST', url, body)
  if (reply.status >= 300) throw new Error(`${url}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

beforeEach(async () => {
  world = await makeWorld()
  cases = []
  for (const subject of ['路灯不亮', '施工许可怎么办']) {
    const { id } = await done('li', '/api/staff/cases', { channel: 'visit', category: 'consultation', subject, requester: { name: '赵敏', phone: '13800000001' } })
    cases.push(id)
    await done('li', `/api/staff/cases/${id}/decision`, { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '由你们办理' })
    await done('zhou', `/api/staff/cases/${id}/referral/acceptance`, {})
  }
  await settled(world.db)
  await sealLedger(world.services)
})
afterEach(() => world.drop())

/** What somebody with the database's own rights can do. */
async function tamper(statement: RawBuilder<unknown>): Promise<void> {
  for (const table of ['ledger_entries', 'ledger_seals', 'cases']) await sql`alter table ${sql.table(table)} disable trigger user`.execute(world.db)
  const { numAffectedRows } = await statement.execute(world.db)
  if (!numAffectedRows) throw new Error('nothing was tampered with')
}

const streamOf = (index: number): string => `case:${cases[index]}`

async function kinds(): Promise<{ ledger: string[]; tables: string[]; first: string }> {
  const { ok, ledger, tables } = await verifyLive(world.services)
  expect(ok).toBe(ledger.findings.length + tables.findings.length === 0)
  return {
    ledger: ledger.findings.map((finding) => finding.kind), tables: tables.findings.map((finding) => finding.kind),
    first: tables.findings[0] ? liveFindingText(tables.findings[0], 'en') : '',
  }
}

describe('a ledger nobody has touched', () => {
  it('verifies, live and exported, while acts go on', async () => {
    const acting = world.call('zhou', 'POST', `/api/staff/cases/${cases[0]}/resolution`, { outcome: 'solved', text: '已修好。' })
    const verdict = await verifyLive(world.services)
    expect((await acting).status).toBe(200)
    expect(verdict).toMatchObject({ ok: true, tables: { cases: 2, findings: [] } })
    expect(verdict.tables.words).toBeGreaterThan(2)
    await settled(world.db)
    await sealLedger(world.services)
    expect(await verifyLive(world.services)).toMatchObject({ ok: true, ledger: { streams: 2, unsealed: 0 } })

    const folder = await mkdtemp(join(tmpdir(), 'daodi-export-'))
    const file = join(folder, 'ledger.jsonl')
    await exportLedgerTo(file, world.services)
    expect(await verifyExport(linesOf(createReadStream(file)))).toMatchObject({ ok: true, streams: 2, unsealed: 0 })
    await expect(exportLedgerTo(file, world.services)).rejects.toThrow(/exists already/)
    await rm(folder, { recursive: true })
  })

  it('still verifies when words have been emptied by erasure', async () => {
    await sql`update texts set body = null, salt = null where case_id = ${cases[0]}`.execute(world.db)
    expect(await verifyLive(world.services)).toMatchObject({ ok: true })
  })
})

describe('the ledger refuses to be changed', () => {
  it.each(['update ledger_entries set kind = kind', 'delete from ledger_entries', 'truncate ledger_seals', 'delete from ledger_seals', 'update policies set document = document'])('%s', async (statement) => {
    await expect(sql.raw(statement).execute(world.db)).rejects.toThrow(/append-only/)
  })
})

describe('somebody who switches the triggers off is found', () => {
  it('changing one character', async () => {
    await tamper(sql`update ledger_entries set data = jsonb_set(data, '{channel}', '"visiu"') where stream = ${streamOf(0)} and seq = 1`)
    const found = await verifyLive(world.services)
    expect(found.ledger.findings[0]).toMatchObject({ kind: 'entry-altered', stream: streamOf(0), seq: 1 })
    expect((await kinds()).tables).toEqual(['case-differs'])
  })

  it('deleting an entry in the middle, or the last', async () => {
    await tamper(sql`delete from ledger_entries where stream = ${streamOf(0)} and seq = 2`)
    expect((await verifyLive(world.services)).ledger.findings[0]).toMatchObject({ kind: 'entries-missing', stream: streamOf(0), seq: 2 })
    await tamper(sql`delete from ledger_entries where stream = ${streamOf(1)} and seq = (select max(seq) from ledger_entries where stream = ${streamOf(1)})`)
    const { ledger, tables } = await kinds()
    expect(ledger).toContain('sealed-entries-missing')
    expect(tables).toContain('entries-missing')
  })

  it('deleting a whole stream, and the case with it', async () => {
    await tamper(sql`delete from ledger_entries where stream = ${streamOf(1)}`)
    expect(await kinds()).toMatchObject({ ledger: ['sealed-entries-missing'], tables: ['case-without-ledger'] })
    for (const table of ['obligation_rungs', 'obligations', 'texts', 'cases']) {
      const column = table === 'cases' ? sql.ref('id') : sql.ref('case_id')
      if (table !== 'obligation_rungs') await sql`delete from ${sql.table(table)} where ${column} = ${cases[1]}`.execute(world.db)
    }
    expect(await kinds()).toMatchObject({ ledger: ['sealed-entries-missing'], tables: [] })
  })

  it('putting two entries in each other’s place', async () => {
    await tamper(sql`update ledger_entries set seq = case seq when 2 then 1002 else 1003 end where stream = ${streamOf(0)} and seq in (2, 3)`)
    await tamper(sql`update ledger_entries set seq = case seq when 1002 then 3 else 2 end where stream = ${streamOf(0)} and seq > 1000`)
    const [finding] = (await verifyLive(world.services)).ledger.findings
    expect(finding).toMatchObject({ stream: streamOf(0), seq: 2 })
  })

  it('changing an entry and writing all hashes after it anew, in the case’s row too', async () => {
    const entries: LedgerEntry[] = await inSnapshot(world.db, async (trx) => {
      const all: LedgerEntry[] = []
      for await (const entry of entriesOf(trx)) all.push(entry)
      return all
    })
    let head: ChainHead | null = null
    for (const entry of entries.filter(({ stream }) => stream === streamOf(0))) {
      const actor = entry.seq === 2 ? 'system' : entry.actor
      const forged: LedgerEntry = chainEntry({ ...entry, actor, prev: head?.hash ?? entry.prev }, digestOf)
      await tamper(sql`update ledger_entries set actor = ${actor}, prev = ${forged.prev}, hash = ${forged.hash} where stream = ${streamOf(0)} and seq = ${forged.seq}`)
      head = { seq: forged.seq, hash: forged.hash }
    }
    await tamper(sql`update cases set head_hash = ${head?.hash ?? ''} where id = ${cases[0]}`)
    expect((await kinds()).ledger).toEqual(['sealed-entry-differs'])
  })

  it('changing a seal', async () => {
    await tamper(sql`update ledger_seals set entries = entries + 1 where number = 1`)
    expect((await kinds()).ledger[0]).toMatch(/^seal-(altered|malformed)$/)
  })

  it('changing a column of a case', async () => {
    await tamper(sql`update cases set urgency = 'urgent' where id = ${cases[0]}`)
    expect((await kinds()).first).toMatch(/urgency is "urgent", but by the ledger it is "normal"/)
  })

  it('changing the state that the rules read', async () => {
    await tamper(sql`update cases set state = jsonb_set(state, '{handler,personId}', ${JSON.stringify(world.people.qian)}::jsonb) where id = ${cases[0]}`)
    expect((await kinds()).first).toMatch(/handler\.personId/)
  })

  it('putting a due time off', async () => {
    await tamper(sql`update obligations set due_at = due_at + interval '1 day' where case_id = ${cases[0]} and state = 'open'`)
    expect(await kinds()).toMatchObject({ ledger: [], tables: ['duty-differs'] })
  })

  it('taking a duty away', async () => {
    await tamper(sql`update obligations set state = 'void', closed_at = now(), closed_seq = 3 where case_id = ${cases[0]} and state = 'open'`)
    expect(await kinds()).toMatchObject({ ledger: [], tables: ['duty-differs'] })
  })

  it('changing words, slipping some in, taking some away', async () => {
    await tamper(sql`update texts set body = body || '。' where case_id = ${cases[0]} and kind = 'subject'`)
    expect(await kinds()).toMatchObject({ ledger: [], tables: ['words-differ'] })
    await tamper(sql`insert into texts (institution_id, id, case_id, kind, body, salt) select institution_id, gen_random_uuid(), case_id, kind, '补记', salt from texts where case_id = ${cases[1]} limit 1`)
    expect((await kinds()).tables).toEqual(['words-differ', 'words-unrecorded'])
    await tamper(sql`delete from texts where case_id = ${cases[0]} and kind = 'subject'`)
    expect((await kinds()).tables).toEqual(['words-missing', 'words-unrecorded'])
  })

  it('putting in a case beside the ledger', async () => {
    await tamper(sql`insert into ledger_entries (institution_id, stream, seq, at, actor, kind, data, prev, hash, algorithm)
      select institution_id, 'case:' || gen_random_uuid(), 1, at, actor, kind, data, prev, hash, algorithm from ledger_entries where stream = ${streamOf(0)} and seq = 1`)
    const { ledger, tables } = await kinds()
    expect(ledger).toContain('entry-altered')
    expect(tables).toContain('ledger-without-case')
  })
})
