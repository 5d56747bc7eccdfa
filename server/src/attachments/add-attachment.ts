import { addAttachment } from '@daodi/contract/staff/cases/attachments.ts'
import { isRefusedByDatabase } from '../database/connection-errors.ts'
import { transaction } from '../database/transaction.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route, type Route, type Services } from '../http/route.ts'
import { pathOf, putInPlace, removeFile } from './files.ts'
import { receiveFile, type ReceivedFile } from './receive-file.ts'
import { insertAttachment } from './store.ts'

export interface LaidFile { attachmentId: string; name: string; contentDigest: string; size: number }
export type LayRefusal = 'no-such-case' | 'case-ended' | 'not-participant' | 'too-many-attachments'

/** The case's side: may this person lay a file to it, and the fact that they did. The composition brings it. */
export interface CaseFolder {
  refusal(services: Services, staff: Staff, caseId: string): Promise<LayRefusal | null>
  /** In the transaction of `services.db`; holds the case until it ends. */
  lay(services: Services, staff: Staff, caseId: string, file: LaidFile): Promise<LayRefusal | null>
}

/**
 * Lays a file to a case. The upload comes first and no row is held meanwhile, however slow the sender's line is; who may
 * not lay one is told before. Then one short transaction with the fact, the row and the file put in place. What fails
 * before it is committed takes all three back. After a crash, or where the answer to COMMIT is lost and the row may be
 * there, the file stays: a row without its file would be a loss, a file without a row is purged in time.
 */
export function addAttachmentRoute(folder: CaseFolder): Route {
  return route(addAttachment, async ({ params: { caseId }, caller, at, file }, services) => {
    const early = await transaction(services.db, (trx) => folder.refusal({ ...services, db: trx }, caller, caseId))
    if (early) return { ok: false, refusal: early }
    const received = await receiveFile(await file?.() ?? null, services)
    if (!received.ok) return received
    const attachmentId = services.newId()
    const { name, mediaType, size, path, digest } = received.file
    try {
      const refusal = await keep(services, { folder, staff: caller, caseId, at, attachmentId, received: received.file })
      if (refusal) return { ok: false, refusal }
      services.log.info({ msg: 'an attachment was added', case: caseId, size, digest: digest.slice(0, 12) })
      return answer({ id: attachmentId, name, size, mediaType })
    } finally {
      await removeFile(path)
    }
  }, 'own')
}

interface Keeping { folder: CaseFolder; staff: Staff; caseId: string; at: string; attachmentId: string; received: ReceivedFile }

class NotLaid extends Error {
  readonly refusal: LayRefusal

  constructor(refusal: LayRefusal) {
    super(refusal)
    this.refusal = refusal
  }
}

async function keep(services: Services, { folder, staff, caseId, at, attachmentId, received }: Keeping): Promise<LayRefusal | null> {
  const { name, mediaType, size, digest, path } = received
  const { institutionId } = staff
  const place = pathOf(services.dataDir, { institutionId, attachmentId })
  let [isPlaced, isCommitting] = [false, false]
  try {
    await transaction(services.db, async (trx) => {
      isCommitting = false
      const refusal = await folder.lay({ ...services, db: trx }, staff, caseId, { attachmentId, name, contentDigest: digest, size })
      if (refusal) throw new NotLaid(refusal)
      await insertAttachment(trx, { institutionId, id: attachmentId, caseId, personId: staff.personId, name, mediaType, size, at })
      // The transaction may be run again after a deadlock; the file is put in place once.
      if (!isPlaced) await putInPlace(path, place)
      isPlaced = true
      isCommitting = true
    })
    return null
  } catch (error) {
    if (isPlaced && (!isCommitting || isRefusedByDatabase(error))) await removeFile(place)
    if (error instanceof NotLaid) return error.refusal
    throw error
  }
}
