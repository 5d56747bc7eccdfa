import { brokenConstraint } from '../database/connection-errors.ts'
import type { Staff } from '../http/caller.ts'
import type { Services } from '../http/route.ts'
import type { AppendedFact } from '../ledger/store-append.ts'

type Noted = Pick<AppendedFact, 'institutionId' | 'stream' | 'kind' | 'data' | 'actor' | 'at' | 'algorithm'>

/** What somebody changed in the directory: which fields, never what stands in them. */
export function directoryFact(stream: string, by: { caller: Staff; at: string; services: Services }, what: { kind: string; fields: readonly string[]; unitId?: string; people?: readonly string[] }): Noted {
  const { caller, at, services } = by
  const data = { fields: [...what.fields], ...(what.unitId === undefined ? {} : { unitId: what.unitId }), ...(what.people === undefined ? {} : { people: [...what.people] }) }
  return { institutionId: caller.institutionId, stream, kind: what.kind, data, actor: caller.personId, at, algorithm: services.ledgerAlgorithm }
}

/** False when the constraint was broken; any other failure is passed on. */
export async function unlessTaken(constraint: string, write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (brokenConstraint(error) === constraint) return false
    throw error
  }
}

export function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}

/** Which fields a request gives. */
export function givenFields(body: object): string[] {
  return Object.entries(body).filter(([, value]) => value !== undefined).map(([field]) => field)
}

/** Undefined leaves it, true gives it up now, false takes it up again. */
export function removal(removed: boolean | undefined, at: string): string | null | undefined {
  return removed === undefined ? undefined : removed ? at : null
}
