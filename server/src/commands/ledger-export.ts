import { once } from 'node:events'
import { exportLedger, exportLedgerTo } from '../ledger/export-ledger.ts'
import type { Command } from './command.ts'
import { withServices } from './real-services.ts'

export const ledgerExport: Command = {
  words: 'ledger export', usage: '[FILE]',
  zh: '把整本台账导出到文件（不写文件名则输出到屏幕）；服务运行时也可以导出',
  en: 'writes the whole ledger to a file, or to the standard output; also beside a running server',
  examples: ['ledger export /backup/ledger.jsonl'],
  takes: { least: 0, most: 1 },
  run: async ({ positionals: [file] }) => {
    if (file === undefined || file === '-') {
      await withServices((services) => exportLedger(services, writeOut))
      return 0
    }
    const { bytes } = await withServices((services) => exportLedgerTo(file, services))
    process.stdout.write(`已写入 / written: ${file} (${bytes} B)\n`)
    return 0
  },
}

/** Waits for whoever reads, so that a slow pipe does not gather the ledger in memory. */
async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
