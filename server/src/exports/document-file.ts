import { Readable } from 'node:stream'
import type { Form } from './form-source.ts'
import { writeDocument } from './write-document.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The form as a file to download. */
export async function documentFile(form: Form): Promise<{ stream: NodeJS.ReadableStream; name: string; mediaType: string; size: number }> {
  const bytes = await writeDocument(form)
  return { stream: Readable.from([bytes]), name: form.fileName, mediaType: MEDIA_TYPE, size: bytes.length }
}
