import type { Sentence } from './fact-words.ts'

/** Sentences about sheets, flags and the look at the effect. */
export const CARE_SENTENCES: Readonly<Record<string, Sentence>> = {
  'sheet-filled': (p, { t }) => t('fact.sheetFilled', { step: p.text('step'), parts: p.list('parts') }),
  'step-completed': (p, { t }) => t('fact.stepCompleted', { step: p.text('step') }),
  'case-flagged': (p, { t }) => t(p.count('people') > 0 ? 'fact.flaggedTold' : 'fact.flagged', { flag: p.text('flag'), people: p.list('people') }),
  'flag-removed': (p, { t }) => t('fact.unflagged', { flag: p.text('flag') }),
  'duty-taken-up': (p, { t }) => t(p.count('people') > 0 ? 'fact.takenUp' : 'fact.takenUpAlone', { kind: p.code('obligation', 'kind'), rung: p.text('rung'), people: p.list('people') }),
  'leader-asked': (p, { t }) => t('fact.leaderAsked', { unit: p.text('unit'), person: p.text('person') }),
  'solution-given': (_, { t }) => t('fact.solutionGiven'),
  'effect-planned': (p, { t, format }) => t('fact.effectPlanned', { when: format.formatDueInstant(p.text('dueAt'), p.is('estimated')) }),
  'effect-checked': (p, { t }) => t('fact.effectChecked', { result: (t as (key: string, options: { defaultValue: string }) => string)(`care.result.${p.text('result')}`, { defaultValue: p.text('result') }) }),
}
