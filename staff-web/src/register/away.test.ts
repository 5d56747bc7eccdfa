import { expect, test } from 'vitest'
import { awayOf, type PresenceRow, type Way } from './away.ts'

const deputy = { personId: 'b', name: '安宁', post: null, unitId: 'u', unitName: '许可科', here: true }
const row = (state: PresenceRow['state'], over: Partial<PresenceRow> = {}): PresenceRow => ({ personId: 'a', name: '钱博', post: null, state, until: null, note: null, deputy: null, ...over })
const rules = (over: object = {}) => ({ id: 'me', settings: { absentDeputy: 'automatic', absentReport: true, ...over } }) as Parameters<typeof awayOf>[2]['me']
const ways = (presence: PresenceRow | undefined, over: object = {}, chosen: Way | null = null) => {
  const away = awayOf(presence, 'otherUnit', { chosen, me: rules(over) })
  return away && [away.way, ...away.ways]
}

test('where the colleague is picks what goes unless somebody says otherwise', () => {
  expect(ways(row('trip'))).toEqual(['report', 'relay', 'report', 'plain'])
  expect(ways(row('trip', { deputy }))).toEqual(['report', 'deputy', 'relay', 'report'])
  expect(ways(row('trip', { deputy }), { absentReport: false })).toEqual(['deputy', 'deputy', 'relay'])
  expect(ways(row('leave', { deputy }), { absentDeputy: 'named' })).toEqual(['deputy', 'deputy', 'relay', 'report', 'plain'])
  expect(ways(row('out', { deputy: { ...deputy, here: false } }))).toEqual(['relay', 'relay', 'report', 'plain'])
  expect(ways(row('out', { deputy: { ...deputy, personId: 'me' } }))?.[0]).toBe('relay')
})

test('what somebody chose stands as long as it may be chosen; nobody here is away', () => {
  expect(ways(row('trip'), {}, 'plain')?.[0]).toBe('plain')
  expect(ways(row('trip'), { absentReport: false }, 'report')?.[0]).toBe('relay')
  expect([ways(row('here')), ways(row('offShift')), ways(undefined), awayOf(row('trip'), 'mine', { chosen: null, me: rules() })]).toEqual([null, null, null, null])
})
