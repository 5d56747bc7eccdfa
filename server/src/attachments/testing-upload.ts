import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World, Who } from '../testing-world.ts'

/** Gives the world a data folder of its own. */
export async function ownDataFolder(world: Pick<World, 'services'>): Promise<string> {
  world.services.dataDir = await mkdtemp(join(tmpdir(), 'daodi-files-'))
  return world.services.dataDir
}

/** Every file below a folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

interface SentFile { name: string; bytes: Buffer | string; claims?: string }

/** One file as a browser's form sends it. */
export function formOf(file: SentFile): { payload: Buffer; headers: { 'content-type': string } } {
  const boundary = '----daodi0123456789'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: ${file.claims ?? 'application/octet-stream'}\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(file.bytes), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

export function upload(world: World, who: Who, caseId: string, file: SentFile) {
  const { payload, headers } = formOf(file)
  return world.call(who, 'POST', `/api/staff/cases/${caseId}/attachments`, payload, headers)
}
