import { readFile, writeFile } from 'node:fs/promises'
import type { DirectoryFigures } from './directory.ts'
import type { Escalation } from './escalation.ts'
import type { Measured } from './load.ts'

export interface Result {
  machine: { cpu: string; cores: number; memoryGb: number; node: string }
  cases: number
  bare: Record<string, Measured[]>
  directory: DirectoryFigures
  operations: Record<string, Measured[]>
  small: { cases: number; operations: Record<string, Measured[]> }
  escalation: Escalation
  memoryMb: number
  databaseMb: number
}

/** The operation's own limit: what it is a ratio to. */
function limitOf(name: string): string {
  return /registration|referral/.test(name) ? 'insert one row' : 'select one row'
}

/** The figures in Markdown, as they stand in docs/performance.md. */
export function table(result: Result): string {
  const { machine, cases, memoryMb, databaseMb } = result
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}; ${cases} cases; database ${databaseMb} MB; server process ${memoryMb} MB`, '',
    ...throughput(result), '', ...growth(result), '', ...single(result),
  ].join('\n')
}

function throughput({ bare, operations }: Result): string[] {
  const lines = ['| | connections | per second | p50 ms | p99 ms | of the bare limit |', '|---|---:|---:|---:|---:|---:|']
  for (const [name, all] of Object.entries(bare)) for (const one of all) lines.push(row(`*${name}*`, one, ''))
  for (const [name, all] of Object.entries(operations)) {
    for (const [index, one] of all.entries()) {
      const limit = bare[limitOf(name)]?.[index]?.perSecond ?? 0
      lines.push(row(name, one, limit > 0 ? `1/${(limit / Math.max(1, one.perSecond)).toFixed(1)} of ${limitOf(name)}` : ''))
    }
  }
  return lines
}

function row(name: string, one: Measured, ratio: string): string {
  const failed = one.failed > 0 ? ` (${one.failed} failed)` : ''
  return `| ${name}${failed} | ${one.connections} | ${one.perSecond} | ${one.p50} | ${one.p99} | ${ratio} |`
}

function growth({ small, cases, operations }: Result): string[] {
  const lines = [`| at 8 connections, p50 ms | ${small.cases} cases | ${cases} cases | ratio |`, '|---|---:|---:|---:|']
  for (const [name, [before]] of Object.entries(small.operations)) {
    const after = operations[name]?.find((one) => one.connections === 8)
    if (before && after) lines.push(`| ${name} | ${before.p50} | ${after.p50} | ${(after.p50 / before.p50).toFixed(2)} |`)
  }
  return lines
}

function single({ directory, escalation }: Result): string[] {
  const { quiet, meanwhile } = escalation
  return [
    '| once | |', '|---|---:|',
    `| a workbook of ${directory.people} people and ${directory.matters} matters (${directory.rows} rows), tried out | ${directory.checkSeconds} s |`,
    `| the same, applied | ${directory.applySeconds} s |`,
    `| its matters, published | ${directory.publishSeconds} s |`,
    `| ${escalation.obligations} duties due in the same minute, ${escalation.steps} steps by two workers | ${escalation.seconds} s |`,
    `| of these taken twice, left | ${escalation.twice}, ${escalation.left} |`,
    `| ${quiet.perSecond} requests a second before that: p50, p99 | ${quiet.p50}, ${quiet.p99} ms |`,
    `| the same meanwhile: p50, p99 (${meanwhile.failed} of ${meanwhile.calls} failed) | ${meanwhile.p50}, ${meanwhile.p99} ms |`,
  ]
}

const BEGINS = '<!-- figures begin -->'
const ENDS = '<!-- figures end -->'

/** Puts the figures into a document, in the place of those that stand between its two marks. */
export async function writeInto(file: string, figures: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const [begins, ends] = [text.indexOf(BEGINS), text.indexOf(ENDS)]
  if (begins < 0 || ends < begins) throw new Error(`${file} has no place for figures: ${BEGINS} and ${ENDS}, each on a line of its own`)
  await writeFile(file, `${text.slice(0, begins + BEGINS.length)}\n${figures}\n${text.slice(ends)}`)
}
