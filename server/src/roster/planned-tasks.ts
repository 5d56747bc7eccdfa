import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { JsonObject } from '@daodi/domain/ledger/canonical-json.ts'
import { oweAt } from '@daodi/domain/obligations/owe.ts'
import type { Obligation } from '@daodi/domain/obligations/obligation.ts'
import type { Shift } from '@daodi/domain/roster/shift.ts'
import { plannedTasks } from '@daodi/domain/roster/task.ts'
import type { Services } from '../http/route.ts'
import { appendToStreams, shiftStream } from '../ledger/store-append.ts'
import { closeDuties, insertDuties, type KeptDuty } from '../obligations/store-duties.ts'
import { currentCalendar, policyByDigest } from '../policy/store.ts'
import { shiftsOfKind, type KindRow } from './store-roster.ts'
import { deleteCommonTasks, insertTasks, type NewTask } from './store-tasks.ts'

export interface TaskScene { services: Services; institutionId: string; policyDigest: string; calendar: Calendar; at: string }
type Planned = Pick<Shift, 'id' | 'kindId' | 'personId' | 'day' | 'startsAt' | 'endsAt'> & { unitId: string }

/** What a fact says of the obligations it opens. */
export const opened = (obligations: readonly Obligation[]): JsonObject[] => obligations.map((obligation) => ({ ...obligation, steps: obligation.steps.map((step) => ({ ...step })) }))

/** The common tasks of these shifts, each owed by the shift's person from its beginning on. */
export async function commonTasksOf({ services, institutionId, policyDigest, calendar, at }: TaskScene, shifts: readonly Planned[], kinds: readonly KindRow[]): Promise<{ tasks: NewTask[]; duties: KeptDuty[] }> {
  const policy = await policyByDigest(services.db, policyDigest)
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const tasks: NewTask[] = []
  const duties: KeptDuty[] = []
  for (const shift of shifts) {
    const kind = byId.get(shift.kindId)
    const { personId, unitId, startsAt: since } = shift
    for (const { task, dueAt } of kind ? plannedTasks(kind, shift, { calendar, at }) : []) {
      const id = services.newId()
      tasks.push({ id, shiftId: shift.id, unitId, occasion: null, task, personId, offeredTo: null, receivedBy: null, since, dueAt, items: [], satisfaction: false })
      const obligation = oweAt({ kind: 'task', about: id, personId, unitId }, { at: dueAt, estimated: false }, { policy, calendar, at: since, newId: services.newId })
      duties.push({ institutionId, stream: shiftStream(shift.id), policyDigest, obligation })
    }
  }
  return { tasks, duties }
}

/** Other common tasks for a kind of shift: those that are planned and have not begun get them in place of the former ones. */
export async function changeCommonTasks(services: Services, kind: KindRow, change: { institutionId: string; actor: string; at: string; policyDigest: string }): Promise<void> {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, actor, at, policyDigest } = change
  const shifts = await shiftsOfKind(db, institutionId, kind.id, at)
  if (shifts.length === 0) return
  const streams = shifts.map(({ id }) => shiftStream(id))
  const closed = await closeDuties(db, { institutionId, streams, kinds: ['task'], as: 'void', at })
  await deleteCommonTasks(db, institutionId, shifts.map(({ id }) => id))
  const { tasks, duties } = await commonTasksOf({ services, institutionId, policyDigest, calendar: await currentCalendar(db, institutionId), at }, shifts, [kind])
  await insertTasks(db, institutionId, tasks)
  const seqs = await appendToStreams(db, { institutionId, actor, at, algorithm }, streams.map((stream) => ({
    stream, kind: 'shift-tasks-changed',
    data: {
      kindId: kind.id, closes: closed.filter((one) => one.stream === stream).map(({ id }) => ({ id, as: 'void' })),
      opens: opened(duties.filter((one) => one.stream === stream).map(({ obligation }) => obligation)),
    },
  })))
  const seqOf = new Map(streams.map((stream, index) => [stream, seqs[index] ?? 1]))
  await insertDuties(db, duties.map((duty) => ({ ...duty, seq: seqOf.get(duty.stream) ?? 1 })))
}
