import { reportUndonePublicly } from '@daodi/contract/public/cases.ts'
import { answerHelp, askForSupport, reportUndone } from '@daodi/contract/staff/cases/help.ts'
import { answerHelp as answer, askForSupport as support, reportUndone as undone } from '@daodi/domain/cases/ask-for-help.ts'
import type { Holder } from '@daodi/domain/cases/state.ts'
import { LAST_RESORT } from '@daodi/domain/obligations/climb.ts'
import { route } from '../http/route.ts'
import { actRoute } from './act-route.ts'
import { actByCode } from './public-acts.ts'
import { aroundCase, roleHolders, type Decided, type Scene } from './scene.ts'

/** Those the policy names; where they are the handler alone, or nobody, whoever stands in for everything. */
async function heardBy(scene: Scene, of: 'undone' | 'support'): Promise<Holder[]> {
  const around = await aroundCase(scene)
  const without = (holders: Holder[]): Holder[] => holders.filter(({ personId }) => personId !== scene.state.handler.personId)
  const named = without(roleHolders(scene.state, around, scene.rules.policy.help[of]))
  return named.length > 0 ? named : without(roleHolders(scene.state, around, LAST_RESORT))
}

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
