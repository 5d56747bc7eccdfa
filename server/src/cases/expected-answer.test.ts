import { expect, it } from 'vitest'
import { beijing, bureau } from '@daodi/domain/calendar/testing-calendars.ts'
import { bureauPolicy } from '@daodi/domain/cases/testing-policy.ts'
import { Story } from '@daodi/domain/cases/testing-story.ts'
import { expectedAnswer } from './expected-answer.ts'

it('is reckoned from the matter’s own limit before anybody has decided', () => {
  const rules = { policy: { ...bureauPolicy, replyInsideLimit: true }, calendar: bureau }
  const at = (more: object) => expectedAnswer(new Story('2026-03-02 09:00', more).state, rules)?.at
  expect(at({ category: 'consultation', matterDays: 20 })).toBe(beijing('2026-03-30 17:30'))
  expect(at({ category: 'consultation' })).toBe(beijing('2026-03-04 17:30'))
})
