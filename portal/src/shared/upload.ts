import { refusalOf, type Answer } from './call.ts'

/** Milliseconds without an answer after which it is given up: a photo over a poor line takes its time. */
const PATIENCE = 300_000

/** Sends one file of a case and says how much of it has left, from 0 to 1; `fetch` cannot tell that. The same file sent twice is kept once. */
export function uploadFile({ number, code }: { number: string; code: string }, file: File, onProgress: (share: number) => void): Promise<Answer<unknown>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/public/cases/${encodeURIComponent(number)}/attachments?code=${encodeURIComponent(code)}`)
    request.timeout = PATIENCE
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-Daodi-Request', '1')
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total) })
    request.addEventListener('load', () => resolve(answerOf(request)))
    for (const end of ['error', 'timeout', 'abort']) request.addEventListener(end, () => resolve({ kind: 'unclear' }))
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}

function answerOf(request: XMLHttpRequest): Answer<unknown> {
  let content: unknown = null
  try { content = JSON.parse(request.responseText) } catch { /* A gateway's own page. */ }
  if (request.status === 413) return { kind: 'refused', status: 413, code: 'attachment-too-large', errors: [], waitSeconds: null }
  if (typeof content !== 'object' || content === null) return { kind: 'unclear' }
  if (request.status < 300) return { kind: 'done', value: content }
  return refusalOf(request.status, content as Record<string, unknown>, request.getResponseHeader('Retry-After'))
}
