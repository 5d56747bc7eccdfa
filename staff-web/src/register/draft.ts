import type { CATEGORIES, CHANNELS, URGENCIES } from '@daodi/contract/shared/codes.ts'
import { SUBJECT_MAX } from '@daodi/contract/shared/text.ts'
import type { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import type { suggestAtRegister } from '@daodi/contract/staff/register/suggest.ts'
import type { z } from 'zod'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import type { Person } from '../shared/person-picker.tsx'
import type { Way } from './away.ts'
import { readLine, splitSubject } from './read-line.ts'

export type Suggestions = z.output<(typeof suggestAtRegister)['reply']>
export type Matter = Suggestions['matters'][number]
export type Body = z.input<(typeof registerCase)['body']>
export type Decision = NonNullable<Body['decision']>
export type BranchName = Decision['branch']
/** A try to reach the colleague; `pressedAt` is when it was noted down, in epoch milliseconds. */
export interface DraftCall { channel: 'phone' | 'visit' | 'wechat' | 'sms'; reached: boolean; note: string; pressedAt: number }
export interface DraftPaper { name: string; copies: number; form: 'original' | 'copy' | 'either'; note?: string | undefined; given: boolean }

/** Everything typed on the register page. It outlives a reload; `key` makes one registration of it, however often it is sent. */
export interface Draft {
  key: string
  line: string
  content: string
  channel: (typeof CHANNELS)[number]
  category: (typeof CATEGORIES)[number] | ''
  urgency: (typeof URGENCIES)[number]
  name: string
  phone: string
  organization: string
  address: string
  email: string
  place: string
  /** A colleague asks, as the directory knows them; instead of name and phone. */
  colleague: Person | null
  /** When it was asked or happened; null: now. */
  occurredAt: string | null
  involvedCount: string
  involvedNames: string
  /** Why the person is seen to first. */
  priority: readonly string[]
  declined: boolean
  readBack: boolean
  confidential: boolean
  /** Name, organization and address that came from this person's earlier visit rather than from the keyboard. */
  known: { name: string; organization: string; address: string } | null
  more: boolean
  /** Somebody else was asked first, and whoever registers only writes it down; null: the one who registers. */
  askedFirst: Person | null
  /** Asked together with whoever registers; where the rule wants a pair, the other one of it. */
  together: readonly Person[]
  /** The window or desk at which it was asked; undefined: the usual one. */
  deskId: string | null | undefined
  /** How often the telephone rang before it was answered; null where nobody counted. */
  rings: number | null
  /** Steps of the reception that are done. */
  receptionSteps: readonly string[]
  /** undefined: as suggested; null: none of the suggested. */
  matter: Matter | null | undefined
  branch: BranchName | null
  /** null: as the matter or the pattern has it. */
  text: string | null
  citation: string | null
  papers: readonly DraftPaper[] | null
  /** null: as the rules reckon it; empty: another time is being chosen. */
  promisedAt: string | null
  person: Person | null | undefined
  unitId: string | null | undefined
  reason: string | null
  escorted: boolean
  /** Of a colleague who is away: what is done about it; null: what the rules say. */
  away: Way | null
  calls: readonly DraftCall[]
  relay: boolean
  relayText: string
  /** The number of the unit that a caller was given; null: it is handed over. */
  numberGiven: string | null
  where: string
  wherePhone: string
}

export function emptyDraft(key: string, channel: Draft['channel']): Draft {
  return {
    key, channel, line: '', content: '', category: '', urgency: 'normal', name: '', phone: '', organization: '', address: '', email: '', place: '', colleague: null, occurredAt: null, involvedCount: '', involvedNames: '', priority: [], declined: false,
    readBack: false, confidential: false, known: null, more: false, askedFirst: null, together: [], deskId: undefined, rings: null, receptionSteps: [], matter: undefined, branch: null, text: null, citation: null, papers: null,
    promisedAt: null, person: undefined, unitId: undefined, reason: null, escorted: false, away: null, calls: [], relay: false, relayText: '', numberGiven: null, where: '', wherePhone: '',
  }
}

/** The matter that goes with the case: the one chosen, or the first suggested if it is surely meant. */
export function matterOf(draft: Draft, suggestions: Suggestions | undefined): Matter | null {
  if (draft.matter !== undefined) return draft.matter
  const first = suggestions?.matters[0]
  return first?.confidence === 'high' ? first : null
}

/** The likeliest matter where none is surely meant: its unit may stand in the panel, for somebody to check. */
export function guessOf(draft: Draft, suggestions: Suggestions | undefined): Matter | null {
  const first = suggestions?.matters[0]
  return draft.matter === undefined && first?.confidence === 'medium' ? first : null
}

/** Whoever asks: a colleague as the directory has them, else as typed. */
export function nameOf(draft: Draft): string {
  return draft.colleague?.name ?? draft.name
}

export function phoneOf(draft: Draft): string {
  if (draft.colleague) return draft.colleague.phone ?? ''
  return draft.phone.trim() === '' ? readLine(draft.line).phone : draft.phone.trim()
}

/** What the words themselves say that it is, and that they only ask, as far as the regulation has such kinds. */
export interface Worded { worded: Draft['category']; onlyAsks: boolean }

export function wordedOf(suggestions: Suggestions | undefined, used: readonly string[]): Worded {
  const has = (category: string) => used.length === 0 || used.includes(category)
  const worded = suggestions?.worded ?? ''
  return { worded: has(worded) ? worded : '', onlyAsks: suggestions?.onlyAsks === true && has('consultation') }
}

/** As the server will take it where nobody says: what it calls itself, else the matter's kind, but a question that only asks has not applied. */
export function categoryOf(draft: Draft, matter: Matter | null, { worded, onlyAsks }: Worded = { worded: '', onlyAsks: false }): Draft['category'] {
  if (draft.category !== '') return draft.category
  if (worded !== '' && (matter === null || matter.category === 'consultation' || matter.category === 'application')) return worded
  return onlyAsks && matter?.category === 'application' ? 'consultation' : matter?.category ?? ''
}

/** The answer has to name its basis: the matter asks for it, or the regulation asks it of the category. */
export function mustCite(matter: Matter | null, category: Draft['category'], citationCategories: readonly string[]): boolean {
  return matter?.citationRequired === true || (category !== '' && citationCategories.includes(category))
}

/** The registration as it is sent. */
export function bodyOf(draft: Draft, matter: Matter | null, decision: Decision | null, deskId: string | null = null): Body {
  const read = readLine(draft.line)
  const { subject, content } = splitSubject(cleanLine(read.subject) ?? '', SUBJECT_MAX)
  const details = [cleanText(content), cleanText(draft.content)].filter((text) => text !== undefined).join('\n\n')
  return {
    channel: draft.channel, subject, content: cleanText(details), category: draft.category === '' ? undefined : draft.category, matterId: matter?.id,
    urgency: draft.urgency === 'normal' ? undefined : draft.urgency, readBack: draft.readBack || undefined, confidential: draft.confidential || undefined,
    place: cleanLine(draft.place), ...occasionOf(draft), ...(draft.colleague ? { colleagueId: draft.colleague.id } : { requester: requesterOf(draft) }), decision: decision ?? undefined,
    ...whoWasAsked(draft, deskId),
    rings: draft.channel === 'phone' && draft.rings !== null ? draft.rings : undefined,
    receptionSteps: draft.receptionSteps.length > 0 ? [...draft.receptionSteps] : undefined,
  }
}

/** Who else was asked, and where. Of somebody asked elsewhere the writer's own desk and colleagues say nothing. */
function whoWasAsked({ askedFirst, together }: Draft, deskId: string | null) {
  if (askedFirst !== null) return { firstContactId: askedFirst.id }
  return { askedTogether: together.length > 0 ? together.map((person) => person.id) : undefined, deskId: deskId ?? undefined }
}

function occasionOf({ occurredAt, involvedCount, involvedNames, priority }: Draft) {
  const count = Number(involvedCount)
  return { occurredAt: occurredAt ?? undefined, involvedCount: Number.isInteger(count) && count > 0 ? count : undefined, involvedNames: cleanLine(involvedNames), priority: priority.length > 0 ? [...priority] : undefined }
}

function requesterOf(draft: Draft): Body['requester'] {
  const requester = {
    name: cleanLine(draft.name), phone: cleanLine(phoneOf(draft)), organization: cleanLine(draft.organization), address: cleanLine(draft.address),
    email: cleanLine(draft.email),
    declined: draft.declined || undefined,
  }
  return Object.values(requester).every((value) => value === undefined) ? undefined : requester
}
