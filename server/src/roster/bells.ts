import { answerBell, listBells, ringBell } from '@daodi/contract/staff/roster/shift.ts'
import { secondsAfter } from '@daodi/domain/calendar/local-moment.ts'
import { owe } from '@daodi/domain/obligations/owe.ts'
import { answer, route } from '../http/route.ts'
import { bellStream } from '../ledger/store-append.ts'
import { holdStreams, NEW_STREAMS, recordAct } from '../obligations/store-act.ts'
import { actingAs, rulesOf } from './acting.ts'
import { bellAnswered, bellRow, bellRows, lockBell } from './store-bells.ts'
import { onDutyNow } from './store-duty.ts'
import { rosterUnit } from './store-roster.ts'

/**
 * A bell goes to the own group's people on duty; at once to everybody on duty where nobody of it is there; and when the
 * policy's seconds have passed unanswered, the engine gives it to everybody: no group passes a ringing bell by.
 */
export const ringBellRoute = route(ringBell, async ({ body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const unit = await rosterUnit(db, caller, body.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  const { place, team = null } = body
  const here = await onDutyNow(db, institutionId, at, { unitId: unit.id })
  const own = here.filter((person) => team === null || person.team === team)
  const called = own.length > 0 ? own : await onDutyNow(db, institutionId, at)
  const rules = await rulesOf(services, caller, unit.policyDigest, at)
  const openToAllAt = own.length > 0 ? secondsAfter(at, rules.policy.roster.bellSeconds) : at
  const id = services.newId()
  const limit = { amount: (Date.parse(openToAllAt) - Date.parse(at)) / 60_000, unit: 'naturalMinutes' as const }
  const obligation = owe({ kind: 'answerBell', personId: null, unitId: unit.id, limit }, rules)
  const people = [...new Set(called.map(({ personId }) => personId))]
  await recordAct(db, actingAs(caller, at, services), NEW_STREAMS, {
    facts: [{ stream: bellStream(id), kind: 'bell-rung', data: { unitId: unit.id, openToAllAt, people }, opens: { duties: [obligation], policyDigest: unit.policyDigest } }],
    rungs: people.map((personId) => ({ obligationId: obligation.id, rung: 0, personId })), rows: { bell: bellRow(db, { institutionId, id, unitId: unit.id, team, place, rungAt: at, openToAllAt }) },
  })
  return answer({ id, openToAllAt, called: called.filter((one, index) => called.findIndex(({ personId }) => personId === one.personId) === index).map(({ personId, name }) => ({ personId, name })) })
})

export const listBellsRoute = route(listBells, async ({ caller, at }, services) => {
  const rows = await bellRows(services.db, caller.institutionId, caller.personId, at)
  return answer({
    rows: rows.map(({ told, ...row }) => ({
      ...row, forMe: row.answeredAt === null && (told || row.openToAllAt <= at), seconds: row.answeredAt === null ? null : secondsBetween(row.rungAt, row.answeredAt),
    })),
  })
})

/** Anybody may: there is no looking away because of groups. */
export const answerBellRoute = route(answerBell, async ({ params, caller, at }, services) => {
  const { db } = services
  const { institutionId, personId } = caller
  const bell = await lockBell(db, institutionId, params.bellId)
  if (!bell) return { ok: false, refusal: 'no-such-bell' }
  if (bell.answeredAt !== null) return { ok: false, refusal: 'bell-answered' }
  const seconds = secondsBetween(bell.rungAt, at)
  const stream = bellStream(params.bellId)
  const held = await holdStreams(db, { institutionId, streams: [stream], kinds: ['answerBell'] })
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [{ stream, kind: 'bell-answered', data: { seconds }, closes: { duties: held.duties, as: 'met' } }], rows: { bell: bellAnswered(db, institutionId, params.bellId, { personId, at }) },
  })
  return answer({ seconds })
})

export function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))
}
