import type { ActName, CaseView } from './case-query.ts'

/** What comes first: the act that moves the case on, then the usual ones, then what is rarely needed. */
const ORDER = ['confirmAssignment', 'takeUpDuty', 'giveSolution', 'recordEffect', 'completeRecord', 'decideApproval', 'decideTransfer', 'giveAssist', 'giveAdvice', 'answerHelp', 'answerForward', 'reportOnInstruction', 'reportOnSupervision', 'resumeCase',
  'endAppointment', 'acceptReferral', 'returnReferral', 'acknowledgeRelay', 'confirmPapers', 'ruleCase', 'passUp', 'decideCase', 'fillSheet', 'completeStep', 'resolveCase', 'replyToCase', 'returnResult', 'recordContactAttempt', 'closeCase', 'promiseCase', 'issueNotice',
  'referCase', 'askForRuling', 'callColleague', 'promiseRelay', 'assignStaff', 'addNote', 'recordContact', 'answerInquiry', 'withdrawReferral', 'reopenCase', 'takePapers', 'returnPapers', 'offerPapers', 'addAttachment',
  'revealRequester', 'correctCase', 'withdrawCase', 'informPerson', 'askAdvice', 'makeInquiry', 'askForExtension', 'askForPause', 'askForAssist', 'makeAppointment', 'moveAppointment', 'reportRefusal', 'askForSupport',
  'reportUnsolved', 'addChild', 'mergeCase', 'unmergeCase', 'flagCase', 'unflagCase', 'planEffectCheck', 'waiveAssist', 'urgeCase', 'instructCase', 'superviseCase', 'signOffSupervision', 'confirmReceipt', 'archiveCase', 'reportUndone'] as const satisfies readonly ActName[]

const MOVING: readonly ActName[] = ['confirmAssignment', 'takeUpDuty', 'giveSolution', 'decideApproval', 'decideTransfer', 'giveAssist', 'giveAdvice', 'answerHelp', 'answerForward', 'resumeCase', 'acceptReferral', 'acknowledgeRelay', 'confirmPapers',
  'ruleCase', 'decideCase', 'resolveCase', 'replyToCase', 'closeCase']

/** One letter each; two acts share a letter only where no status allows both. */
export const ACT_KEYS: Readonly<Record<ActName, string | null>> = {
  acceptReferral: 's', returnReferral: 'b', ruleCase: 'u', decideCase: 'd', resolveCase: 'r', replyToCase: 'r', returnResult: 'b', recordContactAttempt: 'm', closeCase: 'c', promiseCase: 'p', issueNotice: 'n',
  referCase: 'f', askForRuling: 'a', addNote: 'i', withdrawReferral: 'w', reopenCase: 'o', takePapers: 't', returnPapers: 'y', addAttachment: 'l', revealRequester: 'v', correctCase: 'e', withdrawCase: null,
  decideApproval: 'g', giveAssist: 'k', answerHelp: 'h', reportOnInstruction: null, reportOnSupervision: null, resumeCase: 'z', endAppointment: null, informPerson: 'q', askForExtension: 'x', askForPause: 'z',
  askForAssist: 'j', makeAppointment: null, moveAppointment: null, reportRefusal: null, askForSupport: null, waiveAssist: null, urgeCase: null, instructCase: null, superviseCase: null,
  signOffSupervision: null, confirmReceipt: null, archiveCase: null, reportUndone: null,
  callColleague: null, promiseRelay: null, acknowledgeRelay: null, recordContact: null, offerPapers: null, confirmPapers: null, askAdvice: null, giveAdvice: null, passUp: null, decideTransfer: null,
  makeInquiry: null, answerInquiry: null, reportUnsolved: null, answerForward: null, addChild: null, mergeCase: null, unmergeCase: null, assignStaff: null,
  confirmAssignment: null, completeRecord: null, fillSheet: null, completeStep: null, flagCase: null, unflagCase: null, planEffectCheck: null, recordEffect: null, takeUpDuty: null, giveSolution: null,
}

/** What the organisation's regulation does not have for such a case is not shown as forbidden. */
const NOT_FOR_IT: ReadonlySet<string> = new Set(['no-sheet', 'flag-not-used', 'nothing-climbed', 'nothing-to-pass-up', 'no-solution-owed'])

export interface SortedActs {
  readonly allowed: readonly ActName[]
  /** The one that moves the case on; drawn filled. */
  readonly primary: ActName | null
  readonly refused: readonly { readonly act: ActName; readonly refusal: string | null }[]
}

export function sortActs(acts: CaseView['acts']): SortedActs {
  const rank = (act: ActName) => ORDER.indexOf(act)
  const sorted = acts.filter(({ refusal }) => refusal === null || !NOT_FOR_IT.has(refusal)).toSorted((one, other) => rank(one.act) - rank(other.act))
  const allowed = sorted.filter((one) => one.allowed).map((one) => one.act)
  return { allowed, primary: allowed.find((act) => MOVING.includes(act)) ?? null, refused: sorted.filter((one) => !one.allowed) }
}
