import { expect, test } from 'vitest'
import { afterPlan, awayWithoutDeputy, keyOf, speaksAgainst, undoOf } from './planning.ts'
import type { Kind, Roster, Shift } from './roster-query.ts'

const MONDAY = '2026-03-02'
const kind = (id: string, from: string, to: string, more: Partial<Kind> = {}): Kind => ({ id, unitId: 'u', name: id, from, to, weekdays: [1, 2, 3, 4, 5], post: null, team: null, deskId: null, least: 1, needs: [], postNeeds: [], criteria: [], postId: null, postName: null, main: false, tasks: [], ...more })
const shift = (id: string, kindId: string, personId: string, [startsAt, endsAt]: [string, string]): Shift => ({ id, kindId, day: MONDAY, personId, personName: personId, startsAt, endsAt, overrideReason: null, begunAt: null, endedAt: null })
const person = (id: string, skills: string[] = []) => ({ id, name: id, post: null, unitName: 'u', skills, deputyId: null, pinyin: '', initials: '' })
const days = [MONDAY, '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']
const roster: Roster = {
  unit: { id: 'u', name: 'u' }, days, today: MONDAY, mayPlan: true,
  kinds: [kind('day', '08:00', '16:00', { needs: ['证'] }), kind('late', '15:00', '23:00'), kind('night', '23:00', '08:00')],
  people: [person('甲', ['证']), person('乙'), person('丙', ['证'])],
  shifts: [shift('s1', 'day', '甲', ['2026-03-02T00:00:00.000Z', '2026-03-02T08:00:00.000Z']), shift('s2', 'night', '乙', ['2026-03-02T15:00:00.000Z', '2026-03-03T00:00:00.000Z'])],
  absences: [{ id: 'a', personId: '丙', personName: '丙', kind: 'trip', from: '2026-03-02T22:00:00.000Z', to: null, deputyId: null, deputyName: null, note: null }],
  gaps: [], problems: [], uncovered: [], deskGaps: [], desks: [], walkrounds: [],
}
const against = (personId: string, kindId: string, day: string, carried: string | null = null) => speaksAgainst(roster, { kindId, day, personId }, { carried, timeZone: 'Asia/Shanghai' })

test('the week stands as it will be, with its gaps, before the server has answered', () => {
  const moved = afterPlan(roster, { add: [{ kindId: 'day', day: '2026-03-03', personId: '甲' }], remove: ['s1'] })
  expect(moved.shifts.map(keyOf)).toEqual(['night:2026-03-02:乙', 'day:2026-03-03:甲'])
  expect(moved.shifts[1]).toMatchObject({ id: '', personName: '甲' })
  expect(moved.gaps.filter(({ kindId }) => kindId === 'day').map(({ day }) => day)).toEqual([MONDAY, '2026-03-04', '2026-03-05', '2026-03-06'])
  expect(afterPlan(roster, { add: [{ kindId: 'day', day: MONDAY, personId: '甲' }, { kindId: 'day', day: '2026-03-09', personId: '甲' }] }).shifts).toHaveLength(2)
})

test('what was done can be taken back', () => {
  expect(undoOf(roster, { add: [{ kindId: 'day', day: '2026-03-03', personId: '甲' }], remove: ['s1'] }, { shiftIds: ['s9'] })).toEqual({ remove: ['s9'], add: [{ kindId: 'day', day: MONDAY, personId: '甲' }] })
  expect(undoOf(roster, { copyWeek: { from: MONDAY, to: MONDAY } }, { shiftIds: [] })).toBe(null)
})

test('what speaks against somebody is known before they are put down', () => {
  expect(against('甲', 'late', MONDAY)).toEqual({ why: 'shift', kindName: 'day' })
  expect(against('甲', 'late', MONDAY, `day:${MONDAY}:甲`)).toBe(null)
  expect(against('甲', 'day', MONDAY)).toEqual({ why: 'there' })
  expect(against('乙', 'day', '2026-03-03')).toEqual({ why: 'missing', missing: ['证'] })
  expect(against('乙', 'night', '2026-03-03')).toBe(null)
  expect(against('丙', 'day', '2026-03-03')).toEqual({ why: 'away', absence: 'trip' })
  expect(against('丙', 'night', MONDAY)).toEqual({ why: 'away', absence: 'trip' })
  expect(against('丙', 'day', MONDAY)).toBe(null)
})

test('leave and travel without anybody to stand in is told while planning', () => {
  expect(awayWithoutDeputy(roster).map(({ personId }) => personId)).toEqual(['丙'])
  expect(awayWithoutDeputy({ ...roster, people: roster.people.map((one) => ({ ...one, deputyId: '甲' })) })).toEqual([])
  expect(awayWithoutDeputy({ ...roster, absences: roster.absences.map((one) => ({ ...one, deputyId: '甲' })) })).toEqual([])
  expect(awayWithoutDeputy({ ...roster, absences: roster.absences.map((one) => ({ ...one, kind: 'out' as const })) })).toEqual([])
})
