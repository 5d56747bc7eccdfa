import { createTokenRoute } from './access/create-token.ts'
import { listTokensRoute } from './access/list-tokens.ts'
import { revokeTokenRoute } from './access/revoke-token.ts'
import { addAttachmentRoute } from './attachments/add-attachment.ts'
import { attachPubliclyRoute } from './attachments/attach-publicly.ts'
import { getPublicAttachmentRoute } from './attachments/get-public-attachment.ts'
import { getAttachmentRoute } from './attachments/get-attachment.ts'
import { acknowledgeRelayRoute, callColleagueRoute, promiseRelayRoute, recordContactRoute } from './cases/absent-colleague.ts'
import { acceptReferralRoute } from './cases/accept-referral.ts'
import { addNoteRoute } from './cases/add-note.ts'
import { askForExtensionRoute, askForPauseRoute, decideApprovalRoute, reportRefusalRoute, resumeCaseRoute } from './cases/ask-for-approval.ts'
import { askForAssistRoute, giveAssistRoute, waiveAssistRoute } from './cases/ask-for-assist.ts'
import { answerHelpRoute, askForSupportRoute, reportUndonePubliclyRoute, reportUndoneRoute } from './cases/ask-for-help.ts'
import { askForRulingRoute } from './cases/ask-for-ruling.ts'
import { askPubliclyRoute } from './cases/ask-publicly.ts'
import { closeCaseRoute, reopenCaseRoute, withdrawCaseRoute } from './cases/close-case.ts'
import { askAdviceRoute, giveAdviceRoute } from './cases/consult.ts'
import { passUpRoute } from './cases/pass-up.ts'
import { correctCaseRoute } from './cases/correct-case.ts'
import { decideCaseRoute } from './cases/decide-case.ts'
import { decideTransferRoute } from './cases/decide-transfer.ts'
import { completeStepRoute, fillSheetRoute, flagCaseRoute, giveSolutionRoute, planEffectCheckRoute, recordEffectRoute, takeUpDutyRoute, unflagCaseRoute } from './cases/care.ts'
import { assignStaffRoute, completeRecordRoute, confirmAssignmentRoute, raiseEmergencyRoute } from './cases/emergency.ts'
import { getCaseLedgerRoute, getCaseRoute } from './cases/get-case.ts'
import { archiveCaseRoute, confirmReceiptRoute, informPersonRoute } from './cases/inform-person.ts'
import { issueNoticeRoute } from './cases/issue-notice.ts'
import { caseFolder, publicFolder, caseKey } from './cases/lay-attachment.ts'
import { caseOnPaper } from './cases/case-on-paper.ts'
import { listCasesRoute } from './cases/list-cases.ts'
import { endAppointmentRoute, makeAppointmentRoute, moveAppointmentRoute } from './cases/make-appointment.ts'
import { confirmPapersRoute, offerPapersRoute } from './cases/hand-papers.ts'
import { answerInquiryRoute, makeInquiryRoute } from './cases/inquire.ts'
import { listArbitersRoute } from './cases/list-arbiters.ts'
import { addChildRoute, mergeCaseRoute, unmergeCaseRoute } from './cases/merge-cases.ts'
import { promiseCaseRoute } from './cases/promise-case.ts'
import { addInformationRoute, confirmPubliclyRoute, rateCaseRoute, sayNotSolvedRoute, withdrawPubliclyRoute } from './cases/public-acts.ts'
import { referCaseRoute } from './cases/refer-case.ts'
import { registerCaseRoute } from './cases/register-case.ts'
import { recordContactAttemptRoute, replyToCaseRoute } from './cases/reply-to-case.ts'
import { resolveCaseRoute } from './cases/resolve-case.ts'
import { returnReferralRoute } from './cases/return-referral.ts'
import { revealRequesterRoute } from './cases/reveal-requester.ts'
import { ruleCaseRoute } from './cases/rule-case.ts'
import {
  instructCaseRoute, reportOnInstructionRoute, reportOnSupervisionRoute, signOffSupervisionRoute, superviseCaseRoute, urgeCaseRoute,
} from './cases/supervise-case.ts'
import { returnPapersRoute, takePapersRoute } from './cases/take-papers.ts'
import { trackCaseRoute } from './cases/track-case.ts'
import { answerForwardRoute, reportUnsolvedRoute } from './cases/unsolved.ts'
import { withdrawReferralRoute } from './cases/withdraw-referral.ts'
import { returnResultRoute } from './cases/return-result.ts'
import { applyDirectoryImportRoute } from './directory-import/apply-import.ts'
import { checkDirectoryImportRoute } from './directory-import/check-import.ts'
import { exportDirectoryRoute } from './directory-import/export-directory.ts'
import { createAccountRoute } from './directory/create-account.ts'
import { createUnitRoute } from './directory/create-unit.ts'
import { createDeskRoute, listDesksRoute, updateDeskRoute } from './directory/desks.ts'
import { getMyDutiesRoute, getPersonRoute } from './directory/get-person.ts'
import { getTeamWorkRoute } from './obligations/get-team-work.ts'
import { createGroupRoute, listGroupsRoute, updateGroupRoute } from './directory/groups.ts'
import { listAccountsRoute } from './directory/list-accounts.ts'
import { listDirectoryGapsRoute } from './directory/list-directory-gaps.ts'
import { listPeopleRoute } from './directory/list-people.ts'
import { listUnitsRoute } from './directory/list-units.ts'
import { createOutsideContactRoute, listOutsideContactsRoute, updateOutsideContactRoute } from './directory/outside-contacts.ts'
import { createPostRoute, listPostsRoute, updatePostRoute } from './directory/posts.ts'
import { resetPasswordRoute } from './directory/reset-password.ts'
import { revokeSessionsRoute } from './directory/revoke-sessions.ts'
import { searchPhoneBookRoute } from './directory/search-phone-book.ts'
import { updateAccountRoute } from './directory/update-account.ts'
import { updateUnitRoute } from './directory/update-unit.ts'
import { streamEventsRoute } from './events/stream-events.ts'
import { downloadCaseFormRoute, printCaseFormRoute } from './exports/print-case-form.ts'
import { downloadShiftFormRoute, downloadUnitFormRoute, printShiftFormRoute, printUnitFormRoute } from './exports/print-duty-forms.ts'
import { downloadRegisterRoute, printRegisterRoute } from './exports/print-register.ts'
import { downloadExportRoute, getExportRoute, requestExportRoute } from './exports/request-export.ts'
import type { Route } from './http/route.ts'
import { getMailSettingsRoute, sendTestMailRoute, setMailSettingsRoute } from './mail/settings.ts'
import { listNoticesRoute, readNoticesRoute } from './notices/list-notices.ts'
import { getNoticePreferencesRoute, setNoticePreferencesRoute } from './notices/preferences.ts'
import { checkMattersRoute } from './matters/check-matters.ts'
import { createMatterRoute } from './matters/create-matter.ts'
import { discardMatterDraftRoute, listMatterDraftsRoute, removeMatterRoute, saveMatterDraftRoute } from './matters/draft-matter.ts'
import { getMatterRoute, listMattersRoute } from './matters/list-matters.ts'
import { draftFromPrecedentRoute, listPrecedentsRoute, revokePrecedentRoute } from './matters/precedents.ts'
import { getMatterEditionRoute, listEditionMattersRoute, listMatterEditionsRoute, publishMattersRoute } from './matters/publish-matters.ts'
import { getUnitFiguresRoute } from './obligations/get-unit-figures.ts'
import { getUnitOverviewRoute } from './obligations/get-unit-overview.ts'
import { listOutboxRoute, resendOutboxRoute } from './outbox/list-outbox.ts'
import { createWebhookRoute, deleteWebhookRoute, listWebhooksRoute, rotateWebhookSecretRoute, testWebhookRoute, updateWebhookRoute } from './webhooks/endpoints.ts'
import { listObligationsRoute } from './obligations/list-obligations.ts'
import { checkPolicyDraftRoute } from './policy/check-draft.ts'
import { discardPolicyDraftRoute, savePolicyDraftRoute } from './policy/drafts.ts'
import { getCalendarRoute, getCalendarVersionRoute } from './policy/get-calendar.ts'
import { getPolicySettingsRoute } from './policy/get-policy-settings.ts'
import { getUnitPolicyRoute } from './policy/get-unit-policy.ts'
import { loadPresets } from './policy/load-presets.ts'
import { previewPolicyRoute } from './policy/preview-policy.ts'
import { checkCalendarDraftRoute, publishCalendarRoute } from './policy/publish-calendar.ts'
import { publishPolicyRoute } from './policy/publish-policy.ts'
import { readHolidayNoticeRoute } from './policy/read-holiday-notice.ts'
import { testDeadlineRoute } from './policy/test-deadline.ts'
import { comparePolicyVersionsRoute, getPolicyVersionRoute, listPolicyVersionsRoute } from './policy/versions.ts'
import { getPublicInfoRoute } from './public/get-public-info.ts'
import { listPublicDesksRoute } from './public/list-desks.ts'
import { findForCaseRoute, suggestAtRegisterRoute } from './register/suggest.ts'
import { hintPubliclyRoute } from './public/hint-publicly.ts'
import { endAbsenceRoute, recordAbsenceRoute, setCoverRoute, setSkillsRoute } from './roster/absences.ts'
import { listDeskCoverRoute } from './roster/desk-cover.ts'
import { listReceptionGapsRoute } from './roster/reception.ts'
import { getOnDutyRoute, getPresenceRoute, getRosterRoute } from './roster/get-roster.ts'
import { createRosterFeedRoute, getMyRosterRoute, getRosterFeedRoute, revokeRosterFeedRoute } from './roster/my-roster.ts'
import { answerBellRoute, listBellsRoute, ringBellRoute } from './roster/bells.ts'
import { createBoardRoute, readBoardRoute } from './roster/boards.ts'
import { acceptHandoverRoute, beginShiftRoute, endShiftRoute, handOverShiftRoute, recordRoundRoute } from './roster/hand-over.ts'
import { getShiftRoute } from './roster/shift-page.ts'
import { listShiftTasksRoute } from './roster/list-tasks.ts'
import { answerOfferRoute, receiveOccasionRoute, reopenTaskRoute, tickTaskRoute } from './roster/tasks.ts'
import { cancelWalkroundRoute, listWalkroundsRoute, planWalkroundsRoute, recordWalkroundRoute } from './roster/walkrounds.ts'
import { signSuccessionsRoute } from './cases/sign-successions.ts'
import { getLeaversCasesRoute, listSuccessionsRoute, nameSuccessorsRoute, signSuccessionRoute } from './cases/successions.ts'
import { planShiftsRoute } from './roster/plan-shifts.ts'
import { createShiftKindRoute, updateShiftKindRoute } from './roster/shift-kinds.ts'
import { changePasswordRoute } from './session/change-password.ts'
import { listDemoPeopleRoute, signInAsDemoRoute } from './session/demo-session.ts'
import { findSessionRoute, getSessionRoute } from './session/get-session.ts'
import { signInRoute } from './session/sign-in.ts'
import { signOutEverywhereRoute, signOutRoute } from './session/sign-out.ts'
import { completeSetupRoute } from './setup/complete-setup.ts'
import { getReadinessRoute } from './setup/get-readiness.ts'
import { getSetupRoute } from './setup/get-setup.ts'

