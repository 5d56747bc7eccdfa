import { createReadStream } from 'node:fs'
import { errorCode, errorText, errorTextZh } from '../database/connection-errors.ts'
import { OperatorError } from '../database/operator-error.ts'
import { findingText, verdictText } from '../ledger/finding-texts.ts'
import { liveFindingText } from '../ledger/live-finding.ts'
import { linesOf } from '../ledger/text-lines.ts'
import { verifyExport, type LedgerVerdict } from '../ledger/verify-export.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { readEnvironment } from './environment.ts'
import { withServices } from './real-services.ts'

export const ledgerVerify: Command = {
  words: 'ledger verify', usage: '[FILE] [--json]',
  zh: '核对台账：给出文件名时只核对该导出文件（无需数据库），否则核对数据库；有问题时退出码为 1',
  en: 'verifies an exported file (without any database), or the live database; exit code 1 if anything is wrong',
  more: ['--json  以 JSON 输出结论 / prints the verdict as JSON'],
  options: { json: { type: 'boolean' } },
  examples: ['ledger verify', 'ledger verify /backup/ledger.jsonl', 'ledger verify --json'],
  takes: { least: 0, most: 1 },
  run,
}

const LANGUAGES = ['zh', 'en'] as const

async function run({ positionals: [file], values }: Given): Promise<ExitCode> {
  return file === undefined ? verifyDatabase(values['json'] === true) : verifyFile(file, values['json'] === true)
}

async function verifyFile(file: string, asJson: boolean): Promise<ExitCode> {
  const verdict = await verifyExport(linesOf(createReadStream(file))).catch((error: unknown) => {
    if (errorCode(error) === undefined) throw error
    throw new OperatorError(`读不了 ${file}：${errorTextZh(error)}`, `${file} cannot be read: ${errorText(error)}`, { cause: error })
  })
  if (asJson) print(JSON.stringify(verdict))
  else tellLedger(verdict, true)
  return verdict.ok ? 0 : 1
}

async function verifyDatabase(asJson: boolean): Promise<ExitCode> {
  const verdict = await withServices(verifyLive)
  // Nothing to verify is no good news: mostly it is the wrong database.
  if (verdict.ledger.entries === 0) throw new OperatorError(`${placeOfDatabase().zh} 里没有任何台账记录，所以什么也没有核对；请用 DATA_DIR 或 DATABASE_URL 指明要核对的数据库。`, `${placeOfDatabase().en} holds no ledger entries, so nothing was verified; set DATA_DIR or DATABASE_URL to the database that you mean.`)
  if (asJson) {
    print(JSON.stringify(verdict))
    return verdict.ok ? 0 : 1
  }
  const { cases, words, findings, furtherFindings } = verdict.tables
  tellLedger(verdict.ledger, false)
  for (const finding of findings) for (const language of LANGUAGES) print(`  ${liveFindingText(finding, language)}`)
  const wrong = findings.length + furtherFindings
  print(wrong === 0
    ? `${cases} 件办件、${words} 段文字与台账重放的结果一致。\n${cases} cases and ${words} texts are what replaying the ledger gives.`
    : `办件数据与台账不符 ${wrong} 处。\nThe tables differ from the ledger in ${wrong} places.`)
  return verdict.ok ? 0 : 1
}

function placeOfDatabase(): Record<(typeof LANGUAGES)[number], string> {
  const { databaseUrl, dataDir } = readEnvironment()
  return databaseUrl ? { zh: 'DATABASE_URL 指向的数据库', en: 'The database of DATABASE_URL' } : { zh: `${dataDir} 的数据库`, en: `The database in ${dataDir}` }
}

function tellLedger(verdict: LedgerVerdict, isFile: boolean): void {
  for (const finding of verdict.findings) {
    for (const language of LANGUAGES) print(`  ${isFile ? `${finding.line}: ` : ''}${findingText(finding, language)}`)
  }
  if (verdict.furtherFindings > 0) print(`  … +${verdict.furtherFindings}`)
  for (const language of LANGUAGES) print(verdictText(verdict, language))
  if (verdict.lastSeal) print(`封签 / seal ${verdict.lastSeal.number}: ${verdict.lastSeal.hash} (${verdict.lastSeal.at})`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
