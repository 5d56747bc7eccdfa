import { done, refuse, type Outcome } from '../outcome.ts'
import { acknowledgeRelay, callColleague, promiseRelay, recordContact } from './absent-colleague.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Actor } from './actor.ts'
import { askAdvice, giveAdvice } from './consult.ts'
import type { CooperationActName } from './cooperation-acts.ts'
import { assignStaff, completeRecord, confirmAssignment, raiseEmergency } from './emergency.ts'
import type { CaseFact } from './fact.ts'
import { confirmPapers, offerPapers } from './hand-papers.ts'
import { answerInquiry, makeInquiry } from './inquire.ts'
import { addChild, mergeCase, toldWith, unmergeCase } from './merge-cases.ts'
import { passUp } from './pass-up.ts'
import type { CaseState } from './state.ts'
import { holder, idOf, laterBy, people, text } from './testing-cast.ts'
import { decideTransfer } from './transfer.ts'
import { answerForward, reportUnsolved } from './unsolved.ts'

/** What happens to a case from outside: an emergency is raised with the registration, the main case's reply tells the people of the others. */
export const OTHER_HAPPENINGS = ['raiseEmergency', 'tellWithMain'] as const

interface Throw { state: CaseState; by: Actor; rules: Rules; dice: number }
type Trial = Outcome<CaseFact, string>
const main = { id: idOf('case', 2), number: 'GH20260302-0002' }
const CAST = [people.li, people.zhou, people.qian, people.he, people.shi, people.gu, people.tao, people.ma]

const someone = (dice: number) => holder(CAST[dice % CAST.length] ?? people.li)
const nth = <Item extends { id: string }>(items: readonly Item[], dice: number): string => items[dice % (items.length + 1)]?.id ?? items[0]?.id ?? 'none'

export const COOPERATION_MOVES: Record<CooperationActName | (typeof OTHER_HAPPENINGS)[number], (thrown: Throw) => Trial> = {
  callColleague: ({ state, by, rules, dice }) => callColleague(state, by, {
    personId: someone(dice).personId, channel: 'phone', reached: dice % 2 === 0, calledAt: laterBy(rules.at, dice % 7 === 0 ? 5 : -5), note: dice % 3 === 0 ? null : text(dice),
  }, rules),
  promiseRelay: ({ state, by, rules, dice }) => promiseRelay(state, by, { to: someone(dice), text: dice % 2 === 0 ? null : text(dice) }, rules),
  acknowledgeRelay: ({ state, by }) => acknowledgeRelay(state, by),
  recordContact: ({ state, by, rules }) => recordContact(state, by, { channel: 'phone', note: null }, rules),
  offerPapers: ({ state, by, rules, dice }) => offerPapers(state, by, { custodyId: nth(state.custody, dice), to: someone(dice) }, rules),
  confirmPapers: ({ state, by, dice }) => confirmPapers(state, by, nth(state.custody, dice)),
  askAdvice: ({ state, by, rules, dice }) => askAdvice(state, by, { question: text(dice), of: [someone(dice), someone(dice >> 1)], expectedAt: dice % 3 === 0 ? null : laterBy(rules.at, dice % 11 === 0 ? -5 : 90) }, rules),
  giveAdvice: ({ state, by, dice }) => giveAdvice(state, by, { consultationId: nth(state.consultations, dice), text: text(dice) }),
  passUp: ({ state, by, rules, dice }) => passUp(state, by, {
    questionId: dice % 2 === 0 ? null : nth(state.consultations, dice), opinion: text(dice), to: dice % 7 === 0 ? null : { level: dice % 3, post: 'leaderInCharge', holders: [holder(people.wei)] },
    skips: dice % 5 === 0, skipped: dice % 3 === 0 ? null : text(dice),
  }, rules),
  decideTransfer: ({ state, by, rules, dice }) => decideTransfer(state, by, { approve: dice % 4 === 0, reason: dice % 5 === 0 ? null : text(dice) }, rules),
  makeInquiry: ({ state, by, rules, dice }) => makeInquiry(state, by, { party: text(dice), question: text(dice + 1), dueAt: dice % 3 === 0 ? null : laterBy(rules.at, dice % 11 === 0 ? -5 : 3_000) }, rules),
  answerInquiry: ({ state, by, dice }) => answerInquiry(state, by, { inquiryId: nth(state.inquiries, dice), text: text(dice), tellPerson: dice % 2 === 0, phrase: dice % 13 === 0 ? '不清楚' : null }),
  reportUnsolved: ({ state, by, rules, dice }) => reportUnsolved(state, by, { text: text(dice), phrase: dice % 13 === 0 ? '不清楚' : null, to: dice % 7 === 0 ? null : holder(people.wei) }, rules),
  answerForward: ({ state, by, dice }) => answerForward(state, by, text(dice)),
  addChild: ({ state, by, dice }) => addChild(state, by, { id: idOf('case', 10 + (dice % 90)), number: 'GH20260302-0010' }),
  mergeCase: ({ state, by, rules, dice }) => mergeCase(state, by, {
    main: dice % 9 === 0 ? null : { ...main, status: dice % 7 === 0 ? 'closed' : 'handling', requesterId: state.requesterId, matterId: null, parent: null, joined: [] },
    reason: dice % 2 === 0 ? null : text(dice),
  }, rules),
  unmergeCase: ({ state, by, rules, dice }) => unmergeCase(state, by, { reason: text(dice), mainEnded: dice % 5 === 0 }, rules),
  assignStaff: ({ state, by, rules, dice }) => assignStaff(state, by, { people: [someone(dice), someone(dice + 1)], note: null }, rules),
  confirmAssignment: ({ state, by }) => confirmAssignment(state, by),
  completeRecord: ({ state, by, rules, dice }) => completeRecord(state, by, {
    subject: dice % 2 === 0 ? null : text(dice), content: dice % 3 === 0 ? null : text(dice), category: dice % 4 === 0 ? null : 'help', place: null, requesterId: null, requesterGiven: dice % 6 > 0,
  }, rules),
  raiseEmergency: ({ state, rules }) => (state.status === 'registered' && state.emergency === null
    ? done(...raiseEmergency(state, { notified: [holder(people.sun), holder(people.niu)], note: null }, rules)) : refuse('not-new')),
  tellWithMain: ({ state, rules, dice }) => {
    const facts = related(state) ? toldWith(state, { main, channel: 'phone', text: text(dice), close: dice % 2 === 0 }, rules) : []
    return facts.length > 0 ? done(...facts) : refuse('not-related')
  },
}

function related(state: CaseState): boolean {
  return state.merged !== null ? state.toldAt === null : state.status === 'resolved'
}
