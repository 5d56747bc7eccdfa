import type { CaseFact } from './fact.ts'

/** By these the person hears how far it has come, has the answer, or has just spoken with somebody. A failed attempt is none. */
const HEARD: readonly CaseFact['kind'][] = [
  'person-informed', 'person-contacted', 'promise-made', 'notice-issued', 'papers-taken', 'appointment-made', 'appointment-moved', 'person-told', 'told-with',
]

/** Whether the person has heard from us by it: for what is owed to them on the way, and for what the page counts. */
export function isHeard({ kind, data }: { kind: string; data: object }): boolean {
  if (kind === 'note-added') return 'note' in data && data.note === 'interim' && 'public' in data && data.public === true
  return HEARD.some((heard) => heard === kind)
}
