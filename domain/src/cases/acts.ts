import type { Rules } from '../obligations/owe.ts'
import type { Outcome } from '../outcome.ts'
import { acceptReferral } from './accept-referral.ts'
import { appeal } from './appeal.ts'
import type { Actor } from './actor.ts'
import { addAttachment } from './add-attachment.ts'
import { addNote } from './add-note.ts'
import { askForRuling, ruleCase } from './ask-for-ruling.ts'
import { COURSE_TRIALS, NOBODY, SOMEBODY, WORDS, type Trying } from './course-acts.ts'
import { closeCase, reopenCase, withdrawCase } from './close-case.ts'
import { CARE_ACTS, CARE_TRIALS } from './care-acts.ts'
import { COOPERATION_ACTS, COOPERATION_TRIALS } from './cooperation-acts.ts'
import { correctCase } from './correct-case.ts'
import { decideCase } from './decide-case.ts'
import { issueNotice } from './issue-notice.ts'
import { promiseCase } from './promise-case.ts'
import { referCase } from './refer-case.ts'
import { recordContactAttempt, replyToCase } from './reply-to-case.ts'
import { resolveCase } from './resolve-case.ts'
import { returnReferral, withdrawReferral } from './return-referral.ts'
import { returnResult } from './return-result.ts'
import { revealRequester } from './reveal-requester.ts'
import { openObligation, type CaseState } from './state.ts'
import { returnPapers, takePapers } from './take-papers.ts'

/** Everything that staff can do with a case, in the order in which a case page offers it. */
export const CASE_ACTS = ['decideCase', 'promiseCase', 'issueNotice', 'takePapers', 'returnPapers', 'referCase', 'acceptReferral', 'returnReferral',
  'withdrawReferral', 'askForRuling', 'ruleCase', 'resolveCase', 'returnResult', 'replyToCase', 'recordContactAttempt', 'closeCase', 'reopenCase',
  'withdrawCase', 'addNote', 'correctCase', 'addAttachment', 'revealRequester',
  'askForExtension', 'askForPause', 'reportRefusal', 'decideApproval', 'resumeCase', 'askForAssist', 'giveAssist', 'waiveAssist', 'urgeCase', 'instructCase',
  'reportOnInstruction', 'superviseCase', 'reportOnSupervision', 'signOffSupervision', 'makeAppointment', 'moveAppointment', 'endAppointment',
  'reportUndone', 'askForSupport', 'answerHelp', 'informPerson', 'confirmReceipt', 'archiveCase', ...COOPERATION_ACTS, ...CARE_ACTS] as const
export type CaseAct = (typeof CASE_ACTS)[number]

export interface AvailableAct {
  act: CaseAct
  /** Why this person may not do it now; null when they may. */
  refusal: string | null
}

/**
 * What this person may do now, and why not the rest. Each act is tried with complete input that nothing is wrong with,
 * so that only the case, the moment and the person can speak against it.
 */
export function availableActs(state: CaseState, by: Actor, rules: Rules): AvailableAct[] {
  const trying: Trying = { state, by, rules: { ...rules, newId: () => NOBODY } }
  return CASE_ACTS.map((act) => {
    const outcome = TRIALS[act](trying)
    return { act, refusal: outcome.ok ? null : outcome.refusal }
  })
}

const answer = { text: WORDS, citation: WORDS, direction: WORDS, phrase: null }

