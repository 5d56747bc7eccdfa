import { z } from 'zod'
import { ReplyChannel } from '../../shared/codes.ts'
import { Papers } from '../../shared/papers.ts'
import { line, NOTE_MAX, Phone, prose, Reason, REPLY_MAX } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'

/** A try to reach the colleague whose matter it is; made now unless it says when. */
export const ColleagueCall = z.strictObject({ channel: ReplyChannel, reached: z.boolean(), calledAt: Instant.optional(), note: Reason.optional() })

/** To whom an unclear case goes: the colleague who is away, and why targets of the ladder are passed over. */
export const RULING_ASK = { absentPersonId: z.uuid().optional(), level: z.int().min(0).max(19).optional(), skipReason: Reason.optional() }

/** What is done because the colleague is not there: the tries to reach them, and the promise to pass it on and to assist (转告并帮办). */
const calls = z.array(ColleagueCall).max(10).optional()
const absence = { calls, relay: z.strictObject({ text: Reason.optional() }).optional() }

/** Somebody of the other unit was spoken with as it went there (已联系对方): the colleague, and the moment of the act. */
export const Contacted = z.strictObject({ personId: z.uuid() })

/** The first contact's decision: one of six branches, each with what it needs. */
export const Decision = z.discriminatedUnion('branch', [
  z.strictObject({ branch: z.literal('onSpot'), text: prose(REPLY_MAX), citation: line(300).optional(), channel: ReplyChannel.optional() }),
  z.strictObject({
    branch: z.literal('mine'), papers: Papers.optional(), promisedAt: Instant.optional(), text: prose(NOTE_MAX).optional(),
  }),
  z.strictObject({ branch: z.literal('colleague'), toPersonId: z.uuid(), reason: Reason.optional(), ...absence }),
  z.strictObject({
    branch: z.literal('otherUnit'), toUnitId: z.uuid(), toPersonId: z.uuid().optional(), reason: Reason, escorted: z.boolean().optional(), contacted: Contacted.optional(), ...absence,
    /** A caller was given this number of the unit, and that is all there is to do. */
    numberGiven: Phone.optional(),
  }),
  z.strictObject({ branch: z.literal('notOurs'), text: prose(REPLY_MAX), where: line(200), phone: Phone.optional(), channel: ReplyChannel.optional() }),
  z.strictObject({ branch: z.literal('unclear'), reason: Reason, ...RULING_ASK, /** Tries to reach the colleague who is away, named in `absentPersonId`. */ calls }),
])
