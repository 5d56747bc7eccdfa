import { listArbiters } from '@daodi/contract/staff/cases/list-arbiters.ts'
import { answer, route } from '../http/route.ts'
import { peopleNamed } from '../directory/store.ts'
import { targetsOf } from './arbiters.ts'
import { leadersAbove } from './pass-up.ts'
import { aroundCase, openScene, roleHolders } from './scene.ts'
import { seeCase } from './store.ts'

export const listArbitersRoute = route(listArbiters, async ({ params, query, caller, at }, services) => {
  const seen = await seeCase(services.db, caller, params.caseId)
  if (!seen) return { ok: false, refusal: 'no-such-case' }
  const scene = await openScene(seen, services, at)
  const around = await aroundCase(scene, { personIds: [query.absentPersonId], unitIds: [scene.state.ruling?.absent?.unitId] })
  const away = query.absentPersonId === undefined ? null : around.people.get(query.absentPersonId)
  if (away === undefined) return { ok: false, refusal: 'no-such-person' }
  const { policy } = scene.rules
  const targets = query.passUp !== undefined ? leadersAbove(scene, around, { by: caller, questionId: query.passUp === 'ruling' ? null : query.passUp })
    : targetsOf(away ? policy.absent.report : policy.unclear, (roles) => roleHolders(scene.state, around, roles, away?.unit_id))
  const names = await peopleNamed(services.db, scene.state.institutionId, targets.flatMap(({ holders }) => holders.map(({ personId }) => personId)))
  return answer({
    levels: targets.map(({ level, post, holders }) => ({ level, post, people: holders.map(({ personId }) => ({ personId, personName: names.get(personId) ?? '' })) })),
  })
})
