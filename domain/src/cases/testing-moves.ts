import type { Instant } from '../calendar/instant.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Outcome } from '../outcome.ts'
import { acceptReferral } from './accept-referral.ts'
import { CASE_ACTS } from './acts.ts'
import type { Actor } from './actor.ts'
import { addAttachment } from './add-attachment.ts'
import { addInformation, addNote } from './add-note.ts'
import { reportUndone } from './ask-for-help.ts'
import { askForRuling, ruleCase } from './ask-for-ruling.ts'
import { CARE_MOVES } from './testing-care.ts'
import { COOPERATION_MOVES, OTHER_HAPPENINGS } from './testing-cooperation.ts'
import { appeal } from './appeal.ts'
import { closeCase, reopenCase, withdrawCase } from './close-case.ts'
import { correctCase } from './correct-case.ts'
import { decideCase, type Decide } from './decide-case.ts'
import type { CaseFact } from './fact.ts'
import { issueNotice } from './issue-notice.ts'
import { promiseCase } from './promise-case.ts'
import { rateCase } from './rate-case.ts'
import { referCase } from './refer-case.ts'
import { recordContactAttempt, replyToCase } from './reply-to-case.ts'
import { resolveCase } from './resolve-case.ts'
import { returnReferral, withdrawReferral } from './return-referral.ts'
import { returnResult } from './return-result.ts'
import { revealRequester } from './reveal-requester.ts'
import type { CaseState } from './state.ts'
import { succeed } from './succeed.ts'
import { returnPapers, takePapers } from './take-papers.ts'
import { holder, laterBy, people, text, units } from './testing-cast.ts'
import { COURSE_MOVES } from './testing-course-moves.ts'

/** Everything that can be done to a case: what staff do, what the person does, and succession. */
export const MOVES = [...CASE_ACTS, ...OTHER_HAPPENINGS, 'reopenPublicly', 'addInformation', 'rateCase', 'reportUndonePublicly', 'succeed'] as const
export type Move = (typeof MOVES)[number]

export interface Throw {
  state: CaseState
  by: Actor
  rules: Rules
  /** What the ask is made of: often sensible, sometimes not. */
  dice: number
}
type Trial = Outcome<CaseFact, string>

const INSIDERS = Object.values(people).filter((actor) => actor !== people.stranger && actor !== people.wu)
const SECTIONS = [units.planning, units.permits, units.housing, units.office]

