import { getTeamWork } from '@daodi/contract/staff/directory/groups.ts'
import { lastDayEnds } from '@daodi/domain/obligations/light.ts'
import { oversees } from '../access/store.ts'
import { findGroup, teamCounts } from '../directory/store-groups.ts'
import { answer, route } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'
import { lastDayAmber } from './last-day.ts'
import { peopleLoad } from './store-overview.ts'

/** What a team carries: for whoever coordinates it, and for those above its unit. To everybody else it does not exist. */
export const getTeamWorkRoute = route(getTeamWork, async ({ params, caller, at }, { db }) => {
  const { institutionId } = caller
  const group = await findGroup(db, institutionId, params.groupId)
  if (!group || !(group.manager_id === caller.personId || await oversees(db, caller, group.unit_id))) return { ok: false, refusal: 'no-such-group' }
  const calendar = await currentCalendar(db, institutionId)
  const personIds = group.members.map(({ personId }) => personId)
  const load = await peopleLoad(db, caller, personIds, { now: at, lastDayEnds: lastDayEnds(calendar, at) })
  return answer({
    group: {
      id: group.id, name: group.name, kind: group.kind, unitName: group.unit_name, mandate: group.mandate,
      manager: group.manager_id === null || group.manager_name === null ? null : { personId: group.manager_id, personName: group.manager_name },
    },
    counts: await teamCounts(db, institutionId, personIds),
    people: load.map(({ lastDay, ...person }) => {
      const member = group.members.find(({ personId }) => personId === person.personId)
      return { ...person, amber: person.amber + lastDayAmber(lastDay, calendar, at), part: member?.part ?? 'member', unitName: member?.unitName ?? '' }
    }),
  })
})
