import type { Step, TrackedCase } from '../shared/wire.ts'

export const STEP_KINDS = ['case-registered', 'case-decided', 'referral-made', 'referral-accepted', 'referral-returned', 'referral-withdrawn',
  'ruling-asked', 'ruling-given', 'promise-made', 'notice-issued', 'papers-taken', 'papers-complete', 'papers-returned', 'note-added',
  'case-resolved', 'result-returned', 'person-told', 'contact-failed', 'case-closed', 'case-reopened', 'case-withdrawn', 'case-merged', 'information-added',
  'case-rated', 'succession', 'extension-granted', 'pause-begun', 'pause-ended', 'appointment-made', 'appointment-moved', 'appointment-ended', 'person-informed', 'receipt-confirmed',
  'help-asked', 'help-answered', 'solution-given',
  'relay-promised', 'person-contacted', 'custody-confirmed', 'advice-asked', 'inquiry-made', 'inquiry-answered', 'unsolved-forwarded',
  'number-given', 'case-unmerged', 'told-with', 'attachment-added'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** What a sentence about one step may use; a missing name leaves its place out, never a gap in the sentence. */
export interface StepWords {
  /** Unit and person, as far as they are named: 「许可科 钱博」. */
  who: string
  toUnit: string
  person: string
  /** The promised moment in words of the institution's clock, empty when there is none. */
  due: string
  estimated: boolean
  branch: string
  grade: number
  papers: string[]
  given: string[]
  missing: string[]
  byPublic: boolean
  /** What a file is called. */
  name: string
  /** What became of the date that had been given: `kept`, `moved`, `anew`; empty where nobody knows. */
  date: string
  /** The moment of an appointment, or until which a pause lasts. */
  moment: string
  home: boolean
  kept: boolean
  cause: string
  /** What is asked for past the handler: `undone`, `appeal`. */
  of: string
}

/** Whom the sentences about the standing of a case speak of. */
export interface Cast { unit: string; handler: string; firstContact: string; replier: string; waitingFor: string; supervision: string }

export function castOf(found: TrackedCase): Cast {
  const last = found.legs[found.legs.length - 1]
  return {
    unit: found.unit.name, handler: found.handlerName, firstContact: found.firstContactName,
    // Who replies is the organisation's rule; the running leg of the relay says whom it named.
    replier: last?.kind === 'reply' && last.to === null && last.personName ? last.personName : found.firstContactName,
    waitingFor: found.waitingForUnit ?? '', supervision: found.supervisionLine ?? found.unit.phone ?? '',
  }
}

export function isStepKind(kind: string): kind is StepKind {
  return (STEP_KINDS as readonly string[]).includes(kind)
}

/** @param spell puts an instant of the params into the words of the institution's clock. */
export function stepWords(params: Step['params'], spell: (at: string) => string): StepWords {
  const word = (name: string) => { const value = params[name]; return typeof value === 'string' ? value : '' }
  const list = (name: string) => { const value = params[name]; return Array.isArray(value) ? value : [] }
  const due = word('dueAt')
  return {
    who: [word('unit'), word('person')].filter(Boolean).join(' '), toUnit: word('toUnit'), person: word('person'),
    due: due ? spell(due) : '', estimated: params['estimated'] === true, branch: word('branch'),
    grade: typeof params['grade'] === 'number' ? params['grade'] : 0,
    papers: list('papers'), given: list('given'), missing: list('missing'), byPublic: params['by'] === 'public', name: word('name'), date: word('date'),
    moment: momentOf(word('at') || word('until'), spell), home: params['home'] === true, kept: params['kept'] === true, cause: word('cause'), of: word('of'),
  }
}

function momentOf(at: string, spell: (at: string) => string): string {
  return at === '' ? '' : spell(at)
}
