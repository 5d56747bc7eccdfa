import { addInformation, confirmPublicly, rateCase, sayNotSolved, withdrawPublicly } from '@daodi/contract/public/cases.ts'
import { addInformation as add } from '@daodi/domain/cases/add-note.ts'
import { withdrawPublicly as withdraw } from '@daodi/domain/cases/close-case.ts'
import { confirmPublicly as confirm } from '@daodi/domain/cases/inform-person.ts'
import { rateCase as rate } from '@daodi/domain/cases/rate-case.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { route, type Services } from '../http/route.ts'
import { codeDigest } from './register.ts'
import { reopen } from './reopen.ts'
import { openScene, recordScene, type Decided, type Scene } from './scene.ts'
import { lockCaseByCode } from './store.ts'

/** An act of the person, who proves by number and code that it is their case. */
export async function actByCode<Refusal extends string>(
  services: Services, known: { number: string; code: string; at: string }, decide: (scene: Scene) => Decided<Refusal> | Promise<Decided<Refusal>>,
) {
  const locked = await lockCaseByCode(services.db, known.number, codeDigest(known.number, known.code))
  if (!locked) return refuse('no-such-case')
  const scene = await openScene(locked, services, known.at)
  const outcome = await decide(scene)
  if (!outcome.ok) return outcome
  return { ok: true as const, state: await recordScene(scene, outcome.facts, { actor: 'public' }) }
}

export const addInformationRoute = route(addInformation, async ({ params, body, at }, services) => {
  const done = await actByCode(services, { ...params, code: body.code, at }, (scene) => add(scene.state, scene.texts.add('information', body.text)))
  return done.ok ? { ok: true, value: { at }, caseId: done.state.id } : done
})

export const sayNotSolvedRoute = route(sayNotSolved, async ({ params, body, at }, services) => {
  const done = await actByCode(services, { ...params, code: body.code, at }, async (scene) => {
    const outcome = await reopen(scene, null, scene.texts.add('reason', body.reason))
    if (!outcome.ok && outcome.refusal === 'not-closer') throw new Error('the person needs no right to say "not solved"')
    return outcome as Decided<'case-not-ended' | 'reopening-window-passed' | 'too-many-reopenings' | 'already-reported'>
  })
  return done.ok ? { ok: true, value: { at, status: done.state.status, round: done.state.round }, caseId: done.state.id } : done
})

export const rateCaseRoute = route(rateCase, async ({ params, body, at }, services) => {
  const done = await actByCode(services, { ...params, code: body.code, at }, (scene) => rate(scene.state, {
    grade: body.grade, reasons: body.reasons ?? [], comment: scene.texts.maybe('comment', body.comment), solved: body.solved ?? null,
  }, scene.rules.policy))
  return done.ok ? { ok: true, value: { at, grade: body.grade }, caseId: done.state.id } : done
})

export const confirmPubliclyRoute = route(confirmPublicly, async ({ params, body, at }, services) => {
  const done = await actByCode(services, { ...params, code: body.code, at }, (scene) => confirm(scene.state))
  return done.ok ? { ok: true, value: { at }, caseId: done.state.id } : done
})

export const withdrawPubliclyRoute = route(withdrawPublicly, async ({ params, body, at }, services) => {
  const done = await actByCode(services, { ...params, code: body.code, at }, (scene) => withdraw(scene.state, scene.texts.maybe('reason', body.reason), scene.rules.policy))
  return done.ok ? { ok: true, value: { at, status: done.state.status }, caseId: done.state.id } : done
})
