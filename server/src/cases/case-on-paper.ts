import type { z } from 'zod'
import type { CaseView } from '@daodi/contract/staff/cases/views.ts'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import type { Staff } from '../http/caller.ts'
import type { Services } from '../http/route.ts'
import { calendarOf, policyByDigest } from '../policy/store.ts'
import { caseView } from './case-view.ts'
import { relativeIds } from './cooperation-view.ts'
import { expectedAnswer, type Expected } from './expected-answer.ts'
import { reveal } from './reveal-requester.ts'
import { relativesOf } from './store-family.ts'
import { casePageFor } from './store-page.ts'

interface Read { view: z.input<typeof CaseView>; policy: Policy; calendar: Calendar; expected: Expected | null }

/** Shows a case to whoever prints it, who knows nothing of how cases are kept. */
export const caseOnPaper = {
  /** As the reader may see it; null when they may not. */
  async read(services: Services, staff: Staff, caseId: string, at: string): Promise<Read | null> {
    const page = await casePageFor(services.db, staff, caseId)
    if (!page) return null
    const policy = await policyByDigest(services.db, page.state.policy)
    const calendar = await calendarOf(services.db, page.state.institutionId, page.working_time, policy.calendar)
    const relatives = await relativesOf(services.db, page.state.institutionId, relativeIds(page.state), staff)
    return { view: caseView(page, { staff, relatives }, { policy, calendar, at, newId: services.newId }), policy, calendar, expected: expectedAnswer(page.state, { policy, calendar }) }
  },
  reveal,
}
