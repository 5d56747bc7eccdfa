import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { plainSentence } from './policy-value.tsx'
import { codeWord, type Say } from './policy-words.ts'
import type { RegulationWords } from './regulation.ts'
import { settingName } from './setting-words.ts'
import { isPlain, type Settings } from './settings-schema.ts'

const DIGITS = '〇一二三四五六七八九'

export function useRegulationWords(): RegulationWords {
  const { t, i18n } = useTranslation('policy')
  const admin = useTranslation('admin').t
  const shared = useTranslation('shared').t
  const isChinese = !i18n.language.startsWith('en')
  return useMemo(() => regulationWords({ policy: t as Say, admin: admin as Say, shared: shared as Say, isChinese }), [t, admin, shared, isChinese])
}

interface Texts { readonly policy: Say; readonly admin: Say; readonly shared: Say; readonly isChinese: boolean }
type TextOf = (name: string, value: unknown) => string

/** The words without a page around them. @public tools/regulation.test.ts reads them by path. */
export function regulationWords(texts: Texts): RegulationWords {
  const { policy: say, admin, shared, isChinese } = texts
  const code = codeWord(admin, shared)
  const nameOf = settingName(admin, say)
  const sentence = (key: string, parts: Readonly<Record<string, string>>): string | null => say(`regulation.say.${key}`, { defaultValue: '', ...parts }) || null
  const text: TextOf = (name, value) => {
    if (value === null || value === undefined) return admin('policy.none')
    if (typeof value === 'boolean') return admin(value ? 'policy.yes' : 'policy.no')
    if (typeof value === 'number') return name === 'weekdays' ? say(`regulation.weekday.d${value}`) : String(value)
    if (typeof value === 'string') return fullWidth(code(name, value))
    // The same words with half-width marks are there for the software to find, not to be read twice.
    if (Array.isArray(value)) return value.length === 0 ? admin('policy.none') : [...new Set(value.map((one) => text(name, one)))].join(say('regulation.comma'))
    if (!isPlain(value)) return ''
    return hours(value, text) ?? plainSentence(value, { say: admin, shared }) ?? Object.entries(value).map(([key, one]) => `${nameOf(key)} ${text(key, one)}`).join(say('regulation.semicolon'))
  }
  return {
    ordinal: (n) => (isChinese ? chineseNumber(n) : String(n)),
    title: (chapter) => (chapter === 'time' ? say('regulation.time') : admin(`policy.groups.${chapter}`)),
    say: (path, variant, parts) => {
      const key = path.replace(/\./g, '_')
      // Of what is not set only what is written for it is said.
      return (variant === '' ? null : sentence(`${key}_${variant}`, parts)) ?? (variant === 'null' || variant === 'empty' ? null : sentence(key, parts))
    },
    named: (path, value) => say('regulation.named', { name: nameOf(path.replace(/^time\./, '')), value }),
    text,
    item: (path, value) => itemOf(path, value, { ...texts, text }) ?? text(path.split('.').at(-1) ?? '', value),
  }
}

type ItemWords = Texts & { readonly text: TextOf }

/** One entry of a list whose entries have parts of their own; null for those that are limits, posts, rungs or hours. */
function itemOf(path: string, value: Settings, words: ItemWords): string | null {
  const say = (key: string, parts: Readonly<Record<string, string>> = {}): string => words.policy(`regulation.items.${key}`, parts)
  const part = (name: string): string => words.text(name, value[name])
  switch (path) {
    case 'required.entries': return say('entry', { when: whenOf(value, words), fields: part('fields') })
    case 'reception.greetings': return say('greeting', { when: whenOf(value, words), text: part('text').replace('{unit}', say('unit')).replace('{name}', say('name')) })
    case 'extension.approvers': return say('approver', { by: part('by'), upTo: part('upTo') })
    case 'flags': return say(isEmptyList(value['notify']) && isEmptyList(value['afterHours']) ? 'flagUntold' : 'flag', { name: part('name'), notify: part('notify'), afterHours: part('afterHours') })
    case 'roster.occasions': return say('occasion', {
      title: part('title'), turn: part('turn'), afterHours: typeof value['turnAfterHours'] === 'string' ? say('afterHours', { turn: part('turnAfterHours') }) : '', within: part('within'),
      items: part('items'), satisfaction: value['satisfaction'] === true ? say('satisfaction') : '',
    })
    case 'sheets': return sheetOf(value, say, words)
    default: return null
  }
}

/** By which way, of which category and from whom: what is not named may be any. */
function whenOf(value: Settings, { text, admin, policy }: ItemWords): string {
  const post = typeof value['post'] === 'string' ? admin(`unit.postNames.${value['post']}`, { defaultValue: value['post'] }) : ''
  const named = [...(['channel', 'category'] as const).flatMap((name) => (typeof value[name] === 'string' ? [text(name, value[name])] : [])), ...(post === '' ? [] : [post])]
  return named.length === 0 ? policy('regulation.items.any') : policy('regulation.items.when', { what: named.join(policy('regulation.items.and')) })
}

function sheetOf(value: Settings, say: (key: string, parts?: Readonly<Record<string, string>>) => string, { text, policy }: ItemWords): string {
  const steps = (Array.isArray(value['steps']) ? value['steps'] : []).filter(isPlain).map((step) => {
    const parts = (Array.isArray(step['parts']) ? step['parts'] : []).filter(isPlain)
    const names = parts.map((part) => (typeof part['flag'] === 'string' ? say('flaggedPart', { name: text('name', part['name']), flag: part['flag'] }) : text('name', part['name'])))
    return say('step', { name: text('name', step['name']), parts: names.join(policy('regulation.comma')) })
  })
  const matters = isEmptyList(value['matters']) ? say('sheetCategories', { categories: text('categories', value['categories']) }) : say('sheetMatters', { matters: text('matters', value['matters']) })
  return say('sheet', { name: text('name', value['name']), matters, steps: steps.join(say('stepGap')), visit: value['visitBeforeClose'] === true ? say('sheetVisit') : '' })
}

function isEmptyList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

const MARKS: Readonly<Record<string, string>> = { ',': '，', '!': '！', '?': '？', ':': '：', ';': '；' }

/** Chinese is printed with Chinese marks, however they were typed. */
function fullWidth(text: string): string {
  return text.replace(/(?<=\p{Script=Han})[,!?:;]/gu, (mark) => MARKS[mark] ?? mark)
}

/** A session, a season, a day of one's own: times first, as they are read. */
function hours(value: Settings, text: TextOf): string | null {
  const { from, to, sessions, date, note, year } = value
  const spans = Array.isArray(sessions) && sessions.length > 0 ? text('sessions', sessions) : ''
  if (typeof date === 'string') return [date, spans, typeof note === 'string' ? note : ''].filter(Boolean).join(' ')
  if (typeof year === 'number') return `${year}: ${text('rest', value['rest'])} / ${text('work', value['work'])}`
  if (typeof from !== 'string' || typeof to !== 'string' || 'weekdays' in value) return null
  return spans === '' ? `${from}–${to}` : `${from} – ${to}: ${spans}`
}

/** 一 … 九十九, as chapters and articles are numbered. */
function chineseNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (n >= 100) return `${chineseNumber(Math.floor(n / 100))}百${n % 100 === 0 ? '' : `${n % 100 < 10 ? '零' : ''}${n % 100 < 20 && n % 100 >= 10 ? '一' : ''}${chineseNumber(n % 100)}`}`
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`
}
