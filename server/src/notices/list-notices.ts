import type { z } from 'zod'
import { listNotices, type NoticeView, readNotices } from '@daodi/contract/staff/notices/notices.ts'
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
  return answer({ rows: shown.map(noticeView), next: rows.length > limit && last ? cursorOf([last.id]) : null, unread: await countUnread(db, caller) })
})

export const readNoticesRoute = route(readNotices, async ({ body, caller, at }, { db }) => {
  const read = await markRead(db, caller, body, at)
  return answer({ read, unread: await countUnread(db, caller) })
})

type View = z.input<typeof NoticeView>

function noticeView(row: NoticeRow): View {
  const { case_id: id, number, status } = row
  return {
    id: row.id, kind: row.kind as View['kind'], at: row.at, readAt: row.read_at, actorName: row.actor_name, detail: row.detail,
    case: id && number && status ? { id, number, subject: row.subject, place: row.place, status, dueAt: row.due_at, visible: row.visible } : null,
  }
}
