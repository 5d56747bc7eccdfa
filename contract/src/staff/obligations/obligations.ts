import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Category, ObligationKind, Status, SupervisionLevel, Urgency } from '../../shared/codes.ts'
import { Instant, LocalDate } from '../../shared/time.ts'
import { NoBody, NoParams, NoQuery, pageOf, pageQuery } from '../../shared/page.ts'
import { CaseRow, ObligationView } from '../cases/views.ts'

export const ObligationRow = ObligationView.extend({
  /** Null where the obligation is about something else: then `subject` says what. */
  caseId: z.uuid().nullable(),
  subject: z.object({ kind: z.enum(['shift', 'bell', 'succession', 'walkround']), id: z.uuid(), title: z.string(), since: Instant }).nullable(),
  case: z.object({
    number: z.string(), subject: z.string(), status: Status, category: Category, urgency: Urgency, /** Seen to first. */ priority: z.boolean().optional(), requesterName: z.string().nullable(),
    /** The baton, for the thin strip. */
    legs: CaseRow.shape.legs.optional(),
    /** How often the handler has been urged (催办), and whether the case is supervised (督办). */
    urges: z.int(), supervision: SupervisionLevel.nullable(),
    clocks: CaseRow.shape.clocks,
  }).nullable(),
  /** I owe it, anybody in my unit may take it, or I see to it for a colleague. */
  mine: z.boolean(),
  /** I am here because it climbed to me, not because I owe it. */
  escalated: z.boolean(),
  /** It climbed to me, or to a colleague whom I stand in for, and nobody told as high up has taken it up (接办). */
  mayTakeUp: z.boolean(),
  /** The colleague's name who is away and owes it, where I see to it in their place (代办). */
  inPlaceOf: z.string().nullable(),
})

/** `unitId` with `unit` and with `late`: what that unit with everything below it owes, and what its people owe elsewhere. */
export const listObligations = operation({
  id: 'listObligations', method: 'GET', path: '/api/staff/obligations', gate: 'signedIn', summary: '应办：我的、本科室的、超期的，按到期先后',
  params: NoParams, query: z.strictObject({ scope: z.enum(['mine', 'unit', 'late']).optional(), unitId: z.uuid().optional(), kind: ObligationKind.optional(), ...pageQuery }),
  body: NoBody, reply: pageOf(ObligationRow).extend({ counts: z.object({ red: z.int(), amber: z.int(), open: z.int() }) }), status: 200, refusals: { 'no-such-unit': 422 },
})

/**
 * Server-sent events: `changed` with `{obligations: true}`, and `caseId` where it is a case, whenever something the reader may see has moved;
 * `notice` with `{id, kind, caseId}` for each new notice of the reader; `notices` with `{unread}` at the beginning. Whoever comes
 * back with the last event's id, in `Last-Event-ID` or `after`, gets every notice that they missed, and none twice.
 */
export const streamEvents = operation({
  id: 'streamEvents', method: 'GET', path: '/api/staff/events', gate: 'signedIn', summary: '实时更新（SSE）', produces: 'events',
  params: NoParams, query: z.strictObject({ after: z.string().max(8_000).regex(/^[0-9]{1,20}(~[0-9a-f.]+)?$/, 'cursor-format').optional() }), body: NoBody, reply: NoBody, status: 200, refusals: {},
})

/** A person's open cases; of them, so many that the reader may not see and that no list shows. */
export const Carried = { handling: z.int(), handlingHidden: z.int(), firstContact: z.int(), firstContactHidden: z.int() }

/** How many questions asked of a unit ended up how; `undecided` has no decision yet. */
const Answers = z.object({ onSpot: z.int(), mine: z.int(), colleague: z.int(), otherUnit: z.int(), notOurs: z.int(), unclear: z.int(), undecided: z.int() })
/** Cases that the unit had to finish by a time in the period, those still open included: so many in time, and so many in time without having been granted more. */
const Finishing = z.object({ due: z.int(), onTime: z.int(), withoutExtension: z.int() })
/** Calls whose rings were counted, at one desk or at none; `inTime` within as many rings as the regulation has. */
const Calls = z.object({ deskId: z.uuid().nullable(), deskName: z.string().nullable(), calls: z.int(), inTime: z.int() })

export const getUnitFigures = operation({
  id: 'getUnitFigures', method: 'GET', path: '/api/staff/units/:unitId/figures', gate: 'head', summary: '本科室近期数字：首问按答复方式、非本单位职责、按时办结、电话接听、服务忌语',
  params: z.strictObject({ unitId: z.uuid() }), query: z.strictObject({ days: z.coerce.number().pipe(z.int().min(1).max(366)).optional() }), body: NoBody, status: 200, refusals: { 'no-such-unit': 404 },
  reply: z.object({
    /** The period: from the beginning of its first day until now. */
    from: Instant, firstDay: LocalDate, until: Instant, days: z.int(), answers: Answers, open: z.int(), /** Ended as none of the organisation's business (explained). */ outside: z.int(), /** Passed on to another unit, or sent back, more than once. */ passedOn: z.int(), finishing: Finishing, rings: z.int(), calls: z.array(Calls), refusedPhrases: z.int(),
  }),
})

export const getUnitOverview = operation({
  id: 'getUnitOverview', method: 'GET', path: '/api/staff/units/:unitId/overview', gate: 'head', summary: '本科室：每个人手上的件、待签收、超期',
  params: z.strictObject({ unitId: z.uuid() }), query: NoQuery, body: NoBody, status: 200, refusals: { 'no-such-unit': 404 },
  reply: z.object({
    unit: z.object({ id: z.uuid(), name: z.string() }),
    /** `openElsewhere`: of `open`, what its people have in hand for other units, which no list of this one shows. `late` and `dueToday` are duties, of which a case may have several; `lateCases` the cases of the late ones. */
    counts: z.object({ open: z.int(), openElsewhere: z.int(), late: z.int(), lateCases: z.int(), dueToday: z.int(), waitingToSign: z.int(), registeredToday: z.int(), closedToday: z.int() }),
    people: z.array(z.object({ personId: z.uuid(), name: z.string(), post: z.string().nullable(), ...Carried, owed: z.int(), late: z.int(), amber: z.int() })),
  }),
})
