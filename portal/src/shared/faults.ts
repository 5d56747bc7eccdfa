import type { Texts } from '../texts.zh.ts'
import type { Refused } from './call.ts'

/** Field name (JSON pointer into the body) → what is wrong with it, in words. */
export type Faults = Record<string, string>

/** Pointers the form does not show are left to the general sentence. */
export function faultsOf(refusal: Refused, texts: Texts): Faults {
  const faults: Faults = {}
  for (const { pointer, code } of refusal.errors) {
    faults[pointer.replace(/^#/, '')] = texts.fieldFaults[code] ?? texts.fieldFaultOther
  }
  if (refusal.code === 'category-not-used') faults['/category'] = texts.refusals['category-not-used']
  if (refusal.code === 'no-such-institution') faults['/institutionId'] = texts.refusals['no-such-institution']
  return faults
}

export function refusalText(code: string, texts: Texts): string {
  const known: Record<string, string> = texts.refusals
  return known[code] ?? texts.refusalOther
}

/** `/requester/phone` → the id of its input; the summary's links lead there. */
export function fieldId(pointer: string): string {
  return `field${pointer.replace(/\//g, '-')}`
}
