import { addAttachment } from '@daodi/contract/staff/cases/attachments.ts'
import type { Staff } from '../http/caller.ts'
import { transaction } from '../database/transaction.ts'
import { answer, route, type Route, type Services } from '../http/route.ts'
import { removeFile } from './files.ts'
import { keepFile, type LaidFile } from './keep-file.ts'
import { receiveFile } from './receive-file.ts'

export type LayRefusal = 'no-such-case' | 'case-ended' | 'not-participant' | 'too-many-attachments'

/** The case's side: may this person lay a file to it, and the fact that they did. The composition brings it. */
export interface CaseFolder {
  refusal(services: Services, staff: Staff, caseId: string): Promise<LayRefusal | null>
  /** In the transaction of `services.db`; holds the case until it ends. */
  lay(services: Services, staff: Staff, caseId: string, file: LaidFile): Promise<LayRefusal | null>
}

/** Lays a file to a case. The upload comes first and no row is held meanwhile, however slow the sender's line is; who may not lay one is told before. */
export function addAttachmentRoute(folder: CaseFolder): Route {
  return route(addAttachment, async ({ params: { caseId }, caller, at, file }, services) => {
    const early = await transaction(services.db, (trx) => folder.refusal({ ...services, db: trx }, caller, caseId))
    if (early) return { ok: false, refusal: early }
    const received = await receiveFile(await file?.() ?? null, services)
    if (!received.ok) return received
    const attachmentId = services.newId()
    const { name, mediaType, size, path, digest } = received.file
    const { institutionId, personId } = caller
    try {
      const refusal = await keepFile(services, { institutionId, caseId, personId, at, attachmentId, received: received.file }, (one, laid) => folder.lay(one, caller, caseId, laid))
      if (refusal) return { ok: false, refusal }
      services.log.info({ msg: 'an attachment was added', case: caseId, size, digest: digest.slice(0, 12) })
      return answer({ id: attachmentId, name, size, mediaType })
    } finally {
      await removeFile(path)
    }
  }, 'own')
}
