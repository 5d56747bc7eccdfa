import { laterBy } from '../calendar/instant.ts'
import { firstContactReleased, replier } from '../cases/duties.ts'
import type { CaseFact, FactOf } from '../cases/fact.ts'
import { openObligation, type CaseState } from '../cases/state.ts'
import type { ObligationKind, Policy } from '../policy/policy.ts'
import { TOLD, type NoticeKind, type NoticeParty } from './kinds.ts'

/** A fact as it was recorded: the case before it, after it, and who did it (a person's id, `public` or `system`). */
export interface Happened<Fact extends CaseFact = CaseFact> {
  before: CaseState | null
  fact: Fact
  state: CaseState
  actor: string
}

/** Whom a fact tells: people by name, members of units that may act on it, the person who asked. Never whoever did it. */
export interface Telling {
  kind: NoticeKind
  people: string[]
  unitIds: string[]
  requester: boolean
  /** The liaison of this unit, seen from the unit it comes from. */
  liaisonOf?: { unitId: string; fromUnitId: string }
  /** Codes and times that the notice's sentence needs. */
  detail: { duty?: string; rung?: number; dueAt?: string; dueEstimated?: boolean }
}

type Rule<Kind extends CaseFact['kind']> = ((happened: Happened<FactOf<Kind>>) => NoticeKind | null) | NoticeKind | 'nobody'

/**
 * What kind of notice a fact is. A new fact needs a line here; `nobody` where none is to be told. Looking something up,
 * single papers, notes and corrections are no change of status or of hands.
 */
const RULES: { [Kind in CaseFact['kind']]: Rule<Kind> } = {
  'case-registered': ({ fact }) => (fact.origin === 'paper' ? null : 'registered'),
  'case-decided': 'nobody',
  'referral-made': 'referred',
  'referral-accepted': 'accepted',
  'referral-returned': 'returned',
  'referral-withdrawn': 'referralWithdrawn',
  'ruling-asked': 'rulingAsked',
  'ruling-given': 'ruled',
  'promise-made': 'promised',
  'notice-issued': 'nobody',
  'papers-taken': 'nobody',
  'papers-complete': 'papersComplete',
  'papers-returned': 'nobody',
  'note-added': 'nobody',
  'case-resolved': 'resolved',
  'result-returned': 'resultReturned',
  'person-told': 'answered',
  'contact-failed': 'nobody',
  'case-closed': 'closed',
  'case-reopened': 'reopened',
  'case-withdrawn': 'caseWithdrawn',
  'field-corrected': 'nobody',
  'information-added': 'informationAdded',
  'case-rated': 'rated',
  'attachment-added': ({ before, state, actor }) => (actor === 'public' && !isOneOfSeveral(before, state) ? 'informationAdded' : null),
  'requester-revealed': 'nobody',
  'requester-erased': 'nobody',
  'succession': 'succeeded',
  'approval-asked': 'asked', 'approval-raised': 'asked', 'approval-refused': 'decided', 'extension-granted': 'extended', 'pause-begun': 'paused', 'pause-ended': 'nobody', 'refusal-agreed': 'decided',
  'assist-asked': 'asked', 'assist-given': 'decided', 'assist-waived': 'nobody', 'case-urged': 'urged', 'instruction-given': 'asked', 'instruction-reported': 'decided',
  'supervision-opened': 'asked', 'supervision-reported': 'decided', 'supervision-signed-off': 'decided', 'appointment-made': 'asked', 'appointment-moved': 'asked', 'appointment-ended': 'nobody',
  'help-asked': 'asked', 'help-answered': 'decided', 'person-informed': 'nobody', 'receipt-confirmed': 'nobody', 'case-archived': 'nobody',
  'colleague-called': 'nobody', 'relay-promised': 'asked', 'relay-acknowledged': 'decided', 'person-contacted': 'nobody', 'custody-offered': 'asked', 'custody-confirmed': 'decided',
  'advice-asked': 'asked', 'advice-passed-up': 'asked', 'advice-given': 'decided', 'transfer-asked': 'asked', 'transfer-refused': 'decided', 'ruling-passed-on': 'rulingAsked', 'inquiry-made': 'nobody', 'inquiry-answered': 'nobody',
  'unsolved-forwarded': 'asked', 'forward-answered': 'decided', 'number-given': 'nobody', 'case-merged': 'nobody', 'case-joined': 'nobody', 'case-unmerged': 'nobody', 'case-parted': 'nobody',
  'child-added': 'nobody', 'parent-set': 'nobody', 'told-with': 'answered', 'emergency-raised': 'asked', 'staff-assigned': 'asked', 'assignment-confirmed': 'nobody', 'record-completed': 'nobody',
  'sheet-filled': 'nobody', 'step-completed': 'nobody', 'case-flagged': 'asked', 'flag-removed': 'nobody', 'leader-asked': 'asked', 'solution-given': 'decided', 'effect-planned': 'asked', 'effect-checked': 'nobody', 'duty-taken-up': 'dutyTakenUp',
  'obligation-warned': 'dutyWarned',
  'obligation-late': 'dutyLate',
  'obligation-climbed': 'dutyClimbed',
}

