// What an operator is told to type exists: commands, their options, settings, links, in both languages.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands } from '@daodi/server/commands/daodi.ts'
import { expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const inChinese = readdirSync(join(root, 'docs', 'zh')).map((name) => `docs/zh/${name}`)
const pages = ['README.md', 'README.zh.md', 'docs/operating.md', 'docs/importing-registers.md', ...inChinese]
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Links within the repository that lead nowhere. */
function deadLinks(path: string): string[] {
  return [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => to).filter((to) => !existsSync(join(root, dirname(path), to)))
}

/** `daodi …` as typed, in code: names no command, or an option that the command lacks. */
function wrongCommands(path: string): string[] {
  const code = [...read(path).matchAll(/```[a-z]*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(([, block, inline]) => block ?? inline ?? '').join('\n')
  return [...code.matchAll(/(?:^|[\s/])daodi (?!npm |node )([a-z][^\n#|&;>]*)/g)].map(([, words = '']) => words.trim()).filter((words) => {
    const command = commands.find((one) => `${words} `.startsWith(`${one.words} `))
    if (!command) return !words.split(' ')[0]?.includes('|') && /^[a-z]+(?: |$)/.test(words)
    return [...words.matchAll(/--([a-z-]+)/g)].some(([, option = '']) => option !== 'help' && !(option in (command.options ?? {})))
  })
}

test.each(pages)('%s names what exists', (path) => {
  expect({ links: deadLinks(path), commands: wrongCommands(path) }).toEqual({ links: [], commands: [] })
})

test('the settings are the same in both languages', () => {
  const settings = (path: string): string[] => [...read(path).matchAll(/^\| (`[A-Z_`、, ]+`) \|/gm)].flatMap(([, names = '']) => names.match(/[A-Z_]{4,}/g) ?? []).sort()
  expect(settings('docs/zh/operating.md')).toEqual(settings('docs/operating.md'))
  for (const name of settings('docs/operating.md')) expect(name).toMatch(/^[A-Z_]+$/)
})

test('the README lists every command', () => {
  const [, list = ''] = /^The operator's tools: (.*)$/m.exec(read('README.md')) ?? []
  const listed = [...list.matchAll(/`([a-z]+)(?: ([a-z|]+))?`/g)].flatMap(([, first = '', second]) => (second === undefined ? [first] : second.split('|').map((one) => `${first} ${one}`)))
  expect(listed.toSorted()).toEqual(commands.map(({ words }) => words).filter((words) => !['demo', 'tour'].includes(words)).toSorted())
})

test('each command is told of in both languages', () => {
  const inEnglish = read('docs/operating.md') + read('README.md')
  const chinese = inChinese.map(read).join('') + read('README.zh.md')
  const missing = commands.map((command) => command.words).filter((words) => !['demo', 'tour', 'serve'].includes(words)).filter((words) => !inEnglish.includes(`daodi ${words}`) || !chinese.includes(`daodi ${words}`))
  expect(missing).toEqual([])
})
