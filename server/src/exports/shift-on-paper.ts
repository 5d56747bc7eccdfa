import { receiptNumber } from '@daodi/domain/cases/receipt-number.ts'
import type { Staff } from '../http/caller.ts'
import type { Db } from '../http/route.ts'
import { contentsOf, handoversOf, mayReadShift, findShift, type Contents, type HandoverRow, type ShiftPlace } from '../roster/store-shift.ts'
import { wordsOf } from './store.ts'
import { custodyOf, subjectsOf } from './store-duty.ts'

export interface PapersOnPaper { receiptNumber: string; names: string[]; count: number; takenAt: string }

export interface ShiftOnPaper { shift: ShiftPlace; handover: HandoverRow | undefined }
export interface Handed { contents: Contents; papers: PapersOnPaper[] }

/** One shift with the record of its hand-over; null where there is none that the reader may read. */
export async function shiftOnPaper(db: Db, reader: Staff, shiftId: string): Promise<ShiftOnPaper | null> {
  const { institutionId } = reader
  const shift = await findShift(db, institutionId, shiftId)
  const [handover] = shift ? await handoversOf(db, institutionId, { shiftId }) : []
  return shift && mayReadShift(reader, shift, handover) ? { shift, handover } : null
}

/** What was handed over, or else what would be now. */
export async function handedOnPaper(db: Db, reader: Staff, { shift, handover }: ShiftOnPaper): Promise<Handed> {
  // The record keeps neither words nor what only some may see: both are looked up again for this reader.
  const written = handover?.contents ?? await contentsOf(db, reader, shift)
  const subjects = handover ? await subjectsOf(db, reader, [...written.cases, ...written.papers].map(({ caseId }) => caseId)) : null
  const contents = subjects === null ? written : {
    ...written, cases: written.cases.flatMap((one) => (subjects.has(one.caseId) ? [{ ...one, subject: subjects.get(one.caseId) ?? '' }] : [])), papers: written.papers.filter((one) => subjects.has(one.caseId)),
  }
  return { contents, papers: await papersIn(db, reader.institutionId, contents) }
}

async function papersIn(db: Db, institutionId: string, { papers }: Contents): Promise<PapersOnPaper[]> {
  const custody = await custodyOf(db, institutionId, papers.map(({ caseId }) => caseId))
  const bodies = await wordsOf(db, institutionId, custody.map(({ textId }) => textId))
  return papers.map(({ caseId, number, takenAt, count }) => {
    const found = custody.find((one) => one.caseId === caseId && one.takenAt === takenAt)
    const body = found ? bodies.get(found.textId) : null
    return { receiptNumber: found ? receiptNumber(found.id) : number, names: body ? JSON.parse(body) as string[] : [], count, takenAt }
  })
}
