import type { Instant } from '../calendar/instant.ts'
import type { Obligation } from '../obligations/obligation.ts'
import type { CooperationAct } from './cooperation-fact.ts'
import { courseEnded } from './evolve-course.ts'
import type { Duties } from './fact.ts'
import { withParticipants, withUnits } from './involve.ts'
import { endLeg, nextLeg, settledCooperation, takenOver } from './relay.ts'
import type { CaseState } from './state.ts'

const OUTLIVES_MERGING: readonly Obligation['kind'][] = ['decide', 'resolve', 'reply', 'contact', 'fillIn']

interface Doing { at: Instant; actor: string }

/** What colleagues do with each other, played into the state. */
export function applyCooperation(state: CaseState, fact: CooperationAct & Duties, doing: Doing): CaseState {
  switch (fact.kind) {
    case 'relay-promised': return withUnits(withParticipants({ ...state, relay: { by: fact.by, to: fact.to, at: doing.at, text: fact.text } }, [fact.to.personId]), [fact.to.unitId])
    case 'relay-acknowledged': return { ...state, relay: null }
    case 'custody-offered': case 'custody-confirmed': return applyCustody(state, fact, doing.at)
    case 'advice-asked': return withParticipants({ ...state, consultations: [...state.consultations, fact.consultation] }, fact.consultation.of)
    case 'advice-passed-up': {
      const consultations = state.consultations.map((one) => (one.id === fact.consultationId ? { ...one, of: fact.of, leaders: fact.of, level: fact.level, post: fact.post } : one))
      return withParticipants({ ...state, consultations }, fact.of)
    }
    case 'advice-given': return { ...state, consultations: state.consultations.filter(({ id }) => id !== fact.consultationId) }
    case 'transfer-asked': return withParticipants({ ...state, transfer: fact.transfer }, fact.transfer.approvers)
    case 'transfer-refused': return { ...state, transfer: null }
    case 'ruling-passed-on': {
      const ruling = state.ruling && { ...state.ruling, level: fact.level, arbiters: fact.up ? fact.arbiters : [...new Set([...state.ruling.arbiters, ...fact.arbiters])] }
      return withUnits(withParticipants({ ...state, ruling }, fact.arbiters), [fact.unitId])
    }
    case 'inquiry-made': return { ...state, inquiries: [...state.inquiries, fact.inquiry] }
    case 'inquiry-answered': return { ...state, inquiries: state.inquiries.filter(({ id }) => id !== fact.inquiryId) }
    case 'unsolved-forwarded': return withUnits(withParticipants({ ...state, forward: { to: fact.to, by: doing.actor, at: doing.at } }, [fact.to.personId]), [fact.to.unitId])
    case 'forward-answered': return { ...state, forward: null }
    case 'case-merged': case 'case-joined': case 'case-unmerged': case 'case-parted': case 'child-added': case 'parent-set': case 'told-with': return applyFamily(state, fact, doing.at)
    case 'emergency-raised': case 'staff-assigned': case 'assignment-confirmed': case 'record-completed': return applyEmergency(state, fact, doing)
    case 'colleague-called': return withParticipants(state, [fact.personId])
    case 'person-contacted': case 'number-given': return state
  }
}

type Part<Kind extends CooperationAct['kind']> = Extract<CooperationAct, { kind: Kind }> & Duties

function applyCustody(state: CaseState, fact: Part<'custody-offered' | 'custody-confirmed'>, at: Instant): CaseState {
  const custody = state.custody.map((item) => {
    if (item.id !== fact.custodyId) return item
    return fact.kind === 'custody-offered' ? { ...item, offer: { to: fact.to, at } } : takenOver(item, fact.to.personId, at)
  })
  return withUnits(withParticipants({ ...state, custody }, [fact.to.personId]), [fact.to.unitId])
}

function applyFamily(
  state: CaseState, fact: Part<'case-merged' | 'case-joined' | 'case-unmerged' | 'case-parted' | 'child-added' | 'parent-set' | 'told-with'>, at: Instant,
): CaseState {
  switch (fact.kind) {
    case 'case-merged': {
      const status = state.status as NonNullable<CaseState['merged']>['status']
      const outcome = state.resolution?.outcome ?? null
      const obligations = state.obligations.filter(({ kind }) => OUTLIVES_MERGING.includes(kind))
      const merged = { into: fact.into, at, status, outcome, obligations }
      return { ...endLeg(settledCooperation(state), at), status: 'merged', outcome: 'merged', endedAt: at, merged, referral: null, ruling: null, course: courseEnded(state.course, at) }
    }
    case 'case-unmerged': {
      if (!state.merged) return state
      const { status, outcome } = state.merged
      const last = state.legs.at(-1)
      const open = { ...state, status, outcome, endedAt: null, merged: null, toldAt: null, unmerges: state.unmerges + 1, course: { ...state.course, archivedAt: null } }
      if (!last) return open
      // A signature or a ruling that was awaited is not awaited any more: the handler has it again.
      const reply = last.kind === 'reply' ? fact.opens?.find(({ kind }) => kind === 'reply') ?? last : null
      return nextLeg(open, { ...(reply ? { kind: 'reply' as const, personId: reply.personId, unitId: reply.unitId } : { kind: 'hold' as const, ...state.handler }), from: at, to: null })
    }
    case 'case-joined': return { ...state, joined: [...state.joined, fact.other] }
    case 'case-parted': return { ...state, joined: state.joined.filter(({ id }) => id !== fact.other.id) }
    case 'child-added': return { ...state, children: [...state.children, fact.child] }
    case 'parent-set': return { ...state, parent: fact.parent }
    case 'told-with': return state.status === 'merged' ? { ...state, toldAt: at } : { ...endLeg(state, at), status: 'answered', toldAt: at }
  }
}

function applyEmergency(
  state: CaseState, fact: Part<'emergency-raised' | 'staff-assigned' | 'assignment-confirmed' | 'record-completed'>, { at, actor }: Doing,
): CaseState {
  const { emergency } = state
  if (fact.kind === 'emergency-raised') return withParticipants({ ...state, emergency: { at, filledAt: null, assigned: fact.notified.map((personId) => ({ personId, at, confirmedAt: null })) } }, fact.notified)
  if (fact.kind === 'record-completed') {
    const { subject, content, category, place, requesterId } = fact
    return {
      ...state, subject: subject ?? state.subject, content: content ?? state.content, category: category ?? state.category, place: place ?? state.place,
      requesterId: requesterId ?? state.requesterId, emergency: emergency && { ...emergency, filledAt: at },
    }
  }
  if (!emergency) return state
  if (fact.kind === 'staff-assigned') {
    const assigned = [...emergency.assigned, ...fact.people.map(({ personId }) => ({ personId, at, confirmedAt: null }))]
    return withParticipants({ ...state, emergency: { ...emergency, assigned } }, fact.people.map(({ personId }) => personId))
  }
  const assigned = emergency.assigned.map((one) => (one.personId === actor && one.confirmedAt === null ? { ...one, confirmedAt: at } : one))
  return { ...state, emergency: { ...emergency, assigned } }
}
