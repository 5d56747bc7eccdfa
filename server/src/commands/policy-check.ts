import { checkPolicyFile } from '../policy/check-policy-file.ts'
import { problemLine, type PolicyProblem } from '../policy/problem.ts'
import type { Command } from './command.ts'

export const policyCheck: Command = {
  words: 'policy check', usage: 'FILE …',
  zh: '检查制度文件（预设、完整制度或某一科室的设置），逐条指出问题和改法；无需数据库',
  en: 'checks regulation files (presets, whole policies, settings of one unit): what is wrong and what to write; needs no database',
  examples: ['policy check 制度.yaml'],
  takes: { least: 1, most: 100 },
  run: async ({ positionals }) => {
    const found = await Promise.all(positionals.map((file) => checkPolicyFile(file)))
    const problems = found.flat()
    printProblems(problems)
    if (problems.length === 0) process.stdout.write(`没有问题。 / Nothing is wrong. (${positionals.join(', ')})\n`)
    return problems.length === 0 ? 0 : 1
  },
}

export function printProblems(problems: readonly PolicyProblem[]): void {
  for (const problem of problems) process.stdout.write(`${problemLine(problem, 'zh')}\n${problemLine(problem, 'en')}\n`)
}
