import type pg from 'pg'

/** A statement that begins with this is not waited for; the one behind it in the transaction, COMMIT at the latest, waits for both. */
export const AHEAD = '/* ahead */ '

const BEGIN = /^(?:start transaction|begin)\b/i
const END = /^(?:commit|rollback)$/i

type Send = (...args: unknown[]) => unknown

/**
 * Saves a transaction two round trips: BEGIN goes on its way together with the first statement, and COMMIT right behind
 * the last one that writes, where that says so. The server does one after the other; once a statement has failed it
 * refuses all further ones and takes COMMIT for ROLLBACK, so nothing half done is ever kept, and what is reported is the
 * failure that came first.
 */
export function sendAhead(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const send: unknown = Reflect.get(client, 'query')
    if (typeof send !== 'function') return
    // Without it the driver keeps a statement to itself until the one before has been answered.
    Object.defineProperty(client, 'pipeline', { value: true, configurable: true })
    Object.defineProperty(client, 'query', { value: aheadOf((...args) => Reflect.apply(send, client, args)), configurable: true })
  })
}

function aheadOf(send: Send): Send {
  let open = false
  let before: Promise<unknown> | undefined
  return (...args) => {
    const text = textOf(args[0])
    const sent = send(...args)
    if (!(sent instanceof Promise)) return sent
    const first = before
    before = undefined
    const ends = END.exec(text)
    open = (open || BEGIN.test(text)) && !ends
    if (!first && !open) return sent
    // A transaction that is given up has failed already, and says why.
    if (ends?.[0].toLowerCase() === 'rollback') return Promise.resolve(first).catch(() => undefined).then(() => sent)
    const both = first ? Promise.all([first, sent]).then(([, answer]: unknown[]) => answer) : sent
    const goesOn = BEGIN.test(text) ? Promise.resolve(NOTHING) : open && text.startsWith(AHEAD) ? Promise.race([both, nextTurn()]) : undefined
    if (!goesOn) return both
    both.catch(() => undefined)
    before = both
    return goesOn
  }
}

const NOTHING = { command: '', rowCount: null, rows: [], fields: [] }

/** Until then it is known whether the statement could be sent at all: what never reached the server must not be committed around. */
function nextTurn(): Promise<typeof NOTHING> {
  return new Promise((resolve) => setImmediate(resolve, NOTHING))
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string' ? query.text : ''
}
