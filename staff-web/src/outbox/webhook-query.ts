import type { WebhookView } from '@daodi/contract/staff/outbox/outbox.ts'
import type { z } from 'zod'

export type Endpoint = z.output<typeof WebhookView>

export const WEBHOOKS = ['webhooks'] as const
