import type { Language } from './shared/language.ts'
import { refusalsEn } from './shared/refusals.en.ts'
import { refusalsZh } from './shared/refusals.zh.ts'
import { sharedEn } from './shared/texts.en.ts'
import { sharedZh } from './shared/texts.zh.ts'

/** One namespace per subject folder; a page asks for its own: `useTranslation('register')`. */
const zh = { shared: sharedZh, refusal: refusalsZh }
const en = { shared: sharedEn, refusal: refusalsEn } satisfies Record<keyof typeof zh, object>

export const texts: Record<Language, typeof zh | typeof en> = { zh, en }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared'
    returnNull: false
    resources: typeof zh
  }
}
