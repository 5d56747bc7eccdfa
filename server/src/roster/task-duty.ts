import type { Instant } from '@daodi/domain/calendar/instant.ts'
import { dueAfter, dueOn, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { JsonObject } from '@daodi/domain/ledger/canonical-json.ts'
import type { Closing } from '@daodi/domain/obligations/obligation.ts'
import { oweAt, type Rules } from '@daodi/domain/obligations/owe.ts'
import { dueAfterPassing } from '@daodi/domain/roster/task.ts'
import { shiftStream } from '../ledger/store-append.ts'
import type { ToldOutsideCases } from '../notices/store-parts.ts'
import type { ActFact, HeldStreams } from '../obligations/store-act.ts'
import type { TaskRow } from './store-tasks.ts'

type Task = Pick<TaskRow, 'id' | 'shiftId' | 'unitId' | 'policyDigest' | 'dueAt' | 'occasion' | 'task'>

/** What is to be held of a task: the stream of the shift it began on, and what is owed for it there. */
export function heldFor(tasks: readonly Pick<Task, 'id' | 'shiftId'>[]) {
  return { streams: tasks.map(({ shiftId }) => shiftStream(shiftId)), kinds: ['task' as const], abouts: tasks.map(({ id }) => id) }
}

interface Owed {
  kind: string
  data: JsonObject
  /** How what was owed for it so far ends. */
  as: Closing['as']
  /** Who owes it from now on; nobody where it is done. */
  next: { personId: string; dueAt: Instant; rules: Rules } | null
}

/** One entry on its shift's stream says who need not do the task any more, and who has to. */
export function taskFact(task: Task, held: HeldStreams, { kind, data, as, next }: Owed): ActFact {
  const opens = next === null ? [] : [oweAt({ kind: 'task', about: task.id, personId: next.personId, unitId: task.unitId }, dueOn(next.rules.calendar, next.dueAt), next.rules)]
  return {
    stream: shiftStream(task.shiftId), kind, data: { taskId: task.id, ...data },
    closes: { duties: held.duties.filter(({ about }) => about === task.id), as }, opens: { duties: opens, policyDigest: task.policyDigest },
  }
}

/** Whoever signs for a shift takes over what its person has not done; what is late gets the time that a hand-over has. */
export function passTasks(tasks: readonly Task[], held: HeldStreams, personId: string, rules: Rules): { facts: ActFact[]; passed: { id: string; dueAt: Instant }[] } {
  const least = dueAfter(rules.calendar, rules.at, rules.policy.roster.handOverWithin).at
  const passed = tasks.map((task) => ({ ...task, dueAt: dueAfterPassing(task.dueAt, least) }))
  return { passed, facts: passed.map((task) => taskFact(task, held, { kind: 'task-passed', data: { personId }, as: 'void', next: { personId, dueAt: task.dueAt, rules } })) }
}

/** Somebody on duty is told. */
export function toldOfTask({ occasion, task, unitName, unitId, dueAt }: Task & { unitName: string }, kind: 'taskGiven' | 'taskOffered' | 'taskBack', personId: string, calendar: Calendar): ToldOutsideCases {
  return { personIds: [personId], kind, detail: { name: occasion === null ? task : `${occasion} · ${task}`, unitName, unitId, dueAt, dueEstimated: dueOn(calendar, dueAt).estimated } }
}
