import { STOOD_IN_FOR } from '@daodi/domain/cases/standing-in.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { personStream } from '../ledger/store-append.ts'
import type { ToldOutsideCases } from '../notices/store-parts.ts'
import { holdStreams, recordAct } from '../obligations/store-act.ts'
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
  const detail = { name: personName, count, ...(until === null ? {} : { dueAt: until }) }
  await note(services, standIn, at, { kind: 'stand-in-begun', told: { personIds: [deputyId], kind: 'standInBegun', detail } })
}

async function tellEnded(services: Services, standIn: StandInRow, at: string): Promise<void> {
  const { acts, numbers } = await doneInPlace(services.db, standIn)
  const detail = { name: standIn.deputyName, count: acts, numbers: numbers.slice(0, NUMBERS_MOST) }
  await note(services, standIn, at, { kind: 'stand-in-ended', told: { personIds: [standIn.personId], kind: 'standInEnded', detail } })
}

async function note({ db, ledgerAlgorithm: algorithm }: Services, { institutionId, absenceId, personId, deputyId }: StandInRow, at: string, { kind, told }: { kind: string; told: ToldOutsideCases }): Promise<void> {
  const stream = personStream(personId)
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, { institutionId, actor: 'system', at, algorithm }, held, { facts: [{ stream, kind, data: { absenceId, deputyId } }], told: [told] })
}
