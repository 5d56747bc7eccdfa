import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { PolicyOverlay as Overlay } from '@daodi/domain/policy/inherit.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import type { Tables } from '../database/tables.ts'
import { writeTogether, type Writes } from '../database/write-together.ts'
import type { Staff, WorkingTime } from '../http/caller.ts'
import { calendarFrom, CalendarDefinition, CalendarOverlay, checkDefinition, inheritCalendar } from './calendar-definition.ts'
import { checkDocument, problemsIn } from './check-document.ts'
import { calendarFault } from './calendar-fault.ts'
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
export async function keepPolicy(trx: Kysely<Tables>, policy: Policy): Promise<string> {
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
export async function lockRegulation(trx: Kysely<Tables>, institutionId: string): Promise<void> {
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
  note?: string | null
  /** The earlier version that is published anew. */
  restores?: number | null
}

/**
 * The next version of a unit's settings, in force from now on for the unit and everything below it; open cases keep the
 * policy they were registered under. Throws PolicyRefused, with nothing written, when the document has problems.
 */
export async function publishPolicy(trx: Kysely<Tables>, publication: Publication): Promise<PublishedPolicy> {
  const { institutionId, unitId } = publication
  await lockRegulation(trx, institutionId)
  const { rows: units } = await sql<RegulatedUnit>`select id, path, policy_digest from units where institution_id = ${institutionId} and path @> array[${unitId}::uuid]`.execute(trx)
  const unit = units.find(({ id }) => id === unitId)
  if (!unit) throw new Error(`the institution has no unit ${unitId}`)
  const document = checkedSettings(publication.overlay, unit.path.length === 1)
  const { published, writes } = nextPolicy(publication, document, { units, laidDown: await newestSettings(trx, institutionId) })
  await writeTogether(trx, writes)
  return published
}

export interface PublishedPolicy { version: number; digest: string; unitsChanged: number }
export interface RegulatedUnit { id: string; path: string[]; policy_digest: string }

function checkedSettings(overlay: unknown, isRoot: boolean): Overlay {
  const checked = checkDocument<Overlay>(overlay, isRoot ? PolicyDocument : PolicyOverlay)
  if (checked.ok) return checked.document
  throw new PolicyRefused(problemsIn('policy', checked.findings))
}

/** Works out the policy of the unit and of all below it, `units`, anew: the version, the policies it comes to, and whose policy is another now. To be called, and written, with the regulation held. */
export function nextPolicy({ institutionId, unitId, at, by, note = null, restores = null }: Omit<Publication, 'overlay'>, document: Overlay, { units, laidDown }: { units: readonly RegulatedUnit[]; laidDown: LaidDown }): { published: PublishedPolicy; writes: Writes } {
  const version = (laidDown.versions.get(unitId) ?? 0) + 1
  const settings = new Map(laidDown.settings).set(unitId, document)
  const resolved = units.map((unit) => { const policy = resolveAlong(unit.path, settings); return { unit, policy, digest: policyDigest(policy) } })
  const changed = resolved.filter(({ unit, digest }) => digest !== unit.policy_digest)
  const policies = [...new Map(resolved.map(({ digest, policy }) => [digest, { digest, document: policy }])).values()]
  return {
    published: { version, digest: resolved.find(({ unit }) => unit.id === unitId)?.digest ?? '', unitsChanged: changed.length },
    writes: {
      version: sql`insert into policy_versions (institution_id, unit_id, version, document, published_at, published_by, note, restores)
        values (${institutionId}, ${unitId}, ${version}, ${JSON.stringify(document)}, ${at}, ${by}, ${note}, ${restores})`,
      policies: sql`insert into policies (digest, document) select x.digest, x.document from jsonb_to_recordset(${JSON.stringify(policies)}::jsonb) as x(digest text, document jsonb) on conflict do nothing`,
      units: sql`update units u set policy_digest = x.digest from jsonb_to_recordset(${JSON.stringify(changed.map(({ unit, digest }) => ({ id: unit.id, digest })))}::jsonb) as x(id uuid, digest text)
        where u.institution_id = ${institutionId} and u.id = x.id`,
    },
  }
}

/** What each unit lays down by itself, and in which version. */
export interface LaidDown { settings: Map<string, Overlay>; versions: Map<string, number> }
export interface NewestRow { unit_id: string; version: number; document: unknown }

export const newestVersions = (institutionId: string): RawBuilder<NewestRow> =>
  sql<NewestRow>`select distinct on (unit_id) unit_id, version, document from policy_versions where institution_id = ${institutionId} order by unit_id, version desc`

async function newestSettings(db: Kysely<Tables>, institutionId: string): Promise<LaidDown> {
  return laidDownIn((await newestVersions(institutionId).execute(db)).rows)
}

export function laidDownIn(rows: readonly NewestRow[]): LaidDown {
  return { settings: new Map(rows.map((row) => [row.unit_id, row.document as Overlay])), versions: new Map(rows.map((row) => [row.unit_id, row.version])) }
}

export function resolveAlong(path: readonly string[], settings: ReadonlyMap<string, Overlay>): Policy {
  const [root, ...below] = path
  const complete = root === undefined ? undefined : settings.get(root)
  if (!complete) throw new Error('publish the policy of the root unit first: there is nothing to inherit from')
  // The root's versions are checked to be complete before they are written.
  return resolvePolicy(complete as Policy, below.flatMap((id) => settings.get(id) ?? []))
}

/**
 * The working time in force along a unit's path, as a column of whatever statement reads the unit anyway: asked every
 * time, so that a calendar published by another process holds at once, and yet no statement of its own.
 */
export function workingTimeAlong(institutionId: RawBuilder<unknown>, path: RawBuilder<unknown>): RawBuilder<WorkingTime> {
  return sql<WorkingTime>`(select json_build_object('timeZone', wi.time_zone, 'versions', (
      select json_agg(json_build_object('unitId', wp.id, 'version', wv.version, 'publishedAt', wv.published_at) order by wp.depth) from unnest(${path}) with ordinality wp(id, depth)
        cross join lateral (select wc.version, wc.published_at from calendars wc where wc.institution_id = wi.id and wc.unit_id = wp.id order by wc.version desc limit 1) wv))
    from institutions wi where wi.id = ${institutionId})`
}

/** The calendar itself; `name` is the policy's `calendar`. No statement where it is known already. The object is the same for the same versions, as the domain needs it. */
export async function calendarOf(db: Kysely<Tables>, institutionId: string, time: WorkingTime | null, name = 'institution'): Promise<Calendar> {
  const versions = time?.versions
  if (!time || !versions) throw new Error(`the institution ${institutionId} has published no calendar`)
  const key = [institutionId, time.timeZone, ...versions.map(({ unitId, version, publishedAt }) => `${unitId} ${version} ${publishedAt}`)].join(' ')
  const named = calendars.get(key) ?? keep(calendars, key, bothCalendars(await calendarDocuments(db, institutionId, versions), time.timeZone), CALENDARS_KEPT)
  const calendar = named[name]
  if (!calendar) throw new Error(`the policy names a calendar that does not exist: ${name}`)
  return calendar
}

/** The working time of a unit (the root's without one), by a statement of its own. */
export async function workingTimeOf(db: Kysely<Tables>, institutionId: string, unitId: string | null = null): Promise<WorkingTime | null> {
  const path = sql`coalesce((select pu.path from units pu where pu.institution_id = ${institutionId} and pu.id = ${unitId}::uuid), (select array[ri.root_unit_id] from institutions ri where ri.id = ${institutionId}))`
  const { rows: [row] } = await sql<{ time: WorkingTime | null }>`select ${workingTimeAlong(sql`${institutionId}`, path)} as time`.execute(db)
  return row?.time ?? null
}

/** The working time that new limits are reckoned with, where nothing that was read brings it along. */
export async function currentCalendar(db: Kysely<Tables>, institutionId: string, name = 'institution', unitId: string | null = null): Promise<Calendar> {
  return calendarOf(db, institutionId, await workingTimeOf(db, institutionId, unitId), name)
}

/** The institution's own working time, as whoever acts brought it along: the root's is the first on the way to their unit. */
export async function calendarAlong(db: Kysely<Tables>, { institutionId, unitPath, workingTime }: Pick<Staff, 'institutionId' | 'unitPath' | 'workingTime'>): Promise<Calendar> {
  const versions = workingTime?.versions?.filter(({ unitId }) => unitId === unitPath[0]) ?? []
  return calendarOf(db, institutionId, workingTime && { ...workingTime, versions: versions.length > 0 ? versions : null })
}

/** Documents are long, so they are read once a process; a published version never changes. */
async function calendarDocuments(db: Kysely<Tables>, institutionId: string, versions: readonly { unitId: string; version: number }[]): Promise<unknown[]> {
  const found = await Promise.all(versions.map(({ unitId, version }) => db.selectFrom('calendars').select('document')
    .where('institution_id', '=', institutionId).where('unit_id', '=', unitId).where('version', '=', version).executeTakeFirstOrThrow()))
  return found.map((row) => row.document)
}

function bothCalendars(documents: readonly unknown[], timeZone: string): Record<string, Calendar> {
  const own = calendarFrom(definitionAlong(documents), timeZone)
  return { institution: own, aroundTheClock: { ...own, kind: 'aroundTheClock' } }
}

/** The whole definition, from the root's and what the units on the way down say of their own. */
export function definitionAlong([root, ...below]: readonly unknown[]): CalendarDefinition {
  return below.map((document) => CalendarOverlay.parse(document)).reduce(inheritCalendar, CalendarDefinition.parse(root))
}

interface CalendarPublication {
  institutionId: string
  /** The root unit, with a whole definition, when left out. */
  unitId?: string
  definition: unknown
  at: string
  by?: string | null
  note?: string | null
  restores?: number | null
}

/** The next version of a unit's working time. Throws PolicyRefused, with nothing written, when it has problems. */
export async function publishCalendar(trx: Kysely<Tables>, publication: CalendarPublication): Promise<{ version: number }> {
  const ground = await calendarGround(trx, publication)
  const { version, writes } = nextCalendar(publication, ground)
  await writeTogether(trx, writes)
  return { version }
}

interface DatedUnit { id: string; path: string[]; version: number | null; document: unknown }
export interface CalendarGround { unitId: string; root: string; timeZone: string; units: DatedUnit[]; newest: number }

/** Holds the regulation, and reads what each unit has for working time now. */
export async function calendarGround(trx: Kysely<Tables>, { institutionId, unitId }: Pick<CalendarPublication, 'institutionId' | 'unitId'>): Promise<CalendarGround> {
  await lockRegulation(trx, institutionId)
  const { rows: units } = await sql<DatedUnit & { root: string; timeZone: string }>`
    select u.id, u.path, c.version, c.document, i.root_unit_id as root, i.time_zone as "timeZone" from units u join institutions i on i.id = u.institution_id
      left join lateral (select v.version, v.document from calendars v where v.institution_id = u.institution_id and v.unit_id = u.id order by v.version desc limit 1) c on true
    where u.institution_id = ${institutionId} and (c.document is not null or u.id = ${unitId ?? null}::uuid or u.id = i.root_unit_id)`.execute(trx)
  const { root = '', timeZone = '' } = units[0] ?? {}
  const own = unitId ?? root
  return { unitId: own, root, timeZone, units, newest: units.find(({ id }) => id === own)?.version ?? 0 }
}

/** To be called, and written, with the regulation held. */
export function nextCalendar({ institutionId, definition, at, by = null, note = null, restores = null }: CalendarPublication, { unitId, root, timeZone, units, newest }: CalendarGround): { version: number; writes: Writes } {
  const checked = checkDocument<unknown>(definition, unitId === root ? CalendarDefinition : CalendarOverlay)
  if (!checked.ok) throw new PolicyRefused(problemsIn('calendar', checked.findings))
  const version = newest + 1
  const document = JSON.stringify(checked.document)
  for (const whole of definitionsBelow(units, unitId, document)) {
    const faults = checkDefinition(whole, timeZone)
    if (faults.length > 0) throw new PolicyRefused(problemsIn('calendar', faults.map(calendarFault)))
  }
  return {
    version, writes: { calendar: sql`insert into calendars (institution_id, unit_id, version, document, published_at, published_by, note, restores)
      values (${institutionId}, ${unitId}, ${version}, ${document}, ${at}, ${by}, ${note}, ${restores})` },
  }
}

/** What the unit and every unit below with working time of its own would have: a change above must not break one below. */
function definitionsBelow(units: readonly DatedUnit[], unitId: string, document: string): CalendarDefinition[] {
  const documents = new Map(units.filter((row) => row.id === unitId || row.document !== null).map((row) => [row.id, row.id === unitId ? JSON.parse(document) as unknown : row.document]))
  return units.filter((row) => documents.has(row.id) && row.path.includes(unitId)).map((row) => definitionAlong(row.path.flatMap((id) => (documents.has(id) ? [documents.get(id)] : []))))
}
