import { getPublicAttachment } from '@daodi/contract/public/cases.ts'
import { route, type Route } from '../http/route.ts'
import type { Known } from './attach-publicly.ts'
import { pathOf, readKept } from './files.ts'
import { findGivenAttachment } from './store.ts'

/** How a case is found by what the person knows of it. The composition brings it. */
export type CaseKey = (known: Known) => { number: string; codeDigest: Buffer; registerCode: string }

/** A file that was given along with an answer, for whoever knows number and code: always a download, and never another file of the case. */
export function getPublicAttachmentRoute(keyOf: CaseKey): Route {
  return route(getPublicAttachment, async ({ params, query }, services) => {
    const { number, attachmentId } = params
    const found = await findGivenAttachment(services.db, { ...keyOf({ number, code: query.code }), attachmentId })
    if (!found) return { ok: false, refusal: 'no-such-case' }
    if (found.id === null) return { ok: false, refusal: 'no-such-attachment' }
    const kept = await readKept(pathOf(services.dataDir, { institutionId: found.institution_id, attachmentId }))
    if (!kept) {
      services.log.error({ msg: 'the file of an attachment is missing', attachment: attachmentId })
      return { ok: false, refusal: 'no-such-attachment' }
    }
    services.log.info({ msg: 'the person took a file of their answer', case: found.case_id, attachment: attachmentId })
    return { ok: true, value: undefined, sent: { file: { stream: kept.stream, size: kept.size, name: found.name ?? 'file', mediaType: found.media_type } } }
  })
}
