import { toMs, fromMs, type Instant } from '../calendar/instant.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Actor } from './actor.ts'
import { evolve } from './evolve.ts'
import type { CaseFact } from './fact.ts'
import { registerCase, type Register } from './register-case.ts'
import type { CaseState, Holder, TextRef } from './state.ts'
import { bureauCalendar, bureauPolicy } from './testing-policy.ts'

/** Ids that look like the real ones; the same number gives the same id. */
export function idOf(kind: 'unit' | 'person' | 'case' | 'made' | 'text', number: number): string {
  const group = { unit: 1, person: 2, case: 3, made: 4, text: 5 }[kind]
  return `0000000${group}-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export const units = {
  bureau: idOf('unit', 1), planning: idOf('unit', 2), permits: idOf('unit', 3), housing: idOf('unit', 4), office: idOf('unit', 5), elsewhere: idOf('unit', 9),
}

const person = (number: number, unitId: string, heads: string[] = []): Actor => ({ personId: idOf('person', number), unitId, heads })

/** The people of S1 and some more: two in each section, heads, a leader over two sections, and two who have no part in anything. */
export const people = {
  li: person(1, units.planning), zhou: person(2, units.planning), tao: person(3, units.planning, [units.planning]),
  qian: person(4, units.permits), he: person(5, units.permits), ma: person(6, units.permits, [units.permits]),
  shi: person(7, units.housing), gu: person(8, units.housing), ding: person(9, units.housing, [units.housing]),
  niu: person(10, units.office, [units.office]),
  wei: person(11, units.bureau, [units.planning, units.permits]), sun: person(12, units.bureau, Object.values(units).filter((unit) => unit !== units.elsewhere)),
  wu: { ...person(13, units.bureau), supervises: true }, stranger: person(14, units.elsewhere, [units.elsewhere]),
}

export const holder = ({ personId, unitId }: Actor): Holder => ({ personId, unitId })

export function text(number: number): TextRef {
  return { id: idOf('text', number), digest: String(number).padStart(64, '0') }
}

export function rulesAt(at: Instant, more: Partial<Omit<Rules, 'at'>> = {}): Rules {
  let made = toMs(at) % 1_000_000_000
  return { policy: bureauPolicy, calendar: bureauCalendar, at, newId: () => idOf('made', ++made), ...more }
}

export function laterBy(at: Instant, minutes: number): Instant {
  return fromMs(toMs(at) + minutes * 60_000)
}

/** A question asked at the planning section, as Li Wen would register it. */
export const question: Register = {
  number: 'GH20260302-0001', channel: 'visit', category: 'help', urgency: 'normal', confidential: false, origin: 'staff', requesterId: idOf('person', 900),
  matterId: null, matterDays: null, matterEdition: null, matterCites: false, subject: text(1), content: text(2), place: null, registerUnitId: units.planning,
  firstContact: holder(people.li), asked: people.li.personId, policy: 'sha256:test', readBack: false, requesterGiven: true, decides: false,
}

export function playOut(before: CaseState | null, facts: readonly CaseFact[], at: Instant, actor: string): CaseState {
  const after = facts.reduce<CaseState | null>((state, fact) => evolve(state, fact, { caseId: idOf('case', 1), institutionId: units.bureau, at, actor }), before)
  if (!after) throw new RangeError('nothing happened')
  return after
}

interface Happened { ok: boolean; facts?: readonly CaseFact[]; refusal?: string }

/** The state after an act that must have been allowed. */
export function after(before: CaseState | null, outcome: Happened, at: Instant, by: Actor | 'public' | 'system'): CaseState {
  if (!outcome.ok || !outcome.facts) throw new RangeError(`refused: ${outcome.refusal ?? ''}`)
  return playOut(before, outcome.facts, at, typeof by === 'string' ? by : by.personId)
}

export function registered(at: Instant, more: Partial<Register> = {}, rules: Rules = rulesAt(at)): CaseState {
  return after(null, registerCase({ ...question, ...more }, rules), at, people.li)
}
