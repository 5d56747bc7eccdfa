import { getPublicInfo } from '@daodi/contract/public/cases.ts'
import { digestOf } from '../ledger/digest.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { readEnvironment } from './environment.ts'
import { addressOfDemo } from './running-demo.ts'
import { newInk } from './tour/paper.ts'
import { NoCast, playTour, type Ending } from './tour/story.ts'
import { Teller } from './tour/teller.ts'
import { texts, type Language } from './tour/texts.ts'
import { CallRefused, NoServer, Visitor } from './tour/visitor.ts'

export const tour: Command = {
  words: 'tour', usage: '[URL] [--en]',
  zh: '导览：在运行中的演示系统里，把一件事从首问走到评价，并核对台账',
  en: 'plays the main job in a running demonstration, from the first question to the rating, and verifies the ledger',
  more: ['--en  用英文讲解 / in English'],
  options: { en: { type: 'boolean' } },
  examples: ['tour', 'tour http://127.0.0.1:8080 --en'],
  takes: { least: 0, most: 1 },
  run,
}

const WIDEST = 96

async function run({ positionals: [address], values }: Given): Promise<ExitCode> {
  const language: Language = values['en'] === true ? 'en' : 'zh'
  const told = texts[language]
  const base = address ?? runningDemo()
  if (!URL.canParse(base)) return fail(noServer(base))
  const ink = newInk(process.stdout.isTTY && process.env['NO_COLOR'] === undefined)
  try {
    const info = await new Visitor(base).call(getPublicInfo)
    if (!info.demo) return fail(told.notADemo(base))
    const columns = Math.min(WIDEST, process.stdout.columns ?? WIDEST)
    const teller = new Teller({ say, ink, texts: told, language, timeZone: info.timeZone, columns })
    teller.title(base)
    const ending = await playTour({ base, teller, texts: told, language, info, digestOf })
    return end(ending)
  } catch (error) {
    if (error instanceof CallRefused) return fail(error.code === 'not-a-demo' ? told.notADemo(base) : told.refused(error.operation, `${error.status} ${error.code}`))
    if (error instanceof NoCast) return fail(told.noCast)
    if (error instanceof NoServer) return fail(error.cause === undefined ? told.notThisServer(base, error.message) : noServer(base))
    throw error
  }

  function end(ending: Ending): ExitCode {
    say('')
    say(`  ${ending.isIntact ? ink.kept(told.done) : ink.late(told.failed)}`)
    say(`  ${ink.faint(told.look(base, ending.number))}`)
    say('')
    return ending.isIntact ? 0 : 1
  }
}

/** The port that is asked for, else the one the running demonstration has left in its data folder, else the usual one. */
function runningDemo(): string {
  const { port, dataDir } = readEnvironment()
  const asked = process.env['PORT']?.trim() ? null : addressOfDemo(dataDir)
  return (asked ?? `http://127.0.0.1:${port}`).replace(/\/$/, '')
}

/** In both languages: whoever meets it has not yet chosen one. */
function noServer(base: string): string {
  return `${texts.zh.noServer(base)}\n${texts.en.noServer(base)}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(sentence: string): 1 {
  process.stderr.write(`${sentence}\n`)
  return 1
}
