import type { Me } from '../shared/me.ts'
import { type Draft, phoneOf } from './draft.ts'
import { readLine } from './read-line.ts'

export interface Lack { say: 'needSubject' | 'readBack' | 'requester' | 'pair' | 'ahead'; field: string }

/** What the rules ask for before anything is sent; the server asks again. */
export function lacking(draft: Draft, category: string, settings: Me['settings']): Lack | null {
  if (readLine(draft.line).subject === '') return { say: 'needSubject', field: 'line' }
  if (settings.firstContactMode === 'pair' && draft.together.length === 0) return { say: 'pair', field: 'who-together' }
  if (settings.requesterRequired && draft.colleague === null && !draft.declined && draft.name.trim() === '' && phoneOf(draft) === '') return { say: 'requester', field: 'who-name' }
  if (settings.readBackCategories.includes(category) && !draft.readBack) return { say: 'readBack', field: 'who-read-back' }
  if (draft.occurredAt !== null && Date.parse(draft.occurredAt) > Date.now() + 120_000) return { say: 'ahead', field: 'who-occurredAt' }
  return null
}
