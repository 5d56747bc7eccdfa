import { receiptNumber } from '@daodi/domain/cases/receipt-number.ts'
import type { z } from 'zod'
import type { CaseView } from '@daodi/contract/staff/cases/views.ts'
import { availableActs } from '@daodi/domain/cases/acts.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { dueOf } from '@daodi/domain/cases/due-of.ts'
import type { CaseState, Holder } from '@daodi/domain/cases/state.ts'
import { refusalToSupervisor } from '@daodi/domain/cases/supervisors-acts.ts'
import { standstillsOf, twoClocks, unitClockFrom } from '@daodi/domain/cases/two-clocks.ts'
import { workingDaysBetween, workingMinutesBetween } from '@daodi/domain/calendar/calendar.ts'
import { firstBadEntry } from '@daodi/domain/ledger/chain-check.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import { hasRole, type Staff } from '../http/caller.ts'
import { digestOf } from '../ledger/digest.ts'
import { lateBy, lightOf, minutesPerDay } from '@daodi/domain/obligations/light.ts'
import { maskAddress, maskEmail, maskName, maskPhone } from '@daodi/domain/requester/mask.ts'
import { firstContactReleased } from '@daodi/domain/cases/duties.ts'
import { unfollowedSince } from '@daodi/domain/cases/followed.ts'
import { unpromisedFrom } from '@daodi/domain/cases/unpromised.ts'
import { takenUp } from '@daodi/domain/cases/take-up.ts'
import { dating } from './case-row.ts'
import { careView } from './care-view.ts'
import { courseView, runningMinutes } from './course-view.ts'
import { cooperationView } from './cooperation-view.ts'
import { dueBy } from './due-in.ts'
import { whyView } from './why-view.ts'
import { actorOf } from './scene.ts'
import type { RelativeRow } from './store-family.ts'
import type { CasePage, DutyRecord } from './store-page.ts'
import { standing, type HolderName } from './store-read.ts'
import { PRIORITY_BETWEEN } from './texts.ts'
import { custodyList, filesGiven, lookupIn, papersIn, tell, type Lookup } from './timeline.ts'

export type View = z.input<typeof CaseView>

/** The case page of one reader, from what was read in one go. */
export function caseView(page: CasePage, { staff, relatives }: { staff: Staff; relatives: readonly RelativeRow[] }, rules: Rules): View {
  const { state } = page
  const { calendar, at } = rules
  const look = lookupIn(page, calendar)
  // What is spread comes last: an object begun with a spread and gone on with is put together a hundred times more slowly.
  return {
    requester: requesterView(page),
    promise: state.promise && { dueAt: state.promise.dueAt, estimated: state.promise.estimated, text: look.text(state.promise.text), byName: look.person(state.promise.by), at: state.promise.at },
    course: courseView(page, look, rules),
    attachments: (page.attachments ?? []).map((row) => ({ id: row.id, name: row.name ?? '', size: row.size, mediaType: row.media_type, at: row.created_at, byName: row.person_id ? look.person(row.person_id) : null })),
    clocks: { requester: clock(state, 'requester', rules), unit: { from: unitClockFrom(state), ...clock(state, 'unit', rules) }, leftMinutes: leftMinutes(state, rules), minutesPerWorkingDay: minutesPerDay(calendar) },
    cooperation: cooperationView(state, look, { relatives, reader: actorOf(staff) }), care: careView(state, look, { respondedAt: respondedAt(page), ...rules }), legs: legViews(state, look, rules),
    obligations: (page.obligations ?? []).map((duty) => ({ takenUpBy: takerOf(state, duty.id, look), why: duty.state === 'open' ? whyView(state, duty, rules) : null, ...obligationView(duty, state.id, look, rules) })),
    timeline: timeline(page, look),
    acts: actViews(state, staff, rules),
    ledger: { entries: page.entries.length, intact: isIntact(page), sealedThrough: page.sealed_through },
    ...standing(state, { holder: holderIn(page) }),
    ...head(page, look),
    ...handing(page, look, rules),
    ...paperViews(state, look),
    ...spoken(page, look),
    ...dating({ unpromisedFrom: unpromisedFrom(state), unfollowedSince: firstContactReleased(state, rules.policy) ? null : unfollowedSince(state) }, calendar, at),
  }
}

/** What this reader may do now. */
function actViews(state: CaseState, staff: Staff, rules: Rules): View['acts'] {
  const supervises = hasRole(staff, 'supervisor')
  return availableActs(state, actorOf(staff), rules).map((available) => {
    const refusal = supervises ? refusalToSupervisor(available) : available.refusal
    return { act: available.act, allowed: refusal === null, refusal }
  })
}

function isIntact(page: CasePage): boolean {
  return firstBad(page) === null
}

export function firstBad(page: CasePage): number | null {
  const entries = page.entries.map((entry) => ({ institutionId: page.state.institutionId, ...entry }))
  return firstBadEntry(entries, digestOf)?.seq ?? null
}

