import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../http/route.ts'
import { exportPath, exportsFolder } from './folder.ts'
import { rememberedAmong } from './store.ts'
import { forgetExports } from './store-old.ts'

const DAY_MS = 86_400_000

/** Forgets exports after 24 hours, the files too, also those whose row is gone since longer. Returns how many files went. */
export async function purgeExports({ db, clock, dataDir }: Pick<Services, 'db' | 'clock' | 'dataDir'>): Promise<number> {
  const at = clock()
  await forgetExports(db, at)
  const folder = exportsFolder(dataDir)
  const names = await readdir(folder).catch(() => [])
  let gone = 0
  for (const name of names) {
    const file = join(folder, name)
    const found = await lstat(file).catch(() => null)
    if (!found?.isFile() || Date.parse(at) - found.mtimeMs < DAY_MS) continue
    await rm(file, { force: true })
    gone += 1
  }
  return gone
}

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.xlsx$/

/** Removes finished files whose row is gone. One being written is not among them: its writer finds the row gone itself. */
export async function removeForgottenExports({ db, dataDir }: Pick<Services, 'db' | 'dataDir'>): Promise<void> {
  const names = await readdir(exportsFolder(dataDir)).catch(() => [])
  const ids = names.flatMap((name) => FILE.exec(name)?.[1] ?? [])
  const remembered = await rememberedAmong(db, ids)
  for (const id of ids) if (!remembered.has(id)) await rm(exportPath(dataDir, id), { force: true })
}
