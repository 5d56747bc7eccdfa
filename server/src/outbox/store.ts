import { sql } from 'kysely'
import type { Db } from '../http/route.ts'

export type Channel = 'mail' | 'webhook'

/** The jobs' names; the database queues them by the same (queue_outbox). */
export const SEND_MAIL = 'send-mail'
export const DELIVER_WEBHOOK = 'deliver-webhook'

export interface Claimed {
  institution_id: string; id: string; purpose: 'notice' | 'digest' | 'requester' | 'event' | 'test'; person_id: string | null; requester_id: string | null; endpoint_id: string | null
  case_id: string | null; kind: string; detail: Record<string, unknown>; attempts: number; created_at: string
}

/** No try takes longer; whoever claimed and died is followed by another after this. */
const CLAIM = sql`interval '5 minutes'`

/** Takes one message in hand for a try, so that no other worker tries it meanwhile. Null: it is over, taken, or not due yet. */
export async function claim(db: Db, message: { institutionId: string; outboxId: string; channel: Channel }, at: string): Promise<Claimed | null> {
  const { rows: [row] } = await sql<Claimed>`
    update outbox set attempts = attempts + 1, next_at = ${at}::timestamptz + ${CLAIM}
    where institution_id = ${message.institutionId} and id = ${message.outboxId} and channel = ${message.channel} and next_at <= ${at}
    returning institution_id, id, purpose, person_id, requester_id, endpoint_id, case_id, kind, detail, attempts, created_at`.execute(db)
  return row ?? null
}

export type Ending = { state: 'sent' | 'given-up'; answer: string | null } | { state: 'failed'; answer: string; nextAt: string } | { state: 'waiting'; nextAt: string }

/** What became of a try. `waiting`: it was not tried after all. An ending that came meanwhile, by erasure for instance, stands. */
export async function settle(db: Db, message: Pick<Claimed, 'institution_id' | 'id'>, ending: Ending, at: string): Promise<void> {
  const nextAt = 'nextAt' in ending ? ending.nextAt : null
  const over = nextAt === null
  await sql`update outbox set state = ${ending.state}, next_at = ${nextAt}, ended_at = ${over ? at : null},
      attempts = attempts - ${ending.state === 'waiting' ? 1 : 0}, answer = ${'answer' in ending ? ending.answer : null}
    where institution_id = ${message.institution_id} and id = ${message.id} and ended_at is null`.execute(db)
}

/**
 * Queues a job for each message whose next try has come: those whose first job was lost or came too early, those that
 * failed, those that waited for quiet hours to end. `lateMs`: how long their own job has had first.
 */
export async function queueDue(db: Db, at: string, { limit, lateMs }: { limit: number; lateMs: number }): Promise<number> {
  const { rows } = await sql`
    select graphile_worker.add_job(case d.channel when 'mail' then ${SEND_MAIL} else ${DELIVER_WEBHOOK} end,
      payload => json_build_object('institutionId', d.institution_id, 'outboxId', d.id), queue_name => 'webhook:' || d.endpoint_id, max_attempts => 12, job_key => 'outbox:' || d.id)
    from (select institution_id, id, channel, endpoint_id from outbox where next_at <= ${at}::timestamptz - make_interval(secs => ${lateMs / 1000}) order by next_at limit ${limit}) d`.execute(db)
  return rows.length
}

export interface OutboxListRow {
  id: string; channel: Channel; purpose: Claimed['purpose']; kind: string; state: 'waiting' | 'sent' | 'failed' | 'given-up'; attempts: number; created_at: string
  next_at: string | null; ended_at: string | null; answer: string | null; person_name: string | null; endpoint_name: string | null; case_number: string | null
}

const shown = sql`o.id, o.channel, o.purpose, o.kind, o.state, o.attempts, o.created_at, o.next_at, o.ended_at, o.answer, p.name as person_name, w.name as endpoint_name,
  case when c.confidential then null else c.number end as case_number`
const around = sql`left join people p on p.institution_id = o.institution_id and p.id = o.person_id left join webhook_endpoints w on w.institution_id = o.institution_id and w.id = o.endpoint_id
  left join cases c on c.institution_id = o.institution_id and c.id = o.case_id`

/** Newest first. Of confidential cases an administrator learns not even the number. */
export async function listOutboxRows(
  db: Db, institutionId: string, asked: { state: string | null; channel: string | null; endpointId: string | null; after: string | null; limit: number },
): Promise<OutboxListRow[]> {
  const { state, channel, endpointId, after, limit } = asked
  const { rows } = await sql<OutboxListRow>`
    select ${shown} from (select * from outbox where institution_id = ${institutionId} ${state ? sql`and state = ${state}` : sql``} ${channel ? sql`and channel = ${channel}` : sql``}
      ${endpointId ? sql`and endpoint_id = ${endpointId}` : sql``} ${after ? sql`and id < ${after}` : sql``} order by id desc limit ${limit}) o ${around} order by o.id desc`.execute(db)
  return rows
}

export async function outboxRow(db: Db, institutionId: string, id: string): Promise<(OutboxListRow & { receiver_there: boolean }) | null> {
  const { rows: [row] } = await sql<OutboxListRow & { receiver_there: boolean }>`
    select ${shown}, (o.endpoint_id is null or w.state = 'on') and (o.requester_id is null or exists (select from requesters r where r.institution_id = o.institution_id and r.id = o.requester_id
      and r.email is not null)) as receiver_there
    from outbox o ${around} where o.institution_id = ${institutionId} and o.id = ${id}`.execute(db)
  return row ?? null
}

/** Lets an ended message be tried again from the beginning, at once. */
export async function sendAgain(trx: Db, institutionId: string, id: string, at: string): Promise<void> {
  await sql`update outbox set state = 'waiting', attempts = 0, next_at = ${at}, ended_at = null, answer = null where institution_id = ${institutionId} and id = ${id}`.execute(trx)
}

export interface NewMessage { institutionId: string; id: string; channel: Channel; purpose: Claimed['purpose']; personId?: string; endpointId?: string; kind: string; detail?: object; at: string }

export async function insertMessage(trx: Db, message: NewMessage): Promise<void> {
  const { institutionId, id, channel, purpose, personId, endpointId, kind, detail, at } = message
  await trx.insertInto('outbox').values({
    institution_id: institutionId, id, channel, purpose, person_id: personId ?? null, requester_id: null, endpoint_id: endpointId ?? null, case_id: null, kind,
    detail: JSON.stringify(detail ?? {}), state: 'waiting', created_at: at, next_at: at, ended_at: null, answer: null,
  }).execute()
}

/** What was to leave to somebody who is erased does not leave any more. The rows hold ids only. */
export async function giveUpErased(trx: Db, institutionId: string, requesterId: string, at: string): Promise<void> {
  await sql`update outbox set state = 'given-up', next_at = null, ended_at = ${at}, answer = 'erased' where institution_id = ${institutionId} and requester_id = ${requesterId} and ended_at is null`.execute(trx)
}

/** Gives up what waits for an endpoint that is switched off or gone. */
export async function giveUpEndpoint(trx: Db, institutionId: string, endpointId: string, at: string): Promise<void> {
  await sql`update outbox set state = 'given-up', next_at = null, ended_at = ${at}, answer = 'endpoint-off' where institution_id = ${institutionId} and endpoint_id = ${endpointId} and ended_at is null`.execute(trx)
}
