import type { z } from 'zod'
import type { CaseRow } from '@daodi/contract/staff/cases/views.ts'
import { workingDaysBetween, workingMinutesBetween, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { dueOf } from '@daodi/domain/cases/due-of.ts'
import type { Leg } from '@daodi/domain/cases/state.ts'
import { twoClocks } from '@daodi/domain/cases/two-clocks.ts'
import { lateBy, lightOf } from '@daodi/domain/obligations/light.ts'
import type { Obligation } from '@daodi/domain/obligations/obligation.ts'
import { maskName, maskPhone } from '@daodi/domain/requester/mask.ts'
import type { CaseListRow } from './store-list.ts'

export type Row = z.input<typeof CaseRow>

/** One line of the register as this reader sees it: masked, with the strip of the baton. */
export function caseRow(row: CaseListRow, calendar: Calendar, at: string, q?: string): Row {
  const firstContact = { personId: row.first_contact_id, unitId: row.first_contact_unit_id }
  const handler = { personId: row.handler_id, unitId: row.handler_unit_id }
  return {
    id: row.id, number: row.number, status: row.status as Row['status'], round: row.round, registeredAt: row.registered_at, channel: row.channel as Row['channel'],
    category: row.category as Row['category'], urgency: row.urgency as Row['urgency'], priority: row.priority, subject: row.subject ?? '', colleague: row.colleague,
    requesterName: row.colleague ? row.requester_name : maskName(row.requester_name), requesterPhone: row.colleague ? row.requester_phone : maskPhone(row.requester_phone), organization: row.organization,
    firstContact: { ...firstContact, personName: row.first_name, unitName: row.first_unit, phone: row.first_phone, room: row.first_room },
    handler: { ...handler, personName: row.handler_name, unitName: row.handler_unit, phone: row.handler_phone, room: row.handler_room },
    pendingUnitName: row.pending_unit, matterName: row.matter_name, outcome: row.outcome as Row['outcome'], closedAt: row.ended_at, dueAt: row.due_at, dueEstimated: row.due_estimated,
    late: row.late, light: lightOfCase(row, calendar, at), workingDaysLeft: row.due_at !== null && row.due_at > at ? workingDaysBetween(calendar, at, row.due_at) : null, lateBy: row.due_at === null ? null : lateBy(row.due_at, calendar, at), grade: row.grade, result: row.result, excerpt: excerpt(row, q), legs: legRows(row, calendar, at),
    passing: { referred: row.referred, returned: row.returned, acts: row.passed ?? [] },
    ...dating({ unpromisedFrom: row.unpromised_from, unfollowedSince: row.unfollowed_since }, calendar, at),
    clocks: twoClocks(calendar, { registeredAt: row.registered_at, signedAt: row.signed_at, until: row.ended_at ?? at, standstills: row.standstills }),
  }
}

/** What the person has not been told, and how long the first contact has not looked after it. */
export function dating({ unpromisedFrom, unfollowedSince: since }: { unpromisedFrom: string | null; unfollowedSince: string | null }, calendar: Calendar, at: string): Pick<Row, 'unpromised' | 'unfollowed'> {
  return { unpromised: unpromisedFrom !== null && unpromisedFrom <= at, unfollowed: since === null ? null : { since, workingDays: workingDaysBetween(calendar, since, at) } }
}

function legRows(state: { legs: Leg[] }, calendar: Calendar, at: string): Row['legs'] {
  return shownLegs(state.legs).map(({ kind, personId, unitId, from, to }) => ({ kind, personId, unitId, from, to, workingMinutes: Math.round(workingMinutesBetween(calendar, from, to ?? at)) }))
}

/** A strip is a finger wide: of a case passed to and fro more often than this, the first leg and the last ones. */
const LEGS_SHOWN = 24

function shownLegs(legs: Leg[]): Leg[] {
  return legs.length <= LEGS_SHOWN ? legs : [...legs.slice(0, 1), ...legs.slice(1 - LEGS_SHOWN)]
}

function lightOfCase(state: { obligations: Obligation[] }, calendar: Calendar, at: string): Row['light'] {
  const duty = dueOf(state)
  if (!duty) return 'none'
  const warnAt = duty.steps.find((step) => step.kind === 'warn')?.at ?? null
  return lightOf({ openedAt: duty.openedAt, dueAt: duty.dueAt, warnAt, lateAt: duty.lateAt, pausedAt: duty.pausedAt }, calendar, at)
}

/** Little before, so that the word itself is in sight where the line is cut. */
const BEFORE = 6
const AFTER = 48

/** Where the search word stands in the content, if it does not stand in the subject. */
function excerpt(row: CaseListRow, q: string | undefined): string | null {
  const word = q?.trim().toLowerCase()
  if (!word || !row.content || row.subject?.toLowerCase().includes(word)) return null
  const found = row.content.toLowerCase().indexOf(word)
  if (found < 0) return null
  const from = Math.max(0, found - BEFORE)
  const to = Math.min(row.content.length, found + word.length + AFTER)
  return `${from > 0 ? '…' : ''}${row.content.slice(from, to).replace(/\s+/g, ' ')}${to < row.content.length ? '…' : ''}`
}
