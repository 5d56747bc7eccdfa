import { fromMs, toMs } from '../calendar/instant.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Outcome } from '../outcome.ts'
import { acknowledgeRelay, callColleague, promiseRelay, recordContact } from './absent-colleague.ts'
import type { Actor } from './actor.ts'
import { askAdvice, giveAdvice } from './consult.ts'
import { assignStaff, completeRecord, confirmAssignment } from './emergency.ts'
import { confirmPapers, offerPapers } from './hand-papers.ts'
import { answerInquiry, makeInquiry } from './inquire.ts'
import { addChild, mergeCase, unmergeCase } from './merge-cases.ts'
import { passUp } from './pass-up.ts'
import type { CaseState } from './state.ts'
import { decideTransfer } from './transfer.ts'
import { answerForward, reportUnsolved } from './unsolved.ts'

/** What colleagues can do with each other in a case, in the order in which a case page offers it. */
export const COOPERATION_ACTS = ['callColleague', 'promiseRelay', 'acknowledgeRelay', 'recordContact', 'offerPapers', 'confirmPapers', 'askAdvice', 'giveAdvice', 'passUp',
  'decideTransfer', 'makeInquiry', 'answerInquiry', 'reportUnsolved', 'answerForward', 'addChild', 'mergeCase', 'unmergeCase', 'assignStaff', 'confirmAssignment',
  'completeRecord'] as const
export type CooperationActName = (typeof COOPERATION_ACTS)[number]

interface Trying { state: CaseState; by: Actor; rules: Rules }

const NOBODY = '00000000-0000-4000-8000-000000000000'
const WORDS = { id: NOBODY, digest: '0'.repeat(64) }
const nobody = { personId: NOBODY, unitId: NOBODY }

/** Each act with complete input that nothing is wrong with. */
export const COOPERATION_TRIALS: Record<CooperationActName, (trying: Trying) => Outcome<unknown, string>> = {
  callColleague: ({ state, by, rules }) => callColleague(state, by, { personId: NOBODY, channel: 'phone', reached: false, calledAt: rules.at, note: null }, rules),
  promiseRelay: ({ state, by, rules }) => promiseRelay(state, by, { to: nobody, text: null }, rules),
  acknowledgeRelay: ({ state, by }) => acknowledgeRelay(state, by),
  recordContact: ({ state, by, rules }) => recordContact(state, by, { channel: 'phone', note: null }, rules),
  offerPapers: (trying) => firstAllowed(trying.state.custody.filter(({ returnedAt }) => returnedAt === null), trying.state.custody, (id) => offerPapers(trying.state, trying.by, { custodyId: id, to: nobody }, trying.rules)),
  confirmPapers: ({ state, by }) => firstAllowed(state.custody.filter(({ offer }) => offer !== null), state.custody, (id) => confirmPapers(state, by, id)),
  askAdvice: ({ state, by, rules }) => askAdvice(state, by, { question: WORDS, of: [nobody], expectedAt: null }, rules),
  giveAdvice: ({ state, by }) => firstAllowed(state.consultations, [], (id) => giveAdvice(state, by, { consultationId: id, text: WORDS })),
  passUp: ({ state, by, rules }) => {
    const up = (questionId: string | null) => passUp(state, by, { questionId, opinion: WORDS, to: { level: 0, post: '', holders: [nobody] }, skips: false, skipped: null }, rules)
    const ruling = up(null)
    return ruling.ok ? ruling : firstAllowed(state.consultations, [], up)
  },
  decideTransfer: ({ state, by, rules }) => decideTransfer(state, by, { approve: true, reason: WORDS }, rules),
  makeInquiry: ({ state, by, rules }) => makeInquiry(state, by, { party: WORDS, question: WORDS, dueAt: fromMs(toMs(rules.at) + 86_400_000) }, rules),
  answerInquiry: ({ state, by }) => firstAllowed(state.inquiries, [], (id) => answerInquiry(state, by, { inquiryId: id, text: WORDS, tellPerson: false, phrase: null })),
  reportUnsolved: ({ state, by, rules }) => reportUnsolved(state, by, { text: WORDS, phrase: null, to: nobody }, rules),
  answerForward: ({ state, by }) => answerForward(state, by, WORDS),
  addChild: ({ state, by }) => addChild(state, by, { id: NOBODY, number: '' }),
  mergeCase: ({ state, by, rules }) => mergeCase(state, by, {
    main: { id: NOBODY, number: '', status: 'handling', requesterId: null, matterId: null, parent: null, joined: [] }, reason: WORDS,
  }, rules),
  unmergeCase: ({ state, by, rules }) => unmergeCase(state, by, { reason: WORDS, mainEnded: false }, rules),
  assignStaff: ({ state, by, rules }) => assignStaff(state, by, { people: [nobody], note: null }, rules),
  confirmAssignment: ({ state, by }) => confirmAssignment(state, by),
  completeRecord: ({ state, by, rules }) => completeRecord(state, by, { subject: null, content: null, category: null, place: null, requesterId: NOBODY, requesterGiven: true }, rules),
}

/** Allowed when it is for any of several things; else what speaks against the first. */
function firstAllowed(open: readonly { id: string }[], all: readonly { id: string }[], attempt: (id: string) => Outcome<unknown, string>): Outcome<unknown, string> {
  const tried = (open.length > 0 ? open : all).map(({ id }) => attempt(id))
  return tried.find((outcome) => outcome.ok) ?? tried[0] ?? attempt(NOBODY)
}
