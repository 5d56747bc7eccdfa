import { listDemoPeople, signInAsDemo } from '@daodi/contract/staff/session/session.ts'
import { answer, route } from '../http/route.ts'
import { meOf } from './me.ts'
import { beginSession, sessionOf } from './sign-in.ts'
import { demoPeople, findAnybody } from './store.ts'

/** A demonstration is served on this machine only; this holds even where something forwards to it without saying so. */
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

export const listDemoPeopleRoute = route(listDemoPeople, async ({ address }, services) => {
  if (!services.demo || !LOOPBACK.test(address)) return { ok: false, refusal: 'not-a-demo' }
  const people = await demoPeople(services.db)
  return answer({
    people: people.map((person) => ({
      id: person.id, name: person.name, post: person.post ?? '', unitName: person.unit_name, institutionName: person.institution_name, role: person.demo_role,
    })),
  })
})

/** As anybody in the directory, without a password: which is why a demo is served on this machine only. */
export const signInAsDemoRoute = route(signInAsDemo, async ({ body, caller, at, address }, services) => {
  if (!services.demo || !LOOPBACK.test(address)) return { ok: false, refusal: 'not-a-demo' }
  const person = await findAnybody(services.db, body.personId)
  if (!person) return { ok: false, refusal: 'no-such-person' }
  const cookie = await beginSession(services, { institutionId: person.institution_id, personId: person.id, replaces: sessionOf(caller), at })
  return { ok: true, value: { person: await meOf(services, person.institution_id, person.id) }, cookie }
}, 'own')
