import { COMMON_REFUSALS, type CommonRefusal } from '@daodi/contract/shared/problem.ts'

export interface FieldError {
  /** `/requester/phone` into the body, `query/limit`, `params/caseId`. */
  pointer: string
  code: string
  detail: string
}

/** A refusal that any operation may answer with, thrown from plumbing; an act's own refusals are returned, not thrown. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  readonly status: number
  readonly errors: FieldError[] | undefined
  readonly retryAfter: number | undefined

  constructor(code: CommonRefusal, more: { errors?: FieldError[]; retryAfter?: number } = {}) {
    super(code)
    this.code = code
    this.status = COMMON_REFUSALS[code]
    this.errors = more.errors
    this.retryAfter = more.retryAfter
  }
}
