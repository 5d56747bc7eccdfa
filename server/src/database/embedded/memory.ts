import { totalmem } from 'node:os'

const MB = 2 ** 20
const LEAST = 128
const MOST = 1024

/**
 * How much of the machine's memory the server may keep pages in, as PostgreSQL's `shared_buffers`: an eighth, because the
 * program and the system's own cache need the rest. With PostgreSQL's 128 MB a hundred thousand cases do not fit, and every
 * list reads them anew. Nothing of it is taken before it is needed.
 */
export function sharedBuffers(memoryBytes: number = availableMemory()): string {
  const eighth = Math.floor(memoryBytes / 8 / MB)
  return `${Math.min(MOST, Math.max(LEAST, eighth))}MB`
}

/** A container may have less than the machine; 0, or more than there is, says that it is not limited. */
function availableMemory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
