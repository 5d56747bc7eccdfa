import { listPeople } from '@daodi/contract/staff/directory/directory.ts'
import { answer, route } from '../http/route.ts'
import { presenceOf } from '../roster/store-duty.ts'
import { pageAsked, pageShown } from './page.ts'
import { listPersonRows, type PersonRow } from './store-lists.ts'

export const listPeopleRoute = route(listPeople, async ({ query, caller, at }, services) => {
  const asked = { ...pageAsked(query), withWindows: query.withWindows === 'true' }
  const page = pageShown(await listPersonRows(services.db, caller.institutionId, asked), asked, personView)
  if (query.presence === undefined) return answer(page)
  const presence = await presenceOf(services.db, caller.institutionId, page.rows.map(({ id }) => id), at)
  return answer({
    ...page,
    rows: page.rows.map((person) => {
      const found = presence.get(person.id)
      return found ? { ...person, presence: { ...found, name: person.name, post: person.post } } : person
    }),
  })
})

function personView(row: PersonRow) {
  return { id: row.id, name: row.name, pinyin: row.pinyin, post: row.post, unitId: row.unit_id, unitName: row.unit_name, phone: row.phone, room: row.room }
}
