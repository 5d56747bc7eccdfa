import { ATTACHMENT_MAX_BYTES, ATTACHMENT_TYPES } from '@daodi/contract/staff/cases/attachments.ts'
import { Refused } from '../http/refused.ts'
import type { Services } from '../http/route.ts'
import { cleanName } from './clean-name.ts'
import { incomingPath, removeFile, sealFile, writeLimited } from './files.ts'
import { redrawPicture } from './redraw-picture.ts'
import { fittingName, isPicture, sniffType, type AttachmentType } from './sniff-type.ts'

export interface ReceivedFile {
  /** Where it waits to be put in place; nobody else has this path. */
  path: string
  name: string
  mediaType: AttachmentType
  /** Bytes, and SHA-256 in hex, of what is kept. */
  size: number
  digest: string
}
export type ReceiveRefusal = 'attachment-missing' | 'attachment-name' | 'attachment-too-large' | 'attachment-type'
type Received = { ok: true; file: ReceivedFile } | { ok: false; refusal: ReceiveRefusal }

/** What this sender may send: so many bytes, of these types. */
export interface Allowed { maxBytes: number; types: readonly AttachmentType[] }
const STAFF: Allowed = { maxBytes: ATTACHMENT_MAX_BYTES, types: ATTACHMENT_TYPES }

/**
 * Takes an upload in: name cleaned, size limited, type told by the bytes, pictures drawn anew. A refused file leaves
 * nothing on the disk; an accepted one lies in the incoming folder for the caller to put in place or remove.
 */
export async function receiveFile(upload: { name: string; stream: NodeJS.ReadableStream } | null, services: Services, allowed = STAFF): Promise<Received> {
  if (!upload) return { ok: false, refusal: 'attachment-missing' }
  const arrived = await incomingPath(services.dataDir, services.newId())
  const redrawn = `${arrived}.redrawn`
  let kept: string | null = null
  try {
    const size = await writeUpload(upload.stream, arrived, allowed.maxBytes)
    const received = size === null ? refuse('attachment-too-large') : await judge({ given: upload.name, arrived, redrawn, size }, allowed.types)
    if (received.ok) kept = received.file.path
    return received
  } finally {
    for (const path of [arrived, redrawn]) if (path !== kept) await removeFile(path)
  }
}

/** An upload that breaks off is the sender's doing, not a fault of the server. */
async function writeUpload(stream: NodeJS.ReadableStream, path: string, maxBytes: number): Promise<number | null> {
  let broken = false
  stream.once('error', () => { broken = true })
  try {
    return await writeLimited(stream, path, maxBytes)
  } catch (error) {
    if (broken) throw new Refused('bad-request', { errors: [{ pointer: '/file', code: 'wrong-type', detail: 'The file did not arrive whole.' }] })
    throw error
  }
}

async function judge({ given, arrived, redrawn, size }: { given: string; arrived: string; redrawn: string; size: number }, types: readonly AttachmentType[]): Promise<Received> {
  if (size === 0) return refuse('attachment-missing')
  const cleaned = cleanName(given)
  if (cleaned === null) return refuse('attachment-name')
  const mediaType = await sniffType(arrived, size)
  const name = mediaType && fittingName(cleaned, mediaType)
  if (!mediaType || !name || !types.includes(mediaType)) return refuse('attachment-type')
  const path = isPicture(mediaType) ? redrawn : arrived
  if (isPicture(mediaType) && !await redrawPicture(arrived, redrawn, mediaType)) return refuse('attachment-type')
  const sealed = await sealFile(path)
  if (sealed.size > ATTACHMENT_MAX_BYTES) return refuse('attachment-too-large')
  return { ok: true, file: { path, name, mediaType, ...sealed } }
}

function refuse(refusal: ReceiveRefusal): { ok: false; refusal: ReceiveRefusal } {
  return { ok: false, refusal }
}
