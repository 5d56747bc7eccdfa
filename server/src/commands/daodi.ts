import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { OperatorError } from '../database/operator-error.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { demo } from './demo.ts'
import { health } from './health.ts'
import { importRegisterCommand } from './import-register.ts'
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
import { secretsReset } from './secrets-reset.ts'
import { serve } from './serve.ts'
import { tokenCreate } from './token-create.ts'
import { tour } from './tour.ts'

/** Every command, in the order of the help. */
const commands: readonly Command[] = [serve, demo, tour, migrate, health, ledgerVerify, ledgerExport, ledgerSeal, importRegisterCommand, requesterErase, tokenCreate, passwordReset, mailTest, secretsReset, policyCheck, policyPublish, findingRebuild]

/** Runs `daodi …` and returns the exit code: 0 done, 1 went wrong or found something wrong, 2 called wrongly. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const [first] = words
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(overview())
    return first === undefined ? 2 : 0
  }
  const command = commandFor(words)
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
    return error instanceof Error ? error.message : String(error)
  }
  return `daodi ${command.words} ${command.usage}`.trimEnd()
}

function wrong(fault: string, help: string): 2 {
  process.stderr.write(`daodi: ${fault}\n\n${help}`)
  return 2
}

function overview(): string {
  const lines = commands.map(({ words, usage, zh, en }) => `  ${`${words} ${usage}`.trimEnd()}\n      ${zh}\n      ${en}\n`)
  return `daodi 到底 — 首问负责 / first-contact responsibility\n\n${lines.join('')}\n  daodi COMMAND --help\n`
}

function helpOf({ words, usage, zh, en, more = [] }: Command): string {
  return `daodi ${words} ${usage}`.trimEnd() + `\n\n  ${zh}\n  ${en}\n${more.length > 0 ? `\n${more.map((line) => `  ${line}\n`).join('')}` : ''}`
}

async function runAsProgram(): Promise<void> {
  // Whoever reads our output may stop reading (`| head`); that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0) })
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (error instanceof OperatorError) process.stderr.write(`daodi: ${error.message}\n`)
    else console.error(error)
    process.exitCode = 1
  }
  // Whatever a library leaves open must not keep the program alive after its work is done.
  setTimeout(() => process.exit(), 500).unref()
}

const self = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(self)) await runAsProgram()
