import { Webhook } from 'standardwebhooks'
import { nextTry } from '@daodi/domain/notices/back-off.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import type { JobPayload } from '../jobs/enqueue.ts'
import { holdStreams, recordAct } from '../obligations/store-act.ts'
import { claim, giveUpEndpoint, settle, type Claimed } from '../outbox/store.ts'
import { postEvent } from './post-event.ts'
import { administratorsOf, endpointToSign, noteDelivery, noteFailure, secretOf } from './store.ts'

/**
 * Delivers one event, signed as in the Standard Webhooks specification. It may be called again for the same event; the
 * id stays the same, so that the receiver can tell. The signature's time is the server's own, not the organisation's.
 */
export async function deliverWebhook({ institutionId = '', outboxId = '' }: JobPayload, services: Services): Promise<void> {
  const { db } = services
  const at = services.clock()
  const message = await claim(db, { institutionId, outboxId, channel: 'webhook' }, at)
  if (!message) return
  const endpoint = message.endpoint_id === null ? null : await endpointToSign(db, institutionId, message.endpoint_id)
  if (!endpoint || endpoint.state !== 'on') {
    await settle(db, message, { state: 'given-up', answer: 'endpoint-off' }, at)
    return
  }
  const valid = [endpoint.secret_box, endpoint.former_until !== null && endpoint.former_until > at ? endpoint.former_secret_box : null].filter((box) => box !== null)
  const opened = valid.map((box) => services.secrets.open(box, secretOf(institutionId, message.endpoint_id ?? '')))
  const secrets = opened.flatMap((one) => (one.ok ? [one.text] : []))
  const closed = opened.find((one) => !one.ok)
  if (closed && !closed.ok) {
    services.log.error({ msg: 'a webhook’s secret cannot be opened: the key is missing or another one; see SECRETS_KEY', fault: closed.fault })
    // No fault of the endpoint's: it is not counted against it.
    const nextAt = nextTry('webhook', message.attempts, at)
    await settle(db, message, nextAt === null ? { state: 'given-up', answer: closed.fault } : { state: 'failed', answer: closed.fault, nextAt }, at)
    return
  }
  const body = bodyOf(message)
  const delivered = await postEvent(endpoint.url, body, signed(message.id, body, secrets), { privateNetworks: services.outside?.privateNetworks ?? [] })
  if (delivered.ok) {
    await noteDelivery(db, institutionId, message.endpoint_id ?? '')
    await settle(db, message, { state: 'sent', answer: delivered.answer }, services.clock())
    return
  }
  services.log.warn({ msg: 'a webhook was not taken', outboxId: message.id, answer: delivered.answer, attempt: message.attempts })
  await fail(services, message, delivered.answer)
}

function bodyOf({ kind, detail, created_at: at }: Claimed): string {
  return JSON.stringify({ type: kind, timestamp: at, data: detail })
}

function signed(id: string, body: string, secrets: readonly string[]): Record<string, string> {
  const now = new Date()
  return {
    'webhook-id': id, 'webhook-timestamp': String(Math.floor(now.getTime() / 1000)), 'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  }
}

/** To be tried again, or given up; one failure too many in a row switches the endpoint off, and its administrators are told. */
function fail(services: Services, message: Claimed, answer: string): Promise<void> {
  const { institution_id: institutionId, endpoint_id: endpointId } = message
  return transaction(services.db, async (trx) => {
    const at = services.clock()
    const nextAt = message.purpose === 'test' ? null : nextTry('webhook', message.attempts, at)
    await settle(trx, message, nextAt === null ? { state: 'given-up', answer } : { state: 'failed', answer, nextAt }, at)
    if (endpointId === null || !await noteFailure(trx, institutionId, endpointId)) return
    await giveUpEndpoint(trx, institutionId, endpointId, at)
    const stream = `webhook:${endpointId}`
    const told = [{ personIds: await administratorsOf(trx, institutionId), kind: 'webhookOff', detail: { endpointId } }]
    const held = await holdStreams(trx, { institutionId, streams: [stream] })
    await recordAct(trx, { institutionId, actor: 'system', at, algorithm: services.ledgerAlgorithm }, held, { facts: [{ stream, kind: 'webhook-failed', data: { answer } }], told })
  })
}
