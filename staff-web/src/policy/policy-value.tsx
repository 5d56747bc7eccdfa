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

/** The shapes a policy is made of, told apart by their parts; null for any other. */
export function plainSentence(value: Plain, words: Words): string | null {
  return limitOf(value, words) ?? postOf(value, words) ?? rungOf(value, words) ?? ruleOf(value, words)
}

function limitOf(value: unknown, { say }: Words): string | null {
  if (!isPlain(value) || typeof value['amount'] !== 'number' || typeof value['unit'] !== 'string') return null
  return say('policy.limit', { amount: value['amount'], unit: say(`policy.units.${value['unit']}`) })
}

function postOf(value: unknown, { say }: Words): string | null {
  if (!isPlain(value) || typeof value['of'] !== 'string' || typeof value['post'] !== 'string') return null
  return say('policy.postOf', { of: say(`policy.of.${value['of']}`), post: say(`unit.postNames.${value['post']}`, { defaultValue: value['post'] }) })
}

function rungOf(value: Plain, words: Words): string | null {
  const after = limitOf(value['after'], words)
  if (after === null || !Array.isArray(value['tell']) || typeof value['from'] !== 'string') return null
  const who = value['tell'].map((one) => postOf(one, words) ?? '').join(words.say('policy.separator'))
  return words.say('policy.rung', { after, from: words.say(`policy.rungFrom.${value['from']}`), who })
}

function ruleOf(value: Plain, words: Words): string | null {
  const limit = limitOf(value['limit'], words)
  if (limit === null) return null
  const conditions = (['category', 'urgency'] as const).flatMap((key) => { const code = value[key]; return typeof code === 'string' ? [words.shared(`${key}.${code}`)] : [] })
  return words.say('policy.resolveRule', { when: conditions.length === 0 ? words.say('policy.always') : conditions.join(words.say('policy.separator')), limit })
}
