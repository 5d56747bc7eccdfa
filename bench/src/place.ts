import { createHash } from 'node:crypto'
import { newIdAt } from '@daodi/server/database/new-id.ts'
import type { Connection } from '@daodi/server/database/connect.ts'
import { holdPost, insertPerson } from '@daodi/server/directory/store-people.ts'
import { loadPresets } from '@daodi/server/policy/load-presets.ts'
import { createInstitution } from '@daodi/server/setup/store-institution.ts'

export interface Worker { id: string; unitId: string; token: string }
export interface Place { institutionId: string; rootUnitId: string; units: { id: string; people: Worker[] }[]; leader: Worker; administratorId: string }

const UNITS = 20
const PEOPLE_A_UNIT = 10

/** A county bureau of twenty units with ten people each, every one with an API token. */
export async function makePlace({ db }: Connection, at: string): Promise<Place> {
  const newId = (): string => newIdAt(Date.parse(at))
  const preset = (await loadPresets()).find((candidate) => candidate.id === 'county-bureau')
  if (!preset) throw new Error('the county preset is missing')
  const { institutionId, rootUnitId } = await db.transaction().execute((trx) => createInstitution(trx, {
    name: '测试县建设局', shortName: '测试建设局', registerCode: 'CS', phone: null, position: 0, 
    // The relay that is measured hands cases to and fro, which a bureau would not let happen.
    preset: { ...preset, units: [], policy: { ...preset.policy, transfers: { ...preset.policy.transfers, second: 'free', earlier: 'free' } } }, at, newId,
  }))
  const { policy_digest: digest } = await db.selectFrom('units').select('policy_digest').where('id', '=', rootUnitId).executeTakeFirstOrThrow()
  const addWorker = async (unitId: string, name: string, role?: { role: 'head' | 'leader' | 'administrator'; unitId: string }): Promise<Worker> => {
    const worker = { id: newId(), unitId, token: `bench-${name}-${newId().replace(/-/g, '')}`.replace(/[^\x21-\x7e]/g, 'x') }
    await insertPerson(db, { institutionId, id: worker.id, unitId, name, login: worker.token.slice(-20), roles: role ? [role] : [] })
    await db.insertInto('api_tokens').values({
      institution_id: institutionId, id: newId(), person_id: worker.id, name: 'bench', digest: createHash('sha256').update(worker.token).digest(), scope: 'act',
      created_at: at, expires_at: '2199-01-01T00:00:00.000Z',
      // Noting a token's use now and then is not what is measured.
      last_used_at: '2198-01-01T00:00:00.000Z', revoked_at: null,
    }).execute()
    return worker
  }
  const units: Place['units'] = []
  for (let index = 0; index < UNITS; index += 1) {
    const id = newId()
    const code = `U${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`
    await db.insertInto('units').values({ institution_id: institutionId, id, parent_id: rootUnitId, path: [rootUnitId, id], kind: 'department', name: `第${index + 1}科`, register_code: code, phone: null, room: null, policy_digest: digest }).execute()
    const people: Worker[] = []
    for (let seat = 0; seat < PEOPLE_A_UNIT; seat += 1) people.push(await addWorker(id, `职员${index + 1}-${seat + 1}`, seat === 0 ? { role: 'head', unitId: id } : undefined))
    units.push({ id, people })
    await holdPost(db, { institutionId, unitId: id, post: 'head', personId: people[0]?.id ?? '' })
  }
  const leader = await addWorker(rootUnitId, '局长', { role: 'leader', unitId: rootUnitId })
  for (const post of ['office', 'intake', 'leaderInCharge', 'principal']) await holdPost(db, { institutionId, unitId: rootUnitId, post, personId: leader.id })
  const administrator = await addWorker(rootUnitId, '管理员', { role: 'administrator', unitId: rootUnitId })
  await db.insertInto('installation').values({ kind: 'real', setup_digest: null }).execute()
  return { institutionId, rootUnitId, units, leader, administratorId: administrator.id }
}
