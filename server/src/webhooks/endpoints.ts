import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import {
  createWebhook, deleteWebhook, listWebhooks, rotateWebhookSecret, testWebhook, updateWebhook, type WebhookView,
} from '@daodi/contract/staff/outbox/outbox.ts'
import { transaction } from '../database/transaction.ts'
import { administersInstitution, type Staff } from '../http/caller.ts'
import { answer, route, type Services } from '../http/route.ts'
import { appendFact } from '../ledger/store-append.ts'
import { giveUpEndpoint, insertMessage } from '../outbox/store.ts'
import { faultOfUrl } from './post-event.ts'
import { changeEndpoint, changeSecret, insertEndpoint, listEndpoints, lockEndpoint, removeEndpoint, secretOf, type EndpointRow } from './store.ts'

const MOST_ENDPOINTS = 20
const MOST_FAILURES = 20
const HOURS_BOTH_VALID = 24

type View = z.input<typeof WebhookView>

/** As the specification writes them: base64 after a prefix. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

function view(row: EndpointRow, at: string): View {
  return {
    id: row.id, name: row.name, url: row.url, kinds: row.kinds as View['kinds'], state: row.state, failures: row.failures, mostFailures: row.most_failures,
    formerSecretUntil: row.former_until !== null && row.former_until > at ? row.former_until : null, createdAt: row.created_at,
  }
}

function note(services: Services, caller: Staff, about: { endpointId: string; kind: string; data?: Record<string, string | number | string[]>; at: string }): Promise<void> {
  const { institutionId, personId: actor } = caller
  return appendFact(services.db, { institutionId, stream: `webhook:${about.endpointId}`, kind: about.kind, data: about.data ?? {}, actor, at: about.at, algorithm: services.ledgerAlgorithm })
}

const faultOf = (services: Services, url: string) => faultOfUrl(url, services.outside?.privateNetworks ?? [])

export const listWebhooksRoute = route(listWebhooks, async ({ caller, at }, { db }) => {
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  return answer({ endpoints: (await listEndpoints(db, caller.institutionId)).map((row) => view(row, at)) })
})

/** In a transaction of its own: an answer kept for a repeated request would hold the secret a second time. */
export const createWebhookRoute = route(createWebhook, ({ body, caller, at }, outside) => transaction(outside.db, async (db) => {
  const services = { ...outside, db }
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const { institutionId } = caller
  const fault = await faultOf(services, body.url)
  if (fault) return { ok: false, refusal: fault }
  if ((await listEndpoints(services.db, institutionId)).length >= MOST_ENDPOINTS) return { ok: false, refusal: 'too-many-endpoints' }
  const [id, secret] = [services.newId(), newSecret()]
  const { name, url, kinds, mostFailures = MOST_FAILURES } = body
  await insertEndpoint(services.db, { institutionId, id, name, url, kinds, mostFailures, secretBox: services.secrets.close(secret, secretOf(institutionId, id)), at })
  await note(services, caller, { endpointId: id, kind: 'webhook-created', data: { kinds }, at })
  return answer({ endpoint: view({ id, name, url, kinds, failures: 0, most_failures: mostFailures, state: 'on', former_until: null, created_at: at }, at), secret })
}), 'own')

export const updateWebhookRoute = route(updateWebhook, async ({ params, body, caller, at }, services) => {
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const { institutionId } = caller
  const { endpointId } = params
  const known = await lockEndpoint(services.db, institutionId, endpointId)
  if (!known) return { ok: false, refusal: 'no-such-endpoint' }
  const fault = body.url === undefined ? null : await faultOf(services, body.url)
  if (fault) return { ok: false, refusal: fault }
  const { name, url, kinds, mostFailures, on } = body
  const changes = {
    ...(name === undefined ? {} : { name }), ...(url === undefined ? {} : { url }), ...(kinds === undefined ? {} : { kinds }), ...(mostFailures === undefined ? {} : { most_failures: mostFailures }),
    ...(on === undefined ? {} : on ? { state: 'on' as const, failures: 0 } : { state: 'off' as const }),
  }
  await changeEndpoint(services.db, institutionId, endpointId, changes)
  if (on === false) await giveUpEndpoint(services.db, institutionId, endpointId, at)
  await note(services, caller, { endpointId, kind: 'webhook-changed', data: { fields: Object.keys(changes) }, at })
  return answer(view({ ...known, ...changes }, at))
})

export const rotateWebhookSecretRoute = route(rotateWebhookSecret, ({ params: { endpointId }, body, caller, at }, outside) => transaction(outside.db, async (db) => {
  const services = { ...outside, db }
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const { institutionId } = caller
  const known = await lockEndpoint(services.db, institutionId, endpointId)
  if (!known) return { ok: false, refusal: 'no-such-endpoint' }
  const hours = body.hours ?? HOURS_BOTH_VALID
  const [secret, until] = [newSecret(), new Date(Date.parse(at) + hours * 3_600_000).toISOString()]
  await changeSecret(services.db, { institutionId, id: endpointId }, services.secrets.close(secret, secretOf(institutionId, endpointId)), until)
  await note(services, caller, { endpointId, kind: 'webhook-secret-changed', data: { hours }, at })
  return answer({ endpoint: view({ ...known, former_until: until }, at), secret })
}), 'own')

export const testWebhookRoute = route(testWebhook, async ({ params: { endpointId }, caller, at }, services) => {
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const { institutionId } = caller
  const known = await lockEndpoint(services.db, institutionId, endpointId)
  if (!known) return { ok: false, refusal: 'no-such-endpoint' }
  if (known.state !== 'on') return { ok: false, refusal: 'endpoint-off' }
  const id = services.newId()
  await insertMessage(services.db, { institutionId, id, channel: 'webhook', purpose: 'test', endpointId, kind: 'test', at })
  return answer({
    id, channel: 'webhook', purpose: 'test', kind: 'test', state: 'waiting', attempts: 0, createdAt: at, nextAt: at, endedAt: null, answer: null, personName: null, endpointName: known.name, caseNumber: null,
  })
})

export const deleteWebhookRoute = route(deleteWebhook, async ({ params: { endpointId }, caller, at }, services) => {
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const { institutionId } = caller
  if (!await lockEndpoint(services.db, institutionId, endpointId)) return { ok: false, refusal: 'no-such-endpoint' }
  await giveUpEndpoint(services.db, institutionId, endpointId, at)
  await removeEndpoint(services.db, institutionId, endpointId)
  await note(services, caller, { endpointId, kind: 'webhook-removed', at })
  return answer(undefined)
})