/** Every operation this server answers, in the order of the contract. */
export const routes: readonly Route[] = [
  signInRoute, getSessionRoute, findSessionRoute, signOutRoute, signOutEverywhereRoute, changePasswordRoute, listDemoPeopleRoute, signInAsDemoRoute,
  getSetupRoute(loadPresets), completeSetupRoute(loadPresets), getReadinessRoute,
  createShiftKindRoute, updateShiftKindRoute, getRosterRoute, planShiftsRoute, getOnDutyRoute, listDeskCoverRoute, listReceptionGapsRoute, getPresenceRoute, recordAbsenceRoute, endAbsenceRoute, setCoverRoute,
  setSkillsRoute, getMyRosterRoute, createRosterFeedRoute, revokeRosterFeedRoute, getRosterFeedRoute, createBoardRoute, readBoardRoute,
  getShiftRoute, beginShiftRoute, recordRoundRoute, handOverShiftRoute, acceptHandoverRoute, endShiftRoute, ringBellRoute, listBellsRoute, answerBellRoute,
  listShiftTasksRoute, receiveOccasionRoute, answerOfferRoute, tickTaskRoute, reopenTaskRoute,
  listWalkroundsRoute, planWalkroundsRoute, recordWalkroundRoute, cancelWalkroundRoute,
  getLeaversCasesRoute, nameSuccessorsRoute, listSuccessionsRoute, signSuccessionsRoute, signSuccessionRoute,
  registerCaseRoute, listCasesRoute, getCaseRoute, getCaseLedgerRoute, decideCaseRoute, promiseCaseRoute, issueNoticeRoute, takePapersRoute, returnPapersRoute,
  referCaseRoute, acceptReferralRoute, returnReferralRoute, withdrawReferralRoute, askForRulingRoute, ruleCaseRoute, resolveCaseRoute, returnResultRoute, replyToCaseRoute,
  recordContactAttemptRoute, closeCaseRoute, reopenCaseRoute, withdrawCaseRoute, addNoteRoute, correctCaseRoute, revealRequesterRoute,
  addAttachmentRoute(caseFolder), getAttachmentRoute,
  askForExtensionRoute, askForPauseRoute, reportRefusalRoute, decideApprovalRoute, resumeCaseRoute, askForAssistRoute, giveAssistRoute, waiveAssistRoute, urgeCaseRoute,
  instructCaseRoute, reportOnInstructionRoute, superviseCaseRoute, reportOnSupervisionRoute, signOffSupervisionRoute, makeAppointmentRoute, moveAppointmentRoute,
  endAppointmentRoute, reportUndoneRoute, askForSupportRoute, answerHelpRoute, informPersonRoute, confirmReceiptRoute, archiveCaseRoute,
  callColleagueRoute, promiseRelayRoute, acknowledgeRelayRoute, recordContactRoute, offerPapersRoute, confirmPapersRoute, askAdviceRoute, giveAdviceRoute, passUpRoute, decideTransferRoute,
  makeInquiryRoute, answerInquiryRoute, reportUnsolvedRoute, answerForwardRoute, addChildRoute, mergeCaseRoute, unmergeCaseRoute, raiseEmergencyRoute, assignStaffRoute,
  confirmAssignmentRoute, completeRecordRoute, listArbitersRoute,
  fillSheetRoute, completeStepRoute, flagCaseRoute, unflagCaseRoute, planEffectCheckRoute, recordEffectRoute, takeUpDutyRoute, giveSolutionRoute,
  listObligationsRoute, streamEventsRoute, getUnitOverviewRoute, getUnitFiguresRoute, suggestAtRegisterRoute, findForCaseRoute,
  listNoticesRoute, readNoticesRoute, getNoticePreferencesRoute, setNoticePreferencesRoute,
  listOutboxRoute, resendOutboxRoute, getMailSettingsRoute, setMailSettingsRoute, sendTestMailRoute, listWebhooksRoute, createWebhookRoute, updateWebhookRoute,
  rotateWebhookSecretRoute, testWebhookRoute, deleteWebhookRoute,
  requestExportRoute, getExportRoute, downloadExportRoute,
  printCaseFormRoute(caseOnPaper), downloadCaseFormRoute(caseOnPaper), printRegisterRoute, downloadRegisterRoute,
  printShiftFormRoute, downloadShiftFormRoute, printUnitFormRoute, downloadUnitFormRoute,
  listUnitsRoute, listPeopleRoute, createUnitRoute, updateUnitRoute, listAccountsRoute, createAccountRoute, updateAccountRoute, resetPasswordRoute,
  revokeSessionsRoute,
  listPostsRoute, createPostRoute, updatePostRoute, listDesksRoute, createDeskRoute, updateDeskRoute, listGroupsRoute, getTeamWorkRoute, createGroupRoute, updateGroupRoute,
  listOutsideContactsRoute, createOutsideContactRoute, updateOutsideContactRoute, searchPhoneBookRoute, getPersonRoute, getMyDutiesRoute, listDirectoryGapsRoute,
  listTokensRoute, createTokenRoute, revokeTokenRoute,
  getUnitPolicyRoute, getPolicySettingsRoute, checkPolicyDraftRoute, savePolicyDraftRoute, discardPolicyDraftRoute, publishPolicyRoute,
  listPolicyVersionsRoute, getPolicyVersionRoute, comparePolicyVersionsRoute, previewPolicyRoute,
  getCalendarRoute, checkCalendarDraftRoute, publishCalendarRoute, getCalendarVersionRoute, readHolidayNoticeRoute, testDeadlineRoute,
  checkDirectoryImportRoute, applyDirectoryImportRoute, exportDirectoryRoute,
  listMattersRoute, getMatterRoute, createMatterRoute, listMatterDraftsRoute, saveMatterDraftRoute, removeMatterRoute, discardMatterDraftRoute,
  checkMattersRoute, publishMattersRoute, listMatterEditionsRoute, getMatterEditionRoute, listEditionMattersRoute, listPrecedentsRoute, draftFromPrecedentRoute, revokePrecedentRoute,
  getPublicInfoRoute, listPublicDesksRoute, askPubliclyRoute, trackCaseRoute, addInformationRoute, sayNotSolvedRoute, rateCaseRoute,
  reportUndonePubliclyRoute, attachPubliclyRoute(publicFolder), withdrawPubliclyRoute, confirmPubliclyRoute, getPublicAttachmentRoute(caseKey), hintPubliclyRoute,
]
