import { instructCase, reportOnInstruction, reportOnSupervision, signOffSupervision, superviseCase, urgeCase } from '@daodi/contract/staff/cases/supervision.ts'
import {
  instructCase as instruct, reportOnInstruction as reportInstruction, reportOnSupervision as reportSupervision, signOffSupervision as signOff, superviseCase as supervise, urgeCase as urge,
} from '@daodi/domain/cases/urge-case.ts'
import { actRoute } from './act-route.ts'

export const urgeCaseRoute = actRoute(urgeCase, (scene, by, { body }) => urge(scene.state, by, scene.texts.maybe('urge', body.text)))

export const instructCaseRoute = actRoute(instructCase, (scene, by, { body }) => instruct(scene.state, by, scene.texts.add('instruction', body.text), scene.rules))

export const reportOnInstructionRoute = actRoute(reportOnInstruction, (scene, by, { body }) =>
  reportInstruction(scene.state, by, { instructionId: body.instructionId, text: scene.texts.add('report', body.text) }))

export const superviseCaseRoute = actRoute(superviseCase, (scene, by, { body }) =>
  supervise(scene.state, by, { level: body.level, requirement: scene.texts.add('requirement', body.requirement) }, scene.rules))

export const reportOnSupervisionRoute = actRoute(reportOnSupervision, (scene, by, { body }) => reportSupervision(scene.state, by, scene.texts.add('report', body.text), scene.rules))

export const signOffSupervisionRoute = actRoute(signOffSupervision, (scene, by, { body }) => signOff(scene.state, by, scene.texts.add('opinion', body.opinion)))
