import { isRefusedByDatabase } from '../database/connection-errors.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { pathOf, putInPlace, removeFile } from './files.ts'
import type { ReceivedFile } from './receive-file.ts'
import { insertAttachment } from './store.ts'

export interface LaidFile { attachmentId: string; name: string; contentDigest: string; size: number }

/** `personId` null: the person asking. */
export interface Keeping { institutionId: string; caseId: string; personId: string | null; at: string; attachmentId: string; received: ReceivedFile }

class NotLaid<Refusal extends string> extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/**
 * One short transaction with the fact, the row and the file put in place. What fails before it is committed takes all
 * three back. After a crash, or where the answer to COMMIT is lost and the row may be there, the file stays: a row
 * without its file would be a loss, a file without a row is purged in time.
 */
export async function keepFile<Refusal extends string>(
  services: Services, { institutionId, caseId, personId, at, attachmentId, received }: Keeping, lay: (services: Services, file: LaidFile) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  const { name, mediaType, size, digest, path } = received
  const place = pathOf(services.dataDir, { institutionId, attachmentId })
  let [isPlaced, isCommitting] = [false, false]
  try {
    await transaction(services.db, async (trx) => {
      isCommitting = false
      const refusal = await lay({ ...services, db: trx }, { attachmentId, name, contentDigest: digest, size })
      if (refusal) throw new NotLaid(refusal)
      await insertAttachment(trx, { institutionId, id: attachmentId, caseId, personId, name, mediaType, size, at })
      // The transaction may be run again after a deadlock; the file is put in place once.
      if (!isPlaced) await putInPlace(path, place)
      isPlaced = true
      isCommitting = true
    })
    return null
  } catch (error) {
    if (isPlaced && (!isCommitting || isRefusedByDatabase(error))) await removeFile(place)
    if (error instanceof NotLaid) return (error as NotLaid<Refusal>).refusal
    throw error
  }
}
