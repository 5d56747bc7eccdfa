import { getSession } from '@daodi/contract/staff/session/session.ts'
import { answer, route } from '../http/route.ts'
import { meOf } from './me.ts'

export const getSessionRoute = route(getSession, async ({ caller }, services) => answer({ person: await meOf(services, caller.institutionId, caller.personId) }))
