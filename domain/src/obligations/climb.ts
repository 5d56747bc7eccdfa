import { localParts, worksOnDayOf } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { RoleRef, Rung } from '../policy/policy.ts'
import type { Rules } from './owe.ts'

/** Whom a rung means at one moment; after hours, first of all whoever is on duty by the roster. */
export interface Meant {
  roles: readonly RoleRef[]
  afterHours: boolean
  /** Whom to tell instead, one after the other, where the roles are held by nobody but the person who is late. */
  instead: readonly (readonly RoleRef[])[]
  /** Who owes the duty: nobody is told of their own lateness as if they were above themselves. */
  late: string | null
}

/**
 * Judged by the moment at which the rung is reached, as are the people: after a stand-still that is later than planned.
 * Where it has only the late person to tell, those whom it tells in office hours and then the rungs above it stand for it.
 */
export function meantBy(ladder: readonly Rung[] | undefined, { rung, late }: { rung: number; late: string | null }, rules: Pick<Rules, 'policy' | 'calendar' | 'at'>): Meant {
  const out = !isOfficeHour(rules, rules.at)
  const [reached, ...above] = (ladder ?? []).slice(rung - 1)
  const own = out ? reached?.afterHours : undefined
  const higher = above.map(({ tell, afterHours }) => (out ? afterHours ?? tell : tell))
  return { roles: own ?? reached?.tell ?? [], afterHours: own !== undefined, instead: own && reached ? [reached.tell, ...higher] : higher, late }
}

/** On a day on which the office works, within its hours; the lunch break is within them. */
export function isOfficeHour({ policy: { officeHours }, calendar }: Pick<Rules, 'policy' | 'calendar'>, at: Instant): boolean {
  const { weekday, hour, minute } = localParts(calendar, at)
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return officeHours.weekdays.includes(weekday) && worksOnDayOf(calendar, at) && clock >= officeHours.from && clock < officeHours.to
}

/** Who stands in when nobody holds the posts that a rule names: nothing may fall into emptiness. */
export const LAST_RESORT: readonly RoleRef[] = ['leaderInCharge', 'principal', 'office', 'head'].map((post) => ({ of: 'institution', post }))

interface Somebody { personId: string; unitId: string }
export interface Around {
  /** Who holds the posts by the directory. */
  holders: (roles: readonly RoleRef[]) => Somebody[]
  /** Who is on duty now, in which post. */
  onDuty: readonly (Somebody & { post: string | null })[]
  /** The unit that a role means and those above it, where the roster counts; null for the whole institution. */
  pathOf: (of: RoleRef['of']) => readonly string[] | null
}

/**
 * Those who are told, never nobody, and the late person only where there is nobody else at all. By day a post is its
 * holder's, else of whoever is on duty for it; after hours the other way round.
 */
export function peopleTold({ roles, afterHours, instead, late }: Meant, { holders, onDuty, pathOf }: Around): string[] {
  const others = (people: readonly Somebody[]): Somebody[] => people.filter(({ personId }) => personId !== late)
  const rostered = (role: RoleRef): Somebody[] => {
    const path = pathOf(role.of)
    return onDuty.filter(({ post, unitId }) => post === role.post && (path === null || path.includes(unitId)))
  }
  const eitherOf = (role: RoleRef): Somebody[][] => (afterHours ? [rostered(role), holders([role])] : [holders([role]), rostered(role)])
  const oneOf = (role: RoleRef): Somebody[] => eitherOf(role).map(others).find((people) => people.length > 0) ?? []
  const told = (): Somebody[] => {
    const named = roles.flatMap(oneOf)
    if (named.length > 0) return named
    // A post that nobody holds is no reason to climb further: that is what the last resort is for.
    const onlyLate = roles.flatMap(eitherOf).flat()
    const next = onlyLate.length > 0 ? instead.map((rung) => rung.flatMap(oneOf)).find((people) => people.length > 0) : undefined
    return next ?? [...others(holders(LAST_RESORT)), ...onlyLate, ...holders(LAST_RESORT)].slice(0, 1)
  }
  return [...new Set(told().map(({ personId }) => personId))]
}
