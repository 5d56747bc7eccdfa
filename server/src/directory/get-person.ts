import type { z } from 'zod'
import { getMyDuties, getPerson, type PersonDetail } from '@daodi/contract/staff/directory/phone-book.ts'
import { Refused } from '../http/refused.ts'
import { answer, route } from '../http/route.ts'
import { personDetail, type PersonDetailRow } from './store-person.ts'

/** Who they are, what they answer for and how they are reached: known to every colleague. */
export const getPersonRoute = route(getPerson, async ({ params, caller }, services) => {
  const row = await personDetail(services.db, caller.institutionId, params.personId)
  return row ? answer(detailView(row)) : { ok: false, refusal: 'no-such-person' }
})

export const getMyDutiesRoute = route(getMyDuties, async ({ caller }, services) => {
  const row = await personDetail(services.db, caller.institutionId, caller.personId)
  if (!row) throw new Refused('not-signed-in')
  return answer(detailView(row))
})

function detailView(row: PersonDetailRow): z.input<typeof PersonDetail> {
  const own = (first: string | null, others: string[], fallback: string | null): string[] => {
    const all = [...(first === null ? [] : [first]), ...others]
    return all.length > 0 || fallback === null ? all : [fallback]
  }
  return {
    id: row.id, name: row.name, pinyin: row.pinyin, title: row.title, unitId: row.unit_id, unitName: row.unit_name, left: row.left,
    phones: own(row.phone, row.other_phones, row.unit_phone), rooms: own(row.room, row.other_rooms, row.unit_room), languages: row.languages, qualifications: row.qualifications,
    employment: row.employment, posts: row.posts, unitRoles: row.unit_roles, roles: row.roles, unitDuties: row.unit_duties, desks: row.desks, groups: row.groups, matters: row.matters,
  }
}
