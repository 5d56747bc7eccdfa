import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { plainSentence } from './policy-value.tsx'
import { useCodeWord } from './policy-words.ts'
import { useSettingName } from './setting-words.ts'
import type { RegulationWords } from './regulation.ts'
import { isPlain } from './settings-schema.ts'

type Say = (key: string, options?: Readonly<Record<string, string | number>>) => string
const DIGITS = '〇一二三四五六七八九'

export function useRegulationWords(): RegulationWords {
  const { t, i18n } = useTranslation('policy')
  const admin = useTranslation('admin').t as Say
  const shared = useTranslation('shared').t as Say
  const code = useCodeWord()
  const nameOf = useSettingName()
  const isChinese = !i18n.language.startsWith('en')
  return useMemo(() => {
    const say = t as Say
    const sentence = (key: string, value: string): string | null => say(`regulation.say.${key}`, { defaultValue: '', value }) || null
    const text = (name: string, value: unknown): string => {
      if (value === null || value === undefined) return admin('policy.none')
      if (typeof value === 'boolean') return admin(value ? 'policy.yes' : 'policy.no')
      if (typeof value === 'number') return name === 'weekdays' ? say(`regulation.weekday.d${value}`) : String(value)
      if (typeof value === 'string') return code(name, value)
      if (Array.isArray(value)) return value.length === 0 ? admin('policy.none') : value.map((one) => text(name, one)).join(say('regulation.comma'))
      if (!isPlain(value)) return ''
      return hours(value, text) ?? plainSentence(value, { say: admin, shared }) ?? Object.entries(value).map(([key, one]) => `${nameOf(key)} ${text(key, one)}`).join(say('regulation.semicolon'))
    }
    return {
      ordinal: (n) => (isChinese ? chineseNumber(n) : String(n)),
      title: (chapter) => (chapter === 'time' ? say('regulation.time') : admin(`policy.groups.${chapter}`)),
      say: (path, variant, value) => {
        const key = path.replace(/\./g, '_')
        return (variant === '' ? null : sentence(`${key}_${variant}`, value)) ?? sentence(key, value)
      },
      named: (path, value) => say('regulation.named', { name: nameOf(path.replace(/^time\./, '')), value }),
      text,
    }
  }, [t, admin, shared, code, nameOf, isChinese])
}

/** A session, a season, a day of one's own: times first, as they are read. */
function hours(value: Readonly<Record<string, unknown>>, text: (name: string, value: unknown) => string): string | null {
  const { from, to, sessions, date, note, year } = value
  const spans = Array.isArray(sessions) ? text('sessions', sessions) : ''
  if (typeof date === 'string') return [date, spans, typeof note === 'string' ? note : ''].filter(Boolean).join(' ')
  if (typeof year === 'number') return `${year}: ${text('rest', value['rest'])} / ${text('work', value['work'])}`
  if (typeof from !== 'string' || typeof to !== 'string') return null
  return spans === '' ? `${from}–${to}` : `${from} – ${to}: ${spans}`
}

/** 一 … 九十九, as chapters and articles are numbered. */
function chineseNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (n >= 100) return `${chineseNumber(Math.floor(n / 100))}百${n % 100 === 0 ? '' : `${n % 100 < 10 ? '零' : ''}${n % 100 < 20 && n % 100 >= 10 ? '一' : ''}${chineseNumber(n % 100)}`}`
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`
}
