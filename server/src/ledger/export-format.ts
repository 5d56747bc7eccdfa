import { canonicalJson, NoCanonicalForm, type CanonicalRules, type JsonObject, type JsonValue } from '@daodi/domain/ledger/canonical-json.ts'
import type { LedgerAlgorithm } from '@daodi/domain/ledger/digest.ts'
import type { LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import type { Seal } from '@daodi/domain/ledger/seal.ts'
import { startDigest } from './digest.ts'

/** First thing in every exported file; docs/ledger.md describes what follows. */
export const EXPORT_FORMAT = 'daodi-ledger-export-1'

export interface ExportHeader {
  /** UTC with milliseconds. */
  readonly exportedAt: string
  /** The hash function of the footer; entries and seals each name their own. */
  readonly algorithm: LedgerAlgorithm
  readonly institutions: readonly { readonly id: string; readonly name: string }[]
}

export interface ExportFooter {
  readonly entries: number
  readonly streams: number
  readonly seals: number
  /** Over the UTF-8 bytes of all lines before, each with its line feed. */
  readonly hash: string
}

export type ExportLine =
  | ({ readonly type: 'header'; readonly format: string } & ExportHeader)
  | ({ readonly type: 'entry' } & LedgerEntry)
  | ({ readonly type: 'seal' } & Seal)
  | ({ readonly type: 'footer' } & ExportFooter)

type LineType = ExportLine['type']

/** Looser than an entry may be: what somebody smuggled into the database must come out again to be found. */
const LINE_RULES: CanonicalRules = { numbers: 'doubles', maxDepth: 1000, maxLength: 2 ** 28 }

type FieldTypes = Readonly<Record<string, 'string' | 'number' | 'object'>>
const FIELDS: Readonly<Record<LineType, FieldTypes>> = {
  header: { format: 'string', exportedAt: 'string', algorithm: 'string', institutions: 'object' },
  entry: {
    institutionId: 'string',
    stream: 'string',
    seq: 'number',
    at: 'string',
    actor: 'string',
    kind: 'string',
    data: 'object',
    prev: 'string',
    hash: 'string',
    algorithm: 'string',
  },
  seal: {
    number: 'number',
    at: 'string',
    fromXid: 'string',
    toXid: 'string',
    entries: 'number',
    segments: 'object',
    root: 'string',
    prev: 'string',
    hash: 'string',
    algorithm: 'string',
  },
  footer: { entries: 'number', streams: 'number', seals: 'number', hash: 'string' },
}

/**
 * The lines of an export, without their line feeds. Entries must come in order of institution, stream and seq, seals
 * by number, and both from one snapshot of the database, or a seal may cover entries the file does not have. Nothing
 * is judged here: a broken ledger is written as it is, for the verifier to name what is broken.
 */
export async function* exportLines(
  header: ExportHeader,
  entries: AsyncIterable<LedgerEntry>,
  seals: AsyncIterable<Seal>,
): AsyncGenerator<string, void, void> {
  const digest = startDigest(header.algorithm)
  const count = { entries: 0, streams: 0, seals: 0 }
  const counted = (line: string): string => {
    digest.update(`${line}\n`, 'utf8')
    return line
  }
  yield counted(lineOf('header', { format: EXPORT_FORMAT, ...header }))
  let last: { institutionId: string; stream: string } | null = null
  for await (const entry of entries) {
    count.entries++
    if (last?.institutionId !== entry.institutionId || last.stream !== entry.stream) count.streams++
    last = entry
    yield counted(entryLine(entry))
  }
  for await (const seal of seals) {
    count.seals++
    yield counted(lineOf('seal', seal))
  }
  yield lineOf('footer', { ...count, hash: digest.digest('hex') })
}

/**
 * Reads one line, its field names and their rough types; null if it is not a line of this format.
 * `isCanonical` is false when the same content was spelled in another way than the writer spells it.
 */
export function readExportLine(text: string): { line: ExportLine; isCanonical: boolean } | null {
  const value = parsed(text)
  if (!isExportLine(value)) return null
  return { line: value, isCanonical: spelled(value) === text }
}

/** Takes only the format's own fields, so that a row may carry more. */
function lineOf(type: LineType, fields: object): string {
  const row = fields as Readonly<Record<string, JsonValue>>
  const line: Record<string, JsonValue> = { type }
  for (const field of Object.keys(FIELDS[type])) line[field] = row[field] ?? null
  return canonicalJson(line, LINE_RULES)
}

function entryLine(entry: LedgerEntry): string {
  try {
    return lineOf('entry', entry)
  } catch (error) {
    // Data that has no JSON at all (a number beyond all doubles) would hide its entry by stopping the export.
    if (error instanceof NoCanonicalForm) return lineOf('entry', { ...entry, data: null })
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function spelled(line: ExportLine): string | null {
  try {
    return canonicalJson(line as unknown as JsonObject, LINE_RULES)
  } catch (error) {
    if (error instanceof NoCanonicalForm) return null
    throw error
  }
}

function isExportLine(value: unknown): value is ExportLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { type, ...fields } = value as Record<string, unknown>
  if (typeof type !== 'string' || !Object.hasOwn(FIELDS, type)) return false
  const expected = Object.entries(FIELDS[type as LineType])
  return (
    expected.length === Object.keys(fields).length &&
    expected.every(([name, kind]) => Object.hasOwn(fields, name) && typeof fields[name] === kind)
  )
}
