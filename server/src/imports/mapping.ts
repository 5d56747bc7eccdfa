import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { CATEGORIES as CATEGORY_CODES, CHANNELS as CHANNEL_CODES } from '@daodi/contract/shared/codes.ts'
import { LocalDate } from '@daodi/contract/shared/time.ts'
import { OperatorError } from '../database/operator-error.ts'
import { FIELDS } from './fields.ts'

const Words = <Code extends z.ZodType>(code: Code) => z.record(z.string().min(1), code).default({})

/** What a register of one's own calls things. Everything may be left out. */
const Mapping = z.strictObject({
  /** field → head of the column, or its letter. */
  columns: z.partialRecord(z.enum(FIELDS), z.string().min(1)).default({}),
  /** The last row of the table's head, when it is not found by itself. */
  headerRow: z.int().min(1).max(1000).optional(),
  /** For days written without a year. */
  year: z.int().min(1990).max(2199).optional(),
  /** For lines, or registers, that do not say. */
  defaults: z.strictObject({
    date: LocalDate.optional(), channel: z.enum(CHANNEL_CODES).optional(), category: z.enum(CATEGORY_CODES).optional(), firstContact: z.string().min(1).optional(),
  }).default({}),
  channels: Words(z.enum(CHANNEL_CODES)), categories: Words(z.enum(CATEGORY_CODES)), outcomes: Words(z.enum(['solved', 'explained', 'outside'])),
  /** As the register writes a name → the person's login, or the name in the directory. */
  people: Words(z.string().min(1)), units: Words(z.string().min(1)),
})
export type Mapping = z.output<typeof Mapping>

/** Refuses (OperatorError) a file that is not YAML or says something that is not understood, and names it. */
export async function readMapping(path: string | null): Promise<Mapping> {
  if (path === null) return Mapping.parse({})
  const text = await readFile(path, 'utf8').catch(() => { throw new OperatorError(`没有 ${path} 这个文件。`, `There is no file ${path}.`) })
  let document: unknown
  try {
    document = parse(text) ?? {}
  } catch (error) {
    throw new OperatorError(`${path} 不是 YAML：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`, `${path} is not YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
  const read = Mapping.safeParse(document)
  if (read.success) return read.data
  const [first] = read.error.issues
  const where = first?.path.map(String).join('.') || 'the file'
  const what = first?.code === 'unrecognized_keys' ? `${first.keys.join(', ')} is not known there; known are ${keysAt(first.path)}` : first?.message
  throw new OperatorError(`${path} 里的 ${where} 不对：${what}`, `${path}: ${where}: ${what}`)
}

function keysAt(path: PropertyKey[]): string {
  if (path[0] === 'columns') return FIELDS.join(', ')
  return path[0] === 'defaults' ? 'date, channel, category, firstContact' : Object.keys(Mapping.shape).join(', ')
}
