import { newIdAt } from '../database/new-id.ts'
import type { Services } from '../http/route.ts'
import { writeDigests } from './store.ts'

/** Puts the digests whose time has come into the outbox; returns how many. */
export function writeDueDigests({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<number> {
  const at = clock()
  return writeDigests(db, at, newIdAt(Date.parse(at)).slice(0, 18))
}
