import { receiptNumber } from '@daodi/domain/cases/receipt-number.ts'
import { dueOn, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { CaseFact, FactOf } from '@daodi/domain/cases/fact.ts'
import type { TextRef } from '@daodi/domain/cases/state.ts'
import { courseSentence, isPublicCourse } from './timeline-course.ts'
import { isCooperation } from '@daodi/domain/cases/cooperation-fact.ts'
import { cooperationSentence } from './timeline-cooperation.ts'
import { named, said, type Lookup, type Param, type Sentence } from './said.ts'
import type { CasePage } from './store-page.ts'

export type { Lookup } from './said.ts'

export interface Told { params: Record<string, Param>; text: string | null; public: boolean }

export function lookupIn(page: CasePage, calendar: Calendar): Lookup {
  const people = new Map(page.people?.map((person) => [person.id, person.name]))
  const units = new Map(page.units?.map((unit) => [unit.id, unit.name]))
  const texts = new Map(page.texts?.map((text) => [text.id, text.body]))
  const matters = new Map(page.matters?.map((matter) => [matter.id, matter.name]))
  const owners = new Map(page.obligations?.map((duty) => [duty.id, (duty.person_id && people.get(duty.person_id)) || units.get(duty.unit_id) || '']))
  return { estimated: (at) => at !== null && dueOn(calendar, at).estimated, owner: (id) => owners.get(id) ?? '', person: (id) => people.get(id ?? '') ?? '', unit: (id) => units.get(id ?? '') ?? '', matter: (id) => matters.get(id ?? '') ?? '', text: (ref) => (ref ? texts.get(ref.id) ?? null : null) }
}

/** The kinds of facts that the person asking is shown; nothing internal. */
const PUBLIC_KINDS = new Set(['case-registered', 'case-decided', 'referral-made', 'referral-accepted', 'ruling-asked', 'ruling-given', 'promise-made', 'notice-issued',
  'papers-taken', 'papers-complete', 'papers-returned', 'case-resolved', 'result-returned', 'person-told', 'contact-failed', 'case-closed', 'case-reopened', 'case-withdrawn',
  'information-added', 'case-rated', 'relay-promised', 'person-contacted', 'custody-confirmed', 'advice-asked', 'inquiry-made', 'inquiry-answered', 'unsolved-forwarded',
  'number-given', 'case-merged', 'case-unmerged', 'told-with'])

export function tell(fact: CaseFact, look: Lookup, actor: string): Told {
  const { params, text } = sentence(fact, look)
  const theirs = actor === 'public' && (fact.kind === 'attachment-added' || fact.kind === 'case-withdrawn')
  return { params: theirs ? { ...params, by: 'public' } : params, text, public: theirs || PUBLIC_KINDS.has(fact.kind) || (fact.kind === 'note-added' && fact.public) || isPublicCourse(fact) }
}

function sentence(fact: CaseFact, look: Lookup): Sentence {
  if (isCooperation(fact)) return cooperationSentence(fact, look)
  switch (fact.kind) {
    case 'case-registered': return said({ channel: fact.channel, firstContact: look.person(fact.firstContact.personId), unit: look.unit(fact.firstContact.unitId), readBack: fact.readBackAt !== null, ...(fact.place === null ? {} : { place: look.text(fact.place) }), ...(fact.occurredAt === undefined ? {} : { occurredAt: fact.occurredAt }), ...(fact.rings === undefined ? {} : { rings: fact.rings }), ...(fact.receptionSteps === undefined ? {} : { receptionSteps: fact.receptionSteps.join('、') }) }, look.text(fact.content))
    case 'case-decided': return said({ branch: fact.branch })
    case 'referral-made': return said({ toUnit: look.unit(fact.referral.toUnitId), toPerson: named(look.person(fact.referral.toPersonId)), escorted: fact.escorted, insteadOf: named(look.person(fact.insteadOf)), approvedBy: named(look.person(fact.approvedBy)) }, look.text(fact.referral.reason))
    case 'referral-accepted': return said({ person: look.person(fact.holder.personId), unit: look.unit(fact.holder.unitId) })
    case 'referral-returned': return said({ fromUnit: look.unit(fact.fromUnitId), suggestedUnit: named(look.unit(fact.suggestedUnitId)), basis: look.text(fact.basis), count: fact.count }, look.text(fact.reason))
    case 'referral-withdrawn': return said({ toUnit: look.unit(fact.toUnitId) }, look.text(fact.reason))
    case 'ruling-asked': return said({ arbiters: fact.ruling.arbiters.map((person) => look.person(person)), cause: fact.ruling.cause, skipped: look.text(fact.skipped) }, look.text(fact.ruling.reason))
    case 'ruling-given': return said({ person: look.person(fact.holder.personId), unit: look.unit(fact.holder.unitId), binding: fact.binding, precedent: fact.precedent, post: fact.post ?? null }, look.text(fact.instruction))
    case 'promise-made': return said({ dueAt: fact.dueAt, estimated: fact.estimated }, look.text(fact.text))
    case 'case-resolved': return said({ outcome: fact.resolution.outcome, citation: look.text(fact.resolution.citation) }, look.text(fact.resolution.text))
    case 'result-returned': return said({}, look.text(fact.reason))
    case 'person-told': return said({ channel: fact.channel }, look.text(fact.text))
    case 'contact-failed': return said({ channel: fact.channel, count: fact.count }, look.text(fact.note))
    case 'case-closed': return said({ unreached: fact.unreached })
    case 'case-reopened': return said({ by: fact.by, round: fact.round, date: fact.date ?? null }, look.text(fact.reason))
    case 'note-added': return said({ kind: fact.note }, look.text(fact.text))
    case 'case-rated': return said({ round: fact.round, grade: fact.grade, reasons: fact.reasons, solved: fact.solved }, look.text(fact.comment))
    case 'obligation-warned': case 'obligation-late': return said({ kind: fact.duty, owner: look.owner(fact.obligationId), scheduledAt: fact.scheduledAt })
    case 'obligation-climbed': return said({ kind: fact.duty, owner: look.owner(fact.obligationId), rung: fact.rung, people: fact.people.map((person) => look.person(person)), scheduledAt: fact.scheduledAt })
    case 'succession': return said({ from: look.person(fact.from.personId), to: look.person(fact.to.personId) })
    default: return otherSentence(fact, look)
  }
}

function otherSentence(fact: CaseFact, look: Lookup): Sentence {
  switch (fact.kind) {
    case 'notice-issued': {
      const papers = paperList(look.text(fact.notice.papers))
      return said({ missing: papers.filter((_, index) => !fact.notice.given[index]), given: papers.filter((_, index) => fact.notice.given[index] === true), breach: fact.notice.breach }, look.text(fact.notice.reason ?? null))
    }
    case 'papers-taken': return said({ papers: custodyList(look.text(fact.custody.papers)), receiptNumber: receiptNumber(fact.custody.id) })
    case 'case-withdrawn': return said({}, look.text(fact.reason))
    case 'requester-revealed': return said({ form: fact.form ?? null }, look.text(fact.reason))
    case 'field-corrected': return fact.field === 'matter' ? said({ field: fact.field, before: named(look.matter(fact.before as string | null)), after: named(look.matter(fact.after as string)) }, look.text(fact.reason)) : said({ field: fact.field, before: value(fact.before, look), after: value(fact.after, look) }, look.text(fact.reason))
    case 'information-added': return said({}, look.text(fact.text))
    case 'attachment-added': return said({ name: look.text(fact.name) })
    default: return courseSentence(fact, look) ?? said({})
  }
}


/** A corrected value: a code stands in the fact itself, words are looked up. The person's own data are never repeated here. */
function value(field: string | TextRef | null, look: Lookup): string | null {
  return field === null || typeof field === 'string' ? field : look.text(field)
}

export interface ListedPaper { name: string; copies: number; form: 'original' | 'copy' | 'either'; note?: string }

export function papersIn(body: string | null): ListedPaper[] {
  return body === null ? [] : JSON.parse(body) as ListedPaper[]
}

function paperList(body: string | null): string[] {
  return papersIn(body).map((paper) => paper.name)
}

export function custodyList(body: string | null): string[] {
  return body === null ? [] : JSON.parse(body) as string[]
}

/** The files that went to the person with an answer, as far as they are still kept. */
export function filesGiven({ attachments: given = [] }: FactOf<'person-told'>, { attachments }: Pick<CasePage, 'attachments'>): { id: string; name: string; size: number }[] {
  return given.flatMap((id) => { const file = attachments?.find((one) => one.id === id); return file ? [{ id, name: file.name ?? '', size: file.size }] : [] })
}
