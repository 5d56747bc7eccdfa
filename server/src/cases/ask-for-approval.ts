import { askForExtension, askForPause, decideApproval, reportRefusal, resumeCase } from '@daodi/contract/staff/cases/approvals.ts'
import { askForExtension as extend, askForPause as pause, reportRefusal as report, type Levels } from '@daodi/domain/cases/ask-for-approval.ts'
import type { Approval } from '@daodi/domain/cases/course.ts'
import { decideApproval as decide } from '@daodi/domain/cases/decide-approval.ts'
import { resumeCase as resume } from '@daodi/domain/cases/pause-case.ts'
import { LAST_RESORT } from '@daodi/domain/obligations/climb.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'
import { aroundCase, roleHolders, type Scene } from './scene.ts'

/** Who decides on it, from the lowest authority up. Where nobody holds the last one's post, whoever stands in for everything. */
async function levelsOf(scene: Scene, of: Approval['of']): Promise<Levels> {
  const { policy } = scene.rules
  const around = await aroundCase(scene)
  const roles = of === 'extension' ? policy.extension.approvers.map(({ by }) => [by]) : [of === 'pause' ? policy.pause.approvers : policy.refusalReport.approvers]
  const levels = roles.map((each) => roleHolders(scene.state, around, each))
  const last = levels.at(-1) ?? []
  return last.length > 0 ? levels : [...levels.slice(0, -1), roleHolders(scene.state, around, LAST_RESORT)]
}

export const askForExtensionRoute = actRoute(askForExtension, async (scene, by, { body }) =>
  extend(scene.state, by, { until: utc(body.until), reason: scene.texts.add('reason', body.reason), levels: await levelsOf(scene, 'extension') }, scene.rules))

export const askForPauseRoute = actRoute(askForPause, async (scene, by, { body }) =>
  pause(scene.state, by, { cause: body.cause, until: utc(body.until), reason: scene.texts.add('reason', body.reason), levels: await levelsOf(scene, 'pause') }, scene.rules))

export const reportRefusalRoute = actRoute(reportRefusal, async (scene, by, { body }) =>
  report(scene.state, by, { reason: scene.texts.add('reason', body.reason), levels: await levelsOf(scene, 'refusal') }, scene.rules))

export const decideApprovalRoute = actRoute(decideApproval, async (scene, by, { body }) => {
  const levels = scene.state.course.approval ? await levelsOf(scene, scene.state.course.approval.of) : []
  return decide(scene.state, by, { approve: body.approve, reason: scene.texts.maybe('reason', body.reason), levels }, scene.rules)
})

export const resumeCaseRoute = actRoute(resumeCase, (scene, by) => resume(scene.state, by, scene.rules))
