import { type Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { Operation } from '@daodi/contract/operation.ts'
import { transaction } from '../database/transaction.ts'
import type { Caller } from '../http/caller.ts'
import type { Request, Route, Services } from '../http/route.ts'
import { routes } from '../routes.ts'
import { found, type Directory } from './demo-directory.ts'
import type { Done, Input, Stage } from './demo/stage.ts'
import { axisBefore } from './demo/working-axis.ts'

/** The hours in which people on a ward are awake. */
const WAKING = [{ from: '06:30', to: '21:30' }]

const routesById: ReadonlyMap<string, Route> = new Map(routes.map((route) => [route.operation.id, route]))

/** `services.clock` is the stage's time, `now` the moment at which the stories end. */
export function newStage(services: Services, directory: Directory, { calendar, now, workingDays }: { calendar: Calendar; now: number; workingDays: number }): Stage {
  const waking: Calendar = { ...calendar, kind: 'sessions', sessions: WAKING, weekdays: [1, 2, 3, 4, 5, 6, 7], rest: [], work: [], overrides: [] }
  const aroundTheClock = calendar.kind === 'aroundTheClock'
  const { institutionId, units, staff, matters, desks } = directory
  return {
    calendar, now, institutionId, axis: axisBefore(aroundTheClock ? waking : calendar, now, aroundTheClock ? Math.ceil(workingDays * 1.4) : workingDays),
    unitId: (name) => found(units, name).id,
    personId: (name) => found(staff, name).personId,
    matterId: (name) => found(matters, name),
    deskId: (person) => desks.get(person) ?? null,
    staff: (who, operation, input) => perform(services, operation, found(staff, who), input),
    public: (operation, input) => perform(services, operation, { kind: 'public' }, input),
  }
}

/**
 * The same operation that a request would reach, with the same checks of its input, in a transaction; only without HTTP.
 * A refusal ends the making of the demonstration.
 */
async function perform<Op extends Operation>(services: Services, operation: Op, caller: Caller, input: Input<Op>): Promise<Done<Op>> {
  const route = found(routesById, operation.id)
  const request = {
    params: operation.params.parse(input.params), query: operation.query.parse({}), body: operation.body.parse(input.body), caller, at: services.clock(), address: '127.0.0.1', userAgent: 'demo',
  } as Request<never>
  const answer = await transaction(services.db, (db) => route.handle(request, { ...services, db }))
  if (!answer.ok) throw new Error(`${operation.id} was refused in the demonstration: ${answer.refusal}`)
  return { reply: operation.reply.parse(answer.value) as Done<Op>['reply'], caseId: answer.caseId }
}
