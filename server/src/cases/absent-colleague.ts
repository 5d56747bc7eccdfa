import { acknowledgeRelay, callColleague, promiseRelay, recordContact } from '@daodi/contract/staff/cases/absent-colleague.ts'
import * as absent from '@daodi/domain/cases/absent-colleague.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'
import { findStaff } from './store-people.ts'

export const callColleagueRoute = actRoute(callColleague, async (scene, by, { body }) => {
  const colleague = await findStaff(scene.services.db, scene.state.institutionId, body.personId)
  if (!colleague) return refuse('no-such-person')
  const { channel, reached, calledAt, note } = body
  const ask = { personId: colleague.id, channel, reached, calledAt: calledAt === undefined ? scene.rules.at : utc(calledAt), note: scene.texts.maybe('attempt', note) }
  return absent.callColleague(scene.state, by, ask, scene.rules)
})

export const promiseRelayRoute = actRoute(promiseRelay, async (scene, by, { body }) => {
  const colleague = await findStaff(scene.services.db, scene.state.institutionId, body.toPersonId)
  if (!colleague) return refuse('no-such-person')
  return absent.promiseRelay(scene.state, by, { to: { personId: colleague.id, unitId: colleague.unit_id }, text: scene.texts.maybe('relay', body.text) }, scene.rules)
})

export const acknowledgeRelayRoute = actRoute(acknowledgeRelay, (scene, by) => absent.acknowledgeRelay(scene.state, by))

export const recordContactRoute = actRoute(recordContact, (scene, by, { body }) =>
  absent.recordContact(scene.state, by, { channel: body.channel, note: scene.texts.maybe('attempt', body.note) }, scene.rules))
