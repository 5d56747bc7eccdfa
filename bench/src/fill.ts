import { tmpdir } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { gatekeeper } from '@daodi/server/access/gatekeeper.ts'
import type { Connection } from '@daodi/server/database/connect.ts'
import { newIdAt } from '@daodi/server/database/new-id.ts'
import { learnFromCases } from '@daodi/server/finding/learn.ts'
import { buildServer } from '@daodi/server/http/build-server.ts'
import type { Services } from '@daodi/server/http/route.ts'
import { routes } from '@daodi/server/routes.ts'
import { testingSecrets } from '@daodi/server/secrets/testing-secrets.ts'
import type { Place, Worker } from './place.ts'
import { caseText, randomFrom } from './words.ts'

export interface Filling {
  place: Place
  cases: number
  from: number
  seed: number
  startMs: number
  endMs: number
  /** By what they are about: half of what is answered on the spot says under which matter it belongs. */
  matters: ReadonlyMap<string, readonly string[]>
  onProgress: (done: number) => void
}

const AT_ONCE = 12
/** Of every thousand cases, those at the end stay open in different states; the others run through to their end. */
const OPEN_SHARE = 0.03

/** Fills the database through the same operations that users call, at times spread from start to end. */
export async function fill({ db }: Connection, filling: Filling): Promise<void> {
  let clock = filling.startMs
  const app = await serverAt(db, () => clock)
  const random = randomFrom(filling.seed + filling.from)
  let next = filling.from
  const worker = async (): Promise<void> => {
    for (let index = next; index < filling.cases; index = next) {
      next += 1
      clock = Math.max(clock, Math.round(filling.startMs + (filling.endMs - filling.startMs) * (index / filling.cases)))
      await oneCase(app, { place: filling.place, matters: filling.matters, random, index, open: index > filling.cases * (1 - OPEN_SHARE) })
      if (index % 1000 === 999) filling.onProgress(index + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await app.close()
}

/** What the handled cases teach about whose a question is, as a worker learns it now and then. */
export async function learnAll({ db }: Connection): Promise<void> {
  await learnFromCases(servicesAt(db, () => Date.now()))
}

/** So many open cases, all registered at one moment and therefore due at one. */
export async function fillOpen({ db }: Connection, { place, cases, seed, atMs }: { place: Place; cases: number; seed: number; atMs: number }): Promise<void> {
  const app = await serverAt(db, () => atMs)
  const random = randomFrom(seed)
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next; index < cases; index = next) {
      next += 1
      const unit = place.units[index % place.units.length]
      const first = unit?.people[index % unit.people.length] ?? place.leader
      const { subject, content } = caseText(random, index)
      await post(app, first, '/api/staff/cases', { channel: 'phone', category: 'help', subject, content, requester: { name: `来访人${index}` }, decision: { branch: 'mine' } })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await app.close()
}

function serverAt(db: Connection['db'], clockMs: () => number): Promise<FastifyInstance> {
  return buildServer({ routes, services: servicesAt(db, clockMs), gatekeeper, trustedProxies: [], secure: false, checkReplies: false })
}

/** A server's services with a clock of our own; what goes wrong is heard. */
export function servicesAt(db: Connection['db'], clockMs: () => number): Services {
  const quiet = { info: () => undefined, warn: () => undefined, error: (message: object | string) => { process.stderr.write(`${JSON.stringify(message)}\n`) } }
  return { db, clock: () => new Date(clockMs()).toISOString(), newId: () => newIdAt(clockMs()), dataDir: tmpdir(), ledgerAlgorithm: 'sha256', demo: false, log: quiet, secrets: testingSecrets }
}

interface OneCase { place: Place; matters: Filling['matters']; random: () => number; index: number; open: boolean }

async function oneCase(app: FastifyInstance, { place, matters, random, index, open }: OneCase): Promise<void> {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const unit = pick(place.units)
  const first = pick(unit.people)
  const { subject, content, category, thing } = caseText(random, index)
  const requester = { name: `来访人${index % 5000}`, phone: `138${String(10_000_000 + (index % 50_000)).slice(0, 8)}` }
  const base = { channel: pick(['visit', 'phone', 'web', 'letter']), subject, content, category, requester, readBack: true }
  if (!open && random() < 0.75) {
    const known = matters.get(thing) ?? []
    const matterId = random() < 0.5 && known.length > 0 ? { matterId: pick(known) } : {}
    await post(app, first, '/api/staff/cases', { ...base, ...matterId, decision: { branch: 'onSpot', text: `您好，${subject}一事已当场办结。` } })
    return
  }
  const other = pick(place.units.filter((candidate) => candidate !== unit))
  const receiver = pick(other.people)
  const { id } = await post(app, first, '/api/staff/cases', { ...base, decision: { branch: 'otherUnit', toUnitId: other.id, toPersonId: receiver.id, reason: '由你科承办' } })
  if (open && random() < 0.3) return
  await post(app, receiver, `/api/staff/cases/${id}/referral/acceptance`, {})
  if (open && random() < 0.6) return
  await post(app, receiver, `/api/staff/cases/${id}/resolution`, { outcome: 'solved', text: '已按规定办理完毕。' })
  if (!open) await post(app, first, `/api/staff/cases/${id}/reply`, { channel: 'phone', text: '您反映的事情已经办好。', close: true })
}

async function post(app: FastifyInstance, by: Worker, url: string, body: object): Promise<{ id: string }> {
  const response = await app.inject({ method: 'POST', url, payload: body, headers: { authorization: `Bearer ${by.token}` } })
  if (response.statusCode >= 400) throw new Error(`${url}: ${response.body}`)
  return response.json<{ id: string }>()
}
