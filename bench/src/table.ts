import type { Escalation } from './escalation.ts'
import type { Measured } from './load.ts'

export interface Result {
  machine: { cpu: string; cores: number; memoryGb: number; node: string }
  cases: number
  bare: Record<string, Measured[]>
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

/** The figures as a table that can be pasted into docs/performance.md. */
export function table(result: Result): string {
  const { machine, cases, bare, operations, small, memoryMb, databaseMb } = result
  const lines = [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}; ${cases} cases; database ${databaseMb} MB; server process ${memoryMb} MB`, '',
    '| | connections | per second | p50 ms | p99 ms | of the bare limit |', '|---|---:|---:|---:|---:|---:|',
  ]
  for (const [name, all] of Object.entries(bare)) for (const one of all) lines.push(row(`*${name}*`, one, ''))
  for (const [name, all] of Object.entries(operations)) {
    for (const [index, one] of all.entries()) {
      const limit = bare[limitOf(name)]?.[index]?.perSecond ?? 0
      lines.push(row(name, one, limit > 0 ? `1/${(limit / Math.max(1, one.perSecond)).toFixed(1)} of ${limitOf(name)}` : ''))
    }
  }
  lines.push('', `| at 8 connections, p50 | ${small.cases} cases | ${cases} cases | ratio |`, '|---|---:|---:|---:|')
  for (const [name, [before]] of Object.entries(small.operations)) {
    const after = operations[name]?.find((one) => one.connections === 8)
    if (before && after) lines.push(`| ${name} | ${before.p50} | ${after.p50} | ${(after.p50 / before.p50).toFixed(2)} |`)
  }
  const { escalation } = result
  lines.push('', `${escalation.obligations} duties late in the same minute: ${escalation.steps} steps in ${escalation.seconds} s, ${escalation.twice} twice, ${escalation.left} left; `
    + `a case page meanwhile p50 ${escalation.meanwhile.p50} ms, p99 ${escalation.meanwhile.p99} ms, without them p50 ${escalation.quiet.p50} ms, p99 ${escalation.quiet.p99} ms.`)
  return lines.join('\n')
}

function row(name: string, one: Measured, ratio: string): string {
  const failed = one.failed > 0 ? ` (${one.failed} failed)` : ''
  return `| ${name}${failed} | ${one.connections} | ${one.perSecond} | ${one.p50} | ${one.p99} | ${ratio} |`
}
