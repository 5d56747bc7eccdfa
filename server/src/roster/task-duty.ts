import type { Instant } from '@daodi/domain/calendar/instant.ts'
import type { JsonObject } from '@daodi/domain/ledger/canonical-json.ts'
import { oweAt } from '@daodi/domain/obligations/owe.ts'
import { dueAfterPassing } from '@daodi/domain/roster/task.ts'
import { dueAfter } from '@daodi/domain/calendar/calendar.ts'
import { newIdAt } from '../database/new-id.ts'
import type { Services } from '../http/route.ts'
import { appendToStreams, shiftStream } from '../ledger/store-append.ts'
import { insertNotices } from '../notices/store.ts'
import { closeDuties, insertDuties } from '../obligations/store-duties.ts'
import { currentCalendar, policyByDigest } from '../policy/store.ts'
import { opened } from './planned-tasks.ts'
import { markTasks, openTasksOf, type TaskRow } from './store-tasks.ts'

type Task = Pick<TaskRow, 'id' | 'shiftId' | 'unitId' | 'policyDigest' | 'personId' | 'dueAt' | 'occasion' | 'task'>
interface Act { institutionId: string; actor: string; at: Instant }

const titleOf = ({ occasion, task }: Pick<Task, 'occasion' | 'task'>): string => (occasion === null ? task : `${occasion} · ${task}`)

/** Ends what was owed for a task so far, and has `personId` owe it from now on; nobody where it is null. One entry on its shift's stream says both. */
export async function oweTask(services: Services, task: Task, owed: { personId: string | null; dueAt: Instant; as: 'met' | 'void' }, { institutionId, actor, at, ...fact }: Act & { kind: string; data: JsonObject }): Promise<void> {
  const { db, ledgerAlgorithm: algorithm } = services
  const stream = shiftStream(task.shiftId)
  const closed = await closeDuties(db, { institutionId, streams: [stream], kinds: ['task'], abouts: [task.id], as: owed.as, at })
  const rules = { policy: await policyByDigest(db, task.policyDigest), calendar: await currentCalendar(db, institutionId), at, newId: services.newId }
  const opens = owed.personId === null ? [] : [oweAt({ kind: 'task', about: task.id, personId: owed.personId, unitId: task.unitId }, { at: owed.dueAt, estimated: false }, rules)]
  const data = { taskId: task.id, ...fact.data, closes: closed.map(({ id }) => ({ id, as: owed.as })), opens: opened(opens) }
  const [seq = 1] = await appendToStreams(db, { institutionId, actor, at, algorithm }, [{ stream, kind: fact.kind, data }])
  await insertDuties(db, opens.map((obligation) => ({ institutionId, stream, policyDigest: task.policyDigest, obligation, seq })))
}

/** Whoever signs for a shift takes over what its person has not done; what is late gets the time that a hand-over has. */
export async function passTasks(services: Services, shift: { personId: string; unitId: string; policyDigest: string }, toPersonId: string, { institutionId, actor, at }: Act): Promise<void> {
  const tasks = await openTasksOf(services.db, institutionId, { personId: shift.personId, unitId: shift.unitId, at })
  if (tasks.length === 0) return
  const { roster } = await policyByDigest(services.db, shift.policyDigest)
  const least = dueAfter(await currentCalendar(services.db, institutionId), at, roster.handOverWithin).at
  for (const task of tasks) {
    const dueAt = dueAfterPassing(task.dueAt, least)
    await markTasks(services.db, institutionId, [task.id], { person_id: toPersonId, offered_to: null, due_at: dueAt })
    await oweTask(services, task, { personId: toPersonId, dueAt, as: 'void' }, { institutionId, actor, at, kind: 'task-passed', data: { personId: toPersonId } })
  }
}

/** Tells somebody on duty; never whoever did it. */
export async function tellOfTask(services: Services, task: Task & { unitName: string }, told: { personId: string; kind: 'taskGiven' | 'taskOffered' | 'taskBack' }, { institutionId, actor, at }: Act): Promise<void> {
  if (told.personId === actor) return
  const detail = { name: titleOf(task), unitName: task.unitName, unitId: task.unitId, dueAt: task.dueAt }
  await insertNotices(services.db, { institutionId, id: newIdAt(Date.parse(at)), personIds: [told.personId], kind: told.kind, detail, actor, at })
}