function holderIn(page: CasePage): (holder: Holder) => HolderName {
  return ({ personId, unitId }) => {
    const person = page.people?.find((candidate) => candidate.id === personId)
    const unit = page.units?.find((candidate) => candidate.id === unitId)
    return { personId, personName: person?.name ?? '', unitId, unitName: unit?.name ?? '', phone: person?.phone ?? unit?.phone ?? null, room: person?.room ?? unit?.room ?? null }
  }
}

function head(page: CasePage, look: Lookup) {
  const { state } = page
  const subject = look.text(state.subject)
  return {
    channel: state.channel as View['channel'], category: state.category as View['category'], urgency: state.urgency as View['urgency'], confidential: state.confidential,
    subject: subject ?? '', content: look.text(state.content), place: look.text(state.place),
    occurredAt: state.occurredAt ?? null, afterwards: state.afterwards ?? false, involvedCount: state.involvedCount ?? null, involvedNames: look.text(state.involvedNames ?? null), priority: state.priority === undefined ? null : look.text(state.priority)?.split(PRIORITY_BETWEEN) ?? [], erased: subject === null, registeredAt: state.registeredAt, readBackAt: state.readBackAt,
    registerUnitName: look.unit(state.registerUnitId), deskName: page.desk_name, matter: state.matterId ? { id: state.matterId, name: page.matter_name ?? '', edition: state.matterEdition, cites: state.matterCites } : null, branch: state.branch,
  }
}

function requesterView({ requester, state }: CasePage): View['requester'] {
  if (!requester || requester.erased_at !== null) return null
  const { id, name, phone, organization, address, email, earlier, open } = requester
  if (state.colleague !== undefined) return { id, name, phone, organization, address, email, colleague: true, masked: false, earlierCases: earlier, openCases: open }
  return { id, colleague: false, name: maskName(name), phone: maskPhone(phone), organization, address: maskAddress(address), email: maskEmail(email), masked: true, earlierCases: earlier, openCases: open }
}

function handing({ state, units }: CasePage, look: Lookup, { calendar, at, policy }: Rules): Pick<View, 'referral' | 'ruling' | 'returns'> {
  const { referral, ruling } = state
  const toUnit = units?.find(({ id }) => id === referral?.toUnitId)
  const signFor = state.obligations.find((obligation) => obligation.kind === 'signFor')
  const rule = state.obligations.find((obligation) => obligation.kind === 'rule')
  return {
    referral: referral && {
      toUnitId: referral.toUnitId, toUnitName: look.unit(referral.toUnitId), toUnitPhone: toUnit?.phone ?? null, toUnitRoom: toUnit?.room ?? null, toPersonId: referral.toPersonId, toPersonName: referral.toPersonId ? look.person(referral.toPersonId) : null,
      at: referral.at, reason: look.text(referral.reason), ...dueBy(signFor, referral.returnBy, calendar), returnable: at <= referral.returnBy, basisNeeded: policy.returns.basis, suggestionNeeded: policy.returns.suggestion,
    },
    ruling: ruling && {
      askedAt: ruling.at, reason: look.text(ruling.reason), arbiters: ruling.arbiters.map((personId) => ({ personId, personName: look.person(personId) })), ...dueBy(rule, ruling.at, calendar),
      level: ruling.level, cause: ruling.cause,
    },
    returns: state.returns,
  }
}

function paperViews(state: CaseState, look: Lookup): Pick<View, 'notices' | 'custody'> {
  return {
    notices: state.notices.map((notice) => ({
      at: notice.at, byName: look.person(notice.by), breach: notice.breach, reason: look.text(notice.reason ?? null),
      papers: papersIn(look.text(notice.papers)).map((paper, index) => ({ name: paper.name, copies: paper.copies, form: paper.form, given: notice.given[index] ?? false, note: paper.note ?? null })),
    })),
    custody: state.custody.map((item) => ({
      id: item.id, papers: custodyList(look.text(item.papers)), takenAt: item.at, takenByName: look.person(item.by), receiptNumber: receiptNumber(item.id),
      holderName: look.person(item.holder), returnedAt: item.returnedAt, chain: item.chain.map(({ personId, at }) => ({ name: look.person(personId), at })),
      offeredTo: item.offer && { personId: item.offer.to.personId, name: look.person(item.offer.to.personId), at: item.offer.at },
    })),
  }
}

/** When staff first said or did something for the person after it was registered. */
function respondedAt({ entries }: CasePage): string | null {
  return entries.find(({ kind, actor }) => actor !== 'public' && actor !== 'system' && RESPONSES.has(kind))?.at ?? null
}
const RESPONSES = new Set(['case-decided', 'person-informed', 'person-contacted', 'promise-made', 'notice-issued', 'person-told', 'referral-made', 'ruling-asked'])

