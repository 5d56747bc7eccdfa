import { timingSafeEqual } from 'node:crypto'
import { completeSetup } from '@daodi/contract/staff/setup/setup.ts'
import { checkPassword } from '@daodi/domain/access/check-password.ts'
import { secretDigest } from '../access/store.ts'
import { hashPassword } from '../access/store-credentials.ts'
import { transaction } from '../database/transaction.ts'
import { spellings } from '../directory/store-spellings.ts'
import { holdPost, insertPerson } from '../directory/store-people.ts'
import { route, type Request, type Route, type Services } from '../http/route.ts'
import { appendFact, personStream, unitStream } from '../ledger/store-append.ts'
import { postsToFill } from './posts-to-fill.ts'
import type { LoadPresets, Preset } from './preset.ts'
import { endSetup, setupDigest } from './store-installation.ts'
import { createInstitution } from './store-institution.ts'

/**
 * Makes the first institution after a preset and its first person, who administers it, heads it and holds every post
 * until others are named: from the first minute whatever is asked has somebody who owes the answer. In a transaction of
 * its own, as no digest of a body with a password may be kept.
 */
export const completeSetupRoute = (loadPresets: LoadPresets): Route => route(completeSetup, async (request, services) => {
  const { body } = request
  const waiting = await setupDigest(services.db)
  if (!waiting) return { ok: false, refusal: 'setup-done' }
  if (!timingSafeEqual(secretDigest(body.token), waiting)) return { ok: false, refusal: 'setup-token-wrong' }
  const preset = (await loadPresets()).find(({ id }) => id === body.preset)
  if (!preset) return { ok: false, refusal: 'no-such-preset' }
  const { name, login, password } = body.administrator
  const refusal = checkPassword(password, { login, names: [name, spellings(name).pinyin] })
  if (refusal) return { ok: false, refusal }
  const created = await create(services, request, { preset, waiting, passwordHash: await hashPassword(password) })
  return created ? { ok: true, value: created } : { ok: false, refusal: 'setup-done' }
}, 'own')

interface Prepared { preset: Preset; waiting: Buffer; passwordHash: string }

async function create(
  services: Services, { body, at }: Request<typeof completeSetup>, { preset, waiting, passwordHash }: Prepared,
): Promise<{ institutionId: string; personId: string } | null> {
  const { name, shortName, registerCode, phone = null } = body.institution
  return transaction(services.db, async (trx) => {
    if (!await endSetup(trx, waiting)) return null
    const { institutionId, rootUnitId } = await createInstitution(trx, { name, shortName, registerCode, phone, position: 0, preset, at, newId: services.newId })
    const personId = services.newId()
    const roles = (['administrator', 'head'] as const).map((role) => ({ role, unitId: rootUnitId }))
    await insertPerson(trx, { institutionId, id: personId, unitId: rootUnitId, name: body.administrator.name, login: body.administrator.login, passwordHash, roles })
    const posts = postsToFill(preset).map((post) => ({ post, personId }))
    for (const held of posts) await holdPost(trx, { institutionId, unitId: rootUnitId, ...held })
    const noted = { institutionId, actor: 'system', at, algorithm: services.ledgerAlgorithm }
    await appendFact(trx, { ...noted, stream: unitStream(rootUnitId), kind: 'institution-created', data: { preset: preset.id, posts } })
    await appendFact(trx, { ...noted, stream: personStream(personId), kind: 'person-created', data: { unitId: rootUnitId, roles } })
    return { institutionId, personId }
  })
}
