import type { SessionNav } from './texts.zh.ts'
import { hasRole, type Me } from '../shared/me.ts'

export interface Place { to: string; name: SessionNav; key: string }

/** The main places, as far as they are this person's. */
export function placesOf(me: Me): readonly Place[] {
  const places: Place[] = [
    { to: '/', name: 'register', key: 'alt+r' },
    { to: '/todo', name: 'todo', key: 'alt+t' },
    { to: '/cases', name: 'cases', key: 'alt+c' },
  ]
  places.push({ to: '/roster', name: 'roster', key: 'alt+d' })
  if (hasRole(me, 'head', 'leader', 'supervisor')) places.push({ to: '/unit', name: 'unit', key: 'alt+u' })
  if (me.teams.length > 0) places.push({ to: '/team', name: 'team', key: 'alt+e' })
  if (hasRole(me, 'administrator')) places.push({ to: '/admin', name: 'admin', key: 'alt+m' })
  return places
}

/** Where somebody's day begins: at the line for whoever receives people, else with what is theirs. */
export function firstPlaceOf(me: Me): string {
  if (hasRole(me, 'receptionist')) return '/'
  if (hasRole(me, 'head', 'leader')) return '/todo'
  if (hasRole(me, 'administrator')) return '/admin/ready'
  return hasRole(me, 'supervisor') ? '/unit' : '/'
}
