// Whoever runs the product may read Chinese only: nothing is said at the console in one language alone.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { nodeTooOld } from './node-version.mjs'
import { oneLine, sentences, twoLines } from './sentences.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const HAN = /\p{Script=Han}/u

function filesWith(text: string, ...places: string[]): { path: string; text: string }[] {
  const found = execFileSync('grep', ['-rlF', text, '--include=*.ts', '--include=*.mjs', '--exclude=*.test.ts', ...places], { cwd: root, encoding: 'utf8' })
  return found.trim().split('\n').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

type Told = (...told: unknown[]) => { zh: string; en: string }

test.each(Object.entries(sentences as unknown as Record<string, Told>))('%s is said in Chinese and in English', (_, told) => {
  const { zh, en } = told('x', 'y', 'z', 'w')
  expect(zh).toMatch(HAN)
  expect(en).toMatch(/[a-z]{3}/)
  expect(en).not.toMatch(HAN)
  expect(`${zh}${en}`).not.toMatch(/undefined|\n/)
})

test('progress is one line, a refusal two, Chinese first', () => {
  expect(oneLine(sentences.builtAlready())).toBe('都已构建好 / everything is built already')
  expect(twoLines(sentences.npmMissing('ENOENT')).split('\n').map((line) => HAN.test(line))).toEqual([true, false])
  expect(nodeTooOld('18.1.0')).toMatch(/^到底需要 Node 20\.19 .*\nDaodi needs Node 20\.19 /)
})

/** What stands before and after each match, for the message. */
function faults(pattern: RegExp, files: { path: string; text: string }[]): string[] {
  return files.flatMap(({ path, text }) => [...text.matchAll(pattern)].map((match) => `${path}: ${match[0].slice(0, 100)}`))
}

describe('the sources', () => {
  test('refuse an operator in Chinese first; the types ask for the English', () => {
    const files = filesWith('new OperatorError(', 'server/src', 'bench/src', 'e2e', 'tools')
    expect(files.length).toBeGreaterThan(20)
    // A sentence in Chinese is a literal that holds at least one Chinese character before the comma.
    expect(faults(/new OperatorError\(\s*(?=\S)(?!(['`])(?:(?!\1)[^\n])*\p{Script=Han})[^\n]*/gu, files)).toEqual([])
  })

  const scripts = ['browser', 'build', 'install', 'node-version', 'pack', 'prepare', 'setup', 'start'].map((name) => ({ path: `tools/${name}.mjs`, text: readFileSync(join(root, 'tools', `${name}.mjs`), 'utf8') }))

  test('say nothing in the start scripts but these sentences', () => {
    expect(faults(/(?:\bsay|new Error|console\.(?:log|error))\(\s*['`"][^\n]*/g, scripts)).toEqual([])
  })
})
