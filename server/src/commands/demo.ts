import { refuseTakenPort } from '../api.ts'
import { OperatorError } from '../database/operator-error.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { prepareSecrets } from '../secrets/prepare-secrets.ts'
import { createInstallation, hasInstitutions, readInstallation } from '../setup/store-installation.ts'
import type { Command, ExitCode } from './command.ts'
import { isLoopback, readEnvironment } from './environment.ts'
import { newLog } from './log.ts'
import { makeDemo } from './make-demo.ts'
import { openDatabase } from './open-database.ts'
import { newServices } from './real-services.ts'
import { forgetDemo, rememberDemo } from './running-demo.ts'
import { runServer } from './run-server.ts'
import { listenForStop } from './stop-signal.ts'

export const demo: Command = {
  words: 'demo', usage: '',
  zh: '演示：空数据库里放入虚构的单位、人员和办件，只在本机打开',
  en: 'a demonstration with invented organisations, people and cases, on this machine only',
  examples: ['demo'],
  takes: { least: 0, most: 0 },
  run,
}

async function run(): Promise<ExitCode> {
  const stop = listenForStop()
  const environment = readEnvironment()
  if (!isLoopback(environment.host)) {
    throw new OperatorError(`演示系统允许任何人以任何身份登录，所以只在本机开放；请去掉 HOST（现为 ${environment.host}），或改用 npm run serve 正式运行。`, `A demonstration lets anybody sign in as anybody, so it is served on this machine only; unset HOST (now ${environment.host}), or use "npm run serve".`)
  }
  const log = newLog(environment.logLevel ?? 'warn')
  await refuseTakenPort(environment)
  const database = await openDatabase(environment, { log, beside: false })
  try {
    const services = newServices(database, { log, demo: true, ledgerAlgorithm: 'sha256' })
    await prepareSecrets(services)
    await fillWhereEmpty(services)
    await runServer({ environment, database, services, stop, parts: { api: true, worker: true } }, (url) => {
      if (url !== null) rememberDemo(database.dataDir, url, log)
      process.stdout.write(`\n到底 Daodi 演示 / demonstration （数据在 / data in ${database.dataDir}）\n\n  群众端 portal   ${url}\n  工作端 staff    ${url}staff/\n\n  Ctrl+C 停止 / stops it. npm run tour 走一遍主流程 / plays the main job.\n`)
    })
  } finally {
    forgetDemo(database.dataDir)
    await database.close()
  }
  return 0
}

/** All of it or nothing: a demonstration cut short while being made leaves the database empty. */
async function fillWhereEmpty(services: Services): Promise<void> {
  const installation = await readInstallation(services.db)
  if (installation?.kind === 'demo') return
  if (installation || await hasInstitutions(services.db)) {
    throw new OperatorError('这个数据库里是正式的工作数据，不能变成演示库；请把 DATA_DIR 设为别的文件夹，或改用 npm run serve。', 'This database holds real work and cannot become a demonstration; set DATA_DIR to another folder, or use "npm run serve".')
  }
  process.stdout.write('正在生成演示数据…… / making the demonstration data …\n')
  await transaction(services.db, async (trx) => {
    await createInstallation(trx, 'demo', null)
    await makeDemo({ ...services, db: trx })
  })
}