const TRIALS: Record<CaseAct, (trying: Trying) => Outcome<unknown, string>> = {
  decideCase: ({ state, by, rules }) => decideCase(state, by, { branch: 'mine', notice: null, promisedAt: null, text: null }, rules),
  promiseCase: ({ state, by, rules }) => promiseCase(state, by, { dueAt: latestPromise(state, rules), text: null }, rules),
  issueNotice: ({ state, by, rules }) => issueNotice(state, by, { papers: WORDS, given: [], reason: WORDS }, rules),
  takePapers: ({ state, by, rules }) => takePapers(state, by, { papers: WORDS, count: 1, given: [] }, rules),
  returnPapers: tryReturningPapers,
  // Within the handler's own unit, because that is open even where a ruling binds.
  referCase: ({ state, by, rules }) =>
    referCase(state, by, { toUnitId: state.handler.unitId, toPersonId: NOBODY, reason: WORDS, escorted: false }, rules),
  acceptReferral: ({ state, by, rules }) => acceptReferral(state, by, { papersReceived: true }, rules),
  returnReferral: ({ state, by, rules }) => returnReferral(state, by, { reason: WORDS, basis: WORDS, suggestedUnitId: NOBODY, arbiters: [], arbiterUnitId: state.handler.unitId }, rules),
  withdrawReferral: ({ state, by }) => withdrawReferral(state, by, null),
  askForRuling: ({ state, by, rules }) => askForRuling(state, by, { reason: WORDS, arbiters: [NOBODY], arbiterUnitId: state.handler.unitId }, rules),
  ruleCase: ({ state, by, rules }) => ruleCase(state, by, { holder: state.handler, instruction: null }, rules),
  resolveCase: tryResolving,
  returnResult: ({ state, by, rules }) => returnResult(state, by, WORDS, rules),
  replyToCase: ({ state, by, rules }) => replyToCase(state, by, { channel: 'phone', text: WORDS, phrase: null, close: false, caller: null }, rules),
  recordContactAttempt: ({ state, by }) => recordContactAttempt(state, by, { channel: 'phone', note: null }),
  closeCase: ({ state, by, rules }) => closeCase(state, by, rules),
  reopenCase: ({ state, by, rules }) => {
    const reopened = reopenCase(state, by, WORDS, rules)
    return reopened.ok || reopened.refusal !== 'too-many-reopenings' ? reopened : appeal(state, by, { text: WORDS, to: SOMEBODY }, rules)
  },
  withdrawCase: ({ state, by, rules }) => withdrawCase(state, by, WORDS, rules.policy),
  addNote: ({ state, by }) => addNote(state, by, { note: 'progress', text: WORDS, public: false, phrase: null }),
  correctCase: ({ state, by, rules }) =>
    correctCase(state, by, { field: 'subject', before: state.subject, after: WORDS, same: false, reason: WORDS }, rules),
  addAttachment: ({ state, by }) => addAttachment(state, by, { attachmentId: NOBODY, name: WORDS, contentDigest: WORDS.digest, size: 1 }),
  revealRequester: ({ state, by }) => revealRequester(state, by, null),
  ...COURSE_TRIALS,
  ...COOPERATION_TRIALS,
  ...CARE_TRIALS,
}

/** The latest moment that may still be promised: the earlier of the limit and of what has been promised already. */
function latestPromise(state: CaseState, rules: Rules): string {
  const limit = openObligation(state, 'resolve')?.limitAt ?? rules.at
  return state.promise && state.promise.dueAt < limit ? state.promise.dueAt : limit
}

/** What the sheet still asks for keeps it from being solved, not from being explained. */
function tryResolving({ state, by, rules }: Trying): Outcome<unknown, string> {
  const solved = resolveCase(state, by, { outcome: 'solved', ...answer }, rules)
  if (solved.ok || (solved.refusal !== 'step-open' && solved.refusal !== 'visit-owed')) return solved
  const explained = resolveCase(state, by, { outcome: 'explained', ...answer }, rules)
  return explained.ok ? explained : solved
}

/** Allowed when any of the papers may be given back; else what speaks against the ones still here. */
function tryReturningPapers({ state, by }: Trying): Outcome<unknown, string> {
  const here = state.custody.filter((item) => item.returnedAt === null)
  const tried = (here.length > 0 ? here : state.custody).map((item) => returnPapers(state, by, item.id))
  return tried.find((outcome) => outcome.ok) ?? tried[0] ?? returnPapers(state, by, NOBODY)
}
