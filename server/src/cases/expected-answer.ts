import { dueAfter, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { openObligation, type CaseState } from '@daodi/domain/cases/state.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { resolveLimit } from '@daodi/domain/policy/resolve-limit.ts'
import { stepLimit } from '@daodi/domain/policy/step-limit.ts'

interface Rules { policy: Policy; calendar: Calendar }
export interface Expected { at: string; estimated: boolean }

/** When the person may expect an answer, as the portal and the receipt say it: the reply's own due once resolved, before that the resolution's due and the time for replying. */
export function expectedAnswer(state: CaseState, { policy, calendar }: Rules): Expected | null {
  const reply = openObligation(state, 'reply')
  if (reply) return { at: reply.dueAt, estimated: reply.estimated }
  const duty = openObligation(state, 'resolve') ?? (state.status === 'registered' ? limitFromRegistration(state, { policy, calendar }) : undefined)
  if (!duty || duty.pausedAt !== null) return null
  const replied = policy.replyInsideLimit ? { at: duty.dueAt, estimated: duty.estimated } : dueAfter(calendar, duty.dueAt, stepLimit(policy, 'reply', state))
  return { at: replied.at, estimated: duty.estimated || replied.estimated }
}

/** Before anybody has decided, the limit that the regulation and the matter give the question: what the receipt said. */
function limitFromRegistration(state: CaseState, { policy, calendar }: Rules) {
  const due = dueAfter(calendar, state.registeredAt, resolveLimit(policy, state, { calendar, since: state.registeredAt }))
  return { dueAt: due.at, estimated: due.estimated, pausedAt: null }
}
