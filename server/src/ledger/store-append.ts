import { sql } from 'kysely'
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

/** Chains a fact onto its stream; `trx` has to be a transaction. */
export function appendFact(trx: Db, fact: AppendedFact): Promise<void> {
  return appendFacts(trx, fact, [fact])
}

/**
 * Chains several facts of one moment onto one stream, in their order; `trx` has to be a transaction. The lock is a
 * statement of its own, so that the head is read after whoever held the stream has committed.
 */
export async function appendFacts(trx: Db, to: Omit<AppendedFact, keyof Noted>, facts: readonly Noted[]): Promise<void> {
  if (facts.length === 0) return
  const { institutionId, stream } = to
  await sql`select pg_advisory_xact_lock(hashtextextended(${stream}, 0))`.execute(trx)
  let head: ChainHead | null = await trx.selectFrom('ledger_entries').select(['seq', 'hash'])
    .where('institution_id', '=', institutionId).where('stream', '=', stream).orderBy('seq', 'desc').limit(1).executeTakeFirst() ?? null
  const entries: LedgerEntry[] = []
  for (const { kind, data } of facts) {
    const { actor, at, algorithm } = to
    const entry = chainEntry({ institutionId, stream, kind, data, actor, at, algorithm, ...linkAfter(head) }, digestOf)
    entries.push(entry)
    head = entry
  }
  await trx.insertInto('ledger_entries').values(entries.map((entry) => ({
    institution_id: institutionId, stream, seq: entry.seq, at: entry.at, actor: entry.actor, kind: entry.kind, data: JSON.stringify(entry.data), prev: entry.prev,
    hash: entry.hash, algorithm: entry.algorithm,
  }))).execute()
}

export interface StreamFact extends Noted { stream: string }

/**
 * Chains facts onto several streams at once, in three statements however many they are; `trx` has to be a transaction.
 * Gives each fact's place in its stream, in the order of the facts.
 */
export async function appendToStreams(trx: Db, to: Omit<AppendedFact, keyof StreamFact>, facts: readonly StreamFact[]): Promise<number[]> {
  if (facts.length === 0) return []
  const { institutionId, actor, at, algorithm } = to
  const streams = [...new Set(facts.map(({ stream }) => stream))].sort()
  await sql`select pg_advisory_xact_lock(hashtextextended(stream, 0)) from (select unnest(${streams}::text[]) as stream order by 1) streams`.execute(trx)
  const { rows } = await sql<{ stream: string; seq: number; hash: string }>`
    select distinct on (stream) stream, seq, hash from ledger_entries where institution_id = ${institutionId} and stream = any(${streams}) order by stream, seq desc`.execute(trx)
  const heads = new Map<string, ChainHead>(rows.map(({ stream, seq, hash }) => [stream, { seq, hash }]))
  const entries = facts.map(({ stream, kind, data }) => {
    const entry = chainEntry({ institutionId, stream, kind, data, actor, at, algorithm, ...linkAfter(heads.get(stream) ?? null) }, digestOf)
    heads.set(stream, entry)
    return entry
  })
  const written = JSON.stringify(entries.map(({ stream, seq, at: when, actor: who, kind, data, prev, hash, algorithm: by }) => ({ stream, seq, at: when, actor: who, kind, data, prev, hash, algorithm: by })))
  await sql`insert into ledger_entries (institution_id, stream, seq, at, actor, kind, data, prev, hash, algorithm)
    select ${institutionId}::uuid, e.* from jsonb_to_recordset(${written}::jsonb)
      as e(stream text, seq int, at timestamptz, actor text, kind text, data jsonb, prev text, hash text, algorithm text)`.execute(trx)
  return entries.map(({ seq }) => seq)
}

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
