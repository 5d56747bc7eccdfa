import { AcknowledgeRelay, CallColleague, PromiseRelay, RecordContact } from './absent-colleague.tsx'
import { AcceptReferral } from './accept-referral.tsx'
import { AddNote } from './add-note.tsx'
import { AnswerHelp, AskForSupport, ReportUndone } from './ask-for-help.tsx'
import { AskForAssist, GiveAssist, WaiveAssist } from './ask-for-assist.tsx'
import { AskForExtension, AskForPause, ReportRefusal, ResumeCase } from './ask-for-approval.tsx'
import { AskForRuling } from './ask-for-ruling.tsx'
import type { ActName, CaseView } from './case-query.ts'
import { CloseCase } from './close-case.tsx'
import { AskAdvice, GiveAdvice } from './consult.tsx'
import { CorrectCase } from './correct-case.tsx'
import { DecideApproval } from './decide-approval.tsx'
import { DecideCase } from './decide-case.tsx'
import { ArchiveCase, ConfirmReceipt, InformPerson } from './inform-person.tsx'
import { IssueNotice } from './issue-notice.tsx'
import { EndAppointment, MakeAppointment, MoveAppointment } from './make-appointment.tsx'
import { DecideTransfer } from './decide-transfer.tsx'
import { AssignStaff, CompleteRecord, ConfirmAssignment } from './emergency.tsx'
import { CompleteStep, FillSheet, FlagCase, PlanEffectCheck, RecordEffect, UnflagCase } from './care.tsx'
import { GiveSolution } from './give-solution.tsx'
import { ConfirmPapers, OfferPapers } from './hand-papers.tsx'
import { AnswerInquiry, MakeInquiry } from './inquire.tsx'
import { AddChild, MergeCase, UnmergeCase } from './merge-cases.tsx'
import { PassUp } from './pass-up.tsx'
import { PromiseCase } from './promise-case.tsx'
import { RecordContactAttempt } from './record-contact-attempt.tsx'
import { ReferCase } from './refer-case.tsx'
import { ReopenCase } from './reopen-case.tsx'
import { ReplyToCase } from './reply-to-case.tsx'
import { ResolveCase } from './resolve-case.tsx'
import { ReturnPapers } from './return-papers.tsx'
import { ReturnReferral } from './return-referral.tsx'
import { ReturnResult } from './return-result.tsx'
import { RuleCase } from './rule-case.tsx'
import { InstructCase, ReportOnInstruction, ReportOnSupervision, SignOffSupervision, SuperviseCase, UrgeCase } from './supervise-case.tsx'
import { TakePapers } from './take-papers.tsx'
import { TakeUpDuty } from './take-up-duty.tsx'
import { AnswerForward, ReportUnsolved } from './unsolved.tsx'
import { WithdrawCase } from './withdraw-case.tsx'
import { WithdrawReferral } from './withdraw-referral.tsx'

export interface ActProps { readonly view: CaseView; readonly onClose: () => void }

/** Acts that have a panel of their own; adding a file and revealing a contact happen where the files and the contact stand. */
export type PanelAct = Exclude<ActName, 'addAttachment' | 'revealRequester'>

const PANELS: { readonly [Act in PanelAct]: (props: ActProps) => React.ReactNode } = {
  decideCase: DecideCase, promiseCase: PromiseCase, issueNotice: IssueNotice, takePapers: TakePapers, returnPapers: ReturnPapers, referCase: ReferCase,
  acceptReferral: AcceptReferral, returnReferral: ReturnReferral, withdrawReferral: WithdrawReferral, askForRuling: AskForRuling, ruleCase: RuleCase,
  resolveCase: ResolveCase, returnResult: ReturnResult, replyToCase: ReplyToCase, recordContactAttempt: RecordContactAttempt, closeCase: CloseCase, reopenCase: ReopenCase,
  withdrawCase: WithdrawCase, addNote: AddNote, correctCase: CorrectCase,
  askForExtension: AskForExtension, askForPause: AskForPause, reportRefusal: ReportRefusal, decideApproval: DecideApproval, resumeCase: ResumeCase, askForAssist: AskForAssist, giveAssist: GiveAssist, waiveAssist: WaiveAssist,
  urgeCase: UrgeCase, instructCase: InstructCase, reportOnInstruction: ReportOnInstruction, superviseCase: SuperviseCase, reportOnSupervision: ReportOnSupervision, signOffSupervision: SignOffSupervision,
  makeAppointment: MakeAppointment, moveAppointment: MoveAppointment, endAppointment: EndAppointment, reportUndone: ReportUndone, askForSupport: AskForSupport, answerHelp: AnswerHelp,
  informPerson: InformPerson, confirmReceipt: ConfirmReceipt, archiveCase: ArchiveCase,
  callColleague: CallColleague, promiseRelay: PromiseRelay, acknowledgeRelay: AcknowledgeRelay, recordContact: RecordContact, offerPapers: OfferPapers, confirmPapers: ConfirmPapers,
  askAdvice: AskAdvice, giveAdvice: GiveAdvice, passUp: PassUp, decideTransfer: DecideTransfer, makeInquiry: MakeInquiry, answerInquiry: AnswerInquiry, reportUnsolved: ReportUnsolved,
  answerForward: AnswerForward, addChild: AddChild, mergeCase: MergeCase, unmergeCase: UnmergeCase, assignStaff: AssignStaff, confirmAssignment: ConfirmAssignment,
  completeRecord: CompleteRecord,
  fillSheet: FillSheet, completeStep: CompleteStep, flagCase: FlagCase, unflagCase: UnflagCase, planEffectCheck: PlanEffectCheck, recordEffect: RecordEffect, takeUpDuty: TakeUpDuty, giveSolution: GiveSolution,
}

/** Whether an act named in an address has a panel; one that needs no panel is never done by an address alone. */
export function hasPanel(name: string | null): name is PanelAct {
  return name !== null && name !== 'acceptReferral' && Object.hasOwn(PANELS, name)
}

export function ActDialog({ act, view, onClose }: ActProps & { act: PanelAct }) {
  const Panel = PANELS[act]
  return <Panel view={view} onClose={onClose} />
}
