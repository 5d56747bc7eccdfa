import type { z } from 'zod'
import type { CourseView } from '@daodi/contract/staff/cases/course-views.ts'
import { workingMinutesBetween, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { grantableUntil } from '@daodi/domain/cases/ask-for-approval.ts'
import { isHeard } from '@daodi/domain/cases/heard.ts'
import { openObligation, type CaseState } from '@daodi/domain/cases/state.ts'
import { standingStill, standstillsOf } from '@daodi/domain/cases/two-clocks.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import { dueIn } from './due-in.ts'
import type { CasePage } from './store-page.ts'
import type { Lookup } from './timeline.ts'

type View = z.input<typeof CourseView>

/** What happens to a case on its way besides being passed on, as the case page shows it. */
export function courseView(page: CasePage, look: Lookup, rules: Rules): View {
  const { state } = page
  const { course } = state
  const due = (about: string) => dueIn(state.obligations.find((obligation) => obligation.about === about))
  const resolve = openObligation(state, 'resolve')
  const limitAt = resolve?.limitAt ?? null
  const people = (ids: readonly string[]) => ids.map((personId) => ({ personId, personName: look.person(personId) }))
  return {
    approval: approvalView(state, look), extensions: course.extensions, extensionsAllowed: rules.policy.extension.max, extensionBy: limitAt === null ? [] : rules.policy.extension.approvers.map(({ by }, level) => { const until = grantableUntil(state, level, rules); return { ...by, until, estimated: look.estimated(until) } }), originalLimitAt: course.originalLimitAt, originalLimitEstimated: look.estimated(course.originalLimitAt),
    limitAt, limitEstimated: resolve?.dueAt === limitAt ? resolve?.estimated ?? false : look.estimated(limitAt),
    pause: course.pause && { ...course.pause, reason: look.text(course.pause.reason), estimated: look.estimated(course.pause.until) }, pauses: course.pauses.map(({ from, to }) => ({ from, to })),
    assists: course.assists.map(({ id, holder, task, at, state: how, text }) => ({
      id, personId: holder.personId, personName: look.person(holder.personId), unitName: look.unit(holder.unitId), task: look.text(task), at, state: how, text: look.text(text), ...due(id),
    })),
    urges: course.urges, urgedAt: course.urgedAt,
    instructions: course.instructions.map(({ id, by, at, text }) => ({ id, byName: look.person(by), at, text: look.text(text), ...due(id) })),
    supervision: course.supervision && {
      level: course.supervision.level, requirement: look.text(course.supervision.requirement), byName: look.person(course.supervision.by), at: course.supervision.at,
      feedbacks: course.supervision.feedbacks, ...dueIn(openObligation(state, 'feedback')),
    },
    appointment: course.appointment && {
      at: course.appointment.at, home: course.appointment.home, place: look.text(course.appointment.place), whoName: look.person(course.appointment.who.personId), moved: course.appointment.moved,
    },
    help: course.help.map(({ id, of, by, at, text, to }) => ({ id, of, byName: by === 'public' ? null : look.person(by), at, text: look.text(text), to: people(to), ...due(id) })),
    refusalAgreed: course.refusalAgreed, confirmed: course.confirmedRound >= state.round,
    archive: course.archivedAt === null ? null : { at: course.archivedAt, summary: look.text(course.summary) },
    contact: contactOf(page, rules),
  }
}

function approvalView(state: CaseState, look: Lookup): View['approval'] {
  const { approval } = state.course
  return approval && {
    of: approval.of, at: approval.at, byName: look.person(approval.askedBy.personId), reason: look.text(approval.reason), until: approval.until, estimated: approval.estimated, cause: approval.cause,
    approvers: approval.approvers.map((personId) => ({ personId, personName: look.person(personId) })), ...dueIn(openObligation(state, 'approve')),
  }
}

function contactOf({ state, entries }: CasePage, { calendar, at }: Rules): View['contact'] {
  const moments = entries.filter(isHeard).map((entry) => entry.at)
  const until = state.toldAt ?? state.endedAt ?? at
  const marks = [state.registeredAt, ...moments.filter((moment) => moment <= until), until]
  return { count: moments.length, lastAt: moments.at(-1) ?? null, longestSilenceMinutes: Math.max(0, ...marks.slice(1).map((moment, index) => Math.round(workingMinutesBetween(calendar, marks[index] ?? moment, moment)))) }
}

/** Working minutes between two moments, without those in which a pause let this clock stand still. */
export function runningMinutes(state: CaseState, clock: 'requester' | 'unit', span: { from: string; to: string }, calendar: Calendar): number {
  const lost = standingStill(standstillsOf(state.course), clock, span).reduce((sum, { from, to }) => sum + workingMinutesBetween(calendar, from, to), 0)
  return Math.max(0, Math.round(workingMinutesBetween(calendar, span.from, span.to) - lost))
}
