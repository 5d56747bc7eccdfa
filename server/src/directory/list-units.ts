import { listUnits } from '@daodi/contract/staff/directory/directory.ts'
import { readsDutyOf } from '../access/store.ts'
import { answer, route } from '../http/route.ts'
import { listUnitRows } from './store-lists.ts'
import { spellingOf } from './store-spellings.ts'

export const listUnitsRoute = route(listUnits, async ({ caller, at }, services) => {
  const rows = await listUnitRows(services.db, caller.institutionId, { personId: caller.personId, at })
  return answer({
    units: rows.map((row) => ({
      id: row.id, parentId: row.parent_id, name: row.name, registerCode: row.register_code, phone: row.phone, room: row.room, kind: row.kind, depth: row.depth,
      headName: row.head_name, people: row.people, posts: row.posts, dutyReadable: row.on_duty || readsDutyOf(caller, row), duties: row.duties, authority: row.authority, ...spellingOf(row.name, 'place'),
    })),
  })
})
