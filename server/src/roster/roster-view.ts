import type { z } from 'zod'
import type { AbsenceView, ShiftKindView, ShiftProblemView, ShiftView } from '@daodi/contract/staff/roster/views.ts'
import type { ShiftProblem } from '@daodi/domain/roster/plan-problems.ts'
import type { AbsenceRow, KindRow, ShiftRow } from './store-roster.ts'

interface Named { id: string; name: string }

export function problemViews(problems: readonly ShiftProblem[], { kinds, people }: { kinds: readonly Named[]; people: readonly Named[] }): z.input<typeof ShiftProblemView>[] {
  const nameOf = (list: readonly Named[], id: string): string => list.find((one) => one.id === id)?.name ?? ''
  return problems.map((problem) => ({
    problem: problem.problem, blocking: problem.blocking, personId: problem.personId, personName: nameOf(people, problem.personId), kindId: problem.kindId,
    kindName: nameOf(kinds, problem.kindId), day: problem.day,
    ...('missing' in problem ? { missing: problem.missing } : {}), ...('otherKindId' in problem ? { otherKindName: nameOf(kinds, problem.otherKindId) } : {}),
    ...('absence' in problem ? { absence: problem.absence } : {}), ...('from' in problem ? { from: problem.from, to: problem.to } : {}),
  }))
}

export function shiftView(row: ShiftRow): z.input<typeof ShiftView> {
  const { id, kindId, personId, personName, day, startsAt, endsAt, overrideReason, begunAt, endedAt } = row
  return { id, kindId, personId, personName, day, startsAt, endsAt, overrideReason, begunAt, endedAt }
}

export function absenceView(row: AbsenceRow): z.input<typeof AbsenceView> {
  const { id, personId, personName, kind, from, to, deputyId, deputyName, note } = row
  return { id, personId, personName, kind, from, to, deputyId, deputyName, note }
}

export function kindView(kind: KindRow): z.input<typeof ShiftKindView> {
  const { weekdays, needs, postNeeds, criteria, tasks, retired: _retired, ...rest } = kind
  return { ...rest, weekdays: [...weekdays], needs: [...needs], postNeeds: [...postNeeds], criteria: [...criteria], tasks: [...tasks] }
}
