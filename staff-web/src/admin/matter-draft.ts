import type { CATEGORIES } from '@daodi/contract/shared/codes.ts'
import type { MatterInput, MatterView } from '@daodi/contract/staff/matters/matter-view.ts'
import type { z } from 'zod'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import type { Person } from '../shared/person-picker.tsx'
import { randomKey } from '../shared/random-key.ts'

export interface MatterPaper {
  readonly id: string; readonly name: string; readonly copies: number; readonly form: 'original' | 'copy' | 'either'
  readonly note: string; readonly sample: string; readonly source: string
}

/** What a promised limit may be counted in; working days have a field of their own in the directory. */
export const PROMISE_UNITS = ['workingDays', 'workingHours', 'naturalHours', 'naturalDays'] as const
export type PromiseUnit = (typeof PROMISE_UNITS)[number]

/** A matter as it stands in the form. */
export interface MatterFormDraft {
  readonly name: string; readonly unitId: string | null; readonly post: { readonly id: string; readonly name: string } | null; readonly person: Person | null
  readonly category: (typeof CATEGORIES)[number] | null; readonly synonyms: readonly string[]; readonly keywords: readonly string[]; readonly examples: string
  readonly papers: readonly MatterPaper[]; readonly conditions: string; readonly procedure: string; readonly fee: string; readonly feeBasis: string
  readonly statutoryDays: number | null; readonly promise: number | null; readonly promiseUnit: PromiseUnit; readonly room: string; readonly phone: string; readonly validFrom: string; readonly validUntil: string
  readonly onSpot: boolean; readonly lenient: boolean; readonly citationRequired: boolean; readonly everyday: boolean; readonly citation: string; readonly answer: string
}

export const EMPTY_MATTER: MatterFormDraft = {
  name: '', unitId: null, post: null, person: null, category: null, synonyms: [], keywords: [], examples: '', papers: [], conditions: '', procedure: '', fee: '', feeBasis: '', statutoryDays: null,
  promise: null, promiseUnit: 'workingDays', room: '', phone: '', validFrom: '', validUntil: '', onSpot: false, lenient: false, citationRequired: false, everyday: false, citation: '', answer: '',
}

export type WrittenMatter = Omit<z.output<typeof MatterView>, 'edition'>

function promiseOf({ workingDays, promised }: WrittenMatter): Pick<MatterFormDraft, 'promise' | 'promiseUnit'> {
  return promised ? { promise: promised.amount, promiseUnit: promised.unit } : { promise: workingDays, promiseUnit: 'workingDays' }
}

/** A matter that exists, ready to be changed. */
export function draftOfMatter(matter: WrittenMatter): MatterFormDraft {
  const { name, unitId, category, synonyms, keywords, statutoryDays, onSpot, lenient, citationRequired, everyday } = matter
  return {
    name, unitId, category, synonyms, keywords, statutoryDays, ...promiseOf(matter), onSpot, lenient, citationRequired, everyday,
    post: matter.postId === null ? null : { id: matter.postId, name: matter.postName ?? '' },
    person: matter.personId === null ? null : { id: matter.personId, name: matter.personName ?? '', pinyin: '', post: null, unitId, unitName: matter.unitName, phone: null, room: null },
    examples: matter.examples.join('\n'), conditions: matter.conditions ?? '', procedure: matter.procedure ?? '', fee: matter.fee ?? '', feeBasis: matter.feeBasis ?? '', room: matter.room ?? '', phone: matter.phone ?? '',
    validFrom: matter.validFrom ?? '', validUntil: matter.validUntil ?? '', citation: matter.citation ?? '', answer: matter.answer ?? '',
    papers: matter.papers.map((paper) => ({ id: randomKey(), name: paper.name, copies: paper.copies, form: paper.form, note: paper.note ?? '', sample: paper.sample ?? '', source: paper.source ?? '' })),
  }
}

/** The matter as it is sent: what was left empty is left out. */
export function bodyOfMatter(draft: MatterFormDraft): z.input<typeof MatterInput> {
  const { category, statutoryDays, promise, promiseUnit, onSpot, lenient, citationRequired, everyday } = draft
  return {
    name: cleanLine(draft.name) ?? '', unitId: draft.unitId ?? '', postId: draft.post?.id, personId: draft.person?.id, category: category ?? undefined,
    synonyms: words(draft.synonyms), keywords: words(draft.keywords), examples: words(draft.examples.split('\n')), papers: draft.papers.flatMap(paperOf),
    conditions: cleanText(draft.conditions), procedure: cleanText(draft.procedure), fee: cleanLine(draft.fee), feeBasis: cleanLine(draft.feeBasis), statutoryDays: statutoryDays ?? undefined, ...(promise === null ? {} : promiseUnit === 'workingDays' ? { workingDays: promise } : { promised: { amount: promise, unit: promiseUnit } }),
    room: cleanLine(draft.room), phone: cleanLine(draft.phone), validFrom: cleanLine(draft.validFrom), validUntil: cleanLine(draft.validUntil),
    onSpot, lenient, citationRequired, everyday, citation: cleanLine(draft.citation), answer: cleanText(draft.answer),
  }
}

const words = (typed: readonly string[]) => typed.flatMap((word) => cleanLine(word) ?? [])

function paperOf(paper: MatterPaper) {
  const name = cleanLine(paper.name)
  return name === undefined ? [] : [{ name, copies: paper.copies, form: paper.form, note: cleanLine(paper.note), sample: cleanLine(paper.sample), source: cleanLine(paper.source) }]
}
