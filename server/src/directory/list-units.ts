import { listUnits } from '@daodi/contract/staff/directory/directory.ts'
import { roleGroups } from '@daodi/domain/policy/role-coverage.ts'
import { readsDutyOf } from '../access/store.ts'
import { answer, route } from '../http/route.ts'
import { policyByDigest } from '../policy/store.ts'
import { listUnitRows } from './store-lists.ts'
import { spellingOf } from './store-spellings.ts'

export const listUnitsRoute = route(listUnits, async ({ caller, at }, services) => {
  const rows = await listUnitRows(services.db, caller.institutionId, { personId: caller.personId, at })
  const root = rows.find(({ parent_id: parentId }) => parentId === null)
  const regulation = root ? await policyByDigest(services.db, root.policy_digest) : null
  return answer({
    roles: [...new Set(roleGroups(regulation).flatMap(({ roles }) => roles.map(({ post }) => post)))].toSorted(),
    units: rows.map((row) => ({
      id: row.id, parentId: row.parent_id, name: row.name, registerCode: row.register_code, phone: row.phone, room: row.room, kind: row.kind, depth: row.depth,
      headName: row.head_name, people: row.people, posts: row.posts, dutyReadable: row.on_duty || readsDutyOf(caller, row), duties: row.duties, authority: row.authority, ...spellingOf(row.name, 'place'),
    })),
  })
})
