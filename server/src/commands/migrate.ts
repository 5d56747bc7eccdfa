import type { Command } from './command.ts'
import { readEnvironment } from './environment.ts'
import { newLog } from './log.ts'
import { openDatabase } from './open-database.ts'

export const migrate: Command = {
  words: 'migrate', usage: '',
  zh: '把数据库升级到本程序的版本（启动服务时也会自动进行）',
  en: 'brings the database to this version (starting the server does the same)',
  examples: ['migrate'],
  takes: { least: 0, most: 0 },
  run: async () => {
    const database = await openDatabase(readEnvironment(), { log: newLog('warn'), beside: true })
    await database.close()
    const { migrated } = database
    process.stdout.write(migrated.length > 0 ? `已升级 / applied: ${migrated.join(', ')}\n` : '数据库已是最新。 / The database is up to date.\n')
    return 0
  },
}
