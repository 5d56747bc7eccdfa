import { createWriteStream, existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { errorText, errorTextZh } from '../database/connection-errors.ts'
import { baseBackup } from '../database/embedded/base-backup.ts'
import { OperatorError } from '../database/operator-error.ts'
import { BESIDE, INFORMATION, type BackupInformation } from './format.ts'
import { END_MARK, tarFile, tarText } from './tar.ts'

/** What another start makes anew, or what is of this process only. */
const LEFT_OUT = /^(?:postgres(?:-programs)?(?:\.unfinished-.*)?|daodi\.lock.*|demo-address|\.writable-.*|\.restoring-.*)$/

interface Asked { file: string; dataDir: string; administratorUrl: string; information: BackupInformation }

/**
 * Writes database and files of an installation into one archive, which appears complete or not at all. The database
 * comes first: every file that it knows of is there when the files are read. Refuses (OperatorError) to replace a file.
 */
export async function writeBackup({ file, dataDir, administratorUrl, information }: Asked): Promise<{ bytes: number }> {
  if (existsSync(file)) throw new OperatorError(`${file} 已经存在；备份不会覆盖已有的文件，请换一个文件名。`, `${file} exists already; a backup never replaces a file. Give another name.`)
  const unfinished = `${file}.unfinished`
  try {
    const bytes = Readable.from(archive({ dataDir, administratorUrl, information }), { objectMode: false })
    await pipeline(bytes, createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw new OperatorError(`备份没有做成：${errorTextZh(error)}`, `The backup could not be made: ${errorText(error)}`, { cause: error })
  }
  return { bytes: (await stat(file)).size }
}

async function* archive({ dataDir, administratorUrl, information }: Omit<Asked, 'file'>): AsyncGenerator<Buffer> {
  yield* tarText(INFORMATION, JSON.stringify(information), Date.parse(information.at) / 1000)
  yield* baseBackup(administratorUrl)
  for await (const path of filesBelow(dataDir, '')) yield* tarFile(`${BESIDE}/${path}`, join(dataDir, path))
  yield END_MARK
}

/** Uploads that have not been taken in yet are nobody's. */
const INCOMING = 'attachments/incoming'

async function* filesBelow(root: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if ((folder === '' && LEFT_OUT.test(entry.name)) || path === INCOMING) continue
    if (entry.isDirectory()) yield* filesBelow(root, path)
    else if (entry.isFile()) yield path
  }
}
