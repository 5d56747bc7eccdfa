import { given } from '../given.ts'
import type { Instant } from '../calendar/instant.ts'
import { takeStep, type Obligation } from '../obligations/obligation.ts'
import { NEW_COURSE } from './course.ts'
import { applyCourse, courseAgain, courseClimbed, courseEnded, courseGoesOn, courseHandedIn, courseInherited } from './evolve-course.ts'
import type { CaseFact, Registered } from './fact.ts'
import { NO_COOPERATION } from './cooperation.ts'
import { isCare } from './care-fact.ts'
import { isCooperation } from './cooperation-fact.ts'
import { applyCare, careAgain, careConfirmed, careInherited, careVisited } from './evolve-care.ts'
import { applyCooperation } from './evolve-cooperation.ts'
import { underTerms } from './matter-terms.ts'
import { withParticipants, withUnits } from './involve.ts'
import { endLeg, nextLeg, settledCooperation, takenOver } from './relay.ts'
import type { CaseState, Holder, Leg, TextRef } from './state.ts'

/** Who did it and when: the part of a ledger entry that the fact itself does not carry. */
export interface Happening {
  caseId: string
  institutionId: string
  at: Instant
  /** A person's id, `public` or `system`. */
  actor: string
}

/** The state after one more fact. Replaying a stream through it gives the stored state exactly. */
export function evolve(before: CaseState | null, fact: CaseFact, happening: Happening): CaseState {
  if (before === null) {
    if (fact.kind !== 'case-registered') throw new RangeError(`a case cannot begin with ${fact.kind}`)
    return applyDuties(begin(fact, happening), fact)
  }
  const after = applyDuties(applyAct(before, fact, happening), fact)
  const dated = { ...after, changedAt: happening.at, ...(fact.followed ? { followedAt: happening.at } : {}) }
  return LOOKED_AFTER.includes(fact.kind) ? dated : withParticipants(dated, staffAmong(happening.actor))
}

/** Whoever only looks something up, or keeps the records in order, does not become part of the case by that. */
const LOOKED_AFTER: readonly CaseFact['kind'][] = ['requester-revealed', 'requester-erased', 'succession']

function staffAmong(actor: string): string[] {
  return actor === 'public' || actor === 'system' ? [] : [actor]
}

function begin(fact: Registered, { caseId, institutionId, at, actor }: Happening): CaseState {
  const { number, channel, category, urgency, confidential, origin, requesterId, matterId, matterDays, matterEdition, matterCites } = fact
  const { subject, content, place, firstContact, asked, policy, registerUnitId, deskId, rings, readBackAt, occurredAt, afterwards, involvedCount, involvedNames, priority, colleague, matterLimit, spotUntil } = fact
  const pair = fact.pair ?? []
  const people = [...new Set([firstContact.personId, asked, ...pair.map(({ personId }) => personId), ...staffAmong(actor)])]
  return {
    id: caseId, institutionId, number, status: 'registered', round: 1, channel, category, urgency, confidential, origin,
    requesterId, matterId, matterDays, matterEdition, matterCites, subject, content, place, registeredAt: at, changedAt: at, registerUnitId, readBackAt, branch: null,
    ...given({ deskId, rings, occurredAt, afterwards, involvedCount, involvedNames, priority, colleague, matterLimit, spotUntil }),
    firstContact, asked, handler: firstContact, signedAt: at, limitFrom: at, policy, referral: null, returns: 0, ruling: null, bound: false,
    promise: null, notices: [], custody: [], resolution: null, toldAt: null, attempts: 0, outcome: null, endedAt: null,
    reopenings: 0, ratedRound: 0, grade: null, information: 0, attachments: 0,
    legs: [{ kind: 'hold', ...firstContact, from: at, to: null }], obligations: [],
    course: NEW_COURSE, ...NO_COOPERATION, participants: people, units: [...new Set([registerUnitId, firstContact.unitId, ...pair.map(({ unitId }) => unitId)])],
    ...(pair.length > 0 ? { pair } : {}), ...(fact.sheet === undefined ? {} : { sheet: { name: fact.sheet, filled: [], done: [], visited: false } }),
  }
}

