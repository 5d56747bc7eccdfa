import type { ParseArgsConfig } from 'node:util'

export type Options = NonNullable<ParseArgsConfig['options']>

/** What was given on the command line after the command's own words. */
export interface Given {
  positionals: string[]
  values: Readonly<Record<string, string | boolean | undefined>>
}

/** 0: done. 1: it was found wrong, or went wrong. 2: it was called wrongly. */
export type ExitCode = 0 | 1 | 2

/** One command of `daodi`. */
export interface Command {
  /** One or two words: `serve`, `ledger verify`. */
  words: string
  /** What follows the words, for the usage line. */
  usage: string
  zh: string
  en: string
  /** More lines of help, each in one language. */
  more?: readonly string[]
  options?: Options
  /** What somebody would really type after `daodi`, the command's own words first; each line stands for itself. */
  examples: readonly [string, ...string[]]
  /** How many words may follow. */
  takes: { least: number; most: number }
  run: (given: Given) => Promise<ExitCode>
}
