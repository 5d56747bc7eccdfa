import { open, rename, rm, stat } from 'node:fs/promises'
import { errorText, errorTextZh } from '../database/connection-errors.ts'
import { OperatorError } from '../database/operator-error.ts'
import type { Services } from '../http/route.ts'
import { exportLines } from './export-format.ts'
import { entriesOf, inSnapshot, institutionsOf, sealsOf } from './store-live.ts'
import { chunksOf } from './text-lines.ts'

type Means = Pick<Services, 'db' | 'clock' | 'ledgerAlgorithm'>

/** Hands the whole ledger, as the text of an export, piece by piece to `write`; all of it is one picture of the database. */
export function exportLedger({ db, clock, ledgerAlgorithm }: Means, write: (text: string) => Promise<void>): Promise<void> {
  return inSnapshot(db, async (trx) => {
    const header = { exportedAt: clock(), algorithm: ledgerAlgorithm, institutions: await institutionsOf(trx) }
    for await (const text of chunksOf(exportLines(header, entriesOf(trx), sealsOf(trx)))) await write(text)
  })
}

/** Writes an export to a file that appears complete or not at all. Refuses (OperatorError) to replace a file: it may be evidence. */
export async function exportLedgerTo(file: string, means: Means): Promise<{ bytes: number }> {
  if (await stat(file).catch(() => null)) throw new OperatorError(`${file} 已经存在；导出不会覆盖已有的文件，请换一个文件名。`, `${file} exists already; an export never replaces a file. Give another name.`)
  const unfinished = `${file}.unfinished`
  const handle = await open(unfinished, 'w', 0o600).catch((error: unknown) => {
    throw new OperatorError(`写不了 ${file}：${errorTextZh(error)}`, `${file} cannot be written: ${errorText(error)}`, { cause: error })
  })
  try {
    await exportLedger(means, async (text) => { await handle.appendFile(text, 'utf8') })
    await handle.sync()
    const { size } = await handle.stat()
    await handle.close()
    await rename(unfinished, file)
    return { bytes: size }
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}
