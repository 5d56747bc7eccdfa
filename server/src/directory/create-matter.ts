import { createMatter } from '@daodi/contract/staff/directory/directory.ts'
import { brokenConstraint } from '../database/connection-errors.ts'
import { route } from '../http/route.ts'
import { appendFact } from '../ledger/store-append.ts'
import { administered } from './administered.ts'
import { unitsWithin } from './store-accounts.ts'
import { insertMatter } from './store-matters.ts'
import { countPeople } from './store-units.ts'

export const createMatterRoute = route(createMatter, async ({ body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  if ((await unitsWithin(db, institutionId, administered(caller), [body.unitId])).size === 0) return { ok: false, refusal: 'no-such-unit' }
  if (body.personId !== undefined && await countPeople(db, institutionId, [body.personId]) === 0) return { ok: false, refusal: 'no-such-person' }
  const id = services.newId()
  try {
    await insertMatter(db, { ...body, institutionId, id })
  } catch (error) {
    if (brokenConstraint(error) === 'matters_name') return { ok: false, refusal: 'matter-name-taken' }
    throw error
  }
  await appendFact(db, { institutionId, stream: `matter:${id}`, kind: 'matter-created', data: { unitId: body.unitId }, actor, at, algorithm })
  return { ok: true, value: { id } }
})
