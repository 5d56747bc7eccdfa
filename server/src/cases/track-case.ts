import type { z } from 'zod'
import { trackCase } from '@daodi/contract/public/cases.ts'
import { reasonsOffered } from '@daodi/domain/cases/rate-case.ts'
import { dueAfter, type Calendar } from '@daodi/domain/calendar/calendar.ts'
import { laidByPerson, publicAttachmentsLeft } from '@daodi/domain/cases/add-attachment.ts'
import { addInformation } from '@daodi/domain/cases/add-note.ts'
import { appealTo, goesToLeader } from '@daodi/domain/cases/appeal.ts'
import { withdrawPublicly } from '@daodi/domain/cases/close-case.ts'
import { confirmPublicly } from '@daodi/domain/cases/inform-person.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { publicPages, type Policy } from '@daodi/domain/policy/policy.ts'
import { answer, route } from '../http/route.ts'
import { standstillsOf, twoClocks } from '@daodi/domain/cases/two-clocks.ts'
import { calendarOf, policyByDigest } from '../policy/store.ts'
import { publicInstitutions } from '../public/store.ts'
import { expectedAnswer } from './expected-answer.ts'
import { codeDigest } from './register.ts'
import { casePageByCode, type CasePage } from './store-page.ts'
import { registerCodeOf } from './store.ts'
import { filesGiven, lookupIn, papersIn, tell, type Lookup } from './timeline.ts'

type Track = z.input<typeof trackCase.reply>

/** What the person may read of their own case: who has it, by when, what was said. Nothing internal. */
export const trackCaseRoute = route(trackCase, async ({ params, query, at }, services) => {
  const page = await casePageByCode(services.db, params.number, codeDigest(params.number, query.code), registerCodeOf(params.number))
  if (!page) return { ok: false, refusal: 'no-such-case' }
  const policy = await policyByDigest(services.db, page.state.policy)
  const calendar = await calendarOf(services.db, page.state.institutionId, page.working_time, policy.calendar)
  const institutions = await publicInstitutions(services.db)
  const institutionName = institutions.find((candidate) => candidate.id === page.state.institutionId)?.name ?? ''
  return answer({ institutionName, ...trackView(page, { policy, calendar, at }) })
})

interface Reading { policy: Policy; calendar: Calendar; at: string }

function trackView(page: CasePage, reading: Reading): Omit<Track, 'institutionName'> {
  const { state } = page
  const look = lookupIn(page, reading.calendar)
  return {
    number: state.number, subject: look.text(state.subject), place: look.text(state.place), status: state.status, round: state.round, registeredAt: state.registeredAt,
    ...whoHasIt(page), firstContactName: look.person(state.firstContact.personId), waitingForUnit: state.referral ? look.unit(state.referral.toUnitId) : null, waitingPlace: waitingPlace(page),
    promised: state.promise && { at: state.promise.dueAt, estimated: state.promise.estimated }, expected: expectedAnswer(state, reading),
    clocks: twoClocks(reading.calendar, { registeredAt: state.registeredAt, signedAt: state.signedAt, until: state.endedAt ?? reading.at, standstills: standstillsOf(state.course) }), missingPapers: missing(state, look),
    replies: replies(page, look), timeline: steps(page, look),
    legs: state.legs.map((leg) => ({ kind: leg.kind, unitName: look.unit(leg.unitId), personName: leg.personId ? look.person(leg.personId) : null, from: leg.from, to: leg.to })),
    outcome: state.outcome, ...open(state, reading), files: files(page, reading.policy), grade: state.grade, ratingReasons: reasonsOffered(reading.policy), ratingComplaints: reading.policy.rating.complaints ?? [], supervisionLine: reading.policy.supervisionLine,
  }
}

/** The unit in charge and its handler, with the office's phone before the person's own. */
function whoHasIt(page: CasePage): Pick<Track, 'unit' | 'handlerName'> {
  const { handler } = page.state
  const unit = page.units?.find((candidate) => candidate.id === handler.unitId)
  const person = page.people?.find((candidate) => candidate.id === handler.personId)
  return { unit: { name: unit?.name ?? '', phone: unit?.phone ?? person?.phone ?? null, room: person?.room ?? unit?.room ?? null }, handlerName: person?.name ?? '' }
}

function waitingPlace({ state: { referral }, units }: CasePage): Track['waitingPlace'] {
  const unit = referral === null ? undefined : units?.find(({ id }) => id === referral.toUnitId)
  return unit ? { phone: unit.phone, room: unit.room } : null
}

function missing(state: CaseState, look: Lookup): string[] {
  const notice = state.notices.at(-1)
  if (!notice || state.status !== 'handling') return []
  return papersIn(look.text(notice.papers)).filter((_, index) => !notice.given[index]).map((paper) => paper.name)
}

function replies(page: CasePage, look: Lookup): Track['replies'] {
  let round = 1
  return page.entries.flatMap(({ at, kind, data }) => {
    const fact = { kind, ...data } as unknown as CaseFact
    if (fact.kind === 'case-reopened') round = fact.round
    return fact.kind === 'person-told' || fact.kind === 'told-with' ? [{ at, text: look.text(fact.text), round, files: fact.kind === 'person-told' ? filesGiven(fact, page) : [] }] : []
  })
}

/** Reasons between colleagues stay inside: only what was said to the person or by them is quoted. */
const QUOTED = new Set(['case-registered', 'note-added', 'person-told', 'information-added', 'case-rated', 'promise-made', 'extension-granted', 'pause-begun', 'person-informed', 'help-asked', 'help-answered', 'solution-given', 'told-with', 'number-given'])

function steps(page: CasePage, look: Lookup): Track['timeline'] {
  return page.entries.flatMap(({ at, kind, data, actor }) => {
    const fact = { kind, ...data } as unknown as CaseFact
    const told = tell(fact, look, actor)
    const quoted = QUOTED.has(kind) || (kind === 'case-withdrawn' && actor === 'public') || (fact.kind === 'case-reopened' && fact.by === 'public')
    return told.public ? [{ at, kind, params: told.params, text: quoted ? told.text : null }] : []
  })
}

function open(state: CaseState, { policy, calendar, at }: Reading): Pick<Track, 'canRate' | 'canSayNotSolved' | 'leaderDecides' | 'canAddInformation' | 'canWithdraw' | 'canConfirm'> {
  const told = state.status === 'answered' || state.status === 'closed'
  const since = state.toldAt ?? state.endedAt
  const inTime = since !== null && at <= dueAfter(calendar, since, policy.reopening.within).at
  const usedUp = state.reopenings >= policy.reopening.max
  return {
    canRate: told && state.ratedRound < state.round, canSayNotSolved: told && inTime && (!usedUp || (goesToLeader(state, policy) && !appealTo(state))), leaderDecides: told && usedUp,
    canAddInformation: addInformation(state, state.subject).ok, canWithdraw: withdrawPublicly(state, null, policy).ok, canConfirm: confirmPublicly(state).ok,
  }
}

function files({ state, entries }: CasePage, policy: Policy): Track['files'] {
  const { attachments: most, megabytes } = publicPages(policy)
  if (most === 0 || state.endedAt !== null) return null
  return { left: publicAttachmentsLeft(state, { laid: laidByPerson(entries).length, most }), megabytes }
}
