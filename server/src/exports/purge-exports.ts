import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../http/route.ts'
import { exportsFolder } from './folder.ts'
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
