import type { Operation } from './operation.ts'
import * as publicCases from './public/cases.ts'
import * as publicDesks from './public/desks.ts'
import { hintPublicly } from './public/hint.ts'
import { getRosterFeed } from './public/roster-feed.ts'
import * as tokens from './staff/access/tokens.ts'
import * as absent from './staff/cases/absent-colleague.ts'
import { acceptReferral } from './staff/cases/accept-referral.ts'
import { addNote } from './staff/cases/add-note.ts'
import * as appointments from './staff/cases/appointments.ts'
import * as approvals from './staff/cases/approvals.ts'
import { askForRuling } from './staff/cases/ask-for-ruling.ts'
import * as assists from './staff/cases/assists.ts'
import { addAttachment, getAttachment } from './staff/cases/attachments.ts'
import { closeCase } from './staff/cases/close-case.ts'
import { askAdvice, giveAdvice } from './staff/cases/consult.ts'
import { passUp } from './staff/cases/pass-up.ts'
import { correctCase } from './staff/cases/correct-case.ts'
import { decideCase } from './staff/cases/decide-case.ts'
import { decideTransfer } from './staff/cases/decide-transfer.ts'
import * as care from './staff/cases/care.ts'
import * as emergency from './staff/cases/emergency.ts'
import { getCaseLedger } from './staff/cases/get-case-ledger.ts'
import { getCase } from './staff/cases/get-case.ts'
import * as help from './staff/cases/help.ts'
import * as contact from './staff/cases/inform-person.ts'
import { confirmPapers, offerPapers } from './staff/cases/hand-papers.ts'
import { answerInquiry, makeInquiry } from './staff/cases/inquire.ts'
import { issueNotice } from './staff/cases/issue-notice.ts'
import { listArbiters } from './staff/cases/list-arbiters.ts'
import { listCases } from './staff/cases/list-cases.ts'
import { addChild, mergeCase, unmergeCase } from './staff/cases/merge-cases.ts'
import { promiseCase } from './staff/cases/promise-case.ts'
import { recordContactAttempt } from './staff/cases/record-contact-attempt.ts'
import { referCase } from './staff/cases/refer-case.ts'
import { registerCase } from './staff/cases/register-case.ts'
import { reopenCase } from './staff/cases/reopen-case.ts'
import { replyToCase } from './staff/cases/reply-to-case.ts'
import { resolveCase } from './staff/cases/resolve-case.ts'
import { returnPapers } from './staff/cases/return-papers.ts'
import { returnReferral } from './staff/cases/return-referral.ts'
import { revealRequester } from './staff/cases/reveal-requester.ts'
import { ruleCase } from './staff/cases/rule-case.ts'
import * as supervision from './staff/cases/supervision.ts'
import { takePapers } from './staff/cases/take-papers.ts'
import { answerForward, reportUnsolved } from './staff/cases/unsolved.ts'
import { withdrawCase } from './staff/cases/withdraw-case.ts'
import { withdrawReferral } from './staff/cases/withdraw-referral.ts'
import { returnResult } from './staff/cases/return-result.ts'
import * as desks from './staff/directory/desks.ts'
import * as calendar from './staff/calendar/calendar.ts'
import * as directory from './staff/directory/directory.ts'
import { downloadCaseForm, printCaseForm } from './staff/exports/case-forms.ts'
import * as groups from './staff/directory/groups.ts'
import * as directoryImport from './staff/directory/import.ts'
import * as outside from './staff/directory/outside-contacts.ts'
import * as phoneBook from './staff/directory/phone-book.ts'
import * as posts from './staff/directory/posts.ts'
import * as exports from './staff/exports/exports.ts'
import { downloadShiftForm, downloadUnitForm, printShiftForm, printUnitForm } from './staff/exports/duty-forms.ts'
import { downloadRegister, printRegister } from './staff/exports/register-form.ts'
import * as notices from './staff/notices/notices.ts'
import * as matters from './staff/matters/matters.ts'
import * as obligations from './staff/obligations/obligations.ts'
import * as outbox from './staff/outbox/outbox.ts'
import * as policy from './staff/policy/policy.ts'
import { findForCase, suggestAtRegister } from './staff/register/suggest.ts'
import * as deskCover from './staff/roster/desk-cover.ts'
import * as reception from './staff/roster/reception.ts'
import * as boards from './staff/roster/boards.ts'
import * as roster from './staff/roster/roster.ts'
import * as shift from './staff/roster/shift.ts'
import * as tasks from './staff/roster/tasks.ts'
import * as walkrounds from './staff/roster/walkrounds.ts'
import * as successions from './staff/successions/successions.ts'
import * as session from './staff/session/session.ts'
import * as readiness from './staff/setup/readiness.ts'
import * as setup from './staff/setup/setup.ts'

