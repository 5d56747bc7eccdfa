import type { Obligation } from '../obligations/obligation.ts'
import { SINGLE_KINDS, type Policy } from '../policy/policy.ts'
import { standsStill } from './course.ts'
import { replier as replierOf } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { brokenCourse } from './testing-course-rules.ts'
import { sheetHoldsUp } from './sheet.ts'
import { hasEnded, openObligation, type CaseState, type CaseStatus } from './state.ts'
import { people, units } from './testing-cast.ts'

type Rule = [broken: boolean, rule: string]

const persons = new Set(Object.values(people).map(({ personId }) => personId))
const unitIds = new Set(Object.values(units))

/** The rules of a case that hold after every act; gives the ones that are broken. */
export function brokenRules(state: CaseState, policy: Policy): string[] {
  const rules = [...ownershipRules(state), ...obligationRules(state, policy), ...endingRules(state, policy), ...relayRules(state), ...paperRules(state, policy), ...brokenCourse(state)]
  return rules.filter(([broken]) => broken).map(([, rule]) => rule)
}

function ownershipRules(state: CaseState): Rule[] {
  const holders = [state.firstContact, state.handler]
  const involved = [...holders.map(({ personId }) => personId), ...state.obligations.flatMap(({ personId }) => personId ?? []), ...(state.ruling?.arbiters ?? [])]
  return [
    [holders.some(({ personId }) => !persons.has(personId)), 'first contact and handler are named people'],
    [holders.some(({ unitId }) => !unitIds.has(unitId)), 'first contact and handler are in a unit'],
    [holders.some(({ unitId }) => !state.units.includes(unitId)), 'the units of first contact and handler see the case'],
    [involved.some((person) => !state.participants.includes(person)), 'whoever holds or owes something takes part'],
    [new Set(state.participants).size !== state.participants.length, 'nobody takes part twice'],
    [state.referral !== null && state.ruling !== null, 'a case waits for a signature or for a ruling, not for both'],
    [(state.referral !== null || state.ruling !== null) && state.status !== 'handling', 'only work in hand is referred or ruled on'],
    [state.round !== state.reopenings + 1, 'a round for every reopening'],
  ]
}

/** What is owed in each status, by name; a call-back may be owed besides once the person is told. */
function owedKinds(state: CaseState): Obligation['kind'][] {
  if (state.status === 'registered') return ['decide']
  if (state.status === 'resolved') return ['reply']
  if (state.status !== 'handling') return []
  const kinds: Obligation['kind'][] = ['resolve', ...(state.course.pause ? ['resume' as const] : []), ...(state.ruling ? ['rule' as const] : []), ...(state.referral ? ['signFor' as const] : [])]
  return kinds.toSorted()
}

function obligationRules(state: CaseState, policy: Policy): Rule[] {
  const kinds = state.obligations.map(({ kind }) => kind).filter((kind) => SINGLE_KINDS.includes(kind) || kind === 'resume').toSorted()
  const besides = state.status === 'answered' ? kinds.filter((kind) => kind !== 'callBack') : kinds
  const replier = replierOf(state, { policy })
  const owner = (kind: Obligation['kind'], personId: string | null): boolean => {
    const owed = openObligation(state, kind)
    return owed !== undefined && owed.personId !== personId
  }
  const rule = openObligation(state, 'rule')
  const resolve = openObligation(state, 'resolve')
  return [
    [besides.join() !== owedKinds(state).join(), `${state.status} owes ${owedKinds(state).join()}, not ${kinds.join()}`],
    [new Set(kinds).size !== kinds.length, 'at most one open obligation of a kind'],
    [owner('decide', state.firstContact.personId), 'the first contact decides'],
    [owner('resolve', state.handler.personId), 'the handler resolves'],
    [owner('signFor', state.referral?.toPersonId ?? null), 'the receiver signs'],
    [rule?.personId != null && state.ruling?.arbiters.includes(rule.personId) === false, 'an arbiter rules'],
    [owner('reply', replier.personId), 'the one the policy names replies'],
    [state.obligations.some(({ steps, taken }) => taken > steps.length), 'no step beyond the plan'],
    [state.obligations.some(({ steps }) => steps.some((step, n) => n > 0 && step.at < (steps[n - 1]?.at ?? ''))), 'steps are planned in order'],
    [state.obligations.some(({ dueAt, limitAt }) => dueAt > limitAt), 'nothing is due after its limit'],
    ...besideRules(state),
    [promiseBroken(state, resolve), 'a promise that can be kept is when the work is due'],
  ]
}

