import type { hintPublicly } from '@daodi/contract/public/hint.ts'
import type { addInformation, askPublicly, attachPublicly, confirmPublicly, getPublicInfo, rateCase, reportUndonePublicly, sayNotSolved, trackCase, withdrawPublicly } from '@daodi/contract/public/cases.ts'
import type { listPublicDesks } from '@daodi/contract/public/desks.ts'
import type { CommonRefusal, Problem } from '@daodi/contract/shared/problem.ts'

// Types only: the schemas themselves, and zod with them, would be several times the size of these pages.
type Reply<Called extends { reply: { _zod: { output: unknown } } }> = Called['reply']['_zod']['output']
type Body<Called extends { body: { _zod: { input: unknown } } }> = Called['body']['_zod']['input']

export type PublicInfo = Reply<typeof getPublicInfo>
export type Institution = PublicInfo['institutions'][number]
export type PublicDesks = Reply<typeof listPublicDesks>
export type PublicDesk = PublicDesks['rows'][number]
/** How many files may still be laid to a case, and how large; null where none are taken. */
export type FileLimits = TrackedCase['files']
export type Asked = Reply<typeof askPublicly>
export type Question = Body<typeof askPublicly>
export type Hint = Reply<typeof hintPublicly>
export type TrackedCase = Reply<typeof trackCase>
export type Step = TrackedCase['timeline'][number]
export type Leg = TrackedCase['legs'][number]
export type Status = TrackedCase['status']
/** What a person may say to a case that exists: one text, and the code that opens it. */
export type OneText = Body<typeof addInformation> | Body<typeof sayNotSolved> | Body<typeof withdrawPublicly>
export type Rating = Body<typeof rateCase>
export type Category = Institution['categories'][number]
export type ProblemReply = (typeof Problem)['_zod']['output']
export type FieldFault = NonNullable<ProblemReply['errors']>[number]

/** Every code a public operation may refuse with: the text tables name each of them or do not compile. */
export type RefusalCode = CommonRefusal
  | keyof (typeof askPublicly)['refusals'] | keyof (typeof trackCase)['refusals'] | keyof (typeof addInformation)['refusals']
  | keyof (typeof sayNotSolved)['refusals'] | keyof (typeof rateCase)['refusals'] | keyof (typeof reportUndonePublicly)['refusals']
  | keyof (typeof attachPublicly)['refusals'] | keyof (typeof withdrawPublicly)['refusals'] | keyof (typeof confirmPublicly)['refusals']
