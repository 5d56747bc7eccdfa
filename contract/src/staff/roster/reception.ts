import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, pageOf, pageQuery } from '../../shared/page.ts'

export const listReceptionGaps = operation({
  id: 'listReceptionGaps', method: 'GET', path: '/api/staff/reception-gaps', gate: 'signedIn', summary: '今日无接待人的单位：没有可到岗的接待人，排班和窗口也没有人',
  params: NoParams, query: z.strictObject({ unitId: z.uuid().optional().describe('this unit and all below it'), ...pageQuery }), body: NoBody, status: 200, refusals: {},
  reply: pageOf(z.object({ unitId: z.uuid(), unitName: z.string(), parentName: z.string().nullable(), /** Its receptionists, who are all away today; empty: none is named. */ away: z.array(z.string()) }))
    .extend({ today: z.string(), /** false: a day off, on which nobody is expected to receive. */ works: z.boolean() }),
})