function applyDuties(state: CaseState, fact: CaseFact): CaseState {
  if (!fact.opens && !fact.changes && !fact.closes) return state
  const closed = new Set(fact.closes?.map((closing) => closing.id))
  const changed = new Map(fact.changes?.map((obligation) => [obligation.id, obligation]))
  const kept = state.obligations.filter(({ id }) => !closed.has(id)).map((obligation) => changed.get(obligation.id) ?? obligation)
  const owing = (fact.opens ?? []).flatMap(({ personId }) => personId ?? [])
  return withParticipants({ ...state, obligations: [...kept, ...(fact.opens ?? [])] }, owing)
}

function applyAct(state: CaseState, fact: CaseFact, { at, actor }: Happening): CaseState {
  if (isCare(fact)) return applyCare(state, fact, { at, actor })
  if (isCooperation(fact)) {
    const after = applyCooperation(state, fact, { at, actor })
    return fact.kind === 'assignment-confirmed' ? careConfirmed(after, { at, actor }) : after
  }
  switch (fact.kind) {
    case 'case-registered': throw new RangeError('a case is registered once')
    case 'case-decided': return { ...state, branch: fact.branch, status: 'handling' }
    case 'referral-made': case 'referral-accepted': case 'referral-returned': case 'referral-withdrawn': return applyReferral(state, fact, at)
    case 'ruling-asked': return withParticipants({ ...state, ruling: fact.ruling }, fact.ruling.arbiters)
    case 'ruling-given': return handOver({ ...state, ruling: null, transfer: null, bound: state.bound || fact.binding, returns: 0 }, fact, at)
    case 'promise-made': return { ...state, promise: { dueAt: fact.dueAt, estimated: fact.estimated, text: fact.text, by: fact.by, at } }
    case 'notice-issued': case 'papers-taken': case 'papers-complete': case 'papers-returned': return applyPapers(state, fact, at)
    case 'case-resolved': case 'result-returned': case 'person-told': case 'contact-failed': case 'case-closed': case 'case-reopened': case 'case-withdrawn':
      return applyEnding(state, fact, at)
    case 'field-corrected': return applyCorrection(state, fact)
    case 'information-added': return { ...state, information: state.information + 1 }
    case 'case-rated': return { ...state, ratedRound: fact.round, grade: fact.grade }
    case 'attachment-added': return { ...state, attachments: state.attachments + 1 }
    case 'succession': return assignedInherited(applySuccession(state, fact.from, fact.to, at), fact)
    case 'obligation-warned': case 'obligation-late': case 'obligation-climbed': return applyStep(state, fact)
    case 'appointment-ended': return applyCourse(fact.kept ? careVisited(state) : state, fact, at)
    case 'note-added': case 'requester-revealed': case 'requester-erased': return state
    default: return applyCourse(state, fact, at)
  }
}

type Part<Kind extends CaseFact['kind']> = Extract<CaseFact, { kind: Kind }>

function applyReferral(state: CaseState, fact: Part<'referral-made' | 'referral-accepted' | 'referral-returned' | 'referral-withdrawn'>, at: Instant): CaseState {
  if (fact.kind === 'referral-made') {
    const { toUnitId, toPersonId } = fact.referral
    const waiting = nextLeg({ ...state, transfer: null }, { kind: 'wait', personId: toPersonId, unitId: toUnitId, from: at, to: null })
    const named = [toPersonId, fact.insteadOf].filter((person) => person !== null)
    return withUnits(withParticipants({ ...waiting, referral: fact.referral }, named), [toUnitId])
  }
  if (fact.kind === 'referral-accepted') {
    const passes = state.passes + (fact.holder.unitId === state.handler.unitId ? 0 : 1)
    const relay = state.relay && fact.closes?.some(({ id }) => state.obligations.some((one) => one.id === id && one.kind === 'relay')) ? null : state.relay
    return handOver({ ...state, referral: null, passes, relay }, fact, at)
  }
  const back = nextLeg({ ...state, referral: null }, { kind: 'hold', ...state.handler, from: at, to: null })
  return fact.kind === 'referral-returned' ? { ...back, returns: fact.count } : back
}

