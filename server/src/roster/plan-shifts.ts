import type { z } from 'zod'
import { planShifts } from '@daodi/contract/staff/roster/roster.ts'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import { addDays, minutesBefore, momentOfLocal, mondayOf } from '@daodi/domain/calendar/local-moment.ts'
import { owe, type Rules } from '@daodi/domain/obligations/owe.ts'
import { shiftProblems, type PlanScene, type ShiftProblem } from '@daodi/domain/roster/plan-problems.ts'
import { copiedShifts, shiftSpan, type Shift } from '@daodi/domain/roster/shift.ts'
import { Refused } from '../http/refused.ts'
import { route, type RefusalOf, type Services } from '../http/route.ts'
import { appendToStreams, shiftStream } from '../ledger/store-append.ts'
import { closeDuties, insertDuties, type KeptDuty } from '../obligations/store-duties.ts'
import { currentCalendar, policyByDigest } from '../policy/store.ts'
import { commonTasksOf, opened } from './planned-tasks.ts'
import { problemViews } from './roster-view.ts'
import {
  absencesOf, deleteShifts, insertShifts, lockRoster, rosterPeople, rosterUnit, shiftKindsOf, shiftsBetween, type KindRow, type RosterPersonRow, type RosterUnit, type ShiftRow,
} from './store-roster.ts'
import { insertTasks, receivedOn } from './store-tasks.ts'

type Body = z.output<typeof planShifts.body>
type Refusal = RefusalOf<typeof planShifts>
interface Planned { kindId: string; personId: string; day: string; overrideReason: string | null }
interface Plan { services: Services; institutionId: string; actor: string; at: string; unit: RosterUnit; calendar: Calendar }

const REFUSALS: Record<Exclude<ShiftProblem['problem'], 'off-day'>, Refusal> = {
  overlaps: 'shift-overlaps', away: 'person-away', 'needs-missing': 'qualification-missing', 'criteria-missing': 'criteria-missing',
}

