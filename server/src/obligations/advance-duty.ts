import { meantBy, peopleTold, type Around } from '@daodi/domain/obligations/climb.ts'
import { dueSteps, takeStep, type Obligation, type Step } from '@daodi/domain/obligations/obligation.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import type { JsonObject } from '@daodi/domain/ledger/canonical-json.ts'
import { peopleOf, surroundings } from '../directory/store.ts'
import type { Services } from '../http/route.ts'
import { currentCalendar, policyByDigest } from '../policy/store.ts'
import { onDutyNow } from '../roster/store-duty.ts'
import { holdStreams, recordAct } from './store-act.ts'
import { lockDuty, steppedDuty, type KeptDuty } from './store-duties.ts'

/** Fires what has come due of one obligation that belongs to no case: the fact and the next step are written together. */
export async function advanceDuty(services: Services, found: { institutionId: string; obligationId: string }): Promise<number> {
  const { db } = services
  const at = services.clock()
  const kept = await lockDuty(db, found.institutionId, found.obligationId)
  const due = kept ? dueSteps(kept.obligation, at) : []
  if (!kept || due.length === 0) return 0
  const told = await toldBy(services, kept, due)
  const facts = due.map((step) => ({ stream: kept.stream, ...factOf(kept.obligation, step, told) }))
  const rungs = [...told].flatMap(([rung, people]) => people.map((personId) => ({ obligationId: kept.obligation.id, rung, personId })))
  const held = await holdStreams(db, { institutionId: kept.institutionId, streams: [kept.stream] })
  await recordAct(db, { institutionId: kept.institutionId, actor: 'system', at, algorithm: services.ledgerAlgorithm }, held, { facts, rungs, rows: { duty: steppedDuty(db, { ...kept, obligation: due.reduce(takeStep, kept.obligation) }) } })
  return due.length
}

function factOf({ id, kind }: Obligation, step: Step, told: ReadonlyMap<number, string[]>): { kind: string; data: JsonObject } {
  const data = { obligationId: id, duty: kind, scheduledAt: step.at }
  if (step.kind === 'warn') return { kind: 'obligation-warned', data }
  if (step.kind === 'late') return { kind: 'obligation-late', data: told.has(0) ? { ...data, people: told.get(0) ?? [] } : data }
  return { kind: 'obligation-climbed', data: { ...data, rung: step.rung, people: told.get(step.rung) ?? [] } }
}

/** By rung. A bell that is late goes to everybody on duty, whatever their group, as its rung 0, and only then up the ladder. */
async function toldBy(services: Services, { institutionId, policyDigest, obligation }: KeptDuty, due: readonly Step[]): Promise<Map<number, string[]>> {
  const told = new Map<number, string[]>()
  const { db } = services
  const at = services.clock()
  const rungs = due.filter((step) => step.kind === 'rung')
  const ringsAll = obligation.kind === 'answerBell' && due.some((step) => step.kind === 'late')
  if (rungs.length === 0 && !ringsAll) return told
  const onDuty = await onDutyNow(db, institutionId, at)
  if (ringsAll) told.set(0, [...new Set(onDuty.map(({ personId }) => personId))])
  if (rungs.length === 0) return told
  const policy: Policy = await policyByDigest(db, policyDigest)
  const here = obligation.unitId
  const directory = await surroundings(db, institutionId, { unitIds: [here], personIds: [] })
  const calendar = await currentCalendar(db, institutionId, policy.calendar, here)
  const around: Around = {
    holders: (roles) => peopleOf(directory, roles, { handler: here, firstContact: here, receiver: here, institution: directory.rootUnitId }),
    onDuty, pathOf: (of) => (of === 'institution' ? null : directory.units.get(here)?.path ?? []),
  }
  for (const { rung } of rungs) told.set(rung, peopleTold(meantBy(policy.ladders[obligation.kind], { rung, late: obligation.personId }, { policy, calendar, at }), around))
  return told
}
