import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '@daodi/server/database/connect.ts'
import { withServer } from './own-server.ts'
import { makePlace, type Worker } from './place.ts'

interface Message { title: string; text: string }
interface Registered { message: Message; line: number; id: string }
type Json = ReturnType<typeof JSON.parse>

/** What became of the messages; `missing` names by their lines what did not arrive, was changed or was not found. */
export interface Tried {
  messages: number
  arrived: number
  longest: number
  pages: number
  listed: number
  exported: number
  words: Record<string, { asked: number; found: number }>
  missing: string[]
}

const AT_ONCE = 4
const WORD_LENGTHS = [2, 3, 5]
const PAGE = 100
const HAN_RUN = /\p{Script=Han}+/gu

/**
 * Registers every message of a file (JSON lines with `title` and `text`) over HTTP with a server of its own, and looks
 * whether all of it is there again: on the case page, in the list, in the export, and found by words from inside.
 */
export async function tryMessages(file: string, { connection, url, dataDir }: { connection: Connection; url: string; dataDir: string }): Promise<Tried> {
  const messages = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Message)
  const place = await makePlace(connection, new Date().toISOString())
  const clerks = place.units.flatMap(({ people }) => people)
  const missing: string[] = []
  return withServer(url, dataDir, async (base) => {
    const call = callerOf(base)
    const registered: Registered[] = []
    await inTurn([...messages.entries()], async ([line, message]) => {
      const { status, body } = await call(clerks[line % clerks.length], 'POST', '/api/staff/cases', { channel: 'letter', category: 'help', subject: message.title, content: message.text })
      if (status === 201) registered.push({ message, line: line + 1, id: body.id })
      else missing.push(`line ${line + 1}: refused with ${status} ${JSON.stringify(body.errors ?? body.code ?? body)}`)
    })
    let pages = 0
    await inTurn(registered, async ({ message, line, id }) => {
      const { status, body } = await call(place.leader, 'GET', `/api/staff/cases/${id}`)
      if (status === 200 && same(body.subject, message.title) && same(body.content, message.text)) pages += 1
      else missing.push(`line ${line}: its page answers ${status} or reads otherwise`)
    })
    const lister = new Lister(call, place.leader)
    const listed = await lister.all('')
    missing.push(...registered.filter(({ id }) => !listed.has(id)).map(({ line }) => `line ${line}: not in the list`))
    const words: Tried['words'] = {}
    for (const length of WORD_LENGTHS) words[`${length} characters`] = await searched(registered, length, { lister, missing })
    const exported = await exportedRows(call, place.leader)
    if (exported !== registered.length) missing.push(`the export has ${exported} rows`)
    return { messages: messages.length, arrived: registered.length, longest: Math.max(...messages.map(({ text }) => text.length)), pages, listed: listed.size, exported, words, missing: missing.toSorted() }
  }, [])
}

type Caller = (who: Worker | undefined, method: 'GET' | 'POST', path: string, body?: unknown) => Promise<{ status: number; body: Json }>

function callerOf(base: string): Caller {
  return async (who, method, path, body) => {
    const reply = await fetch(base + path, {
      method, headers: { authorization: `Bearer ${who?.token ?? ''}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json = (reply.headers.get('content-type') ?? '').includes('json')
    return { status: reply.status, body: json ? await reply.json() : await reply.arrayBuffer() }
  }
}

/** Kept as it was written, but for the spaces around it and the ends of its lines. */
function same(kept: unknown, written: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  return typeof kept === 'string' && plain(kept) === plain(written)
}

/** A word from about the middle of each text, of so many characters of one run of Chinese. */
async function searched(registered: readonly Registered[], length: number, { lister, missing }: { lister: Lister; missing: string[] }): Promise<{ asked: number; found: number }> {
  const counted = { asked: 0, found: 0 }
  await inTurn(registered, async ({ message, line, id }) => {
    const word = wordInside(message.text, length) ?? wordInside(message.title, length)
    if (word === null) return
    counted.asked += 1
    if ((await lister.all(word)).has(id)) counted.found += 1
    else missing.push(`line ${line}: not found by ${length} characters from its middle`)
  })
  return counted
}

function wordInside(text: string, length: number): string | null {
  const runs = [...text.matchAll(HAN_RUN)].filter(([run]) => run.length >= length)
  const run = runs[Math.floor(runs.length / 2)]?.[0]
  if (run === undefined) return null
  const from = Math.floor((run.length - length) / 2)
  return run.slice(from, from + length)
}

/** Walks a list to its end, page by page. */
class Lister {
  readonly #call: Caller
  readonly #who: Worker
  readonly #known = new Map<string, Promise<Set<string>>>()

  constructor(call: Caller, who: Worker) {
    this.#call = call
    this.#who = who
  }

  all(q: string): Promise<Set<string>> {
    const known = this.#known.get(q) ?? this.#walk(q)
    this.#known.set(q, known)
    return known
  }

  async #walk(q: string): Promise<Set<string>> {
    const found = new Set<string>()
    let after: string | null = ''
    while (after !== null) {
      const query = new URLSearchParams({ view: 'all', limit: String(PAGE), ...(q === '' ? {} : { q }), ...(after === '' ? {} : { after }) })
      const { status, body } = await this.#call(this.#who, 'GET', `/api/staff/cases?${query.toString()}`)
      if (status !== 200) throw new Error(`the list answers ${status}`)
      for (const row of body.rows) found.add(row.id)
      after = body.next
    }
    return found
  }
}

/** The whole register as a workbook; how many rows it says it has. */
async function exportedRows(call: Caller, who: Worker): Promise<number> {
  const asked = await call(who, 'POST', '/api/staff/exports', { layout: 'full', filters: { view: 'all' } })
  let { body } = asked
  for (let tries = 0; asked.status === 202 && body.state !== 'done' && body.state !== 'failed' && tries < 600; tries += 1) {
    await sleep(100)
    body = (await call(who, 'GET', `/api/staff/exports/${body.id}`)).body
  }
  const file = await call(who, 'GET', `/api/staff/exports/${body.id}/file`)
  const isWorkbook = file.status === 200 && Buffer.from(file.body).subarray(0, 2).toString() === 'PK'
  return isWorkbook ? body.done : 0
}

async function inTurn<Item>(items: readonly Item[], one: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { for (const item of waiting) await one(item) }))
}
