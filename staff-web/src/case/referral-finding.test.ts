import { expect, test } from 'vitest'
import { targetsIn } from './referral-finding.tsx'

type Found = Parameters<typeof targetsIn>[0]
const reasons = { words: ['漏水'], cases: null, ruling: null }
const matter = (unitId: string, personId: string | null, confidence: 'high' | 'medium' | 'low' = 'medium') => ({ unitId, unitName: unitId, name: '屋面漏水', personId, personName: personId, receiver: null, postName: null, room: null, phone: null, confidence, reasons })
const unit = (unitId: string, confidence: 'high' | 'medium' | 'low' = 'medium') => ({ unitId, unitName: unitId, room: null, phone: null, confidence, reasons })
const found = (given: object) => ({ matters: [], units: [], advice: 'otherUnit', ...given }) as unknown as Found
const now = { handlerId: 'me', handlerUnitId: 'ours' }

test('one line a unit, best first, three at most; what is unlikely is not named', () => {
  const targets = targetsIn(found({ matters: [matter('a', 'anna'), matter('a', 'arno'), matter('b', null), matter('c', null, 'low')], units: [unit('b'), unit('d'), unit('e')] }), now)
  expect(targets.map(({ unitId, person }) => [unitId, person?.id])).toEqual([['a', 'anna'], ['b', undefined], ['d', undefined]])
})

test('whoever has the case is no target, a colleague of theirs is', () => {
  expect(targetsIn(found({ matters: [matter('ours', 'me')], units: [unit('ours')] }), now)).toEqual([])
  expect(targetsIn(found({ matters: [matter('ours', 'other')] }), now)).toHaveLength(1)
})

test('below the limit of confidence nobody is named', () => {
  expect(targetsIn(found({ matters: [matter('a', null)], advice: 'unclear' }), now)).toEqual([])
})
