import { z } from 'zod'

/** An instant with an offset, in the years 2000 to 2199: further off is a slip of the hand, not a date. */
export const Instant = z.iso.datetime({ offset: true, error: 'instant-format' })
  .refine((value) => { const year = Number(value.slice(0, 4)); return year >= 2000 && year <= 2199 }, 'instant-out-of-range')

export const LocalDate = z.iso.date('date-format')
  .refine((value) => { const year = Number(value.slice(0, 4)); return year >= 2000 && year <= 2199 }, 'instant-out-of-range')

/** A moment something is owed. `estimated` (推算): it lies beyond the published holiday notices and may still move. */
export const Due = z.object({ at: Instant, estimated: z.boolean() })

/** Two clocks: the person's runs from registration and never begins again, the unit's from signing for it. Working days so far. */
export const TwoClocks = z.object({ requester: z.object({ since: Instant, workingDays: z.int() }), unit: z.object({ since: Instant, workingDays: z.int() }) })
