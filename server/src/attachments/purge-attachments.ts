import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobPayload } from '../jobs/enqueue.ts'
import type { Services } from '../http/route.ts'
import { attachmentsFolder, incomingFolder, pathOf, removeFile } from './files.ts'
import { erasedAttachments, erasedAttachmentsOf, keptAmong, knownInstitutions } from './store.ts'

const HOUR_MS = 3_600_000
/** Long, so that a database put back from a backup by mistake does not cost the newest files. */
const ORPHAN_AFTER_MS = 7 * 24 * HOUR_MS
const UPLOAD_AFTER_MS = 24 * HOUR_MS
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Means = Pick<Services, 'db' | 'clock' | 'dataDir'>

/** Removes the files of a case's erased attachments. Gone already is as good. */
export async function removeErasedFiles({ institutionId = '', caseId = '' }: JobPayload, services: Pick<Services, 'db' | 'dataDir'>): Promise<void> {
  for (const attachmentId of await erasedAttachments(services.db, institutionId, caseId)) {
    await removeFile(pathOf(services.dataDir, { institutionId, attachmentId }))
  }
}

/** The same at once for all cases of a person, for whoever waits until it is done. */
export async function removeErasedFilesOf(services: Pick<Services, 'db' | 'dataDir'>, { institutionId, requesterId }: { institutionId: string; requesterId: string }): Promise<void> {
  for (const attachmentId of await erasedAttachmentsOf(services.db, institutionId, requesterId)) {
    await removeFile(pathOf(services.dataDir, { institutionId, attachmentId }))
  }
}

/**
 * Removes what crashes have left behind: uploads that never became attachments, after a day, and files that no row
 * speaks of, after a week. Folders of institutions that this database does not know are left alone, because then the
 * database is the wrong one. Returns how many files went.
 */
export async function purgeAttachments({ db, clock, dataDir }: Means): Promise<number> {
  const now = Date.parse(clock())
  let gone = 0
  for (const path of await oldFiles(incomingFolder(dataDir), now - UPLOAD_AFTER_MS)) {
    await removeFile(path.path)
    gone += 1
  }
  for (const institutionId of await knownInstitutions(db)) {
    const folder = join(attachmentsFolder(dataDir), institutionId)
    for (const prefix of await names(folder)) {
      const old = (await oldFiles(join(folder, prefix), now - ORPHAN_AFTER_MS)).filter((file) => ID.test(file.name))
      const kept = await keptAmong(db, institutionId, old.map((file) => file.name))
      for (const file of old) {
        if (kept.has(file.name)) continue
        await removeFile(file.path)
        gone += 1
      }
    }
  }
  return gone
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

async function oldFiles(folder: string, before: number): Promise<{ name: string; path: string }[]> {
  const old: { name: string; path: string }[] = []
  for (const name of await names(folder)) {
    const path = join(folder, name)
    const found = await lstat(path).catch(() => null)
    if (found?.isFile() && found.mtimeMs < before) old.push({ name, path })
  }
  return old
}
