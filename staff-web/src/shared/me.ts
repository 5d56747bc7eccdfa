import type { Me as MeSchema } from '@daodi/contract/staff/session/session.ts'
import { createContext, useContext } from 'react'
import type { z } from 'zod'

export type Me = z.output<typeof MeSchema>
export type RoleName = Me['roles'][number]['role']

export const MeContext = createContext<Me | null>(null)

/** Who is signed in. Every page inside the frame has somebody. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside of the signed-in frame')
  return me
}

export function hasRole(me: Me, ...roles: readonly RoleName[]): boolean {
  return me.roles.some((grant) => roles.includes(grant.role))
}
