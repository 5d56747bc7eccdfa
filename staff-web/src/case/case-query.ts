import { getCase } from '@daodi/contract/staff/cases/get-case.ts'
import type { CASE_ACTS, CaseView as CaseViewSchema, TimelineEntry as EntrySchema } from '@daodi/contract/staff/cases/views.ts'
import { FACE_TO_FACE } from '@daodi/contract/shared/codes.ts'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../shared/call.ts'

export type CaseView = z.output<typeof CaseViewSchema>
export type TimelineEntry = z.output<typeof EntrySchema>
export type ActName = (typeof CASE_ACTS)[number]

/** One case; reread whenever the live stream says that it has moved. */
export function useCase(caseId: string) {
  return useQuery({ queryKey: ['cases', caseId], queryFn: ({ signal }) => call(getCase, { params: { caseId }, signal }) })
}

/** After an act: the case and what is owed are read anew; lists when they are next shown. */
export async function rereadCase(queries: QueryClient, caseId: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['obligations'] })
  void queries.invalidateQueries({ queryKey: ['case-list'], refetchType: 'none' })
  void queries.invalidateQueries({ queryKey: ['cases'], predicate: (query) => query.queryKey[1] !== caseId })
  await queries.invalidateQueries({ queryKey: ['cases', caseId] })
}

export function isFaceToFace(channel: string): boolean {
  return FACE_TO_FACE.some((one) => one === channel)
}

/** Nothing more is owed to the person in this round. */
export function isAnsweredOrOver(view: Pick<CaseView, 'status'>): boolean {
  return view.status === 'answered' || view.status === 'closed' || view.status === 'withdrawn' || view.status === 'merged'
}

/** The duty to finish the work: its due time is the limit a promise must keep. */
export function resolveDuty(view: CaseView) {
  return view.obligations.find((duty) => duty.kind === 'resolve' && duty.state === 'open')
}

/** The clock stands still, as a rule because the person's papers are awaited. */
export function isPaused(view: CaseView): boolean {
  return view.course.pause !== null || resolveDuty(view)?.light === 'grey'
}

/** Working days until what the case waits for is due, counted as in the lists; 0 on the last day, and once it is late. */
export function daysLeft(view: CaseView): number {
  return view.obligations.find((duty) => duty.state === 'open' && duty.dueAt === view.dueAt)?.workingDaysLeft ?? 0
}
