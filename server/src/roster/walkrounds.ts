import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { cancelWalkround, listWalkrounds, planWalkrounds, recordWalkround } from '@daodi/contract/staff/roster/walkrounds.ts'
import type { WalkroundView } from '@daodi/contract/staff/roster/views.ts'
import { textDigest } from '@daodi/domain/ledger/text-digest.ts'
import { owe } from '@daodi/domain/obligations/owe.ts'
import { readsDutyOf } from '../access/store.ts'
import { newIdAt } from '../database/new-id.ts'
import { peopleOf, surroundings } from '../directory/store.ts'
import type { Staff } from '../http/caller.ts'
import { cursorOf, INSTANT, readCursor, UUID } from '../http/cursor.ts'
import { Refused } from '../http/refused.ts'
import { answer, route, type Services } from '../http/route.ts'
import { digestOf } from '../ledger/digest.ts'
import { appendToStreams, walkroundStream } from '../ledger/store-append.ts'
import { insertNotices } from '../notices/store.ts'
import { closeDuties, insertDuties } from '../obligations/store-duties.ts'
import { currentCalendar, policyByDigest } from '../policy/store.ts'
import { opened } from './planned-tasks.ts'
import { onDutyNow } from './store-duty.ts'
import { namesOf } from './store-people.ts'
import { rosterUnit, type RosterUnit } from './store-roster.ts'
import { countCases } from './store-shift.ts'
import { insertWalkrounds, lockWalkround, markWalkround, unitWalkrounds, type WalkroundRow } from './store-walkrounds.ts'
import { worksIn } from './unit-duty.ts'

const PAGE = 50
const RECORD_WITHIN = { amount: 24, unit: 'naturalHours' } as const

