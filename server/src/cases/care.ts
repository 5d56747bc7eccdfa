import { completeStep, fillSheet, flagCase, giveSolution, planEffectCheck, recordEffect, takeUpDuty, unflagCase } from '@daodi/contract/staff/cases/care.ts'
import * as effect from '@daodi/domain/cases/effect.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import { giveSolution as solve } from '@daodi/domain/cases/solve.ts'
import * as sheet from '@daodi/domain/cases/sheet.ts'
import type { Holder } from '@daodi/domain/cases/state.ts'
import * as takeUp from '@daodi/domain/cases/take-up.ts'
import { isOfficeHour, LAST_RESORT } from '@daodi/domain/obligations/climb.ts'
import { peopleNamed } from '../directory/store.ts'
import { onDutyIn } from './absence.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'
import { aroundCase, roleHolders, type Scene } from './scene.ts'

export const fillSheetRoute = actRoute(fillSheet, (scene, by, { body }) => {
  const parts = body.parts.map(({ name, text }) => ({ part: name, text: scene.texts.add('sheet', text) }))
  return sheet.fillSheet(scene.state, by, { step: body.step, parts }, scene.rules)
})

export const completeStepRoute = actRoute(completeStep, (scene, by, { body }) => {
  const { state, rules } = scene
  const outcome = sheet.completeStep(state, by, body.step, rules)
  if (outcome.ok || outcome.refusal !== 'part-missing') return outcome
  const errors = sheet.missingParts(state, rules.policy, body.step).map((detail) => ({ pointer: '/step', code: 'part-missing', detail }))
  return { ...outcome, errors }
})

export const flagCaseRoute = actRoute(flagCase, async (scene, by, { body }) => {
  const tell = await toldOf(scene, body.flag)
  return sheet.flagCase(scene.state, by, { flag: body.flag, note: scene.texts.maybe('note', body.note), tell }, scene.rules)
})

/** In office hours whom the regulation names; outside them whoever is on duty for it, else the holders of the post. Where somebody is to be told, in no case nobody. */
async function toldOf(scene: Scene, flag: string): Promise<Holder[]> {
  const { rules, services: { db }, state: { institutionId } } = scene
  const rule = rules.policy.flags?.find(({ name }) => name === flag)
  const inside = isOfficeHour(rules, rules.at)
  const roles = (inside ? rule?.notify : rule?.afterHours) ?? []
  if (roles.length === 0) return []
  const around = await aroundCase(scene)
  const found: Holder[] = []
  for (const role of roles) {
    const onDuty = inside ? [] : await onDutyIn(db, institutionId, { post: role.post, at: rules.at })
    found.push(...(onDuty.length > 0 ? onDuty : roleHolders(scene.state, around, [role])))
  }
  return found.length > 0 ? found : roleHolders(scene.state, around, LAST_RESORT).slice(0, 1)
}

export const unflagCaseRoute = actRoute(unflagCase, (scene, by, { body }) => sheet.unflagCase(scene.state, by, { flag: body.flag, reason: scene.texts.add('reason', body.reason) }))

export const planEffectCheckRoute = actRoute(planEffectCheck, (scene, by, { body }) => effect.planEffectCheck(scene.state, by, utc(body.at), scene.rules))

export const recordEffectRoute = actRoute(recordEffect, (scene, by, { body }) => effect.recordEffect(scene.state, by, { result: body.result, text: scene.texts.add('note', body.text) }))

export const giveSolutionRoute = actRoute(giveSolution, (scene, by, { body }) =>
  solve(scene.state, by, { text: scene.texts.add('solution', body.text), phrase: forbiddenPhrase(body.text, scene.rules.policy) }))

export const takeUpDutyRoute = actRoute(takeUpDuty, async (scene, by, { body }) => {
  const { state, rules, services: { db } } = scene
  const outcome = takeUp.takeUpDuty(state, by, body, rules)
  if (outcome.ok || outcome.refusal !== 'taken-up-already') return outcome
  const having = state.obligations.filter(({ id }) => body.obligationId === undefined || id === body.obligationId).flatMap(({ id }) => takeUp.takenUp(state, id)?.personId ?? [])
  const names = await peopleNamed(db, state.institutionId, having)
  return { ...outcome, errors: [...new Set(names.values())].map((detail) => ({ pointer: '/obligationId', code: 'taken-up-already', detail })) }
})
