import type { z } from 'zod'
import { listOutbox, resendOutbox, type OutboxRow } from '@daodi/contract/staff/outbox/outbox.ts'
import { cursorOf, readCursor, UUID } from '../http/cursor.ts'
import { administersInstitution } from '../http/caller.ts'
import { answer, route } from '../http/route.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { DELIVER_WEBHOOK, listOutboxRows, outboxRow, SEND_MAIL, sendAgain, type OutboxListRow } from './store.ts'

const PAGE = 50

/** What leaves concerns the whole institution; the administrator of a unit below is none of it. */
export const listOutboxRoute = route(listOutbox, async ({ query, caller }, { db }) => {
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const limit = query.limit ?? PAGE
  const after = readCursor(query.after, [UUID])?.[0] ?? null
  const rows = await listOutboxRows(db, caller.institutionId, { state: query.state ?? null, channel: query.channel ?? null, endpointId: query.endpointId ?? null, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return answer({ rows: shown.map(outboxView), next: rows.length > limit && last ? cursorOf([last.id]) : null })
})

export const resendOutboxRoute = route(resendOutbox, async ({ params, caller, at }, { db }) => {
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const { institutionId } = caller
  const row = await outboxRow(db, institutionId, params.outboxId)
  if (!row) return { ok: false, refusal: 'no-such-message' }
  if (row.state === 'waiting') return { ok: false, refusal: 'message-still-waiting' }
  if (!row.receiver_there) return { ok: false, refusal: 'message-has-no-receiver' }
  await sendAgain(db, institutionId, row.id, at)
  await enqueue(db, row.channel === 'mail' ? SEND_MAIL : DELIVER_WEBHOOK, { institutionId, outboxId: row.id }, { oncePer: `outbox:${row.id}` })
  return answer(outboxView({ ...row, state: 'waiting', attempts: 0, next_at: at, ended_at: null, answer: null }))
})

function outboxView(row: OutboxListRow): z.input<typeof OutboxRow> {
  return {
    id: row.id, channel: row.channel, purpose: row.purpose, kind: row.kind, state: row.state, attempts: row.attempts, createdAt: row.created_at, nextAt: row.next_at, endedAt: row.ended_at,
    answer: row.answer, personName: row.person_name, endpointName: row.endpoint_name, caseNumber: row.case_number,
  }
}
