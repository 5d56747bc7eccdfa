import type { Rules } from '../obligations/owe.ts'
import type { Actor } from './actor.ts'
import type { CaseFact } from './fact.ts'
import type { TextRef } from './state.ts'

/** An answer given at once: the reply is the resolution. `phrase`: the forbidden phrase found in it, if any. */
export interface SettledAsk {
  text: TextRef
  citation: TextRef | null
  direction: TextRef | null
  channel: string
  phrase: string | null
}

/** Resolved, told and closed in one go (当场办结, or explained as not ours); left open while papers have to be given back first. */
export function settledFacts(by: Actor, ask: SettledAsk, outcome: 'solved' | 'outside', { rules, mayClose }: { rules: Rules; mayClose: boolean }): CaseFact[] {
  const { text, citation, direction, channel } = ask
  return [
    { kind: 'case-resolved', resolution: { outcome, text, citation, direction, by: by.personId, at: rules.at } },
    { kind: 'person-told', channel, text, by: by.personId },
    ...(mayClose ? [{ kind: 'case-closed' as const, unreached: false }] : []),
  ]
}
