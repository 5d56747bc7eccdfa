import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { cancelWalkround, listWalkrounds, planWalkrounds, recordWalkround } from '@daodi/contract/staff/roster/walkrounds.ts'
import type { WalkroundView } from '@daodi/contract/staff/roster/views.ts'
import { textDigest } from '@daodi/domain/ledger/text-digest.ts'
import { owe, type Rules } from '@daodi/domain/obligations/owe.ts'
import { readsDutyOf } from '../access/store.ts'
import { peopleOf, surroundings } from '../directory/store.ts'
import type { Staff } from '../http/caller.ts'
import { cursorOf, INSTANT, readCursor, UUID } from '../http/cursor.ts'
import { Refused } from '../http/refused.ts'
import { answer, route, type Services } from '../http/route.ts'
import { digestOf } from '../ledger/digest.ts'
import { walkroundStream } from '../ledger/store-append.ts'
import type { ToldOutsideCases } from '../notices/store-parts.ts'
import { holdStreams, NEW_STREAMS, recordAct, type ActFact } from '../obligations/store-act.ts'
import { policyByDigest } from '../policy/store.ts'
import { actingAs, rulesOf } from './acting.ts'
import { onDutyNow } from './store-duty.ts'
import { namesOf } from './store-people.ts'
import { rosterUnit, type RosterUnit } from './store-roster.ts'
import { countCases } from './store-shift.ts'
import { insertWalkrounds, lockWalkround, unitWalkrounds, walkroundMark, type WalkroundRow } from './store-walkrounds.ts'
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
  const rules = await rulesOf(services, caller, unit.policyDigest, at)
  const unattended = rows.filter((row) => row.receiverId === null && row.onDutyId === null)
  const heads = unattended[0] ? await headsOf(services, { institutionId, unit }, rules, [actor, visitorId]) : []
  await recordAct(db, actingAs(caller, at, services), NEW_STREAMS, {
    facts: recordsOwed(rules, unit, rows),
    told: [...rows.map((row) => told(row, 'walkroundPlanned')), ...unattended.slice(0, 1).map((row) => ({ ...told(row, 'walkroundUnattended'), personIds: heads.map(({ id }) => id) }))],
  })
  return { ok: true, value: { ids: rows.map(({ id }) => id), unattended: unattended.length, told: heads.map(({ name }) => name) } }
})

/** Each from its own time on. */
function recordsOwed(rules: Rules, unit: RosterUnit, rows: readonly WalkroundRow[]): ActFact[] {
  const limit = rules.policy.roster.walkrounds?.recordWithin ?? RECORD_WITHIN
  return rows.map((row) => ({
    stream: walkroundStream(row.id), kind: 'walkround-planned', data: { unitId: unit.id, visitorId: row.visitorId, receiverId: row.receiverId ?? row.onDutyId, plannedFor: row.at },
    opens: { duties: [owe({ kind: 'walkround', personId: row.visitorId, unitId: unit.id, limit, since: row.at }, { ...rules, at: row.at })], policyDigest: unit.policyDigest },
  }))
}

/** Who hears that nobody is rostered in the unit then: once for a plan, about the first. The visitor and the planner know. */
async function headsOf({ db }: Services, { institutionId, unit }: { institutionId: string; unit: RosterUnit }, { policy: { ladders } }: Rules, know: readonly string[]): Promise<{ id: string; name: string }[]> {
  const around = await surroundings(db, institutionId, { unitIds: [unit.id], personIds: [] })
  const here = { handler: unit.id, firstContact: unit.id, receiver: unit.id, institution: around.rootUnitId }
  const named = peopleOf(around, ladders.task?.[0]?.tell ?? [], here)
  const heads = (named.length > 0 ? named : peopleOf(around, [{ of: 'handler', post: 'head' }], here)).map(({ personId }) => personId).filter((id) => !know.includes(id))
  return heads.map((id) => ({ id, name: around.posts.find((held) => held.person_id === id)?.person_name ?? '' }))
}

/** Whoever receives it and whoever makes it. */
function told(row: WalkroundRow, kind: 'walkroundPlanned' | 'walkroundCancelled' | 'walkroundUnattended'): ToldOutsideCases {
  return { personIds: [row.receiverId ?? row.onDutyId, row.visitorId].filter((id) => id !== null), kind, detail: { name: row.title, unitName: row.unitName, unitId: row.unitId, dueAt: row.at } }
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
  if (await countCases(db, caller, cases) < cases.length) return { ok: false, refusal: 'no-such-case' }
  const salt = findings.length === 0 ? null : randomBytes(16)
  const stream = walkroundStream(row.id)
  const held = await holdStreams(db, { institutionId, streams: [stream], kinds: ['walkround'] })
  const digest = salt === null ? null : textDigest(salt.toString('hex'), findings.map(({ text }) => text).join('\n'), digestOf(algorithm))
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [{ stream, kind: 'walkround-recorded', data: { findings: findings.length, cases, digest }, closes: { duties: held.duties, as: 'met' } }],
    rows: { walkround: walkroundMark(db, institutionId, row.id, { findings: JSON.stringify(findings), salt, recorded_at: at, recorded_by: actor }) },
  })
  return { ok: true, value: undefined }
})

export const cancelWalkroundRoute = route(cancelWalkround, async ({ params, caller, at }, services) => {
  const { db } = services
  const { institutionId, personId: actor } = caller
  const row = await lockWalkround(db, institutionId, params.walkroundId)
  if (!row || !(row.visitorId === actor || plans(row, caller))) return { ok: false, refusal: 'no-such-walkround' }
  if (row.recordedAt !== null || row.cancelledAt !== null) return { ok: false, refusal: 'walkround-over' }
  const stream = walkroundStream(row.id)
  const held = await holdStreams(db, { institutionId, streams: [stream], kinds: ['walkround'] })
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [{ stream, kind: 'walkround-cancelled', data: {}, closes: { duties: held.duties, as: 'void' } }], told: [told(row, 'walkroundCancelled')],
    rows: { walkround: walkroundMark(db, institutionId, row.id, { cancelled_at: at }) },
  })
  return { ok: true, value: undefined }
})
