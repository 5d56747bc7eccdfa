import { expect, test } from 'vitest'
import { branchFor, standsComplete } from './use-everyday.ts'
import type { Matter } from './draft.ts'

const me = { id: 'me', unit: { id: 'ours' } }
const matter = (given: Partial<Matter>): Matter => ({ answer: null, unitId: 'ours', personId: null, citation: null, category: 'help', citationRequired: false, ...given }) as Matter

test('a standing answer is given, else it goes to whoever the matter belongs to', () => {
  expect(branchFor(matter({ answer: '当天退回', unitId: 'theirs' }), me)).toBe('onSpot')
  expect(branchFor(matter({ unitId: 'theirs', personId: 'other' }), me)).toBe('otherUnit')
  expect(branchFor(matter({ personId: 'other' }), me)).toBe('colleague')
  expect([branchFor(matter({ personId: 'me' }), me), branchFor(matter({}), me)]).toEqual(['mine', 'mine'])
})

test('an answer that has to name its basis is not given without one', () => {
  expect(standsComplete(matter({ answer: '可以' }), [])).toBe(true)
  expect(standsComplete(matter({ answer: '可以' }), ['help'])).toBe(false)
  expect(standsComplete(matter({ answer: '可以', citation: '《条例》' }), ['help'])).toBe(true)
  expect(standsComplete(matter({ answer: '可以', citationRequired: true }), [])).toBe(false)
})
