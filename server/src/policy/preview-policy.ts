import type { z } from 'zod'
import { previewPolicy } from '@daodi/contract/staff/policy/policy.ts'
import type { ObligationKind, Policy } from '@daodi/domain/policy/policy.ts'
import { replayBoth, type Regime, type ReplayedBoth } from '@daodi/domain/policy/replay-duty.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route, type Db } from '../http/route.ts'
import { judgeDraft, type Judged } from './judge-draft.ts'
import { fieldErrors } from './publish-policy.ts'
import { currentCalendar } from './store.ts'
import { administeredUnit } from './store-editor.ts'
import { countCases, pastDuties, type PastDutyRow } from './store-preview.ts'

const DAY_MS = 86_400_000
/** So many cases are reckoned in one answer: about a second; a long month comes in several. */
const PART = 400
const LISTED = 100

type Reply = z.input<typeof previewPolicy.reply>

/** What would have escalated, with the draft and with the policy in force: every duty of the period's cases is planned twice. */
export const previewPolicyRoute = route(previewPolicy, async ({ params, body, caller, at }, { db }) => {
  const { institutionId } = caller
  const unit = await administeredUnit(db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  const judged = await judgeDraft(db, unit, { institutionId, settings: body.settings })
  if (judged.document === null) return { ok: false, refusal: 'policy-has-problems', errors: fieldErrors(judged.problems, '/settings') }
  const after = readCursor(body.after, [UUID])?.[0] ?? null
  const from = new Date(Date.parse(at) - (body.days ?? 31) * DAY_MS).toISOString()
  const period = { institutionId, unitIds: judged.subtree.map((one) => one.id), from, to: at }
  const { duties, cases, last } = await pastDuties(db, period, { after, limit: PART })
  const regimes = await regimesOf(db, { institutionId, judged, unitIds: new Set(duties.map((duty) => duty.unit_id)) })
  const { counts, rows } = tally(duties, (duty) => replayed(duty, regimes, at))
  return answer({
    from, to: at, total: after === null ? await countCases(db, period) : null, cases, duties: duties.length, next: cases === PART && last !== null ? cursorOf([last]) : null,
    counts, rows: rows.slice(0, LISTED), more: Math.max(0, rows.length - LISTED),
  })
}, 'none')

type Regimes = ReadonlyMap<string, { inForce: Regime; draft: Regime }>

/** The policy and the working time of each unit, as they are and as they would be. */
async function regimesOf(db: Db, { institutionId, judged, unitIds }: { institutionId: string; judged: Judged; unitIds: ReadonlySet<string> }): Promise<Regimes> {
  const regimes = new Map<string, { inForce: Regime; draft: Regime }>()
  for (const unit of judged.subtree.filter((one) => unitIds.has(one.id))) {
    const regime = async (policy: Policy): Promise<Regime> => ({ policy, calendar: await currentCalendar(db, institutionId, policy.calendar, unit.id) })
    regimes.set(unit.id, { inForce: await regime(judged.inForce(unit)), draft: await regime(judged.drafted(unit)) })
  }
  return regimes
}

function replayed(duty: PastDutyRow, regimes: Regimes, now: string): ReplayedBoth | null {
  const regime = regimes.get(duty.unit_id)
  if (!regime) return null
  return replayBoth({
    kind: duty.kind, category: duty.category, urgency: duty.urgency, channel: duty.channel, matterDays: duty.matter_days, ...(duty.matter_limit ? { matterLimit: duty.matter_limit } : {}), registeredAt: duty.registered_at, openedAt: duty.opened_at, dueAt: duty.due_at,
    closedAt: duty.closed_at, limitFrom: duty.limit_from, pauses: duty.pauses.filter(({ stops }) => stops !== 'none'),
  }, regime, now)
}

function tally(duties: readonly PastDutyRow[], replay: (duty: PastDutyRow) => ReplayedBoth | null): Pick<Reply, 'counts' | 'rows'> {
  const counts = new Map<ObligationKind, Reply['counts'][number]>()
  const rows: Reply['rows'] = []
  for (const duty of duties) {
    const both = replay(duty)
    if (!both) continue
    const { inForce, draft } = both
    const count = counts.get(duty.kind) ?? { kind: duty.kind, duties: 0, lateInForce: 0, lateDraft: 0, rungsInForce: [], rungsDraft: [] }
    counts.set(duty.kind, count)
    count.duties++
    if (inForce.late) count.lateInForce++
    if (draft.late) count.lateDraft++
    addRungs(count.rungsInForce, inForce.rung)
    addRungs(count.rungsDraft, draft.rung)
    if (!both.differs) continue
    const shown = ({ dueAt, estimated, late, rung }: typeof inForce) => ({ dueAt, estimated, late, rung })
    rows.push({
      caseId: duty.case_id, number: duty.number, category: duty.category as Reply['rows'][number]['category'], urgency: duty.urgency as Reply['rows'][number]['urgency'], unitName: duty.unit_name,
      kind: duty.kind, openedAt: duty.opened_at, closedAt: duty.closed_at, inForce: shown(inForce), draft: shown(draft),
    })
  }
  return { counts: [...counts.values()], rows }
}

function addRungs(rungs: number[], reached: number): void {
  for (let index = 0; index < reached; index++) rungs[index] = (rungs[index] ?? 0) + 1
}
