import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery } from '../../shared/page.ts'

/** In the order in which a new organisation best does them. */
const READINESS_POINTS = ['units', 'people', 'policy', 'soleHolder', 'rulers', 'vacantRoles', 'heads', 'postHolders', 'matters', 'calendar', 'desks', 'supervisionLine', 'mail', 'publicUrl', 'backup'] as const

export const getReadiness = operation({
  id: 'getReadiness', method: 'GET', path: '/api/staff/readiness', gate: 'administrator', summary: '上线准备：还缺哪些设置，逐项由现有数据算出，不另存',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: {},
  reply: z.object({
    missing: z.int(),
    points: z.array(z.object({
      point: z.enum(READINESS_POINTS),
      /** `optional`: not there, and not everybody needs it. `check`: cannot be seen from inside. */
      state: z.enum(['done', 'missing', 'optional', 'check']),
      /** How many there are, or, of what is missing, how many are missing. */
      count: z.int(),
      /** Roles by their code, people and units by name; the first few. */
      names: z.array(z.string()),
    })),
  }),
})
