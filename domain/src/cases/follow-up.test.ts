import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Policy } from '../policy/policy.ts'
import { addNote } from './add-note.ts'
import { decideCase } from './decide-case.ts'
import { evolve } from './evolve.ts'
import type { CaseFact } from './fact.ts'
import { withFollowUps } from './follow-up.ts'
import { registerCase } from './register-case.ts'
import { completeStep, fillSheet, flagCase, missingParts, sheetFor } from './sheet.ts'
import type { CaseState } from './state.ts'
import { CAREFUL } from './testing-care.ts'
import { holder, idOf, people, question, rulesAt, text, units } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'

const policy: Policy = { ...bureauPolicy, ...CAREFUL, limits: { ...bureauPolicy.limits, keepInTouch: { amount: 2, unit: 'workingDays' } } }
const rules = (at: string) => rulesAt(beijing(at), { policy })

function played(before: CaseState | null, facts: readonly CaseFact[], at: string): CaseState {
  const happening = { caseId: idOf('case', 1), institutionId: units.bureau, at: beijing(at), actor: people.li.personId }
  const state = withFollowUps(before, facts, happening, rules(at)).reduce<CaseState | null>((now, fact) => evolve(now, fact, happening), before)
  if (!state) throw new RangeError('nothing happened')
  return state
}
const factsOf = (outcome: { ok: boolean; facts?: readonly CaseFact[]; refusal?: string }): readonly CaseFact[] => {
  if (!outcome.ok || !outcome.facts) throw new RangeError(outcome.refusal)
  return outcome.facts
}
function inHand(): CaseState {
  const fresh = played(null, factsOf(registerCase({ ...question, category: 'help', sheet: '手术首访' }, rules('2026-03-02 09:00'))), '2026-03-02 09:00')
  return played(fresh, factsOf(decideCase(fresh, people.li, { branch: 'mine', notice: null, promisedAt: null, text: null }, rules('2026-03-02 09:00'))), '2026-03-02 09:00')
}
const touch = (state: CaseState) => state.obligations.filter(({ kind }) => kind === 'keepInTouch')

describe('keeping in touch', () => {
  it('is owed from the decision on, and anew from each word that the person gets', () => {
    const state = inHand()
    expect(touch(state)).toMatchObject([{ personId: people.li.personId, dueAt: beijing('2026-03-04 17:30') }])
    const internal = played(state, factsOf(addNote(state, people.li, { note: 'progress', text: text(1), public: false, phrase: null })), '2026-03-03 10:00')
    expect(touch(internal)).toEqual(touch(state))
    const told = played(state, factsOf(addNote(state, people.li, { note: 'interim', text: text(1), public: true, phrase: null })), '2026-03-03 10:00')
    expect(touch(told)).toMatchObject([{ dueAt: beijing('2026-03-05 17:30') }])
  })
})

describe('a sheet', () => {
  it('belongs to the matter it names before the category', () => {
    const [sheet] = CAREFUL.sheets ?? []
    const sheets = sheet ? [{ ...sheet, name: '普通', matters: [] }, { ...sheet, categories: [] }] : []
    expect(sheetFor({ ...policy, sheets }, { matterName: '手术首访', category: 'help' })?.name).toBe('手术首访')
    expect(sheetFor({ ...policy, sheets }, { matterName: '别的', category: 'help' })?.name).toBe('普通')
    expect(sheetFor({ ...policy, sheets }, { matterName: '别的', category: 'other' })).toBeNull()
  })

  it('names what is missing, more of it once a flag is set', () => {
    const state = inHand()
    expect(missingParts(state, policy, '术前准备')).toEqual(['病史'])
    expect(completeStep(state, people.li, '术前准备', rules('2026-03-02 09:10'))).toEqual({ ok: false, refusal: 'part-missing' })
    const filled = played(state, factsOf(fillSheet(state, people.li, { step: '术前准备', parts: [{ part: '病史', text: text(2) }] }, rules('2026-03-02 09:10'))), '2026-03-02 09:10')
    expect(completeStep(filled, people.li, '术前准备', rules('2026-03-02 09:11')).ok).toBe(true)
    expect(fillSheet(filled, people.li, { step: '术前准备', parts: [{ part: '风险共识', text: text(3) }] }, rules('2026-03-02 09:11'))).toEqual({ ok: false, refusal: 'no-such-part' })
    const flagged = played(filled, factsOf(flagCase(filled, people.li, { flag: '重大手术', note: null, tell: [holder(people.sun), holder(people.li)] }, rules('2026-03-02 09:12'))), '2026-03-02 09:12')
    expect(missingParts(flagged, policy, '术前准备')).toEqual(['风险共识'])
    expect(flagged.flags?.[0]?.told.map(({ personId }) => personId)).toEqual([people.sun.personId])
    expect(flagCase(flagged, people.li, { flag: '重大手术', note: null, tell: [] }, rules('2026-03-02 09:13'))).toEqual({ ok: false, refusal: 'already-flagged' })
  })
})
