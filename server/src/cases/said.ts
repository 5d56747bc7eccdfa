import type { TextRef } from '@daodi/domain/cases/state.ts'

export type Param = string | number | boolean | null | string[]
/** Names and words by id, for making sentences out of facts; and whether a moment lies beyond the published holiday notices. */
export interface Lookup { owner(obligationId: string): string; person(id: string | null): string; unit(id: string | null): string; matter(id: string | null): string; text(ref: TextRef | null | undefined): string | null; estimated(at: string | null): boolean }

export interface Sentence { params: Record<string, Param>; text: string | null }

export function said(params: Record<string, Param>, text: string | null = null): Sentence {
  return { params, text }
}

export function named(name: string): string | null {
  return name === '' ? null : name
}
