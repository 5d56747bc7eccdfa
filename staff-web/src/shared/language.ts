import i18next, { type Resource } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { readStored, writeStored } from './store-locally.ts'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = 'daodi.language'

/**
 * The English table has every key of the Chinese one, and `_one` beside every `_other`. A key missing in either does
 * not compile: pages may only use the Chinese keys, and the English object is declared with this type.
 */
export type Translated<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string ? string : Translated<Table[Key]>
} & { readonly [Key in keyof Table as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string }

/** As chosen here before; at the first visit as the browser is set, English for whoever reads no Chinese. */
function firstLanguage(): Language {
  const chosen = readStored(KEY)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return /^zh\b/i.test(navigator.language) ? 'zh' : 'en'
}

/** Starts the texts. */
export function startLanguage(texts: Record<Language, Resource[string]>): void {
  const chosen = firstLanguage()
  // Nothing is loaded over the wire, so the first page already has its texts.
  void i18next.use(initReactI18next).init({
    lng: chosen, fallbackLng: false, resources: texts, ns: Object.keys(texts.zh), defaultNS: 'shared', initAsync: false,
    interpolation: { escapeValue: false }, returnNull: false,
  })
  markDocument(chosen)
}

export function useLanguage(): { language: Language; choose: (language: Language) => void } {
  const { i18n } = useTranslation()
  return { language: i18n.language === 'en' ? 'en' : 'zh', choose }
}

function choose(language: Language): void {
  writeStored(KEY, language)
  markDocument(language)
  void i18next.changeLanguage(language)
}

function markDocument(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
