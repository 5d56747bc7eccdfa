import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Policy } from '../policy/policy.ts'
import { addNote } from './add-note.ts'
import { correctCase } from './correct-case.ts'
import { forbiddenPhrase } from './phrases.ts'
import { rateCase } from './rate-case.ts'
import { openObligation } from './state.ts'
import { accepts, closes, gives, mine, notOurs, passesTo, promises, refers, replies, resolves, rules, saysNotSolved, takes, unclear } from './testing-acts.ts'
import { holder, people, text, units } from './testing-cast.ts'
import { bureauPolicy, wardCalendar, wardPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

const { li, tao, qian, he, shi, niu, wei, sun, stranger } = people
const owes = (story: Story): (string | null)[][] => story.state.obligations.map(({ kind, personId }) => [kind, personId])

describe('a county construction bureau', () => {
  it('a question at the wrong section is referred, signed for, promised, resolved, answered and rated', () => {
    const story = new Story('2026-03-02 09:00', { matterId: text(1).id, matterDays: 10 })
    expect(owes(story)).toEqual([['decide', li.personId]])
    story.at('09:05').does(li, passesTo('otherUnit', qian, { escorted: false }))
    expect(owes(story)).toEqual([['resolve', li.personId], ['signFor', qian.personId]])
    story.at('10:30').does(qian, accepts)
    expect(owes(story)).toEqual([['resolve', qian.personId]])
    expect(story.state.firstContact, 'still responsible').toEqual(holder(li))

    story.does(qian, gives(true, false, false)).at('2026-03-03 09:00').does(qian, takes({ count: 2, given: [1, 2] }))
    expect(story.dueAt('resolve')).toBe(beijing('2026-03-17 17:30'))
    expect(story.answer(qian, promises('2026-03-18 17:30'))).toBe('promise-beyond-limit')
    story.does(qian, promises('2026-03-17 17:30'))

    story.does(li, (state, by, rules) => correctCase(state, by, { field: 'subject', before: state.subject, after: text(40), same: false, reason: text(41) }, rules))
    expect(story.facts.at(-1)).toMatchObject({ before: text(1), after: text(40) })

    story.at('2026-03-17 10:30').does(qian, resolves())
    expect(owes(story)).toEqual([['reply', li.personId]])
    expect(story.answer(li, closes)).toBe('nobody-told')
    story.at('11:00').does(li, replies()).does('public', (state, _by, { policy }) => rateCase(state, { grade: 5, reasons: ['态度好'], comment: null, solved: true }, policy))
    expect(story.state).toMatchObject({ status: 'answered', outcome: 'solved', grade: 5, registeredAt: beijing('2026-03-02 09:00'), obligations: [] })
    expect(story.kinds().filter((kind) => kind === 'notice-issued')).toHaveLength(1)
    expect(story.state.legs.map(({ kind, personId }) => [kind, personId])).toEqual([['hold', li.personId], ['wait', qian.personId], ['hold', qian.personId], ['reply', li.personId]])
  })
})

describe('a property company', () => {
  const firm: Policy = {
    ...bureauPolicy, required: { ...bureauPolicy.required, readBack: ['help'] },
    forbiddenPhrases: { block: ['不知道', '不清楚', '办不了', '不归我们管'], allow: [] },
  }
  const says = (words: string) => replies({ phrase: forbiddenPhrase(words, firm) })

  it('what was heard is read back before anything else', () => {
    expect(() => new Story('2026-03-02 08:40', {}, { policy: firm })).toThrow('read-back-needed')
    expect(new Story('2026-03-02 08:43', { readBack: true }, { policy: firm }).state.readBackAt).toBe(beijing('2026-03-02 08:43'))
  })

  it('not mine: engineering signs, explains meanwhile, promises; the words of a reply are watched', () => {
    const story = new Story('2026-03-02 08:43', { readBack: true }, { policy: firm }).does(li, passesTo('otherUnit', shi)).at('08:50').does(shi, accepts)
    story.at('10:00').does(shi, (state, by) => addNote(state, by, { note: 'interim', text: text(42), public: true, phrase: null })).does(shi, promises('2026-03-05 17:30')).does(shi, resolves())
    expect(story.answer(li, says('不归我们管'))).toBe('forbidden-phrase')
    expect(story.answer(li, says('已修好，请放心'))).toBe('accepted')
  })

  it('not the company’s: explained with a phone number, and closed', () => {
    expect(new Story('2026-03-02 08:43', { readBack: true }, { policy: firm }).does(li, notOurs()).state).toMatchObject({ status: 'closed', outcome: 'outside', toldAt: beijing('2026-03-02 08:43') })
  })
})

describe('a company with a ladder of leaders', () => {
  it('four office hours from a signature in the lunch break end next morning at 09:00', () => {
    const policy: Policy = { ...bureauPolicy, resolveFrom: 'signFor', limits: { ...bureauPolicy.limits, resolve: [{ limit: { amount: 4, unit: 'workingHours' } }] } }
    const story = new Story('2026-03-02 09:00', {}, { policy }).at('09:05').does(li, passesTo('otherUnit', qian)).at('13:30').does(qian, accepts)
    expect(story.dueAt('resolve')).toBe(beijing('2026-03-03 09:00'))
    expect(story.state.signedAt).toBe(beijing('2026-03-02 13:30'))
  })

  it('no ruling in a working day: the next leader is told, rules, and the first contact still gives the answer', () => {
    const story = new Story('2026-03-02 09:00').at('09:10').does(li, unclear(tao)).at('2026-03-03 09:10')
    expect(story.timeWorks(() => [wei.personId])).toEqual(['warn rule', 'late rule', 'rung 1 rule'])
    story.does(wei, rules(shi))
    expect(story.state).toMatchObject({ handler: holder(shi), firstContact: holder(li) })
    story.at('2026-03-05 10:00').does(shi, resolves())
    expect(story.answer(li, closes), 'not without the answer').toBe('nobody-told')
    story.does(li, replies()).does(li, closes)
    expect(story.kinds().filter((kind) => kind === 'person-told')).toHaveLength(1)
    expect(story.state.participants).not.toContain(sun.personId)
  })
})

describe('a library', () => {
  it('a person who is not satisfied opens a second round with the same people', () => {
    const story = new Story('2026-03-02 09:00').does(li, passesTo('otherUnit', qian)).does(qian, accepts).at('14:20').does(qian, resolves()).does(li, replies({ close: true }))
    expect(story.state.status).toBe('closed')
    story.at('15:00').does('public', saysNotSolved)
    expect(story.state).toMatchObject({ status: 'handling', round: 2, firstContact: holder(li), handler: holder(qian) })
    story.at('2026-03-04 10:00').does(qian, resolves({ outcome: 'explained' })).does(li, replies({ close: true }))
    expect(story.state).toMatchObject({ status: 'closed', outcome: 'explained', reopenings: 1, resolution: { text: text(20) } })
  })

  it('an answer that takes a day has its date, and is on time', () => {
    const story = new Story('2026-03-02 09:00').does(li, mine({ promisedAt: beijing('2026-03-03 17:30') })).at('2026-03-03 15:00').does(li, resolves())
    expect(story.facts.at(-1)?.closes).toMatchObject([{ as: 'met' }])
    expect(story.facts.some(({ kind }) => kind === 'obligation-late')).toBe(false)
  })
})

describe('a school', () => {
  it('papers taken at the counter go with the case to whoever signs for it', () => {
    const story = new Story('2026-03-02 14:10').does(li, mine({ notice: { papers: text(18), given: [false, false, false] } })).does(li, takes({ count: 2, given: [0, 1] }))
    expect(story.state.custody[0]).toMatchObject({ count: 2, by: li.personId, holder: li.personId })
    story.at('16:00').does(li, refers(qian)).at('16:10').does(qian, accepts)
    expect(story.state.custody[0]).toMatchObject({ by: li.personId, at: beijing('2026-03-02 14:10'), holder: qian.personId })
    expect(openObligation(story.state, 'resolve')?.pausedAt, 'one paper is still missing').toBe(beijing('2026-03-02 14:10'))
  })

  it('a tip-off is confidential from the first moment', () => {
    expect(new Story('2026-03-02 16:20', { category: 'report', channel: 'phone' }).state.confidential).toBe(true)
  })

  it('the office rules on what nobody knows within an hour, and whoever it names has it', () => {
    const policy: Policy = { ...bureauPolicy, limits: { ...bureauPolicy.limits, rule: { amount: 1, unit: 'workingHours' } } }
    const story = new Story('2026-03-02 14:30', {}, { policy }).does(li, unclear(niu))
    expect(story.dueAt('rule')).toBe(beijing('2026-03-02 15:30'))
    expect(story.at('15:10').does(niu, rules(he)).state).toMatchObject({ handler: { personId: he.personId, unitId: units.permits }, firstContact: holder(li) })
  })
})

describe('a ward', () => {
  const atTheWard = (): Story => new Story('2026-03-02 10:00', { category: 'complaint', channel: 'bell' }, { policy: wardPolicy, calendar: wardCalendar }).does(li, mine())

  it('a reply within 48 hours means 48 hours, nights included', () => {
    expect(atTheWard().dueAt('resolve')).toBe(beijing('2026-03-04 10:00'))
  })

  it('the levels are told in turn, two roles at once, and are never told again', () => {
    const story = atTheWard().at('11:00')
    const told: number[] = []
    const levels = (): string[] => story.timeWorks((roles) => { told.push(roles.length); return [] })
    expect(levels()).toEqual(['rung 1 resolve'])
    expect(story.at('2026-03-03 09:00').timeWorks()).toEqual(['rung 2 resolve'])
    story.at('09:30').does(li, (state, by) => addNote(state, by, { note: 'interim', text: text(43), public: true, phrase: null }))
    expect(told).toEqual([2])
    story.at('15:00').does(li, resolves())
    expect(story.at('2026-03-04 10:00').timeWorks(), 'settled in time').not.toContain('rung 3 resolve')
  })

  it('without a reply it is late at that very minute', () => {
    const story = atTheWard().at('2026-03-04 09:59')
    story.timeWorks()
    expect(openObligation(story.state, 'resolve')?.lateAt).toBeNull()
    expect(story.at('10:00').timeWorks()).toEqual(['late resolve', 'rung 3 resolve'])
    expect(openObligation(story.state, 'resolve')?.lateAt).toBe(beijing('2026-03-04 10:00'))
  })

  it('outsiders change nothing', () => {
    expect(atTheWard().answer(stranger, resolves())).toBe('not-handler')
  })
})
