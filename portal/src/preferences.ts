import { useEffect, useState } from 'preact/hooks'
import { recall, remember } from './shared/storage.ts'
import { en } from './texts.en.ts'
import { zh } from './texts.zh.ts'

const tables = { zh, en }
export type Language = keyof typeof tables

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'en' || asked === 'zh') return asked
  const chosen = recall('device', 'language')
  if (chosen === 'en' || chosen === 'zh') return chosen
  return /^zh\b/i.test(navigator.language) ? 'zh' : 'en'
}

/** Language and type size of this device: as the browser is set, and ordinary, until somebody says otherwise. */
export function usePreferences() {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const [large, setLarge] = useState(() => recall('device', 'large') === 'yes')
  const texts = tables[language]
  useEffect(() => { document.documentElement.lang = texts.tag }, [texts])
  useEffect(() => { document.documentElement.classList.toggle('large', large) }, [large])
  return {
    texts, large,
    switchLanguage: () => {
      const other = language === 'zh' ? 'en' : 'zh'
      remember('device', 'language', other)
      setLanguage(other)
    },
    switchSize: () => {
      remember('device', 'large', large ? 'no' : 'yes')
      setLarge(!large)
    },
  }
}
