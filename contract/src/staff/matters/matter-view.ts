import { z } from 'zod'
import { Category } from '../../shared/codes.ts'
import { eachOnce } from '../../shared/papers.ts'
import { line, Phone, prose } from '../../shared/text.ts'
import { LocalDate } from '../../shared/time.ts'

const days = (most: number) => z.int().min(0).max(most)
/** A promise that is not counted in working days: a toll station and a ward answer in hours. */
export const PromisedLimit = z.strictObject({ amount: z.int().min(1).max(8760), unit: z.enum(['workingHours', 'naturalHours', 'naturalDays']) })
/** The same word twice is one word. */
const words = (most: number, max: number) => z.array(line(max)).max(most).overwrite((given) => [...new Set(given)])

/** A paper of a matter: what the one-time notice lists. */
const MatterPaper = z.strictObject({
  name: line(100), copies: z.int().min(1).max(99).default(1), form: z.enum(['original', 'copy', 'either']).default('either'), note: line(200).optional(),
  /** Where a filled-in sample is, and where the paper is to be had. */
  sample: line(300).optional(), source: line(200).optional(),
})

const MatterFields = z.strictObject({
  name: line(100), unitId: z.uuid(), postId: z.uuid().nullish(), personId: z.uuid().nullish(), category: Category.nullish(),
  synonyms: words(40, 60).optional(), keywords: words(100, 40).optional(), examples: words(60, 200).optional(), papers: z.array(MatterPaper).max(60).check(eachOnce).optional(),
  conditions: prose(4000).nullish(), procedure: prose(4000).nullish(), fee: line(200).nullish(), feeBasis: line(300).nullish(), statutoryDays: days(3650).nullish(), workingDays: days(365).nullish(), /** In place of working days: name one of the two. */ promised: PromisedLimit.nullish(),
  room: line(40).nullish(), phone: Phone.nullish(), validFrom: LocalDate.nullish(), validUntil: LocalDate.nullish(), onSpot: z.boolean().optional(), lenient: z.boolean().optional(),
  citationRequired: z.boolean().optional(), everyday: z.boolean().optional(), citation: line(300).nullish(), answer: prose(4000).nullish(),
})
/** Two limits for the same matter would be two promises. */
const promisesOnce = ({ workingDays, promised }: { workingDays?: number | null | undefined; promised?: unknown }): boolean => workingDays == null || promised == null
const TWICE = { message: 'promised-twice', path: ['promised'] }

/** A matter as it is written: what is left out is empty. */
export const MatterInput = MatterFields.refine(promisesOnce, TWICE)
export const NewMatter = MatterFields.extend({ draft: z.boolean().optional() }).refine(promisesOnce, TWICE)

export const MatterView = z.object({
  id: z.uuid(), name: z.string(), unitId: z.uuid(), unitName: z.string(), postId: z.uuid().nullable(), postName: z.string().nullable(), personId: z.uuid().nullable(),
  personName: z.string().nullable(), category: Category.nullable(), synonyms: z.array(z.string()), keywords: z.array(z.string()), examples: z.array(z.string()),
  papers: z.array(MatterPaper.extend({ given: z.boolean() })), conditions: z.string().nullable(), procedure: z.string().nullable(), fee: z.string().nullable(), feeBasis: z.string().nullable(),
  room: z.string().nullable(), phone: z.string().nullable(), statutoryDays: z.int().nullable(), workingDays: z.int().nullable(), /** Where it is promised otherwise than in working days. */ promised: PromisedLimit.nullable(), validFrom: z.string().nullable(),
  validUntil: z.string().nullable(), onSpot: z.boolean(), lenient: z.boolean(), citationRequired: z.boolean(), everyday: z.boolean(), citation: z.string().nullable(),
  answer: z.string().nullable(), /** The edition of the directory that last changed it. */ edition: z.int(),
})