/** The work changes hands, and papers in the giver's custody go with it, but for those still to be confirmed. A new unit's clock starts; the person's goes on. */
function handOver(state: CaseState, { holder: to, offered }: { holder: Holder; offered: string[] }, at: Instant): CaseState {
  const staying = new Set(offered)
  for (const item of state.custody) if (item.offer) staying.add(item.id)
  const given = passOn(state, { giver: state.handler.personId, taker: to.personId, at, except: staying })
  const custody = given.map((item) => (offered.includes(item.id) ? { ...item, offer: { to, at } } : item))
  const moved = nextLeg(state, { kind: 'hold', ...to, from: at, to: null })
  const signedAt = to.unitId === state.handler.unitId ? state.signedAt : at
  return withUnits(withParticipants({ ...moved, handler: to, signedAt, custody }, [to.personId]), [to.unitId])
}

function passOn(state: CaseState, { giver, taker, at, except = new Set() }: { giver: string; taker: string; at: Instant; except?: ReadonlySet<string> }): CaseState['custody'] {
  return state.custody.map((item) => (item.returnedAt === null && item.holder === giver && !except.has(item.id) ? takenOver(item, taker, at) : item))
}

function applyPapers(state: CaseState, fact: Part<'notice-issued' | 'papers-taken' | 'papers-complete' | 'papers-returned'>, at: Instant): CaseState {
  if (fact.kind === 'notice-issued') return { ...state, notices: [...state.notices, fact.notice] }
  // Only where the limit waited for the papers does it run anew; elsewhere limit and promise stand as they were.
  if (fact.kind === 'papers-complete') {
    const course = { ...state.course, pausedMinutes: 0, extendedTo: null, ...(fact.limit ? { limitLeft: fact.limit } : {}) }
    return fact.changes || fact.limit ? { ...state, promise: null, signedAt: at, limitFrom: at, course } : state
  }
  if (fact.kind === 'papers-returned') {
    return { ...state, custody: state.custody.map((item) => (item.id === fact.custodyId ? { ...item, returnedAt: at, offer: null } : item)) }
  }
  const notices = state.notices.map((notice, index) => (index === state.notices.length - 1
    ? { ...notice, given: notice.given.map((given, paper) => given || fact.given.includes(paper)) } : notice))
  return { ...state, notices, custody: [...state.custody, fact.custody] }
}

