import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { buildApi } from './api.ts'
import { caseKeeper } from './cases/keeper.ts'
import { newIdAt } from './database/new-id.ts'
import type { Tables } from './database/tables.ts'
import { holdPost, insertPerson } from './directory/store-people.ts'
import { insertUnit } from './directory/store-units.ts'
import type { Pages } from './http/serve-pages.ts'
import type { Services } from './http/route.ts'
import { advanceObligations } from './obligations/advance.ts'
import { nextWake } from './obligations/store.ts'
import { publishPolicy } from './policy/store.ts'
import { presetOf } from './policy/testing-presets.ts'
import { routes } from './routes.ts'
import { testingSecrets } from './secrets/testing-secrets.ts'
import { createInstitution } from './setup/store-institution.ts'

type Role = 'receptionist' | 'head' | 'leader' | 'supervisor' | 'administrator'

export interface StoryPerson {
  name: string
  /** A unit of the story; the institution itself if left out. */
  unit?: string
  phone?: string
  room?: string
  /** Rights over the own unit and what is below it. */
  roles?: readonly Role[]
  /** Rights over the whole institution. */
  rolesOverAll?: readonly Role[]
  /** Posts in the own unit that policy and ladders speak of, such as `head`. */
  posts?: readonly string[]
  /** Such posts of the institution: office, intake, leaderInCharge, principal … */
  postsOverAll?: readonly string[]
}

/** One organisation of a story. Each person has a key by which the steps call them. */
export interface StoryCast {
  preset: string
  name: string
  shortName: string
  registerCode: string
  /** By name, with the letters of its register; a unit without a book of its own writes into the one above it. */
  units: Readonly<Record<string, string | null>>
  people: Readonly<Record<string, StoryPerson>>
  /** What this organisation's regulation says otherwise than its preset. */
  policy?: Readonly<Record<string, unknown>>
}

/** The body is whatever JSON came back; stories look into it freely. */
export interface StoryReply { status: number; body: ReturnType<typeof JSON.parse> }
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Story {
  app: FastifyInstance
  services: Services
  institutionId: string
  rootUnitId: string
  units: Readonly<Record<string, string>>
  people: Readonly<Record<string, string>>
  /** Lets time pass until then, Beijing time such as '2026-03-02 09:00': whatever falls due meanwhile is fired at its moment. */
  at(time: string): Promise<void>
  call(who: string | null, method: Method, path: string, body?: unknown): Promise<StoryReply>
  /** Does it, and gives back what the server answered. Throws where it refuses. */
  does(who: string | null, path: string, body?: unknown): Promise<ReturnType<typeof JSON.parse>>
  sees(who: string | null, path: string): Promise<ReturnType<typeof JSON.parse>>
  /** The code of the refusal. Throws where it is not refused. */
  isRefused(who: string | null, path: string, body?: unknown): Promise<string>
}

export const instantOf = (time: string): string => (time.endsWith('Z') ? time : new Date(`${time.replace(' ', 'T')}${time.length > 16 ? '' : ':00'}+08:00`).toISOString())
const tokenOf = (who: string): string => `story-token-of-${Buffer.from(who).toString('hex')}-0123456789`
/** For a request of a story that is not JSON. */
export const headersOf = (who: string): { authorization: string } => ({ authorization: `Bearer ${tokenOf(who)}` })

