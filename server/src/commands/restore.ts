import { restoreBackup } from '../backup/restore-backup.ts'
import { OperatorError } from '../database/operator-error.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { readEnvironment } from './environment.ts'

export const restore: Command = {
  words: 'restore', usage: 'FILE',
  zh: '把 daodi backup 做的备份恢复到空的数据文件夹；先停掉服务',
  en: 'puts a backup made by "daodi backup" into an empty data folder; stop the server first',
  more: [
    '从不覆盖已有的数据：先移走原来的数据文件夹，或用 DATA_DIR 指定新的。 / Never replaces data: move the old data folder away, or set DATA_DIR to a new one.',
    '恢复之后执行 daodi ledger verify 核对台账，再启动服务。 / Then run "daodi ledger verify", and start the server.',
  ],
  examples: ['restore /backup/daodi-20260105.tar.gz'],
  takes: { least: 1, most: 1 },
  run,
}

async function run({ positionals: [file = ''] }: Given): Promise<ExitCode> {
  const { dataDir, databaseUrl } = readEnvironment()
  if (databaseUrl !== null) throw new OperatorError('这种备份只能恢复成自带的数据库；请去掉 DATABASE_URL。', 'Such a backup becomes an embedded database; unset DATABASE_URL.')
  const { at } = await restoreBackup(file, dataDir)
  process.stdout.write(`已恢复到 ${dataDir}（${at} 的备份）。接着核对：daodi ledger verify，然后启动服务。\nRestored into ${dataDir} (the backup of ${at}). Now verify: daodi ledger verify; then start the server.\n`)
  return 0
}
