import { confirmPapers, offerPapers } from '@daodi/contract/staff/cases/hand-papers.ts'
import { confirmPapers as confirm, offerPapers as offer } from '@daodi/domain/cases/hand-papers.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { findStaff } from './store-people.ts'

export const offerPapersRoute = actRoute(offerPapers, async (scene, by, { body }) => {
  const taker = await findStaff(scene.services.db, scene.state.institutionId, body.toPersonId)
  if (!taker) return refuse('no-such-person')
  return offer(scene.state, by, { custodyId: body.custodyId, to: { personId: taker.id, unitId: taker.unit_id } }, scene.rules)
})

export const confirmPapersRoute = actRoute(confirmPapers, (scene, by, { body }) => confirm(scene.state, by, body.custodyId))