/** What colleagues have open with each other is owed by somebody, and nothing else is. */
function besideRules(state: CaseState): Rule[] {
  const about = (kind: Obligation['kind']): string[] => state.obligations.filter((one) => one.kind === kind).map((one) => one.about ?? '').toSorted()
  const sole = (kind: Obligation['kind']): number => state.obligations.filter((one) => one.kind === kind).length
  const ids = (items: readonly { id: string }[]): string => items.map(({ id }) => id).toSorted().join()
  return [
    [hasEnded(state) && state.obligations.some(({ kind }) => (kind !== 'checkEffect' && kind !== 'appeal') || state.status !== 'closed'), 'whatever has ended owes nothing but a look at its effect, or a decision on what was said again'],
    [sole('checkEffect') !== (state.status === 'closed' && state.effect?.result === null ? 1 : 0), 'a look at the effect is owed until it is recorded'],
    [sole('keepInTouch') > (state.status === 'handling' ? 1 : 0), 'the person is kept informed by one, while the case is in hand'],
    [state.obligations.some(({ kind, personId }) => kind === 'keepInTouch' && personId !== state.handler.personId), 'the handler keeps in touch'],
    [sole('relay') !== (state.relay ? 1 : 0), 'a promise to pass on is owed until it is read'],
    [about('custody').join() !== ids(state.custody.filter(({ offer }) => offer !== null)), 'papers handed over are to be confirmed'],
    [[...new Set(about('advise'))].join() !== ids(state.consultations), 'a question is open as long as somebody owes the answer'],
    [[...new Set(about('allow'))].join() !== (state.transfer?.id ?? ''), 'a hand-over that waits for leave has somebody to give it'],
    [about('inquire').join() !== ids(state.inquiries), 'an inquiry is followed up'],
    [sole('followUp') !== (state.forward ? 1 : 0), 'what was reported as unsolved is in a leader’s hands'],
    [about('confirm').some((person) => ![...(state.emergency?.assigned ?? []), ...(state.flags ?? []).flatMap(({ told }) => told)].some(({ personId, confirmedAt }) => personId === person && confirmedAt === null)), 'whoever is assigned or told confirms'],
    [!hasEnded(state) && state.emergency !== null && (sole('fillIn') === 1) !== (state.emergency.filledAt === null), 'a record is filled in afterwards'],
    [about('settle').some((id) => !state.obligations.some((duty) => duty.id === id)), 'what was taken up is settled with the duty itself'],
    [new Set(about('settle')).size !== about('settle').length, 'one has taken a duty up'],
    [sole('contact') > 1, 'the person is contacted by one'],
    [state.transfer !== null && (state.referral !== null || state.ruling !== null), 'a case waits for leave, for a signature or for a ruling'],
  ]
}

function promiseBroken({ promise }: CaseState, resolve: Obligation | undefined): boolean {
  return promise !== null && resolve !== undefined && resolve.dueAt > promise.dueAt && promise.dueAt > resolve.openedAt
}

function endingRules(state: CaseState, policy: Policy): Rule[] {
  const { status, outcome, resolution } = state
  const told = state.toldAt !== null
  const mayBeTold: CaseStatus[] = ['answered', 'closed', 'merged']
  const papersHere = state.custody.some(({ returnedAt }) => returnedAt === null)
  return [
    [status === 'closed' && !told && state.attempts < Math.max(1, policy.contactAttempts), 'no reply, no close'],
    [status === 'answered' && !told, 'answered means told'],
    [outcome === 'solved' && sheetHoldsUp(state, policy) === 'visit-owed', 'solved only after the visit that the sheet wants'],
    [told && !mayBeTold.includes(status), 'who was told has an answered case'],
    [outcome !== outcomeOf(state), 'the outcome is that of the resolution or of the ending'],
    [(outcome === 'explained' || outcome === 'outside') && !resolution?.text.digest, 'explained and outside have a text'],
    [hasEnded(state) !== (state.endedAt !== null), 'an end has a time'],
    [hasEnded(state) && policy.papers.returnBeforeClose && papersHere, 'papers are given back before the end'],
    [state.ratedRound > state.round, 'rated once a round'],
    [policy.confidentialCategories.includes(state.category) && !state.confidential, 'a confidential category is confidential'],
  ]
}

function outcomeOf({ status, resolution }: CaseState): CaseState['outcome'] {
  if (status === 'registered' || status === 'handling') return null
  return status === 'withdrawn' || status === 'merged' ? status : resolution?.outcome ?? null
}

