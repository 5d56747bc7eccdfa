import { z } from 'zod'
import { ReplyChannel } from '../../shared/codes.ts'
import { Papers } from '../../shared/papers.ts'
import { line, NOTE_MAX, Phone, prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'

/** The first contact's decision: one of six branches, each with what it needs. */
export const Decision = z.discriminatedUnion('branch', [
  z.strictObject({ branch: z.literal('onSpot'), text: prose(REPLY_MAX), citation: line(300).optional(), channel: ReplyChannel.optional() }),
  z.strictObject({
    branch: z.literal('mine'), papers: Papers.optional(), promisedAt: Instant.optional(), text: prose(NOTE_MAX).optional(),
  }),
  z.strictObject({ branch: z.literal('colleague'), toPersonId: z.uuid(), reason: Reason.optional() }),
  z.strictObject({ branch: z.literal('otherUnit'), toUnitId: z.uuid(), toPersonId: z.uuid().optional(), reason: Reason, escorted: z.boolean().optional() }),
  z.strictObject({ branch: z.literal('notOurs'), text: prose(REPLY_MAX), where: line(200), phone: Phone.optional(), channel: ReplyChannel.optional() }),
  z.strictObject({ branch: z.literal('unclear'), reason: Reason }),
])
