import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { answerOffer, nextInRotation, receivedBy, turnOf, type OnTurn } from './occasion.ts'

const one = { personId: 'one', main: true, lastAt: null }
const two = { personId: 'two', main: false, lastAt: null }
const three = { personId: 'three', main: false, lastAt: null }
const after = (person: OnTurn, time: string): OnTurn => ({ ...person, lastAt: beijing(`2026-03-02 ${time}`) })

describe('who sees to somebody who comes', () => {
  it.each([
    ['the first on the roster before anybody had a turn', [one, two, three], 'one'],
    ['whoever had none yet', [after(one, '08:00'), two, after(three, '07:00')], 'two'],
    ['whose last turn is the longest ago', [after(one, '08:30'), after(two, '08:10'), after(three, '08:20')], 'two'],
    ['the next one where somebody is away', [after(one, '08:30'), after(three, '08:20')], 'three'],
    ['nobody where nobody is on duty', [], null],
  ])('%s', (_, onDuty, next) => { expect(nextInRotation(onDuty)).toBe(next) })

  it.each([
    ['goes by turn', 'rotation', 'two', [after(one, '08:00'), two], { personId: 'two', offeredTo: null }],
    ['stays with whoever received it, the main shift being told', 'main', 'two', [one, two], { personId: 'two', offeredTo: 'one' }],
    ['is the main shift’s where it received them itself', 'main', 'one', [one, two], { personId: 'one', offeredTo: null }],
    ['goes to the main shift where whoever received them is not on duty', 'main', 'nine', [two, one], { personId: 'one', offeredTo: null }],
    ['stays with whoever received it where nobody leads', 'main', 'two', [two, three], { personId: 'two', offeredTo: null }],
    ['is the receiver’s own', 'receiver', 'two', [one, two], { personId: 'two', offeredTo: null }],
    ['is nobody’s where nobody is on duty', 'rotation', 'two', [], null],
  ] as const)('%s', (...[, turn, receiver, onDuty, received]) => { expect(receivedBy(turn, receiver, onDuty)).toEqual(received) })

  it('may be another outside office hours', () => {
    const occasion = { title: '接诊', turn: 'rotation' as const, items: [], within: { amount: 30, unit: 'naturalMinutes' as const }, satisfaction: false }
    expect(turnOf({ ...occasion, turnAfterHours: 'main' }, false)).toBe('main')
    expect(turnOf({ ...occasion, turnAfterHours: 'main' }, true)).toBe('rotation')
    expect(turnOf(occasion, false)).toBe('rotation')
  })
})

describe('the answer to it', () => {
  const offered = { personId: 'two', offeredTo: 'one', receivedBy: 'two', doneAt: null }
  const given = { personId: 'two', offeredTo: null, receivedBy: 'one', doneAt: null }
  it.each([
    ['the main shift takes it', offered, 'one', true, { personId: 'one', offeredTo: null }],
    ['or is busy: it stays', offered, 'one', false, { personId: 'two', offeredTo: null }],
    ['whoever got it by turn gives it back', given, 'two', false, { personId: 'one', offeredTo: null }],
    ['nobody takes what was not offered', given, 'three', true, 'not-offered'],
    ['nor gives back their own', offered, 'two', false, 'not-offered'],
    ['nor anything that is done', { ...offered, doneAt: beijing('2026-03-02 09:00') }, 'one', true, 'task-done'],
  ] as const)('%s', (...[, task, person, take, answer]) => { expect(answerOffer(task, person, take)).toEqual(answer) })
})
