import { getAttachment } from '@daodi/contract/staff/cases/attachments.ts'
import { route } from '../http/route.ts'
import { pathOf, readKept } from './files.ts'
import { findAttachment } from './store.ts'

/** A file of a case that the caller may see: always a download, never shown in our pages' origin. */
export const getAttachmentRoute = route(getAttachment, async ({ params, caller }, services) => {
  const found = await findAttachment(services.db, caller, params)
  if (!found) return { ok: false, refusal: 'no-such-case' }
  const { attachmentId } = params
  if (found.id === null) return { ok: false, refusal: 'no-such-attachment' }
  const kept = await readKept(pathOf(services.dataDir, { institutionId: caller.institutionId, attachmentId }))
  if (!kept) {
    services.log.error({ msg: 'the file of an attachment is missing', attachment: attachmentId })
    return { ok: false, refusal: 'no-such-attachment' }
  }
  return { ok: true, value: undefined, sent: { file: { stream: kept.stream, size: kept.size, name: found.name ?? 'file', mediaType: found.media_type } } }
})
