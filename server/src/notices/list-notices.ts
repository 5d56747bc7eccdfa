import type { z } from 'zod'
import { listNotices, type NoticeView, readNotices } from '@daodi/contract/staff/notices/notices.ts'
import { mayTakeUp } from '@daodi/domain/cases/take-up.ts'
import type { Staff } from '../http/caller.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { answer, route } from '../http/route.ts'
import { countUnread, listNoticeRows, markRead, type NoticeRow } from './store.ts'

const PAGE = 30

export const listNoticesRoute = route(listNotices, async ({ query, caller }, { db }) => {
  const limit = query.limit ?? PAGE
  const after = readCursor(query.after, [UUID])?.[0] ?? null
  const rows = await listNoticeRows(db, caller, { unread: query.unread === 'true', after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return answer({ rows: shown.map((row) => noticeView(row, caller)), next: rows.length > limit && last ? cursorOf([last.id]) : null, unread: await countUnread(db, caller) })
})

export const readNoticesRoute = route(readNotices, async ({ body, caller, at }, { db }) => {
  const read = await markRead(db, caller, body, at)
  return answer({ read, unread: await countUnread(db, caller) })
})

type View = z.input<typeof NoticeView>

function noticeView(row: NoticeRow, caller: Staff): View {
  const { case_id: id, number, status, open_there: obligations } = row
  const { duty: kind } = row.detail
  const free = status !== null && obligations !== null && mayTakeUp({ status, obligations }, caller, typeof kind === 'string' ? { kind } : {})
  return {
    id: row.id, kind: row.kind as View['kind'], at: row.at, readAt: row.read_at, actorName: row.actor_name, detail: row.detail,
    case: id && number && status ? { id, number, subject: row.subject, place: row.place, status, dueAt: row.due_at, dueEstimated: row.due_estimated === true, visible: row.visible, mayTakeUp: free } : null,
  }
}
