import { createUnit } from '@daodi/contract/staff/directory/directory.ts'
import { brokenConstraint } from '../database/connection-errors.ts'
import { route } from '../http/route.ts'
import { appendFact, unitStream } from '../ledger/store-append.ts'
import { administered } from './administered.ts'
import { unitsWithin } from './store-accounts.ts'
import { insertUnit } from './store-units.ts'

/** A unit without letters of its own writes into the register of the unit above it. */
export const createUnitRoute = route(createUnit, async ({ body, caller, at }, services) => {
  const { institutionId } = caller
  const { parentId, name, kind, registerCode = null, phone = null, room = null } = body
  if ((await unitsWithin(services.db, institutionId, administered(caller), [parentId])).size === 0) return { ok: false, refusal: 'no-such-unit' }
  const id = services.newId()
  try {
    await insertUnit(services.db, { institutionId, id, parentId, name, kind, registerCode, phone, room })
  } catch (error) {
    switch (brokenConstraint(error)) {
      case 'units_name': return { ok: false, refusal: 'unit-name-taken' }
      case 'units_register_code_key': return { ok: false, refusal: 'register-code-taken' }
      default: throw error
    }
  }
  const data = { parentId, kind }
  await appendFact(services.db, { institutionId, stream: unitStream(id), kind: 'unit-created', begins: true, data, actor: caller.personId, at, algorithm: services.ledgerAlgorithm })
  return { ok: true, value: { id } }
})
