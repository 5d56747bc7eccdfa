import { createHash, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { gatekeeper } from './access/gatekeeper.ts'
import { cloneDatabase, type ClonedDatabase } from './database/testing.ts'
import { newIdAt } from './database/new-id.ts'
import { holdPost, insertPerson } from './directory/store-people.ts'
import { buildServer } from './http/build-server.ts'
import type { Services } from './http/route.ts'
import { presetOf } from './policy/testing-presets.ts'
import { routes } from './routes.ts'
import { testingSecrets } from './secrets/testing-secrets.ts'
import { createInstitution } from './setup/store-institution.ts'

/** People of the test bureau: receptionist, two units with heads and staff, office, leader, supervisor, administrator; and an outsider in another institution. */
export const CAST = {
  li: { name: '李文', unit: '规划科' }, qian: { name: '钱博', unit: '许可科' }, zhou: { name: '周宁', unit: '许可科' }, sun: { name: '孙涛', unit: '许可科' },
  he: { name: '何平', unit: '规划科' }, an: { name: '安宁', unit: '办公室' }, bao: { name: '包副局长', unit: '' }, wu: { name: '吴静', unit: '办公室' },
  guan: { name: '管理员', unit: '办公室' }, out: { name: '外人', unit: '' },
} as const
export type Who = keyof typeof CAST

/** The body is whatever JSON came back; tests look into it freely. */
export interface Replied { status: number; body: ReturnType<typeof JSON.parse>; headers: Record<string, unknown> }

export interface World extends ClonedDatabase {
  app: FastifyInstance
  services: Services
  institutionId: string
  otherInstitutionId: string
  units: Record<string, string>
  people: Record<Who, string>
  /** Sets the clock; Beijing time such as '2026-03-02 09:00', or an instant. */
  setTime(time: string): void
  call(who: Who | null, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers?: Record<string, string>): Promise<Replied>
}

function instantOf(time: string): string {
  return time.endsWith('Z') ? time : new Date(`${time.replace(' ', 'T')}:00+08:00`).toISOString()
}

/** A running server without a port on a database of its own, with a clock that the test sets. */
export async function makeWorld(presetId = 'county-bureau', start = '2026-03-02 09:00'): Promise<World> {
  const database = await cloneDatabase()
  let now = instantOf(start)
  const newId = (): string => newIdAt(Date.parse(now))
  const quiet = { info: () => undefined, warn: () => undefined, error: (message: object | string) => { console.error(message) } }
  const services: Services = { db: database.db, clock: () => now, newId, dataDir: join(tmpdir(), `daodi-world-${randomUUID()}`), ledgerAlgorithm: 'sha256', demo: false, log: quiet, secrets: testingSecrets }
  const bare = { ...await presetOf(presetId), units: [] }
  const common = { phone: null, at: now, newId, preset: bare }
  const [bureau, other] = await database.db.transaction().execute(async (trx) => [
    await createInstitution(trx, { ...common, name: '青山县建设局', shortName: '县建设局', registerCode: 'JS', position: 0 }),
    await createInstitution(trx, { ...common, name: '临水县建设局', shortName: '临水建设局', registerCode: 'LS', position: 1 }),
  ])
  const units = await addUnits(services, bureau)
  const people = await addPeople(services, { bureau, other, units })
  await database.db.insertInto('installation').values({ kind: 'real', setup_digest: null }).execute()
  const app = await buildServer({ routes, services, gatekeeper, trustedProxies: [], secure: false, checkReplies: true })
  const call: World['call'] = async (...[who, method, url, body, headers]) => {
    const options: InjectOptions = { method, url, headers: { ...(who ? { authorization: `Bearer ${tokenOf(who)}` } : {}), ...headers }, ...(body === undefined ? {} : { payload: body as object }) }
    const response = await app.inject(options)
    const json = String(response.headers['content-type'] ?? '').includes('json')
    return { status: response.statusCode, body: json ? response.json() : response.body, headers: response.headers }
  }
  const { dataDir } = services
  const drop = async (): Promise<void> => { await app.close(); await database.drop(); await rm(dataDir, { recursive: true, force: true }) }
  return {
    ...database, drop, app, services, institutionId: bureau.institutionId, otherInstitutionId: other.institutionId, units, people, call,
    setTime: (time) => { now = instantOf(time) },
  }
}

export const tokenOf = (who: Who): string => `test-token-of-${who}-0123456789`

async function addUnits(services: Services, bureau: { institutionId: string; rootUnitId: string }): Promise<Record<string, string>> {
  const units: Record<string, string> = { 局: bureau.rootUnitId }
  const { policy_digest: digest } = await services.db.selectFrom('units').select('policy_digest').where('id', '=', bureau.rootUnitId).executeTakeFirstOrThrow()
  for (const [name, code] of [['规划科', 'GH'], ['许可科', 'XK'], ['办公室', 'BG']] as const) {
    const id = services.newId()
    units[name] = id
    await services.db.insertInto('units').values({
      institution_id: bureau.institutionId, id, parent_id: bureau.rootUnitId, path: [bureau.rootUnitId, id], kind: 'department', name, register_code: code, phone: null, room: '305', policy_digest: digest,
    }).execute()
  }
  return units
}

async function addPeople(
  services: Services, { bureau, other, units }: { bureau: { institutionId: string; rootUnitId: string }; other: { institutionId: string; rootUnitId: string }; units: Record<string, string> },
): Promise<Record<Who, string>> {
  const people = {} as Record<Who, string>
  const roles: Partial<Record<Who, 'receptionist' | 'head' | 'leader' | 'supervisor' | 'administrator'>> = { li: 'receptionist', sun: 'head', he: 'head', bao: 'leader', wu: 'supervisor', guan: 'administrator' }
  for (const [who, { name, unit }] of Object.entries(CAST) as [Who, { name: string; unit: string }][]) {
    const home = who === 'out' ? other : bureau
    const unitId = units[unit] ?? home.rootUnitId
    const role = roles[who]
    const scope = role === 'head' || role === 'receptionist' ? unitId : home.rootUnitId
    people[who] = services.newId()
    await insertPerson(services.db, { institutionId: home.institutionId, id: people[who], unitId, name, login: who, roles: role ? [{ role, unitId: scope }] : [] })
    await services.db.insertInto('api_tokens').values({
      institution_id: home.institutionId, id: services.newId(), person_id: people[who], name: 'test', digest: createHash('sha256').update(tokenOf(who)).digest(), scope: 'act',
      created_at: '2026-01-01T00:00:00.000Z', expires_at: '2099-01-01T00:00:00.000Z', last_used_at: null, revoked_at: null,
    }).execute()
  }
  const { institutionId, rootUnitId } = bureau
  const posts: [string, string, Who][] = [[units['规划科'] ?? '', 'head', 'he'], [units['许可科'] ?? '', 'head', 'sun'], [rootUnitId, 'office', 'an'], [rootUnitId, 'intake', 'an'],
    [rootUnitId, 'leaderInCharge', 'bao'], [rootUnitId, 'principal', 'bao']]
  for (const [unitId, post, who] of posts) await holdPost(services.db, { institutionId, unitId, post, personId: people[who] })
  return people
}
