import { describe, expect, it } from 'vitest'
import { bureauPolicy } from '../cases/testing-policy.ts'
import type { CaseFact } from '../cases/fact.ts'
import type { CaseState, Holder } from '../cases/state.ts'
import { NOTICE_KINDS, TOLD } from './kinds.ts'
import { eventOf } from './events.ts'
import { lastOfEach, tell, tellings, type Telling } from './tell.ts'

const li: Holder = { personId: 'li', unitId: 'planning' }
const qian: Holder = { personId: 'qian', unitId: 'permits' }
const words = { id: 'w', digest: 'd' }
const base = {
  id: 'case', number: 'GH20260302-0001', status: 'handling', round: 1, firstContact: li, handler: li, referral: null, ruling: null, requesterId: 'zhao', obligations: [], promise: null, confidential: false,
} as unknown as CaseState
const referral = (toPersonId: string | null) => ({ from: li, toUnitId: 'permits', toPersonId, at: '', reason: null, returnBy: '' })
const duty = { id: 'o', kind: 'rule', personId: 'tao', unitId: 'office', dueAt: '2026-03-03T01:10:00.000Z' }

interface Row { name: string; fact: object; actor: string; before?: Partial<CaseState>; after?: Partial<CaseState>; people: string[]; units?: string[]; requester?: boolean }
const rows: Row[] = [
  { name: 'a referral tells the person it names', fact: { kind: 'referral-made', referral: referral('qian') }, actor: 'li', after: { referral: referral('qian') }, people: ['qian'] },
  { name: 'or whoever may sign in the unit', fact: { kind: 'referral-made', referral: referral(null) }, actor: 'li', after: { referral: referral(null) }, people: [], units: ['permits'] },
  { name: 'signing for it tells the first contact and whoever gave it', fact: { kind: 'referral-accepted', holder: qian }, actor: 'qian', before: { handler: { personId: 'he', unitId: 'planning' } }, after: { handler: qian }, people: ['li', 'he'], requester: true },
  { name: 'a return tells the giver', fact: { kind: 'referral-returned' }, actor: 'qian', people: ['li'] },
  { name: 'a withdrawal tells who was to sign', fact: { kind: 'referral-withdrawn' }, actor: 'li', before: { referral: referral('qian') }, people: ['qian'] },
  { name: 'asking for a ruling tells everybody who may rule', fact: { kind: 'ruling-asked', opens: [duty] }, actor: 'li', after: { ruling: { askedBy: li, at: '', reason: words, arbiters: ['tao', 'wei'], level: 0, cause: 'unclear', absent: null } }, people: ['tao', 'wei'] },
  { name: 'a ruling that is passed on tells those newly asked', fact: { kind: 'ruling-passed-on', arbiters: ['bao'], opens: [duty] }, actor: 'system', after: { ruling: { askedBy: li, at: '', reason: words, arbiters: ['tao', 'wei', 'bao'], level: 1, cause: 'unclear', absent: null } }, people: ['bao'] },
  { name: 'a rung tells whom it names', fact: { kind: 'obligation-climbed', obligationId: 'o', duty: 'rule', rung: 1, people: ['wei'] }, actor: 'system', people: ['wei'] },
  { name: 'a ruling tells the first contact and the new handler', fact: { kind: 'ruling-given', holder: qian }, actor: 'wei', after: { handler: qian }, people: ['li', 'qian'], requester: true },
  { name: 'a result tells who replies', fact: { kind: 'case-resolved' }, actor: 'qian', after: { handler: qian }, people: ['li'] },
  { name: 'nobody is told of their own act', fact: { kind: 'person-told' }, actor: 'li', after: { handler: qian }, people: [], requester: true },
  { name: 'reopening tells handler and first contact', fact: { kind: 'case-reopened' }, actor: 'public', after: { handler: qian }, people: ['qian', 'li'], requester: true },
  { name: 'what the person adds tells the handler', fact: { kind: 'information-added' }, actor: 'public', after: { handler: qian }, people: ['qian'] },
  { name: 'a late duty tells who owes it', fact: { kind: 'obligation-late', obligationId: 'o', duty: 'rule' }, actor: 'system', after: { obligations: [duty] as never }, people: ['tao'] },
  { name: 'a question from the web tells the first contact', fact: { kind: 'case-registered', origin: 'public' }, actor: 'public', people: ['li'], requester: true },
]

describe('who is told', () => {
  it.each(rows)('$name', ({ fact, actor, before, after, people, units = [], requester = false }) => {
    const told = tell({ before: { ...base, ...before }, fact: fact as CaseFact, state: { ...base, ...after }, actor }, bureauPolicy)
    expect(told && { people: told.people, units: told.unitIds, requester: told.requester }).toEqual({ people, units, requester })
  })

  it.each(['note-added', 'papers-taken', 'field-corrected', 'requester-revealed', 'obligation-warned', 'case-rated', 'case-decided'])('nobody by %s', (kind) => {
    expect(tell({ before: base, fact: { kind, obligationId: 'o' } as unknown as CaseFact, state: base, actor: 'qian' }, bureauPolicy)).toBeNull()
  })

  it('as the organisation says otherwise', () => {
    const policy = { ...bureauPolicy, notices: { closed: ['firstContact', 'handler'] as const, accepted: [] } } as unknown as typeof bureauPolicy
    const state = { ...base, handler: qian }
    expect(tell({ before: state, fact: { kind: 'case-closed', unreached: false }, state, actor: 'li' }, policy)?.people).toEqual(['qian'])
    expect(tell({ before: base, fact: { kind: 'referral-accepted', holder: qian, offered: [] }, state, actor: 'qian' }, policy)).toBeNull()
  })

  it('once for one act, of what came last in it', () => {
    const one = (kind: Telling['kind'], people: string[]): Telling => ({ kind, people, unitIds: [], requester: true, detail: {} })
    expect(lastOfEach([one('answered', ['li', 'qian']), one('closed', ['li'])])).toEqual([{ ...one('answered', ['qian']), requester: false }, one('closed', ['li'])])
  })

  it('of a referral between departments the liaison too, unless it is confidential, inside one department, or turned off', () => {
    const liaison = (fact: object, state: object = {}, policy = bureauPolicy) => tellings({ before: base, fact: { kind: 'referral-made', referral: referral('qian'), ...fact } as unknown as CaseFact, state: { ...base, ...state }, actor: 'li' }, policy).find(({ kind }) => kind === 'liaisonTold')
    expect(liaison({})).toMatchObject({ people: [], unitIds: [], requester: false, liaisonOf: { unitId: 'permits', fromUnitId: 'planning' } })
    expect(liaison({}, { confidential: true })).toBeUndefined()
    expect(liaison({ referral: { ...referral('he'), toUnitId: 'planning' } })).toBeUndefined()
    expect(liaison({}, {}, { ...bureauPolicy, notices: { liaisonTold: [] } })).toBeUndefined()
  })

  it('every kind has its default', () => { expect(Object.keys(TOLD).toSorted()).toEqual([...NOTICE_KINDS].toSorted()) })

  it('other systems are told ids and codes, and of a confidential case nothing', () => {
    const happened = { before: base, fact: { kind: 'case-closed', unreached: false } as CaseFact, state: base, actor: 'li' }
    expect(eventOf(happened)).toMatchObject({ kind: 'case.closed', data: { caseId: 'case', by: 'staff' } })
    expect(eventOf({ ...happened, state: { ...base, confidential: true } })).toBeNull()
  })
})
