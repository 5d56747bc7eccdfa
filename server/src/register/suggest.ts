import type { z } from 'zod'
import { CATEGORIES } from '@daodi/contract/shared/codes.ts'
import { findForCase, suggestAtRegister } from '@daodi/contract/staff/register/suggest.ts'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import { workingMinutesBetween } from '@daodi/domain/calendar/calendar.ts'
import type { Asked } from '@daodi/domain/finding/evidence.ts'
import type { Found, FoundMatter, FoundUnit } from '@daodi/domain/finding/find.ts'
import { categoryInWords, onlyAsks } from '@daodi/domain/finding/only-asks.ts'
import { shownReasons } from '@daodi/domain/finding/show-reasons.ts'
import { worthMerging } from '@daodi/domain/cases/merge-cases.ts'
import { maskName } from '@daodi/domain/requester/mask.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { peopleOf, surroundings, type Surroundings } from '../directory/store.ts'
import { findWhose } from '../finding/store-finding.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route, type Db } from '../http/route.ts'
import { matterRows, matterView, type MatterRow } from '../matters/store-matters.ts'
import { calendarOf, policyByDigest } from '../policy/store.ts'
import { askedInCase, casesLike, casesOfRequesters, knownRequesters, outsideContacts, type LikeRow, type RelatedRow } from './store.ts'
import { leastLoaded } from './store-load.ts'
import { wholeWords } from './whole-words.ts'

type Reply = z.input<typeof suggestAtRegister.reply>
type Finding = Pick<Reply, 'matters' | 'units' | 'advice' | 'office'>
type Confidence = Reply['matters'][number]['confidence']

const MATTERS = 6
/** What is less likely than this would only be in the way. */
const WORTH_SHOWING = 0.03
const UNITS = 3

