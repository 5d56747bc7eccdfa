import type { Holder } from '@daodi/domain/cases/state.ts'
import { isOfficeHour, LAST_RESORT } from '@daodi/domain/obligations/climb.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import { peopleOf, type Surroundings } from '../directory/store.ts'
import type { Services } from '../http/route.ts'
import { onDutyIn } from './absence.ts'

/** Who is told of an emergency at once: by office hours the policy's posts, else the duty officer; in no case nobody. */
export async function notifiedOf(services: Services, calling: { firstContact: Holder; rules: Rules; scene: { around: Surroundings }; input: { institutionId: string } }): Promise<Holder[]> {
  const { firstContact: { unitId }, rules, scene: { around }, input } = calling
  const units = { handler: unitId, firstContact: unitId, receiver: unitId, institution: around.rootUnitId }
  const find = (roles: Parameters<typeof peopleOf>[1]) => peopleOf(around, roles, units)
  const { emergency } = rules.policy
  if (isOfficeHour(rules, rules.at)) return notNobody(find(emergency.notify))
  const onDuty = await Promise.all(emergency.afterHours.map(({ post }) => onDutyIn(services.db, input.institutionId, { post, at: rules.at })))
  return notNobody(onDuty.some((people) => people.length > 0) ? onDuty.flat() : find(emergency.afterHours))

  function notNobody(found: Holder[]): Holder[] {
    return found.length > 0 ? found : find(LAST_RESORT).slice(0, 1)
  }
}