function pick<Item>(items: readonly Item[], dice: number): Item {
  const item = items[dice % items.length]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

const insider = (dice: number): Actor => pick(INSIDERS, dice)

/** The units, the person or nobody, as a referral names them. */
function target(dice: number): { toUnitId: string; toPersonId: string | null } {
  const receiver = insider(dice)
  return dice % 3 === 0 ? { toUnitId: pick(SECTIONS, dice), toPersonId: null } : { toUnitId: receiver.unitId, toPersonId: receiver.personId }
}

/** Mostly within the limit, sometimes past, sometimes too late. */
function someDay(at: Instant, dice: number): Instant {
  return laterBy(at, pick([30, 600, 1_500, 4_000, 9_000, -60, 60_000], dice))
}

const given = (dice: number): boolean[] => [true, dice % 2 === 0, dice % 5 === 0].slice(0, 1 + (dice % 3))
const words = (dice: number) => ({ text: text(dice), citation: dice % 4 === 0 ? null : text(1), direction: null, phrase: dice % 13 === 0 ? '不归我们管' : null })

function decision({ state, rules, dice }: Throw): Decide {
  const own = INSIDERS.filter(({ unitId }) => unitId === state.handler.unitId)
  switch (pick(['onSpot', 'mine', 'mine', 'colleague', 'otherUnit', 'otherUnit', 'notOurs', 'unclear'] as const, dice)) {
    case 'onSpot': return { branch: 'onSpot', channel: 'visit', ...words(dice) }
    case 'notOurs': return { branch: 'notOurs', channel: 'visit', ...words(dice) }
    case 'mine': return {
      branch: 'mine', text: null, promisedAt: dice % 3 === 0 ? null : someDay(rules.at, dice >> 3),
      notice: dice % 5 < 2 ? { papers: text(dice), given: given(dice >> 3) } : null,
    }
    case 'colleague': return { branch: 'colleague', toUnitId: state.handler.unitId, toPersonId: pick(own, dice >> 3).personId, reason: null, escorted: false }
    case 'otherUnit': return { branch: 'otherUnit', ...target(dice >> 3), reason: text(dice), escorted: dice % 2 === 0 }
    case 'unclear': return { branch: 'unclear', reason: text(dice), ...arbiters(dice >> 3) }
  }
}

function arbiters(dice: number): { arbiters: string[]; arbiterUnitId: string } {
  const chosen = dice % 7 === 0 ? [] : [people.tao, people.niu, people.wei].slice(dice % 3)
  return { arbiters: chosen.map(({ personId }) => personId), arbiterUnitId: (chosen[0] ?? people.niu).unitId }
}

function correction({ state, dice }: Throw) {
  const asks = [
    { field: 'subject', before: state.subject, after: text(dice) }, { field: 'content', before: state.content, after: text(dice) }, { field: 'place', before: state.place, after: text(dice) },
    { field: 'category', before: state.category, after: pick(['help', 'complaint', 'report', 'other', 'unheard-of'], dice) },
    { field: 'urgency', before: state.urgency, after: pick(['normal', 'critical'], dice) },
    { field: 'channel', before: state.channel, after: pick(['phone', 'carrier pigeon'], dice) },
    { field: 'requesterPhone', before: null, after: text(dice) },
    { field: 'matter', before: state.matterId, after: text(dice).id, matter: { days: pick([null, 1, 5, 30], dice >> 4), edition: 2, cites: dice % 3 === 0, inForce: dice % 5 > 0 } },
  ] as const
  const ask = pick(asks, dice >> 2)
  return { ...ask, same: ask.before === ask.after, reason: text(dice + 1) }
}

const TRIALS: Record<Move, (thrown: Throw) => Trial> = {
  ...COURSE_MOVES,
  ...COOPERATION_MOVES,
  ...CARE_MOVES,
  decideCase: (thrown) => decideCase(thrown.state, thrown.by, decision(thrown), thrown.rules),
  promiseCase: ({ state, by, rules, dice }) => promiseCase(state, by, { dueAt: someDay(rules.at, dice), text: null }, rules),
  issueNotice: ({ state, by, rules, dice }) => issueNotice(state, by, { papers: text(dice), given: given(dice), reason: dice % 5 === 0 ? null : text(dice) }, rules),
  takePapers: ({ state, by, rules, dice }) => takePapers(state, by, { papers: text(dice), count: 1 + (dice % 4), given: [dice % 3, (dice >> 2) % 3] }, rules),
  returnPapers: ({ state, by, dice }) => returnPapers(state, by, state.custody[dice % (state.custody.length + 1)]?.id ?? 'none'),
  referCase: ({ state, by, rules, dice }) => referCase(state, by, {
    ...target(dice), reason: text(dice), escorted: false, approvers: dice % 5 === 0 ? [] : [holder(people.ma), holder(people.sun)], circle: { reason: text(dice), ...arbiters(dice) },
  }, rules),
  acceptReferral: ({ state, by, rules, dice }) => acceptReferral(state, by, { papersReceived: dice % 2 === 0 }, rules),
  returnReferral: ({ state, by, rules, dice }) => returnReferral(state, by, { reason: text(dice), basis: dice % 3 === 0 ? null : text(dice), suggestedUnitId: dice % 4 === 0 ? null : pick(SECTIONS, dice), ...arbiters(dice) }, rules),
  withdrawReferral: ({ state, by, dice }) => withdrawReferral(state, by, dice % 2 === 0 ? null : text(dice)),
  askForRuling: ({ state, by, rules, dice }) => askForRuling(state, by, { reason: text(dice), ...arbiters(dice), level: dice % 2, skips: dice % 2 === 1, skipped: dice % 6 === 1 ? null : text(dice), cause: dice % 5 === 0 ? 'absent' : 'unclear', absent: dice % 5 === 0 ? holder(people.shi) : null }, rules),
  ruleCase: ({ state, by, rules, dice }) => ruleCase(state, by, { holder: holder(insider(dice)), instruction: null, precedent: dice % 2 === 0 }, rules),
  resolveCase: ({ state, by, rules, dice }) => resolveCase(state, by, { outcome: pick(['solved', 'explained', 'outside'], dice), ...words(dice) }, rules),
  replyToCase: ({ state, by, rules, dice }) => replyToCase(state, by, {
    channel: 'phone', text: text(dice), phrase: words(dice).phrase, close: dice % 3 === 0, caller: dice % 2 === 0 ? holder(insider(dice)) : null,
  }, rules),
  recordContactAttempt: ({ state, by, dice }) => recordContactAttempt(state, by, { channel: 'phone', note: dice % 2 === 0 ? null : text(dice) }),
  closeCase: ({ state, by, rules }) => closeCase(state, by, rules),
  reopenCase: (thrown) => again(thrown, thrown.by),
  returnResult: ({ state, by, rules, dice }) => returnResult(state, by, text(dice), rules),
  withdrawCase: ({ state, by, rules, dice }) => withdrawCase(state, by, text(dice), rules.policy),
  addNote: ({ state, by, dice }) => addNote(state, by, { note: 'interim', text: text(dice), public: true, phrase: words(dice).phrase }),
  correctCase: (thrown) => correctCase(thrown.state, thrown.by, correction(thrown), thrown.rules),
  addAttachment: ({ state, by, rules, dice }) =>
    addAttachment(state, by, { attachmentId: rules.newId(), name: text(dice), contentDigest: text(dice).digest, size: dice }),
  revealRequester: ({ state, by, dice }) => revealRequester(state, by, dice % 2 === 0 ? null : text(dice)),
  reopenPublicly: (thrown) => again(thrown, null),
  addInformation: ({ state, dice }) => addInformation(state, text(dice)),
  reportUndonePublicly: ({ state, rules, dice }) => reportUndone(state, null, { text: text(dice), to: [people.niu, people.sun].map(holder) }, rules),
  rateCase: ({ state, rules, dice }) => rateCase(state, { grade: 1 + (dice % 5), reasons: dice % 4 === 0 ? ['态度好'] : [], comment: null, solved: null }, rules.policy),
  succeed: ({ state, rules, dice }) => {
    const leaver = pick([state.relay?.to.personId ?? people.gu.personId, state.transfer?.approvers[0] ?? people.gu.personId, state.firstContact.personId, state.handler.personId, state.referral?.toPersonId ?? people.shi.personId, people.gu.personId], dice)
    const from = INSIDERS.find(({ personId }) => personId === leaver) ?? people.gu
    return succeed(state, { from: holder(from), to: holder(insider(dice >> 2)) }, rules)
  },
}

export function tryMove(move: Move, thrown: Throw): Trial {
  return TRIALS[move](thrown)
}

/** A new round, or a leader's decision on it. */
function again({ state, rules, dice }: Throw, by: Actor | null): Outcome<CaseFact, string> {
  const reopened = reopenCase(state, by, text(dice), rules)
  return reopened.ok || reopened.refusal !== 'too-many-reopenings' ? reopened : appeal(state, by, { text: text(dice), to: [people.ma, people.sun].map(holder) }, rules)
}

/** Under whose name a move is recorded. */
export function actorOf(move: Move, by: Actor): string {
  return move === 'reopenPublicly' || move === 'addInformation' || move === 'rateCase' || move === 'reportUndonePublicly' ? 'public' : move === 'succeed' || move === 'raiseEmergency' || move === 'tellWithMain' ? 'system' : by.personId
}
