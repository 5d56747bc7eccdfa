import { advanceLedger } from '../ledger/advance-ledger.ts'
import type { Command } from './command.ts'
import { withServices } from './real-services.ts'

export const ledgerAdvance: Command = {
  words: 'ledger advance', usage: '',
  zh: '用 pg_dump 之类的逻辑备份恢复之后执行一次：让数据库的事务号接着台账的封签往下数',
  en: 'once after restoring a logical copy (pg_dump): lets the database count its transactions on from the ledger’s seals',
  more: ['先停掉服务。台账的内容不变；daodi backup 做的备份不需要它。 / Stop the server first. Nothing of the ledger changes; backups made by "daodi backup" do not need it.'],
  examples: ['ledger advance'],
  takes: { least: 0, most: 0 },
  run: async () => {
    const used = await withServices((services) => advanceLedger(services, (left) => { if (left > 0n) process.stderr.write(`… ${left}\n`) }))
    process.stdout.write(used === 0n ? '事务号已在封签之后，不需要推进。 / The counter is past the seals already; nothing had to be done.\n' : `已推进 ${used} 个事务号。接着核对：daodi ledger verify。 / Advanced by ${used} transactions. Now verify: daodi ledger verify.\n`)
    return 0
  },
}
