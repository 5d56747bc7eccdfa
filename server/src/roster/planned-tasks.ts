import { dueOn } from '@daodi/domain/calendar/calendar.ts'
import type { Obligation } from '@daodi/domain/obligations/obligation.ts'
import { oweAt, type Rules } from '@daodi/domain/obligations/owe.ts'
import type { Shift } from '@daodi/domain/roster/shift.ts'
import { plannedTasks } from '@daodi/domain/roster/task.ts'
import type { KindRow } from './store-roster.ts'
import type { NewTask } from './store-tasks.ts'

type Planned = Pick<Shift, 'id' | 'kindId' | 'personId' | 'day' | 'startsAt' | 'endsAt'> & { unitId: string }

/** The common tasks of these shifts, and by shift what its person owes for them from its beginning on. */
export function commonTasksOf(shifts: readonly Planned[], kinds: readonly KindRow[], rules: Rules): { tasks: NewTask[]; duties: Map<string, Obligation[]> } {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const tasks: NewTask[] = []
  const duties = new Map<string, Obligation[]>()
  for (const shift of shifts) {
    const kind = byId.get(shift.kindId)
    const { personId, unitId, startsAt: since } = shift
    for (const { task, dueAt } of kind ? plannedTasks(kind, shift, rules) : []) {
      const id = rules.newId()
      tasks.push({ id, shiftId: shift.id, unitId, occasion: null, task, personId, offeredTo: null, receivedBy: null, since, dueAt, items: [], satisfaction: false })
      const obligation = oweAt({ kind: 'task', about: id, personId, unitId }, dueOn(rules.calendar, dueAt), { ...rules, at: since })
      duties.set(shift.id, [...duties.get(shift.id) ?? [], obligation])
    }
  }
  return { tasks, duties }
}
