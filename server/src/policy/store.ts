import { sql, type Kysely, type Transaction } from 'kysely'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { PolicyOverlay as Overlay } from '@daodi/domain/policy/inherit.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import type { Tables } from '../database/tables.ts'
import { calendarFrom, CalendarDefinition, checkDefinition } from './calendar-definition.ts'
import { checkDocument, problemsIn } from './check-document.ts'
import { calendarFault } from './problem-texts.ts'
import { PolicyRefused } from './problem.ts'
import { policyDigest, resolvePolicy } from './resolve-policy.ts'
import { PolicyDocument, PolicyOverlay } from './schema.ts'

/** An organisation has a handful of policies and pins old ones for years; beyond this the oldest are read again. */
const POLICIES_KEPT = 500
const CALENDARS_KEPT = 500

// Both are kept by their content, so they can never be out of date, whichever database or transaction they came from.
const policies = new Map<string, Policy>()
const calendars = new Map<string, Record<string, Calendar>>()

function keep<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): Value {
  if (kept.size >= most) for (const oldest of kept.keys()) { kept.delete(oldest); break }
  kept.set(key, value)
  return value
}

/** The policy a case is pinned to. One statement the first time, none afterwards. The object is shared, and therefore frozen. */
export async function policyByDigest(db: Kysely<Tables>, digest: string): Promise<Policy> {
  const known = policies.get(digest)
  if (known) return known
  const row = await db.selectFrom('policies').select('document').where('digest', '=', digest).executeTakeFirst()
  if (!row) throw new Error(`no policy has the digest ${digest}`)
  return keep(policies, digest, frozen(row.document as unknown as Policy), POLICIES_KEPT)
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

/** Stores a resolved policy under its digest, which is returned; for a root unit that has to name one before its first version. */
export async function keepPolicy(trx: Transaction<Tables>, policy: Policy): Promise<string> {
  const digest = policyDigest(policy)
  await trx.insertInto('policies').values({ digest, document: JSON.stringify(policy) }).onConflict((conflict) => conflict.doNothing()).execute()
  return digest
}

/**
 * The digest a new unit below `parentId` starts with. Waits for a publication under way and holds off the next until this
 * transaction ends, so that no unit can slip in between with a policy that is already replaced.
 */
export async function policyForNewUnit(trx: Transaction<Tables>, institutionId: string, parentId: string): Promise<string> {
  await lockRegulation(trx, institutionId)
  const parent = await trx.selectFrom('units').select('policy_digest').where('institution_id', '=', institutionId).where('id', '=', parentId).executeTakeFirstOrThrow()
  return parent.policy_digest
}

/** One publication at a time in an institution. Weaker than FOR UPDATE, so that registering cases, which refer to the row, goes on. */
async function lockRegulation(trx: Transaction<Tables>, institutionId: string): Promise<void> {
  await trx.selectFrom('institutions').select('id').where('id', '=', institutionId).forNoKeyUpdate().executeTakeFirstOrThrow()
}

interface Publication {
  institutionId: string
  unitId: string
  /** All that the unit lays down, in place of its former version; for the root unit a complete policy. */
  overlay: unknown
  /** ISO 8601 in UTC. */
  at: string
  by: string | null
}

/**
 * The next version of a unit's settings, in force from now on for the unit and everything below it; open cases keep the
 * policy they were registered under. Throws PolicyRefused, with nothing written, when the document has problems.
 */
export async function publishPolicy(trx: Transaction<Tables>, publication: Publication): Promise<{ version: number; digest: string; unitsChanged: number }> {
  const { institutionId, unitId, at, by } = publication
  await lockRegulation(trx, institutionId)
  const unit = await trx.selectFrom('units').select('parent_id').where('institution_id', '=', institutionId).where('id', '=', unitId).executeTakeFirst()
  if (!unit) throw new Error(`the institution has no unit ${unitId}`)
  const document = checkedSettings(publication.overlay, unit.parent_id === null)
  const version = await nextVersion(trx, institutionId, unitId)
  await trx.insertInto('policy_versions')
    .values({ institution_id: institutionId, unit_id: unitId, version, document: JSON.stringify(document), published_at: at, published_by: by }).execute()
  const { digests, changed } = await resolveSubtree(trx, institutionId, unitId)
  return { version, digest: digests.get(unitId) ?? '', unitsChanged: changed }
}

function checkedSettings(overlay: unknown, isRoot: boolean): Overlay {
  const checked = checkDocument<Overlay>(overlay, isRoot ? PolicyDocument : PolicyOverlay)
  if (checked.ok) return checked.document
  throw new PolicyRefused(problemsIn('policy', checked.findings))
}

async function nextVersion(trx: Transaction<Tables>, institutionId: string, unitId: string): Promise<number> {
  const newest = await trx.selectFrom('policy_versions').select(({ fn }) => fn.max('version').as('version'))
    .where('institution_id', '=', institutionId).where('unit_id', '=', unitId).executeTakeFirst()
  return (newest?.version ?? 0) + 1
}

/** Works out the policy of the unit and all below it again. `changed` counts the units whose policy is another now. */
async function resolveSubtree(trx: Transaction<Tables>, institutionId: string, unitId: string): Promise<{ digests: Map<string, string>; changed: number }> {
  const units = await trx.selectFrom('units').select(['id', 'path', 'policy_digest'])
    .where('institution_id', '=', institutionId).where(sql<boolean>`path @> array[${unitId}::uuid]`).execute()
  const settings = await newestSettings(trx, institutionId)
  const digests = new Map<string, string>()
  const affected = new Map<string, string[]>()
  for (const unit of units) {
    const policy = resolveAlong(unit.path, settings)
    const digest = policyDigest(policy)
    if (![...digests.values()].includes(digest)) await keepPolicy(trx, policy)
    digests.set(unit.id, digest)
    if (digest !== unit.policy_digest) affected.set(digest, [...(affected.get(digest) ?? []), unit.id])
  }
  for (const [digest, ids] of affected) {
    await trx.updateTable('units').set({ policy_digest: digest }).where('institution_id', '=', institutionId).where('id', 'in', ids).execute()
  }
  return { digests, changed: [...affected.values()].flat().length }
}

async function newestSettings(trx: Transaction<Tables>, institutionId: string): Promise<Map<string, Overlay>> {
  const rows = await trx.selectFrom('policy_versions').distinctOn('unit_id').select(['unit_id', 'document'])
    .where('institution_id', '=', institutionId).orderBy('unit_id').orderBy('version', 'desc').execute()
  return new Map(rows.map((row) => [row.unit_id, row.document as Overlay]))
}

function resolveAlong(path: readonly string[], settings: ReadonlyMap<string, Overlay>): Policy {
  const [root, ...below] = path
  const complete = root === undefined ? undefined : settings.get(root)
  if (!complete) throw new Error('publish the policy of the root unit first: there is nothing to inherit from')
  // The root's versions are checked to be complete before they are written.
  return resolvePolicy(complete as Policy, below.flatMap((id) => settings.get(id) ?? []))
}

/**
 * The working time that new limits are reckoned with; `name` is the policy's `calendar`. One statement asks for the
 * newest version every time: a calendar published by another process holds at once. The object is the same for the same content, as the domain needs it.
 */
export async function currentCalendar(db: Kysely<Tables>, institutionId: string, name = 'institution'): Promise<Calendar> {
  const row = await db.selectFrom('calendars').innerJoin('institutions', 'institutions.id', 'calendars.institution_id')
    .select(['institutions.time_zone', 'calendars.version', 'calendars.published_at'])
    .where('calendars.institution_id', '=', institutionId).orderBy('calendars.version', 'desc').limit(1).executeTakeFirst()
  if (!row) throw new Error(`the institution ${institutionId} has published no calendar`)
  const key = `${institutionId} ${row.version} ${row.published_at} ${row.time_zone}`
  const named = calendars.get(key) ?? keep(calendars, key, bothCalendars(await calendarDocument(db, institutionId, row.version), row.time_zone), CALENDARS_KEPT)
  const calendar = named[name]
  if (!calendar) throw new Error(`the policy names a calendar that does not exist: ${name}`)
  return calendar
}

/** The document is long, so it is read once a process; a published version never changes. */
async function calendarDocument(db: Kysely<Tables>, institutionId: string, version: number): Promise<string> {
  const { document } = await db.selectFrom('calendars').select(sql<string>`document::text`.as('document'))
    .where('institution_id', '=', institutionId).where('version', '=', version).executeTakeFirstOrThrow()
  return document
}

function bothCalendars(text: string, timeZone: string): Record<string, Calendar> {
  const own = calendarFrom(CalendarDefinition.parse(JSON.parse(text)), timeZone)
  return { institution: own, aroundTheClock: { ...own, kind: 'aroundTheClock' } }
}

/** The next version of the institution's working time. Throws PolicyRefused, with nothing written, when it has problems. */
export async function publishCalendar(trx: Transaction<Tables>, publication: { institutionId: string; definition: unknown; at: string }): Promise<{ version: number }> {
  const { institutionId } = publication
  await lockRegulation(trx, institutionId)
  const checked = checkDocument(publication.definition, CalendarDefinition)
  if (!checked.ok) throw new PolicyRefused(problemsIn('calendar', checked.findings))
  const { time_zone: timeZone } = await trx.selectFrom('institutions').select('time_zone').where('id', '=', institutionId).executeTakeFirstOrThrow()
  const faults = checkDefinition(checked.document, timeZone)
  if (faults.length > 0) throw new PolicyRefused(problemsIn('calendar', faults.map((sentence) => ({ path: [], ...calendarFault(sentence) }))))
  const newest = await trx.selectFrom('calendars').select(({ fn }) => fn.max('version').as('version')).where('institution_id', '=', institutionId).executeTakeFirst()
  const version = (newest?.version ?? 0) + 1
  await trx.insertInto('calendars').values({ institution_id: institutionId, version, document: JSON.stringify(checked.document), published_at: publication.at }).execute()
  return { version }
}
