import { z } from 'zod'
import { line } from './text.ts'

/** One paper of a one-time notice (一次性告知). `given`: already handed in when the notice was issued. */
export const Paper = z.strictObject({
  name: line(100),
  copies: z.int().min(1).max(99).default(1),
  form: z.enum(['original', 'copy', 'either']).default('either'),
  given: z.boolean().default(false),
  note: line(200).optional(),
})
/** A paper that is listed twice would be given and missing at once. */
export function eachOnce(papers: { value: readonly { name: string }[]; issues: unknown[] }): void {
  papers.value.forEach(({ name }, index) => {
    if (papers.value.findIndex((one) => one.name === name) < index) papers.issues.push({ code: 'custom', message: 'paper-twice', path: [index, 'name'], input: name })
  })
}
export const Papers = z.array(Paper).min(1).max(60).check(eachOnce)
