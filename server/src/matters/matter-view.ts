import type { z } from 'zod'
import type { MatterInput } from '@daodi/contract/staff/matters/matter-view.ts'
import type { MatterDocument } from '@daodi/domain/matters/matter.ts'

/** What somebody wrote as a whole document: what was left out is empty. */
export function documentOf(input: z.output<typeof MatterInput>): MatterDocument {
  const given: Partial<MatterDocument> = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  return { ...EMPTY, ...given, name: input.name, unitId: input.unitId }
}

const EMPTY: Omit<MatterDocument, 'name' | 'unitId'> = {
  postId: null, personId: null, category: null, synonyms: [], keywords: [], examples: [], papers: [], conditions: null, procedure: null, fee: null, feeBasis: null, statutoryDays: null,
  workingDays: null, promised: null, room: null, phone: null, validFrom: null, validUntil: null, onSpot: false, lenient: false, citationRequired: false, everyday: false, citation: null, answer: null,
}
