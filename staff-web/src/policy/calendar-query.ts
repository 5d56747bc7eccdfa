import { checkCalendarDraft, getCalendar } from '@daodi/contract/staff/calendar/calendar.ts'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../shared/call.ts'

export type Calendar = z.output<typeof getCalendar.reply>
export type Checked = z.output<typeof checkCalendarDraft.reply>
export type Day = Checked['days'][number]

export interface Session { readonly from: string; readonly to: string }
export interface Season { readonly from: string; readonly to: string; readonly sessions: readonly Session[] }
export interface Override { readonly date: string; readonly sessions: readonly Session[]; readonly note?: string }
export interface Notice { readonly year: number; readonly rest: readonly string[]; readonly work: readonly string[] }
export interface Definition {
  readonly kind?: 'sessions' | 'aroundTheClock'; readonly weekdays?: readonly number[]; readonly sessions?: readonly Session[]; readonly seasons?: readonly Season[]
  readonly holidays?: 'national' | 'none'; readonly notices?: readonly Notice[]; readonly overrides?: readonly Override[]
}

export function useCalendar(unitId: string, year: number) {
  return useQuery({ queryKey: ['calendar', unitId, year], queryFn: ({ signal }) => call(getCalendar, { params: { unitId }, query: { year }, signal }), placeholderData: (before) => before?.unit.id === unitId ? before : undefined })
}

/** The year as the draft would have it; asked only while there is a draft. */
export function useCheckedYear(unitId: string, year: number, draft: Definition | null) {
  return useQuery<Checked>({
    queryKey: ['calendar', 'check', unitId, year, draft], enabled: draft !== null, gcTime: 0, staleTime: Infinity, placeholderData: (before) => before,
    queryFn: ({ signal }) => call(checkCalendarDraft, { params: { unitId }, body: { definition: draft as never, year }, signal }),
  })
}
