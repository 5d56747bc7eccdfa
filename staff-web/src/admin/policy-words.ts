import { useTranslation } from 'react-i18next'

/** The settings in the order a regulation would state them; what is not named here comes last. */
export const POLICY_GROUPS = [
  { name: 'basics', keys: ['name', 'systemName', 'firstContactMode', 'categories', 'channels', 'required', 'calendar'] },
  { name: 'limits', keys: ['limits', 'resolveFrom', 'warnAtPercentLeft'] },
  { name: 'ladders', keys: ['ladders'] },
  { name: 'handling', keys: ['unclear', 'returns', 'papers', 'publicIntake'] },
  { name: 'reply', keys: ['replyBy', 'replyInsideLimit', 'contactAttempts', 'closing', 'reopening', 'callBack', 'rating', 'forbiddenPhrases'] },
  { name: 'people', keys: ['unitSeesItsCases', 'confidentialCategories', 'supervisionLine', 'idleMinutes', 'retentionYears'] },
] as const satisfies readonly { name: string; keys: readonly string[] }[]

type Say = (key: string, options: { defaultValue: string }) => string

/** The word for a setting; its own name when this page is older than the policy. */
export function useKeyWord(): (key: string) => string {
  const say = useTranslation('admin').t as Say
  return (key) => say(`policy.keys.${key}`, { defaultValue: key })
}

/** The word for a code, wherever the page knows one. */
export function useCodeWord(): (name: string, code: string) => string {
  const say = useTranslation('admin').t as Say
  const shared = useTranslation('shared').t as Say
  return (name, code) => {
    if (CATEGORY_LISTS.has(name)) return shared(`category.${code}`, { defaultValue: code })
    if (name === 'channels') return shared(`channel.${code}`, { defaultValue: code })
    return VALUES.has(name) ? say(`policy.values.${code}`, { defaultValue: code }) : code
  }
}

const CATEGORY_LISTS: ReadonlySet<string> = new Set(['categories', 'readBack', 'citation', 'confidentialCategories', 'category'])
const VALUES: ReadonlySet<string> = new Set(['firstContactMode', 'resolveFrom', 'replyBy', 'when', 'missing'])
