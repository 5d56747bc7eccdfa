import { useState } from 'react'
import { useMe } from '../shared/me.ts'

const drafts = new Map<string, unknown>()

/**
 * A form's value that outlives the closing of its dialog: a slip of the hand loses no words. Cleared when the act is
 * done; never shown to somebody else who signs in at the same screen.
 */
export function useDraft<Value>(name: string, initial: Value): [Value, (next: Value) => void, () => void] {
  const key = `${useMe().id} ${name}`
  const [value, setValue] = useState<Value>(() => (drafts.has(key) ? drafts.get(key) as Value : initial))
  const set = (next: Value) => { drafts.set(key, next); setValue(next) }
  return [value, set, () => { drafts.delete(key) }]
}
