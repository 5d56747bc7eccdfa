import { getLeaversCases, listSuccessions, nameSuccessors, signSuccession } from '@daodi/contract/staff/successions/successions.ts'
import { succeed } from '@daodi/domain/cases/succeed.ts'
import { twoClocks } from '@daodi/domain/cases/two-clocks.ts'
import { owe } from '@daodi/domain/obligations/owe.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route, type Services } from '../http/route.ts'
import { successionStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct, type ActFact } from '../obligations/store-act.ts'
import { calendarAlong, policyByDigest } from '../policy/store.ts'
import { openScene, recordScene } from './scene.ts'
import { lockAnyCase } from './store.ts'
import {
  findLeaver, heldCases, leaverFigures, lockSuccession, newNamings, removeNamings, signedSuccession, waitingSuccessions, workHere, type HeldCase, type NamedSuccession,
} from './store-successions.ts'

const administered = (caller: Staff): string[] => caller.roles.filter(({ role }) => role === 'administrator').map(({ unitId }) => unitId)

/** The numbers alone: whoever administers accounts does not see the cases. */
export const getLeaversCasesRoute = route(getLeaversCases, async ({ params, caller, at }, services) => {
  const { institutionId } = caller
  const leaver = await findLeaver(services.db, institutionId, params.personId, administered(caller))
  if (!leaver) return { ok: false, refusal: 'no-such-person' }
  const held = await heldCases(services.db, institutionId, leaver.id)
  const { id, name, unitName, disabled } = leaver
  return answer({ person: { id, name, unitName, disabled }, cases: held.map(heldView), total: held.length, ...await leaverFigures(services.db, institutionId, leaver.id, at) })
})

function heldView(held: HeldCase) {
  const { caseId, number, unitName, status, dueAt, dueEstimated, late, first, handling, successorId, successorName, namedAt } = held
  const as = [...(first ? ['firstContact' as const] : []), ...(handling ? ['handler' as const] : [])]
  return {
    caseId, number, unitName, status, dueAt, dueEstimated, late, as: as.length > 0 ? as : ['other' as const],
    successor: successorId === null || namedAt === null ? null : { personId: successorId, name: successorName ?? '', namedAt },
  }
}

/** Naming moves nothing: each successor signs for each case, and owes that until the policy's time for signing is over. */
export const nameSuccessorsRoute = route(nameSuccessors, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const leaver = await findLeaver(db, institutionId, params.personId, administered(caller))
  if (!leaver) return { ok: false, refusal: 'no-such-person' }
  const held = await heldCases(db, institutionId, leaver.id)
  const single = new Map((body.cases ?? []).map(({ caseId, successorId }) => [caseId, successorId]))
  if ([...single.keys()].some((caseId) => !held.some((one) => one.caseId === caseId))) return { ok: false, refusal: 'no-such-case' }
  const named = held.flatMap((one): (NamedSuccession & { held: HeldCase })[] => {
    const successorId = single.get(one.caseId) ?? (body.all !== undefined && one.successorId === null ? body.all : undefined)
    return successorId === undefined || successorId === one.successorId ? [] : [{ id: services.newId(), caseId: one.caseId, successorId, held: one }]
  })
  const successors = [...new Set([...named.map(({ successorId }) => successorId), ...single.values(), ...(body.all === undefined ? [] : [body.all])])]
  if (successors.includes(leaver.id)) return { ok: false, refusal: 'successor-is-leaver' }
  if (successors.length > 0 && (await workHere(db, institutionId, successors)).size < successors.length) return { ok: false, refusal: 'no-such-successor' }
  if (named.length > 0) await record(services, { caller, leaverId: leaver.id, at }, named)
  return answer({ named: named.length })
})

async function record(services: Services, { caller, leaverId, at }: { caller: Staff; leaverId: string; at: string }, named: readonly (NamedSuccession & { held: HeldCase })[]): Promise<void> {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const gone = await removeNamings(db, { institutionId, leaverId }, named.map(({ caseId }) => caseId))
  const held = await holdStreams(db, { institutionId, streams: gone.map(successionStream), kinds: ['signFor'] })
  const calendar = await calendarAlong(db, caller)
  const facts: ActFact[] = held.duties.map((duty) => ({ stream: duty.stream, kind: 'successor-replaced', data: {}, closes: { duties: [duty], as: 'void' } }))
  for (const { id, caseId, successorId, held: { policyDigest, unitId } } of named) {
    const policy = await policyByDigest(db, policyDigest)
    const duty = owe({ kind: 'signFor', personId: successorId, unitId, limit: policy.limits.signFor }, { policy, calendar, at, newId: services.newId })
    facts.push({ stream: successionStream(id), kind: 'successor-named', data: { leaverId, caseId, successorId }, opens: { duties: [duty], policyDigest } })
  }
  await recordAct(db, { institutionId, actor, at, algorithm }, held, { facts, rows: { namings: newNamings(db, { institutionId, leaverId, by: actor, at }, named) } })
}

export const listSuccessionsRoute = route(listSuccessions, async ({ caller, at }, services) => {
  const rows = await waitingSuccessions(services.db, caller.institutionId, caller.personId)
  const calendar = await calendarAlong(services.db, caller)
  return answer({ rows: rows.map(({ registeredAt, signedAt, standstills, ...row }) => ({ ...row, clocks: twoClocks(calendar, { registeredAt, signedAt, until: at, standstills }) })) })
})

/** With the signature everything that the leaver holds in the case is the successor's, until the same moments. */
export const signSuccessionRoute = route(signSuccession, async ({ params, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId, unitId } = caller
  const named = await lockSuccession(db, institutionId, params.successionId)
  if (!named || named.successor_id !== personId) return { ok: false, refusal: 'no-such-succession' }
  if (named.signed_at !== null) return { ok: false, refusal: 'succession-signed' }
  const locked = await lockAnyCase(db, institutionId, named.case_id)
  if (!locked) return { ok: false, refusal: 'no-such-succession' }
  const scene = await openScene(locked, services, at)
  const outcome = succeed(scene.state, { from: { personId: named.leaver_id, unitId: named.leaver_unit_id }, to: { personId, unitId } }, scene.rules)
  if (!outcome.ok && outcome.refusal !== 'not-in-case') return { ok: false, refusal: outcome.refusal }
  // Whoever has meanwhile handed over everything has nothing left to be succeeded in; the signature ends the naming.
  if (outcome.ok) await recordScene(scene, outcome.facts, { actor: personId })
  const stream = successionStream(params.successionId)
  const held = await holdStreams(db, { institutionId, streams: [stream], kinds: ['signFor'] })
  await recordAct(db, { institutionId, actor: personId, at, algorithm }, held, {
    facts: [{ stream, kind: 'succession-signed', data: { caseId: named.case_id }, closes: { duties: held.duties, as: 'met' } }], rows: { signed: signedSuccession(db, institutionId, params.successionId, at) },
  })
  return answer(undefined)
})
