import { describe, expect, it } from 'vitest'
import { beijing, ward } from '../calendar/testing-calendars.ts'
import { plannedTasks, tickTask } from './task.ts'

const at = beijing('2026-03-01 09:00')
const day = { from: '07:40', to: '15:40' }
const night = { from: '23:40', to: '07:40' }
const dayShift = { day: '2026-03-02', startsAt: beijing('2026-03-02 07:40'), endsAt: beijing('2026-03-02 15:40') }
const nightShift = { day: '2026-03-02', startsAt: beijing('2026-03-02 23:40'), endsAt: beijing('2026-03-03 07:40') }

describe('a common task', () => {
  it.each([
    ['is due at its time', day, dayShift, '09:00', '2026-03-02 09:00'],
    ['is due on the next day of a night shift', night, nightShift, '02:00', '2026-03-03 02:00'],
    ['is due before midnight on its day', night, nightShift, '23:55', '2026-03-02 23:55'],
    ['is due at the end without a time', day, dayShift, null, '2026-03-02 15:40'],
    ['is due at the end where its time is not in the shift', day, dayShift, '18:00', '2026-03-02 15:40'],
    ['is due at the end where its time is before the shift', day, dayShift, '06:00', '2026-03-02 15:40'],
  ])('%s', (...[, kind, shift, by, due]) => {
    expect(plannedTasks({ ...kind, tasks: [{ task: '巡视', by }] }, shift, { calendar: ward, at })).toEqual([{ task: '巡视', dueAt: beijing(due) }])
  })

  it('whose time has passed when the shift is planned is not asked for', () => {
    const tasks = [{ task: '早', by: '09:00' }, { task: '晚', by: null }]
    expect(plannedTasks({ ...day, tasks }, dayShift, { calendar: ward, at: beijing('2026-03-02 10:00') }).map(({ task }) => task)).toEqual(['晚'])
  })
})

describe('ticking', () => {
  const items = [{ item: '迎接', at: null, by: null }, { item: '安置', at: null, by: null }]
  const task = { items, satisfaction: false, doneAt: null }
  const who = { by: 'one', at }
  it('keeps each point with who did it, and is done with the last one', () => {
    const first = tickTask(task, { items: ['安置'] }, who)
    expect(first).toEqual({ items: [items[0], { item: '安置', at, by: 'one' }], done: false })
    expect(tickTask({ ...task, items: typeof first === 'string' ? [] : first.items }, {}, { by: 'two', at })).toEqual({ items: [{ item: '迎接', at, by: 'two' }, { item: '安置', at, by: 'one' }], done: true })
    expect(tickTask({ ...task, items: [] }, {}, who)).toEqual({ items: [], done: true })
  })

  it.each([
    ['what is done', { ...task, doneAt: at }, {}, 'task-done'], ['a point that is not on the list', task, { items: ['喝茶'] }, 'no-such-item'],
    ['the last point without having asked', { ...task, satisfaction: true }, {}, 'grade-needed'],
  ])('refuses %s', (_, open, ask, refusal) => { expect(tickTask(open, ask, who)).toBe(refusal) })

  it('takes a person at their word who would not say', () => {
    expect(tickTask({ ...task, satisfaction: true }, { grade: null }, who)).toMatchObject({ done: true })
    expect(tickTask({ ...task, satisfaction: true }, { items: ['迎接'] }, who)).toMatchObject({ done: false })
  })
})
