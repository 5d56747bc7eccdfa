import type { z } from 'zod'
import { planShifts } from '@daodi/contract/staff/roster/roster.ts'
import { addDays, minutesBefore, momentOfLocal, mondayOf } from '@daodi/domain/calendar/local-moment.ts'
import type { Obligation } from '@daodi/domain/obligations/obligation.ts'
import { owe, type Rules } from '@daodi/domain/obligations/owe.ts'
import { shiftProblems, type PlanScene, type ShiftProblem } from '@daodi/domain/roster/plan-problems.ts'
import { copiedShifts, shiftSpan, type Shift } from '@daodi/domain/roster/shift.ts'
import type { Staff } from '../http/caller.ts'
import { Refused } from '../http/refused.ts'
import { route, type RefusalOf, type Services } from '../http/route.ts'
import { shiftStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct, type ActFact } from '../obligations/store-act.ts'
import { actingAs, rulesOf } from './acting.ts'
import { commonTasksOf } from './planned-tasks.ts'
import { problemViews } from './roster-view.ts'
import { aroundPlan, lockRoster, newShifts, shiftsGone, shiftsToChange, unitWithKinds, type KindRow, type RosterPersonRow, type RosterUnit, type ShiftRow } from './store-roster.ts'
import { newTasks } from './store-tasks.ts'

type Body = z.output<typeof planShifts.body>
type Refusal = RefusalOf<typeof planShifts>
interface Planned { kindId: string; personId: string; day: string; overrideReason: string | null }
type NewShift = Shift & { unitId: string }
interface Plan { services: Services; caller: Staff; at: string; unit: RosterUnit; kinds: readonly KindRow[]; rules: Rules }

const REFUSALS: Record<Exclude<ShiftProblem['problem'], 'off-day'>, Refusal> = {
  overlaps: 'shift-overlaps', away: 'person-away', 'needs-missing': 'qualification-missing', 'criteria-missing': 'criteria-missing', over: 'shift-ended',
}

export const planShiftsRoute = route(planShifts, async ({ params, body, caller, at }, services) => {
  const found = await unitWithKinds(services.db, caller, params.unitId)
  if (!found) return { ok: false, refusal: 'no-such-unit' }
  const { unit, kinds } = found
  if (!unit.mayPlan) throw new Refused('not-allowed')
  await lockRoster(services.db, caller.institutionId)
  const plan: Plan = { services, caller, at, unit, kinds, rules: await rulesOf(services, caller, unit.policyDigest, at) }
  const changes = await changesAsked(plan, body)
  if (!changes.ok) return changes
  const { asked, removed } = changes
  if (asked.some(({ kindId }) => !kinds.some(({ id }) => id === kindId))) return { ok: false, refusal: 'no-such-shift-kind' }
  const judged = await judge(plan, asked, removed)
  if (!judged) return { ok: false, refusal: 'no-such-person' }
  const { shifts, problems, people } = judged
  const blocking = problems.filter((problem) => problem.blocking)
  const views = problemViews(problems, { kinds, people })
  if (body.dryRun) return { ok: true, value: { applied: false, added: shifts.length, removed: removed.length, shiftIds: [], problems: views } }
  // A week is copied as far as it goes: what stands against the rest is told and leaves a gap to be filled.
  const kept = body.copyWeek ? shifts.filter((shift) => !blocking.some((problem) => problem.personId === shift.personId && problem.kindId === shift.kindId && problem.day === shift.day)) : shifts
  const [first] = blocking
  if (first && !body.copyWeek) {
    const placeOf = (view: { personId: string; kindId: string; day: string }) => asked.findIndex(({ personId, kindId, day }) => personId === view.personId && kindId === view.kindId && day === view.day)
    const errors = views.flatMap((view) => (view.blocking ? [{ pointer: `/add/${placeOf(view)}`, code: view.problem, detail: [view.day, view.kindName, view.personName, ...(view.missing ?? []), view.otherKindName ?? ''].filter(Boolean).join(' ') }] : []))
    return { ok: false, refusal: REFUSALS[first.problem as keyof typeof REFUSALS], errors }
  }
  await apply(plan, kept, removed)
  return { ok: true, value: { applied: true, added: kept.length, removed: removed.length, shiftIds: kept.map(({ id }) => id), problems: views } }
})