export const planShiftsRoute = route(planShifts, async ({ params, body, caller, at }, services) => {
  const { institutionId } = caller
  const unit = await rosterUnit(services.db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  if (!unit.mayPlan) throw new Refused('not-allowed')
  await lockRoster(services.db, institutionId)
  const plan: Plan = { services, institutionId, actor: caller.personId, at, unit, calendar: await currentCalendar(services.db, institutionId) }
  const kinds = await shiftKindsOf(services.db, institutionId, [unit.id])
  const removed = await toRemove(plan, body)
  if (!removed.ok) return removed
  const asked = [...(body.add ?? []).map((one) => ({ ...one, overrideReason: one.overrideReason ?? null })), ...await copies(plan, body, kinds)]
  const people = await rosterPeople(services.db, institutionId, unit.id, asked.map(({ personId }) => personId))
  if (asked.some(({ kindId }) => !kinds.some(({ id }) => id === kindId))) return { ok: false, refusal: 'no-such-shift-kind' }
  if (asked.some(({ personId }) => !people.some(({ id }) => id === personId))) return { ok: false, refusal: 'no-such-person' }
  const { shifts, problems } = await judge(plan, { asked, kinds, people, without: removed.shifts })
  const blocking = problems.filter((problem) => problem.blocking)
  const views = problemViews(problems, { kinds, people })
  if (body.dryRun) return { ok: true, value: { applied: false, added: shifts.length, removed: removed.shifts.length, shiftIds: [], problems: views } }
  // A week is copied as far as it goes: what stands against the rest is told and leaves a gap to be filled.
  const kept = body.copyWeek ? shifts.filter((shift) => !blocking.some((problem) => problem.personId === shift.personId && problem.kindId === shift.kindId && problem.day === shift.day)) : shifts
  const [first] = blocking
  if (first && !body.copyWeek) {
    const placeOf = (view: { personId: string; kindId: string; day: string }) => asked.findIndex(({ personId, kindId, day }) => personId === view.personId && kindId === view.kindId && day === view.day)
    const errors = views.flatMap((view) => (view.blocking ? [{ pointer: `/add/${placeOf(view)}`, code: view.problem, detail: [view.day, view.kindName, view.personName, ...(view.missing ?? []), view.otherKindName ?? ''].filter(Boolean).join(' ') }] : []))
    return { ok: false, refusal: REFUSALS[first.problem as keyof typeof REFUSALS], errors }
  }
  await apply(plan, { added: kept, removed: removed.shifts, kinds })
  return { ok: true, value: { applied: true, added: kept.length, removed: removed.shifts.length, shiftIds: kept.map(({ id }) => id), problems: views } }
})

/** A shift that has begun is history. */
async function toRemove({ services, institutionId, unit, at }: Plan, body: Body): Promise<{ ok: true; shifts: ShiftRow[] } | { ok: false; refusal: Refusal }> {
  const ids = body.remove ?? []
  if (ids.length === 0) return { ok: true, shifts: [] }
  const shifts = await shiftsBetween(services.db, institutionId, { unitId: unit.id, ids }, { from: '2000-01-01T00:00:00.000Z', to: '2199-12-31T00:00:00.000Z' })
  if (shifts.length < new Set(ids).size) return { ok: false, refusal: 'no-such-shift' }
  if (shifts.some(({ begunAt, endsAt }) => begunAt !== null || endsAt <= at) || await receivedOn(services.db, institutionId, ids)) return { ok: false, refusal: 'shift-begun' }
  return { ok: true, shifts }
}

/** A week's shifts on the same weekdays of another week, but for what is planned there already. */
async function copies({ services, institutionId, unit, calendar }: Plan, body: Body, kinds: readonly KindRow[]): Promise<Planned[]> {
  if (!body.copyWeek) return []
  const [from, to] = [mondayOf(body.copyWeek.from), mondayOf(body.copyWeek.to)]
  const week = async (monday: string) => (await shiftsBetween(services.db, institutionId, { unitId: unit.id }, { from: momentOfLocal(calendar, monday, '00:00'), to: momentOfLocal(calendar, monday, '00:00', 7) }))
    .filter(({ day }) => day >= monday && day < addDays(monday, 7))
  const there = await week(to)
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  return copiedShifts(await week(from), days, kinds).filter((one) => !there.some((shift) => shift.kindId === one.kindId && shift.personId === one.personId && shift.day === one.day))
}

interface Judged { asked: readonly Planned[]; kinds: readonly KindRow[]; people: readonly RosterPersonRow[]; without: readonly ShiftRow[] }

async function judge({ services, institutionId, unit, calendar }: Plan, { asked, kinds, people, without }: Judged) {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const shifts = asked.flatMap((one): (Shift & { unitId: string })[] => {
    const kind = byId.get(one.kindId)
    return kind ? [{ ...one, id: services.newId(), unitId: unit.id, ...shiftSpan(kind, one.day, calendar) }] : []
  })
  const [first, last] = [shifts.map(({ startsAt }) => startsAt).toSorted()[0], shifts.map(({ endsAt }) => endsAt).toSorted().at(-1)]
  if (first === undefined || last === undefined) return { shifts, problems: [] }
  const personIds = [...new Set(shifts.map(({ personId }) => personId))]
  const gone = new Set(without.map(({ id }) => id))
  const others = (await shiftsBetween(services.db, institutionId, { personIds }, { from: first, to: last })).filter(({ id }) => !gone.has(id))
  const scene: PlanScene = { kinds: byId, skills: new Map(people.map(({ id, skills }) => [id, new Set(skills)])), absences: await absencesOf(services.db, institutionId, personIds, { from: first, to: last }) }
  return { shifts, problems: shiftProblems(shifts, others, scene) }
}

async function apply(plan: Plan, { added, removed, kinds }: { added: readonly (Shift & { unitId: string })[]; removed: readonly ShiftRow[]; kinds: readonly KindRow[] }): Promise<void> {
  const { services, institutionId, actor, at } = plan
  const { db, ledgerAlgorithm: algorithm } = services
  const closed = await closeDuties(db, { institutionId, streams: removed.map(({ id }) => shiftStream(id)), kinds: ['round', 'handOver', 'task'], as: 'void', at })
  await deleteShifts(db, institutionId, removed.map(({ id }) => id))
  await insertShifts(db, institutionId, added)
  const common = await commonTasksOf({ ...plan, policyDigest: plan.unit.policyDigest }, added.filter(({ endsAt }) => endsAt > at), kinds)
  await insertTasks(db, institutionId, common.tasks)
  const duties = [...await dutiesOf(plan, added), ...common.duties]
  const facts = [
    ...removed.map(({ id, personId, kindId, day }) => ({ stream: shiftStream(id), kind: 'shift-removed', data: { personId, kindId, day, closes: closed.filter(({ stream }) => stream === shiftStream(id)).map((duty) => ({ id: duty.id, as: 'void' })) } })),
    ...added.map(({ id, personId, kindId, unitId, day, startsAt, endsAt, overrideReason }) => ({
      stream: shiftStream(id), kind: 'shift-planned',
      data: { personId, kindId, unitId, day, startsAt, endsAt, overridden: overrideReason !== null, opens: opened(duties.filter(({ stream }) => stream === shiftStream(id)).map(({ obligation }) => obligation)) },
    })),
  ]
  const seqs = await appendToStreams(db, { institutionId, actor, at, algorithm }, facts)
  const seqOf = new Map(facts.map(({ stream }, index) => [stream, seqs[index] ?? 1]))
  await insertDuties(db, duties.map((duty) => ({ ...duty, seq: seqOf.get(duty.stream) ?? 1 })))
}

/** What a shift owes: the round before it, where the policy has one, and the hand-over at its end. Each opens when its time comes. */
async function dutiesOf({ services, institutionId, unit, calendar, at }: Plan, shifts: readonly (Shift & { unitId: string })[]): Promise<KeptDuty[]> {
  const policy = await policyByDigest(services.db, unit.policyDigest)
  const { roster } = policy
  return shifts.filter(({ endsAt }) => endsAt > at).flatMap(({ id, personId, unitId, startsAt, endsAt }) => {
    const rules = (opensAt: string): Rules => ({ policy, calendar, at: opensAt, newId: services.newId })
    const about = { institutionId, stream: shiftStream(id), policyDigest: unit.policyDigest }
    const handOver = owe({ kind: 'handOver', personId, unitId, limit: roster.handOverWithin, since: endsAt }, rules(startsAt))
    const owed = roster.handOverNeeded ? [{ ...about, obligation: handOver }] : []
    if (roster.roundItems.length === 0 || startsAt <= at) return owed
    const round = owe({ kind: 'round', personId, unitId, limit: { amount: Math.max(roster.roundMinutesBefore, 1), unit: 'naturalMinutes' } }, rules(minutesBefore(startsAt, Math.max(roster.roundMinutesBefore, 1))))
    return [{ ...about, obligation: round }, ...owed]
  })
}

