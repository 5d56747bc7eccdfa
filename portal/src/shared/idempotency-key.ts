import { forget, recall, remember } from './storage.ts'

/** `crypto.randomUUID` exists only on https and localhost; an intranet portal on plain http has to do without. */
function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The key under which one intention is sent. It outlives a reload, so that pressing the button again after a lost
 * answer gets the first answer back instead of a second case.
 */
export function keyFor(intention: string): string {
  const kept = recall('session', `key.${intention}`)
  if (kept) return kept
  const made = randomKey()
  remember('session', `key.${intention}`, made)
  return made
}

export function retireKey(intention: string): void {
  forget('session', `key.${intention}`)
}
