import { secondsAfter } from '@daodi/domain/calendar/local-moment.ts'
import { owe, type Rules } from '@daodi/domain/obligations/owe.ts'
import type { CaseState, Holder } from '@daodi/domain/cases/state.ts'
import { lockAnyCase } from '../cases/store.ts'
import { transaction } from '../database/transaction.ts'
import { peopleOf, surroundings } from '../directory/store.ts'
import { findDesk } from '../directory/store-desks.ts'
import type { Services } from '../http/route.ts'
import type { JobPayload } from '../jobs/enqueue.ts'
import { bellStream } from '../ledger/store-append.ts'
import { NEW_STREAMS, recordAct } from '../obligations/store-act.ts'
import { calendarOf, policyByDigest } from '../policy/store.ts'
import { bellRow, lockBell } from './store-bells.ts'

/** What a bell's place may hold. */
const PLACE_MAX = 60

/**
 * Somebody is to be seen to first and waits: a bell rings for the helpers whom the regulation names, where the person is. It
 * says nothing of why: bells stand on screens that everybody can read. Done twice it rings once.
 */
export async function ringForHelp({ institutionId = '', caseId = '', bellId = '' }: JobPayload, services: Services): Promise<void> {
  await transaction(services.db, async (db) => {
    const locked = await lockAnyCase(db, institutionId, caseId)
    if (!locked || locked.state.endedAt !== null || locked.state.priority === undefined || await lockBell(db, institutionId, bellId)) return
    const policy = await policyByDigest(db, locked.state.policy)
    const at = services.clock()
    const calendar = await calendarOf(db, institutionId, locked.workingTime, policy.calendar)
    await ring({ ...services, db }, { state: locked.state, bellId, rules: { policy, calendar, at, newId: services.newId } })
  })
}

async function ring({ db, ledgerAlgorithm }: Services, { state, bellId, rules }: { state: CaseState; bellId: string; rules: Rules }): Promise<void> {
  const { institutionId, number, firstContact: { personId, unitId } } = state
  const { at, policy } = rules
  const around = await surroundings(db, institutionId, { unitIds: [unitId], personIds: [personId] })
  const helpers = peopleOf(around, policy.priority?.help ?? [], { handler: unitId, firstContact: unitId, receiver: unitId, institution: around.rootUnitId })
  if (helpers.length === 0) return
  const openToAllAt = secondsAfter(at, policy.roster.bellSeconds)
  const desk = state.deskId === undefined ? undefined : (await findDesk(db, institutionId, state.deskId))?.name
  const where = desk ?? around.people.get(personId)?.room ?? around.units.get(unitId)?.name ?? ''
  const obligation = owe({ kind: 'answerBell', personId: null, unitId: unitOf(helpers, unitId), limit: { amount: policy.roster.bellSeconds / 60, unit: 'naturalMinutes' } }, rules)
  await recordAct(db, { institutionId, actor: 'system', at, algorithm: ledgerAlgorithm }, NEW_STREAMS, {
    facts: [{ stream: bellStream(bellId), kind: 'bell-rung', data: { unitId: obligation.unitId, openToAllAt, people: helpers.map((one) => one.personId) }, opens: { duties: [obligation], policyDigest: state.policy } }],
    rungs: helpers.map((one) => ({ obligationId: obligation.id, rung: 0, personId: one.personId })),
    rows: { bell: bellRow(db, { institutionId, id: bellId, unitId: obligation.unitId, team: null, place: `${where.slice(0, PLACE_MAX - number.length - 6)} 优先服务 ${number}`, rungAt: at, openToAllAt }) },
  })
}

/** Where the first of them is: that unit answers for it. */
function unitOf([first]: readonly Holder[], otherwise: string): string {
  return first?.unitId ?? otherwise
}
