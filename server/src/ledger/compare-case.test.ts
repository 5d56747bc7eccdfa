import { expect, it } from 'vitest'
import { beijing } from '@daodi/domain/calendar/testing-calendars.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { returnResult } from '@daodi/domain/cases/return-result.ts'
import { mine, resolves } from '@daodi/domain/cases/testing-acts.ts'
import { people, playOut, text } from '@daodi/domain/cases/testing-cast.ts'
import { Story } from '@daodi/domain/cases/testing-story.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { columns } from '../cases/store-record.ts'
import { CaseReplay } from './compare-case.ts'

const { li } = people
const monday = beijing('2026-03-02 09:00')

/** The result of a case goes back after its limit has gone by; the fact as it was written before it said what time that gave. */
function returnedOnce(): CaseFact[] {
  const { facts } = new Story('2026-03-02 09:00').does(li, mine()).does(li, resolves()).at('2026-04-20 09:00').does(li, (state, by, rules) => returnResult(state, by, text(24), rules))
  return facts.map((fact) => (fact.kind === 'result-returned' ? { kind: fact.kind, reason: fact.reason, closes: fact.closes, opens: fact.opens } : fact))
}

/** What verification finds in the tables where they hold `stored`. */
function found(facts: readonly CaseFact[], stored: CaseState): string[] {
  const { id, number, institutionId } = stored
  const entries = facts.map(({ kind, ...data }, n) => ({ institutionId, stream: `case:${id}`, seq: n + 1, at: monday, actor: li.personId, kind, data: JSON.parse(JSON.stringify(data)), prev: '', hash: String(n + 1), algorithm: 'sha256' as const }))
  const [first] = entries
  if (!first) throw new RangeError('nothing happened')
  const replay = new CaseReplay(first)
  for (const entry of entries) replay.take(entry)
  const duties = stored.obligations.map((owed) => ({
    institution_id: institutionId, case_id: id, id: owed.id, kind: owed.kind, person_id: owed.personId, unit_id: owed.unitId, opened_at: owed.openedAt, due_at: owed.dueAt,
    estimated: owed.estimated, next_at: owed.steps[0]?.at ?? null, late_at: owed.lateAt, rung: owed.rung, paused_at: owed.pausedAt,
  }))
  const row = { ...columns(stored), institution_id: institutionId, id, number, head_seq: facts.length, head_hash: String(facts.length), state: stored }
  return replay.compare({ row, duties, words: [] }).filter(({ kind }) => kind !== 'words-missing').map(({ kind }) => kind)
}

it('takes a result that was returned before its fact said what time that gave as the programs of that time left it, and no other way', () => {
  const facts = returnedOnce()
  const none = playOut(null, facts, monday, li.personId)
  const until = (extendedTo: string): CaseState => ({ ...none, course: { ...none.course, extendedTo } })
  expect(none.course.extendedTo).toBeNull()
  expect(found(facts, none)).toEqual([])
  expect(found(facts, until(beijing('2026-04-21 17:30')))).toEqual([])
  expect(found(facts, until(beijing('2026-04-22 17:30')))).toEqual(['case-differs'])
})

it('takes a result that says so at its word', () => {
  const facts = returnedOnce().map((fact) => (fact.kind === 'result-returned' ? { ...fact, given: null } : fact))
  const state = playOut(null, facts, monday, li.personId)
  expect(found(facts, state)).toEqual([])
  expect(found(facts, { ...state, course: { ...state.course, extendedTo: beijing('2026-04-21 17:30') } })).toEqual(['case-differs'])
})
