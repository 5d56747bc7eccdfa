import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeBackup } from '../backup/write-backup.ts'
import { dataFolder } from '../database/embedded/data-folder.ts'
import { findEmbedded, startEmbedded } from '../database/embedded/start-embedded.ts'
import { installedPackage } from '../database/embedded/programs.ts'
import { migrationsDone } from '../database/migrate.ts'
import { OperatorError } from '../database/operator-error.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { readEnvironment } from './environment.ts'

export const backup: Command = {
  words: 'backup', usage: 'FILE',
  zh: '把数据库、附件和密钥备份成一个文件；服务运行时也可以备份，不会升级数据库',
  en: 'writes database, attachments and key into one file; also beside a running server, and without migrating anything',
  more: [
    '文件里有个人信息和密钥，只有所有者可读；请妥善保管，最好存到别的机器或介质上。 / The file holds personal data and the key: keep it safe, and elsewhere.',
    '只用于自带的数据库；设了 DATABASE_URL 的请用该数据库自己的物理备份。 / For the embedded database only; one behind DATABASE_URL has physical backups of its own.',
  ],
  examples: ['backup /backup/daodi-20260105.tar.gz'],
  takes: { least: 1, most: 1 },
  run,
}

async function run({ positionals: [file = ''] }: Given): Promise<ExitCode> {
  const { dataDir, databaseUrl } = readEnvironment()
  if (databaseUrl !== null) {
    throw new OperatorError('DATABASE_URL 指向外部数据库，请用该数据库自己的物理备份（如 pg_basebackup），并同时复制 DATA_DIR；见 docs/zh/operating.md。', 'DATABASE_URL names an outside database: use its own physical backup (such as pg_basebackup) and copy DATA_DIR at the same time; see docs/operating.md.')
  }
  if (!existsSync(dataFolder(dataDir).cluster)) throw new OperatorError(`${resolve(dataDir)} 里没有数据库，没有可备份的；请用 DATA_DIR 指明要备份的数据文件夹。`, `There is no database in ${resolve(dataDir)}, nothing to back up; set DATA_DIR to the data folder that you mean.`)
  const running = await findEmbedded(dataDir)
  const database = running ? { ...running, stop: () => Promise.resolve() } : await startEmbedded({ dataDir })
  try {
    const migrations = await migrationsDone(database.url)
    const information = { daodi: 'backup', format: 1, at: new Date().toISOString(), postgres: installedPackage().version.split('.')[0] ?? '', migrations } as const
    const { bytes } = await writeBackup({ file: resolve(file), dataDir: resolve(dataDir), administratorUrl: database.administratorUrl, information })
    process.stdout.write(`已备份 / backed up: ${file} (${Math.ceil(bytes / 1024 / 1024)} MB)\n`)
  } finally {
    await database.stop()
  }
  return 0
}
