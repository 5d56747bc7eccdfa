import type { OperationRefusal } from './operations.ts'
import type { CommonRefusal } from './shared/problem.ts'

/** What the contract's schemas say about one field. */
export type FieldCode =
  | 'text-too-long' | 'text-missing' | 'text-broken' | 'text-control' | 'text-invisible' | 'phone-format' | 'phone-short' | 'email-format' | 'time-format' | 'host-format' | 'url-format' | 'instant-format' | 'instant-out-of-range'
  | 'date-format' | 'cursor-format' | 'login-format' | 'register-code-format' | 'number-format' | 'code-format' | 'password-too-short'
  | 'no-owner' | 'overlapping-keyword' | 'second-owner' | 'same-name' | 'overlapping-synonym' | 'post-elsewhere' | 'post-without-duties' | 'nobody-in-post' | 'validity-reversed' | 'promise-beyond-statute' | 'promised-twice' | 'paper-twice'
  | 'calls-only' | 'colleague-or-requester' | 'missing' | 'wrong-type' | 'not-in-list' | 'out-of-range' | 'too-many'

/** `internal` is the server's own fault (500); `unknown` stands for a code newer than this page; `unreachable` for no answer at all. */
export type RefusalCode = OperationRefusal | CommonRefusal | FieldCode | 'internal' | 'unknown' | 'unreachable'

/** A table of sentences with none left out: a code added to the contract does not compile until both languages say it. */
export type RefusalTable = Readonly<Record<RefusalCode, string>>
