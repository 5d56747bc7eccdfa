import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import { addAttachment, addPublicAttachment } from './add-attachment.ts'
import { addInformation, addNote, type NoteAsk } from './add-note.ts'
import { withdrawCase } from './close-case.ts'
import { correctCase, type CorrectAsk } from './correct-case.ts'
import { forbiddenPhrase } from './phrases.ts'
import { rateCase, type RateAsk } from './rate-case.ts'
import { revealRequester } from './reveal-requester.ts'
import type { CaseState } from './state.ts'
import { mine, onSpot, replies, resolves, saysNotSolved } from './testing-acts.ts'
import { idOf, people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, zhou, tao, wu, stranger } = people
const story = (more = {}): Story => new Story('2026-03-02 09:00', more).at('09:05').does(li, mine())
const closed = (): Story => new Story('2026-03-02 09:00').does(li, onSpot())

const notes = (ask: Partial<NoteAsk> = {}) => (state: CaseState, by: Actor) => addNote(state, by, { note: 'interim', text: text(30), public: true, phrase: null, ...ask })
const informs = (state: CaseState) => addInformation(state, text(31))
const attaches = (state: CaseState, by: Actor) => addAttachment(state, by, { attachmentId: idOf('made', 7), name: text(32), contentDigest: 'd'.repeat(64), size: 10 })
const reveals = (state: CaseState, by: Actor) => revealRequester(state, by, null)
const corrects = (ask: Partial<CorrectAsk> = {}): Parameters<Story['does']>[1] => (state, by, rules) =>
  correctCase(state, by, { field: 'subject', before: state.subject, after: text(33), same: false, reason: text(34), ...ask }, rules)
const rates = (ask: Partial<RateAsk> = {}): Parameters<Story['does']>[1] => (state, _by, { policy }) =>
  rateCase(state, { grade: 5, reasons: ['态度好'], comment: null, solved: true, ...ask }, policy)

describe('a note', () => {
  it('is for whoever takes part, until the end', () => {
    expect(story().does(li, notes()).facts.at(-1)).toEqual({ kind: 'note-added', note: 'interim', text: text(30), public: true })
    expect(closed().answer(stranger, notes({ phrase: '不清楚' }))).toBe('case-ended')
    expect(story().answer(zhou, notes({ phrase: '不清楚' }))).toBe('not-participant')
    expect(story().answer(tao, notes({ phrase: '不清楚' }))).toBe('forbidden-phrase')
  })

  it('for colleagues only is not held to the words of a reply', () => {
    expect(story().answer(li, notes({ phrase: '不清楚', public: false, note: 'progress' }))).toBe('accepted')
  })
})

describe('forbidden phrases', () => {
  it.each([['这事不归我们管', '不归我们管'], ['您有不清楚的请随时问我', null], ['不清楚的请随时问我，其余不清楚', '不清楚'], ['请到三楼办理', null], ['', null]])('%s', (reply, phrase) => {
    expect(forbiddenPhrase(reply, bureauPolicy)).toBe(phrase)
  })

  it('taking a harmless phrase out makes no new one of what stood around it', () => {
    const policy = { ...bureauPolicy, forbiddenPhrases: { block: ['不知道'], allow: ['你好'] } }
    expect(forbiddenPhrase('不你好知道', policy)).toBeNull()
  })
})

describe('what the person adds', () => {
  it('is counted, and bounded', () => {
    const full = Array.from({ length: 30 }).reduce<Story>((told) => told.does('public', informs), story())
    expect(full.state.information).toBe(30)
    expect(full.answer(stranger, informs)).toBe('too-much-information')
    expect(full.state.participants).toEqual([li.personId])
    expect(closed().answer(stranger, informs)).toBe('case-ended')
  })
})

describe('an attachment', () => {
  it('is counted, and bounded', () => {
    const full = Array.from({ length: 50 }).reduce<Story>((told) => told.does(li, attaches), story())
    expect(full.state.attachments).toBe(50)
    expect(full.answer(zhou, attaches)).toBe('not-participant')
    expect(full.answer(li, attaches)).toBe('too-many-attachments')
    expect(closed().answer(stranger, attaches)).toBe('case-ended')
  })

  it('may come from the person, as many as the policy says and as long as the case is open', () => {
    const lays = (laid: number, most: number) => (state: CaseState) => addPublicAttachment(state, { attachmentId: idOf('made', 7), name: text(32), contentDigest: 'd'.repeat(64), size: 10 }, { laid, most })
    expect(story().answer(stranger, lays(5, 6))).toBe('accepted')
    expect(story().answer(stranger, lays(6, 6))).toBe('too-many-attachments')
    expect(story().answer(stranger, lays(0, 0))).toBe('attachments-not-taken')
    expect(closed().answer(stranger, lays(0, 6))).toBe('case-ended')
    const full = Array.from({ length: 50 }).reduce<Story>((told) => told.does(li, attaches), story())
    expect(full.answer(stranger, lays(0, 6))).toBe('too-many-attachments')
  })
})

