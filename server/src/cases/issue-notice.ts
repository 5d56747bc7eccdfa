import { issueNotice } from '@daodi/contract/staff/cases/issue-notice.ts'
import { issueNotice as issue } from '@daodi/domain/cases/issue-notice.ts'
import { actRoute } from './act-route.ts'

export const issueNoticeRoute = actRoute(issueNotice, (scene, by, { body }) => {
  const papers = scene.texts.add('papers', JSON.stringify(body.papers))
  return issue(scene.state, by, { papers, given: body.papers.map((paper) => paper.given) }, scene.rules)
})
