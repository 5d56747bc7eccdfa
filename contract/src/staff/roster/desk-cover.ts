import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, pageOf, pageQuery } from '../../shared/page.ts'
import { Instant, LocalDate } from '../../shared/time.ts'

export const DeskGap = z.object({
  deskId: z.uuid(), deskName: z.string(), day: z.string(), from: Instant, to: Instant,
  /** Nobody is there on that day at all. */
  wholeDay: z.boolean(),
})

export const listDeskCover = operation({
  id: 'listDeskCover', method: 'GET', path: '/api/staff/desk-cover', gate: 'signedIn', summary: '一周窗口空档：开放时间内没有人在岗的时段',
  params: NoParams, query: z.strictObject({ unitId: z.uuid().optional(), week: LocalDate.optional(), ...pageQuery }), body: NoBody, status: 200, refusals: {},
  reply: pageOf(z.object({ deskId: z.uuid(), deskName: z.string(), unitId: z.uuid(), unitName: z.string(), openMinutes: z.int(), gapMinutes: z.int(), gaps: z.array(DeskGap) })).extend({ days: z.array(z.string()), today: z.string() }),
})
