import { OperatorError } from '../database/operator-error.ts'
import { transaction } from '../database/transaction.ts'
import type { Db, Services } from '../http/route.ts'
import { appendFact } from '../ledger/store-append.ts'
import { readSettings } from '../policy/check-policy-file.ts'
import { PolicyRefused } from '../policy/problem.ts'
import { findUnits, type FoundUnit } from '../policy/store-unit.ts'
import { publishedFact } from '../policy/published-fact.ts'
import { publishPolicy } from '../policy/store.ts'
import { versionOf } from '../policy/store-versions.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { printProblems } from './policy-check.ts'
import { withServices } from './real-services.ts'

export const policyPublish: Command = {
  words: 'policy publish', usage: 'FILE --unit UNIT',
  zh: '发布某一科室（或整个单位）的新一版制度；在办的件仍按登记时的版本',
  en: 'publishes the next version of a unit’s regulation; open cases keep the one they were registered under',
  more: ['--unit UNIT  单位或科室：名称、登记簿代码或编号 / the unit: its name, the letters of its register, or its id'],
  options: { unit: { type: 'string' } },
  examples: ['policy publish 制度.yaml --unit 许可科'],
  takes: { least: 1, most: 1 },
  run,
}

async function run({ positionals: [file = ''], values }: Given): Promise<ExitCode> {
  const wanted = values['unit']
  if (typeof wanted !== 'string') throw new OperatorError('请指明单位或科室：加上 --unit，后面写名称、登记簿代码或编号。', 'Which unit is meant? Add --unit with its name, the letters of its register, or its id.')
  const { settings, problems } = await readSettings(file)
  printProblems(problems)
  if (problems.length > 0) return 1
  try {
    return await withServices((services) => publish(services, wanted, settings))
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error
    printProblems(error.problems)
    return 1
  }
}

async function publish({ db, clock, ledgerAlgorithm }: Services, wanted: string, settings: unknown): Promise<ExitCode> {
  const unit = await theUnit(db, wanted)
  const { institutionId, id: unitId } = unit
  const at = clock()
  const { version, unitsChanged } = await transaction(db, async (trx) => {
    const published = await publishPolicy(trx, { institutionId, unitId, overlay: settings, at, by: null })
    await appendFact(trx, publishedFact(published, { institutionId, unitId, document: (await versionOf(trx, { institutionId, unitId }, published.version))?.document, actor: 'system', restores: null, at, algorithm: ledgerAlgorithm }))
    return published
  })
  process.stdout.write(`${unit.institution} · ${unit.name}：第 ${version} 版，${unitsChanged} 个科室的制度随之改变。\n${unit.institution} · ${unit.name}: version ${version}; the regulation of ${unitsChanged} units is another now.\n`)
  return 0
}

async function theUnit(db: Db, wanted: string): Promise<FoundUnit> {
  const found = await findUnits(db, wanted)
  const [unit] = found
  if (unit && found.length === 1) return unit
  if (!unit) throw new OperatorError(`没有名称、登记簿代码或编号为“${wanted}”的单位或科室。`, `No unit is called "${wanted}", has these letters, or this id.`)
  throw new OperatorError(`“${wanted}”不止一个；请改用编号：${found.map((one) => `${one.institution} · ${one.name} ${one.id}`).join('；')}。`, `"${wanted}" could be several units; give the id of one: ${found.map((one) => `${one.institution} · ${one.name} ${one.id}`).join('; ')}.`)
}