/** What is to go, and what is to be there: a shift that has begun is history; a week is copied but for what is planned there already. */
async function changesAsked({ services, caller, unit, kinds, rules, at }: Plan, { add = [], remove = [], copyWeek }: Body): Promise<{ ok: true; asked: Planned[]; removed: ShiftRow[] } | { ok: false; refusal: Refusal }> {
  const named = add.map((one) => ({ ...one, overrideReason: one.overrideReason ?? null }))
  if (remove.length === 0 && !copyWeek) return { ok: true, asked: named, removed: [] }
  const [from, into] = [copyWeek?.from ?? '', copyWeek?.to ?? ''].map((day) => (day === '' ? '' : mondayOf(day))) as [string, string]
  const weekOf = (monday: string) => ({ from: momentOfLocal(rules.calendar, monday, '00:00'), to: momentOfLocal(rules.calendar, monday, '00:00', 7) })
  const found = await shiftsToChange(services.db, caller.institutionId, { unitId: unit.id, ids: remove, weeks: copyWeek ? { from: weekOf(from), into: weekOf(into) } : null })
  if (found.going.length < new Set(remove).size) return { ok: false, refusal: 'no-such-shift' }
  if (found.received.length > 0 || found.going.some(({ begunAt, endsAt }) => begunAt !== null || endsAt <= at)) return { ok: false, refusal: 'shift-begun' }
  const inWeek = (shifts: readonly ShiftRow[], monday: string) => shifts.filter(({ day }) => day >= monday && day < addDays(monday, 7))
  const copied = copyWeek ? copiedShifts(inWeek(found.from, from), Math.round((Date.parse(into) - Date.parse(from)) / 86_400_000), kinds) : []
  const isThere = (one: Pick<Shift, 'kindId' | 'personId' | 'day'>) => found.into.some((shift) => shift.kindId === one.kindId && shift.personId === one.personId && shift.day === one.day)
  return { ok: true, asked: [...named, ...copied.filter((one) => !isThere(one))], removed: found.going }
}

/** Undefined where somebody of those asked for does not work here. */
async function judge({ services, caller, at, unit, kinds, rules }: Plan, asked: readonly Planned[], removed: readonly ShiftRow[]): Promise<{ shifts: NewShift[]; problems: ShiftProblem[]; people: RosterPersonRow[] } | undefined> {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const shifts = asked.flatMap((one): NewShift[] => {
    const kind = byId.get(one.kindId)
    return kind ? [{ ...one, id: services.newId(), unitId: unit.id, ...shiftSpan(kind, one.day, rules.calendar) }] : []
  })
  const [from, to] = [shifts.map(({ startsAt }) => startsAt).toSorted()[0], shifts.map(({ endsAt }) => endsAt).toSorted().at(-1)]
  if (from === undefined || to === undefined) return { shifts, problems: [], people: [] }
  const around = await aroundPlan(services.db, caller.institutionId, { unitId: unit.id, personIds: [...new Set(shifts.map(({ personId }) => personId))], span: { from, to } })
  const { people, absences } = around
  if (shifts.some(({ personId }) => !people.some(({ id }) => id === personId))) return undefined
  const gone = new Set(removed.map(({ id }) => id))
  const scene: PlanScene = { kinds: byId, skills: new Map(people.map(({ id, skills }) => [id, new Set(skills)])), absences, at }
  return { shifts, problems: shiftProblems(shifts, around.shifts.filter(({ id }) => !gone.has(id)), scene), people }
}

async function apply(plan: Plan, added: readonly NewShift[], removed: readonly ShiftRow[]): Promise<void> {
  const { services, caller, at, unit, kinds, rules } = plan
  const { db } = services
  const { institutionId } = caller
  const ids = removed.map(({ id }) => id)
  const held = await holdStreams(db, { institutionId, streams: ids.map(shiftStream), kinds: ['round', 'handOver', 'task'] })
  const common = commonTasksOf(added.filter(({ endsAt }) => endsAt > at), kinds, rules)
  const facts = [
    ...removed.map(({ id, personId, kindId, day }): ActFact => ({
      stream: shiftStream(id), kind: 'shift-removed', data: { personId, kindId, day }, closes: { duties: held.duties.filter(({ stream }) => stream === shiftStream(id)), as: 'void' },
    })),
    ...added.map((shift): ActFact => {
      const { id, personId, kindId, unitId, day, startsAt, endsAt, overrideReason } = shift
      const duties = [...dutiesOf(shift, rules), ...common.duties.get(id) ?? []]
      return { stream: shiftStream(id), kind: 'shift-planned', data: { personId, kindId, unitId, day, startsAt, endsAt, overridden: overrideReason !== null }, opens: { duties, policyDigest: unit.policyDigest } }
    }),
  ]
  await recordAct(db, actingAs(caller, at, services), held, {
    facts, rows: { gone: shiftsGone(institutionId, ids), shifts: newShifts(institutionId, added, { afterGone: ids.length > 0 }), tasks: newTasks(db, institutionId, common.tasks) },
  })
}

/** What a shift owes: the round before it, where the policy has one, and the hand-over at its end. Each opens when its time comes. */
function dutiesOf({ personId, unitId, startsAt, endsAt }: NewShift, rules: Rules): Obligation[] {
  const { roster } = rules.policy
  if (endsAt <= rules.at) return []
  const handOver = owe({ kind: 'handOver', personId, unitId, limit: roster.handOverWithin, since: endsAt }, { ...rules, at: startsAt })
  const owed = roster.handOverNeeded ? [handOver] : []
  if (roster.roundItems.length === 0 || startsAt <= rules.at) return owed
  const minutes = Math.max(roster.roundMinutesBefore, 1)
  return [owe({ kind: 'round', personId, unitId, limit: { amount: minutes, unit: 'naturalMinutes' } }, { ...rules, at: minutesBefore(startsAt, minutes) }), ...owed]
}
