import { inChapters, type Chapter } from './setting-words.ts'
import { isPlain, valueAt, type Settings } from './settings-schema.ts'

export interface Article { readonly text: string; readonly items: readonly string[] }
export interface RegulationChapter { readonly title: string; readonly articles: readonly Article[] }
type Parts = Readonly<Record<string, string>>

/** The sentences, in the reader's language. */
export interface RegulationWords {
  ordinal: (n: number) => string
  title: (chapter: Chapter | 'time') => string
  /** The sentence for a setting, by its path and, for codes and yes or no, its value, with its parts in words; null where the page has none. */
  say: (path: string, variant: string, parts: Parts) => string | null
  /** The plain sentence for a setting without one of its own. */
  named: (path: string, value: string) => string
  text: (name: string, value: unknown) => string
  /** One of a list of settings that have parts, by the list's path. */
  item: (path: string, value: Settings) => string
}

interface Leaf { readonly path: string; readonly value: unknown }

/** How the software runs, not how people work: a regulation on paper does not lay it down. */
const TECHNICAL: ReadonlySet<string> = new Set(['finding', 'notices', 'noticeDays', 'deliveryDays', 'idleMinutes', 'roster.bellSeconds'])

/** Settings that are one sentence together. */
const TOGETHER: ReadonlySet<string> = new Set(['callBack', 'effectCheck', 'emergency', 'leaderSolves', 'officeHours', 'roster.walkrounds'])

/** What says nothing as long as another setting is as it is. */
const MOOT: Readonly<Record<string, (policy: Settings) => boolean>> = {
  'transfers.from': (policy) => valueAt(policy, 'transfers.second') === 'free',
  'transfers.by': (policy) => valueAt(policy, 'transfers.second') === 'free',
  'ladders.allow': (policy) => valueAt(policy, 'transfers.second') === 'free',
  'limits.allow': (policy) => valueAt(policy, 'transfers.second') === 'free',
  'refusalReport.approvers': (policy) => isEmpty(valueAt(policy, 'refusalReport.categories')),
  'roster.roundMinutesBefore': (policy) => isEmpty(valueAt(policy, 'roster.roundItems')),
  'ladders.round': (policy) => isEmpty(valueAt(policy, 'roster.roundItems')),
  'ladders.task': (policy) => isEmpty(valueAt(policy, 'roster.occasions')),
  'ladders.walkround': (policy) => isEmpty(valueAt(policy, 'roster.walkrounds')),
  'ladders.solve': (policy) => isEmpty(policy['leaderSolves']),
  'ladders.contact': (policy) => isEmpty(valueAt(policy, 'limits.contact')),
  'ladders.keepInTouch': (policy) => isEmpty(valueAt(policy, 'limits.keepInTouch')),
  'ladders.checkEffect': (policy) => isEmpty(policy['effectCheck']),
  'limits.callBack': (policy) => valueAt(policy, 'callBack.when') === 'never',
  'ladders.callBack': (policy) => valueAt(policy, 'callBack.when') === 'never',
  'publicPages.megabytes': (policy) => valueAt(policy, 'publicPages.attachments') === 0,
}

/**
 * The settings as sentences, in chapters. It walks over what is there and not over a list of what it knows: a setting
 * that is added tomorrow stands in the regulation tomorrow, in plainer words until it gets its sentence. What is not set
 * stands there only where that is a rule in itself.
 */
export function regulationOf(policy: Settings, calendar: Settings, words: RegulationWords): readonly RegulationChapter[] {
  const settings = inChapters(Object.keys(policy).filter((key) => key !== 'name'))
    .map((chapter) => ({ title: words.title(chapter.name), articles: chapter.keys.flatMap((key) => leaves(key, policy[key])).filter(({ path }) => MOOT[path]?.(policy) !== true).flatMap((leaf) => articleOf(leaf, words)) }))
  const time = { title: words.title('time'), articles: Object.keys(calendar).flatMap((key) => leaves(`time.${key}`, calendar[key])).flatMap((leaf) => articleOf(leaf, words)) }
  return [...settings, time].filter((chapter) => chapter.articles.length > 0)
}

function leaves(path: string, value: unknown): readonly Leaf[] {
  if (TECHNICAL.has(path)) return []
  if (!isPlain(value) || 'amount' in value || 'post' in value || TOGETHER.has(path)) return [{ path, value }]
  return Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b)).flatMap(([name, one]) => leaves(`${path}.${name}`, one))
}

/** In the order in which a case goes its way; what is not a step of it comes after. */
const STEPS = ['when', 'requester', 'decide', 'signFor', 'rule', 'contact', 'resolve', 'reply', 'callBack', 'steps', 'max', 'within', 'block']

function placeOf(name: string): number {
  const place = STEPS.indexOf(name)
  return place < 0 ? STEPS.length : place
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

function articleOf({ path, value }: Leaf, words: RegulationWords): readonly Article[] {
  const name = path.split('.').at(-1) ?? ''
  if (isEmpty(value)) {
    const text = words.say(path, variantOf(value), {})
    return text === null ? [] : [{ text, items: [] }]
  }
  const items = Array.isArray(value) && value.some(isPlain) ? value.map((one) => (isPlain(one) ? words.item(path, one) : words.text(name, one))) : []
  const said = items.length > 0 ? '' : words.text(name, value)
  const parts = isPlain(value) && TOGETHER.has(path) ? Object.fromEntries(Object.entries(value).map(([part, one]) => [part, words.text(part, one)])) : {}
  return [{ text: words.say(path, variantOf(value), { ...parts, value: said }) ?? words.named(path, said), items }]
}

/** What is one sentence together is told apart by when it holds. */
function variantOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isEmpty(value)) return 'empty'
  if (isPlain(value)) return typeof value['when'] === 'string' ? value['when'] : ''
  return typeof value === 'string' ? value : ''
}
