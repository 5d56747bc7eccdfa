import type { Policy } from '../policy/policy.ts'

/** Does a text for the person contain a forbidden phrase (服务忌语)? Phrases of the allow list are taken out first: "不清楚的请随时问我" is harmless. */
export function forbiddenPhrase(text: string, policy: Policy): string | null {
  const rest = policy.forbiddenPhrases.allow.reduce((left, phrase) => left.split(phrase).join('\n'), text)
  return policy.forbiddenPhrases.block.find((phrase) => rest.includes(phrase)) ?? null
}
