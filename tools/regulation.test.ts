// The regulation on paper is issued as it is printed: every article of every kind of organisation is a sentence.
import { loadPresets } from '@daodi/server/policy/load-presets.ts'
import { describe, expect, test } from 'vitest'

type Settings = Readonly<Record<string, unknown>>
type Say = (key: string, options?: Readonly<Record<string, string | number>>) => string
interface Chapter { title: string; articles: readonly { text: string; items: readonly string[] }[] }

/** The page's own modules are a browser's: they are loaded, not type-checked, here. */
const page = async (path: string): Promise<Record<string, unknown>> => await import(new URL(`../staff-web/src/${path}`, import.meta.url).href) as Record<string, unknown>

async function says(path: string): Promise<Say> {
  const [texts] = Object.values(await page(path))
  return (key, options = {}) => {
    const found = key.split('.').reduce<unknown>((at, name) => (at as Settings | undefined)?.[name], texts)
    const text = typeof found === 'string' ? found : options['defaultValue'] ?? key
    return String(text).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(options[name] ?? ''))
  }
}

async function chaptersOf(language: 'zh' | 'en', policy: unknown, calendar: unknown): Promise<readonly Chapter[]> {
  const [{ regulationOf }, { regulationWords }] = await Promise.all([page('policy/regulation.ts'), page('policy/regulation-words.ts')])
  const [own, admin, shared] = await Promise.all(['policy', 'admin', 'shared'].map((subject) => says(`${subject}/texts.${language}.ts`)))
  const words = (regulationWords as (texts: unknown) => unknown)({ policy: own, admin, shared, isChinese: language === 'zh' })
  return (regulationOf as (...args: unknown[]) => readonly Chapter[])(policy, calendar, words)
}

const presets = await loadPresets()

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(presets.map((preset) => [preset.id, preset] as const))('the regulation of a %s is made of sentences, none of them twice', async (_, preset) => {
    const articles = (await chaptersOf(language, preset.policy, preset.calendar)).flatMap((chapter) => chapter.articles)
    const lines = articles.flatMap(({ text, items }) => [text, ...items])
    if (process.env['SHOW']) console.log(lines.join('\n'))
    const bad = [/：。|: \.|^：|，。/u, / · /u, /\b[a-z]+[A-Z]\w*|\b[a-z]+\.[a-z]\w*|\w_\w|undefined|\[object/u, /\p{Script=Han},\p{Script=Han}/u, /\{|\}/u, /^\s*$/u, ...(language === 'zh' ? [/[a-z]{3,}/u, /未设/u] : [/\bnot set\b/u])]
    expect(lines.filter((line) => bad.some((pattern) => pattern.test(line)))).toEqual([])
    expect(articles.filter(({ text, items }) => /[：:]$/u.test(text.trim()) !== items.length > 0)).toEqual([])
    expect(articles.length).toBeGreaterThan(100)
    expect(new Set(articles.map(({ text, items }) => JSON.stringify([text, items]))).size).toBe(articles.length)
  })
})
