import { adminEn } from './admin/texts.en.ts'
import { adminZh } from './admin/texts.zh.ts'
import { caseEn } from './case/texts.en.ts'
import { caseZh } from './case/texts.zh.ts'
import { calendarEn } from './policy/calendar-texts.en.ts'
import { calendarZh } from './policy/calendar-texts.zh.ts'
import { casesEn } from './cases/texts.en.ts'
import { casesZh } from './cases/texts.zh.ts'
import { directoryEn } from './directory/texts.en.ts'
import { directoryZh } from './directory/texts.zh.ts'
import { unitEn } from './unit/texts.en.ts'
import { unitZh } from './unit/texts.zh.ts'
import { exportsEn } from './exports/texts.en.ts'
import { exportsZh } from './exports/texts.zh.ts'
import { noticesEn } from './notices/texts.en.ts'
import { noticesZh } from './notices/texts.zh.ts'
import { outboxEn } from './outbox/texts.en.ts'
import { outboxZh } from './outbox/texts.zh.ts'
import { obligationsEn } from './obligations/texts.en.ts'
import { obligationsZh } from './obligations/texts.zh.ts'
import { policyEn } from './policy/texts.en.ts'
import { policyZh } from './policy/texts.zh.ts'
import { registerEn } from './register/texts.en.ts'
import { registerZh } from './register/texts.zh.ts'
import { rosterEn } from './roster/texts.en.ts'
import { rosterZh } from './roster/texts.zh.ts'
import { successionsEn } from './successions/texts.en.ts'
import { successionsZh } from './successions/texts.zh.ts'
import { sessionEn } from './session/texts.en.ts'
import { sessionZh } from './session/texts.zh.ts'
import { setupEn } from './setup/texts.en.ts'
import { setupZh } from './setup/texts.zh.ts'
import type { Language } from './shared/language.ts'
import { batonEn } from './shared/baton-texts.en.ts'
import { batonZh } from './shared/baton-texts.zh.ts'
import { refusalsEn } from '@daodi/contract/refusals.en.ts'
import { refusalsZh } from '@daodi/contract/refusals.zh.ts'
import { sharedEn } from './shared/texts.en.ts'
import { sharedZh } from './shared/texts.zh.ts'

/** One namespace per subject folder; a page asks for its own: `useTranslation('register')`. */
const zh = {
  shared: sharedZh,
  refusal: refusalsZh,
  baton: batonZh,
  cases: casesZh,
  case: caseZh,
  directory: directoryZh,
  unit: unitZh,
  admin: adminZh,
  policy: policyZh,
  calendar: calendarZh,
  exports: exportsZh,
  notices: noticesZh,
  outbox: outboxZh,
  obligations: obligationsZh,
  register: registerZh,
  roster: rosterZh,
  successions: successionsZh,
  session: sessionZh,
  setup: setupZh,
}
const en = {
  shared: sharedEn,
  refusal: refusalsEn,
  baton: batonEn,
  cases: casesEn,
  case: caseEn,
  directory: directoryEn,
  unit: unitEn,
  admin: adminEn,
  policy: policyEn,
  calendar: calendarEn,
  exports: exportsEn,
  notices: noticesEn,
  outbox: outboxEn,
  obligations: obligationsEn,
  register: registerEn,
  roster: rosterEn,
  successions: successionsEn,
  session: sessionEn,
  setup: setupEn,
} satisfies Record<keyof typeof zh, object>

export const texts: Record<Language, typeof zh | typeof en> = { zh, en }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared'
    returnNull: false
    resources: typeof zh
  }
}
