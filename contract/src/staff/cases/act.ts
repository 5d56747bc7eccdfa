import { z } from 'zod'

export const CaseParams = z.strictObject({ caseId: z.uuid() })

/** Every act on a case may find it missing or invisible (both 404, so that ids cannot be probed) or out of date. */
export const CASE_REFUSALS = { 'no-such-case': 404 } as const

/** Refusals of a decision, whether it comes with the registration or later. */
export const DECISION_REFUSALS = {
  'no-such-person': 422, 'no-such-unit': 422, 'nobody-in-unit': 422, 'no-arbiter': 422,
  'same-person': 422, 'same-unit': 422, 'not-in-your-unit': 422,
  'promise-in-past': 422, 'promise-beyond-limit': 422, 'forbidden-phrase': 422, 'citation-needed': 422, 'refusal-not-reported': 409, 'step-open': 409, 'visit-owed': 409,
  'skip-needs-reason': 422, 'call-in-future': 422, 'relay-needs-person': 422, 'not-by-phone': 422,
} as const
