import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { errorCode, errorText } from '../database/connection-errors.ts'
import { OperatorError } from '../database/operator-error.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { backup } from './backup.ts'
import { demo } from './demo.ts'
import { health } from './health.ts'
import { importRegisterCommand } from './import-register.ts'
import { ledgerAdvance } from './ledger-advance.ts'
import { ledgerExport } from './ledger-export.ts'
import { ledgerSeal } from './ledger-seal.ts'
import { ledgerVerify } from './ledger-verify.ts'
import { mailTest } from './mail-test.ts'
import { migrate } from './migrate.ts'
import { passwordReset } from './password-reset.ts'
import { policyCheck } from './policy-check.ts'
import { findingRebuild } from './finding-rebuild.ts'
import { policyPublish } from './policy-publish.ts'
import { requesterErase } from './requester-erase.ts'
import { restore } from './restore.ts'
import { secretsReset } from './secrets-reset.ts'
import { serve } from './serve.ts'
import { tokenCreate } from './token-create.ts'
import { tour } from './tour.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [serve, demo, tour, migrate, health, backup, restore, ledgerVerify, ledgerExport, ledgerSeal, ledgerAdvance, importRegisterCommand, requesterErase, tokenCreate, passwordReset, mailTest, secretsReset, policyCheck, policyPublish, findingRebuild]

/** Runs `daodi …` and returns the exit code: 0 done, 1 went wrong or found something wrong, 2 called wrongly. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const [first] = words
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(overview())
    return first === undefined ? 2 : 0
  }
  const command = commandFor(words)
  const group = commands.filter((one) => one.words.startsWith(`${first} `))
  if (!command && group.length > 0) return helpOfGroup(group, words)
  if (!command) return wrong(`没有这个命令 / there is no command "${words.slice(0, 2).join(' ')}"`, overview())
  const rest = words.slice(command.words.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(helpOf(command))
    return 0
  }
  const given = read(command, rest)
  if (typeof given === 'string') return wrong(given, helpOf(command))
  return command.run(given)
}

function commandFor(words: readonly string[]): Command | undefined {
  return commands.find((command) => command.words === words.slice(0, command.words.split(' ').length).join(' '))
}

function read(command: Command, words: readonly string[]): Given | string {
  const { least, most } = command.takes
  try {
    const { positionals, values } = parseArgs({ args: [...words], options: command.options ?? {}, allowPositionals: true, strict: true })
    if (positionals.length >= least && positionals.length <= most) return { positionals, values: values as Given['values'] }
  } catch (error) {
    return misuse(error)
  }
  return `${howManyWords(least, most)}\ndaodi ${command.words} ${command.usage}`.trimEnd()
}

function howManyWords(least: number, most: number): string {
  if (most === 0) return '这个命令后面不带别的词 / nothing follows this command but options'
  return least === most ? `后面要有 ${least} 个词 / ${least} word(s) must follow` : `后面要有 ${least} 到 ${most} 个词 / ${least} to ${most} words must follow`
}

/** Node says in English only what is wrong with a command line. */
const MISUSE: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '没有这个选项', ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '选项的值不对（缺少，或多余）', ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '多了一个词',
}

function misuse(error: unknown): string {
  return `${MISUSE[errorCode(error) ?? ''] ?? '命令写得不对'} / ${errorText(error)}`
}

function wrong(fault: string, help: string): 2 {
  process.stderr.write(`daodi: ${fault}\n\n${help}`)
  return 2
}

/** `daodi ledger`, or `daodi ledger frob`: the commands of that group only. */
function helpOfGroup(group: readonly Command[], words: readonly string[]): ExitCode {
  const asked = words.slice(1)
  const help = `${linesOf(group)}\n${MORE}`
  const isAsking = asked.some((word) => word === '--help' || word === '-h' || word === 'help')
  if (!isAsking) return wrong(asked.length === 0 ? `${words[0]} 后面还要一个词 / another word must follow "${words[0]}"` : `没有这个命令 / there is no command "${words.slice(0, 2).join(' ')}"`, help)
  process.stdout.write(help)
  return 0
}

const MORE = '  daodi COMMAND --help   某一命令的选项和例子 / the options of a command, with an example\n'

function linesOf(some: readonly Command[]): string {
  return some.map(({ words, usage, zh, en }) => `  ${`${words} ${usage}`.trimEnd()}\n      ${zh}\n      ${en}\n`).join('')
}

function overview(): string {
  return `daodi 到底 — 首问负责 / first-contact responsibility\n\n${linesOf(commands)}\n${MORE}`
}

function helpOf({ words, usage, zh, en, more = [], examples }: Command): string {
  const blocks = [`  ${zh}\n  ${en}\n`, ...(more.length > 0 ? [more.map((line) => `  ${line}\n`).join('')] : []), `  例 / example:\n${examples.map((line) => `    daodi ${line}\n`).join('')}`]
  return `${`daodi ${words} ${usage}`.trimEnd()}\n\n${blocks.join('\n')}`
}

async function runAsProgram(): Promise<void> {
  // Whoever reads our output may stop reading (`| head`); that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0) })
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (error instanceof OperatorError) process.stderr.write(`daodi: ${error.zh}\ndaodi: ${error.message}\n`)
    else {
      process.stderr.write('daodi: 程序自身出错，请把下面的内容交给技术支持。\ndaodi: The program itself went wrong; pass what follows on to whoever supports it.\n')
      console.error(error)
    }
    process.exitCode = 1
  }
  // Whatever a library leaves open must not keep the program alive after its work is done.
  setTimeout(() => process.exit(), 500).unref()
}

const self = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(self)) await runAsProgram()