const declared = [
  session.signIn, session.getSession, session.findSession, session.signOut, session.signOutEverywhere, session.changePassword, session.listDemoPeople, session.signInAsDemo,
  setup.getSetup, setup.completeSetup, readiness.getReadiness,
  roster.createShiftKind, roster.updateShiftKind, roster.getRoster, roster.planShifts, roster.getOnDuty, deskCover.listDeskCover, reception.listReceptionGaps, roster.getPresence, roster.recordAbsence, roster.endAbsence, roster.setCover,
  roster.setSkills, roster.getMyRoster, roster.createRosterFeed, roster.revokeRosterFeed, getRosterFeed, boards.createBoard, boards.readBoard,
  shift.getShift, shift.beginShift, shift.recordRound, shift.handOverShift, shift.acceptHandover, shift.endShift, shift.ringBell, shift.listBells, shift.answerBell,
  tasks.listShiftTasks, tasks.receiveOccasion, tasks.answerOffer, tasks.tickTask, tasks.reopenTask,
  walkrounds.listWalkrounds, walkrounds.planWalkrounds, walkrounds.recordWalkround, walkrounds.cancelWalkround,
  successions.getLeaversCases, successions.nameSuccessors, successions.listSuccessions, successions.signSuccessions, successions.signSuccession,
  registerCase, listCases, getCase, getCaseLedger, decideCase, promiseCase, issueNotice, takePapers, returnPapers, referCase, acceptReferral, returnReferral,
  withdrawReferral, askForRuling, ruleCase, resolveCase, returnResult, replyToCase, recordContactAttempt, closeCase, reopenCase, withdrawCase, addNote, correctCase,
  revealRequester, addAttachment, getAttachment,
  approvals.askForExtension, approvals.askForPause, approvals.reportRefusal, approvals.decideApproval, approvals.resumeCase,
  assists.askForAssist, assists.giveAssist, assists.waiveAssist, supervision.urgeCase, supervision.instructCase, supervision.reportOnInstruction,
  supervision.superviseCase, supervision.reportOnSupervision, supervision.signOffSupervision, appointments.makeAppointment, appointments.moveAppointment,
  appointments.endAppointment, help.reportUndone, help.askForSupport, help.answerHelp, contact.informPerson, contact.confirmReceipt, contact.archiveCase,
  absent.callColleague, absent.promiseRelay, absent.acknowledgeRelay, absent.recordContact, offerPapers, confirmPapers, askAdvice, giveAdvice, passUp, decideTransfer, makeInquiry,
  answerInquiry, reportUnsolved, answerForward, addChild, mergeCase, unmergeCase, emergency.raiseEmergency, emergency.assignStaff, emergency.confirmAssignment,
  emergency.completeRecord, listArbiters,
  care.fillSheet, care.completeStep, care.flagCase, care.unflagCase, care.planEffectCheck, care.recordEffect, care.takeUpDuty, care.giveSolution,
  obligations.listObligations, obligations.streamEvents, obligations.getUnitOverview, obligations.getUnitFigures, suggestAtRegister, findForCase,
  notices.listNotices, notices.readNotices, notices.getNoticePreferences, notices.setNoticePreferences,
  outbox.listOutbox, outbox.resendOutbox, outbox.getMailSettings, outbox.setMailSettings, outbox.sendTestMail, outbox.listWebhooks, outbox.createWebhook, outbox.updateWebhook,
  outbox.rotateWebhookSecret, outbox.testWebhook, outbox.deleteWebhook,
  exports.requestExport, exports.getExport, exports.downloadExport,
  printCaseForm, downloadCaseForm, printRegister, downloadRegister, printShiftForm, downloadShiftForm, printUnitForm, downloadUnitForm,
  directory.listUnits, directory.listPeople, directory.createUnit, directory.updateUnit, directory.listAccounts, directory.createAccount,
  directory.updateAccount, directory.resetPassword, directory.revokeSessions,
  posts.listPosts, posts.createPost, posts.updatePost, desks.listDesks, desks.createDesk, desks.updateDesk, groups.listGroups, groups.getTeamWork, groups.createGroup, groups.updateGroup,
  outside.listOutsideContacts, outside.createOutsideContact, outside.updateOutsideContact,
  phoneBook.searchPhoneBook, phoneBook.getPerson, phoneBook.getMyDuties, phoneBook.listDirectoryGaps,
  tokens.listTokens, tokens.createToken, tokens.revokeToken,
  policy.getUnitPolicy, policy.getPolicySettings, policy.checkPolicyDraft, policy.savePolicyDraft, policy.discardPolicyDraft, policy.publishPolicy,
  policy.listPolicyVersions, policy.getPolicyVersion, policy.comparePolicyVersions, policy.previewPolicy,
  calendar.getCalendar, calendar.checkCalendarDraft, calendar.publishCalendar, calendar.getCalendarVersion, calendar.readHolidayNotice, calendar.testDeadline,
  directoryImport.checkDirectoryImport, directoryImport.applyDirectoryImport, directoryImport.exportDirectory,
  matters.listMatters, matters.getMatter, matters.createMatter, matters.listMatterDrafts, matters.saveMatterDraft, matters.removeMatter, matters.discardMatterDraft,
  matters.checkMatters, matters.publishMatters, matters.listMatterEditions, matters.getMatterEdition, matters.listEditionMatters, matters.listPrecedents, matters.draftFromPrecedent, matters.revokePrecedent,
  publicCases.getPublicInfo, publicDesks.listPublicDesks, publicCases.askPublicly, publicCases.trackCase, publicCases.addInformation, publicCases.sayNotSolved, publicCases.rateCase,
  publicCases.reportUndonePublicly, publicCases.attachPublicly, publicCases.withdrawPublicly, publicCases.confirmPublicly, publicCases.getPublicAttachment, hintPublicly,
] as const satisfies readonly Operation[]

/** Every operation that crosses the wire. The OpenAPI document, the authorisation matrix and the routes are held against this list. */
export const operations: readonly Operation[] = declared

/** Every code a reply may refuse with besides the common ones. The webs' text tables are held against it. */
export type OperationRefusal = RefusalOf<(typeof declared)[number]>
type RefusalOf<Each> = Each extends { readonly refusals: infer Table } ? keyof Table & string : never
