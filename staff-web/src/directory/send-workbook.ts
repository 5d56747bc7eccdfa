import { checkDirectoryImport, type DirectoryCheck, WORKBOOK_MAX_BYTES } from '@daodi/contract/staff/directory/import.ts'
import type { z } from 'zod'
import { addressOf, Refused, Unreachable } from '../shared/call.ts'
import { randomKey } from '../shared/random-key.ts'

export type Check = z.output<typeof DirectoryCheck>

const refused = (status: number, code: string): Refused => new Refused({ status, code, errors: [], retryAfter: null })

/** Sends a workbook to be tried out. What is plainly none does not travel. */
export async function sendWorkbook(file: File): Promise<Check> {
  if (!/\.xlsx$/i.test(file.name)) throw refused(415, 'workbook-unreadable')
  if (file.size > WORKBOOK_MAX_BYTES) throw refused(413, 'workbook-too-large')
  const form = new FormData()
  form.append('file', file, file.name)
  let response: Response
  try {
    response = await fetch(addressOf(checkDirectoryImport), {
      method: checkDirectoryImport.method, body: form, credentials: 'same-origin', headers: { accept: 'application/json', 'x-daodi-request': '1', 'idempotency-key': randomKey() },
    })
  } catch (failure) {
    throw new Unreachable({ cause: failure })
  }
  const answered = await response.json().catch(() => null) as { code?: string } | null
  if (response.ok && answered !== null) return answered as Check
  throw typeof answered?.code === 'string' ? refused(response.status, answered.code) : new Unreachable()
}
