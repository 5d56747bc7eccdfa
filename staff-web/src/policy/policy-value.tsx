import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCodeWord, useKeyWord } from './policy-words.ts'

type Plain = Readonly<Record<string, unknown>>
type Say = (key: string, options?: Readonly<Record<string, string | number>>) => string

/** One setting in words: limits, posts and rungs as sentences, lists as words, anything else as a table of its parts. */
export function PolicyValue({ name, value }: { name: string; value: unknown }): ReactNode {
  const say = useTranslation('admin').t as Say
  const shared = useTranslation('shared').t as Say
  const code = useCodeWord()
  if (value === null || value === undefined) return <span className="muted">{say('policy.none')}</span>
  if (typeof value === 'boolean') return say(value ? 'policy.yes' : 'policy.no')
  if (typeof value === 'string') return code(name, value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return <PolicyList name={name} values={value} />
  if (!isPlain(value)) return ''
  return plainSentence(value, { say, shared }) ?? <PolicyParts name={name} value={value} />
}

function PolicyList({ name, values }: { name: string; values: readonly unknown[] }) {
  const { t } = useTranslation('admin')
  const code = useCodeWord()
  if (name === 'weekdays') return values.map((day) => t(`policy.weekdays.d${day as 1}`)).join(t('policy.separator'))
  if (values.length === 0) return <span className="muted">{t('policy.none')}</span>
  if (values.every((one) => typeof one === 'string')) return <ul className="policy-words">{values.map((one) => <li key={one} className="tag">{code(name, one)}</li>)}</ul>
  return <ol className="policy-items">{values.map((one, index) => <li key={index}><PolicyItem name={name} value={one} /></li>)}</ol>
}

/** What is called something stands under its name; where the name is all there is, it is no table. */
function PolicyItem({ name, value }: { name: string; value: unknown }) {
  if (!isPlain(value) || typeof value['name'] !== 'string') return <PolicyValue name={name} value={value} />
  const { name: called, ...rest } = value
  return Object.keys(rest).length === 0 ? called : <><b>{called}</b><PolicyParts name={name} value={rest} /></>
}

function PolicyParts({ name, value }: { name: string; value: Plain }) {
  const word = useKeyWord()
  return <dl className="policy-parts">{Object.entries(value).map(([key, one]) => <div key={key}><dt>{word(key, name)}</dt><dd><PolicyValue name={key} value={one} /></dd></div>)}</dl>
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export interface Words { readonly say: Say; readonly shared: Say }

/**
 * The shapes a policy is made of, told apart by their parts; null for any other. A sentence has to say every part of what
 * it stands for: a part that is not known here makes the value a table, so that no two settings read alike that differ.
 */
export function plainSentence(value: Plain, words: Words): string | null {
  return limitOf(value, words) ?? postOf(value, words) ?? rungOf(value, words) ?? ruleOf(value, words)
}

function hasOnly(value: Plain, ...parts: readonly string[]): boolean {
  return Object.keys(value).every((part) => parts.includes(part))
}

function limitOf(value: unknown, { say }: Words): string | null {
  if (!isPlain(value) || !hasOnly(value, 'amount', 'unit', 'dayEnd', 'sessionEnd') || typeof value['amount'] !== 'number' || typeof value['unit'] !== 'string') return null
  const limit = say('policy.limit', { amount: value['amount'], unit: say(`policy.units.${value['unit']}`) })
  const ends = (['dayEnd', 'sessionEnd'] as const).flatMap((part) => { const end = value[part]; return typeof end === 'string' ? [say(`policy.${part}.${end}`)] : [] })
  return `${limit}${ends.join('')}`
}

function postOf(value: unknown, { say }: Words): string | null {
  if (!isPlain(value) || !hasOnly(value, 'of', 'post') || typeof value['of'] !== 'string' || typeof value['post'] !== 'string') return null
  return say('policy.postOf', { of: say(`policy.of.${value['of']}`), post: say(`unit.postNames.${value['post']}`, { defaultValue: value['post'] }) })
}

function postsOf(values: readonly unknown[], words: Words): string {
  return values.map((one) => postOf(one, words) ?? '').join(words.say('policy.separator'))
}

function rungOf(value: Plain, words: Words): string | null {
  const after = limitOf(value['after'], words)
  if (after === null || !hasOnly(value, 'after', 'from', 'tell', 'afterHours') || !Array.isArray(value['tell']) || typeof value['from'] !== 'string') return null
  const rung = words.say('policy.rung', { after, from: words.say(`policy.rungFrom.${value['from']}`), who: postsOf(value['tell'], words) })
  return Array.isArray(value['afterHours']) ? words.say('policy.rungAfterHours', { rung, who: postsOf(value['afterHours'], words) }) : rung
}

function ruleOf(value: Plain, words: Words): string | null {
  const limit = limitOf(value['limit'], words)
  if (limit === null || !hasOnly(value, 'limit', 'category', 'urgency', 'channel', 'step')) return null
  const conditions = (['category', 'urgency', 'channel'] as const).flatMap((key) => { const code = value[key]; return typeof code === 'string' ? [words.shared(`${key}.${code}`)] : [] })
  const when = conditions.length === 0 ? words.say('policy.always') : conditions.join(words.say('policy.separator'))
  const { step } = value
  return typeof step === 'string' ? words.say('policy.stepRule', { step: words.say(`policy.keys.${step}`), when, limit }) : words.say('policy.resolveRule', { when, limit })
}
