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

/** The act of a case that meets a duty, where one alone does. */
const ACT_OF = {
  decide: 'decideCase', rule: 'ruleCase', reply: 'replyToCase', approve: 'decideApproval', tell: 'informPerson', resume: 'resumeCase', assist: 'giveAssist', reportBack: 'reportOnInstruction', feedback: 'reportOnSupervision',
  visit: 'endAppointment', undone: 'answerHelp', support: 'answerHelp', relay: 'acknowledgeRelay', contact: 'recordContact', custody: 'confirmPapers', advise: 'giveAdvice', allow: 'decideTransfer', inquire: 'answerInquiry',
  followUp: 'answerForward', confirm: 'confirmAssignment', fillIn: 'completeRecord', checkEffect: 'recordEffect', appeal: 'answerHelp', solve: 'giveSolution',
} as const satisfies Partial<Record<Row['kind'], string>>

/** Where the next step of a duty is taken: its page, with the dialog open that meets it. */
export function pathOfNext(row: Row): string {
  const act = (ACT_OF as Partial<Record<Row['kind'], string>>)[row.kind]
  return row.caseId === null || act === undefined ? pathOfDuty(row) : `/cases/${row.caseId}?act=${act}`
}

/** Where somebody takes up what has climbed to them; `which` is the duty's id or its kind. */
export function pathOfTakingUp(caseId: string, which: string | undefined): string {
  return `/cases/${caseId}?act=takeUpDuty${which === undefined ? '' : `&duty=${which}`}`
}

/** Where a referral is returned, which needs a reason. */
export function pathOfReturn(caseId: string): string {
  return `/cases/${caseId}?act=returnReferral`
}

/** What it is about, in a few words. */
export function titleOfDuty(row: Row): string {
  return row.case?.subject ?? row.subject?.title ?? ''
}
