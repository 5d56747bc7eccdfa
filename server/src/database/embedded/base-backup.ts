import { Readable } from 'node:stream'
import { Client, type Connection, type Submittable } from 'pg'

/** Kept by the server until this session ends, so that no busy hour recycles what the copy still needs. */
const KEEP_LOG = 'CREATE_REPLICATION_SLOT daodi_backup TEMPORARY PHYSICAL (RESERVE_WAL)'
/** With the log written meanwhile, so that the copy can be opened by itself. */
const COPY = "BASE_BACKUP (LABEL 'daodi', CHECKPOINT 'fast', WAL true, MANIFEST 'no')"

/**
 * A consistent physical copy of the whole cluster while it works, as the bytes of a tar archive without its end mark:
 * the very files, so that transaction numbers stay what the ledger's seals say. `url` is a superuser's.
 */
export async function* baseBackup(url: string): AsyncGenerator<Buffer> {
  const client = new Client({ connectionString: url, replication: 'true', application_name: 'daodi backup' } as ConstructorParameters<typeof Client>[0])
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(KEEP_LOG)
    yield* withoutEndMark(copyOf(client))
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** First byte of each piece of a copy: what it holds. Names and progress are left out; there is one archive only. */
const CONTENT = 'd'.charCodeAt(0)

function copyOf(client: Client): Readable {
  let connection: Connection | null = null
  const content = new Readable({ read: () => { connection?.stream.resume() } })
  const nothing = (): void => undefined
  const copy = {
    submit: (to: Connection): void => {
      connection = to
      to.query(COPY)
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }): void => {
      // The driver uses the memory of a piece again for the next one.
      if (chunk[0] === CONTENT && !content.push(Buffer.from(chunk.subarray(1)))) connection?.stream.pause()
    },
    handleRowDescription: nothing,
    handleDataRow: nothing,
    handleCommandComplete: nothing,
    handleEmptyQuery: nothing,
    handleReadyForQuery: (): void => { content.push(null) },
    handleError: (error: Error): void => { content.destroy(error) },
  }
  client.query(copy satisfies Submittable)
  return content
}

const END_MARK = 1024

async function* withoutEndMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0)
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk])
    if (held.length <= END_MARK) continue
    yield held.subarray(0, held.length - END_MARK)
    held = Buffer.from(held.subarray(held.length - END_MARK))
  }
  if (held.some((byte) => byte !== 0)) yield held
}