function relayRules(state: CaseState): Rule[] {
  const { legs } = state
  const last = legs.at(-1)
  const gaps = legs.filter((leg, n) => n > 0 && legs[n - 1]?.to !== leg.from)
  const running = state.status === 'registered' || state.status === 'handling' || state.status === 'resolved'
  const kind = state.status === 'resolved' ? 'reply' : state.referral ? 'wait' : 'hold'
  const holder = state.referral ? state.referral.toPersonId : state.handler.personId
  return [
    [gaps.length > state.reopenings + state.unmerges || gaps.some((leg) => leg.kind === 'wait'), 'the relay has no gaps but between rounds'],
    [legs.some((leg) => leg.to !== null && leg.to < leg.from), 'nothing ends before it began'],
    [legs.slice(0, -1).some((leg) => leg.to === null), 'only the last leg is open'],
    [(last?.to === null) !== running, 'somebody has it as long as something is to be done'],
    [running && last?.kind !== kind, 'the last leg shows where it is'],
    [running && kind !== 'reply' && last?.personId !== holder, 'the last leg shows who has it'],
  ]
}

function paperRules(state: CaseState, policy: Policy): Rule[] {
  const paused = state.obligations.filter(({ pausedAt }) => pausedAt !== null)
  const missing = state.notices.at(-1)?.given.includes(false) ?? false
  return [
    [state.custody.some(({ holder }) => !persons.has(holder)), 'a named person has the papers'],
    [paused.some(({ kind }) => kind !== 'resolve'), 'only the work stands still'],
    [paused.length > 0 && policy.papers.missing !== 'restarts' && !standsStill(state.course), 'the clock waits only where policy lets it'],
    [paused.length > 0 && !missing && !standsStill(state.course), 'nothing waits once the papers are complete'],
    [state.notices.some(({ breach }, n) => breach !== n > 0), 'every notice but the first is a breach'],
  ]
}

/** What may not change from one fact to the next, whatever the act. */
export function brokenByFact(before: CaseState, fact: CaseFact, after: CaseState): string[] {
  const handedOver = fact.kind === 'referral-accepted' || fact.kind === 'ruling-given' || fact.kind === 'succession'
  const open = new Set(before.obligations.map(({ id }) => id))
  const rules: Rule[] = [
    [before.firstContact.personId !== after.firstContact.personId && fact.kind !== 'succession', 'the first contact changes by succession only'],
    [before.handler.personId !== after.handler.personId && !handedOver, 'the handler changes by signature, ruling or succession only'],
    [before.registeredAt !== after.registeredAt || before.number !== after.number || before.policy !== after.policy, 'registration stands'],
    [after.changedAt < before.changedAt, 'time never goes back'],
    [fact.kind === 'succession' && stillHolds(after, fact.from.personId), 'whoever left holds nothing'],
    [before.participants.some((person) => !after.participants.includes(person)), 'nobody is struck from the case'],
    [before.legs.some((leg, n) => leg.from !== after.legs[n]?.from || leg.personId !== after.legs[n]?.personId), 'the relay is not rewritten'],
    [(fact.closes ?? []).some(({ id }) => !open.has(id)), 'only what is owed is closed'],
    [(fact.changes ?? []).some(({ id }) => !open.has(id)), 'only what is owed is changed'],
    [after.promise !== null && before.promise !== null && after.promise.dueAt > before.promise.dueAt, 'a promise never moves back'],
    [hasEnded(before) && !STILL_ALLOWED.includes(fact.kind), `${fact.kind} after the end`],
  ]
  return rules.filter(([broken]) => broken).map(([, rule]) => rule)
}

function stillHolds(state: CaseState, personId: string): boolean {
  const papers = state.custody.filter(({ returnedAt }) => returnedAt === null).map(({ holder }) => holder)
  const waited = [state.relay?.to.personId, state.forward?.to.personId, ...(state.transfer?.approvers ?? []), ...state.consultations.flatMap(({ of }) => of), ...state.custody.map(({ offer }) => offer?.to.personId)]
  const left = [...(state.merged?.obligations.map((one) => one.personId) ?? []), ...(state.pair ?? []).map((one) => one.personId)]
  const holders = [...waited, ...left, state.firstContact.personId, state.handler.personId, ...papers, ...state.obligations.map((one) => one.personId), ...(state.ruling?.arbiters ?? [])]
  return holders.includes(personId)
}

/** Giving papers back, looking up whose they are and putting right what was written down stay possible after the end, and a successor is named for a reopening. */
const STILL_ALLOWED: CaseFact['kind'][] = ['case-reopened', 'case-rated', 'field-corrected', 'papers-returned', 'requester-revealed', 'succession', 'receipt-confirmed', 'case-archived', 'case-unmerged', 'told-with', 'effect-planned', 'effect-checked', 'help-asked', 'help-answered', 'obligation-warned', 'obligation-late', 'obligation-climbed']
