import { endAppointment, makeAppointment, moveAppointment } from '@daodi/contract/staff/cases/appointments.ts'
import { endAppointment as end, makeAppointment as make, moveAppointment as move } from '@daodi/domain/cases/make-appointment.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'
import { findStaff } from './store-people.ts'

export const makeAppointmentRoute = actRoute(makeAppointment, async (scene, by, { body }) => {
  const person = body.personId === undefined ? null : await findStaff(scene.services.db, scene.state.institutionId, body.personId)
  if (person === undefined) return refuse('no-such-person')
  const who = person ? { personId: person.id, unitId: person.unit_id } : scene.state.handler
  return make(scene.state, by, { at: utc(body.at), home: body.home, place: scene.texts.maybe('place', body.place), who }, scene.rules)
})

export const moveAppointmentRoute = actRoute(moveAppointment, (scene, by, { body }) => move(scene.state, by, { at: utc(body.at), reason: scene.texts.add('reason', body.reason) }, scene.rules))

export const endAppointmentRoute = actRoute(endAppointment, (scene, by, { body }) => end(scene.state, by, { kept: body.kept, note: scene.texts.maybe('note', body.note) }))
