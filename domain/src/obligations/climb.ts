import { localParts, worksOnDayOf } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { RoleRef, Rung } from '../policy/policy.ts'
import type { Rules } from './owe.ts'

/** Whom a rung means at one moment; after hours, first of all whoever is on duty by the roster. */
export interface Meant { roles: readonly RoleRef[]; afterHours: boolean }

/** Judged by the moment at which the rung is reached, as are the people: after a stand-still that is later than planned. */
export function meantBy(rung: Rung | undefined, rules: Pick<Rules, 'policy' | 'calendar' | 'at'>): Meant {
  const instead = isOfficeHour(rules, rules.at) ? undefined : rung?.afterHours
  return { roles: instead ?? rung?.tell ?? [], afterHours: instead !== undefined }
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

/** Those who are told, never nobody. By day a post is its holder's, else of whoever is on duty for it; after hours the other way round. */
export function peopleTold({ roles, afterHours }: Meant, { holders, onDuty, pathOf }: Around): string[] {
  const rostered = (role: RoleRef): Somebody[] => {
    const path = pathOf(role.of)
    return onDuty.filter(({ post, unitId }) => post === role.post && (path === null || path.includes(unitId)))
  }
  const oneOf = (role: RoleRef): Somebody[] => {
    const [first, second] = afterHours ? [rostered(role), holders([role])] : [holders([role]), rostered(role)]
    return first.length > 0 ? first : second
  }
  const named = roles.flatMap(oneOf)
  return [...new Set((named.length > 0 ? named : holders(LAST_RESORT).slice(0, 1)).map(({ personId }) => personId))]
}
