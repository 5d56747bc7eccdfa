import type { z } from 'zod'
import type { CaseStanding } from '@daodi/contract/staff/cases/views.ts'
import type { Operation } from '@daodi/contract/operation.ts'
import type { Actor } from '@daodi/domain/cases/actor.ts'
import { route, type RefusalOf, type Request, type Route } from '../http/route.ts'
import { inCapacity } from './in-capacity.ts'
import { actorOf, openScene, recordScene, type Decided, type Scene } from './scene.ts'
import { searchTexts, standingOf } from './store-read.ts'
import { lockCase } from './store.ts'

type ActOperation = Operation<z.ZodType, z.ZodType, z.ZodType, typeof CaseStanding>

/** An act of somebody signed in on one case: lock it, decide, record, and say where it stands now. */
export function actRoute<Op extends ActOperation>(
  operation: Op,
  decide: (scene: Scene, by: Actor, request: Request<Op>) => Promise<Decided<RefusalOf<Op>>> | Decided<RefusalOf<Op>>,
): Route {
  return route<Op>(operation, async (request, services) => {
    const { caller, at } = request
    if (caller.kind !== 'staff') return { ok: false, refusal: 'not-signed-in' }
    const { caseId } = request.params as { caseId: string }
    const locked = await lockCase(services.db, caller, caseId)
    if (!locked) return { ok: false, refusal: 'no-such-case' as RefusalOf<Op> }
    const opened = await openScene(locked, services, at)
    const { scene, outcome, inPlaceOf } = await inCapacity(opened, actorOf(caller), (scene, by) => decide(scene, by, request))
    if (!outcome.ok) return outcome
    const searched = outcome.facts.some((fact) => fact.kind === 'field-corrected' || fact.kind === 'case-archived' || fact.kind === 'record-completed')
    const search = searched ? await searchTexts(services.db, scene.state, outcome.facts, scene.texts.rows) : undefined
    const state = await recordScene(scene, outcome.facts, { actor: caller.personId, inPlaceOf, ...(search === undefined ? {} : { search }) })
    const value = await standingOf(services.db, state)
    return { ok: true, value: value as z.input<Op['reply']>, caseId }
  })
}
