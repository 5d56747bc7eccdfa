import { listPeople } from '@daodi/contract/staff/directory/directory.ts'
import { answer, route } from '../http/route.ts'
import { pageAsked, pageShown } from './page.ts'
import { listPersonRows, type PersonRow } from './store-lists.ts'

export const listPeopleRoute = route(listPeople, async ({ query, caller }, services) => {
  const asked = { ...pageAsked(query), withWindows: query.withWindows === 'true' }
  return answer(pageShown(await listPersonRows(services.db, caller.institutionId, asked), asked, personView))
})

function personView(row: PersonRow) {
  return { id: row.id, name: row.name, pinyin: row.pinyin, post: row.post, unitId: row.unit_id, unitName: row.unit_name, phone: row.phone, room: row.room }
}