function applyEnding(
  state: CaseState,
  fact: Part<'case-resolved' | 'result-returned' | 'person-told' | 'contact-failed' | 'case-closed' | 'case-reopened' | 'case-withdrawn'>,
  at: Instant,
): CaseState {
  switch (fact.kind) {
    case 'case-resolved': {
      const replier = fact.opens?.find((obligation) => obligation.kind === 'reply')
      const leg: Leg = { kind: 'reply', personId: replier?.personId ?? fact.resolution.by, unitId: replier?.unitId ?? state.handler.unitId, from: at, to: null }
      return { ...nextLeg({ ...state, relay: null, transfer: null }, leg), status: 'resolved', resolution: fact.resolution, outcome: fact.resolution.outcome, course: courseHandedIn(state.course, at, fact) }
    }
    case 'result-returned': {
      const { promise, course } = state
      const putOff = promise !== null && course.limitLeft !== undefined && course.limitLeft.dueAt > promise.dueAt
      const inHand: CaseState = { ...state, status: 'handling', resolution: null, outcome: null, attempts: 0, promise: putOff ? null : promise, course: courseGoesOn(course, fact.given ?? null) }
      return nextLeg(inHand, { kind: 'hold', ...state.handler, from: at, to: null })
    }
    case 'person-told': return { ...endLeg(state, at), status: 'answered', toldAt: at }
    case 'contact-failed': return { ...state, attempts: fact.count }
    case 'case-closed': {
      const check = fact.opens?.find(({ kind }) => kind === 'checkEffect')
      const ended: CaseState = { ...endLeg(settledCooperation(state), at), status: 'closed', endedAt: at, course: courseEnded(state.course, at) }
      return check ? { ...ended, effect: { dueAt: check.dueAt, result: null, text: null, by: null, at: null } } : ended
    }
    case 'case-withdrawn':
      return { ...endLeg(settledCooperation(state), at), status: 'withdrawn', outcome: 'withdrawn', endedAt: at, referral: null, ruling: null, course: courseEnded(state.course, at) }
    case 'case-reopened': return applyReopening(state, fact, at)
  }
}

function applyReopening(state: CaseState, fact: Part<'case-reopened'>, at: Instant): CaseState {
  const anew = (fact.date ?? 'anew') === 'anew'
  const due = fact.opens?.find(({ kind }) => kind === 'resolve')?.dueAt ?? null
  const again: CaseState = {
    ...careAgain(state), status: 'handling', round: fact.round, reopenings: state.reopenings + 1, resolution: null, outcome: null, toldAt: null,
    attempts: 0, endedAt: null, promise: !anew && state.promise?.dueAt === due ? state.promise : null, grade: null,
    ...(anew ? { signedAt: at, limitFrom: at } : {}), returns: 0, bound: false, passes: 0,
    // Where the date holds, so does what it was counted from: whoever takes over is bound by it.
    course: { ...courseAgain(state.course), ...(anew ? {} : { extendedTo: due, pausedMinutes: state.course.pausedMinutes }) },
  }
  return nextLeg(again, { kind: 'hold', ...state.handler, from: at, to: null })
}

/** Whose name or contacts are put right is no longer whom the directory named: masked from then on, as anybody. */
function ofSomebodyElse(state: CaseState, { field }: Part<'field-corrected'>): CaseState {
  if (state.colleague === undefined || !field.startsWith('requester')) return state
  const { colleague: _before, ...rest } = state
  return rest
}

function applyCorrection(before: CaseState, fact: Part<'field-corrected'>): CaseState {
  const asked = ofSomebodyElse(fact.requesterId === undefined ? before : { ...before, requesterId: fact.requesterId }, fact)
  const state = fact.limit === undefined ? asked : { ...asked, course: { ...asked.course, limitLeft: fact.limit } }
  switch (fact.field) {
    case 'subject': return { ...state, subject: fact.after as TextRef }
    case 'content': return { ...state, content: fact.after as TextRef }
    case 'place': return { ...state, place: fact.after as TextRef }
    case 'occurredAt': {
      const { afterwards: _before, ...rest } = state
      return { ...rest, occurredAt: fact.after as Instant, ...(fact.afterwards ? { afterwards: true } : {}) }
    }
    case 'priority': {
      const { priority: _before, ...rest } = state
      return typeof fact.after === 'string' ? rest : { ...rest, priority: fact.after }
    }
    case 'involvedCount': return { ...state, involvedCount: Number(fact.after) }
    case 'involvedNames': return { ...state, involvedNames: fact.after as TextRef }
    case 'matter': return fact.matter ? { ...underTerms(state, fact.matter), matterId: fact.after as string } : state
    case 'category': return { ...state, category: fact.after as string, confidential: state.confidential || fact.confidential === true }
    case 'channel': return { ...state, channel: fact.after as string }
    case 'urgency': return { ...state, urgency: fact.after as string }
    default: return state
  }
}