export const suggestAtRegisterRoute = route(suggestAtRegister, async ({ query, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const [text, content] = [query.text ?? '', query.content ?? '']
  const digits = query.phone?.replace(/\D/g, '') ?? null
  const outside = text === '' ? [] : await outsideContacts(db, institutionId, text)
  const finding = await shownFinding(db, caller, { asked: { subject: text, content }, at, outside: outside.length > 0 })
  const people = digits !== null && digits.length >= 7 ? await knownRequesters(db, caller, { digits, name: query.name ?? null }) : []
  const requesterCases = await casesOfRequesters(db, caller, people.map((person) => person.id))
  const { similar, repeats } = await casesLike(db, caller, { subject: text, content, requesterIds: people.map((person) => person.id) })
  const calendar = await calendarOf(db, institutionId, caller.workingTime)
  // Somebody of another name is another person, as registration takes it.
  const [person] = people.filter(({ name }) => !query.name || !name || name === query.name)
  return answer({
    ...finding, onlyAsks: onlyAsks(text), worded: categoryInWords(text, CATEGORIES) as (typeof CATEGORIES)[number] | null, outside, requester: person ? { name: person.name, phone: person.phone, organization: person.organization, address: null } : null,
    requesterCases: requesterCases.map((row) => relatedView(row, calendar, at)), similarCases: similar.map((row) => relatedView(row, calendar, at)),
    repeats: repeats.map((row) => repeatView(row, calendar, at)),
  })
})

export const findForCaseRoute = route(findForCase, async ({ params: { caseId }, caller, at }, { db }) => {
  const asked = await askedInCase(db, caller, caseId)
  if (!asked) return { ok: false, refusal: 'no-such-case' }
  const { subject, content, requester_ids: requesterIds } = asked
  const outside = await outsideContacts(db, caller.institutionId, subject)
  const finding = await shownFinding(db, caller, { asked: { subject, content }, at, outside: outside.length > 0 })
  const { repeats } = await casesLike(db, caller, { subject, content, requesterIds, except: caseId })
  const calendar = await calendarOf(db, caller.institutionId, caller.workingTime)
  return answer({ ...finding, repeats: repeats.map((row) => repeatView(row, calendar, at)) })
})

async function shownFinding(db: Db, caller: Staff, { asked, at, outside }: { asked: Asked; at: string; outside: boolean }): Promise<Finding> {
  const { institutionId } = caller
  const empty = asked.subject === '' && asked.content === ''
  const found: Found = empty ? { units: [], matters: [] } : await findWhose(db, institutionId, asked, at)
  const around = await surroundings(db, institutionId, { unitIds: [caller.unitId, ...found.units.slice(0, UNITS).map((unit) => unit.unitId)], personIds: [] })
  const policy = await policyByDigest(db, around.units.get(caller.unitId)?.policy_digest ?? '')
  const question = `${asked.subject} ${asked.content}`
  const matters = await shownMatters(found, { db, caller, policy, question })
  const units = found.units.slice(0, UNITS).filter((unit) => unit.confidence >= WORTH_SHOWING && around.units.has(unit.unitId)).map((unit) => unitView(unit, { around, caller, policy, question }))
  return { matters, units, advice: adviceOf(found, { policy, caller, outside, asked: !empty }), office: officeOf(around, caller, policy) }
}

async function shownMatters(found: Found, { db, caller, policy, question }: { db: Db; caller: Staff; policy: Policy; question: string }): Promise<Reply['matters']> {
  const best = found.matters.slice(0, MATTERS).filter((matter) => matter.confidence >= WORTH_SHOWING)
  const rows = await matterRows(db, caller.institutionId, best.map((matter) => matter.matterId))
  const unowned = [...rows.values()].filter((row) => row.person_name === null)
  const receivers = await leastLoaded(db, caller.institutionId, unowned.map((row) => ({ matterId: row.id, unitId: row.unit_id, postId: row.post_id })))
  return best.flatMap((matter) => {
    const row = rows.get(matter.matterId)
    return row ? [shownMatter(row, matter, { caller, policy, question, receiver: receivers.get(row.id) ?? null })] : []
  })
}

function readable(reasons: FoundUnit['reasons'], question: string): ReturnType<typeof shownReasons> {
  const shown = shownReasons(reasons)
  return { ...shown, words: wholeWords(shown.words, question) }
}

function shownMatter(row: MatterRow, matter: FoundMatter, { caller, policy, question, receiver }: { caller: Staff; policy: Policy; question: string; receiver: Reply['matters'][number]['receiver'] }): Reply['matters'][number] {
  const reasons = readable(matter.reasons, question)
  const certainty = Math.round(matter.confidence * 100)
  return { ...matterView(row), words: reasons.words, reasons, certainty, confidence: level(certainty, policy), whose: whoseOf(row.unit_id, row.person_id, caller), receiver }
}

function unitView(unit: FoundUnit, { around, caller, policy, question }: { around: Surroundings; caller: Staff; policy: Policy; question: string }): Reply['units'][number] {
  const { name = '', phone = null, room = null } = around.units.get(unit.unitId) ?? {}
  const certainty = Math.round(unit.confidence * 100)
  return { unitId: unit.unitId, unitName: name, phone, room, certainty, confidence: level(certainty, policy), whose: unit.unitId === caller.unitId ? 'colleague' : 'otherUnit', reasons: readable(unit.reasons, question) }
}

function level(certainty: number, { finding }: Policy): Confidence {
  return certainty >= finding.preselect ? 'high' : certainty >= finding.suggest ? 'medium' : 'low'
}

function whoseOf(unitId: string, personId: string | null, caller: Staff): 'yours' | 'colleague' | 'otherUnit' {
  return unitId !== caller.unitId ? 'otherUnit' : personId === caller.personId ? 'yours' : 'colleague'
}

/** Rather ask the office than guess: what is not sure enough names nobody. */
function adviceOf(found: Found, { policy, caller, outside, asked }: { policy: Policy; caller: Staff; outside: boolean; asked: boolean }): Reply['advice'] {
  if (!asked) return 'nothing'
  const [unit] = found.units
  const [matter] = found.matters
  const sure = (confidence: number | undefined): boolean => (confidence ?? 0) * 100 >= policy.finding.suggest
  if (matter && sure(matter.confidence)) return matter.unitId === caller.unitId ? 'yours' : 'otherUnit'
  if (unit && sure(unit.confidence) && !outside) return unit.unitId === caller.unitId ? 'colleague' : 'otherUnit'
  return outside ? 'outside' : 'unclear'
}

/** Whom the regulation names for unclear questions. */
function officeOf(around: Surroundings, caller: Staff, policy: Policy): Reply['office'] {
  const { unitId } = caller
  const [first] = peopleOf(around, policy.unclear, { handler: unitId, firstContact: unitId, receiver: unitId, institution: around.rootUnitId })
  if (!first) return null
  const holder = around.posts.find((held) => held.person_id === first.personId)
  return holder ? { unitName: around.units.get(first.unitId)?.name ?? '', personName: holder.person_name, phone: around.units.get(first.unitId)?.phone ?? null } : null
}

/** The baton's strip of a related case. */
function relatedView(row: RelatedRow, calendar: Calendar, at: string): Reply['similarCases'][number] {
  const legs = row.legs.map(({ kind, personId, unitId, from, to }) => ({ kind, personId, unitId, from, to, workingMinutes: Math.round(workingMinutesBetween(calendar, from, to ?? at)) }))
  return { id: row.id, number: row.number, subject: row.subject ?? '', status: row.status as Reply['similarCases'][number]['status'], registeredAt: row.registered_at, unitName: row.unit_name, grade: row.grade, legs }
}

function repeatView(row: LikeRow, calendar: Calendar, at: string): Reply['repeats'][number] {
  return { ...relatedView(row, calendar, at), sameRequester: row.same_requester, confidence: row.confidence, handlerName: row.handler_name, requesterName: maskName(row.requester_name), mergeable: worthMerging({ category: row.category, sameRequester: row.same_requester }) }
}
