import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** Null once the file is gone. */
export async function openExport(path: string): Promise<{ stream: NodeJS.ReadableStream; size: number } | null> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? { stream: createReadStream(path), size: found.size } : null
}