/** Files come one by one, with the question or with words just added: whoever has just been told need not hear of each. */
function isOneOfSeveral(before: CaseState | null, { changedAt }: CaseState): boolean {
  if (before === null || changedAt > laterBy(before.changedAt, TOGETHER_MINUTES)) return false
  return before.changedAt === before.registeredAt || before.information + before.attachments > 0
}
const TOGETHER_MINUTES = 2

function noticeKindOf(happened: Happened): NoticeKind | null {
  const rule = RULES[happened.fact.kind] as Rule<CaseFact['kind']>
  if (rule === 'nobody') return null
  return typeof rule === 'function' ? rule(happened) : rule
}

/** Null when the fact tells nobody. */
export function tell(happened: Happened, policy: Pick<Policy, 'notices' | 'replyBy' | 'firstContactUntil'>): Telling | null {
  const kind = noticeKindOf(happened)
  if (kind === null) return null
  const parties = policy.notices?.[kind] ?? TOLD[kind]
  const found = parties.map((party) => partyOf(party, happened, policy))
  const people = [...new Set(found.flatMap((one) => one.people))].filter((person) => person !== happened.actor)
  const unitIds = [...new Set(found.flatMap((one) => one.unitIds))]
  const requester = parties.includes('requester') && happened.state.requesterId !== null
  return people.length === 0 && unitIds.length === 0 && !requester ? null : { kind, people, unitIds, requester, detail: detailOf(happened) }
}

/** All that a fact tells: what its rule says, and of a referral between departments the liaison too, unless it is confidential. */
export function tellings(happened: Happened, policy: Pick<Policy, 'notices' | 'replyBy' | 'firstContactUntil'>): Telling[] {
  return [tell(happened, policy), toLiaison(happened, policy)].filter((telling) => telling !== null)
}

function toLiaison({ fact, state }: Happened, { notices }: Pick<Policy, 'notices'>): Telling | null {
  if (fact.kind !== 'referral-made' || state.confidential || !(notices?.liaisonTold ?? TOLD.liaisonTold).includes('liaison')) return null
  const { toUnitId: unitId, from: { unitId: fromUnitId } } = fact.referral
  return unitId === fromUnitId ? null : { kind: 'liaisonTold', people: [], unitIds: [], liaisonOf: { unitId, fromUnitId }, requester: false, detail: {} }
}

interface Found { people: string[]; unitIds: string[] }
const NOBODY: Found = { people: [], unitIds: [] }

function firstContactOf({ before, state }: Happened, policy: Pick<Policy, 'firstContactUntil'>): Found {
  return before && firstContactReleased(before, policy) ? NOBODY : only(state.firstContact.personId)
}

function toldBy(fact: CaseFact): string[] {
  if (fact.kind === 'duty-taken-up') return fact.told
  return fact.kind === 'obligation-climbed' ? fact.people : []
}

function partyOf(party: NoticeParty, happened: Happened, policy: Pick<Policy, 'replyBy' | 'firstContactUntil'>): Found {
  const { before, fact, state } = happened
  switch (party) {
    case 'firstContact': return firstContactOf(happened, policy)
    case 'handler': return only(state.handler.personId)
    case 'giver': return only((before ?? state).handler.personId)
    case 'receiver': return receiverOf(state.referral ?? before?.referral ?? null)
    case 'arbiter': return only(fact.opens?.find(({ kind }) => kind === 'rule')?.personId ?? state.ruling?.arbiters[0])
    // Those asked before have been told already.
    case 'arbiters': return { people: fact.kind === 'ruling-passed-on' ? fact.arbiters : state.ruling?.arbiters ?? [], unitIds: [] }
    case 'replier': return only(openObligation(state, 'reply')?.personId ?? replier(state, { policy }).personId)
    case 'successor': return fact.kind === 'succession' ? only(fact.to.personId) : NOBODY
    case 'owner': return ownerOf(happened)
    case 'told': return { people: toldBy(fact), unitIds: [] }
    case 'owing': return owingOf(fact)
    case 'asker': return only(askerOf(happened))
    case 'requester': case 'liaison': return NOBODY
  }
}