/** Who was assigned and had not confirmed is the successor now, where they are to confirm in their own name. */
function assignedInherited(state: CaseState, { from, to, opens = [] }: Part<'succession'>): CaseState {
  if (!state.emergency || !opens.some(({ kind, about }) => kind === 'confirm' && about === to.personId)) return state
  const assigned = state.emergency.assigned.map((one) => (one.personId === from.personId && one.confirmedAt === null ? { ...one, personId: to.personId } : one))
  return { ...state, emergency: { ...state.emergency, assigned } }
}

/** The successor stands wherever the leaver stood. The clocks go on: it is the same work, and mostly the same unit. */
function applySuccession(state: CaseState, from: Holder, to: Holder, at: Instant): CaseState {
  const left = (personId: string | null): boolean => personId === from.personId
  const next = (holder: Holder): Holder => (left(holder.personId) ? to : holder)
  const instead = (people: string[]): string[] => [...new Set(people.map((person) => (left(person) ? to.personId : person)))]
  const nextOffer = (offer: CaseState['custody'][number]['offer']) => offer && { ...offer, to: next(offer.to) }
  const { referral, ruling, relay, transfer, forward } = state
  const held: CaseState = {
    ...state, firstContact: next(state.firstContact), handler: next(state.handler),
    custody: passOn(state, { giver: from.personId, taker: to.personId, at }).map((item, nth) => ({ ...item, offer: nextOffer(state.custody[nth]?.offer ?? null) })),
    course: courseInherited(state.course, from.personId, to),
    referral: referral && {
      ...referral, from: next(referral.from), ...(left(referral.toPersonId) ? { toPersonId: to.personId, toUnitId: to.unitId } : {}),
    },
    ruling: ruling && { ...ruling, askedBy: next(ruling.askedBy), arbiters: instead(ruling.arbiters) },
    relay: relay && { ...relay, by: next(relay.by), to: next(relay.to) },
    consultations: state.consultations.map((one) => ({ ...one, of: instead(one.of) })),
    transfer: transfer && { ...transfer, approvers: instead(transfer.approvers) },
    forward: forward && { ...forward, to: next(forward.to) }, ...careInherited(state, from.personId, to), ...(state.pair ? { pair: state.pair.map(next) } : {}),
    merged: state.merged && { ...state.merged, obligations: state.merged.obligations.map((owed) => (left(owed.personId) ? { ...owed, ...to } : owed)) },
  }
  const leg = state.legs.at(-1)
  const carried = leg && leg.to === null && left(leg.personId) ? nextLeg(held, { kind: leg.kind, ...to, from: at, to: null }) : held
  return withUnits(withParticipants(carried, [to.personId]), [to.unitId])
}

function applyStep(state: CaseState, fact: Part<'obligation-warned' | 'obligation-late' | 'obligation-climbed'>): CaseState {
  const stepped = (obligation: Obligation): Obligation => {
    const step = obligation.steps[obligation.taken]
    if (obligation.id !== fact.obligationId || !step) return obligation
    const taken = takeStep(obligation, step)
    return fact.kind === 'obligation-climbed' && fact.free && fact.people.length > 0 ? { ...taken, told: [...taken.told ?? [], { rung: fact.rung, people: fact.people }] } : taken
  }
  const next = { ...state, obligations: state.obligations.map(stepped) }
  if (fact.kind !== 'obligation-climbed') return next
  const ruling = next.ruling && fact.duty === 'rule'
    ? { ...next.ruling, arbiters: [...new Set([...next.ruling.arbiters, ...fact.people])] } : next.ruling
  const about = state.obligations.find(({ id }) => id === fact.obligationId)?.about
  const course = courseClimbed(next.course, { duty: fact.duty, about, people: fact.people })
  return withParticipants({ ...next, ruling, course }, fact.people)
}
