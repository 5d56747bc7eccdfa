import { sql, type RawBuilder } from 'kysely'
import type { JsonObject } from '@daodi/domain/ledger/canonical-json.ts'
import { chainEntry, linkAfter, type ChainHead, type LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import type { Db } from '../http/route.ts'
import { digestOf } from './digest.ts'

/** One thing that happened to something that has no state of its own to replay: a person's account, a unit. */
export interface AppendedFact {
  institutionId: string
  /** `person:<uuid>`, `unit:<uuid>`. */
  stream: string
  kind: string
  /** Ids, codes and counts only; never a name, a login or anything a person wrote. */
  data: JsonObject
  /** A person's id, or `system`. */
  actor: string
  at: string
  algorithm: 'sha256' | 'sm3'
}

type Noted = Pick<AppendedFact, 'kind' | 'data'>

export interface StreamFact extends Noted { stream: string }

/** In whose name and when facts of one moment are written down. */
export type Acting = Omit<AppendedFact, keyof StreamFact>

/** The ends of streams, by stream; one that has not begun is not among them. */
export type Heads = ReadonlyMap<string, ChainHead>

/**
 * Chains a fact that nothing else is written with onto its stream, in three statements, in one where its stream begins with it;
 * `trx` has to be a transaction. An act that changes more: obligations/store-act.ts.
 */
export async function appendFact(trx: Db, fact: AppendedFact & { begins?: boolean }): Promise<void> {
  const { institutionId, stream, begins = false } = fact
  if (!begins) await sql`select pg_advisory_xact_lock(hashtextextended(${stream}, 0))`.execute(trx)
  await insertEntries(institutionId, chainOnto(await streamHeads(trx, institutionId, begins ? [] : [stream]), fact, [fact])).execute(trx)
}

/** To be asked for in a statement after the one that holds the streams, so that the ends are read after whoever held a stream has committed. */
export async function streamHeads(trx: Db, institutionId: string, streams: readonly string[]): Promise<Heads> {
  if (streams.length === 0) return new Map()
  const { rows } = await sql<{ stream: string; seq: number; hash: string }>`
    select s.stream, e.seq, e.hash from unnest(${[...streams]}::text[]) s(stream)
      cross join lateral (select l.seq, l.hash from ledger_entries l where l.institution_id = ${institutionId} and l.stream = s.stream order by l.seq desc limit 1) e`.execute(trx)
  return new Map(rows.map(({ stream, seq, hash }) => [stream, { seq, hash }]))
}

export function chainOnto(heads: Heads, { institutionId, actor, at, algorithm }: Acting, facts: readonly StreamFact[]): LedgerEntry[] {
  const ends = new Map(heads)
  return facts.map(({ stream, kind, data }) => {
    const entry = chainEntry({ institutionId, stream, kind, data, actor, at, algorithm, ...linkAfter(ends.get(stream) ?? null) }, digestOf)
    ends.set(stream, entry)
    return entry
  })
}

export function insertEntries(institutionId: string, entries: readonly LedgerEntry[]): RawBuilder<unknown> {
  const rows = JSON.stringify(entries.map(({ stream, seq, at, actor, kind, data, prev, hash, algorithm }) => ({ stream, seq, at, actor, kind, data, prev, hash, algorithm })))
  return sql`insert into ledger_entries (institution_id, stream, seq, at, actor, kind, data, prev, hash, algorithm)
    select ${institutionId}::uuid, e.* from jsonb_to_recordset(${rows}::jsonb)
      as e(stream text, seq int, at timestamptz, actor text, kind text, data jsonb, prev text, hash text, algorithm text)`
}

/** A reply that was not sent because of a forbidden phrase in it; on the stream of the unit of whoever wrote it. */
export const PHRASE_REFUSED = 'phrase-refused'

export const shiftStream = (shiftId: string): string => `shift:${shiftId}`
export const bellStream = (bellId: string): string => `bell:${bellId}`
export const walkroundStream = (walkroundId: string): string => `walkround:${walkroundId}`
export const successionStream = (successionId: string): string => `succession:${successionId}`
export const personStream = (personId: string): string => `person:${personId}`
export const unitStream = (unitId: string): string => `unit:${unitId}`
export const policyStream = (unitId: string): string => `policy:${unitId}`
export const calendarStream = (unitId: string): string => `calendar:${unitId}`
export const requesterStream = (requesterId: string): string => `requester:${requesterId}`
export const directoryStream = (institutionId: string): string => `directory:${institutionId}`