function owingOf(fact: CaseFact): Found {
  if (fact.kind === 'relay-promised') return only(fact.to.personId)
  if (fact.kind === 'leader-asked') return only(fact.leader.personId)
  if (fact.kind === 'case-flagged') return { people: fact.told, unitIds: [] }
  return { people: (fact.opens ?? []).flatMap(({ kind, personId }) => (TOLD_TO_OWNER[kind] && personId !== null ? [personId] : [])), unitIds: [] }
}

/** Duties that somebody else's request lays on a person; those that carry the case on have notices of their own. */
const TOLD_TO_OWNER: Readonly<Record<ObligationKind, boolean>> = {
  decide: false, signFor: false, rule: false, resolve: false, reply: false, callBack: false,
  round: false, handOver: false, answerBell: false, task: false, walkround: false,
  approve: true, tell: false, resume: false, assist: true, reportBack: true, feedback: true, visit: true, undone: true, support: true,
  relay: false, contact: false, custody: true, advise: true, allow: true, inquire: false, followUp: true, confirm: true, fillIn: false,
  keepInTouch: false, checkEffect: true, settle: false, appeal: true, solve: true,
}

/** Whose request, instruction or supervision the fact answers. */
function askerOf({ before, fact }: Happened): string | undefined {
  const course = before?.course
  switch (fact.kind) {
    case 'instruction-reported': return course?.instructions.find(({ id }) => id === fact.instructionId)?.by
    case 'supervision-reported': return course?.supervision?.by
    case 'help-answered': {
      const by = course?.help.find(({ id }) => id === fact.helpId)?.by
      return by === 'public' ? undefined : by
    }
    case 'relay-acknowledged': case 'custody-confirmed': case 'advice-given': case 'transfer-refused': case 'forward-answered': return colleagueOf(before, fact)
    default: return course?.approval?.askedBy.personId
  }
}

type Answer = FactOf<'relay-acknowledged' | 'custody-confirmed' | 'advice-given' | 'transfer-refused' | 'forward-answered'>

/** Which colleague waited for it. */
function colleagueOf(before: CaseState | null, fact: Answer): string | undefined {
  switch (fact.kind) {
    case 'relay-acknowledged': return before?.relay?.by.personId
    case 'custody-confirmed': return fact.from
    case 'advice-given': return before?.consultations.find(({ id }) => id === fact.consultationId)?.by
    case 'transfer-refused': return before?.transfer?.by
    case 'forward-answered': return before?.forward?.by
  }
}

function detailOf({ fact, state }: Happened): Telling['detail'] {
  if (fact.kind === 'extension-granted') return { dueAt: fact.until, dueEstimated: fact.estimated }
  if (fact.kind === 'promise-made') return { dueAt: fact.dueAt, dueEstimated: fact.estimated }
  if (!('obligationId' in fact)) {
    const [opened] = fact.opens ?? []
    return opened ? { dueAt: opened.dueAt, dueEstimated: opened.estimated } : {}
  }
  const owed = state.obligations.find(({ id }) => id === fact.obligationId)
  return { duty: fact.duty, ...(owed ? { dueAt: owed.dueAt, dueEstimated: owed.estimated } : {}), ...(fact.kind === 'obligation-climbed' || fact.kind === 'duty-taken-up' ? { rung: fact.rung } : {}) }
}

function only(personId: string | null | undefined): Found {
  return personId == null ? NOBODY : { people: [personId], unitIds: [] }
}

function receiverOf(referral: CaseState['referral']): Found {
  if (!referral) return NOBODY
  return referral.toPersonId === null ? { people: [], unitIds: [referral.toUnitId] } : only(referral.toPersonId)
}

function ownerOf({ fact, state }: Happened): Found {
  const owed = 'obligationId' in fact ? state.obligations.find(({ id }) => id === fact.obligationId) : undefined
  if (!owed) return NOBODY
  return owed.personId === null ? { people: [], unitIds: [owed.unitId] } : only(owed.personId)
}

/** One act tells a person once, of what came last in it: who hears that a case was closed need not hear that it was answered too. */
export function lastOfEach<One extends Telling>(tellings: readonly One[]): One[] {
  const later = new Set<string>()
  const kept: One[] = []
  for (const telling of tellings.toReversed()) {
    const fresh = (name: string, key: string): boolean => { const isNew = !later.has(name + key); later.add(name + key); return isNew }
    const people = telling.people.filter((person) => fresh('p', person))
    const unitIds = telling.unitIds.filter((unit) => fresh('u', unit))
    const requester = telling.requester && fresh('r', '')
    if (people.length > 0 || unitIds.length > 0 || requester || telling.liaisonOf) kept.push({ ...telling, people, unitIds, requester })
  }
  return kept.reverse()
}
