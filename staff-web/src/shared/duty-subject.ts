import type { ObligationRow } from '@daodi/contract/staff/obligations/obligations.ts'
import type { z } from 'zod'

type Row = Pick<z.output<typeof ObligationRow>, 'caseId' | 'subject' | 'case' | 'kind' | 'owner'>

/** The page on which an obligation is met. */
export function pathOfDuty({ caseId, subject, kind, owner }: Row): string {
  if (caseId !== null) return `/cases/${caseId}`
  if (subject?.kind === 'succession') return '/successions'
  if (subject?.kind === 'walkround') return `/roster/walkrounds?unit=${owner.unitId}`
  if (kind === 'task') return `/roster/tasks?unit=${owner.unitId}`
  return subject?.kind === 'shift' ? `/roster/shifts/${subject.id}` : '/roster/bells'
}

/** What it is about, in a few words. */
export function titleOfDuty(row: Row): string {
  return row.case?.subject ?? row.subject?.title ?? ''
}
