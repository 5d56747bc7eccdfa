import { sealLedger } from '../ledger/seal-ledger.ts'
import { readInstallation } from '../setup/store-installation.ts'
import type { Command } from './command.ts'
import { readEnvironment } from './environment.ts'
import { newLog } from './log.ts'
import { openDatabase } from './open-database.ts'

export const ledgerSeal: Command = {
  words: 'ledger seal', usage: '',
  zh: '立即封存台账（运行中的服务每分钟自动封存一次）',
  en: 'seals the ledger now (a running server does it every minute)',
  takes: { least: 0, most: 0 },
  run: async () => {
    const database = await openDatabase(readEnvironment(), { log: newLog('warn'), beside: true })
    try {
      const installation = await readInstallation(database.db)
      const means = { db: database.db, clock: () => new Date().toISOString(), ledgerAlgorithm: installation?.ledgerAlgorithm ?? 'sha256' as const }
      const { entries, seals } = await sealLedger(means, { wait: true })
      process.stdout.write(`封存 ${entries} 条记录，封签 ${seals} 个。 / Sealed ${entries} entries in ${seals} seals.\n`)
    } finally {
      await database.close()
    }
    return 0
  },
}
