import { useTranslation } from 'react-i18next'
import { keyWord, type Say } from './policy-words.ts'

/** The settings in the order a regulation states them, as chapters. A setting that is not named here stands in the last chapter: none is ever left out. */
export const CHAPTERS = [
  { name: 'basics', keys: ['name', 'systemName', 'firstContactMode', 'categories', 'channels', 'required', 'priority', 'reception', 'registerWithin', 'calendar'] },
  { name: 'limits', keys: ['limits', 'resolveFrom', 'warnAtPercentLeft'] },
  { name: 'ladders', keys: ['ladders'] },
  { name: 'handling', keys: ['unclear', 'finding', 'returns', 'papers', 'extension', 'pause', 'refusalReport', 'supervision', 'help', 'publicIntake', 'publicPages'] },
  { name: 'reply', keys: ['replyBy', 'replyLeader', 'leaderSolves', 'firstContactUntil', 'replyInsideLimit', 'contactAttempts', 'closing', 'reopening', 'correctWithin', 'callBack', 'rating', 'forbiddenPhrases', 'phoneRings'] },
  { name: 'people', keys: ['unitSeesItsCases', 'confidentialCategories', 'supervisionLine', 'idleMinutes', 'retentionYears', 'noticeDays', 'deliveryDays'] },
] as const satisfies readonly { name: string; keys: readonly string[] }[]

export type Chapter = (typeof CHAPTERS)[number]['name'] | 'other'

/** Every name of the given ones in its chapter. */
export function inChapters(names: readonly string[]): readonly { name: Chapter; keys: readonly string[] }[] {
  const known = new Set<string>(CHAPTERS.flatMap((chapter) => chapter.keys))
  const all: readonly { name: Chapter; keys: readonly string[] }[] = [...CHAPTERS, { name: 'other', keys: names.filter((name) => !known.has(name)) }]
  return all.map((chapter) => ({ name: chapter.name, keys: chapter.keys.filter((key) => names.includes(key)) })).filter((chapter) => chapter.keys.length > 0)
}

/** `limits.decide` → 各环节时限 · 判定; the setting’s own name where the page is older than the setting. */
export function useSettingName(): (path: string) => string {
  return settingName(useTranslation('admin').t as Say, useTranslation('policy').t as Say)
}

export function settingName(say: Say, t: Say): (path: string) => string {
  const word = keyWord(say)
  return (path) => path === '$' ? t('whole') : path.split('.').map((part, at, parts) => {
    const [name = '', ...places] = part.split(/[[\]]+/).filter(Boolean)
    return [word(name, parts[at - 1]?.replace(/\[.*/, '')), ...places.map((place) => t('place', { n: Number(place) + 1 }))].join(' ')
  }).join(' · ')
}
