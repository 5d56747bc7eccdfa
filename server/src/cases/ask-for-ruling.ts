import { askForRuling } from '@daodi/contract/staff/cases/ask-for-ruling.ts'
import { askForRuling as ask } from '@daodi/domain/cases/ask-for-ruling.ts'
import { actRoute } from './act-route.ts'
import { aroundCase, roleHolders } from './scene.ts'

export const askForRulingRoute = actRoute(askForRuling, async (scene, by, { body }) => {
  const holders = roleHolders(scene.state, await aroundCase(scene), scene.rules.policy.unclear)
  const arbiterUnitId = holders[0]?.unitId ?? scene.state.handler.unitId
  const arbiters = holders.filter((holder) => holder.unitId === arbiterUnitId).map((holder) => holder.personId)
  return ask(scene.state, by, { reason: scene.texts.add('reason', body.reason), arbiters, arbiterUnitId }, scene.rules)
})
