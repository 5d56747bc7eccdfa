import { STOOD_IN_FOR } from '@daodi/domain/cases/standing-in.ts'
import { newIdAt } from '../database/new-id.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { appendToStreams, personStream } from '../ledger/store-append.ts'
import { insertNotices } from '../notices/store.ts'
import { beginStandIns, doneInPlace, endStandIns, owedInPlace, type StandInRow } from './store-stand-in.ts'

/** A notice names so many cases; the ledger knows all of them. */
const NUMBERS_MOST = 20

/**
 * Tells whoever has come to stand in for a colleague, once, and the colleague afterwards what was done in their place: when
 * an absence begins, recorded long before or just now, when a deputy is named later, and when it ends. What the deputy
 * sees and may do follows from the absence itself and waits for none of this. Returns how many began or ended.
 */
export function advanceStandIns(services: Services): Promise<number> {
  return transaction(services.db, async (trx) => {
    const at = services.clock()
    const ended = await endStandIns(trx, at)
    const begun = await beginStandIns(trx, at)
    for (const standIn of ended) await tellEnded({ ...services, db: trx }, standIn, at)
    for (const standIn of begun) await tellBegun({ ...services, db: trx }, standIn, at)
    return ended.length + begun.length
  })
}

async function tellBegun(services: Services, standIn: StandInRow, at: string): Promise<void> {
  const { institutionId, personId, personName, deputyId, until } = standIn
  const count = await owedInPlace(services.db, institutionId, personId, STOOD_IN_FOR)
  await note(services, standIn, { kind: 'stand-in-begun', at })
  const detail = { name: personName, count, ...(until === null ? {} : { dueAt: until }) }
  await insertNotices(services.db, { institutionId, id: newIdAt(Date.parse(at)), personIds: [deputyId], kind: 'standInBegun', detail, at })
}

async function tellEnded(services: Services, standIn: StandInRow, at: string): Promise<void> {
  const { institutionId, personId, deputyId, deputyName } = standIn
  const { acts, numbers } = await doneInPlace(services.db, standIn)
  await note(services, standIn, { kind: 'stand-in-ended', at })
  const detail = { name: deputyName, count: acts, numbers: numbers.slice(0, NUMBERS_MOST) }
  await insertNotices(services.db, { institutionId, id: newIdAt(Date.parse(at)), personIds: [personId], kind: 'standInEnded', detail, actor: deputyId, at })
}

async function note({ db, ledgerAlgorithm: algorithm }: Services, { institutionId, absenceId, personId, deputyId }: StandInRow, { kind, at }: { kind: string; at: string }): Promise<void> {
  await appendToStreams(db, { institutionId, actor: 'system', at, algorithm }, [{ stream: personStream(personId), kind, data: { absenceId, deputyId } }])
}
