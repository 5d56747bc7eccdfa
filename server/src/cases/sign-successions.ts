import { signSuccessions } from '@daodi/contract/staff/successions/successions.ts'
import type { z } from 'zod'
import { succeed } from '@daodi/domain/cases/succeed.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route, type Services } from '../http/route.ts'
import { successionStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct } from '../obligations/store-act.ts'
import { openScene, recordScenes } from './scene.ts'
import { lockAnyCases } from './store.ts'
import { lockSuccessions, allSigned, type LockedSuccession } from './store-successions.ts'

type Refusal = NonNullable<z.output<typeof signSuccessions.reply>['results'][number]['refusal']>
interface Signing { services: Services; caller: Staff; at: string }

/** The successor has looked through the list; with the signature everything that the leaver holds in each case is theirs, until the same moments. */
export const signSuccessionsRoute = route(signSuccessions, async ({ body, caller, at }, services) => {
  const ids = [...new Set(body.ids)]
  const named = new Map((await lockSuccessions(services.db, caller.institutionId, ids)).map((one) => [one.id, one]))
  const refusals = new Map<string, Refusal>()
  const waiting: LockedSuccession[] = []
  for (const id of ids) {
    const one = named.get(id)
    if (one?.successorId !== caller.personId) refusals.set(id, 'no-such-succession')
    else if (one.signedAt !== null) refusals.set(id, 'succession-signed')
    else waiting.push(one)
  }
  for (const [id, refusal] of await takeOver({ services, caller, at }, waiting)) refusals.set(id, refusal)
  const signed = waiting.filter(({ id }) => !refusals.has(id))
  await writeDown({ services, caller, at }, signed)
  return answer({ signed: signed.length, results: ids.map((id) => ({ id, refusal: refusals.get(id) ?? null })) })
})

/** What two leavers hold in one case is taken over one after the other; else all at once. Gives those that could not be. */
async function takeOver({ services, caller, at }: Signing, waiting: readonly LockedSuccession[]): Promise<Map<string, Refusal>> {
  const refusals = new Map<string, Refusal>()
  let left = [...waiting]
  while (left.length > 0) {
    const round = left.filter((one, index) => left.findIndex(({ caseId }) => caseId === one.caseId) === index)
    left = left.filter((one) => !round.includes(one))
    const found = await lockAnyCases(services.db, round.map(({ caseId }) => ({ institutionId: caller.institutionId, caseId })), true)
    const cases = new Map(found.map((one) => [one.state.id, one]))
    const many: Parameters<typeof recordScenes>[1][number][] = []
    for (const { id, caseId, leaverId, leaverUnitId } of round) {
      const locked = cases.get(caseId)
      if (!locked) { refusals.set(id, 'no-such-succession'); continue }
      const scene = await openScene(locked, services, at)
      const outcome = succeed(scene.state, { from: { personId: leaverId, unitId: leaverUnitId }, to: { personId: caller.personId, unitId: caller.unitId } }, scene.rules)
      // Whoever has meanwhile handed over everything has nothing left to be succeeded in; the signature ends the naming.
      if (outcome.ok) many.push({ scene, facts: outcome.facts })
      else if (outcome.refusal !== 'not-in-case') refusals.set(id, outcome.refusal)
    }
    await recordScenes(services.db, many, { actor: caller.personId })
  }
  return refusals
}

async function writeDown({ services, caller, at }: Signing, signed: readonly LockedSuccession[]): Promise<void> {
  if (signed.length === 0) return
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const held = await holdStreams(db, { institutionId, streams: signed.map(({ id }) => successionStream(id)), kinds: ['signFor'] })
  const facts = signed.map(({ id, caseId }) => {
    const stream = successionStream(id)
    return { stream, kind: 'succession-signed', data: { caseId }, closes: { duties: held.duties.filter((duty) => duty.stream === stream), as: 'met' as const } }
  })
  await recordAct(db, { institutionId, actor, at, algorithm }, held, { facts, rows: { signed: allSigned(db, institutionId, signed.map(({ id }) => id), at) } })
}