describe('looking up who the person is', () => {
  it('is for whoever takes part, also after the end, and is written down', () => {
    expect(closed().does(li, reveals).facts.at(-1)).toEqual({ kind: 'requester-revealed', reason: null })
    expect(story().answer(wu, reveals)).toBe('not-participant')
    expect(story({ requesterId: null }).answer(stranger, reveals)).toBe('no-requester')
  })

  it('makes nobody part of the case', () => {
    expect(story().does(tao, reveals).state.participants).toEqual([li.personId])
  })
})

describe('a correction', () => {
  it('keeps the old value and the new one', () => {
    const corrected = story().does(li, corrects())
    expect(corrected.state.subject).toEqual(text(33))
    expect(corrected.facts.at(-1)).toEqual({ kind: 'field-corrected', field: 'subject', before: text(1), after: text(33), reason: text(34) })
  })

  it.each<[Partial<CorrectAsk>, Partial<CaseState>]>([
    [{ field: 'content', after: text(35) }, { content: text(35) }], [{ field: 'place', before: null, after: text(37) }, { place: text(37) }], [{ field: 'category', after: 'complaint' }, { category: 'complaint', confidential: false }],
    [{ field: 'channel', after: 'phone' }, { channel: 'phone' }], [{ field: 'urgency', after: 'critical' }, { urgency: 'critical' }],
    [{ field: 'requesterPhone', before: null, after: text(36) }, { subject: text(1), content: text(2) }],
    [{ field: 'category', after: 'report' }, { category: 'report', confidential: true }],
  ])('%o', (ask, expected) => {
    expect(story().does(li, corrects(ask)).state).toMatchObject(expected)
  })

  it('to a confidential category hides the case, and none back shows it again', () => {
    const hidden = story().does(li, corrects({ field: 'category', before: 'help', after: 'report' }))
    expect(hidden.facts.at(-1)).toMatchObject({ confidential: true })
    expect(hidden.does(li, corrects({ field: 'category', before: 'report', after: 'help' })).state).toMatchObject({ category: 'help', confidential: true })
  })

  it('is refused by end, by person, for no change, for what the regulation does not know', () => {
    expect(closed().answer(stranger, corrects({ same: true }))).toBe('case-ended')
    expect(story().answer(zhou, corrects({ same: true }))).toBe('not-participant')
    expect(story().answer(li, corrects({ field: 'category', after: 'weather', same: true }))).toBe('nothing-changed')
    expect(story().answer(zhou, corrects({ field: 'requesterName', nobody: true }))).toBe('not-participant')
    expect(story().answer(li, corrects({ field: 'requesterName', nobody: true, same: true }))).toBe('no-requester')
    expect(story().answer(li, corrects({ field: 'category', after: 'weather' }))).toBe('category-not-used')
    expect(story().answer(li, corrects({ field: 'channel', after: 'smoke' }))).toBe('channel-not-used')
    expect(story().answer(li, corrects({ field: 'category', after: text(37) }))).toBe('category-not-used')
  })
})

describe('a rating', () => {
  it('is given once a round, after the answer', () => {
    expect(story().answer(stranger, rates({ reasons: ['没有的理由'] }))).toBe('not-answered-yet')
    const rated = closed().does('public', rates())
    expect(rated.state).toMatchObject({ grade: 5, ratedRound: 1 })
    expect(rated.answer(stranger, rates({ reasons: ['没有的理由'] }))).toBe('already-rated')
    expect(closed().answer(stranger, rates({ reasons: ['没有的理由'] }))).toBe('reason-not-offered')
    const apart = { ...bureauPolicy, rating: { reasons: ['态度好'], complaints: ['态度冷淡'] } }
    const ratedApart = (reasons: string[], grade: number) => rateCase(closed().state, { grade, reasons, comment: null, solved: null }, apart).ok
    expect([ratedApart(['态度好'], 5), ratedApart(['态度冷淡'], 1), ratedApart(['态度好', '态度冷淡'], 3), ratedApart(['别的'], 3)]).toEqual([true, true, true, false])
    const again = rated.does('public', saysNotSolved)
    expect(again.state.grade).toBeNull()
    expect(again.answer(stranger, rates())).toBe('not-answered-yet')
    expect(again.does(li, resolves()).does(li, replies()).does('public', rates({ grade: 2 })).state).toMatchObject({ grade: 2, ratedRound: 2 })
  })

  it('takes nothing along that the ledger could not forget', () => {
    const careless = { grade: 5, reasons: [], comment: null, solved: null, code: 'AB2CD3' }
    expect(JSON.stringify(rateCase(closed().state, careless, bureauPolicy))).not.toContain('AB2CD3')
  })

  it('has nothing to rate in a case that was withdrawn', () => {
    expect(story().does(li, (state, by, { policy }) => withdrawCase(state, by, text(24), policy)).answer(stranger, rates())).toBe('not-answered-yet')
  })
})
