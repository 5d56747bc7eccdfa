import { addAttachment, ATTACHMENT_MAX_BYTES, type ATTACHMENT_TYPES } from '@daodi/contract/staff/cases/attachments.ts'
import { addressOf, Refused, Unreachable } from '../shared/call.ts'
import { randomKey } from '../shared/random-key.ts'

/** Names a browser may give to what may be attached; the server looks at the bytes besides. */
const ENDINGS: Readonly<Record<string, (typeof ATTACHMENT_TYPES)[number]>> = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf', txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const ACCEPT = Object.keys(ENDINGS).map((ending) => `.${ending}`).join(',')

/** What is wrong with a file before it travels; null when nothing is. */
export function faultOf(file: File): 'attachmentTooLarge' | 'attachmentType' | 'attachmentEmpty' | null {
  const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
  if (ENDINGS[ending] === undefined) return 'attachmentType'
  if (file.size === 0) return 'attachmentEmpty'
  return file.size > ATTACHMENT_MAX_BYTES ? 'attachmentTooLarge' : null
}

/** Sends one file and says how much of it has left, from 0 to 1. `fetch` cannot tell that, so this is the older request. */
export function uploadFile(caseId: string, file: File, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(addAttachment.method, addressOf(addAttachment, { caseId }))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-daodi-request', '1')
    request.setRequestHeader('idempotency-key', randomKey())
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total) })
    request.addEventListener('error', () => reject(new Unreachable()))
    request.addEventListener('load', () => {
      if (request.status < 300) resolve((JSON.parse(request.responseText) as { id: string }).id)
      else reject(refusalOf(request))
    })
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}

function refusalOf(request: XMLHttpRequest): Error {
  try {
    const problem: unknown = JSON.parse(request.responseText)
    if (typeof problem === 'object' && problem !== null && 'code' in problem && typeof problem.code === 'string') return new Refused({ status: request.status, code: problem.code, errors: [], retryAfter: null })
  } catch {
    // A gateway's own page: nothing that a reader could use.
  }
  return request.status === 413 ? new Refused({ status: 413, code: 'attachment-too-large', errors: [], retryAfter: null }) : new Unreachable()
}
