import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface KeptFile { institutionId: string; attachmentId: string }

/** Ids begin with their moment: five digits of it are one folder for three days. */
const PREFIX = 5

export function attachmentsFolder(dataDir: string): string {
  return join(dataDir, 'attachments')
}

/** Where uploads lie until they are known to be good; anything old in it was left by a crash. */
export function incomingFolder(dataDir: string): string {
  return join(attachmentsFolder(dataDir), 'incoming')
}

/** Without an extension, so that nothing on the machine takes it for something to open. */
export function pathOf(dataDir: string, { institutionId, attachmentId }: KeptFile): string {
  return join(attachmentsFolder(dataDir), institutionId, attachmentId.slice(0, PREFIX), attachmentId)
}

/** A file beside the others that does not exist yet, in a folder that does. */
export async function incomingPath(dataDir: string, id: string): Promise<string> {
  const folder = incomingFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return join(folder, id)
}

/** Writes the stream to `path` and returns its size in bytes; null as soon as it is more than `most`, the rest then goes nowhere. */
export async function writeLimited(stream: NodeJS.ReadableStream, path: string, most: number): Promise<number | null> {
  let size = 0
  const limited = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      size += chunk.length
      next(null, size > most ? undefined : chunk)
    },
  })
  await pipeline(stream, limited, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return size > most ? null : size
}

/** Size in bytes and SHA-256 of what is stored, as 64 hex digits; and the bytes are on the disk before anybody is told that they are. */
export async function sealFile(path: string): Promise<{ size: number; digest: string }> {
  const digest = createHash('sha256')
  await pipeline(createReadStream(path), digest)
  const file = await open(path, 'r+')
  try {
    await file.chmod(0o600)
    await file.sync()
    return { size: (await file.stat()).size, digest: digest.digest('hex') }
  } finally {
    await file.close()
  }
}

export async function putInPlace(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to)
}

export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** Null when there is no such file. */
export async function readKept(path: string): Promise<{ stream: NodeJS.ReadableStream; size: number } | null> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? { stream: createReadStream(path), size: found.size } : null
}
