/** A paper that a matter asks for: what the one-time notice lists. */
export interface MatterPaper {
  name: string
  copies: number
  form: 'original' | 'copy' | 'either'
  note?: string | undefined
  /** Where a filled-in sample is. */
  sample?: string | undefined
  /** Who issues it, or where to get it. */
  source?: string | undefined
}

export const PROMISE_UNITS = ['workingHours', 'naturalHours', 'naturalDays'] as const
/** A promise that is not counted in working days. */
export interface PromisedLimit { amount: number; unit: (typeof PROMISE_UNITS)[number] }

/** One entry of the directory of matters: whose it is, and what somebody who comes with it has to know. */
export interface MatterDocument {
  name: string
  unitId: string
  postId: string | null
  personId: string | null
  category: string | null
  /** Other names; no two matters share one. */
  synonyms: string[]
  /** Words it is also found by; several matters of one owner may have the same. */
  keywords: string[]
  /** Questions as people put them. */
  examples: string[]
  papers: MatterPaper[]
  /** Who may apply, and when. */
  conditions: string | null
  procedure: string | null
  fee: string | null
  feeBasis: string | null
  statutoryDays: number | null
  /** The promised limit in working days. */
  workingDays: number | null
  /** Promised otherwise than in working days, in place of them; editions from before there was this say nothing. */
  promised?: PromisedLimit | null | undefined
  room: string | null
  phone: string | null
  validFrom: string | null
  validUntil: string | null
  onSpot: boolean
  lenient: boolean
  citationRequired: boolean
  everyday: boolean
  citation: string | null
  answer: string | null
}

export type MatterField = keyof MatterDocument

/** Which fields differ; empty when the two say the same. */
export function changedFields(before: MatterDocument, after: MatterDocument): MatterField[] {
  return (Object.keys(after) as MatterField[]).filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
}

/** A name as it is compared: without spaces, marks, widths and capitals, in which two names for the same thing often differ. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
