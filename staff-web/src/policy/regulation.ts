import { inChapters, type Chapter } from './setting-words.ts'
import { isPlain, type Settings } from './settings-schema.ts'

export interface Article { readonly text: string; readonly items: readonly string[] }
export interface RegulationChapter { readonly title: string; readonly articles: readonly Article[] }

/** The sentences, in the reader's language. */
export interface RegulationWords {
  ordinal: (n: number) => string
  title: (chapter: Chapter | 'time') => string
  /** The sentence for a setting, by its path and, for codes and yes or no, its value; null where the page has none. */
  say: (path: string, variant: string, value: string) => string | null
  /** The plain sentence for a setting without one of its own. */
  named: (path: string, value: string) => string
  text: (name: string, value: unknown) => string
}

interface Leaf { readonly path: string; readonly value: unknown }

/**
 * Every setting as a sentence, in chapters. It walks over what is there and not over a list of what it knows: a setting
 * that is added tomorrow stands in the regulation tomorrow, in plainer words until it gets its sentence.
 */
export function regulationOf(policy: Settings, calendar: Settings, words: RegulationWords): readonly RegulationChapter[] {
  const settings = inChapters(Object.keys(policy).filter((key) => key !== 'name'))
    .map((chapter) => ({ title: words.title(chapter.name), articles: chapter.keys.flatMap((key) => leaves(key, policy[key])).map((leaf) => articleOf(leaf, words)) }))
  const time = { title: words.title('time'), articles: Object.keys(calendar).flatMap((key) => leaves(`time.${key}`, calendar[key])).filter((leaf) => !isEmptyList(leaf.value)).map((leaf) => articleOf(leaf, words)) }
  return [...settings, time].filter((chapter) => chapter.articles.length > 0)
}

function leaves(path: string, value: unknown): readonly Leaf[] {
  if (!isPlain(value) || 'amount' in value || 'post' in value) return [{ path, value }]
  return Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b)).flatMap(([name, one]) => leaves(`${path}.${name}`, one))
}

/** In the order in which a case goes its way; what is not a step of it comes after. */
const STEPS = ['when', 'requester', 'decide', 'signFor', 'rule', 'contact', 'resolve', 'reply', 'callBack', 'steps', 'max', 'within', 'block']

function placeOf(name: string): number {
  const place = STEPS.indexOf(name)
  return place < 0 ? STEPS.length : place
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function articleOf({ path, value }: Leaf, words: RegulationWords): Article {
  const name = path.split('.').at(-1) ?? ''
  const items = Array.isArray(value) && value.some((one) => typeof one === 'object') ? value.map((one) => words.text(name, one)) : []
  const text = items.length > 0 ? '' : words.text(name, value)
  return { text: words.say(path, variantOf(value), text) ?? words.named(path, text), items }
}

function variantOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isEmptyList(value)) return 'empty'
  return typeof value === 'string' ? value : ''
}
