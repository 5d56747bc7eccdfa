import { randomBytes } from 'node:crypto'
import { secretDigest } from '../access/store.ts'
import { refuseTakenPort } from '../api.ts'
import { OperatorError } from '../database/operator-error.ts'
import type { Db } from '../http/route.ts'
import { refuseMovedLedger } from '../ledger/advance-ledger.ts'
import { prepareSecrets } from '../secrets/prepare-secrets.ts'
import { createInstallation, hasInstitutions, readInstallation, renewSetupToken, type Installation } from '../setup/store-installation.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { isLoopback, readEnvironment } from './environment.ts'
import { newLog } from './log.ts'
import { openDatabase } from './open-database.ts'
import { newServices } from './real-services.ts'
import { runServer, type Parts } from './run-server.ts'
import { listenForStop } from './stop-signal.ts'

export const serve: Command = {
  words: 'serve', usage: '[--api | --worker] [--demo-database]',
  zh: '正式运行：接口、网页和后台任务，直到收到停止信号',
  en: 'runs the server: API, pages and background work, until told to stop',
  more: [
    '--api            只运行接口和网页 / the API and the pages only',
    '--worker         只运行后台任务 / the background work only',
    '--demo-database  确认要打开演示数据库 / yes, open a database that was made as a demonstration',
  ],
  options: { api: { type: 'boolean' }, worker: { type: 'boolean' }, 'demo-database': { type: 'boolean' } },
  examples: ['serve', 'serve --api'],
  takes: { least: 0, most: 0 },
  run,
}

async function run({ values }: Given): Promise<ExitCode> {
  const stop = listenForStop()
  const environment = readEnvironment()
  const log = newLog(environment.logLevel ?? 'info')
  const parts = partsOf(values)
  const isSplit = !parts.api || !parts.worker
  if (parts.api) await refuseTakenPort(environment)
  const database = await openDatabase(environment, { log, beside: isSplit })
  try {
    const setUp = await prepareInstallation(database.db, parts)
    refuseDemo(setUp.installation, values['demo-database'] === true, environment.host)
    await refuseMovedLedger(database.db)
    const services = newServices(database, { log, demo: setUp.installation.kind === 'demo', ledgerAlgorithm: setUp.installation.ledgerAlgorithm })
    await prepareSecrets(services)
    await runServer({ environment, database, services, stop, parts }, (url) => {
      say(url === null ? '到底 Daodi: 后台任务已在运行 / the worker is running.' : `到底 Daodi: ${url}  （数据在 / data in ${database.dataDir}；Ctrl+C 停止 / stops it）`)
      if (url !== null && setUp.token !== null) sayToken(url, setUp.token)
    })
  } finally {
    await database.close()
  }
  return 0
}

function partsOf(values: Given['values']): Parts {
  const [api, worker] = [values['api'] === true, values['worker'] === true]
  return api || worker ? { api, worker } : { api: true, worker: true }
}

/** What is for the person who starts the program goes beside the log, not into it. */
function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function sayToken(url: string, token: string): void {
  say(`\n首次使用，请打开 ${url}staff/setup 完成初始设置，设置口令（只用一次）：\nFirst use: open ${url}staff/setup and finish the set-up with this one-time token:\n\n    ${token}\n`)
}

interface SetUp { installation: Installation; token: string | null }

/** A new token at each start, for as long as the set-up has not been done: whoever reads an old console learns nothing. */
async function prepareInstallation(db: Db, parts: Parts): Promise<SetUp> {
  const token = randomBytes(15).toString('base64url')
  const digest = secretDigest(token)
  const known = await readInstallation(db)
  if (known?.setupNeeded && parts.api) await renewSetupToken(db, digest)
  if (known) return { installation: known, token: known.setupNeeded && parts.api ? token : null }
  const isNew = !await hasInstitutions(db)
  await createInstallation(db, 'real', isNew ? digest : null)
  const created = await readInstallation(db)
  if (!created) throw new Error('the installation was not recorded')
  return { installation: created, token: isNew ? token : null }
}

function refuseDemo(installation: Installation, isMeant: boolean, host: string): void {
  if (installation.kind !== 'demo') return
  if (!isMeant) {
    throw new OperatorError('这个数据库是作为演示建立的，永远是演示库；正式工作请换用别的 DATA_DIR 或 DATABASE_URL；确要打开演示库，请加 --demo-database。', 'This database was made as a demonstration and stays one; use another DATA_DIR or DATABASE_URL for real work, or add --demo-database to open it.')
  }
  if (!isLoopback(host)) throw new OperatorError(`演示系统允许任何人以任何身份登录，所以只在本机开放；请去掉 HOST（现为 ${host}）。`, `A demonstration lets anybody sign in as anybody, so it is served on this machine only; unset HOST (now ${host}).`)
}