export const listWalkroundsRoute = route(listWalkrounds, async ({ params, query, caller, at }, services) => {
  const { db } = services
  const unit = await rosterUnit(db, caller, params.unitId)
  // Whoever is on duty there receives it, also from another unit.
  if (!unit || !(readsDutyOf(caller, unit) || worksIn(caller, unit, await onDutyNow(db, caller.institutionId, at, { unitId: unit.id })))) return { ok: false, refusal: 'no-such-unit' }
  const limit = query.limit ?? PAGE
  const cursor = readCursor(query.after, [INSTANT, UUID])
  const rows = await unitWalkrounds(db, caller.institutionId, { unitId: unit.id, done: query.state === 'done', after: cursor ? { at: cursor[0] ?? '', id: cursor[1] ?? '' } : null, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const { roster } = await policyByDigest(db, unit.policyDigest)
  return answer({ rows: shown.map((row) => walkroundView(row, caller, at)), next: rows.length > limit && last ? cursorOf([last.at, last.id]) : null, name: roster.walkrounds?.title ?? null, mayPlan: unit.mayPlan })
})

export function walkroundView(row: WalkroundRow, reader: Staff, at: string): z.input<typeof WalkroundView> {
  const { id, unitId, unitName, title, visitorId, visitorName, findings, recordedAt, recordedByName, cancelledAt } = row
  const open = recordedAt === null && cancelledAt === null
  const receiver = row.receiverId === null
    ? row.onDutyId === null ? null : { personId: row.onDutyId, name: row.onDutyName ?? '', named: false }
    : { personId: row.receiverId, name: row.receiverName ?? '', named: true }
  return {
    id, unitId, unitName, title, at: row.at, visitorId, visitorName, receiver, findings, recordedAt, recordedByName, cancelled: cancelledAt !== null,
    mayRecord: open && row.at <= at && takesPart(row, reader), mayCancel: open && (visitorId === reader.personId || plans(row, reader)),
  }
}

function plans({ unitPath, unitId }: WalkroundRow, staff: Staff): boolean {
  return staff.heads.includes(unitId) || staff.roles.some(({ role, unitId: scope }) => role === 'administrator' && unitPath.includes(scope))
}

/** Whoever makes it, receives it or plans it writes down what was found. */
function takesPart(row: WalkroundRow, staff: Staff): boolean {
  return [row.visitorId, row.receiverId, row.onDutyId].includes(staff.personId) || plans(row, staff)
}

/**
 * Announced to whoever is named to receive it, else to whoever is rostered for then; where there is nobody, to those whom the
 * regulation tells first about tasks of the unit's shifts. The visitor owes what was found.
 */
export const planWalkroundsRoute = route(planWalkrounds, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId, personId: actor } = caller
  const unit = await rosterUnit(db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  if (!unit.mayPlan) throw new Refused('not-allowed')
  const times = [...new Set(body.at.map((one) => new Date(one).toISOString()))].toSorted()
  if (times.some((time) => time < at)) return { ok: false, refusal: 'walkround-past' }
  const { visitorId = actor, receiverId = null } = body
  const named = [...new Set([visitorId, ...(receiverId === null ? [] : [receiverId])])]
  if ((await namesOf(db, institutionId, named)).length < named.length) return { ok: false, refusal: 'no-such-person' }
  const rows = await insertWalkrounds(db, institutionId, times.map((time) => ({ id: services.newId(), unitId: unit.id, title: body.title, visitorId, receiverId, at: time, plannedBy: actor })))
  await oweRecords(services, rows, { unit, institutionId, actor, at })
  for (const row of rows) await tell(services, row, { kind: 'walkroundPlanned', institutionId, actor, at })
  const unattended = rows.filter((row) => row.receiverId === null && row.onDutyId === null)
  return { ok: true, value: { ids: rows.map(({ id }) => id), unattended: unattended.length, told: await tellHeads(services, unattended[0], { unit, institutionId, actor, at }) } }
})

async function oweRecords(services: Services, rows: readonly WalkroundRow[], { unit, institutionId, actor, at }: { unit: RosterUnit; institutionId: string; actor: string; at: string }): Promise<void> {
  const { db, ledgerAlgorithm: algorithm } = services
  const policy = await policyByDigest(db, unit.policyDigest)
  const calendar = await currentCalendar(db, institutionId)
  const limit = policy.roster.walkrounds?.recordWithin ?? RECORD_WITHIN
  const duties = rows.map((row) => owe({ kind: 'walkround', personId: row.visitorId, unitId: unit.id, limit, since: row.at }, { policy, calendar, at: row.at, newId: services.newId }))
  const seqs = await appendToStreams(db, { institutionId, actor, at, algorithm }, rows.map((row, index) => ({
    stream: walkroundStream(row.id), kind: 'walkround-planned', data: { unitId: unit.id, visitorId: row.visitorId, receiverId: row.receiverId ?? row.onDutyId, plannedFor: row.at, opens: opened(duties.slice(index, index + 1)) },
  })))
  await insertDuties(db, rows.flatMap((row, index) => { const obligation = duties[index]; return obligation ? [{ institutionId, stream: walkroundStream(row.id), policyDigest: unit.policyDigest, obligation, seq: seqs[index] ?? 1 }] : [] }))
}

/** Whose unit nobody is rostered in then: once for a plan, about the first; answers who was told. The visitor and the planner know. */
async function tellHeads({ db }: Services, first: WalkroundRow | undefined, { unit, institutionId, actor, at }: { unit: RosterUnit; institutionId: string; actor: string; at: string }): Promise<string[]> {
  if (!first) return []
  const { ladders } = await policyByDigest(db, unit.policyDigest)
  const around = await surroundings(db, institutionId, { unitIds: [unit.id], personIds: [] })
  const here = { handler: unit.id, firstContact: unit.id, receiver: unit.id, institution: around.rootUnitId }
  const named = peopleOf(around, ladders.task?.[0]?.tell ?? [], here)
  const heads = (named.length > 0 ? named : peopleOf(around, [{ of: 'handler', post: 'head' }], here)).map(({ personId }) => personId).filter((id) => id !== actor && id !== first.visitorId)
  const detail = { name: first.title, unitName: first.unitName, unitId: first.unitId, dueAt: first.at }
  await insertNotices(db, { institutionId, id: newIdAt(Date.parse(at)), personIds: heads, kind: 'walkroundUnattended', detail, actor, at })
  return heads.map((id) => around.posts.find((held) => held.person_id === id)?.person_name ?? '')
}

/** Whoever receives it and whoever makes it, but for whoever did this. */
async function tell(services: Services, row: WalkroundRow, { kind, institutionId, actor, at }: { kind: 'walkroundPlanned' | 'walkroundCancelled'; institutionId: string; actor: string; at: string }): Promise<void> {
  const personIds = [row.receiverId ?? row.onDutyId, row.visitorId].filter((id) => id !== null && id !== actor) as string[]
  const detail = { name: row.title, unitName: row.unitName, unitId: row.unitId, dueAt: row.at }
  await insertNotices(services.db, { institutionId, id: newIdAt(Date.parse(at)), personIds, kind, detail, actor, at })
}

/** What was found is kept beside the entry, which holds its digest; what has to be dealt with was registered as a case before. */
export const recordWalkroundRoute = route(recordWalkround, async ({ params, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const row = await lockWalkround(db, institutionId, params.walkroundId)
  if (!row || !takesPart(row, caller)) return { ok: false, refusal: 'no-such-walkround' }
  if (row.recordedAt !== null || row.cancelledAt !== null) return { ok: false, refusal: 'walkround-over' }
  if (row.at > at) return { ok: false, refusal: 'walkround-not-yet' }
  const findings = body.findings.map(({ text, caseId = null }) => ({ text, caseId }))
  const cases = [...new Set(findings.flatMap(({ caseId }) => caseId ?? []))]
  if (await countCases(db, institutionId, cases) < cases.length) return { ok: false, refusal: 'no-such-case' }
  const salt = findings.length === 0 ? null : randomBytes(16)
  await markWalkround(db, institutionId, row.id, { findings: JSON.stringify(findings), salt, recorded_at: at, recorded_by: actor })
  const stream = walkroundStream(row.id)
  const closed = await closeDuties(db, { institutionId, streams: [stream], kinds: ['walkround'], as: 'met', at })
  const digest = salt === null ? null : textDigest(salt.toString('hex'), findings.map(({ text }) => text).join('\n'), digestOf(algorithm))
  await appendToStreams(db, { institutionId, actor, at, algorithm }, [{ stream, kind: 'walkround-recorded', data: { findings: findings.length, cases, digest, closes: closed.map(({ id }) => ({ id, as: 'met' })) } }])
  return { ok: true, value: undefined }
})

export const cancelWalkroundRoute = route(cancelWalkround, async ({ params, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const row = await lockWalkround(db, institutionId, params.walkroundId)
  if (!row || !(row.visitorId === actor || plans(row, caller))) return { ok: false, refusal: 'no-such-walkround' }
  if (row.recordedAt !== null || row.cancelledAt !== null) return { ok: false, refusal: 'walkround-over' }
  await markWalkround(db, institutionId, row.id, { cancelled_at: at })
  const stream = walkroundStream(row.id)
  const closed = await closeDuties(db, { institutionId, streams: [stream], kinds: ['walkround'], as: 'void', at })
  await appendToStreams(db, { institutionId, actor, at, algorithm }, [{ stream, kind: 'walkround-cancelled', data: { closes: closed.map(({ id }) => ({ id, as: 'void' })) } }])
  await tell(services, row, { kind: 'walkroundCancelled', institutionId, actor, at })
  return { ok: true, value: undefined }
})
