import { SUBJECT_MAX } from '@daodi/contract/shared/text.ts'
import type { Me } from '../shared/me.ts'
import { onlyForOthers } from './asked-first.tsx'
import { type Draft, phoneOf } from './draft.ts'
import { readLine, splitSubject } from './read-line.ts'

export interface Lack { say: 'needSubject' | 'readBack' | 'requester' | 'pair' | 'askedFirst' | 'ahead' | 'entry'; field: string; /** Of `entry`: everything that is asked for. */ fields?: readonly EntryField[] }
export type EntryField = Me['settings']['requiredEntries'][number]['fields'][number]

/** What the rules ask for before anything is sent; the server asks again. */
export function lacking(draft: Draft, category: string, me: Me): Lack | null {
  const { settings } = me
  if (readLine(draft.line).subject === '') return { say: 'needSubject', field: 'line' }
  const whose = draft.askedFirst === null ? lacksFirst(draft, me) : null
  if (whose !== null) return whose
  if (settings.requesterRequired && draft.colleague === null && !draft.declined && draft.name.trim() === '' && phoneOf(draft) === '') return { say: 'requester', field: 'who-name' }
  if (settings.readBackCategories.includes(category) && !draft.readBack) return { say: 'readBack', field: 'who-read-back' }
  if (draft.occurredAt !== null && Date.parse(draft.occurredAt) > Date.now() + 120_000) return { say: 'ahead', field: 'who-occurredAt' }
  const asked = missingEntries(draft, category, settings)
  return asked[0] === undefined ? null : { say: 'entry', field: `who-${asked[0]}`, fields: asked }
}

/** Whoever registers was asked themselves: not who may answer for no case, nor one of a pair alone. */
function lacksFirst({ together }: Draft, me: Me): Lack | null {
  if (onlyForOthers(me)) return { say: 'askedFirst', field: 'who-askedFirst' }
  return me.settings.firstContactMode === 'pair' && together.length === 0 ? { say: 'pair', field: 'who-together' } : null
}

/** What has to be registered of what comes this way and is of this kind, and is not there yet. */
function missingEntries(draft: Draft, category: string, { requiredEntries }: Me['settings']): EntryField[] {
  const kind = category === '' ? 'consultation' : category
  const rules = requiredEntries.filter((rule) => (rule.channel ?? draft.channel) === draft.channel && (rule.category ?? kind) === kind)
  return [...new Set(rules.flatMap(({ fields }) => fields))].filter((field) => !told(draft, field))
}

function told(draft: Draft, field: EntryField): boolean {
  switch (field) {
    case 'name': return draft.declined || draft.colleague !== null || draft.name.trim() !== ''
    case 'phone': return draft.declined || draft.colleague !== null || phoneOf(draft) !== ''
    case 'content': return draft.content.trim() !== '' || splitSubject(readLine(draft.line).subject, SUBJECT_MAX).content !== ''
    case 'occurredAt': return draft.occurredAt !== null
    case 'place': case 'involvedCount': case 'involvedNames': return draft[field].trim() !== ''
  }
}
