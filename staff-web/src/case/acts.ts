import type { ActName, CaseView } from './case-query.ts'

/** What comes first: the act that moves the case on, then the usual ones, then what is rarely needed. */
const ORDER = ['confirmAssignment', 'takeUpDuty', 'giveSolution', 'recordEffect', 'completeRecord', 'decideApproval', 'decideTransfer', 'giveAssist', 'giveAdvice', 'answerHelp', 'answerForward', 'reportOnInstruction', 'reportOnSupervision', 'resumeCase',
  'endAppointment', 'acceptReferral', 'returnReferral', 'acknowledgeRelay', 'confirmPapers', 'ruleCase', 'passUp', 'decideCase', 'fillSheet', 'completeStep', 'resolveCase', 'replyToCase', 'returnResult', 'recordContactAttempt', 'closeCase', 'promiseCase', 'issueNotice',
  'referCase', 'askForRuling', 'callColleague', 'promiseRelay', 'assignStaff', 'addNote', 'recordContact', 'answerInquiry', 'withdrawReferral', 'reopenCase', 'takePapers', 'returnPapers', 'offerPapers', 'addAttachment',
  'revealRequester', 'correctCase', 'withdrawCase', 'informPerson', 'askAdvice', 'makeInquiry', 'askForExtension', 'askForPause', 'askForAssist', 'makeAppointment', 'moveAppointment', 'reportRefusal', 'askForSupport',
  'reportUnsolved', 'addChild', 'mergeCase', 'unmergeCase', 'flagCase', 'unflagCase', 'planEffectCheck', 'waiveAssist', 'urgeCase', 'instructCase', 'superviseCase', 'signOffSupervision', 'confirmReceipt', 'archiveCase', 'reportUndone'] as const satisfies readonly ActName[]

const MOVING: readonly ActName[] = ['confirmAssignment', 'takeUpDuty', 'giveSolution', 'decideApproval', 'decideTransfer', 'giveAssist', 'giveAdvice', 'answerHelp', 'answerForward', 'resumeCase', 'acceptReferral', 'acknowledgeRelay', 'confirmPapers',
  'ruleCase', 'decideCase', 'resolveCase', 'replyToCase', 'closeCase']

/** Owed by the reader, beside what moves the case on. */
const OWED: readonly ActName[] = [...MOVING, 'reportOnInstruction', 'reportOnSupervision', 'recordEffect', 'completeRecord', 'fillSheet', 'completeStep', 'endAppointment']

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

/** The headings under which the list of everything is read, in this order. */
const ACT_GROUPS = ['handling', 'person', 'cooperation', 'time', 'leaders', 'papers'] as const
type ActGroup = (typeof ACT_GROUPS)[number]

const GROUP_OF: Readonly<Record<ActName, ActGroup>> = {
  decideCase: 'handling', acceptReferral: 'handling', returnReferral: 'handling', withdrawReferral: 'handling', referCase: 'handling', resolveCase: 'handling', returnResult: 'handling', closeCase: 'handling',
  reopenCase: 'handling', archiveCase: 'handling', addNote: 'handling', correctCase: 'handling', completeRecord: 'handling', fillSheet: 'handling', completeStep: 'handling', flagCase: 'handling', unflagCase: 'handling',
  planEffectCheck: 'handling', recordEffect: 'handling', addChild: 'handling', mergeCase: 'handling', unmergeCase: 'handling',
  replyToCase: 'person', recordContactAttempt: 'person', recordContact: 'person', informPerson: 'person', issueNotice: 'person', makeAppointment: 'person', moveAppointment: 'person', endAppointment: 'person',
  confirmReceipt: 'person', revealRequester: 'person', withdrawCase: 'person', reportUndone: 'person', giveSolution: 'person',
  callColleague: 'cooperation', promiseRelay: 'cooperation', acknowledgeRelay: 'cooperation', askForAssist: 'cooperation', giveAssist: 'cooperation', waiveAssist: 'cooperation', makeInquiry: 'cooperation',
  answerInquiry: 'cooperation', askAdvice: 'cooperation', giveAdvice: 'cooperation', assignStaff: 'cooperation', confirmAssignment: 'cooperation',
  promiseCase: 'time', askForExtension: 'time', askForPause: 'time', resumeCase: 'time', decideApproval: 'time',
  askForRuling: 'leaders', ruleCase: 'leaders', decideTransfer: 'leaders', passUp: 'leaders', takeUpDuty: 'leaders', reportRefusal: 'leaders', reportUnsolved: 'leaders', answerForward: 'leaders', askForSupport: 'leaders',
  answerHelp: 'leaders', urgeCase: 'leaders', instructCase: 'leaders', reportOnInstruction: 'leaders', superviseCase: 'leaders', reportOnSupervision: 'leaders', signOffSupervision: 'leaders',
  takePapers: 'papers', returnPapers: 'papers', offerPapers: 'papers', confirmPapers: 'papers', addAttachment: 'papers',
}

/** What is for this reader to do now stands first, under no other heading. */
export function groupActs(allowed: readonly ActName[]): readonly { readonly group: ActGroup | 'mine'; readonly acts: readonly ActName[] }[] {
  const mine = allowed.filter((act) => OWED.includes(act))
  const groups = ACT_GROUPS.map((group) => ({ group, acts: allowed.filter((act) => GROUP_OF[act] === group && !mine.includes(act)) }))
  return [{ group: 'mine' as const, acts: mine }, ...groups].filter(({ acts }) => acts.length > 0)
}

/** One reason often stands against many acts; it is said once, and the one against most comes first. */
export function groupRefusals(refused: SortedActs['refused']): readonly { readonly refusal: string; readonly acts: readonly ActName[] }[] {
  const reasons = [...new Set(refused.flatMap((one) => one.refusal ?? []))]
  return reasons.map((refusal) => ({ refusal, acts: refused.filter((one) => one.refusal === refusal).map((one) => one.act) })).toSorted((one, other) => other.acts.length - one.acts.length)
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
