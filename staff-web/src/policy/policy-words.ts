import { useTranslation } from 'react-i18next'

export type Say = (key: string, options?: Readonly<Record<string, string | number>>) => string

/** The word for a setting, which may be another one within some settings; its own name when this page is older than the policy. */
export function useKeyWord(): (key: string, within?: string) => string {
  return keyWord(useTranslation('admin').t as Say)
}

export function keyWord(say: Say): (key: string, within?: string) => string {
  return (key, within) => say(`policy.keys.${within ?? ''}_${key}`, { defaultValue: say(`policy.keys.${key}`, { defaultValue: key }) })
}

/** The word for a code, wherever the page knows one. */
export function useCodeWord(): (name: string, code: string) => string {
  return codeWord(useTranslation('admin').t as Say, useTranslation('shared').t as Say)
}

export function codeWord(say: Say, shared: Say): (name: string, code: string) => string {
  return (name, code) => {
    if (CATEGORY_LISTS.has(name)) return shared(`category.${code}`, { defaultValue: code })
    if (name === 'channels' || name === 'channel') return shared(`channel.${code}`, { defaultValue: code })
    // Words that people wrote are no codes: only what is written like one is looked up.
    return /^[a-z][A-Za-z]+$/.test(code) ? say(`policy.values.${name}_${code}`, { defaultValue: say(`policy.values.${code}`, { defaultValue: code }) }) : code
  }
}

const CATEGORY_LISTS: ReadonlySet<string> = new Set(['categories', 'readBack', 'citation', 'confidentialCategories', 'category'])
