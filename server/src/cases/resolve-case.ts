import { resolveCase } from '@daodi/contract/staff/cases/resolve-case.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import { resolveCase as resolve } from '@daodi/domain/cases/resolve-case.ts'
import { actRoute } from './act-route.ts'

export const resolveCaseRoute = actRoute(resolveCase, (scene, by, { body }) => {
  const { texts, rules } = scene
  const direction = body.where || body.phone ? texts.add('direction', JSON.stringify({ where: body.where ?? null, phone: body.phone ?? null })) : null
  const ask = {
    outcome: body.outcome, text: texts.add('resolution', body.text), citation: texts.maybe('citation', body.citation), direction,
    phrase: forbiddenPhrase(body.text, rules.policy),
  }
  return resolve(scene.state, by, ask, rules)
})
