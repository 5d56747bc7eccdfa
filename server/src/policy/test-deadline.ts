import { testDeadline } from '@daodi/contract/staff/calendar/calendar.ts'
import type { Limit } from '@daodi/domain/calendar/calendar.ts'
import { explainDue } from '@daodi/domain/calendar/explain-due.ts'
import { answer, route } from '../http/route.ts'
import { currentCalendar } from './store.ts'
import { unitOf } from './store-editor.ts'

/** The same reckoning as every case's, shown day by day. */
export const testDeadlineRoute = route(testDeadline, async ({ body, caller }, { db }) => {
  const { institutionId } = caller
  if (!await unitOf(db, institutionId, body.unitId)) return { ok: false, refusal: 'no-such-unit' }
  const calendar = await currentCalendar(db, institutionId, body.aroundTheClock === true ? 'aroundTheClock' : 'institution', body.unitId)
  const { amount, unit, dayEnd, sessionEnd } = body.limit
  const limit: Limit = { amount, unit, ...(dayEnd === undefined ? {} : { dayEnd }), ...(sessionEnd === undefined ? {} : { sessionEnd }) }
  try {
    const { at, estimated, days, cut } = explainDue(calendar, new Date(body.since).toISOString(), limit)
    return answer({ dueAt: at, estimated, days, cut })
  } catch (error) {
    // Fractions of days, and limits beyond what is reckoned.
    if (!(error instanceof RangeError)) throw error
    return { ok: false, refusal: 'limit-not-computable', errors: [{ pointer: '/limit', code: 'limit-not-computable', detail: error.message }] }
  }
}, 'none')