/** A whole organisation on an empty, migrated database, with a clock that the story moves; its server answers `call` and may be let listen. */
export async function beginStory(db: Kysely<Tables>, cast: StoryCast, { start, pages = [] }: { start: string; pages?: readonly Pages[] }): Promise<Story> {
  let now = instantOf(start)
  const quiet = { info: () => undefined, warn: () => undefined, error: (message: object | string) => { console.error(message) } }
  const services: Services = { db, clock: () => now, newId: () => newIdAt(Date.parse(now)), dataDir: tmpdir(), ledgerAlgorithm: 'sha256', demo: true, log: quiet, secrets: testingSecrets }
  const place = await makePlace(services, cast)
  const app = await buildApi({ services, routes, pool: { totalCount: 0, idleCount: 0, waitingCount: 0 }, checkReplies: true, pages, trustedProxies: ['127.0.0.1'] })
  const call: Story['call'] = async (who, method, path, body) => {
    const headers = who === null ? {} : headersOf(who)
    const response = await app.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body as object }) })
    return { status: response.statusCode, body: String(response.headers['content-type'] ?? '').includes('json') ? response.json() : response.body }
  }
  const done = async (who: string | null, method: Method, path: string, body?: unknown) => {
    const reply = await call(who, method, path, body)
    if (reply.status >= 300) throw new Error(`${who ?? 'the public'}: ${method} ${path} → ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  return {
    app, services, ...place, call,
    at: async (time) => {
      const goal = instantOf(time)
      for (let wake = await nextWake(db); wake !== null && wake <= goal; wake = await nextWake(db)) {
        now = wake > now ? wake : now
        if (await advanceObligations(services, caseKeeper, { limit: 100 }) === 0) break
      }
      now = goal
    },
    does: (who, path, body = {}) => done(who, 'POST', path, body),
    sees: (who, path) => done(who, 'GET', path),
    isRefused: async (who, path, body = {}) => {
      const reply = await call(who, 'POST', path, body)
      if (reply.status < 400) throw new Error(`${who ?? 'the public'}: POST ${path} should have been refused: ${JSON.stringify(reply.body)}`)
      return String(reply.body.code)
    },
  }
}

async function makePlace(services: Services, cast: StoryCast) {
  const { db, newId } = services
  const at = services.clock()
  const preset = await presetOf(cast.preset)
  const { institutionId, rootUnitId } = await db.transaction().execute((trx) => createInstitution(trx, {
    name: cast.name, shortName: cast.shortName, registerCode: cast.registerCode, phone: null, position: 0, preset: { ...preset, units: [] }, at, newId,
  }))
  const units: Record<string, string> = {}
  for (const [name, registerCode] of Object.entries(cast.units)) {
    const id = newId()
    await insertUnit(db, { institutionId, id, parentId: rootUnitId, kind: 'department', name, registerCode, phone: null, room: null })
    units[name] = id
  }
  const people: Record<string, string> = {}
  for (const [who, person] of Object.entries(cast.people)) people[who] = await addPerson(services, { institutionId, rootUnitId, unitId: units[person.unit ?? ''] ?? rootUnitId, who, person })
  if (cast.policy) await db.transaction().execute((trx) => publishPolicy(trx, { institutionId, unitId: rootUnitId, overlay: { ...preset.policy, ...cast.policy }, at, by: null }))
  await db.insertInto('installation').values({ kind: 'demo', setup_digest: null }).execute()
  return { institutionId, rootUnitId, units, people }
}

interface Added { institutionId: string; rootUnitId: string; unitId: string; who: string; person: StoryPerson }

async function addPerson({ db, newId }: Services, { institutionId, rootUnitId, unitId, who, person }: Added): Promise<string> {
  const id = newId()
  const { name, phone, room, roles = [], rolesOverAll = [], posts = [], postsOverAll = [] } = person
  await insertPerson(db, {
    institutionId, id, unitId, name, login: who, roles: [...roles.map((role) => ({ role, unitId })), ...rolesOverAll.map((role) => ({ role, unitId: rootUnitId }))],
    ...(phone === undefined ? {} : { phone }), ...(room === undefined ? {} : { room }),
  })
  await db.updateTable('people').set({ demo_role: name }).where('institution_id', '=', institutionId).where('id', '=', id).execute()
  for (const post of posts) await holdPost(db, { institutionId, unitId, post, personId: id })
  for (const post of postsOverAll) await holdPost(db, { institutionId, unitId: rootUnitId, post, personId: id })
  await db.insertInto('api_tokens').values({
    institution_id: institutionId, id: newId(), person_id: id, name: 'story', digest: createHash('sha256').update(tokenOf(who)).digest(), scope: 'act',
    created_at: '2026-01-01T00:00:00.000Z', expires_at: '2099-01-01T00:00:00.000Z', last_used_at: null, revoked_at: null,
  }).execute()
  return id
}
