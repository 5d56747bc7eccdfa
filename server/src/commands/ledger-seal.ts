import { sealLedger } from '../ledger/seal-ledger.ts'
import type { Command } from './command.ts'
import { withServices } from './real-services.ts'

export const ledgerSeal: Command = {
  words: 'ledger seal', usage: '',
  zh: '立即封存台账（运行中的服务每分钟自动封存一次）',
  en: 'seals the ledger now (a running server does it every minute)',
  examples: ['ledger seal'],
  takes: { least: 0, most: 0 },
  run: async () => {
    const { entries, seals } = await withServices((services) => sealLedger(services, { wait: true }))
    process.stdout.write(`封存 ${entries} 条记录，封签 ${seals} 个。 / Sealed ${entries} entries in ${seals} seals.\n`)
    return 0
  },
}
