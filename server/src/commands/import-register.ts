import { basename } from 'node:path'
import { registerPast } from '../cases/register-past.ts'
import { OperatorError } from '../database/operator-error.ts'
import type { Services } from '../http/route.ts'
import { faultLine } from '../imports/faults.ts'
import { headOf } from '../imports/fields.ts'
import { importRegister, type ImportedLine, type ImportReport } from '../imports/import-register.ts'
import { readMapping } from '../imports/mapping.ts'
import { readTables } from '../imports/read-table.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { withServices } from './real-services.ts'

export const importRegisterCommand: Command = {
  words: 'import register', usage: 'FILE --institution CODE --unit NAME [--map FILE] [--sheet NAME] [--dry-run] [--skip-bad]',
  zh: '把现有的 Excel 或 CSV 登记簿导入为办件，按登记簿上的时间；可重复导入，不会重复',
  en: 'takes an existing Excel or CSV register over, at the register’s own times; importing it again adds only what is new',
  more: [
    '--institution CODE  单位的登记代号或名称 / register code or name of the institution',
    '--unit NAME         登记簿所属部门 / the unit whose register it is',
    '--map FILE          YAML：列名、方式、类别、人名、部门的对应关系 / what the register calls columns, channels, categories, people, units',
    '--sheet NAME        工作表，文件里不止一个登记簿时 / the sheet, where there are several',
    '--dry-run           逐行显示结果，什么也不写入 / shows every line and writes nothing',
    '--skip-bad          有错的行不导入，其余照常；否则有一行错则全部不导入 / leaves bad lines out; otherwise one bad line means that nothing is written',
  ],
  options: { institution: { type: 'string' }, unit: { type: 'string' }, map: { type: 'string' }, sheet: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'skip-bad': { type: 'boolean' } },
  examples: ['import register 登记簿.xlsx --institution JS --unit 许可科 --dry-run', 'import register 登记簿.xlsx --institution JS --unit 许可科 --map 对应.yaml --sheet 2024年 --skip-bad'],
  takes: { least: 1, most: 1 },
  run: (given) => withServices((services) => run(given, services)),
}

const SHOWN_FAULTS = 200

export async function run({ positionals: [file = ''], values }: Given, services: Services): Promise<ExitCode> {
  const [institution, unit] = [text(values, 'institution'), text(values, 'unit')]
  if (institution === null || unit === null) throw new OperatorError('请给出 --institution 代号 和 --unit 部门名称。', 'Give --institution CODE and --unit NAME.')
  const dryRun = values['dry-run'] === true
  const report = await importRegister(services, { register: registerPast }, {
    fileName: basename(file), tables: await readTables(file), mapping: await readMapping(text(values, 'map')), institution, unit, sheet: text(values, 'sheet'), dryRun,
    skipBad: values['skip-bad'] === true, progress: (done, total) => { process.stderr.write(`… ${done} / ${total}\n`) },
  })
  tell(report, dryRun)
  return report.written || (dryRun && report.faults.length === 0) ? 0 : 1
}

function text(values: Given['values'], name: string): string | null {
  const value = values[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function tell(report: ImportReport, dryRun: boolean): void {
  print(`工作表 / sheet: ${report.sheet}`)
  print(`识别的列 / columns: ${report.columns.map(({ field, column }) => `${column} → ${headOf(field)}`).join('；')}`)
  if (report.otherColumns.length > 0) print(`其余列写入内容 / other columns go into the content: ${report.otherColumns.join('；')}`)
  if (dryRun) for (const line of report.imported) print(describe(line))
  for (const fault of report.faults.slice(0, SHOWN_FAULTS)) print(faultLine(fault))
  if (report.faults.length > SHOWN_FAULTS) print(`  … +${report.faults.length - SHOWN_FAULTS}`)
  const bad = new Set(report.faults.map((fault) => fault.row)).size
  print(`共 ${report.lines} 行：可导入 ${report.imported.length}，以前已导入 ${report.alreadyThere}，有错 ${bad}。 / ${report.lines} lines: ${report.imported.length} good, ${report.alreadyThere} imported before, ${bad} bad.`)
  const late = report.imported.filter((line) => line.isLate).length
  if (late > 0) print(`其中 ${late} 件未办结且已过期限，导入后会立即逐级提醒。 / ${late} of them are open and past their due time: the ladder will be told at once.`)
  print(report.written ? '已导入。 / Imported.' : dryRun ? '试运行，什么也没有写入。 / Dry run: nothing was written.' : '没有导入任何一行；改正后重来，或加 --skip-bad。 / Nothing was imported; correct the lines, or add --skip-bad.')
}

function describe({ row, number, registeredAt, channel, category, status, isLate, firstContact, handler }: ImportedLine): string {
  return `  ${row} → ${number} ${registeredAt.slice(0, 16).replace('T', ' ')}Z ${channel} ${category} ${firstContact}${handler === null ? '' : ` → ${handler}`} ${status}${isLate ? ' late' : ''}`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
