import { addAttachmentRoute } from './attachments/add-attachment.ts'
import { getAttachmentRoute } from './attachments/get-attachment.ts'
import { acceptReferralRoute } from './cases/accept-referral.ts'
import { addNoteRoute } from './cases/add-note.ts'
import { askForRulingRoute } from './cases/ask-for-ruling.ts'
import { askPubliclyRoute } from './cases/ask-publicly.ts'
import { closeCaseRoute, reopenCaseRoute, withdrawCaseRoute } from './cases/close-case.ts'
import { correctCaseRoute } from './cases/correct-case.ts'
import { decideCaseRoute } from './cases/decide-case.ts'
import { getCaseLedgerRoute, getCaseRoute } from './cases/get-case.ts'
import { issueNoticeRoute } from './cases/issue-notice.ts'
import { caseFolder } from './cases/lay-attachment.ts'
import { listCasesRoute } from './cases/list-cases.ts'
import { promiseCaseRoute } from './cases/promise-case.ts'
import { addInformationRoute, rateCaseRoute, sayNotSolvedRoute } from './cases/public-acts.ts'
import { referCaseRoute } from './cases/refer-case.ts'
import { registerCaseRoute } from './cases/register-case.ts'
import { recordContactAttemptRoute, replyToCaseRoute } from './cases/reply-to-case.ts'
import { resolveCaseRoute } from './cases/resolve-case.ts'
import { returnReferralRoute } from './cases/return-referral.ts'
import { revealRequesterRoute } from './cases/reveal-requester.ts'
import { ruleCaseRoute } from './cases/rule-case.ts'
import { returnPapersRoute, takePapersRoute } from './cases/take-papers.ts'
import { trackCaseRoute } from './cases/track-case.ts'
import { withdrawReferralRoute } from './cases/withdraw-referral.ts'
import { listMattersRoute } from './directory/list-matters.ts'
import { listPeopleRoute } from './directory/list-people.ts'
import { listUnitsRoute } from './directory/list-units.ts'
import { streamEventsRoute } from './events/stream-events.ts'
import type { Route } from './http/route.ts'
import { getUnitOverviewRoute } from './obligations/get-unit-overview.ts'
import { listObligationsRoute } from './obligations/list-obligations.ts'
import { getPublicInfoRoute } from './public/get-public-info.ts'
import { suggestAtRegisterRoute } from './register/suggest.ts'
import { listDemoPeopleRoute, signInAsDemoRoute } from './session/demo-session.ts'
import { getSessionRoute } from './session/get-session.ts'
import { signInRoute } from './session/sign-in.ts'
import { signOutEverywhereRoute, signOutRoute } from './session/sign-out.ts'

/** Every operation this server answers, in the order of the contract. */
export const routes: readonly Route[] = [
  signInRoute, getSessionRoute, signOutRoute, signOutEverywhereRoute, listDemoPeopleRoute, signInAsDemoRoute,
  registerCaseRoute, listCasesRoute, getCaseRoute, getCaseLedgerRoute, decideCaseRoute, promiseCaseRoute, issueNoticeRoute, takePapersRoute, returnPapersRoute,
  referCaseRoute, acceptReferralRoute, returnReferralRoute, withdrawReferralRoute, askForRulingRoute, ruleCaseRoute, resolveCaseRoute, replyToCaseRoute,
  recordContactAttemptRoute, closeCaseRoute, reopenCaseRoute, withdrawCaseRoute, addNoteRoute, correctCaseRoute, revealRequesterRoute,
  addAttachmentRoute(caseFolder), getAttachmentRoute,
  listObligationsRoute, streamEventsRoute, getUnitOverviewRoute, suggestAtRegisterRoute,
  listUnitsRoute, listPeopleRoute, listMattersRoute,
  getPublicInfoRoute, askPubliclyRoute, trackCaseRoute, addInformationRoute, sayNotSolvedRoute, rateCaseRoute,
]
