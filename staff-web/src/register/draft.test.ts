import { expect, test } from 'vitest'
import { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import { bodyOf, categoryOf, emptyDraft, guessOf, matterOf, wordedOf, type Matter, type Suggestions } from './draft.ts'

const matter: Matter = {
  id: '00000000-0000-4000-8000-000000000300', name: '规划许可', unitId: '00000000-0000-4000-8000-000000000012', unitName: '许可科', personId: null, personName: null,
  category: 'application', keywords: [], papers: [], room: null, phone: null, workingDays: 10, promised: null, onSpot: false, citation: null, answer: null, words: ['规划'], confidence: 'high',
  postId: null, postName: null, synonyms: [], examples: [], conditions: null, procedure: null, fee: null, feeBasis: null, statutoryDays: null, validFrom: null, validUntil: null, lenient: false,
  citationRequired: false, everyday: false, edition: 1, certainty: 90, whose: 'otherUnit', reasons: { words: ['规划'], cases: null, ruling: null }, receiver: null,
}
const suggestions = (confidence: Matter['confidence']): Suggestions => ({ matters: [{ ...matter, confidence }], onlyAsks: false, worded: null, units: [], advice: 'otherUnit', office: null, outside: [], requester: null, requesterCases: [], similarCases: [], repeats: [] })

test('what is sent satisfies the contract, with the phone out of the subject and unseen signs gone', () => {
  const draft = { ...emptyDraft('key', 'phone'), line: '自建房\u200B翻建 13800000001', name: ' 赵敏 ' }
  const body = bodyOf(draft, matter, { branch: 'onSpot', text: '到 305 室' })
  expect(registerCase.body.parse(body)).toEqual({
    channel: 'phone', subject: '自建房翻建', matterId: matter.id, requester: { name: '赵敏', phone: '13800000001' },
    decision: { branch: 'onSpot', text: '到 305 室' },
  })
})

test('the kind is the matter\'s, a question that only asks is a consultation, and what somebody chose stands', () => {
  const draft = emptyDraft('key', 'visit')
  const asks = { worded: '', onlyAsks: true } as const
  expect([categoryOf(draft, matter), categoryOf(draft, matter, asks), categoryOf({ ...draft, category: 'application' }, matter, asks), categoryOf(draft, { ...matter, category: 'complaint' }, asks), categoryOf(draft, null, asks)])
    .toEqual(['application', 'consultation', 'application', 'complaint', ''])
  const says = wordedOf({ ...suggestions('high'), worded: 'complaint' }, ['complaint', 'help'])
  expect([categoryOf(draft, null, says), categoryOf(draft, matter, says), categoryOf(draft, { ...matter, category: 'help' }, says), categoryOf(draft, null, wordedOf({ ...suggestions('high'), worded: 'complaint' }, ['help']))]).toEqual(['complaint', 'complaint', 'help', ''])
})

test('of somebody asked first elsewhere neither the writer\'s desk nor their colleagues are sent', () => {
  const person = { id: '00000000-0000-4000-8000-000000000400', name: '安宁', pinyin: '', post: null, unitId: matter.unitId, unitName: '许可科', phone: null, room: null }
  const draft = { ...emptyDraft('key', 'suggestionBox'), line: '增设座椅', together: [person], askedFirst: person }
  expect(registerCase.body.parse(bodyOf(draft, null, null, matter.id))).toEqual({ channel: 'suggestionBox', subject: '增设座椅', firstContactId: person.id })
  expect(bodyOf({ ...draft, askedFirst: null }, null, null, matter.id)).toMatchObject({ askedTogether: [person.id], deskId: matter.id })
})

test('a requester who was not asked for anything is left out', () => {
  expect(bodyOf({ ...emptyDraft('key', 'visit'), line: '路灯' }, null, { branch: 'unclear', reason: '权属' }).requester).toBeUndefined()
})

test('a sure matter goes along by itself, a possible one only when chosen, a declined one never', () => {
  const draft = emptyDraft('key', 'visit')
  expect(matterOf(draft, suggestions('high'))?.id).toBe(matter.id)
  expect(matterOf(draft, suggestions('medium'))).toBeNull()
  expect(matterOf({ ...draft, matter }, suggestions('low'))?.id).toBe(matter.id)
  expect(matterOf({ ...draft, matter: null }, suggestions('high'))).toBeNull()
  expect(guessOf(draft, suggestions('medium'))?.id).toBe(matter.id)
  expect([guessOf(draft, suggestions('low')), guessOf(draft, suggestions('high')), guessOf({ ...draft, matter: null }, suggestions('medium'))]).toEqual([null, null, null])
})
