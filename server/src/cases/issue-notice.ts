import { issueNotice } from '@daodi/contract/staff/cases/issue-notice.ts'
import { issueNotice as issue } from '@daodi/domain/cases/issue-notice.ts'
import { actRoute } from './act-route.ts'

export const issueNoticeRoute = actRoute(issueNotice, (scene, by, { body }) => {
  const papers = scene.texts.add('papers', JSON.stringify(body.papers))
  const outcome = issue(scene.state, by, { papers, given: body.papers.map((paper) => paper.given), reason: scene.texts.maybe('reason', scene.state.notices.length > 0 ? body.reason : undefined) }, scene.rules)
  return !outcome.ok && outcome.refusal === 'notice-reason-needed' ? { ...outcome, errors: [{ pointer: '/reason', code: 'notice-reason-needed' }] } : outcome
})
