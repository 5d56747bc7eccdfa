import { listAccounts } from '@daodi/contract/staff/directory/directory.ts'
import { answer, route } from '../http/route.ts'
import { administered } from './administered.ts'
import { pageAsked, pageShown } from './page.ts'
import { listAccountRows } from './store-accounts.ts'

export const listAccountsRoute = route(listAccounts, async ({ query, caller, at }, services) => {
  const asked = pageAsked(query)
  const rows = await listAccountRows(services.db, caller.institutionId, administered(caller), { asked, at })
  return answer(pageShown(rows, asked, (row) => ({
    id: row.id, name: row.name, pinyin: row.pinyin, post: row.post, unitId: row.unit_id, unitName: row.unit_name, phone: row.phone, room: row.room, login: row.login,
    disabled: row.disabled, lockedUntil: row.locked_until, passwordChangeNeeded: row.password_set_by_other, lastSeenAt: row.last_seen_at, roles: row.roles,
    otherPhones: row.other_phones, otherRooms: row.other_rooms, languages: row.languages, qualifications: row.qualifications, employment: row.employment,
  })))
})