/** What was said and done towards the person, round by round, read off the facts. */
function spoken(page: CasePage, look: Lookup): Pick<View, 'resolution' | 'replies' | 'attempts' | 'ratings'> {
  const view: Pick<View, 'resolution' | 'replies' | 'attempts' | 'ratings'> = { resolution: null, replies: [], attempts: [], ratings: [] }
  let round = 1
  for (const { at, actor, kind, data } of page.entries) {
    const fact = { kind, ...data } as unknown as CaseFact
    const byName = look.person(actor)
    if (fact.kind === 'case-reopened') round = fact.round
    if (fact.kind === 'person-told' || fact.kind === 'told-with') view.replies.push({ at, byName, channel: fact.channel as View['replies'][number]['channel'], text: look.text(fact.text), round, files: fact.kind === 'person-told' ? filesGiven(fact, page).map(({ name }) => name) : [] })
    if (fact.kind === 'contact-failed') view.attempts.push({ at, byName, channel: fact.channel as View['replies'][number]['channel'], note: look.text(fact.note), round })
    if (fact.kind === 'case-rated') view.ratings.push({ at, round: fact.round, grade: fact.grade, reasons: fact.reasons, comment: look.text(fact.comment), solved: fact.solved })
  }
  const { resolution } = page.state
  if (resolution) {
    const words = look.text(resolution.direction)
    const direction = words === null ? null : JSON.parse(words) as { where: string | null; phone: string | null }
    view.resolution = {
      outcome: resolution.outcome, text: look.text(resolution.text), citation: look.text(resolution.citation), where: direction?.where ?? null, phone: direction?.phone ?? null,
      byName: look.person(resolution.by), at: resolution.at,
    }
  }
  return view
}

function clock(state: CaseState, which: 'requester' | 'unit', { calendar, at }: Rules) {
  const since = which === 'requester' ? state.registeredAt : state.signedAt
  const until = state.endedAt ?? at
  return { since, workingMinutes: runningMinutes(state, which, { from: since, to: until }, calendar), workingDays: twoClocks(calendar, { registeredAt: state.registeredAt, signedAt: state.signedAt, until, standstills: standstillsOf(state.course) })[which].workingDays }
}

/** Until what the case waits for is due; negative once it is late. */
function leftMinutes(state: CaseState, { calendar, at }: Rules): number | null {
  const due = dueOf(state)
  if (!due) return null
  return Math.round(due.dueAt > at ? workingMinutesBetween(calendar, at, due.dueAt) : -workingMinutesBetween(calendar, due.dueAt, at))
}

function legViews(state: CaseState, look: Lookup, { calendar, at }: Rules): View['legs'] {
  return state.legs.map((leg) => ({
    ...leg, personName: leg.personId ? look.person(leg.personId) : null, unitName: look.unit(leg.unitId),
    workingMinutes: Math.round(workingMinutesBetween(calendar, leg.from, leg.to ?? at)),
  }))
}

function takerOf(state: CaseState, dutyId: string, look: Pick<Lookup, 'person'>): View['obligations'][number]['takenUpBy'] {
  const personId = takenUp(state, dutyId)?.personId
  return personId == null ? null : { personId, personName: look.person(personId) }
}

function obligationView(duty: DutyRecord, caseId: string, look: Pick<Lookup, 'person' | 'unit'>, { calendar, at }: Rules): View['obligations'][number] {
  const timed = { openedAt: duty.opened_at, dueAt: duty.due_at, warnAt: duty.warn_at, lateAt: duty.late_at, pausedAt: duty.paused_at }
  return {
    id: duty.id, caseId, kind: duty.kind as View['obligations'][number]['kind'], state: duty.state as View['obligations'][number]['state'],
    owner: { personId: duty.person_id, personName: duty.person_id ? look.person(duty.person_id) : null, unitId: duty.unit_id, unitName: look.unit(duty.unit_id) },
    openedAt: duty.opened_at, warnAt: duty.warn_at, dueAt: duty.due_at, estimated: duty.estimated, lateAt: duty.late_at, closedAt: duty.closed_at, rung: duty.rung,
    escalatedTo: (duty.told ?? []).filter(({ rung }) => rung > 0).map((told) => ({ personId: told.person_id, personName: look.person(told.person_id), rung: told.rung })),
    lateBy: duty.state === 'open' ? lateBy(duty.due_at, calendar, at) : null,
    workingDaysLeft: duty.due_at > at ? workingDaysBetween(calendar, at, duty.due_at) : 0,
    light: duty.state === 'open' ? lightOf(timed, calendar, at) : duty.late_at ? 'red' : 'green',
  }
}

function timeline(page: CasePage, look: Lookup): View['timeline'] {
  let outcome: string | null = null
  return page.entries.map(({ seq, at, actor, kind, data }) => {
    const as = actor === 'public' || actor === 'system' ? actor : 'staff'
    const fact = { kind, ...data } as unknown as CaseFact
    if (fact.kind === 'case-resolved') ({ outcome } = fact.resolution)
    const told = tell(fact, look, actor)
    const params = fact.kind === 'case-closed' ? { ...told.params, outcome } : told.params
    return { seq, at, kind, actor: { personId: as === 'staff' ? actor : null, name: as === 'staff' ? look.person(actor) : null, unitName: null, as, inPlaceOf: fact.inPlaceOf === undefined ? null : look.person(fact.inPlaceOf) }, ...told, params, remark: look.text(fact.remark ?? null) }
  })
}
