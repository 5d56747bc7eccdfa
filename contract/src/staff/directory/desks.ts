import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery, pageOf, pageQuery } from '../../shared/page.ts'
import { line, Phone, prose } from '../../shared/text.ts'

const TimeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'time-format')
const OpeningHours = z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1).max(7), from: TimeOfDay, to: TimeOfDay })
const DeskKind = z.enum(['window', 'desk', 'office', 'seat'])

export const DeskView = z.object({
  id: z.uuid(), unitId: z.uuid(), unitName: z.string(), kind: DeskKind, name: z.string(), scope: z.string().nullable(), room: z.string().nullable(), phone: z.string().nullable(),
  /** None: as the organisation works. Closed on holidays; on a make-up workday as on an ordinary working day; closed over the organisation's lunch break unless somebody is rostered in one. */
  hours: z.array(OpeningHours), public: z.boolean(), staff: z.array(z.object({ personId: z.uuid(), personName: z.string() })),
})

const fields = {
  scope: prose(1000).nullable().optional(), room: line(40).nullable().optional(), phone: Phone.nullable().optional(),
  /** Monday is 1. Empty: as the unit works. */
  hours: z.array(OpeningHours).max(20).optional(), public: z.boolean().optional(), staff: z.array(z.uuid()).max(200).optional(),
}

export const listDesks = operation({
  id: 'listDesks', method: 'GET', path: '/api/staff/desks', gate: 'signedIn', summary: '窗口、服务台、办公室、坐席：受理范围、开放时间、人员',
  params: NoParams, query: z.strictObject({ q: line(60).optional(), unitId: z.uuid().optional(), ...pageQuery }), body: NoBody, reply: pageOf(DeskView), status: 200, refusals: {},
})
export const createDesk = operation({
  id: 'createDesk', method: 'POST', path: '/api/staff/desks', gate: 'administrator', summary: '新增窗口或服务台',
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ unitId: z.uuid(), kind: DeskKind, name: line(60), ...fields }),
  refusals: { 'no-such-unit': 422, 'no-such-person': 422, 'desk-name-taken': 409, 'hours-overlap': 422 },
})
export const updateDesk = operation({
  id: 'updateDesk', method: 'PATCH', path: '/api/staff/desks/:deskId', gate: 'administrator', summary: '修改窗口或服务台；removed 为撤销',
  params: z.strictObject({ deskId: z.uuid() }), query: NoQuery, status: 200, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ kind: DeskKind.optional(), name: line(60).optional(), ...fields, removed: z.boolean().optional() }),
  refusals: { 'no-such-desk': 404, 'no-such-person': 422, 'desk-name-taken': 409, 'hours-overlap': 422 },
})
