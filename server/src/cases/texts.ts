import { textDigest } from '@daodi/domain/ledger/text-digest.ts'
import type { TextRef } from '@daodi/domain/cases/state.ts'
import { freshBytes } from '../database/new-id.ts'
import type { Services } from '../http/route.ts'
import { digestOf } from '../ledger/digest.ts'

export interface TextRow { id: string; kind: string; body: string; salt: string }

/** What stands between the reasons for seeing somebody first; none of them is more than a line. */
export const PRIORITY_BETWEEN = '\n'

/** Words of an act, gathered while it is decided and written with it. The facts get their salted digests only. */
export interface Texts {
  rows: TextRow[]
  add(kind: string, body: string): TextRef
  maybe(kind: string, body: string | undefined): TextRef | null
}

export function newTexts(services: Pick<Services, 'newId' | 'ledgerAlgorithm'>): Texts {
  const rows: TextRow[] = []
  const add = (kind: string, body: string): TextRef => {
    const row = { id: services.newId(), kind, body, salt: freshBytes(16).toString('hex') }
    rows.push(row)
    return { id: row.id, digest: textDigest(row.salt, body, digestOf(services.ledgerAlgorithm)) }
  }
  return { rows, add, maybe: (kind, body) => (body === undefined ? null : add(kind, body)) }
}
