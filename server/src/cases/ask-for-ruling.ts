import { askForRuling } from '@daodi/contract/staff/cases/ask-for-ruling.ts'
import { askForRuling as ask } from '@daodi/domain/cases/ask-for-ruling.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { actRoute } from './act-route.ts'
import { rulingTarget, targetsOf } from './arbiters.ts'
import { aroundCase, roleHolders } from './scene.ts'

export const askForRulingRoute = actRoute(askForRuling, async (scene, by, { body }) => {
  const around = await aroundCase(scene, { personIds: [body.absentPersonId] })
  const away = body.absentPersonId === undefined ? null : around.people.get(body.absentPersonId)
  if (away === undefined) return refuse('no-such-person')
  const { policy } = scene.rules
  const targets = targetsOf(away ? policy.absent.report : policy.unclear, (roles) => roleHolders(scene.state, around, roles, away?.unit_id))
  return ask(scene.state, by, {
    reason: scene.texts.add('reason', body.reason), ...rulingTarget(targets, body.level), skipped: scene.texts.maybe('reason', body.skipReason),
    cause: away ? 'absent' : 'unclear', absent: away ? { personId: away.id, unitId: away.unit_id } : null,
  }, scene.rules)
})
