import { findSession, getSession } from '@daodi/contract/staff/session/session.ts'
import { answer, route } from '../http/route.ts'
import { meOf } from './me.ts'

export const getSessionRoute = route(getSession, async ({ caller }, services) => answer({ person: await meOf(services, caller.institutionId, caller.personId) }))

export const findSessionRoute = route(findSession, async ({ caller }, services) => answer({ person: caller.kind === 'staff' ? await meOf(services, caller.institutionId, caller.personId) : null }))
