import { open } from 'node:fs/promises'

const BLOCK = 512
const LONGEST_NAME = 100
const LONGEST_FOLDER = 155

/** Two empty blocks: the end of an archive. */
export const END_MARK = Buffer.alloc(2 * BLOCK)

/** The head of one entry (POSIX ustar): a file of `size` bytes. */
export function tarHeader(path: string, { size, seconds }: { size: number; seconds: number }): Buffer {
  const header = Buffer.alloc(BLOCK)
  const { folder, name } = split(path)
  const octal = (value: number, at: number, length: number): void => { header.write(`${Math.floor(value).toString(8).padStart(length - 1, '0')}\0`, at, 'latin1') }
  header.write(name, 0, 'utf8')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(seconds, 136, 12)
  header.write('        0', 148, 'latin1')
  header.write('ustar\u000000', 257, 'latin1')
  header.write(folder, 345, 'utf8')
  octal(header.reduce((sum, byte) => sum + byte, 0), 148, 7)
  return header
}

function split(path: string): { folder: string; name: string } {
  if (Buffer.byteLength(path) <= LONGEST_NAME) return { folder: '', name: path }
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
    const [folder, name] = [path.slice(0, at), path.slice(at + 1)]
    if (Buffer.byteLength(folder) <= LONGEST_FOLDER && Buffer.byteLength(name) <= LONGEST_NAME) return { folder, name }
  }
  throw new Error(`the path is too long for an archive: ${path}`)
}

/** What makes the content end at the end of a block. */
function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
}

export function* tarText(path: string, text: string, seconds: number): Generator<Buffer> {
  const content = Buffer.from(text)
  yield tarHeader(path, { size: content.length, seconds })
  yield content
  yield padding(content.length)
}

/** One file as an entry; nothing where it has been removed meanwhile. It ends where it ended when it was opened. */
export async function* tarFile(path: string, from: string): AsyncGenerator<Buffer> {
  const file = await open(from).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return
  try {
    const { size, mtimeMs } = await file.stat()
    yield tarHeader(path, { size, seconds: mtimeMs / 1000 })
    let left = size
    while (left > 0) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(left, 1 << 16)), 0)
      if (bytesRead === 0) throw new Error(`${from} has become shorter while it was read`)
      yield buffer.subarray(0, bytesRead)
      left -= bytesRead
    }
    yield padding(size)
  } finally {
    await file.close()
  }
}
