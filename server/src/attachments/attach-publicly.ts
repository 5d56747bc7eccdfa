import { attachPublicly, PUBLIC_ATTACHMENT_TYPES } from '@daodi/contract/public/cases.ts'
import { transaction } from '../database/transaction.ts'
import { answer, route, type Route, type Services } from '../http/route.ts'
import { removeFile } from './files.ts'
import { keepFile, type LaidFile } from './keep-file.ts'
import { receiveFile } from './receive-file.ts'

export interface Known { number: string; code: string }
type LayPubliclyRefusal = 'no-such-case' | 'case-ended' | 'attachments-not-taken' | 'too-many-attachments'
interface Opened { ok: true; institutionId: string; caseId: string; maxBytes: number }

/** The case's side, for the person who knows number and code. The composition brings it. */
export interface PublicFolder {
  open(services: Services, known: Known): Promise<Opened | { ok: false; refusal: LayPubliclyRefusal }>
  /** In the transaction of `services.db`; holds the case until it ends. */
  lay(services: Services, known: Known, file: LaidFile): Promise<LayPubliclyRefusal | 'laid-already' | null>
}

/** A file from the person asking. What they laid to the case once is not laid again: whoever heard no answer just sends it anew. */
export function attachPubliclyRoute(folder: PublicFolder): Route {
  return route(attachPublicly, async ({ params, query, at, file }, services) => {
    const known = { ...params, ...query }
    const opened = await transaction(services.db, (trx) => folder.open({ ...services, db: trx }, known))
    if (!opened.ok) return opened
    const { institutionId, caseId, maxBytes } = opened
    const received = await receiveFile(await file?.() ?? null, services, { maxBytes, types: PUBLIC_ATTACHMENT_TYPES })
    if (!received.ok) return received
    const { name, size, path } = received.file
    try {
      const keeping = { institutionId, caseId, personId: null, at, attachmentId: services.newId(), received: received.file }
      const outcome = await keepFile(services, keeping, (one, laid) => folder.lay(one, known, laid))
      if (outcome !== null && outcome !== 'laid-already') return { ok: false, refusal: outcome }
      services.log.info({ msg: 'the person added an attachment', case: caseId, size, again: outcome !== null })
      return answer({ at, name, size })
    } finally {
      await removeFile(path)
    }
  }, 'own')
}
