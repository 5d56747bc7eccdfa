import { reportUndonePublicly } from '@daodi/contract/public/cases.ts'
import { answerHelp, askForSupport, reportUndone } from '@daodi/contract/staff/cases/help.ts'
import { answerHelp as answer, askForSupport as support, reportUndone as undone } from '@daodi/domain/cases/ask-for-help.ts'
import { route } from '../http/route.ts'
import { actRoute } from './act-route.ts'
import { heardBy } from './heard-by.ts'
import { actByCode } from './public-acts.ts'
import type { Decided } from './scene.ts'

export const reportUndoneRoute = actRoute(reportUndone, async (scene, by, { body }) =>
  undone(scene.state, by, { text: scene.texts.add('undone', body.text), to: await heardBy(scene, 'undone') }, scene.rules))

export const askForSupportRoute = actRoute(askForSupport, async (scene, by, { body }) =>
  support(scene.state, by, { text: scene.texts.add('support', body.text), to: await heardBy(scene, 'support') }, scene.rules))

export const answerHelpRoute = actRoute(answerHelp, (scene, by, { body }) => answer(scene.state, by, { helpId: body.helpId, text: scene.texts.add('answer', body.text) }))

export const reportUndonePubliclyRoute = route(reportUndonePublicly, async ({ params, body, at }, services) => {
  const done = await actByCode(services, { ...params, code: body.code, at }, async (scene) => {
    const outcome = undone(scene.state, null, { text: scene.texts.add('undone', body.text), to: await heardBy(scene, 'undone') }, scene.rules)
    return outcome as Decided<'case-ended' | 'already-reported' | 'no-receiver'>
  })
  return done.ok ? { ok: true, value: { at }, caseId: done.state.id } : done
})
