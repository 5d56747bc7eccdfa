import { z } from 'zod'

const PAGE_MAX = 100

/** Keyset paging: `after` is the opaque cursor of the last page; never a row count. */
export const pageQuery = {
  after: z.string().max(200).regex(/^[A-Za-z0-9_-]+$/, 'cursor-format').optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).optional(),
}

export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable() })
}

export const NoParams = z.strictObject({})
export const NoQuery = z.strictObject({})
export const NoBody = z.undefined()
export const EmptyBody = z.strictObject({})
export const NoReply = z.undefined()
